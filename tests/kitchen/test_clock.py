"""The clock on the wall is set, summer time comes, it sleeps: time runs on."""

from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from tests.cook.driver import ROAST
from tests.kitchen.fakes import FakeMouth, FakeNotebook, FakeWitness
from voicecook.commands.intents import Intent
from voicecook.cook.core.events import ClockMoved
from voicecook.cook.core.session import Session
from voicecook.kitchen.beginning import begin
from voicecook.kitchen.clock import Clock
from voicecook.kitchen.diary import Diary
from voicecook.kitchen.kitchen import Kitchen

FIVE = datetime(2026, 3, 29, 17, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)


class Machine:
    """A machine's two clocks, by hand."""

    def __init__(self) -> None:
        self.shows = FIVE
        self.up_s = 1000.0
        self.dawdles_s = 0.0

    def wall(self) -> datetime:
        self.up_s += self.dawdles_s
        return self.shows

    def up(self) -> float:
        return self.up_s

    def passes(self, seconds: float) -> None:
        self.shows += timedelta(seconds=seconds)
        self.up_s += seconds


@pytest.fixture
def machine() -> Machine:
    return Machine()


@pytest.fixture
def clock(machine: Machine) -> Clock:
    return Clock(machine.wall, machine.up)


def test_time_passes_and_nothing_has_moved(machine: Machine, clock: Clock) -> None:
    machine.passes(3600)
    assert clock.now() == FIVE + HOUR
    assert clock.moved() is None


@pytest.mark.parametrize("hours", [-20_000, -1, 1, 500_000])
def test_a_wall_that_is_set_changes_nothing_until_it_is_looked_at(
    machine: Machine, clock: Clock, hours: int
) -> None:
    machine.passes(60)
    machine.shows += timedelta(hours=hours)
    assert clock.now() == FIVE + timedelta(minutes=1)
    by = timedelta(hours=hours)
    assert clock.moved() == ClockMoved(FIVE + timedelta(minutes=1) + by, by, by)
    assert clock.moved() is None
    machine.passes(60)
    assert clock.now() == FIVE + timedelta(minutes=2) + by


def test_summer_time_moves_the_hands_but_not_the_time(machine: Machine, clock: Clock) -> None:
    machine.shows = FIVE.astimezone(timezone(HOUR))
    moved = clock.moved()
    assert moved is not None
    assert (moved.by, moved.shown, moved.at.hour) == (timedelta(), HOUR, 18)
    assert clock.now() == FIVE
    assert clock.now().hour == 18
    machine.shows = machine.shows.astimezone(UTC)
    moved = clock.moved()
    assert moved is not None
    assert (moved.by, moved.shown) == (timedelta(), -HOUR)


def test_a_little_drift_is_not_followed(machine: Machine, clock: Clock) -> None:
    machine.shows += timedelta(seconds=1.5)
    assert clock.moved() is None
    assert clock.now() == FIVE


def test_sleep_counts_as_time(machine: Machine, clock: Clock) -> None:
    machine.passes(8 * 3600)
    assert clock.now() == FIVE + 8 * HOUR
    assert clock.moved() is None


def test_a_look_that_was_held_up_says_nothing(machine: Machine, clock: Clock) -> None:
    machine.dawdles_s = 3600
    assert clock.moved() is None


def test_the_real_clocks_agree() -> None:
    clock = Clock()
    assert abs(clock.now() - datetime.now(UTC)) < timedelta(seconds=5)
    assert clock.now().tzinfo is not None


def test_the_kitchen_goes_with_a_clock_that_was_set_back_and_keeps_noting_it_is_alive() -> None:
    mouth, notebook = FakeMouth(), FakeNotebook()
    kitchen = Kitchen(Session(ROAST), mouth, notebook, FakeWitness())
    kitchen.open(FIVE)
    kitchen.heard(FIVE, "set a timer for ten minutes", (Intent("set_timer", {"seconds": 600}),))
    kitchen.advance(FIVE)
    saved, earlier = len(notebook.saved), FIVE - 3 * HOUR
    kitchen.clock_moved(ClockMoved(earlier, -3 * HOUR, -3 * HOUR))
    assert mouth.done[-1].startswith("alert: The clock went back by 3 hours; it is 2 o'clock now.")
    assert len(notebook.saved) == saved + 1
    assert kitchen.deadline == earlier + timedelta(minutes=10)
    kitchen.advance(earlier + timedelta(seconds=1))
    assert notebook.beats[-1] == earlier + timedelta(seconds=1)


def test_a_cook_whose_clock_was_never_set_is_picked_up_however_late_it_seems(
    tmp_path: Path,
) -> None:
    diary = Diary(tmp_path)
    never_set = datetime(1970, 1, 1, 0, 5, tzinfo=UTC)
    diary.save(begin(["honey-glazed-pork-belly"], diary, never_set).session, never_set)
    assert begin([], diary, FIVE).seen == never_set
    diary.save(begin(["honey-glazed-pork-belly"], diary, FIVE).session, FIVE)
    assert begin([], diary, FIVE + 24 * HOUR).seen is None
