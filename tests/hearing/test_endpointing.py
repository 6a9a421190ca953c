"""The states of the listener: when an utterance is over, when it waits, when it stops decoding."""

from __future__ import annotations

from typing import cast

import numpy as np
import pytest

from voicecook.commands.intents import Context
from voicecook.hearing.decisions import Decision, Ignored, Understood
from voicecook.hearing.endpointing import (
    AGAIN,
    CLOSE,
    LONGEST_FRAMES,
    PEEK,
    PEEK_PREFIX,
    STEADY,
    TALK,
    Listener,
)
from voicecook.hearing.intent_groups import ANSWERS
from voicecook.hearing.recogniser import UNKNOWN, SpeechModel
from voicecook.hearing.voice_activity import FRAME, FRAME_S
from voicecook.sound.pcm import Pcm

from .fakes import A_WORD, FakeModel, room, spoken
from .phrasebook import Phrasebook

COMMANDS = Phrasebook(
    {
        "repeat": "repeat",
        "stop": "stop_talking",
        "stop the timer": "cancel_timer",
        "quit": "quit",
    },
    {},
)
SILENCE = np.zeros(FRAME, np.int16)
ONSET = 2
"""Frames of an utterance by which its beginning is known."""


class Kitchen:
    """Somebody speaks, frame by frame; what stands out is told, as voice activity would."""

    def __init__(self, noise: int = 1) -> None:
        self.model = FakeModel()
        model = cast(SpeechModel, self.model)
        self.listener = Listener(COMMANDS, model, Context.COOKING, ANSWERS)
        self.noise = noise
        self.now_s = 0.0

    def hears(self, text: str, played: Pcm = SILENCE) -> list[Decision]:
        """Whoever speaks begins an utterance, unless one goes on."""
        frames = spoken(text)
        decisions: list[Decision] = []
        if not self.listener.busy:
            lead, frames = frames[:ONSET], frames[ONSET:]
            self._pass(played, ONSET)
            before = b"".join(frame.tobytes() for frame in room(50, self.noise))
            self.listener.begin(np.concatenate(lead), before)
        for frame in frames:
            decisions += self._push(frame, True, played)
        return decisions

    def rests(self, frames: int, stands_out: bool = False) -> list[Decision]:
        """Nobody speaks for so long; in a loud room something stands out all the same."""
        decisions: list[Decision] = []
        for frame in room(frames, self.noise):
            if self.listener.busy:
                decisions += self._push(frame, stands_out, SILENCE)
            else:
                self._pass(SILENCE, 1)
        return decisions

    @property
    def decoded(self) -> int:
        """Bytes the grammar's decoder has had of the utterance."""
        return len(self.model.grammars[0].had)

    def _push(self, frame: Pcm, stands_out: bool, played: Pcm) -> list[Decision]:
        self._pass(played, 1)
        return self.listener.push(frame, stands_out, -20.0 if stands_out else -80.0)

    def _pass(self, played: Pcm, frames: int) -> None:
        self.now_s += frames * FRAME_S
        self.listener.advance(self.now_s, played)


def acted_on(decisions: list[Decision]) -> list[str]:
    return [each.text for each in decisions if isinstance(each, Understood)]


def test_a_whole_command_is_acted_on_after_a_tenth_of_a_second_of_quiet() -> None:
    kitchen = Kitchen()
    kitchen.hears("repeat")
    assert kitchen.rests(PEEK - 1) == []
    (decision,) = kitchen.rests(1)
    assert isinstance(decision, Understood)
    assert (decision.text, decision.how) == ("repeat", "early")
    assert decision.end_s == pytest.approx(A_WORD * FRAME_S)
    assert decision.decided_s == pytest.approx((A_WORD + PEEK) * FRAME_S)


def test_where_more_could_follow_it_is_waited_for() -> None:
    kitchen = Kitchen()
    kitchen.hears("stop")
    assert kitchen.rests(PEEK_PREFIX - 1) == []
    assert acted_on(kitchen.rests(1)) == ["stop"]


def test_what_follows_while_it_waits_makes_it_another_command() -> None:
    kitchen = Kitchen()
    kitchen.hears("stop")
    assert kitchen.rests(PEEK + 3) == []
    assert kitchen.hears("the timer") == []
    assert acted_on(kitchen.rests(CLOSE)) == ["stop the timer"]


