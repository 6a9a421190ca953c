"""What stands out from the room, and what is the room."""

from __future__ import annotations

import numpy as np

from voicecook.hearing.voice_activity import BANDS_HZ, FRAME, Bands, VoiceActivityDetector
from voicecook.sound.pcm import HEARING_RATE, Pcm

SILENCE = np.zeros(HEARING_RATE, np.int16)


def noise(loudness: float, seconds: float) -> Pcm:
    chance = np.random.default_rng(5)
    sound: Pcm = chance.normal(0, loudness, round(seconds * HEARING_RATE)).astype(np.int16)
    return sound


def hum(loudness: float, hz: float) -> Pcm:
    tone = np.sqrt(2) * np.sin(2 * np.pi * hz * np.arange(HEARING_RATE) / HEARING_RATE)
    return np.asarray(loudness * tone, np.int16)


def stands_out(gate: VoiceActivityDetector, sound: Pcm) -> list[bool]:
    return [gate.push(sound[at : at + FRAME]) for at in range(0, len(sound), FRAME)]


def test_silence_does_not() -> None:
    assert not any(stands_out(VoiceActivityDetector(), SILENCE))


def test_a_sound_after_silence_does_at_once() -> None:
    gate = VoiceActivityDetector()
    stands_out(gate, SILENCE)
    assert stands_out(gate, noise(300, 0.1)) == [True] * 5


def test_a_fan_is_the_room_after_two_seconds() -> None:
    gate = VoiceActivityDetector()
    fan = noise(500, 6)
    assert np.mean(stands_out(gate, fan)[100:]) < 0.02
    assert all(stands_out(gate, 4 * noise(500, 0.2)))


def test_what_may_be_its_own_voice_does_not() -> None:
    sound = noise(300, 0.02)
    gate, wary = VoiceActivityDetector(), VoiceActivityDetector()
    window = np.hanning(FRAME).astype(np.float32)
    expected = Bands(window).db(np.abs(np.fft.rfft(sound * window)) ** 2)
    assert gate.push(sound)
    assert not wary.push(sound, expected)


def test_bands_are_as_loud_as_the_sound_in_them() -> None:
    for size in (FRAME, 3 * FRAME):
        window = np.hanning(size).astype(np.float32)
        tone = hum(3276.8, 1400)[:size]
        bands = Bands(window).db(np.abs(np.fft.rfft(tone * window)) ** 2)
        assert len(bands) == len(BANDS_HZ) - 1
        assert abs(bands.max() + 20) < 0.5
        assert int(bands.argmax()) == 2


def test_a_click_after_silence_does() -> None:
    gate = VoiceActivityDetector()
    stands_out(gate, SILENCE)
    click = np.zeros(FRAME, np.int16)
    click[FRAME // 2] = 400
    assert gate.push(click)
