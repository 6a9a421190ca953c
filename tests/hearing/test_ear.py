"""What the ear acts on and what it leaves alone, with the real recogniser."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest

from voicecook.commands.intents import Context
from voicecook.hearing.decisions import Decision, Ignored, Understood
from voicecook.hearing.ear import Ear
from voicecook.hearing.recogniser import SpeechModel
from voicecook.sound.pcm import Pcm

from .conftest import Hear, Speak
from .phrasebook import KITCHEN

pytestmark = pytest.mark.sound

COMMANDS = [
    "next",
    "go back",
    "go to the glaze",
    "how much honey",
    "when will it be ready",
    "what can i use instead of soy sauce",
]
PREFIX_TRAPS = [
    ("stop", "stop the timer"),
    ("how long", "how long left"),
    ("set a timer for twenty minutes", "set a timer for twenty five minutes"),
]
NOT_COMMANDS = [
    "the weather is lovely today",
    "my brother never stops talking about football",
    "next week we are going to the seaside",
    "did you feed the cat this morning",
]


def acted_on(decisions: list[Decision]) -> list[str]:
    return [each.text for each in decisions if isinstance(each, Understood)]


@pytest.mark.parametrize("text", COMMANDS)
def test_a_command_is_acted_on_once(speak: Speak, hear: Hear, text: str) -> None:
    assert acted_on(hear(speak(text))) == [text]


@pytest.mark.parametrize("text", ["next", "quit", "go to the glaze"])
def test_a_command_may_be_the_very_first_sound(speak: Speak, hear: Hear, text: str) -> None:
    audio = speak(text)
    assert acted_on(hear(audio[np.flatnonzero(audio)[0] :])) == [text]


@pytest.mark.parametrize("pair", PREFIX_TRAPS, ids=lambda pair: pair[0])
def test_a_beginning_is_not_taken_for_the_whole(
    speak: Speak, hear: Hear, pair: tuple[str, str]
) -> None:
    for text in pair:
        assert acted_on(hear(speak(text, "en-gb+f3"))) == [text]


@pytest.mark.parametrize("text", NOT_COMMANDS)
def test_other_talk_is_ignored_with_a_reason(speak: Speak, hear: Hear, text: str) -> None:
    decisions = hear(speak(text))
    assert decisions
    assert all(isinstance(each, Ignored) and each.reason for each in decisions)


def test_a_decision_comes_within_0_3_s_of_the_last_sound(speak: Speak, hear: Hear) -> None:
    audio = speak("go to the glaze")
    loud = np.flatnonzero(np.abs(audio.astype(int)) > np.abs(audio.astype(int)).max() * 0.03)
    (decision,) = hear(audio)
    assert isinstance(decision, Understood)
    assert 0 < decision.decided_s - loud[-1] / 16_000 <= 0.3
    assert decision.start_s < decision.end_s <= decision.decided_s


def test_yes_counts_only_where_something_was_asked(speak: Speak, hear: Hear) -> None:
    yes = speak("yes")
    assert acted_on(hear(yes, Context.QUESTION)) == ["yes"]
    assert acted_on(hear(yes, Context.COOKING)) == []


def test_silence_says_nothing(hear: Hear) -> None:
    assert hear(np.zeros(160_000, np.int16)) == []


@pytest.mark.parametrize("block", [1, 7, 160, 320, 640, 4000])
def test_how_the_stream_is_cut_changes_nothing(speak: Speak, hear: Hear, block: int) -> None:
    audio = np.concatenate([speak("next"), speak("my brother likes football"), speak("go back")])
    assert acted_on(hear(audio, block=block)) == ["next", "go back"]


def test_two_commands_in_a_row_are_two_decisions(speak: Speak, hear: Hear) -> None:
    decisions = hear(np.concatenate([speak("next"), speak("next")]))
    assert acted_on(decisions) == ["next", "next"]
    times = [each.decided_s for each in decisions]
    assert all(later - earlier > 1 for earlier, later in pairwise(times))


def test_skipped_time_counts_as_stream_time(speak: Speak, model: SpeechModel) -> None:
    ear = Ear(KITCHEN, model)
    ear.skip(5400)
    (decision,) = ear.feed(speak("next"))
    assert decision.decided_s > 5400


def test_a_new_context_holds_from_the_next_word(speak: Speak, model: SpeechModel) -> None:
    ear = Ear(KITCHEN, model)
    ear.set_context(Context.QUESTION)
    assert acted_on(ear.feed(speak("yes"))) == ["yes"]
    ear.set_context(Context.COOKING)
    assert acted_on(ear.feed(speak("yes"))) == []


def test_steady_noise_is_not_speech(hear: Hear) -> None:
    noise = np.random.default_rng(1).normal(0, 800, 160_000).astype(np.int16)
    assert acted_on(hear(noise)) == []


def echo_of(voice: Pcm) -> Pcm:
    """The app's voice as a microphone a metre away hears it: three reflections."""
    heard = np.zeros(len(voice) + 1600)
    for delay, gain in [(60, 0.5), (411, 0.2), (1203, 0.1)]:
        heard[delay : delay + len(voice)] += gain * voice
    return heard[: len(voice)].astype(np.int16)


def test_its_own_voice_is_not_obeyed_and_the_cook_is(speak: Speak, hear: Hear) -> None:
    own = np.tile(speak("now stir in the sugar and wait until it is thick and glossy", "en-gb"), 3)
    cook = np.zeros_like(own)
    word = speak("stop")
    cook[len(own) // 2 : len(own) // 2 + len(word)] = word
    assert acted_on(hear(echo_of(own), reference=own)) == []
    assert acted_on(hear(echo_of(own) + cook // 2, reference=own)) == ["stop"]
