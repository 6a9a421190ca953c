"""What the recogniser is told to listen for, and what counts of what it heard."""

from __future__ import annotations

import random
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.commands.kitchen_words import pork_belly, written
from voicecook.commands.commands import Commands, vocabulary
from voicecook.commands.graph import END, State
from voicecook.commands.intents import Context
from voicecook.commands.phrases import SPOKEN_VALUES
from voicecook.commands.sentences import Template
from voicecook.commands.situation import Situation

INTENTS = {template.intent for template in pork_belly().templates}
OTHERS = {"free": ("rice",), "any": ("the flour",)}


def said_for(state: State, commands: Commands, chance: random.Random) -> str:
    if state.words:
        return state.said
    known = commands.known.get(state.list_name)
    values = known.said if known else {**SPOKEN_VALUES, **OTHERS}[state.list_name]
    return chance.choice(list(values))


def a_sentence(template: Template, commands: Commands, chance: random.Random) -> str:
    words: list[str] = []
    states = template.starts
    while (state := chance.choice(states)) is not END:
        words.append(said_for(state, commands, chance))
        states = state.after
    return " ".join(words)


def pairs(phrase: str) -> set[tuple[str, str]]:
    words = phrase.replace("-", " ").split()
    return set(zip(("", *words), (*words, ""), strict=True))


def where_it_counts(template: Template) -> Context:
    wanted = template.only_in | template.contexts
    return next(context for context in Context if not wanted or context.value in wanted)


def test_what_a_template_can_say_is_understood_as_its_intent() -> None:
    chance = random.Random(0)
    commands = pork_belly()
    mistaken = []
    for template in commands.templates:
        sentence, context = a_sentence(template, commands, chance), where_it_counts(template)
        found = commands.understand(sentence, Situation(context, asked="which_timer")).intents
        if [intent.name for intent in found] != [template.intent]:
            mistaken.append((template.intent, sentence, written(found)))
    # Typed templates of two intents may meet in a rare sentence; more than a few is a mistake.
    assert len(mistaken) <= len(commands.templates) // 50, mistaken


@pytest.mark.parametrize("context", Context)
def test_every_phrase_listened_for_is_a_command_where_it_is_listened_for(context: Context) -> None:
    commands = pork_belly()
    usual = set(commands.phrases()) if context is not Context.COOKING else set()
    phrases = [phrase for phrase in commands.phrases(context) if phrase not in usual]
    assert [phrase for phrase in phrases if not commands.heard(phrase, context)] == []


def test_a_question_that_is_heard_keeps_its_words() -> None:
    found = pork_belly().heard("okay can i freeze it")
    assert written(found) == "ask(question=can i freeze it)"


@pytest.mark.parametrize("context", Context)
def test_every_pair_of_words_that_templates_can_make_can_be_heard(context: Context) -> None:
    commands, chance = pork_belly(), random.Random(0)
    listened_for = {pair for phrase in commands.phrases(context) for pair in pairs(phrase)}
    heard_here = [
        template
        for template in commands.templates
        if not template.typed
        and (not (where := template.only_in | template.contexts) or context.value in where)
    ]
    for sentence in (a_sentence(template, commands, chance) for template in heard_here):
        assert pairs(sentence) <= listened_for, sentence


def test_the_phrases_are_few() -> None:
    phrases = pork_belly().phrases(Context.COOKING)
    assert 300 < len(phrases) < 1350
    assert len(phrases) == len(set(phrases))


def test_yes_and_no_are_listened_for_only_when_asked() -> None:
    assert {"yes", "no"} <= set(pork_belly().phrases(Context.QUESTION))
    assert not {"yes", "no"} & set(pork_belly().phrases(Context.COOKING))


def test_the_recipes_own_names_are_listened_for() -> None:
    words = vocabulary(pork_belly().phrases(Context.COOKING))
    assert {"honey", "glaze", "pork", "vinegar", "freeze"} <= words


def test_words_the_recogniser_lacks_are_left_out() -> None:
    phrases = pork_belly().phrases(Context.COOKING, is_word=lambda word: word != "cornflour")
    assert "cornflour" not in vocabulary(phrases)


@pytest.mark.parametrize(
    "mixture",
    [
        "repeat over ingredients",
        "go to",
        "set a timer",
        "how much",
        "ten",
        "next the timer",
        "[unk] next",
    ],
)
def test_a_mixture_of_phrases_is_no_command(mixture: str) -> None:
    assert pork_belly().heard(mixture) == ()


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("stop", "stop the timer"),
        ("how long", "how long left"),
        ("how long left", "how long left on the pork"),
        ("go to step twenty", "go to step twenty five"),
        ("set a timer for twenty", "set a timer for twenty five minutes"),
        ("set a timer for an hour", "set a timer for an hour and a half"),
        ("cancel the", "cancel the timer"),
        ("how much soy", "how much soy sauce do i need"),
        ("done", "done next"),
        ("go back", "go back to the glaze"),
    ],
)
def test_more_may_follow(short: str, long: str) -> None:
    assert pork_belly().is_prefix(short)
    assert pork_belly().heard(long)


@pytest.mark.parametrize(
    "whole",
    [
        "next",
        "repeat",
        "next step",
        "start over",
        "stop the timer",
        "what temperature",
        "louder",
        "cancel all timers",
    ],
)
def test_nothing_else_can_follow(whole: str) -> None:
    assert pork_belly().heard(whole)
    assert not pork_belly().is_prefix(whole)


def test_what_is_listened_for_means_the_same_when_typed() -> None:
    commands = pork_belly()
    phrases = commands.phrases(Context.COOKING)
    assert [p for p in phrases if commands.heard(p) != commands.understand(p).intents] == []


PHRASES = sorted(pork_belly().phrases(Context.COOKING))
WORDS = sorted(vocabulary(PHRASES))
a_muddle = st.lists(st.sampled_from(WORDS) | st.sampled_from(PHRASES), min_size=1, max_size=30)


@given(st.text(max_size=300) | a_muddle.map(" ".join))
@settings(deadline=None, max_examples=75)
def test_of_any_text_nothing_is_heard_that_would_not_be_understood(text: str) -> None:
    commands = pork_belly()
    assert commands.understand(text).intents or not commands.heard(text)
    assert {intent.name for intent in commands.understand(text).intents} <= INTENTS
    assert not commands.is_prefix(f"{text} [unk]")


@pytest.mark.parametrize(
    "text", ["what is next " * 170, "the " * 5000, "a hundred and " * 150, "x" * 100_000]
)
def test_a_very_long_sentence_takes_no_long_time(text: str) -> None:
    started = time.process_time()
    pork_belly().understand(text)
    pork_belly().heard(text)
    pork_belly().is_prefix(text)
    assert time.process_time() - started < 2
