"""Putting files on the disk so that a power cut leaves the old one or the new one, whole."""

from __future__ import annotations

import os
from pathlib import Path


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
        handle = self.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
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
