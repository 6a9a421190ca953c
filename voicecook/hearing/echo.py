"""Acoustic echo cancellation: takes the app's own voice out of what the microphone hears.

In each narrow band of sound, what the microphone gets is taken to be what the loudspeaker played
over the last second, each moment of it with its own weight, plus whatever else there is. A Kalman
filter learns the weights (G. Enzner and P. Vary, "Frequency-domain adaptive Kalman filter for
acoustic echo control", Signal Processing 86, 2006). It knows how sure it is of them, so it learns a
room within half a second, hardly learns while the cook speaks, and tells how much may be left.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from voicecook.hearing.voice_activity import FRAME, Bands
from voicecook.sound import Pcm

WINDOW = 3 * FRAME
"""Samples that are looked at together: 60 ms."""
BINS = WINDOW // 2 + 1
NEAR_TAPS = 12
"""Frames of the past whose weights are learnt together, at a cost that grows with the square."""
FAR_TAPS = 36
"""Frames before those, each learnt by itself: the room's late answer, up to 0.96 s."""
PRIOR = 4.0
"""How large (power) the first weight may be before anything is known of the room."""
NEAR_DECAY_S, FAR_DECAY_S = 0.5, 1.5
"""Times in which later weights are expected to fall by 60 dB."""
DRIFT = 1e-4
"""By how much of its prior a weight may change in 20 ms."""
CALM = 0.8
"""How much of what could not be explained before is expected again, frame by frame."""
FAINTEST = 1200.0
"""Power below which nothing unexplained is believed: a hiss of 1.6 in 32,768."""
DEEPEST = 0.1
"""The least that is left of a bin in which nothing but echo is believed."""
SURPLUS_STEP_DB, MOST_SURPLUS_DB = 0.1, 6.0
"""How fast and how far the echo believed to be left is corrected by what is left (for halls)."""
SPEECH = slice(18, 240)
"""The bins of 300 to 4,000 Hz."""
LINGER = 50
"""Frames for which a room may ring on after the last word: 1 s."""

Power = NDArray[np.floating[Any]]
Spectrum = NDArray[np.complex64]


class EchoCanceller:
    """Learns how the loudspeaker sounds at the microphone and subtracts it, 20 ms at a time.

    `reference` must be what is played at that very moment. While anything is played, and for a
    second after, what comes out is 20 ms late.
    """

    def __init__(self) -> None:
        self._window, self._synthesis = _windows()
        self._bands = Bands(self._window)
        self._heard = np.zeros(WINDOW, np.float32)
        self._played = np.zeros(WINDOW, np.float32)
        self._out = np.zeros(2 * FRAME, np.float32)
        self._past = np.zeros((BINS, NEAR_TAPS + FAR_TAPS), np.complex64)
        self._near = _NearTaps()
        self._far = _FarTaps()
        self._unexplained = np.full(BINS, 100 * FAINTEST, np.float32)
        self._silent = LINGER + 1
        self._surplus_db = 0.0
        self._last = np.zeros(FRAME, np.int16)
        self._left = self._left_before = np.zeros(BINS, np.float32)

    def clean(self, heard: Pcm, reference: Pcm) -> Pcm:
        """What the microphone heard less the app's own voice, for one frame of 320 samples."""
        was_active = self.active
        self._silent = 0 if reference.any() else self._silent + 1
        if not self.active:
            self._last = heard
            return heard
        if not was_active:
            self._wake()
        return self._synthesise(self._explain(*self._spectra(heard, reference)))

    @property
    def active(self) -> bool:
        """Whether the loudspeaker sounds, or the room may still ring of it."""
        return self._silent <= LINGER

    def leftover_db(self) -> Power:
        """How loud the echo still in the last frame may be, in the bands of voice activity."""
        return self._bands.db(np.maximum(self._left, self._left_before))

    def _wake(self) -> None:
        """Begin with the frame before, so that the join can't be heard."""
        self._heard[:] = 0
        self._heard[-FRAME:] = self._last
        self._out[FRAME:] = self._last * (self._window[-FRAME:] * self._synthesis[-FRAME:])

    def _spectra(self, heard: Pcm, reference: Pcm) -> tuple[Spectrum, Spectrum]:
        for kept, new in ((self._heard, heard), (self._played, reference)):
            kept[:-FRAME] = kept[FRAME:].copy()
            kept[-FRAME:] = new
        both = np.fft.rfft(np.stack([self._heard, self._played]) * self._window)
        return both[0].astype(np.complex64), both[1].astype(np.complex64)

    def _explain(self, heard: Spectrum, played: Spectrum) -> Spectrum:
        """One step of the filter; what it can't explain by the loudspeaker."""
        self._past[:, 1:] = self._past[:, :-1].copy()
        self._past[:, 0] = played
        near, far = self._past[:, :NEAR_TAPS], self._past[:, NEAR_TAPS:]
        error = heard - self._near.predict(near) - self._far.predict(far)
        doubt = self._near.doubt(near) + self._far.doubt(far)
        other: Power = CALM * self._unexplained + (1 - CALM) * _power(error) + FAINTEST
        total = other + doubt
        self._near.learn(error, total)
        self._far.learn(error, total)
        after: Power = other / total
        error = error * after
        power = _power(error)
        self._unexplained = CALM * self._unexplained + (1 - CALM) * power
        return self._suppress(error, power, doubt * after)

    def _suppress(self, error: Spectrum, power: Power, doubt: Power) -> Spectrum:
        """A Wiener filter against the echo that may be left."""
        keep = np.maximum(1 - doubt / (power + 1), DEEPEST**2)
        self._follow_surplus(power, doubt)
        self._left_before, self._left = self._left, doubt * keep * 10 ** (self._surplus_db / 10)
        clean: Spectrum = error * np.sqrt(keep)
        return clean

    def _follow_surplus(self, power: Power, doubt: Power) -> None:
        """Track by small steps, so that a word of the cook's hardly counts, a median."""
        if self._silent:
            return
        surplus_db = 10 * np.log10(power[SPEECH].sum() / (doubt[SPEECH].sum() + 1) + 1e-9)
        step = SURPLUS_STEP_DB if surplus_db > self._surplus_db else -SURPLUS_STEP_DB
        self._surplus_db = min(max(self._surplus_db + step, 0.0), MOST_SURPLUS_DB)

    def _synthesise(self, spectrum: Spectrum) -> Pcm:
        self._out[:FRAME] = self._out[FRAME:]
        self._out[FRAME:] = 0
        self._out += np.fft.irfft(spectrum)[FRAME:] * self._synthesis
        return np.clip(np.rint(self._out[:FRAME]), -32768, 32767).astype(np.int16)


