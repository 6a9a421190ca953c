"""The clock on the wall is set, summer time comes, it sleeps: time runs on."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from voicecook.clock import Clock
from voicecook.cook.events import ClockMoved

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
