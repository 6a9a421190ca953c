"""When a reading with all of English bears out what the grammar heard."""

from __future__ import annotations

import math

import pytest

from voicecook.hearing.agreement import agrees, stands_behind
from voicecook.hearing.recogniser import Hypothesis


def read(text: str, score: float) -> Hypothesis:
    return Hypothesis(text, score, 0.0, 1.0)


def yes(text: str) -> bool:
    return text in ("yes please", "yeah please")


@pytest.mark.parametrize(
    ("command", "others", "agreed"),
    [
        (read("go to the glaze", 90), [read("go to the blaze", 92)], True),
        (read("go to the glaze", 90), [read("go to the blaze", 94)], False),
        (read("yes please", 60), [read("yes keys", 64), read("yeah please", 60)], True),
        (read("yes please", 60), [read("the keys", 66), read("yeah please", 60)], False),
        (read("go to thickening", 77), [read("gotta be kidding", 67)], True),
        (read("go back", 77), [read("so he will not come back", 67)], False),
        (read("be quiet", 77), [read("bee quite", 76)], True),
        (read("be quiet", 77), [read("the weather", 76)], False),
    ],
    ids=["alike", "alike, but fits worse", "among the readings", "too far down among them",
         "fits far better", "only part of what was said", "alike in letters", "other words"],
)  # fmt: skip
def test_readings(command: Hypothesis, others: list[Hypothesis], agreed: bool) -> None:
    assert agrees(command, others, yes) is agreed


@pytest.mark.parametrize(
    ("others", "behind"),
    [
        ([read("yeah please", 61), read("here", 60)], 0.0),
        ([read("here", 61), read("yeah please", 60), read("yes please", 59)], 1.0),
        ([read("", 65), read("yeah please", 60)], 0.0),
        ([read("here", 61)], math.inf),
        ([read("", 61)], math.inf),
    ],
    ids=["the first", "the second", "silence is no reading", "not among them", "nothing at all"],
)
def test_how_far_a_command_stands_behind_other_words(
    others: list[Hypothesis], behind: float
) -> None:
    assert stands_behind(others, yes) == behind
