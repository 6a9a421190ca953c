"""The diary: the session on disk after every change, whole or not at all."""

from __future__ import annotations

import contextlib
import fcntl
import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from voicecook.cook import memory
from voicecook.cook.session import Session
from voicecook.errors import UsageError
from voicecook.recipe.model import Recipe


@dataclass(frozen=True, slots=True)
class Entry:
    """What the diary holds: a session still without its recipe."""

    recipe: str
    seen: datetime
    """When the app was last known to run."""
    written: dict[str, Any]

    def session(self, recipe: Recipe) -> Session:
        """The session, cooking `recipe`. Raises ValueError if the diary can't be understood."""
        try:
            return memory.read(self.written, recipe)
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise ValueError(f"the diary can't be read: {error}") from error


class Diary:
    """A folder that holds one session.

    A change is written to a new file, flushed to the disk, and put in place by renaming, then the
    folder is flushed: after a power cut there is the old session or the new one, never half of one.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._file = folder / "session.json"
        self._alive = folder / "alive"

    @contextlib.contextmanager
    def claimed(self) -> Iterator[None]:
        """Keep the folder to this process. Raises UsageError when another one cooks from it."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            lock = (self.folder / "lock").open("w")
        except OSError as error:
            raise UsageError(
                f"{self.folder} can't be written ({error.strerror}); choose another with --state"
            ) from None
        with lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                raise UsageError(
                    f"another voicecook is cooking from {self.folder}; "
                    "end it first, or choose another folder with --state"
                ) from None
            yield

    def save(self, session: Session, at: datetime) -> None:
        """Write the session down. Raises OSError when the disk will not have it."""
        self.folder.mkdir(parents=True, exist_ok=True)
        entry = {
            "recipe": session.recipe.source,
            "seen": at.isoformat(),
            "session": memory.write(session),
        }
        fresh = self._file.with_suffix(".new")
        with fresh.open("w", encoding="utf-8") as file:
            json.dump(entry, file)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(self._file)
        self._flush_folder()

    def beat(self, at: datetime) -> None:
        """Note that the app is alive; cheap, and nothing breaks if it is lost."""
        with contextlib.suppress(OSError):
            self._alive.write_text(at.isoformat(), encoding="utf-8")

    def load(self) -> Entry | None:
        """What was written last; None if there is nothing. Raises ValueError if it is damaged."""
        try:
            entry = json.loads(self._file.read_text(encoding="utf-8"))
            seen = max(datetime.fromisoformat(entry["seen"]), self._last_beat(entry["seen"]))
            return Entry(str(entry["recipe"]), seen, dict(entry["session"]))
        except FileNotFoundError:
            return None
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise ValueError(f"{self._file} can't be read: {error}") from error

    def forget(self) -> None:
        """The cook is over."""
        for file in (self._file, self._alive):
            file.unlink(missing_ok=True)

    def set_aside(self) -> None:
        """Keep a damaged diary as `session.damaged` and start afresh."""
        self._file.replace(self._file.with_suffix(".damaged"))

    def _last_beat(self, otherwise: str) -> datetime:
        try:
            return datetime.fromisoformat(self._alive.read_text(encoding="utf-8").strip())
        except (OSError, ValueError):
            return datetime.fromisoformat(otherwise)

    def _flush_folder(self) -> None:
        handle = os.open(self.folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
