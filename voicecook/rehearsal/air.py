"""The acoustics of a virtual kitchen: noise under everything, and the loudspeaker's echo."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from voicecook.sound import HEARING_RATE, Pcm, read_all

LEVEL_FRAME = 2048
COOK_PEAK_FRAME_RMS = 3000.0
"""How loud the cook is taken to be: the loudest 2,048-sample frame, as rms of 16-bit samples."""

APP_PEAK_FRAME_RMS = 4400.0
"""How loud the app's own voice is before the loudspeaker, at its usual volume."""


class CalmAir:
    """Only the cook reaches the microphone."""

    echoes = False

    def reaches_microphone(self, cook: Pcm, loudspeaker: Pcm) -> Pcm:
        """The cook, and nothing else."""
        return cook


class KitchenAir:
    """Cook, noise bed and echo mixed.

    `room` is an impulse response. `snr_db` is the ratio of the loudest 2,048-sample frames of the
    cook and of the noise, `echo_db` the echo's level against the cook's voice, measured alike.
    """

    def __init__(
        self,
        noise: Path | None = None,
        snr_db: float = 12.0,
        room: Path | None = None,
        echo_db: float = 0.0,
    ) -> None:
        self._noise = _at_level(read_all(noise), -snr_db) if noise else np.zeros(1)
        self._place = 0
        self._response = _unit_energy(read_all(room)) if room else None
        self._gain = 10 ** (echo_db / 20) * COOK_PEAK_FRAME_RMS / APP_PEAK_FRAME_RMS
        self._tail = np.zeros(0)
        self.echoes = room is not None

    def reaches_microphone(self, cook: Pcm, loudspeaker: Pcm) -> Pcm:
        """One block of the mixture."""
        mixed = cook + self._next_noise(len(cook)) + self._echo(loudspeaker)
        return np.clip(np.rint(mixed), -32768, 32767).astype(np.int16)

    def _next_noise(self, count: int) -> NDArray[np.float64]:
        places = (self._place + np.arange(count)) % len(self._noise)
        self._place = int((self._place + count) % len(self._noise))
        return self._noise[places]

    def _echo(self, loudspeaker: Pcm) -> NDArray[np.float64]:
        if self._response is None:
            return np.zeros(len(loudspeaker))
        self._tail = np.pad(self._tail, (0, max(len(loudspeaker) - len(self._tail), 0)))
        if np.any(loudspeaker):
            fresh = _convolve(loudspeaker.astype(np.float64), self._response) * self._gain
            self._tail = np.pad(self._tail, (0, max(len(fresh) - len(self._tail), 0)))
            self._tail[: len(fresh)] += fresh
        out, self._tail = self._tail[: len(loudspeaker)], self._tail[len(loudspeaker) :]
        return out


def peak_frame_rms(sound: NDArray[np.float64]) -> float:
    """The rms of the loudest 2,048-sample frame."""
    padded = np.pad(sound, (0, -len(sound) % LEVEL_FRAME))
    frames = padded.reshape(-1, LEVEL_FRAME)
    return float(np.sqrt((frames**2).mean(axis=1)).max())


def as_loud_as_a_cook(sound: Pcm) -> Pcm:
    """A recording brought to the level every cook in a scenario speaks at."""
    return np.clip(_at_level(sound, 0.0), -32768, 32767).astype(np.int16)


def _at_level(sound: Pcm, db: float) -> NDArray[np.float64]:
    samples = sound.astype(np.float64)
    wanted = COOK_PEAK_FRAME_RMS * 10 ** (db / 20)
    return samples * (wanted / max(peak_frame_rms(samples), 1.0))


def _unit_energy(response: Pcm) -> NDArray[np.float64]:
    samples = response[:HEARING_RATE].astype(np.float64)
    return samples / max(float(np.sqrt((samples**2).sum())), 1e-9)


def _convolve(sound: NDArray[np.float64], response: NDArray[np.float64]) -> NDArray[np.float64]:
    size = len(sound) + len(response) - 1
    fast = 1 << (size - 1).bit_length()
    return np.fft.irfft(np.fft.rfft(sound, fast) * np.fft.rfft(response, fast), fast)[:size]
