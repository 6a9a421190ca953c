"""The lines of a script that sound, in a room with the real ear and the real voice."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Protocol

from voicecook.commands import Commands
from voicecook.cook import Happening, WasCut, WasHeard, WasIgnored, Witness
from voicecook.errors import UsageError
from voicecook.hearing import Ear
from voicecook.kitchen import Equipment, Talker
from voicecook.rehearsal.air import CalmAir, KitchenAir, as_loud_as_a_cook
from voicecook.rehearsal.scenario import Line, Scenario
from voicecook.rehearsal.virtual import Air, VirtualRoom, Watcher
from voicecook.sound import HEARING_RATE, Pcm, read_all, to_pcm
from voicecook.speaking import Mouth, Player, resampled

COOKS_VOICE = "en-us"
"""Who speaks a scenario's `say` lines, unless they name another."""
INTO_SPEECH = timedelta(seconds=0.8)
"""How far into the app's sentence an interruption begins."""
PATIENCE = timedelta(seconds=2)
"""How long after the last word a decision is waited for."""


class Story(Witness, Protocol):
    """A witness that remembers what has happened since the line before."""

    @property
    def since_line(self) -> Sequence[Happening]:
        """In order."""
        ...


class Aloud:
    """A cook with a voice, or with recordings, and the room in which both sides sound."""

    def __init__(
        self, scenario: Scenario, parts: Equipment, story: Story, watcher: Watcher
    ) -> None:
        self._scenario = scenario
        self._parts = parts
        self._story = story
        player = Player(HEARING_RATE)
        talker = Talker(Mouth(player, parts.voice, at_once=True), story)
        self.room = VirtualRoom(
            scenario.start, self._new_ear, player, talker, _air(scenario), watcher
        )

    def _new_ear(self, commands: Commands) -> Ear:
        return Ear(commands, self._parts.model.afresh())

    def let_begin(self) -> None:
        """Let the app begin to speak."""
        self.room.run_until(lambda: self.room.app_is_speaking, PATIENCE)

    def say(self, line: Line) -> None:
        """The cook says it, and is heard to the end."""
        room = self.room
        before = self._decisions()
        room.speak(self._words(line))
        room.run_until(lambda: not room.cook_is_speaking or self._decisions() > before)
        room.run_until(lambda: not room.ear_is_busy and self._decisions() > before, PATIENCE)

    def interrupt(self, line: Line) -> float | None:
        """Say it over the app; returns how many ms the app then spoke on, if it spoke."""
        room = self.room
        room.run_until(lambda: not room.app_is_speaking, INTO_SPEECH)
        was_talking = room.app_is_speaking
        self.say(line)
        if not was_talking:
            return None
        room.run_until(lambda: bool(self._cuts()), PATIENCE)
        silent = self._cuts()[0] if self._cuts() else room.now
        return max(0.0, (silent - room.cook_silent_since).total_seconds() * 1000)

    def _decisions(self) -> int:
        return sum(isinstance(one, WasHeard | WasIgnored) for one in self._story.since_line)

    def _cuts(self) -> list[datetime]:
        return [one.at for one in self._story.since_line if isinstance(one, WasCut)]

    def _words(self, line: Line) -> Pcm:
        if line.audio:
            return as_loud_as_a_cook(read_all(line.audio))
        place = f"{self._scenario.path}:{line.number}"
        try:
            sound = self._parts.voice.render(line.words, voice=line.voice or COOKS_VOICE)
        except UsageError as error:
            raise UsageError(
                f'{place}: the voice "{line.voice}" can\'t say this; '
                "see which there are with: espeak-ng --voices"
            ) from error
        if not len(sound):
            raise UsageError(f'{place}: the voice says nothing for "{line.words}"; write words')
        return as_loud_as_a_cook(to_pcm(resampled(sound, HEARING_RATE)))


def _air(scenario: Scenario) -> Air:
    if scenario.noise is None and scenario.room is None:
        return CalmAir()
    noise = scenario.noise
    return KitchenAir(
        noise.file if noise else None,
        noise.snr_db if noise else 0.0,
        scenario.room,
        scenario.echo_db,
    )
