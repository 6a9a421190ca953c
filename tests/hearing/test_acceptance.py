"""Which command a sound is taken for, and when for none: what was read, and what English heard."""

from __future__ import annotations

import pytest

from voicecook.commands.intents import Intent
from voicecook.hearing.acceptance import Reading, choose
from voicecook.hearing.recogniser import Hypothesis

MEANINGS = {
    "stop": "stop_talking", "start": "start", "next": "next", "yes": "yes", "yeah": "yes",
    "undo": "undo", "quit": "quit", "okay": "okay", "thanks": "thanks", "go back": "previous",
    "skip this step": "skip",
}  # fmt: skip
LONG_AGO = 60.0


def means(text: str) -> tuple[Intent, ...]:
    return (Intent(MEANINGS[text]),) if text in MEANINGS else ()


def hypotheses(scores: dict[str, float]) -> list[Hypothesis]:
    return [Hypothesis(text, score, 0.0, 0.5) for text, score in scores.items()]


def chosen(
    read: dict[str, float], english: dict[str, float], quiet_s: float = LONG_AGO
) -> str | None:
    """The command, by likelihoods against the first English reading."""
    readings = [Reading(each, means(each.text)) for each in hypotheses(read)]
    found = choose(readings, hypotheses(english), quiet_s, means)
    return found.best.text if found else None


@pytest.mark.parametrize(
    ("read", "english", "taken_for"),
    [
        ({"stop": 3}, {"stop": 0}, "stop"),
        ({"stop": -1}, {"top": 0, "stop": -4}, "stop"),
        ({"stop": -1}, {"top": 0, "stop": -6}, None),
        ({"stop": 1}, {"top": 0}, "stop"),
        ({"stop": 1}, {"": 0}, None),
        ({"start": 3, "stop": 2}, {"stop": 0, "start": -2}, "stop"),
        ({"yes": -5}, {"next": 0, "yeah": -4}, "next"),
        ({"yes": -5}, {"the next": 0}, "next"),
        ({"yes": 2}, {"yeah": 0}, "yes"),
        ({"undo": 3}, {"and do": 0}, "undo"),
        ({"undo": 8}, {"a new": 0}, "undo"),
        ({"undo": 3}, {"a new": 0}, None),
        ({"okay": 3}, {"hey": 0, "okay": -1}, "okay"),
        ({"okay": 3}, {"hey": 0, "okay": -2}, None),
        ({"quit": 6}, {"to wit": 0, "quit": -1.8}, "quit"),
        ({"quit": 1}, {"so quit": 0, "quit": -1.8}, None),
        ({"quit": 9}, {"wait": 0}, None),
        ({"skip this step": 9}, {"kip this step": 0, "skip this step": -1}, "skip this step"),
        ({"skip this step": 9}, {"kip this step": 0}, None),
        ({"go back": 2}, {"so he will not go back": 0}, None),
    ],
)
def test_a_command_said_into_the_quiet(
    read: dict[str, float], english: dict[str, float], taken_for: str | None
) -> None:
    assert chosen(read, english) == taken_for


@pytest.mark.parametrize(
    ("read", "english", "quiet_s", "taken_for"),
    [
        ({"stop": 3}, {"stop": 0}, 0.5, "stop"),
        ({"stop": 3}, {"top": 0, "stop": -1}, 0.5, None),
        ({"stop": 3}, {"stop": 0}, 0.1, None),
        ({"go back": 3}, {"go back": 0}, 0.1, "go back"),
        ({"thanks": 3}, {"thanks": 0}, 1.5, "thanks"),
        ({"thanks": 3}, {"thanks": 0}, 0.8, None),
        ({"quit": 9}, {"to wit": 0, "quit": -1}, 0.5, None),
    ],
)
def test_the_same_soon_after_somebody_spoke(
    read: dict[str, float], english: dict[str, float], quiet_s: float, taken_for: str | None
) -> None:
    assert chosen(read, english, quiet_s) == taken_for
