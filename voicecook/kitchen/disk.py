"""Putting files on the disk so that a power cut leaves the old one or the new one, whole.

What we write is for the cook alone: files 0600, folders 0700 where we make them, and no link that
lies in the place of a file of ours is followed.
"""

from __future__ import annotations

import contextlib
import errno
import os
import stat
from pathlib import Path

_FRESH = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW
_GUARDED = os.O_NOFOLLOW | os.O_NONBLOCK
"""Follow no link, and don't wait for the other end of a pipe."""


class Disk:
    """The few things asked of a file system, each of which may fail with OSError."""

    def open(self, path: Path, flags: int) -> int:
        """A handle for a file or a folder."""
        return os.open(path, flags, 0o600)

    def write(self, handle: int, data: bytes) -> int:
        """Write some of `data`; returns how much."""
        return os.write(handle, data)

    def sync(self, handle: int) -> None:
        """Return when it is on the disk."""
        os.fsync(handle)

    def rename(self, fresh: Path, place: Path) -> None:
        """Put one file in the place of another, at once."""
        fresh.rename(place)

    def put(self, file: Path, data: bytes) -> None:
        """Make `file` hold `data`, on the disk when this returns. Raises OSError if it can't."""
        fresh = file.with_suffix(".new")
        fresh.unlink(missing_ok=True)
        handle = self.open(fresh, _FRESH)
        try:
            while data:
                data = data[self.write(handle, data) :]
            self.sync(handle)
        finally:
            os.close(handle)
        self.rename(fresh, file)
        self._sync_folder(file.parent)

    def _sync_folder(self, folder: Path) -> None:
        handle = self.open(folder, os.O_RDONLY)
        try:
            self.sync(handle)
        finally:
            os.close(handle)


def make_folder(folder: Path) -> None:
    """Have this folder; what of the way to it has to be made is the cook's alone. OSError."""
    if not folder.is_dir():
        if folder.parent != folder:
            make_folder(folder.parent)
        folder.mkdir(mode=0o700, exist_ok=True)


def open_own(path: Path, flags: int) -> int:
    """A handle for a small file of ours; what else lies in its place is taken away. OSError."""
    with contextlib.suppress(FileNotFoundError):
        if not stat.S_ISREG(path.lstat().st_mode):
            path.unlink()
    handle = os.open(path, flags | os.O_CREAT | _GUARDED, 0o600)
    with contextlib.suppress(OSError):  # it may belong to somebody else
        os.fchmod(handle, 0o600)
    return handle


def write_own(path: Path, data: bytes) -> None:
    """Make a small file anew that holds `data`, without waiting for the disk. OSError."""
    path.unlink(missing_ok=True)
    with os.fdopen(os.open(path, _FRESH, 0o600), "wb") as file:
        file.write(data)


def read_own(path: Path, most: int) -> bytes:
    """The first `most` bytes of a plain file. OSError; a link or a pipe is none."""
    handle = os.open(path, os.O_RDONLY | _GUARDED)
    try:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise OSError(errno.EINVAL, "not a plain file")
        with os.fdopen(handle, "rb", closefd=False) as file:
            return file.read(most)
    finally:
        os.close(handle)
