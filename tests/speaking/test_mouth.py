"""From a text to what is heard: pronounced, cut into sentences, rendered in order."""

from __future__ import annotations

import time

import numpy as np
import pytest

from tests.speaking.fakes import FakeSynthesiser
from voicecook.errors import MissingError
from voicecook.speaking.mouth import Mouth
from voicecook.speaking.player import Player
from voicecook.speaking.synthesiser import VOICE


def heard_to_the_end(player: Player) -> float:
    """Seconds until the player has nothing more to say."""
    blocks = 0
    while player.speaking:
        player.next_block(player.rate // 50)
        blocks += 1
        time.sleep(0.0005)  # a renderer in the background wants its turn
        assert blocks < 5000
    return blocks / 50


def began(player: Player) -> list[str]:
    return [event.text for event in player.events if event.what == "began"]


@pytest.mark.parametrize("at_once", [True, False])
def test_a_text_is_pronounced_and_said_sentence_by_sentence(at_once: bool) -> None:
    voice = FakeSynthesiser()
    mouth = Mouth(Player(16_000), voice, at_once=at_once)
    mouth.say("Heat to 170°C. Add 1 tsp salt.")
    heard_to_the_end(mouth.player)
    mouth.close()
    spoken = ["Heat to 170 degrees Celsius.", "Add one teaspoon salt."]
    assert [text for text, _, _ in voice.asked] == spoken
    assert began(mouth.player) == spoken


def test_the_last_sentence_of_an_utterance_says_so() -> None:
    mouth = Mouth(Player(16_000), FakeSynthesiser(), at_once=True)
    first, second = mouth.say("One. Two."), mouth.say("Three.")
    heard_to_the_end(mouth.player)
    finished = [event for event in mouth.player.events if event.what == "finished"]
    assert [(event.utterance, event.last) for event in finished] == [
        (first, False),
        (first, True),
        (second, True),
    ]


def test_sound_keeps_its_length_at_another_rate() -> None:
    mouth = Mouth(Player(48_000, volume=1), FakeSynthesiser(), at_once=True)
    mouth.say("aaaaaaaaaa")
    assert np.count_nonzero(mouth.player.next_block(48_000) > 0.1) == pytest.approx(4800, abs=50)


def test_a_new_rate_holds_for_what_is_said_from_then_on() -> None:
    voice = FakeSynthesiser()
    mouth = Mouth(Player(16_000), voice, at_once=True)
    mouth.say("One.")
    mouth.rate = 120
    mouth.say("Two.")
    assert voice.asked == [("One.", VOICE, 165), ("Two.", VOICE, 120)]


def test_what_was_hushed_is_not_rendered_before_what_is_wanted_now() -> None:
    voice = FakeSynthesiser()
    mouth = Mouth(Player(16_000), voice)
    voice.gate.clear()
    mouth.say("One. Two. Three. Four.")
    mouth.hush()
    mouth.say("Yes?")
    voice.gate.set()
    heard_to_the_end(mouth.player)
    mouth.close()
    assert began(mouth.player) == ["Yes?"]
    assert len(voice.asked) <= 2


def test_a_sentence_that_cannot_be_rendered_does_not_hold_up_the_next() -> None:
    mouth = Mouth(Player(16_000), FakeSynthesiser())
    mouth.say("broken. Whole.")
    heard_to_the_end(mouth.player)
    mouth.close()
    assert began(mouth.player) == ["broken.", "Whole."]
    assert isinstance(mouth.trouble, MissingError)


def test_in_virtual_time_the_trouble_is_raised() -> None:
    with pytest.raises(MissingError):
        Mouth(Player(16_000), FakeSynthesiser(), at_once=True).say("broken")


def test_nothing_to_say_is_nothing_said() -> None:
    mouth = Mouth(Player(16_000), FakeSynthesiser(), at_once=True)
    mouth.say("🍯")
    assert not mouth.player.speaking
