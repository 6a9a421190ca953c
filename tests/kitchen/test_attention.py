"""When a command counts: the wake word, and the seconds after the app has spoken."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from voicecook.commands.commands import Commands
from voicecook.commands.intents import Context, Intent
from voicecook.errors import UsageError
from voicecook.hearing.decisions import Decision, Ignored, Understood
from voicecook.kitchen.attention import Attention, Woken, checked_wake_word

STORIES = yaml.safe_load(Path(__file__).with_name("attention.yaml").read_text())
WOKEN = Woken(Commands.for_recipe(), "hey chef")


def heard(line: dict[str, Any]) -> Decision:
    if "means" not in line:
        return Ignored(line["says"], "not a command", line["at"])
    meant = (Intent(line["means"]),)
    return Understood(line["says"], meant, line["at"] - 1, line["at"], line["at"], "early")


@pytest.mark.parametrize("story", STORIES, ids=lambda story: str(story["name"]))
def test_what_is_acted_on(story: dict[str, Any]) -> None:
    attention = Attention(story.get("wake_word", ""))
    context = Context(story.get("context", "cooking"))
    for line in story["lines"]:
        attention = attention.during(line["at"], "speaks" in line)
        if "says" not in line:
            continue
        attention, decision = attention.judge(heard(line), context, line["at"])
        if isinstance(decision, Understood):
            assert decision.text == line["acts"]
        else:
            assert (line["acts"], line["reason"]) == (False, decision.reason)


@pytest.mark.parametrize(
    ("text", "intents"),
    [
        ("next", ("next",)),
        ("hey chef next", ("next",)),
        ("hey chef stop", ("stop_talking",)),
        ("hey chef", ()),
        ("hey chef hey chef next", ()),
        ("next hey chef", ()),
    ],
)
def test_a_command_may_begin_with_the_wake_word(text: str, intents: tuple[str, ...]) -> None:
    assert tuple(intent.name for intent in WOKEN.heard(text, Context.COOKING)) == intents


def test_more_may_follow_the_wake_word() -> None:
    assert WOKEN.is_prefix("hey chef", Context.COOKING)
    assert WOKEN.is_prefix("hey chef set a timer", Context.COOKING)
    assert not WOKEN.is_prefix("hey chef repeat that", Context.COOKING)


def test_the_wake_word_is_listened_for_before_every_first_word() -> None:
    phrases = WOKEN.phrases(Context.COOKING)
    firsts = {phrase.split()[0] for phrase in WOKEN.commands.phrases(Context.COOKING)}
    assert {p.split()[2] for p in phrases if p.startswith("hey chef ")} == firsts
    assert "hey chef" in phrases


def test_a_wake_word_is_a_few_words_that_can_be_heard() -> None:
    assert checked_wake_word(" Hey  Chef ", {"hey", "chef"}.__contains__) == "hey chef"
    with pytest.raises(UsageError, match='does not know "voicecook"; choose everyday words'):
        checked_wake_word("hey voicecook", {"hey"}.__contains__)
    for given in ("", "2", "hey, chef", "a b c d e", "ünlü"):
        with pytest.raises(UsageError, match="one to four plain words"):
            checked_wake_word(given, lambda word: True)
