"""How much of the app's own voice is left, and what becomes of the cook's."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from voicecook.hearing.echo import LINGER, EchoCanceller
from voicecook.hearing.voice_activity import FRAME, VoiceActivityDetector
from voicecook.sound.audio_files import read_all
from voicecook.sound.pcm import HEARING_RATE, Pcm

LATE = FRAME
"""Samples by which the cleaned sound lags behind while something is played."""
KITCHEN = read_all(Path(__file__).parents[1] / "sounds" / "kitchen.flac") / 32768


def babble(seed: int, seconds: float) -> Pcm:
    """Something like speech: noise of changing colour that swells and fades."""
    chance = np.random.default_rng(seed)
    count = round(seconds * HEARING_RATE)
    colours = [np.convolve(chance.normal(size=count), np.hanning(n), "same") for n in (3, 9, 27)]
    times = np.arange(0, count, HEARING_RATE // 8)
    swell = [np.interp(np.arange(count), times, chance.random(len(times))) for _ in colours]
    sound = sum(s**2 * c / c.std() for s, c in zip(swell, colours, strict=True))
    return np.asarray(sound * 3000 / np.std(sound)).clip(-32768, 32767).astype(np.int16)


def in_the_kitchen(voice: Pcm, delay: int = 0) -> Pcm:
    heard = np.convolve(np.pad(voice, (delay, 0)), KITCHEN)[: len(voice)]
    return heard.clip(-32768, 32767).astype(np.int16)


def cleaned(canceller: EchoCanceller, heard: Pcm, played: Pcm) -> Pcm:
    frames = [
        canceller.clean(heard[at : at + FRAME], played[at : at + FRAME])
        for at in range(0, len(heard), FRAME)
    ]
    return np.concatenate(frames)


def below_db(loud: Pcm, soft: Pcm) -> float:
    """How many decibels the second sound lies under the first."""
    return float(20 * np.log10(loud.astype(float).std() / max(soft.astype(float).std(), 1)))


@pytest.mark.parametrize("delay", [0, HEARING_RATE // 10], ids=["in step", "100 ms late"])
def test_a_second_is_enough_to_learn_a_room(delay: int) -> None:
    own = babble(1, 3)
    echo = in_the_kitchen(own, delay)
    left = cleaned(EchoCanceller(), echo, own)
    assert below_db(echo[HEARING_RATE:], left[HEARING_RATE:]) > 15


def test_the_cook_comes_through() -> None:
    own, cook = babble(1, 3), np.zeros(3 * HEARING_RATE, np.int16)
    cook[3 * HEARING_RATE // 2 : 2 * HEARING_RATE] = babble(2, 0.5)
    heard = in_the_kitchen(own) + cook
    left = cleaned(EchoCanceller(), heard, own)
    word = slice(3 * HEARING_RATE // 2 + LATE, 2 * HEARING_RATE + LATE)
    wrong = left[word] - cook[3 * HEARING_RATE // 2 : 2 * HEARING_RATE]
    assert below_db(cook[cook != 0], wrong) > 10


def test_a_room_once_learnt_is_remembered() -> None:
    own = babble(1, 3)
    canceller = EchoCanceller()
    cleaned(canceller, in_the_kitchen(own), own)
    silence = np.zeros(2 * HEARING_RATE, np.int16)
    cleaned(canceller, silence, silence)
    again = babble(3, 1)
    echo = in_the_kitchen(again)
    assert (
        below_db(echo[: HEARING_RATE // 2], cleaned(canceller, echo, again)[: HEARING_RATE // 2])
        > 15
    )


def test_what_is_left_of_its_own_voice_does_not_open_the_gate() -> None:
    own = babble(1, 4)
    echo = in_the_kitchen(own)
    canceller, gate, bare = EchoCanceller(), VoiceActivityDetector(), VoiceActivityDetector()
    opened = []
    for at in range(0, len(own), FRAME):
        clean = canceller.clean(echo[at : at + FRAME], own[at : at + FRAME])
        stands_out = gate.push(clean, canceller.leftover_db())
        opened.append((stands_out, bare.push(echo[at : at + FRAME])))
    ours, without = np.array(opened).mean(axis=0)
    assert ours < 0.05
    assert without > 0.3


def test_where_nothing_is_played_nothing_is_touched() -> None:
    cook, nothing = babble(2, 1), np.zeros(HEARING_RATE, np.int16)
    assert np.array_equal(cleaned(EchoCanceller(), cook, nothing), cook)


def test_a_second_after_the_last_word_sound_is_in_time_again() -> None:
    canceller = EchoCanceller()
    own = babble(1, 1)
    cleaned(canceller, in_the_kitchen(own), own)
    cook, nothing = babble(2, 3), np.zeros(3 * HEARING_RATE, np.int16)
    out = cleaned(canceller, cook, nothing)
    assert canceller.active is False
    since = (LINGER + 1) * FRAME
    assert np.array_equal(out[since:], cook[since:])


def test_the_loudest_and_the_strangest_sounds_are_borne() -> None:
    loudest = np.where(np.random.default_rng(4).random(2 * HEARING_RATE) > 0.5, 32767, -32768)
    square = loudest.astype(np.int16)
    steady = np.full(2 * HEARING_RATE, 32767, np.int16)
    canceller = EchoCanceller()
    for heard, played in [(square, steady), (steady, square), (square, square)]:
        cleaned(canceller, heard, played)
    own = babble(1, 3)
    echo = in_the_kitchen(own)
    assert (
        below_db(echo[2 * HEARING_RATE :], cleaned(canceller, echo, own)[2 * HEARING_RATE :]) > 10
    )
