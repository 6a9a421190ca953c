"""Scripted sessions in virtual time: spoken with the real ear and voice, typed without."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Protocol

from voicecook.cook import Happening, Session, Stood, Witness
from voicecook.kitchen import Diary, Disk, Equipment, Kitchen, Speaker, menu_of
from voicecook.recipe import Recipe
from voicecook.rehearsal import verdict
from voicecook.rehearsal.aloud import Aloud
from voicecook.rehearsal.quiet import QuietRoom
from voicecook.rehearsal.scenario import Line, Scenario
from voicecook.rehearsal.virtual import Watcher

BREATH = timedelta(seconds=0.3)
"""How long a cook waits after the app has finished before speaking or typing."""


class Room(Protocol):
    """Where a script is played: a clock, a session, and something that speaks."""

    now: datetime
    kitchen: Kitchen

    @property
    def mouth(self) -> Speaker:
        """What a session in this room speaks with."""
        ...

    def move_in(self, kitchen: Kitchen) -> None:
        """Put a session into the room."""

    def lose_power(self, back: datetime) -> None:
        """All is dark until `back`."""

    def wait(self, end: datetime) -> None:
        """Let time pass until `end`."""

    def settle(self) -> None:
        """Let everybody finish."""


class VirtualDisk(Disk):
    """A disk whose power is cut by the script alone, so nothing need be waited for."""

    def sync(self, handle: int) -> None:
        """It is as good as written."""


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
    parts: Equipment | None = None,
    witness: Witness | None = None,
    watcher: Watcher | None = None,
) -> Result:
    """Play a scenario through; without `parts` nothing sounds, which only a silent one can do.

    Raises UsageError when its recipe or a recording can't be used.
    """
    recipe = menu_of(scenario.recipes)
    log, watcher = Log(witness), watcher or Watcher()
    with tempfile.TemporaryDirectory() as folder:
        diary = Diary(Path(folder), VirtualDisk())
        if parts is None:
            assert scenario.silent, f"{scenario.name} needs an ear and a voice"
            room: Room = QuietRoom(scenario.start, log, watcher)
            player = _Player(scenario, recipe, room, log, diary)
        else:
            aloud = Aloud(scenario, parts, log, watcher)
            player = _Player(scenario, recipe, aloud.room, log, diary, aloud)
        return Result(scenario, log.all, player.play())


class _Player:
    """One run of one scenario."""

    def __init__(
        self,
        scenario: Scenario,
        recipe: Recipe,
        room: Room,
        log: Log,
        diary: Diary,
        aloud: Aloud | None = None,
    ) -> None:
        self._scenario = scenario
        self._recipe = recipe
        self._room = room
        self._log = log
        self._diary = diary
        self._aloud = aloud
        self._done_at = scenario.start
        room.move_in(Kitchen(Session(recipe), room.mouth, diary, log))

    def play(self) -> list[str]:
        """Everything in order; returns the failures."""
        self._room.kitchen.open(self._room.now)
        failures: list[str] = []
        script = self._scenario.script
        self._let_speak(script[0] if script else None)
        self._log.since_line.clear()
        for line, following in zip(script, [*script[1:], None], strict=True):
            silent_after = self._do(line)
            self._done_at = self._room.now
            timers = self._room.kitchen.stands(self._room.now).timers
            self._let_speak(following)
            outcome = verdict.Outcome(
                tuple(self._log.since_line), self._stands(), timers, silent_after
            )
            failures += verdict.failures(line, outcome)
            self._log.since_line.clear()
        return failures

    def _stands(self) -> Stood:
        stood = self._room.kitchen.stands(self._room.now)
        self._log.note(stood)
        return stood

    def _let_speak(self, following: Line | None) -> None:
        """Let the app finish, unless the next line is to interrupt it."""
        if self._aloud and following is not None and following.kind == "over":
            self._aloud.let_begin()
        else:
            self._room.settle()

    def _do(self, line: Line) -> float | None:
        match line.kind:
            case "wait":
                self._room.wait(self._end_of(line))
            case "power_cut":
                self._cut_power(timedelta(seconds=line.seconds))
            case "type":
                self._room.wait(self._room.now + BREATH)
                self._room.kitchen.typed(self._room.now, line.words)
            case "over" if self._aloud:
                return self._aloud.interrupt(line)
            case "say" | "play" if self._aloud:
                self._room.wait(self._room.now + BREATH)
                self._aloud.say(line)
        return None

    def _end_of(self, line: Line) -> datetime:
        """A wait counts from what the line before did, not from when it was all said."""
        now = self._room.now
        if line.until is None:
            return max(now, self._done_at + timedelta(seconds=line.seconds))
        end = now.replace(hour=line.until[0], minute=line.until[1], second=0, microsecond=0)
        return end if end > now else end + timedelta(days=1)

    def _cut_power(self, away: timedelta) -> None:
        self._room.lose_power(max(self._room.now, self._done_at + away))
        entry = self._diary.load()
        session = entry.session(menu_of(entry.recipes)) if entry else Session(self._recipe)
        kitchen = Kitchen(session, self._room.mouth, self._diary, self._log)
        self._room.move_in(kitchen)
        kitchen.open(self._room.now, entry.seen if entry else None)
