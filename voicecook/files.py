"""Reading what anybody may hand us: bounded, and never waiting for what is no file."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import IO, AnyStr

from voicecook.errors import UsageError

ONE_MB = 1_000_000


def start_of(path: Path | str, most: int = ONE_MB) -> bytes:
    """The first `most` bytes of a file and one more, so that a huge one costs nothing.

    Raises UsageError for what is not there, may not be read or is no file: a folder, a pipe, a
    device.
    """
    try:
        with open(path, "rb", opener=_at_once) as file:
            if stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                return file.read(most + 1)
    except IsADirectoryError:
        pass
    except FileNotFoundError:
        raise UsageError(f"{path}: there is no such file") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise UsageError(f"{path} can't be read ({reason}); check its name and rights") from None
    raise UsageError(f"{path} is not a file; name one that can be read to its end")


def _at_once(path: str, flags: int) -> int:
    """Opened without waiting for whoever might write into a pipe."""
    return os.open(path, flags | os.O_NONBLOCK)


def at_home(path: str) -> Path:
    """A path that may begin with "~". Raises UsageError where there is no such home."""
    try:
        return Path(path).expanduser()
    except RuntimeError:
        raise UsageError(f"{path}: there is no such home; set HOME, or write it out") from None


def text_of(path: Path, most: int = ONE_MB) -> str:
    """The whole of a small file of text. Raises UsageError, also if it is larger or not UTF-8."""
    raw = start_of(path, most)
    if len(raw) > most:
        raise UsageError(f"{path} is larger than {most / 1e6:g} MB; is it the right file?")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise UsageError(f"{path}:{line}: this is not UTF-8 text; save the file as UTF-8") from None


def lines_of(stream: IO[AnyStr], most: int) -> Iterator[tuple[AnyStr, bool]]:
    """Each line as it comes, cut after `most` letters, and whether it is whole."""
    while line := stream.readline(most):
        whole, rest = True, line
        while rest[-1:] not in ("\n", b"\n") and (rest := stream.readline(most)):
            whole = False
        yield line, whole
