"""Speaks the sentences of words.yaml into FLAC files; `scripts/make_recordings` runs it.

The same sentence gives the same file: levels, pauses and the room's hiss follow from its name.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import zlib
from collections.abc import Iterator, Mapping
from itertools import cycle, islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
import soundfile
import soxr
import yaml

from voicecook.hearing.recording_names import Recording

HERE = Path(__file__).parent
RATE = 16_000
HISS_DB = -82.0
"""The room's own noise, in decibels of full scale."""
SPEECH_DB = (-30.0, -22.0)
"""How loud a speaker may be, root mean square, in decibels of full scale."""


def main() -> int:
    """Make what is missing, remove what is listed no more; with --all make everything."""
    wanted = yaml.safe_load((HERE / "words.yaml").read_text(encoding="utf-8"))
    voices = wanted.pop("voices")
    recordings = list(recordings_in(wanted, list(voices)))
    for tool in ("flite", "espeak-ng"):
        if not shutil.which(tool):
            print(f"make_recordings: run `sudo apt-get install {tool}` first", file=sys.stderr)
            return 3
    names = {recording.file_name for recording in recordings}
    for old in HERE.glob("*.flac"):
        if old.name not in names and old.stem.rpartition("--")[2] in voices:
            old.unlink()
    for recording in recordings:
        path = HERE / recording.file_name
        if "--all" in sys.argv or not path.exists():
            sound = in_a_room(speak(recording.words, voices[recording.voice]), path.name)
            soundfile.write(path, sound, RATE, subtype="PCM_16")
    files = list(HERE.glob("*.flac"))
    print(f"{len(files)} recordings, {sum(file.stat().st_size for file in files) / 1e6:.1f} MB")
    return 0


def recordings_in(groups: Mapping[str, Any], voices: list[str]) -> Iterator[Recording]:
    """Every sentence with the voices whose turn it is."""
    for name, group in groups.items():
        turn = cycle(group.get("voices", voices))
        for words in group["sentences"]:
            for voice in islice(turn, group["each"]):
                yield Recording(words, voice, ignored=name == "oov")


def speak(words: str, voice: Mapping[str, Any]) -> np.ndarray[Any, np.dtype[np.float64]]:
    """The words as mono sound at 16 kHz, silence trimmed."""
    with TemporaryDirectory() as folder:
        wav = str(Path(folder) / "spoken.wav")
        if "flite" in voice:
            command = ["flite", "-voice", voice["flite"], "-t", words, "-o", wav]
        else:
            speed, pitch = str(voice["speed"]), str(voice.get("pitch", 50))
            command = ["espeak-ng", "-v", voice["espeak"], "-s", speed, "-p", pitch, "-w", wav]
            command.append(words)
        subprocess.run(command, check=True, capture_output=True, timeout=60)
        sound, rate = soundfile.read(wav, dtype="float64")
    loud = np.flatnonzero(np.abs(sound) > 0.01 * np.abs(sound).max())
    return np.asarray(soxr.resample(sound[loud[0] : loud[-1] + 1], rate, RATE))


def in_a_room(
    sound: np.ndarray[Any, np.dtype[np.float64]], name: str
) -> np.ndarray[Any, np.dtype[np.float64]]:
    """The sound at a level of its own, with the quiet of a room before, under and after it."""
    chance = np.random.default_rng(zlib.crc32(name.encode()))
    level = 10 ** (chance.uniform(*SPEECH_DB) / 20) / np.sqrt(np.mean(sound**2))
    sound = sound * min(level, 0.95 / np.abs(sound).max())
    before, after = (int(RATE * chance.uniform(*span)) for span in ((0.25, 0.5), (1.0, 1.2)))
    hiss = chance.standard_normal(before + len(sound) + after) * 10 ** (HISS_DB / 20)
    hiss[before : before + len(sound)] += sound
    return hiss


if __name__ == "__main__":
    sys.exit(main())
