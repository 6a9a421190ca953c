"""docs/commands.md lists every intent, with its risk and a sentence that means it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.commands.kitchen_words import pork_belly, written
from voicecook.commands.intents import Context, Intent
from voicecook.commands.meaning_model import ENGLISH, EXAMPLES
from voicecook.commands.sentences import read_sentences
from voicecook.commands.situation import Situation

PAGE = (Path(__file__).parents[2] / "docs" / "commands.md").read_text("utf-8")
ROWS = re.findall(r"^\| `(\w+)` \| (\w+) \| (.+) \|$", PAGE, re.MULTILINE)
README = (Path(__file__).parents[2] / "README.md").read_text("utf-8")
COOKING = Situation(timers=("pork", "rice"), timer="pork")
ASKED = Situation(Context.QUESTION, asked="something")


def test_the_page_lists_every_intent_once_with_its_risk() -> None:
    risks = {name: risk.value for name, risk in read_sentences(ENGLISH).risks.items()}
    assert {name: risk for name, risk, _ in ROWS} == risks
    assert len(ROWS) == len(risks)


@pytest.mark.parametrize(("name", "said"), [(name, said) for name, _, said in ROWS])
def test_the_sentence_there_is_an_example_and_means_it(name: str, said: str) -> None:
    lines = (EXAMPLES / f"{name}.txt").read_text("utf-8").splitlines()
    assert said in [line.removeprefix("[asked] ") for line in lines]
    where = COOKING if said in lines else ASKED
    assert [one.name for one in pork_belly().understand(said, where).intents] == [name]


AFTER_HONEY = Situation(last=Intent("ingredient_amount", {"ingredient": "runny honey"}))
AFTER_TEN = Situation(last=Intent("set_timer", {"seconds": 600}), timers=("eggs",), timer="eggs")
AFTER_EGGS = Situation(
    last=Intent("cancel_timer", {"timer": "eggs"}), timers=("rice",), timer="eggs"
)


@pytest.mark.parametrize(
    ("said", "where", "meant"),
    [
        (
            "Set the rice for twelve minutes and the greens for four minutes",
            COOKING,
            "set_timer(name=rice, seconds=720), set_timer(name=greens, seconds=240)",
        ),
        (
            "that's done, how much honey?",
            COOKING,
            "done, ingredient_amount(ingredient=runny honey)",
        ),
        ("Go to step two, no sorry, three", COOKING, "go_to(step=3)"),
        ("and the soy sauce?", AFTER_HONEY, "ingredient_amount(ingredient=soy sauce)"),
        ("make that twenty", AFTER_TEN, "set_timer(name=eggs, seconds=1200)"),
        ("no, the other one", AFTER_EGGS, "undo, cancel_timer(timer=rice)"),
        ("Don't start the timer", COOKING, "no"),
        ("it's still not done", COOKING, "not_yet"),
        ("my wife asks whether it's done", COOKING, "is_it_done"),
    ],
)
def test_what_readme_says_one_can_say_is_so(said: str, where: Situation, meant: str) -> None:
    assert said in " ".join(README.split())
    assert written(pork_belly().understand(said, where).intents) == meant
