"""The conversation itself: pausing, quitting, help and the voice."""

from typing import get_args

import pytest

from tests.cook.driver import Cook
from voicecook.commands import Intent
from voicecook.cook.core.effects import Hush, Leave, Tune
from voicecook.cook.core.events import Heard
from voicecook.cook.core.session import Asked, Question
from voicecook.cook.dispatch import step


def test_pausing_keeps_the_timers_running_and_resume_says_where_we_are() -> None:
    cook = Cook().goes_to("roast")
    cook.says("yes")
    assert cook.says("pause") == "Paused. Say resume when you're ready. The timers keep running."
    assert cook.session.mode == "paused"
    cook.waits(minutes=30)
    assert cook.says("resume").startswith("On we go. Step 2.")
    assert cook.left() == {"pork": 3600}


def test_moving_on_ends_a_pause() -> None:
    cook = Cook()
    cook.says("pause")
    cook.says("next")
    assert (cook.step, cook.session.mode) == ("roast", "cooking")


def test_stop_is_silence_and_nothing_else() -> None:
    cook = Cook()
    cook.says("stop_talking")
    assert cook.effects == [Hush()]


def test_quitting_asks_first() -> None:
    cook = Cook()
    assert cook.says("quit") == "Shall we stop cooking?"
    assert cook.says("no") == "Good, we go on."
    cook.says("quit")
    cook.says("yes")
    assert cook.effects[-1] == Leave()


def test_a_late_yes_does_not_quit() -> None:
    cook = Cook()
    cook.says("quit")
    cook.waits(minutes=5)
    assert cook.says("yes").startswith("All right.")


def test_starting_over_asks_first_and_takes_the_timers_off() -> None:
    cook = Cook().goes_to("roast")
    cook.says("yes")
    cook.says("restart")
    assert cook.says("yes").startswith("From the top. Step 1.")
    assert cook.left() == {}


def test_the_voice_goes_up_and_down_within_its_bounds() -> None:
    cook = Cook()
    assert cook.says("louder") == "Is this better?"
    assert cook.effects[0] == Tune(1.0, cook.session.rate)
    assert cook.says("louder") == "That's as far as the volume goes."
    rates = [cook.says("slower") and cook.session.rate for _ in range(5)]
    assert rates == sorted(rates, reverse=True)
    assert cook.said == "That's as far as my pace goes."


def test_help_knows_what_is_going_on() -> None:
    cook = Cook().goes_to("roast")
    assert cook.says("help").startswith("Say yes or no.")
    cook.says("yes")
    assert cook.says("help").startswith("You can say next")
    cook.waits(minutes=90)
    assert cook.says("help").startswith("A timer is ringing.")


def test_words_that_mean_nothing_are_answered_kindly() -> None:
    cook = Cook()
    before = cook.session
    from voicecook.cook.core.events import Heard

    assert cook.take(Heard(cook.now, "purple elephants")).startswith("Sorry, I didn't get that.")
    assert cook.take(Heard(cook.now, "purple elephants")) == "Sorry, once more?"
    assert cook.take(Heard(cook.now, "purple elephants")) == "Sorry?"
    assert cook.session.but(misses=0) == before


def test_every_intent_that_can_be_understood_is_answered() -> None:
    from voicecook.commands.commands import Commands
    from voicecook.cook.handlers import HANDLERS

    assert {template.intent for template in Commands.for_recipe().templates} <= set(HANDLERS)


def test_continue_reads_on_when_that_was_the_question() -> None:
    from pathlib import Path

    from voicecook.recipe.load import load_recipe

    recipe = load_recipe(Path(__file__).parents[2] / "recipes" / "honey-glazed-pork-belly.yaml")
    cook = Cook(recipe)
    assert "Shall I go on" in cook.says("ingredients")
    assert "honey" in cook.says("resume")


@pytest.mark.parametrize("what", get_args(Question))
@pytest.mark.parametrize("answer", ["yes", "no", "not_yet", "help"])
def test_every_open_question_can_be_answered_and_asked_again(what: Question, answer: str) -> None:
    cook = Cook().goes_to("roast")
    cook.session = cook.session.but(asked=Asked(what), misses=1)
    session, effects = step(cook.session, Heard(cook.now, "purple monday"))
    assert effects
    assert session.asked == cook.session.asked
    assert cook.says(answer)


def test_yes_after_not_being_understood_changes_nothing() -> None:
    cook = Cook()
    session, _ = step(cook.session, Heard(cook.now, "thank ham", doubt=Intent("thanks")))
    cook.session = session
    assert cook.says("yes") == "All right. Say next when you want to go on."
    assert (cook.step, cook.left()) == ("heat", {})
