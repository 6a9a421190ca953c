"""When a reading with all of English bears out what the grammar heard."""

from __future__ import annotations

import pytest

from voicecook.hearing.agreement import agrees, agrees_at_once
from voicecook.hearing.recogniser import Hypothesis


def read(text: str, score: float) -> Hypothesis:
    return Hypothesis(text, score, 0.0, 1.0)


def yes(text: str) -> bool:
    return text in ("yes", "yeah")


@pytest.mark.parametrize(
    ("command", "others", "agreed"),
    [
        (read("go to the glaze", 90), [read("go to the blaze", 92)], True),
        (read("go to the glaze", 90), [read("go to the blaze", 99)], False),
        (read("done", 60), [read("down", 61)], True),
        (read("done", 60), [read("down", 64)], False),
        (read("done", 60), [read("the weather", 61)], False),
        (read("yes", 60), [read("yeah", 68)], True),
        (read("yes", 60), [read("the earth", 61), read("yes", 60)], True),
        (read("yes", 60), [read("yeah", 75)], False),
        (read("go to thickening", 77), [read("gotta be kidding", 67)], True),
        (read("stop", 77), [read("the", 76)], False),
    ],
    ids=["alike", "alike, but fits worse", "alike in letters", "a word that fits worse",
         "other words", "another word for it", "among the readings", "far behind",
         "fits far better", "fits a little better"],
)  # fmt: skip
def test_readings(command: Hypothesis, others: list[Hypothesis], agreed: bool) -> None:
    assert agrees(command, others, yes) is agreed


@pytest.mark.parametrize(
    ("others", "agreed"),
    [
        ([read("yeah", 61), read("here", 60)], True),
        ([read("here", 61), read("yeah", 60)], False),
        ([read("yeah", 75)], False),
    ],
    ids=["the first reading", "only the second", "far behind"],
)
def test_the_first_reading_counts(others: list[Hypothesis], agreed: bool) -> None:
    assert agrees_at_once(read("yes", 60), others, yes) is agreed
