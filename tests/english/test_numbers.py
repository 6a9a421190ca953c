"""Numbers and times as cooks say them."""

from __future__ import annotations

from fractions import Fraction

import pytest

from voicecook.commands.words import plain_words
from voicecook.english import durations, ordinals, quantities

TIMES = {
    "ninety second": 90,
    "two and a half minutes": 150,
    "an hour and a half": 5400,
    "hour and a half": 5400,
    "one and a half hours": 5400,
    "two hours and a half": 9000,
    "a quarter of an hour": 900,
    "three quarters of an hour": 2700,
    "half an hour": 1800,
    "half a minute": 30,
    "a hundred and twenty seconds": 120,
    "one twenty seconds": 120,
    "twenty five minutes": 1500,
    "twenty-five minutes": 1500,
    "a couple of minutes": 120,
    "a dozen minutes": 720,
    "half a dozen minutes": 360,
    "one hour thirty": 5400,
    "one minute thirty": 90,
    "an hour and twenty minutes": 4800,
    "an hour twenty": 4800,
    "one hour, five minutes and ten seconds": 3910,
    "3/4 of an hour": 2700,
    "1½ hours": 5400,
    "1 1/2 hours": 5400,
    "1.5 hours": 5400,
    "one point five hours": 5400,
    "10 minutes": 600,
    "10-minute": 600,
    "90s": 90,
    "1h30": 5400,
    "1h 30m": 5400,
    "5 mins": 300,
    "an hour": 3600,
    "a minute": 60,
}


@pytest.mark.parametrize(("said", "seconds"), TIMES.items())
def test_a_time(said: str, seconds: int) -> None:
    words = plain_words(said)
    assert durations(words, 0)[0] == (len(words), seconds)


@pytest.mark.parametrize(
    "said", ["five", "a few minutes", "minutes", "zero minutes", "some time", ""]
)
def test_no_time_is_guessed(said: str) -> None:
    assert durations(plain_words(said), 0) == []


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("two and a half", Fraction(5, 2)),
        ("three quarters", Fraction(3, 4)),
        ("two thirds", Fraction(2, 3)),
        ("half", Fraction(1, 2)),
        ("a hundred and twenty", 120),
        ("a dozen", 12),
        ("2 1/2", Fraction(5, 2)),
        ("twelve hundred", 1200),
        ("one point five", Fraction(3, 2)),
    ],
)
def test_an_amount(said: str, value: Fraction) -> None:
    words = plain_words(said)
    assert quantities(words, 0)[0] == (len(words), value)


@pytest.mark.parametrize(
    ("said", "place"), [("third", 3), ("twenty first", 21), ("2nd", 2), ("thirtieth", 30)]
)
def test_a_place_in_a_row(said: str, place: int) -> None:
    words = plain_words(said)
    assert ordinals(words, 0) == [(len(words), place)]
