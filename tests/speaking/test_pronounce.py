"""Everything that is written can be spoken, and nothing but words is left."""

# ruff: noqa: RUF001 - dashes and signs that look alike are what is tested

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from voicecook.speaking.pronounce import LONGEST, pronounce

TABLE: dict[str, str] = yaml.safe_load(
    Path(__file__).with_name("pronounced.yaml").read_text(encoding="utf-8")
)
SCRAPS = [
    "1", "2", "170", "1.5", "½", "¾", "1/2", "3/4", "18:30", "°", "°C", "C", "F", "-", "–",
    "/", "tsp", "tbsp.", "kg", "g", "min", "in", "l", "%", "&", "e.g.", "approx.", "no.",
    "(", ")", "\n", "x", ",", ".", ":", "'", "\"", "pm", "a.m.", "£", "$", "tin", "onion",
    "🍯", "to", "or", " ", "é", "w/", "~",
]  # fmt: skip
recipe_prose = st.lists(st.sampled_from(SCRAPS), max_size=25).map("".join)
anything = st.text(max_size=200)


@pytest.mark.parametrize(("written", "spoken"), TABLE.items())
def test_it_is_spoken_as_a_person_would_read_it(written: str, spoken: str) -> None:
    assert pronounce(written) == spoken


@settings(deadline=None)
@given(recipe_prose | anything)
def test_only_letters_digits_spaces_and_sentence_punctuation_are_left(text: str) -> None:
    left = {
        char for char in pronounce(text) if not (char.isalpha() or char in "0123456789 .,!?;:'")
    }
    assert left == set()


@settings(deadline=None)
@given(recipe_prose | anything)
def test_what_is_spoken_already_stays_as_it_is(text: str) -> None:
    spoken = pronounce(text)
    assert pronounce(spoken) == spoken


@settings(deadline=None)
@given(recipe_prose | anything)
def test_it_grows_by_no_more_than_the_longest_sign(text: str) -> None:
    assert len(pronounce(text)) <= 40 * len(text)


@pytest.mark.parametrize("figure", ["9" * 20, "9" * 5000, "1." + "3" * 5000, "9" * 5000 + " 1/2"])
def test_a_figure_nobody_can_imagine_is_spoken_somehow(figure: str) -> None:
    assert figure[:20] in pronounce(f"{figure} g of salt").replace(" point ", ".").replace(" ", "")


def test_a_very_long_text_is_cut_and_quick() -> None:
    assert len(pronounce("1/2 tsp. & 170°C, " * 100_000)) < 10 * LONGEST
