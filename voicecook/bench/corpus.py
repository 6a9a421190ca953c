"""Other people's recordings to measure with, in two halves: one to tune on, one held out.

The folder is laid out as its README says; what is not there is measured with sounds made here.
"""

from __future__ import annotations

import csv
import hashlib
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Literal

from voicecook.sound import Pcm, read_all

Half = Literal["tuning half", "held-out half"]
HALVES: tuple[Half, Half] = ("held-out half", "tuning half")
NEEDED = ("speech/words/manifest.csv", "speech/home_control_sentences", "background", "noise")
TALK = ("background/*/*", "speech/home_control_sentences/*")
AUDIO = frozenset({".flac", ".wav", ".opus"})
LONGEST_S = 1800
TUNING_EVERY = 3
"""The tuning half is only there to compare with, so one in three of it will do."""


def half_of(name: str) -> Half:
    """In which half a speaker or a file is, by a hash of the name."""
    odd = hashlib.md5(name.encode(), usedforsecurity=False).digest()[0] % 2
    return "held-out half" if odd else "tuning half"


@dataclass(frozen=True)
class Corpus:
    """A folder of recordings; `every` takes one in so many."""

    folder: Path
    every: int = 1

    @property
    def missing(self) -> list[str]:
        """What is not there."""
        return [name for name in (*NEEDED, "rooms") if not (self.folder / name).exists()]

    def words(self, half: Half) -> list[tuple[str, Path]]:
        """Single words by many speakers, split by speaker: what is said, and its recording."""
        folder = self.folder / "speech" / "words"
        with (folder / "manifest.csv").open(encoding="utf-8") as manifest:
            rows = [row for row in csv.DictReader(manifest) if half_of(row["speaker"]) == half]
        return [(row["transcript"], folder / row["file"]) for row in rows]

    def talk(self, half: Half) -> list[Path]:
        """Talk that is not for the app, split by file."""
        files = sorted(file for place in TALK for file in self.folder.glob(place))
        mine = [file for file in files if file.suffix in AUDIO and half_of(file.name) == half]
        return mine[:: self.step(half)]

    def step(self, half: Half) -> int:
        """One in so many of this half is measured."""
        return self.every * (TUNING_EVERY if half == "tuning half" else 1)

    def noises(self, half: Half) -> list[Pcm]:
        """Sounds of kitchens, split by file."""
        files = sorted((self.folder / "noise").glob("*/*"))
        mine = [file for file in files if file.suffix in AUDIO and half_of(file.name) == half]
        return [read_all(file) for file in mine]

    @cached_property
    def rooms(self) -> list[Path]:
        """Impulse responses of rooms."""
        return sorted(file for file in (self.folder / "rooms").glob("*") if file.suffix in AUDIO)


def read(file: Path) -> Pcm:
    """A recording of up to half an hour."""
    return read_all(file, LONGEST_S)
