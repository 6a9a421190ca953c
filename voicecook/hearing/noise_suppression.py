"""Noise suppression: takes the room's noise out of an utterance, for words that it half covers.

A Wiener filter with the decision-directed estimate of Y. Ephraim and D. Malah, "Speech enhancement
using a minimum mean-square error short-time spectral amplitude estimator", IEEE Transactions on
ASSP 32, 1984. What a bin holds half of the time is taken for its noise (V. Stahl, A. Fischer and
R. Bippus, "Quantile based noise estimation", ICASSP 2000), so a word must come with the room's
sound around it. Not for streams: an utterance is cleared as a whole, once it seems to be over.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from voicecook.hearing.voice_activity import FRAME
from voicecook.sound import Pcm

SIZE, HOP = 512, 128
"""Samples in a window, and from one to the next: 32 ms, 8 ms."""
MEDIAN_OF_NOISE = 0.69
"""The median of a noise's power, of its mean: ln 2."""
LINGER = 0.95
"""How much of the frame before is believed of the next."""
DEEPEST = 10 ** (-15 / 20)
"""The least that is left of a bin: more would leave holes that the recogniser takes for sounds."""
FAINTEST = 10 ** (-25 / 10)
BACKGROUND = 0.05
"""The share of 20 ms frames that hold nothing but the room."""

Power = NDArray[np.floating[Any]]

_WINDOW = np.sqrt(np.hanning(SIZE + 1)[:-1])


def stands_out_db(sound: Pcm) -> float:
    """How far the loudest 20 ms rise over the background, in decibels: a signal-to-noise ratio."""
    frames = sound[: len(sound) // FRAME * FRAME].reshape(-1, FRAME)
    frames = frames[frames.any(axis=1)]  # no room is as silent as that
    if not len(frames):
        return 0.0
    power = (frames.astype(np.float32) ** 2).mean(axis=1) + 1.0
    return float(10 * np.log10(power.max() / np.quantile(power, BACKGROUND)))


def cleared(sound: Pcm) -> Pcm:
    """The same sound with less of what goes on in it all the time."""
    padded = np.pad(sound.astype(np.float64), SIZE)
    count = (len(padded) - SIZE) // HOP
    starts = HOP * np.arange(count)
    frames = padded[starts[:, None] + np.arange(SIZE)] * _WINDOW
    spectra = np.fft.rfft(frames)
    shaped = np.fft.irfft(spectra * _gains(np.abs(spectra) ** 2)) * _WINDOW
    out = np.zeros(len(padded))
    weight = np.zeros(len(padded))
    for start, frame in zip(starts, shaped, strict=True):
        out[start : start + SIZE] += frame
        weight[start : start + SIZE] += _WINDOW**2
    clean = (out / np.maximum(weight, 1e-3))[SIZE : SIZE + len(sound)]
    return np.clip(np.rint(clean), -32768, 32767).astype(np.int16)


def _gains(power: Power) -> Power:
    noise = np.maximum(np.median(power, axis=0) / MEDIAN_OF_NOISE, 1.0)
    noise = np.convolve(np.pad(noise, 1, "edge"), np.full(3, 1 / 3), "valid")
    gains = np.empty_like(power)
    before = np.ones(power.shape[1])
    for gain, ratio in zip(gains, power / noise, strict=True):
        signal = LINGER * before + (1 - LINGER) * np.maximum(ratio - 1, 0)
        signal = np.maximum(signal, FAINTEST)
        gain[:] = np.maximum(signal / (1 + signal), DEEPEST)
        before = gain**2 * ratio
    return gains
