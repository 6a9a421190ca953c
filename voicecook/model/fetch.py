"""Bring the speech model onto this machine: whole and checked, or not at all."""

from __future__ import annotations

import fcntl
import hashlib
import os
import shutil
import stat
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import Protocol

from voicecook.errors import MissingError
from voicecook.model.files import Sums, faults_in, write_stamp
from voicecook.model.sources import Archive, Source, SourceError

MAX_UNPACKED = 128 << 20
"""What the model may take unpacked, in bytes; the real one takes 71 million."""
DISK_SPACE = 300 << 20
"""What fetching may need on the disk, in bytes: the archive, the model and a little more."""


class Report(Protocol):
    """Who watches a fetch."""

    def say(self, text: str) -> None:
        """Something happened."""

    def progress(self, done: int, total: int) -> None:
        """So many bytes are here, of so many."""


def fetch_model(
    folder: Path, sums: Sums, sources: Sequence[Source], report: Report, space: int = DISK_SPACE
) -> bool:
    """Put a checked model at `folder`; returns whether one had to be fetched.

    `space` bytes must be free on the disk. Half a download is kept beside the folder in `.part` and
    gone on with the next time. Raises MissingError when no source can give the model or it cannot
    be kept here.
    """
    parts = folder.parent / ".part"
    try:
        parts.mkdir(parents=True, exist_ok=True)
        with _alone(parts / "lock", report):
            if folder.is_dir() and not faults_in(folder, sums):
                write_stamp(folder, sums)
                return False
            _clear(parts, keep={"lock", *(source.archive.file for source in sources)})
            _require_space(parts, space)
            fresh = _from_first(sources, parts, sums, report)
            _place(fresh, folder, parts)
    except OSError as error:
        raise MissingError(
            f"the speech model cannot be kept in {folder.parent}: {error}. Mend that, then run"
            " `voicecook model fetch`."
        ) from error
    write_stamp(folder, sums)
    shutil.rmtree(parts, ignore_errors=True)
    return True


def unpack(zipped: Path, prefix: str, sums: Sums, to: Path) -> None:
    """Write the model's files, and nothing else of the archive, to the new folder `to`.

    Raises SourceError if the archive is not what it should be; `to` is then not to be used.
    """
    try:
        with zipfile.ZipFile(zipped) as archive:
            for path, member in _members(archive, prefix, sums).items():
                target = to / path
                target.parent.mkdir(parents=True, exist_ok=True)
                with archive.open(member) as source, target.open("xb") as file:
                    shutil.copyfileobj(source, file)
                    file.flush()
                    os.fsync(file.fileno())
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        raise SourceError(f"the archive cannot be unpacked: {error}") from error
    faults = faults_in(to, sums)
    if faults:
        raise SourceError(f"{faults[0].path} in the archive {faults[0].what}")


def _members(archive: zipfile.ZipFile, prefix: str, sums: Sums) -> dict[str, zipfile.ZipInfo]:
    inside = {}
    for member in archive.infolist():
        path = PurePosixPath(member.filename)
        if path.is_absolute() or ".." in path.parts or stat.S_ISLNK(member.external_attr >> 16):
            raise SourceError(f"the archive holds a path that leads out of it: {member.filename!r}")
        inside[member.filename.removeprefix(prefix)] = member
    missing = [path for path in sums if path not in inside]
    if missing:
        raise SourceError(f"the archive lacks {missing[0]}")
    wanted = {path: inside[path] for path in sums}
    # zipfile gives no more of a member than it declares, so what is declared is what is written.
    if sum(member.file_size for member in wanted.values()) > MAX_UNPACKED:
        raise SourceError("the archive holds far more than the model")
    return wanted


def _from_first(sources: Sequence[Source], parts: Path, sums: Sums, report: Report) -> Path:
    problems = []
    for source in sources:
        report.say(
            f"fetching the speech model from {source.name} ({source.archive.size // 1_000_000} MB)"
        )
        fresh = parts / "unpacked"
        zipped = parts / source.archive.file
        try:
            _obtain(source, zipped, report)
            unpack(zipped, source.archive.prefix, sums, fresh)
        except SourceError as error:
            report.say(f"no luck there: {error}")
            problems.append(f"{source.name}: {error}")
            shutil.rmtree(fresh, ignore_errors=True)
            continue
        return fresh
    raise MissingError(
        "the speech model could not be fetched from anywhere ("
        + "; ".join(problems)
        + "). When this machine is online, run `voicecook model fetch` again."
    )


def _obtain(source: Source, zipped: Path, report: Report) -> None:
    """Download and check an archive; one that is wrong is thrown away."""
    resumed = zipped.exists()
    if not (resumed and _is(zipped, source.archive)):
        source.download(zipped, report.progress)
    if _is(zipped, source.archive):
        return
    zipped.unlink()
    if not resumed:
        raise SourceError("what came is not the file it should be")
    _obtain(source, zipped, report)  # the half that was here may have been the wrong one


def _is(zipped: Path, archive: Archive) -> bool:
    if zipped.stat().st_size != archive.size:
        return False
    with zipped.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest() == archive.sha256


def _place(fresh: Path, folder: Path, parts: Path) -> None:
    """Put the new folder where the old one was; a power cut leaves one of them or none."""
    if folder.exists() or folder.is_symlink():
        folder.rename(parts / "old")
    fresh.rename(folder)
    handle = os.open(folder.parent, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _require_space(parts: Path, space: int) -> None:
    free = shutil.disk_usage(parts).free
    if free < space:
        raise MissingError(
            f"the disk has {free >> 20} MB free where fetching the speech model takes"
            f" {space >> 20} MB. Make room, then run `voicecook model fetch`."
        )


def _clear(parts: Path, keep: set[str]) -> None:
    for left in parts.iterdir():
        if left.name in keep:
            continue
        if left.is_dir() and not left.is_symlink():
            shutil.rmtree(left, ignore_errors=True)
        else:
            left.unlink()


@contextmanager
def _alone(lock: Path, report: Report) -> Iterator[None]:
    """Hold the lock; a second fetch waits here until the first has finished."""
    with lock.open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            report.say("another fetch is at work; waiting for it")
            fcntl.flock(file, fcntl.LOCK_EX)
        yield
