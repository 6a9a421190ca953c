"""Coming back after a power cut, with the session written down and read again."""

from datetime import timedelta

import pytest

from tests.cook.driver import Cook
from voicecook.cook.core import memory
from voicecook.cook.core.events import Opened


def cut_power(cook: Cook, away: timedelta) -> str:
    """Everything in memory is lost; the app starts again that much later."""
    seen = cook.now
    cook.session = memory.session_from_json(memory.session_as_json(cook.session), cook.recipe)
    cook.now += away
    return cook.take(Opened(cook.now, seen))


@pytest.fixture
def roasting() -> Cook:
    cook = Cook().goes_to("roast")
    cook.says("done")
    return cook


def test_what_is_read_is_what_was_written(roasting: Cook) -> None:
    roasting.says("set_timer", seconds=100, name="rice")
    roasting.waits(seconds=101)
    assert (
        memory.session_from_json(memory.session_as_json(roasting.session), roasting.recipe)
        == roasting.session
    )


def test_after_a_short_cut_the_timers_have_run_on(roasting: Cook) -> None:
    roasting.waits(minutes=10)
    said = cut_power(roasting, timedelta(minutes=4))
    assert "I was away for 4 minutes. The pork timer has 1 hour 16 minutes left." in said
    assert said.endswith("You're at step 3: Mix the glaze.")


def test_a_timer_that_came_due_meanwhile_rings_late(roasting: Cook) -> None:
    roasting.waits(minutes=85)
    said = cut_power(roasting, timedelta(minutes=20))
    assert "The pork timer was up 15 minutes ago. Take it out." in said
    assert roasting.rang == ["pork"]


def test_a_timer_long_over_is_told_once_and_does_not_ring(roasting: Cook) -> None:
    roasting.waits(minutes=85)
    said = cut_power(roasting, timedelta(hours=2))
    assert "The pork timer was up 1 hour 55 minutes ago, while I was off." in said
    assert roasting.rang == []
    assert "while I was off" not in cut_power(roasting, timedelta(minutes=1))


def test_what_was_ringing_rings_on(roasting: Cook) -> None:
    roasting.waits(minutes=90)
    cut_power(roasting, timedelta(minutes=1))
    assert roasting.rang == ["pork"]


def test_a_clock_that_went_back_is_said_and_the_timers_keep_what_they_had(roasting: Cook) -> None:
    roasting.waits(minutes=30)
    said = cut_power(roasting, timedelta(hours=-3))
    assert "earlier than when we stopped" in said
    assert roasting.left() == {"pork": 3600}


def test_a_recipe_mended_meanwhile_still_finds_its_place(roasting: Cook) -> None:
    written = memory.session_as_json(roasting.session)
    shorter = Cook().recipe.__class__(
        name="Little Roast", ingredients=(), steps=roasting.recipe.steps[1:]
    )
    assert memory.session_from_json(written, shorter).step.id == "mix"
