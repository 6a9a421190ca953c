"""Which commands are one word away from a mixture that the recogniser made of them."""

from __future__ import annotations

import pytest

from voicecook.hearing.one_word_away import MOST, Neighbours

PHRASES = [
    "is it ready",
    "is it done",
    "how much fat is in it",
    "how much honey",
    "how much salt",
    "how long does the whole recipe take",
    "how long does the pork take",
]
NEAR = Neighbours(PHRASES)


def means(text: str) -> bool:
    return text in PHRASES


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("in it ready", ["is it ready"]),
        ("how much fat is it it", ["how much fat is in it"]),
        ("how much fat in it", ["how much fat is in it"]),
        ("how long does whole recipe take", ["how long does the whole recipe take"]),
        ("how long does the recipe", []),
        ("how long does the the pork take", ["how long does the pork take"]),
        ("how much ready", ["how much honey", "how much salt"]),
    ],
    ids=["a word taken for another", "inside", "a word lost", "a small word lost", "two lost",
         "one too many",
         "several fit"],
)  # fmt: skip
def test_a_mixture_is_one_word_away_from_what_was_said(read: str, meant: list[str]) -> None:
    assert NEAR.of(read, means) == meant


@pytest.mark.parametrize("read", ["", "the weather is nice today", "it " * 40])
def test_nothing_is_near_to_other_talk(read: str) -> None:
    assert NEAR.of(read, means) == []


def test_a_great_many_neighbours_are_cut_short() -> None:
    many = [f"go to {letter * 3}" for letter in "abcdefghijklmnopqrstuvwxyz"]
    assert len(Neighbours(many).of("go to it", lambda _: True)) == MOST
