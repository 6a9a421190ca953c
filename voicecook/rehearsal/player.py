"""Scripted sessions: the real recogniser and the real voice, in virtual time."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from voicecook.commands import Commands
from voicecook.cook import Happening, Session, Stood, WasCut, WasHeard, WasIgnored, Witness
from voicecook.errors import UsageError
from voicecook.hearing import Ear, read_all, to_pcm
from voicecook.kitchen import Diary, Equipment, Kitchen, Talker, menu_of
from voicecook.recipe import Recipe
from voicecook.rehearsal import verdict
from voicecook.rehearsal.air import CalmAir, KitchenAir, as_loud_as_a_cook
from voicecook.rehearsal.scenario import Line, Scenario
from voicecook.rehearsal.virtual import RATE, Air, Pcm, VirtualRoom, Watcher
from voicecook.speaking import Mouth, Player, resampled

COOKS_VOICE = "en-us"
"""Who speaks a scenario's `say` lines, unless they name another."""
BREATH = timedelta(seconds=0.3)
"""How long a cook waits after the app has finished before speaking."""
INTO_SPEECH = timedelta(seconds=0.8)
"""How far into the app's sentence an interruption begins."""
PATIENCE = timedelta(seconds=2)
"""How long after the last word a decision is waited for."""


@dataclass
class Log:
    """A witness that keeps everything, and passes it on."""

    also: Witness | None = None
    all: list[Happening] = field(default_factory=list)
    since_line: list[Happening] = field(default_factory=list)

    def note(self, happening: Happening) -> None:
        """Keep it."""
        self.all.append(happening)
        self.since_line.append(happening)
        if self.also:
            self.also.note(happening)


@dataclass(frozen=True, slots=True)
class Result:
    """What came of a scenario."""

    scenario: Scenario
    happenings: list[Happening]
    failures: list[str]

    @property
    def passed(self) -> bool:
        """Whether every expectation held."""
        return not self.failures


def replay(
    scenario: Scenario,
    parts: Equipment,
    witness: Witness | None = None,
    watcher: Watcher | None = None,
) -> Result:
    """Play a scenario through. Raises UsageError when its recipe or a recording can't be used."""
    recipe = menu_of(scenario.recipes)
    with tempfile.TemporaryDirectory() as folder:
        player = _Player(
            scenario, recipe, parts, Log(witness), Diary(Path(folder)), watcher or Watcher()
        )
        return Result(scenario, player.log.all, player.play())


class _Player:
    """One run of one scenario."""

    def __init__(
        self,
        scenario: Scenario,
        recipe: Recipe,
        parts: Equipment,
        log: Log,
        diary: Diary,
        watcher: Watcher,
    ) -> None:
        self.log = log
        self._scenario = scenario
        self._recipe = recipe
        self._parts = parts
        self._diary = diary
        self._done_at = scenario.start
        player = Player(RATE)
        self._talker = Talker(Mouth(player, parts.voice, at_once=True), log)
        self._room = VirtualRoom(
            scenario.start, self._new_ear, player, self._talker, _air(scenario), watcher
        )
        self._room.move_in(Kitchen(Session(recipe), self._talker, diary, log))

    def _new_ear(self, commands: Commands) -> Ear:
        return Ear(commands, self._parts.model.afresh())

    def play(self) -> list[str]:
        """Everything in order; returns the failures."""
        self._room.kitchen.open(self._room.now)
        failures: list[str] = []
        script = self._scenario.script
        self._let_speak(script[0] if script else None)
        self.log.since_line.clear()
        for line, following in zip(script, [*script[1:], None], strict=True):
            silent_after = self._do(line)
            self._done_at = self._room.now
            timers = self._room.kitchen.stands(self._room.now).timers
            self._let_speak(following)
            outcome = verdict.Outcome(
                tuple(self.log.since_line), self._stands(), timers, silent_after
            )
            failures += verdict.failures(line, outcome)
            self.log.since_line.clear()
        return failures

    def _stands(self) -> Stood:
        stood = self._room.kitchen.stands(self._room.now)
        self.log.note(stood)
        return stood

    def _let_speak(self, following: Line | None) -> None:
        """Let the app finish, unless the next line is to interrupt it."""
        if following is None or following.kind != "over":
            self._room.settle()
        else:
            self._room.run_until(lambda: self._room.app_is_speaking, PATIENCE)

    def _do(self, line: Line) -> float | None:
        match line.kind:
            case "wait":
                self._room.wait(self._end_of(line))
            case "power_cut":
                self._cut_power(timedelta(seconds=line.seconds))
            case "over":
                return self._interrupt(line)
            case "say" | "play":
                self._room.wait(self._room.now + BREATH)
                self._say(line)
        return None

    def _say(self, line: Line) -> None:
        room = self._room
        before = self._decisions()
        room.speak(self._words(line))
        room.run_until(lambda: not room.cook_is_speaking or self._decisions() > before)
        room.run_until(lambda: not room.ear_is_busy and self._decisions() > before, PATIENCE)

    def _decisions(self) -> int:
        return sum(isinstance(one, WasHeard | WasIgnored) for one in self.log.since_line)

    def _interrupt(self, line: Line) -> float | None:
        room = self._room
        room.run_until(lambda: not room.app_is_speaking, INTO_SPEECH)
        was_talking = room.app_is_speaking
        self._say(line)
        if not was_talking:
            return None
        room.run_until(lambda: bool(self._cuts()), PATIENCE)
        silent = self._cuts()[0] if self._cuts() else room.now
        return max(0.0, (silent - room.cook_silent_since).total_seconds() * 1000)

    def _cuts(self) -> list[datetime]:
        return [one.at for one in self.log.since_line if isinstance(one, WasCut)]

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
        return as_loud_as_a_cook(to_pcm(resampled(sound, RATE)))

    def _end_of(self, line: Line) -> datetime:
        """A wait counts from what the line before did, not from when it was all said."""
        now = self._room.now
        if line.until is None:
            return max(now, self._done_at + timedelta(seconds=line.seconds))
        end = now.replace(hour=line.until[0], minute=line.until[1], second=0, microsecond=0)
        return end if end > now else end + timedelta(days=1)

    def _cut_power(self, away: timedelta) -> None:
        self._talker.lose_power()
        self._room.now = max(self._room.now, self._done_at + away)
        entry = self._diary.load()
        session = entry.session(menu_of(entry.recipes)) if entry else Session(self._recipe)
        kitchen = Kitchen(session, self._talker, self._diary, self.log)
        self._room.move_in(kitchen)
        kitchen.open(self._room.now, entry.seen if entry else None)


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
