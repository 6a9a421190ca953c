"""`voicecook doctor`: see whether this machine has all it needs."""

from __future__ import annotations

import argparse
import ctypes
import importlib
import importlib.util
import math
import os
import shutil
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from voicecook.errors import MissingError, UsageError, VoicecookError, lack_behind
from voicecook.printable import printable

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from voicecook.sound import SoundCard

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
}
"""What each is for -> the library and the Debian package it comes in."""
LISTEN_S = 1.5
PATIENCE_S = 5.0
DEAD_DB, FULL_DB = -80.0, -1.0
"""No room is quieter than the one or louder than the other (peaks, dB full scale)."""
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
        print(f"{'mend' if finding.mend else 'ok':6}{finding.what}: {printable(finding.found)}")
        if finding.mend:
            ill += 1
            print(f"{'':6}{printable(finding.mend)}")
    if not ill:
        print("All is well. `voicecook cook` begins.")
        return 0
    things = "one thing needs" if ill == 1 else f"{ill} things need"
    print(f"So {things} mending. `voicecook cook --typed` needs no sound.")
    return MissingError.exit_code


def findings(state: Path | None = None) -> Iterator[Finding]:
    """What there is on this machine, one thing after the other."""
    yield python()
    yield packages()
    for what, (library, package) in LIBRARIES.items():
        yield shared_library(what, library, package)
    yield recogniser()
    yield speech()
    yield model()
    yield from sound_card()
    yield diary_folder(state)


def python() -> Finding:
    """Whether voicecook runs on a Python it was made for."""
    version = ".".join(str(part) for part in sys.version_info[:3])
    fits = (3, 11) <= sys.version_info < (3, 14)
    mend = "" if fits else "Python 3.11, 3.12 or 3.13 is needed. Run: scripts/setup"
    return Finding("Python", version, mend)


def packages() -> Finding:
    """Whether the Python packages are there."""
    missing = [name for name in PACKAGES if not _is_here(name)]
    if missing:
        return Finding("Python packages", f"no {', '.join(missing)}", "Run: scripts/setup")
    return Finding("Python packages", f"all {len(PACKAGES)} are here")


def _is_here(package: str) -> bool:
    """Whether it is; a folder that only has lost its files has no origin."""
    spec = importlib.util.find_spec(package)
    return spec is not None and spec.origin is not None


def shared_library(what: str, library: str, package: str) -> Finding:
    """Whether the system has a library, from whichever package."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return Finding(what, f"no {library}", f"Run: sudo apt-get install {package}")
    return Finding(what, library)


def recogniser() -> Finding:
    """Whether the recogniser and all it is linked with can be loaded (on 64-bit Arm: libatomic)."""

    def loaded() -> str:
        importlib.import_module("vosk")
        return "Vosk"

    return _unless_missing("recogniser", loaded)


def model() -> Finding:
    """Whether the speech model is whole, every file read."""

    def whole() -> str:
        from voicecook.model import chosen_model, require_intact

        folder, sums = chosen_model()
        require_intact(folder, sums)
        return f"{folder}, {len(sums)} files, each with its sum"

    return _unless_missing("speech model", whole)


def speech() -> Finding:
    """Whether the voice can really say something."""

    def said() -> str:
        from voicecook.speaking import VOICE_RATE, EspeakSynthesiser

        with closing(EspeakSynthesiser()) as voice:
            return f'"Hello." takes {len(voice.render("Hello.")) / VOICE_RATE:.1f} s to say'

    return _unless_missing("speech", said)


def sound_card() -> Iterator[Finding]:
    """Whether both devices are there, work together, and the microphone hears a room."""
    microphone, loudspeaker = device("input", "microphone"), device("output", "loudspeaker")
    if not (microphone.mend or loudspeaker.mend):
        microphone = _unless_missing_at_all(lambda: listened(_card(), microphone))
    yield microphone
    yield loudspeaker


def _card() -> SoundCard:
    from voicecook.sound import LiveSoundCard

    return LiveSoundCard(_Silence())


def listened(card: SoundCard, microphone: Finding) -> Finding:
    """How loud it is at the microphone. Raises MissingError."""
    card.start()
    peak, heard_s, until = 0, 0.0, time.monotonic() + PATIENCE_S
    while heard_s < LISTEN_S and time.monotonic() < until:
        if block := card.read(0.1):
            heard_s += 0.02
            peak = max(peak, int(abs(block.mic.astype(int)).max()))
    card.stop()
    if not heard_s:
        mend = "Plug it in again, or choose another with: voicecook cook --input NAME"
        return replace(microphone, found=f"{microphone.found}, but no sound comes", mend=mend)
    return level(microphone, 20 * math.log10(max(peak, 1) / 32_768))


def level(microphone: Finding, peak_db: float) -> Finding:
    """What the loudest moment of a quiet second says of a microphone."""
    found = f"{microphone.found}, {peak_db:.0f} dB in this room"
    if peak_db < DEAD_DB:
        return replace(
            microphone, found=f"{microphone.found}, muted", mend="Turn it up: alsamixer -V capture"
        )
    mend = "" if peak_db < FULL_DB else "Too loud. Turn it down: alsamixer -V capture"
    return replace(microphone, found=found, mend=mend)


class _Silence:
    """Plays nothing."""

    rate = 48_000
    speaking = False

    def next_block(self, n: int) -> NDArray[np.float32]:
        import numpy as np

        return np.zeros(n, np.float32)


def device(kind: Literal["input", "output"], what: str) -> Finding:
    """Whether there is a microphone or a loudspeaker."""

    def there() -> str:
        from voicecook.sound import device_names, find_device

        chosen = find_device(kind, None).name
        others = [name for name in device_names(kind) if name != chosen]
        return f"{chosen} (--{kind} takes also: {', '.join(others)})" if others else chosen

    return _unless_missing(what, there)


def diary_folder(state: Path | None) -> Finding:
    """Whether the diary can be written, and the disk has room for it."""
    from voicecook.cli.state import state_folder

    try:
        folder = state_folder(state)
    except UsageError as error:
        return Finding("diary", "no place for it", f"{error}, or: voicecook cook --state DIR")
    there = next(parent for parent in (folder, *folder.parents) if os.path.exists(parent))  # noqa: PTH110 - never raises
    if not (there.is_dir() and os.access(there, os.W_OK | os.X_OK)):
        return Finding(
            "diary", f"{there} cannot be written", "Choose another: voicecook cook --state DIR"
        )
    free = shutil.disk_usage(there).free >> 20
    mend = "" if free >= ROOM_MB else f"Free {ROOM_MB} MB there, or: voicecook cook --state DIR"
    return Finding("diary", f"{folder}, {free} MB free", mend)


def _unless_missing_at_all(look: Callable[[], Finding]) -> Finding:
    try:
        return look()
    except MissingError as error:
        return Finding("microphone", "not with this loudspeaker", str(error))
    except (ImportError, OSError) as error:
        return _not_loaded("microphone", error)


def _unless_missing(what: str, look: Callable[[], str]) -> Finding:
    try:
        return Finding(what, look())
    except VoicecookError as error:
        return Finding(what, "none that works", str(error))
    except (ImportError, OSError) as error:
        return _not_loaded(what, error)


def _not_loaded(what: str, error: ImportError | OSError) -> Finding:
    if lack := lack_behind(error):
        return Finding(what, f"{lack.what} is missing", f"Run: {lack.command}")
    return Finding(what, f"none that works: {error}", "Run: scripts/setup")
