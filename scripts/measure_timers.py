"""How exactly timers ring: 1,000 in virtual time, 100 in real time within a minute.

    scripts/measure_timers [--virtual COUNT] [--real COUNT] [--seconds LONGEST]

Virtual time is a replay's: jumps where all is quiet, blocks of 20 ms while something sounds; every
alert is answered at once. Real time is `cook --typed` with its diary on disk; what counts is the
moment before the chime, and nobody answers. Beside it, what a bare sleep until the same moments
comes to on this machine at the same load.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from voicecook.commands import Commands, Context, Intent
from voicecook.cook import DidRing, Happening, NoWitness, Session
from voicecook.hearing import Decision
from voicecook.kitchen import Clock, Diary, Kitchen, Talker, run_typed
from voicecook.recipe import find_recipe, load_recipe
from voicecook.rehearsal import CalmAir, VirtualRoom, Watcher
from voicecook.sound import HEARING_RATE, Pcm
from voicecook.speaking import VOICE_RATE, Mouth, Player

STOP = Intent("stop_talking")
TARGET_MS = 50


def main() -> int:
    """Print the table; 1 if the real timers miss the target."""
    parser = argparse.ArgumentParser(prog="scripts/measure_timers")
    parser.add_argument("--virtual", type=int, default=1000)
    parser.add_argument("--real", type=int, default=100)
    parser.add_argument("--seconds", type=float, default=60.0)
    args = parser.parse_args()
    dice = random.Random(1)
    print("| | n | median | p99 | worst | early |")
    print("| --- | --- | --- | --- | --- | --- |")
    lengths = [dice.uniform(1, 7200) for _ in range(args.virtual)]
    _row("virtual time", _virtual(lengths))
    lengths = [dice.uniform(5, args.seconds) for _ in range(args.real)]
    real, bare = _real_beside_bare_sleep(lengths)
    _row("real time", real)
    _row("a bare sleep", bare)
    print(f"load while measuring: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    return int(_percentile(real, 0.99) > TARGET_MS)


def _row(name: str, errors_ms: Sequence[float]) -> None:
    median, p99 = _percentile(errors_ms, 0.5), _percentile(errors_ms, 0.99)
    early = sum(error < 0 for error in errors_ms)
    figures = " | ".join(f"{error:.1f} ms" for error in (median, p99, max(errors_ms)))
    print(f"| {name} | {len(errors_ms)} | {figures} | {early} |", flush=True)


def _percentile(errors_ms: Sequence[float], share: float) -> float:
    return sorted(errors_ms)[round(share * (len(errors_ms) - 1))]


def _set_timers(kitchen: Kitchen, lengths: Sequence[float], at: datetime) -> dict[str, datetime]:
    """Set a timer for each length; returns when each is due."""
    for number, seconds in enumerate(lengths):
        slots = {"seconds": seconds, "name": f"number {number}"}
        kitchen.heard(at, "set a timer", (Intent("set_timer", slots),))
    return {timer.name: timer.due for timer in kitchen.session.timers}


@dataclass
class Rings:
    """A witness that notes when each timer rang first."""

    at: dict[str, datetime] = field(default_factory=dict)

    def note(self, happening: Happening) -> None:
        """Be told."""
        if isinstance(happening, DidRing):
            self.at.setdefault(happening.name, happening.at)

    def errors_ms(self, due: dict[str, datetime]) -> list[float]:
        """How much later than due each rang."""
        return [(self.at[name] - when).total_seconds() * 1000 for name, when in due.items()]


class Deaf:
    """An ear that hears nothing."""

    busy = False

    def set_context(self, context: Context) -> None:
        """Whatever it is."""

    def feed(self, block: Pcm, reference: Pcm | None = None) -> list[Decision]:
        """Nothing is decided."""
        return []

    def skip(self, seconds: float) -> None:
        """Time passes."""


def _deaf(commands: Commands) -> Deaf:
    return Deaf()


class Hum:
    """A voice of two seconds' silence for every sentence."""

    def render(self, text: str, *, voice: str, rate: int) -> NDArray[np.int16]:
        """Two seconds."""
        return np.zeros(2 * VOICE_RATE, np.int16)

    def prepare(self, text: str, *, voice: str, rate: int) -> None:
        """Nothing to prepare."""


class NoDiary:
    """Forgets."""

    def save(self, session: Session, at: datetime) -> None:
        """Forget it."""

    def beat(self, at: datetime) -> None:
        """Forget it."""

    def forget(self) -> None:
        """Forget it."""


class Answering(Watcher):
    """Says stop whenever something rings."""

    def __init__(self) -> None:
        self.kitchen: Kitchen | None = None

    def look(self, session: Session, at: datetime) -> None:
        """Answer what rings."""
        if session.ringing and self.kitchen:
            self.kitchen.heard(at, "stop", (STOP,))


def _virtual(lengths: Sequence[float]) -> list[float]:
    start = datetime(2026, 11, 22, 17, tzinfo=UTC)
    player, rings, cook = Player(HEARING_RATE), Rings(), Answering()
    talker = Talker(Mouth(player, Hum(), at_once=True), NoWitness())
    room = VirtualRoom(start, _deaf, player, talker, CalmAir(), cook)  # type: ignore[arg-type]
    kitchen = Kitchen(
        Session(load_recipe(find_recipe("honey-glazed-pork-belly"))), talker, NoDiary(), rings
    )
    room.move_in(kitchen)
    cook.kitchen = kitchen
    kitchen.open(start)
    due = _set_timers(kitchen, lengths, start)
    room.wait(max(due.values()) + timedelta(seconds=1))
    return rings.errors_ms(due)


class Silent:
    """A mouth that says nothing."""

    def say(self, text: str, kind: Literal["answer", "alert"], loudness: float = 1.0) -> None:
        """Say nothing."""

    def chime(self, loudness: float) -> None:
        """Silent."""

    def hush(self) -> None:
        """Silent anyway."""

    def tune(self, volume: float, rate: int) -> None:
        """Whatever it is."""


class Rung(Rings):
    """Notes for each timer the moment its bell will sound."""

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        self._clock = clock

    def note(self, happening: Happening) -> None:
        """Be told; the bell follows at once."""
        if isinstance(happening, DidRing):
            self.at.setdefault(happening.name, self._clock.now())


def _real_beside_bare_sleep(lengths: Sequence[float]) -> tuple[list[float], list[float]]:
    clock = Clock()
    bare: list[float] = []
    reading, keyboard = os.pipe()
    recipe = load_recipe(find_recipe("honey-glazed-pork-belly"))
    with tempfile.TemporaryDirectory() as folder:
        rung = Rung(clock)
        ready = Kitchen(Session(recipe), Silent(), NoDiary(), NoWitness())
        due = _set_timers(ready, lengths, clock.now())
        kitchen = Kitchen(ready.session, Silent(), Diary(Path(folder)), rung)
        sleeper = threading.Thread(target=_sleep_until, args=(sorted(due.values()), clock, bare))
        sleeper.start()
        last = max(due.values()) + timedelta(seconds=2)
        threading.Timer((last - clock.now()).total_seconds(), os.close, (keyboard,)).start()
        with os.fdopen(reading) as lines:
            run_typed(kitchen, clock, lines)
        sleeper.join()
    return rung.errors_ms(due), bare


def _sleep_until(moments: Sequence[datetime], clock: Clock, errors_ms: list[float]) -> None:
    for moment in moments:
        time.sleep(max((moment - clock.now()).total_seconds(), 0))
        errors_ms.append((clock.now() - moment).total_seconds() * 1000)


if __name__ == "__main__":
    sys.exit(main())
