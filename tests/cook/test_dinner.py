"""When dinner is: eating at a set time, and being told when to begin what."""

import pytest

from tests.cook.driver import FIVE_O_CLOCK, Cook
from voicecook.cook.time import dinner
from voicecook.recipe.library import find_recipe
from voicecook.recipe.load import load_recipe

PORK = load_recipe(find_recipe("honey-glazed-pork-belly"))


@pytest.fixture
def roasting() -> Cook:
    cook = Cook(PORK).goes_to("roast")
    cook.says("yes")
    return cook


def test_when_to_start_so_as_to_eat_at_half_past_eight() -> None:
    cook = Cook(PORK)
    answer = cook.says("finish_time", eat_at="8:30")
    assert answer == "To eat at half past 8, start at about 5 56, in 56 minutes. I'll tell you."
    assert cook.waits(minutes=55) == ""
    reminder = "It's time to start, to eat at half past 8: heat the oven and line the tin."
    assert cook.waits(minutes=2) == reminder
    assert cook.waits(minutes=30) == ""


def test_a_time_too_early_is_told_at_once() -> None:
    cook = Cook(PORK)
    answer = cook.says("finish_time", eat_at="7:00")
    assert answer.endswith("in 2 hours 34 minutes. That's 34 minutes after you want to eat.")
    assert cook.waits(minutes=30) == ""


def test_dinner_running_late_is_said_once_at_the_next_step() -> None:
    cook = Cook(PORK)
    assert cook.says("finish_time", eat_at="7:30 pm").endswith(
        "That's in time to eat at half past 7."
    )
    assert "By the way" not in cook.says("next")
    cook.waits(minutes=40)
    late = "dinner will be ready at about 7 minutes past 8, 37 minutes later than you want."
    assert cook.says("next").endswith(f"By the way: {late}")
    assert "By the way" not in cook.says("next")


def test_without_a_time_to_eat_nothing_is_late() -> None:
    cook = Cook(PORK)
    cook.waits(hours=1)
    assert "By the way" not in cook.says("next")


def test_the_finish_follows_the_timers_that_run(roasting: Cook) -> None:
    before = roasting.says("finish_time")
    roasting.waits(minutes=10)
    assert roasting.says("finish_time").split(",")[0] == before.split(",")[0]
    roasting.says("add_time", seconds=1800)
    assert roasting.says("finish_time").split(",")[0] != before.split(",")[0]


def test_the_glaze_is_announced_when_it_ought_to_start_and_once(roasting: Cook) -> None:
    assert roasting.waits(minutes=73) == ""
    assert roasting.waits(minutes=2) == (
        "It's time to start, so that it's ready with the pork: combine the glaze. "
        "Say next when you're ready."
    )
    assert roasting.waits(minutes=9) == ""


def test_a_glaze_that_is_made_or_at_hand_is_not_announced(roasting: Cook) -> None:
    roasting.says("next")
    assert "time to start" not in roasting.waits(minutes=80)
    roasting.says("next", "next", "next")
    roasting.says("go_to", step=5)
    assert "time to start" not in roasting.waits(minutes=9)


def test_a_glaze_left_half_made_is_announced_too(roasting: Cook) -> None:
    roasting.says("next", "next")
    roasting.says("go_to", step=5)
    assert "ready with the pork: simmer the glaze. Say go to step 7." in roasting.waits(minutes=88)


def test_more_time_for_the_roast_moves_the_announcement(roasting: Cook) -> None:
    roasting.says("add_time", seconds=1200)
    assert roasting.waits(minutes=93) == ""
    assert "combine the glaze" in roasting.waits(minutes=2)


def test_five_minutes_before_the_roast_is_over_the_cook_gets_ready_for_the_hot_oven(
    roasting: Cook,
) -> None:
    roasting.says("next")
    assert roasting.waits(minutes=84) == ""
    assert roasting.waits(minutes=2).startswith("Five minutes left on the pork. Then it comes out")
    assert "220" in roasting.said


def test_where_the_cook_was_with_the_glaze(roasting: Cook) -> None:
    ask = {"topic": "glaze"}
    assert roasting.says("where_am_i", **ask) == (
        "The first for the glaze is step 6: Combine the glaze."
    )
    roasting.says("next")
    roasting.says("next")
    assert roasting.says("where_am_i", **ask) == "You're at it, step 7: Simmer the glaze."
    roasting.says("go_to", step=5)
    assert (
        roasting.says("where_am_i", **ask) == "The next for the glaze is step 7: Simmer the glaze."
    )
    roasting.says("go_to", step=8)
    roasting.says("start_timer")
    roasting.says("next")
    assert "The glaze timer has" in roasting.says("where_am_i", **ask)


@pytest.mark.parametrize(
    ("said", "clock"),
    [
        ("7:30", "22 19:30"),
        ("7:30 pm", "22 19:30"),
        ("7:30 am", "23 07:30"),
        ("19:30", "22 19:30"),
        ("5:00", "22 17:00"),
        ("4:30", "23 04:30"),
    ],
)
def test_a_clock_time_is_the_next_one_to_come(said: str, clock: str) -> None:
    when = dinner.clock_after(said, FIVE_O_CLOCK)
    assert when is not None
    assert f"{when:%d %H:%M}" == clock


def test_what_is_no_time_is_none() -> None:
    assert dinner.clock_after("25:00", FIVE_O_CLOCK) is None
    assert dinner.clock_after("", FIVE_O_CLOCK) is None


def test_undo_takes_back_the_time_to_eat_and_nothing_else() -> None:
    cook = Cook(PORK)
    cook.says("next")
    assert "By the way" not in cook.says("finish_time", eat_at="11:00")
    assert cook.says("undo") == "Taken back. You haven't told me when you want to eat."
    assert cook.session.eat_at is None
    assert cook.step == "pat-the-pork-dry"
    assert cook.says("undo").startswith("Taken back. You're at step 1")


def test_undo_goes_back_to_the_time_to_eat_before() -> None:
    cook = Cook(PORK)
    cook.says("finish_time", eat_at="11:00")
    cook.says("finish_time", eat_at="8:00")
    assert cook.says("undo") == "Taken back. You want to eat at 11 o'clock."


def test_a_cook_begun_again_late_hears_the_first_step_once() -> None:
    cook = Cook(PORK)
    cook.says("finish_time", eat_at="8:00")
    cook.waits(minutes=20)
    cook.says("next")
    cook.waits(hours=1)
    cook.says("restart")
    assert cook.says("yes").startswith("From the top. Step 1.")
    assert cook.waits(minutes=5) == ""
