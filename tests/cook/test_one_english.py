"""A thing has one name and a time is told one way, wherever in the house it is spoken of."""

from __future__ import annotations

from datetime import time
from pathlib import Path

import pytest

from tests.cook.driver import Cook
from voicecook.commands import Commands
from voicecook.english import clock_words
from voicecook.recipe import Recipe, load_recipe
from voicecook.speaking import pronounce

STEW = """
name: Winter stew
ingredients: [2 bay leaves, 4 potatoes, 1 tomato, 3 radishes, 200 g rice, 3 loaves]
times: {total: 90 min}
steps:
  - {title: Simmer, say: Simmer it., timer: {name: stew, for: 90 min, done: Take it off.}}
"""


@pytest.fixture
def stew(tmp_path: Path) -> Recipe:
    (tmp_path / "stew.yaml").write_text(STEW)
    return load_recipe(tmp_path / "stew.yaml")


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("bay leaf", "Two bay leaves."),
        ("bay leaves", "Two bay leaves."),
        ("potato", "Four potatoes."),
        ("tomatoes", "One tomato."),
        ("radish", "Three radishes."),
        ("loaf", "Three loaves."),
        ("rice", "200 grams of rice."),
    ],
)
def test_one_and_several_meet(stew: Recipe, asked: str, told: str) -> None:
    (meant,) = Commands.for_recipe(stew).understand(f"how much {asked}").intents
    cook = Cook(stew)
    assert cook.says(meant.name, **meant.slots) == told
    assert cook.says("ingredient_amount", ingredient=asked) == told


def test_ninety_minutes_are_an_hour_and_a_half_everywhere(stew: Recipe) -> None:
    cook = Cook(stew)
    assert "Shall I start a timer for an hour and a half?" in cook.says("repeat")
    assert "an hour and a half" in cook.says("ask", question="how long does it take in total")
    assert "an hour and a half" in cook.says("yes")
    assert cook.says("how_long_left") == "The stew timer has an hour and a half left."


def test_five_past_seven_is_the_same_from_the_clock_and_from_a_page() -> None:
    for minute in range(60):
        for hour in range(24):
            told = pronounce(f"at {hour}:{minute:02d}")
            assert told == pronounce(f"at {clock_words(time(hour, minute))}")
