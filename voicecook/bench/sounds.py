"""Sounds to measure with, made or mixed: 16 kHz mono, int16."""

from __future__ import annotations

import numpy as np

from voicecook.rehearsal import peak_frame_rms
from voicecook.sound import HEARING_RATE, Pcm

LEAD_S, TAIL_S = 1.0, 1.5
"""How much of a room is heard before and after what is said."""
WITHIN_DB = 35.0
"""The last sound is the last 10 ms that come so near to the loudest."""


def silence(seconds: float) -> Pcm:
    """No sound at all."""
    return np.zeros(int(seconds * HEARING_RATE), np.int16)


def hiss(seconds: float, db: float = -70.0, seed: int = 1) -> Pcm:
    """A quiet room: white noise at so many decibels of full scale."""
    chance = np.random.default_rng(seed)
    return _pcm(chance.standard_normal(int(seconds * HEARING_RATE)) * 32768 * 10 ** (db / 20))


def fan(seconds: float, db: float = -40.0, seed: int = 1) -> Pcm:
    """A cooker hood: pink noise and the hum of its motor, root mean square `db` of full scale."""
    count = int(seconds * HEARING_RATE)
    spectrum = np.fft.rfft(np.random.default_rng(seed).standard_normal(count))
    spectrum /= np.sqrt(np.maximum(np.fft.rfftfreq(count, 1 / HEARING_RATE), 40.0))
    rush = np.fft.irfft(spectrum, count)
    time = np.arange(count) / HEARING_RATE
    hum = np.sum([np.sin(2 * np.pi * 49 * k * time) / k for k in (1, 2, 3, 5)], axis=0)
    mixed = rush / rush.std() + 0.3 * hum
    return _pcm(mixed / mixed.std() * 32768 * 10 ** (db / 20))


def tiled_room(reverberation_s: float = 0.35) -> Pcm:
    """The impulse response of a small kitchen: three reflections and a tail.

    J. A. Moorer, "About this reverberation business" (1979): noise under an exponential.
    """
    time = np.arange(int(0.4 * HEARING_RATE)) / HEARING_RATE
    tail = np.random.default_rng(2).standard_normal(len(time)) * 10 ** (-3 * time / reverberation_s)
    response = 0.02 * tail * (time > 0.01)
    for delay_s, level in ((0.002, 0.8), (0.0045, 0.35), (0.0071, -0.25), (0.0093, 0.2)):
        response[int(delay_s * HEARING_RATE)] += level
    return _pcm(response * 32768)


def in_a_room(said: Pcm, lead_s: float = LEAD_S) -> Pcm:
    """What is said with the quiet of a room before and after it."""
    padded = np.pad(said, (int(lead_s * HEARING_RATE), int(TAIL_S * HEARING_RATE)))
    return add(padded, hiss(len(padded) / HEARING_RATE, -80.0), 0)


def in_noise(said: Pcm, noise: Pcm, snr_db: float, chance: np.random.Generator) -> Pcm:
    """What is said in a room where this noise goes on all the time, from anywhere in it."""
    padded = np.pad(said, (int(LEAD_S * HEARING_RATE), int(TAIL_S * HEARING_RATE)))
    from_here = np.roll(noise, -int(chance.integers(len(noise))))
    bed = np.resize(from_here, len(padded)).astype(np.float64)
    loudness = peak_frame_rms(said.astype(np.float64)) * 10 ** (-snr_db / 20)
    return _pcm(padded + bed * (loudness / max(peak_frame_rms(bed), 1.0)))


def add(under: Pcm, sound: Pcm, at: int) -> Pcm:
    """Both at once, `sound` from sample `at` on, as far as `under` goes."""
    mixed = under.astype(np.int32)
    part = sound[: len(mixed) - at]
    mixed[at : at + len(part)] += part
    return np.clip(mixed, -32768, 32767).astype(np.int16)


def last_sound_s(audio: Pcm) -> float:
    """Where the last sound ends, in seconds."""
    frames = audio[: len(audio) // 160 * 160].reshape(-1, 160).astype(np.float64)
    power = (frames**2).mean(axis=1)
    loud = np.flatnonzero(power > power.max() / 10 ** (WITHIN_DB / 10))
    return float((loud[-1] + 1) * 160 / HEARING_RATE)


def _pcm(samples: np.ndarray[tuple[int, ...], np.dtype[np.float64]]) -> Pcm:
    return np.clip(np.rint(samples), -32768, 32767).astype(np.int16)
