"""Every fact of the source is in the recipe, and each step is short enough to say."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from voicecook.recipe.library import find_recipe
from voicecook.recipe.load import load_recipe
from voicecook.recipe.model import Step, Temperature

FACTS: dict[str, Any] = yaml.safe_load(
    (Path(__file__).parent / "pork_belly_facts.yaml").read_text("utf-8")
)
RECIPE = load_recipe(find_recipe("honey-glazed-pork-belly"))


def words_of(step: Step) -> str:
    timer = step.timer
    spoken = [step.say, step.detail, step.done_when]
    if timer:
        spoken += [timer.done, timer.look, *(reminder.say for reminder in timer.reminders)]
    return " ".join(spoken).lower()


@pytest.mark.parametrize("field", FACTS["dish"])
def test_the_card_is_right(field: str) -> None:
    value = getattr(RECIPE, field)
    assert (list(value) if isinstance(value, tuple) else value) == FACTS["dish"][field]


@pytest.mark.parametrize("phrase", FACTS["intro"])
def test_the_introduction_says(phrase: str) -> None:
    assert phrase in RECIPE.intro.lower()


@pytest.mark.parametrize("name", FACTS["ingredients"])
def test_ingredient(name: str) -> None:
    (item,) = (item for item in RECIPE.ingredients if item.name == name)
    amount, unit, preparation, group = FACTS["ingredients"][name]
    assert item.amount is not None
    assert (item.amount.low, item.amount.high, item.amount.unit) == (amount, amount, unit)
    assert (item.preparation, item.group) == (preparation, group)


def test_there_is_no_ingredient_and_no_step_more() -> None:
    assert [item.name for item in RECIPE.ingredients] == list(FACTS["ingredients"])
    assert [step.id for step in RECIPE.steps] == list(FACTS["steps"])


@pytest.mark.parametrize("step_id", FACTS["steps"])
def test_step(step_id: str) -> None:
    fact, step = FACTS["steps"][step_id], RECIPE.steps[RECIPE.step_index(step_id)]
    assert [phrase for phrase in fact["holds"] if phrase.lower() not in words_of(step)] == []
    for field in ("section", "heat", "during"):
        assert fact.get(field, getattr(step, field)) == getattr(step, field)
    assert set(fact.get("uses", [])) <= set(step.uses)
    degrees = fact.get("temperature")
    assert step.temperature == (Temperature(degrees) if degrees else None)


@pytest.mark.parametrize("step_id", FACTS["steps"])
def test_timer(step_id: str) -> None:
    fact, timer = FACTS["steps"][step_id], RECIPE.steps[RECIPE.step_index(step_id)].timer
    minutes = [timer.span.low_s // 60, timer.span.high_s // 60] if timer else None
    assert minutes == fact.get("minutes")
    reminders = {reminder.when: reminder.seconds for reminder in timer.reminders} if timer else {}
    assert reminders == fact.get("reminders", {})


@pytest.mark.parametrize("key", FACTS["questions"])
def test_question(key: str) -> None:
    answers = [question.answer.lower() for question in RECIPE.questions if question.key == key]
    assert len(answers) == 1
    assert [phrase for phrase in FACTS["questions"][key] if phrase not in answers[0]] == []


@pytest.mark.parametrize("phrase", FACTS["notes"])
def test_the_notes_say(phrase: str) -> None:
    (notes,) = (q.answer.lower() for q in RECIPE.questions if (q.topic, q.key) == ("note", "all"))
    assert phrase in notes


def test_every_question_is_asked_in_words_only_it_has() -> None:
    asks = [ask for question in RECIPE.questions for ask in question.asks]
    assert len(asks) == len(set(asks))


def test_what_the_source_says_twice_is_kept_as_it_says_it() -> None:
    assert [both.about for both in RECIPE.disagreements] == ["total", "cooking", "calories"]
    assert all(len(both.says) >= 2 for both in RECIPE.disagreements)


def test_the_glaze_is_made_while_the_pork_roasts_and_both_must_be_over_before_the_glazing() -> None:
    place = RECIPE.step_index
    assert RECIPE.waits_for(place("combine-glaze")) == ()
    assert RECIPE.waits_for(place("simmer-the-glaze")) == (place("combine-glaze"),)
    assert RECIPE.waits_for(place("turn-up-the-oven")) == (place("roast"), place("thicken-glaze"))
