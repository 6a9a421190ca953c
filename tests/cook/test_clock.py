"""Clocks that move: summer time, the network's time, sleep, and a machine that wakes up in 1970."""

from datetime import UTC, datetime, timedelta

import pytest

from tests.cook.driver import Cook
from tests.cook.test_opening import cut_power
from voicecook.cook.core.events import ClockMoved

HOUR = timedelta(hours=1)


@pytest.fixture
def roasting() -> Cook:
    cook = Cook().goes_to("roast")
    cook.says("done")
    return cook


def clock_moves(cook: Cook, by: timedelta, shown: timedelta | None = None) -> str:
    """The clock on the wall is set while we cook."""
    cook.now += by
    return cook.take(ClockMoved(cook.now, by, by if shown is None else shown))


@pytest.mark.parametrize("hours", [-5, -1, 1, 5])
def test_a_clock_set_by_hours_is_said_and_the_timers_stay_as_far_off(
    roasting: Cook, hours: int
) -> None:
    roasting.waits(minutes=30)
    said = clock_moves(roasting, timedelta(hours=hours))
    way = "forward" if hours > 0 else "back"
    count = f"{abs(hours)} hour" + ("s" if abs(hours) > 1 else "")
    assert said.startswith(f"The clock went {way} by {count}; it is half past")
    assert said.endswith("The timers go on as they were.")
    assert roasting.left() == {"pork": 3600}
    assert roasting.waits(minutes=59, seconds=59) == ""
    assert "The pork timer is up." in roasting.waits(seconds=1)


def test_summer_time_is_said_and_moves_no_timer(roasting: Cook) -> None:
    for shown, way in ((HOUR, "forward"), (-HOUR, "back")):
        said = clock_moves(roasting, timedelta(), shown)
        assert said.startswith(f"The clock went {way} by 1 hour; it is 5 o'clock now.")
    assert roasting.left() == {"pork": 5400}


def test_a_small_correction_is_not_worth_a_word(roasting: Cook) -> None:
    assert clock_moves(roasting, timedelta(seconds=-20)) == ""
    assert roasting.left() == {"pork": 5400}


def test_a_machine_that_woke_in_1970_is_set_right_and_the_timers_with_it() -> None:
    roasting = Cook(now=datetime(1970, 1, 1, tzinfo=UTC)).goes_to("roast")
    roasting.says("yes")
    roasting.waits(minutes=10)
    said = clock_moves(roasting, timedelta(days=20_000))
    assert said.startswith("My clock was wrong; it is 10 past 12 now.")
    assert roasting.left() == {"pork": 4800}


def test_after_a_power_cut_the_time_away_is_known_once_the_clock_is_set(roasting: Cook) -> None:
    roasting.waits(minutes=30)
    before = roasting.now
    woke = datetime(1970, 1, 1, tzinfo=UTC)
    assert "can't tell how long I was away" in cut_power(roasting, woke - before)
    assert roasting.left() == {"pork": 3600}
    roasting.says("set_timer", seconds=600, name="rice")
    roasting.waits(minutes=2)
    said = clock_moves(roasting, before + timedelta(minutes=6) - roasting.now)
    assert "So I was off for 4 minutes. The rice timer has 8 minutes left." in said
    assert "The pork timer has 54 minutes left." in said
    assert roasting.left() == {"rice": 480, "pork": 54 * 60}
    clock_moves(roasting, HOUR)
    assert roasting.left() == {"rice": 480, "pork": 54 * 60}


def test_what_came_due_while_the_clock_was_wrong_rings_once_it_is_set(roasting: Cook) -> None:
    roasting.waits(minutes=80)
    before = roasting.now
    cut_power(roasting, datetime(1970, 1, 1, tzinfo=UTC) - before)
    clock_moves(roasting, before + timedelta(minutes=15) - roasting.now)
    assert roasting.waits(seconds=0) == "The pork timer was up 5 minutes ago. Take it out."


def test_two_cuts_before_the_clock_is_set_are_one_stop(roasting: Cook) -> None:
    roasting.waits(minutes=30)
    before = roasting.now
    cut_power(roasting, datetime(1970, 1, 1, tzinfo=UTC) - before)
    cut_power(roasting, timedelta(minutes=1))
    clock_moves(roasting, before + timedelta(minutes=5) - roasting.now)
    assert roasting.left() == {"pork": 55 * 60}


def test_the_time_away_is_known_too_if_the_clock_is_right_after_a_second_cut(
    roasting: Cook,
) -> None:
    roasting.waits(minutes=30)
    before = roasting.now
    cut_power(roasting, datetime(1970, 1, 1, tzinfo=UTC) - before)
    roasting.waits(minutes=1)
    cut_power(roasting, before + timedelta(minutes=5) - roasting.now)
    assert roasting.left() == {"pork": 55 * 60}


def test_a_clock_that_was_never_set_before_the_cut_cannot_tell_its_length() -> None:
    roasting = Cook(now=datetime(1970, 1, 1, tzinfo=UTC)).goes_to("roast")
    roasting.says("yes")
    roasting.waits(minutes=30)
    said = cut_power(roasting, timedelta(days=21_000))
    assert "My clock was wrong when we stopped, so I can't tell how long I was away." in said
    assert roasting.left() == {"pork": 3600}


def test_what_rang_before_the_clock_was_set_rang_as_long_ago_as_it_did(roasting: Cook) -> None:
    roasting.waits(minutes=91)
    clock_moves(roasting, 3 * HOUR)
    assert roasting.says("missed_alerts").startswith("The pork timer rang 1 minute ago, at half")
    assert roasting.waits(seconds=29) == ""
    assert "still up" in roasting.waits(seconds=1)


def test_a_held_timer_keeps_what_it_had_whatever_the_clock_does(roasting: Cook) -> None:
    roasting.waits(minutes=30)
    roasting.says("pause_timer")
    clock_moves(roasting, -2 * HOUR)
    cut_power(roasting, -5 * HOUR)
    assert roasting.left() == {"pork": 3600}


def test_sleep_is_time_that_passes_and_what_came_due_rings_at_once(roasting: Cook) -> None:
    roasting.now += timedelta(hours=2)
    assert roasting.waits(seconds=0) == "The pork timer was up 30 minutes ago. Take it out."


def test_undo_after_the_clock_was_set_brings_timers_back_as_far_off(roasting: Cook) -> None:
    roasting.says("cancel_timer")
    clock_moves(roasting, HOUR)
    roasting.says("undo")
    assert roasting.left() == {"pork": 5400}
