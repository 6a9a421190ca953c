"""Every sentence in the data beside this file means what it says there; every intent is tried."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from tests.commands.kitchen_words import pork_belly, written
from voicecook.commands.intents import Context, Intent
from voicecook.commands.situation import Situation, situation_after
from voicecook.english import word_set

HERE = Path(__file__).parent
SENTENCES = yaml.safe_load((HERE / "sentences.yaml").read_text("utf-8"))
HEARD = yaml.safe_load((HERE / "heard.yaml").read_text("utf-8"))
NOT_FOR_US = yaml.safe_load((HERE / "not_for_us.yaml").read_text("utf-8"))
CONTRACT = word_set(
    "next previous repeat go_to skip undo restart where_am_i steps_left more_detail done "
    "start pause resume stop_talking quit help yes no thanks hello goodbye louder quieter "
    "slower faster choose_recipe list_recipes recipe_title how_long_left finish_time "
    "step_duration start_timer set_timer add_time take_time pause_timer resume_timer "
    "cancel_timer list_timers missed_alerts ingredients next_ingredient more_ingredients "
    "count_ingredients ingredient_amount step_ingredients use_all temperature tools "
    "substitute meanwhile is_it_done scale units ask elapsed timer_ends remind not_yet rename_timer"
)


@pytest.mark.parametrize("meant", SENTENCES)
def test_the_sentences_that_mean(meant: str) -> None:
    found = {said: written(pork_belly().understand(said).intents) for said in SENTENCES[meant]}
    assert found == dict.fromkeys(SENTENCES[meant], meant)


@pytest.mark.parametrize("context", Context)
def test_a_heard_sentence_means_the_same_as_a_typed_one(context: Context) -> None:
    wanted = {said: meant for meant, all_ in HEARD[context.value].items() for said in all_}
    commands = pork_belly()
    assert {said: written(commands.heard(said, context)) for said in wanted} == wanted
    typed = {
        said: written(
            commands.understand(said, Situation(context, timers=("pork", "glaze"))).intents
        )
        for said in wanted
    }
    assert typed == wanted


def test_what_is_not_for_the_app_is_left_alone() -> None:
    nothing: dict[str, tuple[Intent, ...]] = dict.fromkeys(NOT_FOR_US, ())
    assert {said: pork_belly().understand(said).intents for said in NOT_FOR_US} == nothing
    assert {said: pork_belly().heard(said) for said in NOT_FOR_US} == nothing


def test_every_intent_of_the_contract_has_a_sentence() -> None:
    tried = {name for meant in SENTENCES for name in re.findall(r"(\w+)(?:\(|,|$)", meant)}
    assert tried >= CONTRACT


def test_every_intent_of_the_templates_is_in_the_contract() -> None:
    assert {template.intent for template in pork_belly().templates} == CONTRACT


def understood(said: str, app_said: str = "") -> tuple[Intent, ...]:
    return pork_belly().understand(said, situation_after(app_said)).intents


def test_what_was_said_before_tells_ingredients_from_steps() -> None:
    listing = "The next ingredients are two eggs and a cup of sugar."
    assert written(understood("What next?", listing)) == "next_ingredient"
    told = "Roll the dough out on a floured board."
    assert written(understood("The dough is rolled out.", told)) == "done"
    assert "done" not in {one.name for one in understood("The wine is open.", told)}


APP_SAID = (
    "",
    "Step 4. Season the pork all over with the salt and black pepper.",
    "Step 11. Return the pork to the hot oven. Shall I start a timer for 15 to 20 minutes?",
    "The pork timer is up. Take it out.",
)


@pytest.mark.parametrize("said", yaml.safe_load((HERE / "not_done.yaml").read_text("utf-8")))
def test_trouble_and_chat_finish_nothing(said: str) -> None:
    for app_said in APP_SAID:
        intents = {intent.name for intent in understood(said, app_said)}
        assert not intents & {"done", "next", "start_timer"}, app_said


def test_a_report_of_what_was_asked_is_done() -> None:
    found = understood("I seasoned the pork", APP_SAID[1])
    assert [intent.name for intent in found] == ["done"]
