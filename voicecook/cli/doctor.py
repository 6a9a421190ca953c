"""`voicecook doctor`: see whether this machine has all it needs."""

from __future__ import annotations

import argparse
import ctypes
import importlib.util
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from voicecook.errors import MissingError

PACKAGES = (
    "numpy",
    "pyttsx3",
    "rich",
    "sounddevice",
    "soundfile",
    "soxr",
    "vosk",
    "yaml",
)
LIBRARIES = {
    "sound": ("libportaudio.so.2", "libportaudio2"),
    "voice": ("libespeak-ng.so.1", "espeak-ng"),
    "echo removal": ("libspeexdsp.so.1", "libspeexdsp1"),
}
"""What each is for -> the library and the Debian package it comes in."""
ROOM_MB = 20
"""What the diary and its like may need on the disk."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at; `mend` says what to do about it, "" if nothing."""

    what: str
    found: str
    mend: str = ""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what may follow `voicecook doctor`."""
    parser.add_argument("--state", type=Path, metavar="DIR", help="where the diary is kept")


def run(args: argparse.Namespace) -> int:
    """Look at everything; 0 if all is well, 3 if something is missing."""
    ill = 0
    for finding in findings(args.state):
        print(f"{'missing' if finding.mend else 'ok':9}{finding.what}: {finding.found}")
        if finding.mend:
            ill += 1
            print(f"{'':9}{finding.mend}")
    if not ill:
        print("All is well. `voicecook cook` begins.")
        return 0
    things = "one thing is" if ill == 1 else f"{ill} things are"
    print(f"So {things} missing. `voicecook cook --typed` needs no sound.")
    return MissingError.exit_code


def findings(state: Path | None = None) -> Iterator[Finding]:
    """What there is on this machine, one thing after the other."""
    yield python()
    yield packages()
    for what, (library, package) in LIBRARIES.items():
        yield shared_library(what, library, package)
    yield model()
    yield device("input", "microphone")
    yield device("output", "loudspeaker")
    yield diary_folder(state)


def python() -> Finding:
    """Whether voicecook runs on a Python it was made for."""
    version = ".".join(str(part) for part in sys.version_info[:3])
    mend = "" if (3, 11) <= sys.version_info < (3, 14) else "Use Python 3.11, 3.12 or 3.13."
    return Finding("Python", version, mend)


def packages() -> Finding:
    """Whether the Python packages are there."""
    missing = [name for name in PACKAGES if not importlib.util.find_spec(name)]
    if missing:
        return Finding("Python packages", f"no {', '.join(missing)}", "Run scripts/setup.")
    return Finding("Python packages", f"all {len(PACKAGES)} are here")


def shared_library(what: str, library: str, package: str) -> Finding:
    """Whether the system has a library, from whichever package."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return Finding(what, f"no {library}", f"Run: sudo apt-get install {package}")
    return Finding(what, library)


def model() -> Finding:
    """Whether the speech model is whole, every file read."""
    from voicecook.hearing.model_files import chosen_model, require_intact

    def whole() -> str:
        folder, sums = chosen_model()
        require_intact(folder, sums)
        return f"{folder}, {len(sums)} files, each with its sum"

    return _unless_missing("speech model", whole)


def device(kind: Literal["input", "output"], what: str) -> Finding:
    """Whether there is a microphone or a loudspeaker."""
    from voicecook.sound.devices import find

    return _unless_missing(what, lambda: find(kind, None).name)


def diary_folder(state: Path | None) -> Finding:
    """Whether the diary can be written, and the disk has room for it."""
    from voicecook.workshop import state_folder

    folder = state_folder(state)
    there = next(parent for parent in (folder, *folder.parents) if parent.exists())
    if not (there.is_dir() and os.access(there, os.W_OK | os.X_OK)):
        return Finding("diary", f"{there} cannot be written", "Choose another with --state.")
    free = shutil.disk_usage(there).free >> 20
    mend = "" if free >= ROOM_MB else f"Free {ROOM_MB} MB on that disk."
    return Finding("diary", f"{folder}, {free} MB free", mend)


def _unless_missing(what: str, look: Callable[[], str]) -> Finding:
    try:
        return Finding(what, look())
    except MissingError as error:
        return Finding(what, "none that works", str(error))
