"""What the room's noise is taken out of, and what it is left in."""

from __future__ import annotations

import numpy as np

from voicecook.hearing.noise_suppression import cleared, stands_out_db
from voicecook.sound.pcm import HEARING_RATE, Pcm

CHANCE = np.random.default_rng(4)


def hiss(seconds: float, loudness: float = 300.0) -> Pcm:
    return (CHANCE.standard_normal(int(seconds * HEARING_RATE)) * loudness).astype(np.int16)


def tone(seconds: float, loudness: float = 4000.0) -> Pcm:
    time = np.arange(int(seconds * HEARING_RATE)) / HEARING_RATE
    return (loudness * np.sin(2 * np.pi * 700 * time)).astype(np.int16)


def loudness(sound: Pcm) -> float:
    return float(np.sqrt(np.mean(sound.astype(np.float64) ** 2)))


def test_a_steady_hiss_is_damped_and_what_sounds_in_it_is_kept() -> None:
    sound = hiss(2.0)
    sound[HEARING_RATE : HEARING_RATE + 4800] += tone(0.3)
    clear = cleared(sound)
    assert loudness(clear[: HEARING_RATE // 2]) < 0.35 * loudness(sound[: HEARING_RATE // 2])
    inside = slice(HEARING_RATE + 800, HEARING_RATE + 4000)
    assert abs(loudness(clear[inside]) / loudness(sound[inside]) - 1) < 0.15


def test_what_has_no_noise_stays_as_it_is() -> None:
    sound = np.zeros(2 * HEARING_RATE, np.int16)
    sound[HEARING_RATE : HEARING_RATE + 4800] = tone(0.3)
    assert np.abs(cleared(sound).astype(int) - sound).max() <= 40


def test_it_takes_sound_of_any_length() -> None:
    for length in (0, 1, 127, 128, 511, 513):
        assert len(cleared(hiss(1)[:length])) == length


def test_how_far_a_sound_stands_out() -> None:
    sound = hiss(2.0, 40.0)
    assert stands_out_db(sound) < 3
    sound[HEARING_RATE : HEARING_RATE + 4800] += tone(0.3, 4000.0)
    assert 34 < stands_out_db(sound) < 40
    assert stands_out_db(sound[:10]) == 0.0


def test_nothing_at_all_is_no_room_to_stand_out_from() -> None:
    sound = np.concatenate([np.zeros(HEARING_RATE, np.int16), hiss(1.0, 40.0)])
    assert stands_out_db(sound) < 3
