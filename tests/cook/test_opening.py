"""Coming back after a power cut, with the session written down and read again."""

from datetime import timedelta

import pytest

from tests.cook.driver import Cook
from voicecook.cook.core import memory
from voicecook.cook.core.events import Opened
from voicecook.recipe.model import Recipe, Span, Step, TimerSpec


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


def test_a_step_just_read_out_is_not_read_again_after_a_short_stop() -> None:
    cook = Cook()
    step = cook.says("next")
    assert cut_power(cook, timedelta(seconds=5)).endswith("You're at step 2: Roast the pork.")
    assert cook.says("repeat") == step
    assert cut_power(cook, timedelta(minutes=1)).endswith("You're at step 2: Put the pork in.")


def test_a_step_is_not_read_twice_by_resume_or_start_after_a_stop(roasting: Cook) -> None:
    assert "Mix the glaze." in cut_power(roasting, timedelta(minutes=4))
    title = "You're at step 3: Mix the glaze. Say next when you're ready."
    assert roasting.says("resume") == f"We're not paused. {title}"
    roasting.says("how_long_left")
    assert "Step 3. Mix the glaze." in roasting.says("start")


def test_a_paused_step_is_read_when_the_cook_resumes(roasting: Cook) -> None:
    roasting.says("pause")
    said = cut_power(roasting, timedelta(minutes=4))
    assert said.endswith("We're paused at step 3: Mix the glaze. Say resume to go on.")
    assert roasting.says("resume") == "On we go. Step 3. Mix the glaze."


def test_a_step_read_too_early_is_read_in_full_once_after_the_stop() -> None:
    timers = [TimerSpec(name, Span(600, 600), done="Out.") for name in ("roasting", "glazing")]
    steps = (
        Step("roast", "Roast", "Into the oven.", timer=timers[0]),
        Step("glaze", "Glaze", "Back into the oven.", timer=timers[1]),
    )
    cook = Cook(Recipe(name="Roast", ingredients=(), steps=steps))
    cook.says("yes")
    assert "Not quite yet" in cook.says("next")
    assert cut_power(cook, timedelta(hours=3)).endswith("You're at step 2: Glaze.")
    assert "Back into the oven. Shall I start a timer for 10 minutes?" in cook.says("next")


def test_the_step_at_hand_is_not_announced_again_after_the_stop() -> None:
    cook = Cook()
    cook.says("finish_time", eat_at="8:30")
    assert "Heat the oven." in cut_power(cook, timedelta(hours=2))
    assert cook.waits(minutes=5) == ""


def test_a_single_step_is_counted_as_one() -> None:
    recipe = Recipe(name="Toast", ingredients=(), steps=(Step("toast", "Toast it", "Toast it."),))
    cook = Cook(recipe)
    assert cook.said.startswith("Hello! Today we make Toast, in 1 step.")
    assert cook.says("go_to", step=3) == "There is 1 step, so there's no step 3."