def test_what_follows_while_it_waits_may_make_it_no_command() -> None:
    kitchen = Kitchen()
    kitchen.hears("stop")
    kitchen.rests(PEEK + 3)
    decisions = kitchen.hears("nice") + kitchen.rests(CLOSE)
    assert [each.text for each in decisions] == [f"stop {UNKNOWN}"]
    assert acted_on(decisions) == []


def test_where_it_is_never_quiet_words_that_stay_the_same_are_acted_on() -> None:
    kitchen = Kitchen()
    kitchen.hears("repeat")
    assert kitchen.rests(STEADY - A_WORD, stands_out=True) == []
    (decision,) = kitchen.rests(STEADY, stands_out=True)
    assert isinstance(decision, Understood)
    assert decision.how == "early"


def test_what_turns_out_to_be_talk_is_told_at_once_and_decoded_no_further() -> None:
    kitchen = Kitchen()
    (decision,) = kitchen.hears("weather is nice " * 4)
    assert isinstance(decision, Ignored)
    assert (UNKNOWN in decision.text, decision.reason) == (True, "not for me")
    assert decision.decided_s == pytest.approx((TALK + ONSET) * FRAME_S)
    decoded = kitchen.decoded
    assert kitchen.hears("repeat " * 10) == []
    assert kitchen.decoded == decoded
    kitchen.rests(AGAIN)
    assert not kitchen.listener.busy


def test_in_noise_unknown_words_may_be_the_noise_and_are_decoded_to_their_end() -> None:
    kitchen = Kitchen(noise=500)
    assert kitchen.hears("weather is nice " * 4) == []
    (decision,) = kitchen.rests(CLOSE)
    assert isinstance(decision, Ignored)
    assert decision.decided_s == pytest.approx((12 * A_WORD + CLOSE) * FRAME_S)


@pytest.mark.parametrize(
    ("before", "later_s", "acted"),
    [
        ("weather is nice " * 3, 0.5, []),
        ("weather is nice " * 3, 1.2, ["quit"]),
        ("stop", 0.5, ["quit"]),
    ],
    ids=["talk just before it", "talk long before it", "a command just before it"],
)
def test_a_word_that_would_spoil_a_dish_must_not_come_on_the_heels_of_talk(
    before: str, later_s: float, acted: list[str]
) -> None:
    kitchen = Kitchen()
    kitchen.hears(before)
    kitchen.rests(round(later_s / FRAME_S))
    assert not kitchen.listener.busy
    assert acted_on(kitchen.hears("quit") + kitchen.rests(CLOSE)) == acted


def test_a_sound_without_words_is_forgotten_at_the_first_quiet() -> None:
    kitchen = Kitchen()
    kitchen.hears("repeat")
    kitchen.listener.begin(np.concatenate(room(ONSET)))  # a plate
    kitchen.rests(5, stands_out=True)
    assert kitchen.rests(PEEK - 1) == []
    assert kitchen.listener.busy
    assert kitchen.rests(1) == []
    assert not kitchen.listener.busy


def test_a_mixture_of_commands_is_left_alone_at_its_end_with_a_reason() -> None:
    kitchen = Kitchen()
    kitchen.hears("timer repeat the stop")
    (decision,) = kitchen.rests(CLOSE)
    assert decision == Ignored("timer repeat the stop", "not a command", kitchen.now_s)
    assert not kitchen.listener.busy


def test_what_never_ends_is_cut_and_listened_to_afresh() -> None:
    kitchen = Kitchen()
    decisions = kitchen.hears("timer the " * (LONGEST_FRAMES * 5 // 8 // A_WORD))
    assert {each.reason for each in decisions if isinstance(each, Ignored)} == {"not a command"}
    assert decisions[0].decided_s == pytest.approx((LONGEST_FRAMES + 1 + ONSET) * FRAME_S)
    assert kitchen.listener.busy
    assert 0 < kitchen.decoded < LONGEST_FRAMES / 2 * FRAME * 2


def test_the_very_words_the_loudspeaker_says_are_not_obeyed() -> None:
    itself, cook = Kitchen(), Kitchen()
    same, other = spoken("repeat")[0], spoken("nice")[0]
    assert acted_on(itself.hears("repeat", played=same) + itself.rests(CLOSE)) == []
    assert acted_on(cook.hears("repeat", played=other) + cook.rests(CLOSE)) == ["repeat"]
