"""Every fact of the pork belly can be asked for and is answered: facts_pork_belly.yaml."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.cook.driver import Cook
from voicecook.commands.commands import Commands
from voicecook.commands.intents import Intent
from voicecook.cook.core.events import Heard
from voicecook.cook.core.situation import situation
from voicecook.recipe.load import load_recipe

RECIPE = load_recipe(Path(__file__).parents[2] / "recipes" / "honey-glazed-pork-belly.yaml")
COMMANDS = Commands.for_recipe(RECIPE)
FACTS: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "facts_pork_belly.yaml").read_text("utf-8")
)
IDS = [f"{fact['ask']} ({fact['at']})" if "at" in fact else fact["ask"] for fact in FACTS]


def cook_at(fact: dict[str, Any]) -> Cook:
    """A cook who is where the fact is asked."""
    cook = Cook(RECIPE)
    for step in fact.get("running", ()):
        cook.goes_to(step).says("start_timer")
    if fact.get("running"):
        cook.waits(minutes=0 if "rest" in fact["running"] else 30)
    return cook.goes_to(fact["at"]) if "at" in fact else cook


def missing(fact: dict[str, Any], said: str) -> list[str]:
    """The phrases that should have been said, or should not."""
    heard = said.casefold()
    lacking = [phrase for phrase in fact["says"] if phrase.casefold() not in heard]
    return lacking + [phrase for phrase in fact.get("not_says", ()) if phrase.casefold() in heard]


@pytest.mark.parametrize("fact", FACTS, ids=IDS)
def test_the_answer_holds_the_fact(fact: dict[str, Any]) -> None:
    cook = cook_at(fact)
    slots = dict(fact.get("slots", {}))
    if fact["intent"] == "ask":
        slots["question"] = fact["ask"]
    said = cook.take(Heard(cook.now, fact["ask"], (Intent(fact["intent"], slots),)))
    assert missing(fact, said) == [], said


@pytest.mark.parametrize("fact", FACTS, ids=IDS)
def test_the_spoken_question_is_understood_and_answered(fact: dict[str, Any]) -> None:
    cook = cook_at(fact)
    intents = COMMANDS.understand(fact["ask"], situation(cook.session, cook.now)).intents
    assert len(intents) == 1
    assert intents[0].name in {fact["intent"], fact.get("or")}
    said = cook.take(Heard(cook.now, fact["ask"], intents))
    assert missing(fact, said) == [], said


def test_nearly_every_question_is_heard_and_answered() -> None:
    """From the recogniser's words alone: what isn't names something no recipe knows."""
    unheard = [fact["ask"] for fact in FACTS if not COMMANDS.heard(fact["ask"])]
    assert unheard == ["how much butter do i need"]
    for fact in FACTS:
        cook = cook_at(fact)
        intents = COMMANDS.heard(fact["ask"])
        said = cook.take(Heard(cook.now, fact["ask"], intents)) if intents else ""
        assert fact["ask"] in unheard or missing(fact, said) == [], said


def test_there_are_at_least_a_hundred() -> None:
    assert len(FACTS) >= 100
