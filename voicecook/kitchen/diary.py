"""The diary: the session on disk after every change, whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import fcntl
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from voicecook.cook import Session, session_as_json, session_from_json
from voicecook.errors import UsageError
from voicecook.kitchen.disk import Disk
from voicecook.recipe import Recipe

_DISK_TROUBLE = frozenset({errno.ENOSPC, errno.EROFS, errno.EIO, errno.EDQUOT})


@dataclass(frozen=True, slots=True)
class Entry:
    """What the diary holds: a session still without its recipe."""

    recipes: tuple[str, ...]
    """Their files, in the order they were begun."""
    seen: datetime
    """When the app was last known to run."""
    written: dict[str, Any]

    def session(self, recipe: Recipe) -> Session:
        """The session, cooking `recipe`. Raises ValueError if the diary can't be understood."""
        try:
            return session_from_json(self.written, recipe)
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise ValueError(f"the diary can't be read: {error}") from error


class Diary:
    """A folder that holds one session.

    After a power cut at any moment it has the old session or the new one, never half of one.
    """

    def __init__(self, folder: Path, disk: Disk | None = None) -> None:
        self.folder = folder
        self._disk = disk or Disk()
        self._saved = ""
        self._file = folder / "session.json"
        self._alive = folder / "alive"

    @contextlib.contextmanager
    def claimed(self) -> Iterator[None]:
        """Keep the folder to this process. Raises UsageError when another one cooks from it.

        A disk that is full or broken is no reason not to cook: then nobody else can write either.
        """
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            lock = (self.folder / "lock").open("w")
        except OSError as error:
            if error.errno in _DISK_TROUBLE:
                yield
                return
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
            "recipes": [part.source for part in session.recipe.parts or (session.recipe,)],
            "seen": at.isoformat(),
            "session": session_as_json(session),
        }
        self._disk.put(self._file, json.dumps(entry).encode())
        self._saved = at.isoformat()

    def beat(self, at: datetime) -> None:
        """Note that the app is alive; cheap, and nothing breaks if it is lost."""
        with contextlib.suppress(OSError):
            self._alive.write_text(f"{at.isoformat()} {self._saved}", encoding="utf-8")

    def load(self) -> Entry | None:
        """What was written last; None if there is nothing. Raises ValueError if it is damaged."""
        try:
            entry = json.loads(self._file.read_text(encoding="utf-8"))
            seen = datetime.fromisoformat(self._last_beat(entry["seen"]))
            return Entry(tuple(map(str, entry["recipes"])), seen, dict(entry["session"]))
        except FileNotFoundError:
            return None
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise ValueError(f"{self._file} can't be read: {error}") from error

    def forget(self) -> None:
        """The cook is over."""
        with contextlib.suppress(OSError):
            for file in (self._file, self._alive):
                file.unlink(missing_ok=True)

    def set_aside(self) -> None:
        """Keep a damaged diary as `session.damaged`, as far as the disk lets us."""
        with contextlib.suppress(OSError):
            self._file.replace(self._file.with_suffix(".damaged"))

    def _last_beat(self, saved: str) -> str:
        """When the app was last alive after it saved; a beat left from before does not count."""
        try:
            at, after = self._alive.read_text(encoding="utf-8").split()
        except (OSError, ValueError):
            return saved
        return at if after == saved else saved
