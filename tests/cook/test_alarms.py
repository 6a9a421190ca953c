"""Alarms that behave: soft at first, together, in order of urgency, and easy to answer."""

from dataclasses import replace

import pytest

from tests.cook.driver import Cook
from voicecook.cook.core.effects import Rang
from voicecook.cook.core.session import Moment
from voicecook.recipe.model import Recipe, Span, Step, Temperature, TimerSpec

SUNDAY = Recipe(
    name="Sunday lunch",
    ingredients=(),
    steps=(
        Step(
            "rest", "Rest the joint", "Rest it.", timer=TimerSpec("joint", Span(600, 600), "Cut.")
        ),
        Step(
            "fry",
            "Fry the onions",
            "Fry them.",
            heat="high heat",
            timer=TimerSpec("onions", Span(600, 660), "Off the heat.", look="Are they brown?"),
        ),
        Step(
            "bake",
            "Bake the bread",
            "Bake it.",
            temperature=Temperature(220),
            timer=TimerSpec("bread", Span(600, 600), "Out with it."),
        ),
        Step("eat", "Eat", "Eat."),
    ),
)


@pytest.fixture
def two() -> Cook:
    """The beans and the rice ring."""
    cook = Cook()
    cook.says("set_timer", seconds=600, name="rice")
    cook.says("set_timer", seconds=590, name="beans")
    cook.waits(seconds=600)
    assert [timer.name for timer in cook.session.ringing] == ["beans", "rice"]
    return cook


def test_what_burns_first_is_said_first_all_in_one_utterance() -> None:
    cook = Cook(SUNDAY)
    for step in ("rest", "fry", "bake"):
        cook.goes_to(step)
        cook.says("start_timer")
    cook.says("set_timer", seconds=600, name="tea")
    assert cook.waits(minutes=10) == (
        "The bread timer is up. Out with it. And the tea timer is up. And the onions timer is up. "
        "Are they brown? It may need up to 1 more minute. And the joint timer is up. Cut."
    )
    assert cook.rang == ["bread", "tea", "onions", "joint"]


def test_an_alert_begins_softly_and_rises() -> None:
    cook = Cook()
    cook.says("set_timer", seconds=60, name="egg")
    cook.waits(minutes=4)
    rings = [effect.loudness for effect in cook.effects if isinstance(effect, Rang)]
    assert rings == [0.4, 0.55, 0.7, 0.85, 1.0, 1.0, 1.0]


def test_an_alert_nobody_answers_comes_less_often_in_the_end() -> None:
    cook = Cook()
    cook.says("set_timer", seconds=60, name="egg")
    cook.waits(minutes=5.6)
    assert len(cook.rang) == 10
    cook.waits(minutes=10)
    assert len(cook.rang) == 5


def test_what_rings_at_nearly_the_same_time_rings_on_together(two: Cook) -> None:
    assert two.waits(seconds=29) == ""
    assert two.waits(seconds=1) == "The beans timer is still up. And the rice timer is still up."


@pytest.mark.parametrize("answer", ["stop_talking", "thanks", "next"])
def test_one_answer_silences_them_all(two: Cook, answer: str) -> None:
    two.says(answer)
    assert two.session.ringing == ()
    assert two.waits(hours=1) == ""


@pytest.mark.parametrize(
    ("answer", "left"),
    [
        ({"timer": "rice"}, {"rice": 300}),
        ({"place": 1}, {"beans": 300}),
        ({"place": 2}, {"rice": 300}),
        ({"place": "last"}, {"rice": 300}),
        ({"all": True}, {"beans": 300, "rice": 300}),
    ],
)
def test_five_more_minutes_with_two_ringing_asks_which(
    two: Cook, answer: dict[str, str | int], left: dict[str, float]
) -> None:
    assert two.says("add_time", seconds=300) == "Which one: the beans or the rice?"
    assert "5 more minutes for the" in two.says("yes", **answer)
    assert {name: s for name, s in two.left().items() if s > 0} == left


def test_an_answer_that_fits_none_is_asked_again_and_no_takes_it_back(two: Cook) -> None:
    two.says("add_time", seconds=300)
    assert two.says("yes", place=3) == "Which one: the beans or the rice?"
    assert two.says("yes") == "Say its name, the first, the second, or all of them."
    assert two.says("no") == "All right, none of them."
    assert two.says("yes", place=1) == "Say yes or no, or next to go on."
    assert len(two.session.ringing) == 2


def test_five_more_minutes_for_a_named_one_asks_nothing(two: Cook) -> None:
    assert two.says("add_time", seconds=300, timer="rice").startswith("5 more minutes for the rice")


def test_two_more_minutes_at_a_look_keeps_the_late_end() -> None:
    cook = Cook().goes_to("finish")
    cook.says("yes")
    cook.waits(minutes=15)
    assert cook.says("add_time", seconds=120) == "2 more minutes for the glazing: 2 minutes left."
    assert "It may need up to 3 more minutes." in cook.waits(minutes=2)
    assert cook.says("no") == "Okay, up to 3 more minutes. I'll call you."
    assert "Take it out now." in cook.waits(minutes=3)
    assert cook.says("add_time", seconds=120) == "2 more minutes for the glazing: 2 minutes left."
    assert cook.waits(minutes=2) == "The glazing timer is up. Take it out now."


def test_more_than_the_late_end_is_one_moment() -> None:
    cook = Cook().goes_to("finish")
    cook.says("yes")
    cook.waits(minutes=15)
    cook.says("add_time", seconds=600)
    assert cook.waits(minutes=10) == "The glazing timer is up. Take it out now."


def test_its_done_at_the_look_ends_it_and_goes_on() -> None:
    cook = Cook().goes_to("finish")
    cook.says("yes")
    cook.waits(minutes=15)
    assert cook.says("done").startswith("Step 6.")
    assert cook.left() == {}


def test_reminders_of_the_same_moment_are_all_said() -> None:
    recipe = Recipe(
        name="Buns",
        ingredients=(),
        steps=(Step("bake", "Bake", "Bake.", timer=SUNDAY.steps[2].timer),),
    )
    cook = Cook(recipe)
    cook.says("yes")
    timer = cook.session.timers[0]
    both = tuple(Moment(timer.due - (timer.due - timer.started) / 2, say) for say in ("A.", "B."))
    cook.session = cook.session.but(timers=(replace(timer, moments=both),))
    assert cook.waits(minutes=5) == "A. B."


def test_did_i_miss_anything_tells_what_rang_and_when(two: Cook) -> None:
    two.says("stop_talking")
    two.waits(minutes=20)
    assert two.says("missed_alerts") == (
        "The beans timer rang 20 minutes ago, at 9 minutes past 5. "
        "The rice timer rang 20 minutes ago, at 10 past 5."
    )
