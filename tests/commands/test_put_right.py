"""What people say next when something is not as they want it, and what must not be taken for it."""

import pytest

from tests.commands.kitchen_words import pork_belly
from voicecook.commands import Situation
from voicecook.commands.intents import Context, Intent

COMMANDS = pork_belly()
OFFERED = Situation(context=Context.QUESTION, asked="start_timer", offered="soak", step=2)
ASKED_HOW_LONG = Situation(
    context=Context.QUESTION,
    asked="timer_length",
    timers=("garlic bread", "sauce"),
    timer="sauce",
    last=Intent("add_time", {}),
)
EATING = Situation(step=2, last=Intent("finish_time", {"eat_at": "20:00"}))
STOPPED = Situation(step=2, timer="pork", last=Intent("cancel_timer", {"timer": "pork"}))
SET = Situation(
    step=2,
    timers=("marinade", "bread"),
    timer="marinade",
    last=Intent("set_timer", {"name": "marinade", "seconds": 7200}),
)
MEANS: tuple[tuple[Situation, str, dict[str, object]], ...] = (
    (EATING, "actually make it half eight", {"finish_time": {"eat_at": "8:30"}}),
    (SET, "bring it down to twelve", {"set_timer": {"seconds": 720, "name": "marinade"}}),
    (SET, "no make the bread twelve", {"set_timer": {"seconds": 720, "name": "bread"}}),
    (SET, "put them back", {"undo": {}}),
    (STOPPED, "actually keep it going", {"undo": {}}),
    (OFFERED, "honey", {"ingredient_amount": {"ingredient": "runny honey"}}),
    (ASKED_HOW_LONG, "three", {"set_timer": {"seconds": 180}}),
    (SET, "cancel the, uh, no, leave it running", {"no": {}}),
    (SET, "for four, no wait", {"no": {}}),
    (OFFERED, "no don't do that Lily, it's hot", {"no": {}}),
)
NOT = (
    (ASKED_HOW_LONG, "no, the other one", {"undo", "cancel_timer"}),
    (OFFERED, "right what's first", {"yes", "start_timer"}),
    (OFFERED, "so that's two tablespoons in total", {"yes", "done", "start_timer"}),
    (SET, "can we put in chocolate", {"done", "next"}),
    (SET, "don't touch that, it's hot", {"done", "next"}),
    (SET, "it's bubbling like mad, is that bad", {"done", "next"}),
    (SET, "eggs next?", {"next"}),
    (SET, "would it be enough for twelve", {"scale"}),
    (SET, "hold that timer a sec", {"set_timer"}),
    (SET, "Tell the kids dinner's at seven", {"finish_time"}),
    (
        SET,
        "set one for the bread for fifteen and one for the wine to chill an hour",
        {"set_timer"},
    ),
)


@pytest.mark.parametrize(("situation", "said", "meant"), MEANS, ids=lambda one: str(one)[:40])
def test_what_is_meant(situation: Situation, said: str, meant: dict[str, object]) -> None:
    intents = COMMANDS.understand(said, situation).intents
    assert {one.name: dict(one.slots) for one in intents} == meant


@pytest.mark.parametrize(("situation", "said", "never"), NOT, ids=lambda one: str(one)[:40])
def test_what_is_not_done(situation: Situation, said: str, never: set[str]) -> None:
    assert not never & {one.name for one in COMMANDS.understand(said, situation).intents}


@pytest.mark.parametrize(
    "said",
    ["a pan's on fire", "I cut myself", "Lily burnt her finger", "the smoke alarm is going off"],
)
def test_danger_is_answered_whoever_says_it(said: str) -> None:
    assert [one.name for one in COMMANDS.understand(said, SET).intents] == ["ask"]
