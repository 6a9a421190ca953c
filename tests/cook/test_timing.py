"""Timers: started, asked about, rung, answered."""

import json
from datetime import timedelta

import pytest

from tests.cook.driver import Cook
from voicecook.cook.core.events import Ticked
from voicecook.cook.core.memory import session_as_json, session_from_json
from voicecook.recipe.model import Recipe, Reminder, Span, Step, TimerSpec


@pytest.fixture
def roasting() -> Cook:
    cook = Cook().goes_to("roast")
    cook.says("yes")
    return cook


def test_yes_to_the_offer_starts_the_timer_and_names_what_to_do_meanwhile() -> None:
    cook = Cook().goes_to("roast")
    answer = cook.says("yes")
    assert answer.startswith(
        "The pork timer is running: an hour and a half. Meanwhile: mix the glaze."
    )
    assert cook.left() == {"pork": 5400}


def test_no_to_the_offer_starts_nothing() -> None:
    cook = Cook().goes_to("roast")
    assert "no timer" in cook.says("no")
    assert cook.left() == {}
    cook.says("start_timer")
    assert cook.left() == {"pork": 5400}


def test_a_timer_runs_on_while_the_cook_is_elsewhere(roasting: Cook) -> None:
    roasting.says("next")
    roasting.waits(minutes=30)
    assert roasting.says("how_long_left") == "The pork timer has 1 hour left."
    assert roasting.says("how_long_left", timer="pork") == "The pork timer has 1 hour left."


def test_an_alert_says_what_to_do_and_comes_again_until_it_is_answered(roasting: Cook) -> None:
    roasting.says("next")
    assert roasting.waits(minutes=90) == "The pork timer is up. Take it out."
    assert roasting.rang == ["pork"]
    assert roasting.waits(seconds=31) == "The pork timer is still up. Take it out."
    assert roasting.says("stop_talking") == "Okay."
    assert roasting.waits(hours=1) == ""


def test_an_alert_is_answered_by_moving_on(roasting: Cook) -> None:
    roasting.waits(minutes=90)
    assert roasting.says("next") == "Step 3. Mix the glaze."
    assert roasting.waits(minutes=5) == ""


def test_five_more_minutes_after_it_rang(roasting: Cook) -> None:
    roasting.waits(minutes=91)
    assert roasting.says("add_time", seconds=300) == "5 more minutes for the pork: 5 minutes left."
    assert "The pork timer is up." in roasting.waits(minutes=5)


def test_a_range_is_two_moments_with_reminders_on_the_way() -> None:
    cook = Cook().goes_to("finish")
    cook.says("yes")
    assert cook.waits(minutes=5) == "Keep an eye on it."
    assert cook.waits(minutes=2.5) == "Brush again."
    look = cook.waits(minutes=7.5)
    assert look.startswith(
        "The glazing timer is up. It should be sticky. It may need up to 5 more minutes."
    )
    assert cook.says("no") == "Okay, up to 5 more minutes. I'll call you."
    assert cook.waits(minutes=5) == "The glazing timer is up. Take it out now."


def test_a_look_answered_with_yes_ends_the_timer() -> None:
    cook = Cook().goes_to("finish")
    cook.says("yes")
    cook.waits(minutes=15)
    assert cook.says("yes") == "Good. Take it out now."
    assert cook.left() == {}


def test_a_look_nobody_answers_becomes_the_late_end() -> None:
    cook = Cook().goes_to("finish")
    cook.says("yes")
    cook.waits(minutes=15)
    assert "The glazing timer is up. Take it out now." in cook.waits(minutes=6)


def test_more_and_less_time_moves_the_reminders_along() -> None:
    cook = Cook().goes_to("finish")
    cook.says("yes")
    cook.says("add_time", seconds=600)
    assert cook.waits(minutes=14.9) == "Brush again."
    assert cook.waits(seconds=10) == "Keep an eye on it."


def test_a_timer_of_the_cooks_own() -> None:
    cook = Cook()
    assert (
        cook.says("set_timer", seconds=600, name="rice") == "10 minutes for the rice, starting now."
    )
    assert cook.says("set_timer", seconds=900, name="rice") == "The rice timer now has 15 minutes."
    assert cook.says("set_timer", seconds=300) == "5 minutes, starting now."
    assert "The 5 minute timer is up." in cook.waits(minutes=5)


def test_a_held_timer_keeps_what_it_had_left(roasting: Cook) -> None:
    roasting.waits(minutes=30)
    assert roasting.says("pause_timer") == "The pork timer is on hold with 1 hour left."
    assert roasting.waits(hours=5) == ""
    assert roasting.says("resume_timer") == "The pork timer goes on: 1 hour left."
    roasting.says("next")
    assert roasting.waits(minutes=59) == ""
    assert "The pork timer is up." in roasting.waits(minutes=1)


