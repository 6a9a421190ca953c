"""Single words that are commands, and everyday words that are none."""

from __future__ import annotations

import pytest

from voicecook.hearing.everyday import EVERYDAY, everyday_words
from voicecook.hearing.recogniser import SpeechModel
from voicecook.hearing.single_words import SingleWords

from .conftest import Speak

COMMANDS = {"stop": "stop", "next": "next", "pause": "pause", "yes": "yes", "yeah": "yes"}


@pytest.fixture(scope="module")
def single(model: SpeechModel) -> SingleWords:
    return SingleWords(model, [*COMMANDS, "go back"], COMMANDS.get)


@pytest.mark.sound
@pytest.mark.parametrize("text", COMMANDS)
def test_a_command_is_known_among_everyday_words(
    single: SingleWords, speak: Speak, text: str
) -> None:
    single.begin()
    found = single.read(bytearray(speak(text).tobytes()))
    assert COMMANDS[found[0].text] == COMMANDS[text]


@pytest.mark.sound
def test_each_meaning_is_told_once(single: SingleWords, speak: Speak) -> None:
    single.begin()
    meanings = [COMMANDS[e.text] for e in single.read(bytearray(speak("yes").tobytes()))]
    assert "yes" in meanings
    assert len(meanings) == len(set(meanings))


@pytest.mark.sound
@pytest.mark.parametrize("text", ["house", "winter", "the next morning", "one two three"])
def test_other_words_are_none(single: SingleWords, speak: Speak, text: str) -> None:
    single.begin()
    assert single.read(bytearray(speak(text).tobytes())) == []


@pytest.mark.sound
def test_what_was_not_followed_can_be_read_too(single: SingleWords, speak: Speak) -> None:
    single.begin()
    single.follow(bytearray(speak("the next morning").tobytes()))
    assert single.read_afresh(bytearray(speak("stop").tobytes()))[0].text == "stop"


def test_everyday_words_are_listed_once() -> None:
    words = everyday_words()
    assert len(EVERYDAY.read_text(encoding="utf-8").split()) == len(words) > 400
    assert all(word.isalpha() and word == word.lower() for word in words)
