"""Standard input and output as they may be: closed, full, in a narrow encoding, or read no more."""

from __future__ import annotations

import contextlib
import io
import os
import sys
from pathlib import Path


def mend_streams() -> None:
    """What is closed reads nothing and writes nowhere; what can't be written is a question mark."""
    for number in range(3):
        with contextlib.suppress(OSError):
            _open_nowhere(number)
    sys.stdin = sys.stdin or io.TextIOWrapper(io.BytesIO())
    sys.stdout = sys.stdout or _nowhere()
    sys.stderr = sys.stderr or _nowhere()
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        with contextlib.suppress(io.UnsupportedOperation):  # it has been read from already
            if isinstance(stream, io.TextIOWrapper):
                stream.reconfigure(errors="replace")


def settle_streams() -> None:
    """Write what is still to be written; where that can't be done, nobody is told twice."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (OSError, ValueError):
            with contextlib.suppress(OSError, ValueError), _nowhere() as nowhere:
                os.dup2(nowhere.fileno(), stream.fileno())


def _open_nowhere(number: int) -> None:
    """Open the file of this number if it is closed, so that no other file is taken for it."""
    try:
        os.fstat(number)
    except OSError:
        os.open(os.devnull, os.O_RDWR)  # takes the lowest number that is free


def _nowhere() -> io.TextIOWrapper:
    return Path(os.devnull).open("w", encoding="utf-8")
