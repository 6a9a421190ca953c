"""The sound before an alert: two soft tones, the second higher."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

TONES_HZ = (587.3, 880.0)
"""A rising fifth, D to A: it says "something is ready", not "something is wrong"."""

_EVERY_S, _LASTS_S, _ATTACK_S, _DECAY_S = 0.22, 0.7, 0.03, 0.18
_LOUDNESS = 0.35


def chime(rate: int) -> NDArray[np.float32]:
    """The chime as float32 mono at `rate` samples a second, about 0.9 s."""
    length = int((_EVERY_S * (len(TONES_HZ) - 1) + _LASTS_S) * rate)
    sound = np.zeros(length, np.float64)
    for index, pitch in enumerate(TONES_HZ):
        start = int(index * _EVERY_S * rate)
        tone = _tone(pitch, rate)[: length - start]
        sound[start : start + len(tone)] += tone
    return (sound * _LOUDNESS).astype(np.float32)


def _tone(pitch_hz: float, rate: int) -> NDArray[np.float64]:
    """A struck bell: it rises gently and rings away to nothing."""
    t = np.arange(int(_LASTS_S * rate)) / rate
    wave = np.sin(2 * np.pi * pitch_hz * t) + 0.25 * np.sin(2 * np.pi * 2 * pitch_hz * t)
    rise = np.sin(0.5 * np.pi * np.minimum(t / _ATTACK_S, 1)) ** 2
    to_nothing = np.minimum((_LASTS_S - t) / 0.1, 1)
    return np.asarray(wave * rise * np.exp(-t / _DECAY_S) * to_nothing / 1.25, np.float64)
