"""A day of kitchen sound through the whole app, faster than real time: does its memory grow?"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

from voicecook.bench.cost import family_mb
from voicecook.bench.figures import Figure, at_most, exactly
from voicecook.bench.sounds import add, fan, hiss, silence
from voicecook.bench.voices import ESPEAK, Voices
from voicecook.commands import Commands
from voicecook.cook import Happening, Session, WasHeard, WasSaid
from voicecook.hearing import FED_BLOCK, Ear
from voicecook.kitchen import FIRST_RECIPE, Diary, Equipment, Kitchen, Talker, listen
from voicecook.recipe import find_recipe, load_recipe
from voicecook.rehearsal import as_loud_as_a_cook
from voicecook.sound import HEARING_RATE, Pcm, to_pcm
from voicecook.speaking import EspeakSynthesiser, Mouth, Player

ANSWER_S = 8.0
"""How long the app is let speak after a command."""
PIECES = {"fan": 12, "talk": 5}
"""How many times ten seconds of each are heard in a round."""
COMMANDS = (
    "go to step one",
    "next",
    "how much honey",
    "next",
    "set a timer for ten minutes",
    "what are the ingredients",
    "stop",
    "how long left",
    "add five minutes",
    "go to the glaze",
    "okay",
)
MOST_GROWTH_MB = 1.0
MOST_MB = 230.0


@dataclass(frozen=True, slots=True)
class MemoryReading:
    """How things stood after so much sound."""

    hours: float
    memory_mb: float
    """The app and its voice together."""
    heard: int
    """Commands acted on so far."""
    said: int


@dataclass(slots=True)
class Tally:
    """A witness that only counts."""

    heard: int = 0
    said: int = 0

    def note(self, happening: Happening) -> None:
        """One more."""
        self.heard += isinstance(happening, WasHeard)
        self.said += isinstance(happening, WasSaid)


def soak(
    parts: Equipment, rounds: int, talk: Iterator[Pcm], minutes: float = 15
) -> Iterator[MemoryReading]:
    """Rounds of so many minutes: commands and their answers, a fan, talk, and silence for the rest.

    `talk` is other people's, endless, in pieces of at most 10 s.
    """
    tally = Tally()
    cooks = _cooks()
    with TemporaryDirectory() as folder:
        room = _Room(parts, tally, Path(folder))
        for turn in range(rounds):
            end = room.now + timedelta(minutes=minutes)
            for sound in _sounds(cooks[turn % len(cooks)], turn, talk):
                room.hear(sound)
            while room.now < end:
                room.hear(silence(1.0))
            hours = (turn + 1) * minutes / 60
            yield MemoryReading(hours, family_mb(os.getpid()), tally.heard, tally.said)


def figures(readings: Sequence[MemoryReading]) -> Iterator[Figure]:
    """The most memory, and how much it grew after the first 15 minutes."""
    first, most = readings[0].memory_mb, max(each.memory_mb for each in readings)
    for key, what, value, limit in (
        ("soak_memory", "memory of the whole app at its most", most, MOST_MB),
        ("soak_growth", "its growth after the first 15 minutes", most - first, MOST_GROWTH_MB),
    ):
        hours = readings[-1].hours
        yield Figure(
            key, what, "soak", hours, "hours", "MB", exactly(value), target=at_most(limit)
        )  # fmt: skip


class _Room:
    """The whole app but for the sound card: ear, session, diary and voice."""

    def __init__(self, parts: Equipment, tally: Tally, folder: Path) -> None:
        recipe = load_recipe(find_recipe(FIRST_RECIPE))
        self.now = datetime.now().astimezone()
        self._player = Player(HEARING_RATE)
        self._talker = Talker(Mouth(self._player, parts.voice, at_once=True), tally)
        self._ear = Ear(Commands.for_recipe(recipe), parts.model)
        self._kitchen = Kitchen(Session(recipe), self._talker, Diary(folder), tally)
        self._kitchen.open(self.now)

    def hear(self, sound: Pcm) -> None:
        """The sound, with what the app says meanwhile under it at a third."""
        for at in range(0, len(sound), FED_BLOCK):
            block = sound[at : at + FED_BLOCK]
            played = to_pcm(self._player.next_block(len(block)))
            self.now += timedelta(seconds=len(block) / HEARING_RATE)
            listen(self._kitchen, self._ear, add(block, played // 3, 0), played, self.now)
            self._talker.report(self.now)


def _cooks() -> list[list[Pcm]]:
    """All commands by one cook after the other, said by a voice the app knows nothing of."""
    with closing(EspeakSynthesiser()) as voice:
        voices = Voices(voice, ESPEAK)
        return [[voices.say(text, turn) for text in COMMANDS] for turn in range(len(ESPEAK))]


def _sounds(commands: Sequence[Pcm], turn: int, talk: Iterator[Pcm]) -> Iterator[Pcm]:
    """What the cook, the kitchen and its guests sound like, piece by piece."""
    for said in commands:
        yield said
        yield silence(ANSWER_S)
    for _ in range(PIECES["fan"]):
        yield fan(10.0, seed=turn)
    yield hiss(20.0, -75.0, turn)
    for piece in islice(talk, PIECES["talk"]):
        yield as_loud_as_a_cook(piece)
    yield hiss(20.0, -75.0, turn)