def test_which_timer_is_asked_when_it_is_not_clear() -> None:
    cook = Cook()
    cook.says("set_timer", seconds=600, name="rice")
    cook.says("set_timer", seconds=300, name="beans")
    assert cook.says("add_time", seconds=60) == "Which one: the beans or the rice?"
    answer = cook.says("cancel_timer", timer="rice")
    assert answer == "The rice timer is off. Say undo if you want it back."
    assert cook.says("cancel_timer").startswith("The beans timer is off.")


def test_timers_without_a_name_are_called_by_their_length() -> None:
    cook = Cook()
    cook.says("set_timer", seconds=5400)
    cook.says("set_timer", seconds=45)
    assert cook.says("add_time", seconds=60) == "Which one: the 45 second or the 90 minute?"


def test_a_timer_that_has_rung_is_not_offered_again() -> None:
    cook = Cook().goes_to("finish")
    cook.says("yes")
    cook.waits(minutes=15)
    cook.says("yes")
    assert cook.goes_to("finish").said.endswith("Its timer has rung.")
    assert "running" in cook.says("start_timer")


def test_a_timer_is_not_offered_before_its_time() -> None:
    cook = Cook().goes_to("finish")
    cook.says("yes")
    assert "Shall I" not in cook.says("next")


def test_undo_says_which_timers_run_again() -> None:
    cook = Cook()
    cook.says("set_timer", seconds=600, name="rice")
    cook.says("cancel_timer")
    assert cook.says("undo").endswith("Running again: the rice.")


def test_cancelling_all_timers_asks_first() -> None:
    cook = Cook()
    cook.says("set_timer", seconds=600, name="rice")
    cook.says("set_timer", seconds=300, name="beans")
    assert cook.says("cancel_timer", all=True) == "Cancel the beans and the rice?"
    assert cook.says("no") == "All right, they keep running."
    cook.says("cancel_timer", all=True)
    assert cook.says("yes") == "All timers are off."


def test_did_i_miss_anything(roasting: Cook) -> None:
    assert "haven't missed anything" in roasting.says("missed_alerts")
    roasting.waits(minutes=100)
    assert roasting.says("missed_alerts") == (
        "The pork timer rang 10 minutes ago, at half past 6. Take it out."
    )


NONSENSE = {
    "how_long_left": "No timers are running.",
    "add_time": "No timers are running.",
    "take_time": "No timers are running.",
    "pause_timer": "No timers are running.",
    "resume_timer": "No timers are running.",
    "cancel_timer": "No timers are running.",
    "list_timers": "No timers are running.",
    "previous": "This is the first step",
    "resume": "We're not paused.",
    "yes": "All right.",
    "undo": "There's nothing to take back.",
}


@pytest.mark.parametrize("name", NONSENSE)
def test_what_makes_no_sense_here_changes_nothing_and_says_why(name: str) -> None:
    cook = Cook()
    before = cook.session
    slots = {"seconds": 60} if name in {"add_time", "take_time"} else {}
    assert cook.says(name, **slots).startswith(NONSENSE[name])
    assert cook.session.but(last_said="", last=None) == before.but(last_said="", last=None)


def risotto(every_s: int, length_s: int) -> Cook:
    """A timer of this length, running, with a reminder to stir."""
    stir = (Reminder("every", every_s, "Stir."),)
    timer = TimerSpec("rice", Span(length_s, length_s), done="Eat.", reminders=stir)
    cook = Cook(Recipe("Risotto", (), (Step("rice", "Rice", "Cook it.", timer=timer),)))
    cook.says("yes")
    return cook


def test_what_is_said_every_ten_minutes_is_not_said_at_the_end() -> None:
    assert risotto(600, 1800).waits(minutes=29) == "Stir. Stir."
    assert risotto(600, 1800).waits(minutes=30) == "Stir. Stir. The rice timer is up. Eat."


def test_it_goes_on_when_the_timer_gets_more_time() -> None:
    cook = risotto(600, 1800)
    cook.says("add_time", seconds=1200)
    assert cook.waits(minutes=49) == "Stir. Stir. Stir. Stir."


def test_what_came_due_several_times_while_we_were_off_is_said_once_and_goes_on() -> None:
    cook = risotto(600, 3600)
    cook.now += timedelta(minutes=35)
    assert cook.take(Ticked(cook.now)) == "Stir."
    assert cook.waits(minutes=4) == ""
    assert cook.waits(minutes=1) == "Stir."


def test_reminders_are_worked_out_when_they_are_due_and_not_listed_ahead() -> None:
    cook = risotto(1, 14 * 24 * 3600)
    assert cook.waits(seconds=3) == "Stir. Stir. Stir."
    assert len(json.dumps(session_as_json(cook.session))) < 10_000


def test_a_diary_that_lists_every_reminder_ahead_is_still_read() -> None:
    cook = risotto(600, 3600)
    written = session_as_json(cook.session)
    (timer,) = written["timers"]
    timer["moments"] = [
        {"at": (cook.now + timedelta(minutes=n)).isoformat(), "say": "Stir.", "moves_with_end": 0}
        for n in (10, 20)
    ]
    cook.session = session_from_json(written, cook.recipe)
    assert cook.waits(minutes=59) == "Stir. Stir."
