"""Sounds that are mixed to be measured with are what they are said to be."""

from __future__ import annotations

import numpy as np
import pytest

from voicecook.bench.corpus import HALVES, half_of
from voicecook.bench.sounds import (
    LEAD_S,
    TAIL_S,
    add,
    fan,
    hiss,
    in_a_room,
    in_noise,
    last_sound_s,
    silence,
    tiled_room,
)
from voicecook.rehearsal.air import peak_frame_rms
from voicecook.sound.pcm import HEARING_RATE, Pcm


def tone(seconds: float, level: float = 0.3) -> Pcm:
    time = np.arange(int(seconds * HEARING_RATE)) / HEARING_RATE
    return (level * 32767 * np.sin(2 * np.pi * 440 * time)).astype(np.int16)


@pytest.mark.parametrize("snr_db", [24, 12, 6, 0, -6])
def test_noise_is_as_loud_as_it_should_be_before_during_and_after(snr_db: int) -> None:
    said, chance = tone(1.0), np.random.default_rng(1)
    mixed = in_noise(said, fan(5.0), snr_db, chance)
    assert len(mixed) == len(said) + int((LEAD_S + TAIL_S) * HEARING_RATE)
    before, after = mixed[: int(LEAD_S * HEARING_RATE)], mixed[-int(TAIL_S * HEARING_RATE) :]
    loudest = max(peak_frame_rms(part.astype(float)) for part in (before, after))
    found_db = 20 * np.log10(peak_frame_rms(said.astype(float)) / loudest)
    assert found_db == pytest.approx(snr_db, abs=3)


@pytest.mark.parametrize(("sound", "db"), [(hiss(2.0, -70.0), -70), (fan(2.0, -40.0), -40)])
def test_background_has_its_level(sound: Pcm, db: float) -> None:
    rms = np.sqrt((sound.astype(float) ** 2).mean()) / 32768
    assert 20 * np.log10(rms) == pytest.approx(db, abs=1)


def test_the_last_sound_is_found_under_the_hiss_of_a_room() -> None:
    assert last_sound_s(in_a_room(tone(0.7), 0.5)) == pytest.approx(1.2, abs=0.011)


def test_two_sounds_together_never_wrap_round() -> None:
    both = add(tone(0.1, 0.9), tone(0.1, 0.9), 0)
    assert (both.max(), both.min()) == (32767, -32768)
    assert len(add(silence(0.1), tone(1.0), 800)) == 1600


def test_a_room_dies_away() -> None:
    response = np.abs(tiled_room().astype(float))
    assert response[:200].max() > 20 * response[-800:].max()


def test_a_speaker_is_in_one_half_for_ever() -> None:
    assert half_of("bfd26d6b") == "tuning half"
    halves = [half_of(f"speaker {number}") for number in range(400)]
    assert all(150 < halves.count(half) < 250 for half in HALVES)
