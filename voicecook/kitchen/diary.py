"""The diary: the session on disk after every change, whole or not at all.

One page, `session.json`, holds what is cooked now. A page that is not gone on with is never written
over: it is set aside as `aside-1.json` and so on.
"""

from __future__ import annotations

import contextlib
import errno
import fcntl
import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from voicecook.cook import (
    Kept,
    Session,
    Timer,
    fingerprint,
    kept_from_json,
    readers,
    session_as_json,
    timers_in,
)
from voicecook.errors import UsageError
from voicecook.kitchen.disk import Disk, make_folder, open_own, read_own
from voicecook.recipe import Recipe, dish_names

LARGEST_BYTES = 3_000_000
"""A page is some 10 kB; a thousand timers take 300 kB, and as much again for each step of undo."""
MOST_ASIDE = 100
"""So many pages are kept aside, the newest."""
_DISK_TROUBLE = frozenset({errno.ENOSPC, errno.EROFS, errno.EIO, errno.EDQUOT})
_PAGE: dict[str, readers.Reader[Any]] = {
    "recipes": readers.many(readers.raw_text, 100),
    "names": readers.many(readers.text, 100),
    "fingerprints": readers.many(readers.text, 100),
    "seen": readers.text,
    "session": kept_from_json,
}


@dataclass(frozen=True, slots=True)
class Entry:
    """What the diary holds: a session still without its recipe."""

    recipes: tuple[str, ...]
    """Their files, in the order they were begun."""
    names: tuple[str, ...]
    """What a cook calls the dishes."""
    fingerprints: tuple[str, ...]
    """Of the recipes as they were; () where that was not written down."""
    seen: datetime
    """When the app was last known to run."""
    kept: Kept

    def session(self, recipe: Recipe) -> Session:
        """The session, cooking `recipe`."""
        return self.kept.session(recipe)


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
            make_folder(self.folder)
            lock = os.fdopen(open_own(self.folder / "lock", os.O_RDWR), "w")
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
        make_folder(self.folder)
        while len(page := _page(session, at)) > LARGEST_BYTES and session.before:
            half = len(session.before) // 2 + 1
            session = session.but(before=session.before[half:])  # rather than what runs
        self._disk.put(self._file, page)
        self._saved = at.isoformat()

    def beat(self, at: datetime) -> None:
        """Note that the app is alive; cheap, and nothing breaks if it is lost."""
        with contextlib.suppress(OSError):
            handle = open_own(self._alive, os.O_WRONLY | os.O_TRUNC)
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                file.write(f"{at.isoformat()} {self._saved}")

    def load(self) -> Entry | None:
        """What was written last; None if there is nothing. Raises ValueError if it is damaged."""
        try:
            page = readers.fields(_with_names(self._read()), _PAGE)
            seen = self._last_beat(page["seen"])
        except FileNotFoundError:
            return None
        except (OSError, ValueError) as error:
            raise ValueError(f"{self._file} can't be read: {error}") from error
        return Entry(page["recipes"], page["names"], page["fingerprints"], seen, page["session"])

    def salvaged(self) -> tuple[Timer, ...]:
        """The timers in a page that `load` can't read, as far as they are whole."""
        try:
            return timers_in(read_own(self._file, LARGEST_BYTES).decode("utf-8", "replace"))
        except OSError:
            return ()

    def forget(self) -> None:
        """The cook is over."""
        with contextlib.suppress(OSError):
            for file in (self._file, self._alive):
                file.unlink(missing_ok=True)

    def set_aside(self) -> None:
        """Keep the page from being written over, as far as the disk lets us.

        It stays where it is too, until the next is saved, so that a power cut here loses nothing.
        """
        pages = self.aside
        with contextlib.suppress(OSError):
            if pages and os.path.samestat(pages[-1].lstat(), self._file.lstat()):
                return
            place = self.folder / f"aside-{_number(pages[-1]) + 1 if pages else 1}.json"
            try:
                os.link(self._file, place, follow_symlinks=False)
            except OSError:  # not every file system has links
                self._file.rename(place)
            for old in pages[: -(MOST_ASIDE - 1)]:
                old.unlink()

    @property
    def aside(self) -> tuple[Path, ...]:
        """The pages that were set aside, oldest first."""
        found = (page for page in self.folder.glob("aside-*.json") if _number(page))
        return tuple(sorted(found, key=_number))

    def _read(self) -> object:
        page = read_own(self._file, LARGEST_BYTES + 1)
        if len(page) > LARGEST_BYTES:
            raise ValueError(f"it has more than {LARGEST_BYTES} bytes")
        try:
            return json.loads(page.decode("utf-8"))
        except RecursionError:
            raise ValueError("it has too many brackets") from None

    def _last_beat(self, saved: str) -> datetime:
        """When the app was last alive after it saved; a beat left from before does not count."""
        try:
            at, after = read_own(self._alive, 200).decode("utf-8").split()
            return readers.time(at if after == saved else saved)
        except (OSError, ValueError):
            return readers.time(saved)


def _page(session: Session, at: datetime) -> bytes:
    parts = session.recipe.parts or (session.recipe,)
    entry = {
        "recipes": [_resolved(part.source) for part in parts],
        "names": dish_names(parts),
        "fingerprints": [fingerprint(part) for part in parts],
        "seen": at.isoformat(),
        "session": session_as_json(session),
    }
    return json.dumps(entry).encode()


def _resolved(source: str) -> str:
    """The one file this is, wherever the app is started from the next time."""
    return str(Path(source).resolve()) if source else ""


def _with_names(entry: object) -> object:
    """Voicecook 0.1 wrote neither names nor fingerprints: there the files have to tell."""
    if not isinstance(entry, dict) or "names" in entry:
        return entry
    files = readers.fields(entry, {"recipes": _PAGE["recipes"]})["recipes"]
    names = [" ".join(Path(file).stem.split("-")) for file in files]
    return entry | {"names": names, "fingerprints": []}


def _number(page: Path) -> int:
    """Which page this is, from 1; 0 for a file that is none."""
    digits = page.stem.removeprefix("aside-")
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 10 else 0