class _NearTaps:
    """The room's first answer. Speech is alike from frame to frame: weights are learnt together."""

    def __init__(self) -> None:
        prior = np.diag(PRIOR * _decay(NEAR_TAPS, NEAR_DECAY_S)).astype(np.complex64)
        self._weights = np.zeros((BINS, NEAR_TAPS), np.complex64)
        self._covariance = np.tile(prior, (BINS, 1, 1))
        self._drift = DRIFT * prior
        self._gain = self._weights

    def predict(self, past: Spectrum) -> Spectrum:
        return _sum(self._weights, past)

    def doubt(self, past: Spectrum) -> Power:
        """The power by which the prediction may be wrong."""
        self._gain = np.matmul(self._covariance, past.conj()[:, :, None])[:, :, 0]
        power: Power = np.maximum(_sum(past, self._gain).real, 0)
        return power

    def learn(self, error: Spectrum, total: Power) -> None:
        self._weights += self._gain * (error / total)[:, None]
        learnt = self._gain / np.sqrt(total)[:, None]
        self._covariance -= learnt[:, :, None] * learnt.conj()[:, None, :]
        self._covariance += self._drift


class _FarTaps:
    """The room's late answer, whose weights are taken to be independent of each other."""

    def __init__(self) -> None:
        at_border = PRIOR * _decay(NEAR_TAPS + 1, NEAR_DECAY_S)[-1]
        self._prior = at_border * _decay(FAR_TAPS, FAR_DECAY_S)
        self._weights = np.zeros((BINS, FAR_TAPS), np.complex64)
        self._variance = np.tile(self._prior, (BINS, 1))
        self._power = self._variance
        self._gain = self._weights

    def predict(self, past: Spectrum) -> Spectrum:
        return _sum(self._weights, past)

    def doubt(self, past: Spectrum) -> Power:
        """The power by which the prediction may be wrong."""
        self._power = _power(past)
        self._gain = self._variance * past.conj()
        power: Power = np.einsum("kl,kl->k", self._variance, self._power)
        return power

    def learn(self, error: Spectrum, total: Power) -> None:
        self._weights += self._gain * (error / total)[:, None]
        self._variance *= 1 - self._variance * self._power / total[:, None]
        self._variance += DRIFT * self._prior


def _sum(weights: Spectrum, past: Spectrum) -> Spectrum:
    found: Spectrum = np.einsum("kl,kl->k", weights, past)
    return found


def _power(spectrum: Spectrum) -> Power:
    power: Power = spectrum.real**2 + spectrum.imag**2
    return power


def _decay(taps: int, seconds: float) -> Power:
    """Energies that fall by 60 dB in so many seconds, a frame of 20 ms apart."""
    return (10 ** (-6 * 0.02 * np.arange(taps) / seconds)).astype(np.float32)


def _windows() -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """One for analysis, slow to rise and quick to fall, and its counterpart for the last 40 ms."""
    rise = np.sin(np.pi / 2 * (np.arange(2 * FRAME) + 0.5) / (2 * FRAME))
    fall = np.cos(np.pi / 2 * (np.arange(FRAME) + 0.5) / FRAME)
    analysis = np.concatenate([rise, fall]).astype(np.float32)
    hann = np.sin(np.pi * (np.arange(2 * FRAME) + 0.5) / (2 * FRAME)) ** 2
    return analysis, (hann / analysis[FRAME:]).astype(np.float32)
