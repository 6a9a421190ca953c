"""What is left goes into the fridge in time."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.cook.driver import ROAST, Cook
from tests.cook.test_opening import cut_power

OFFER = "Shall I remind you to put what's left in the fridge within 2 hours?"


@pytest.fixture
def served() -> Cook:
    cook = Cook(replace(ROAST, chill_within_s=7200)).goes_to("serve")
    assert cook.says("next").endswith(OFFER)
    return cook


def test_a_recipe_that_says_how_long_it_may_stand_offers_a_reminder(served: Cook) -> None:
    answer = served.says("yes")
    assert answer == "I'll tell you before 7 o'clock. Leave me on until then."
    assert served.left() == {"leftovers": 7200}
    soon = served.waits(hours=1, minutes=45)
    assert soon == "Put what's left of the Little Roast in the fridge in the next 15 minutes."
    assert served.waits(minutes=15) == (
        "The leftovers timer is up. Put what's left of the Little Roast in the fridge now; "
        "it may stand 2 hours at most."
    )


def test_the_reminder_survives_a_power_cut(served: Cook) -> None:
    served.says("yes")
    said = cut_power(served, timedelta(minutes=30))
    assert "The leftovers timer has an hour and a half left." in said
    assert served.session.mode == "finished"


def test_no_is_taken_and_nothing_is_asked_again(served: Cook) -> None:
    assert served.says("no") == "All right. Mind that it doesn't stand out for too long."
    assert served.left() == {}
    assert OFFER not in served.says("next")


def test_a_yes_much_later_is_no_answer_to_it(served: Cook) -> None:
    served.waits(minutes=10)
    served.says("yes")
    assert served.left() == {}


def test_a_recipe_that_does_not_say_offers_nothing() -> None:
    cook = Cook().goes_to("serve")
    assert "fridge" not in cook.says("next")
    assert cook.session.asked is None


def test_leaving_with_the_reminder_running_is_asked_about(served: Cook) -> None:
    served.says("yes")
    assert "The leftovers timer is still running." in served.says("goodbye")
