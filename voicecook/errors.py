"""The two ways a command can fail that are nobody's bug, and what lacks when nothing loads."""

from __future__ import annotations

import re
from typing import NamedTuple


class VoicecookError(Exception):
    """Base: the message says what, where and how to mend it; `exit_code` is the process's."""

    exit_code = 1


class UsageError(VoicecookError):
    """The input or the usage is wrong (exit 2)."""

    exit_code = 2


class MissingError(VoicecookError):
    """Something is missing on the machine; the message names the command that mends it (exit 3)."""

    exit_code = 3


class Lack(NamedTuple):
    """What this machine lacks, and the one command that brings it."""

    what: str
    command: str

    def __str__(self) -> str:
        return f"{self.what} is missing. Mend it with: {self.command}"


def lack_behind(error: ImportError | OSError) -> Lack | None:
    """What is missing when a library or a Python package cannot be loaded; None: something else."""
    if found := re.search(r"([^\s'\"]+): cannot open shared object file", str(error)):
        return _library(found[1])
    if not isinstance(error, ImportError) or (error.name or "").startswith("voicecook"):
        return None
    package = f" {error.name.partition('.')[0]}" if error.name else ""
    return Lack(f"the Python package{package}, or a part of it,", "scripts/setup")


def _library(name: str) -> Lack:
    if "/" in name:  # it came with a Python package
        return Lack(name, "scripts/setup")
    return Lack(f"the library {name}", f"sudo apt-get install {debian_package(name)}")


def debian_package(library: str) -> str:
    """The package Debian keeps a library in, by its rule: `libatomic.so.1` is in `libatomic1`."""
    name, _, version = library.replace("_", "-").lower().partition(".so.")
    return f"{name}-{version}" if name[-1].isdigit() else f"{name}{version}"
