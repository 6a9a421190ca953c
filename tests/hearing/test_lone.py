"""Single words that are commands, and everyday words that are none."""

from __future__ import annotations

import pytest

from voicecook.hearing.everyday import EVERYDAY, everyday_words
from voicecook.hearing.lone import LoneWords
from voicecook.hearing.recogniser import SpeechModel

from .conftest import Speak

COMMANDS = ["stop", "next", "pause", "help", "yes", "no"]


def means(text: str) -> bool:
    return text in COMMANDS


@pytest.fixture(scope="module")
def lone(model: SpeechModel) -> LoneWords:
    return LoneWords(model, [*COMMANDS, "go back"], means)


@pytest.mark.sound
@pytest.mark.parametrize("text", COMMANDS)
def test_a_command_is_known_among_everyday_words(lone: LoneWords, speak: Speak, text: str) -> None:
    lone.begin()
    found = lone.read(bytearray(speak(text).tobytes()))
    assert found is not None
    assert found.text == text


@pytest.mark.sound
@pytest.mark.parametrize("text", ["house", "winter", "the next morning", "one two three"])
def test_other_words_are_none(lone: LoneWords, speak: Speak, text: str) -> None:
    lone.begin()
    assert lone.read(bytearray(speak(text).tobytes())) is None


def test_everyday_words_are_listed_once() -> None:
    words = everyday_words()
    assert len(EVERYDAY.read_text(encoding="utf-8").split()) == len(words) > 400
    assert all(word.isalpha() and word == word.lower() for word in words)
