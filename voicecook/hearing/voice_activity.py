"""Voice activity detection: does a sound stand out from the room? Cheap, so silence costs nothing.

A noise floor is followed in each of six bands; what rises over it opens an utterance.
"""

from __future__ import annotations

import math
from collections import deque
from typing import Any

import numpy as np
from numpy.typing import NDArray

from voicecook.sound import HEARING_RATE, Pcm

FRAME = HEARING_RATE // 50
"""Samples in a frame: 20 ms."""
FRAME_S = FRAME / HEARING_RATE
BANDS_HZ = (150, 500, 1000, 1800, 2800, 4200, 7000)
"""Borders of the bands in which sound may stand out from the room's own noise."""
FULL_SCALE = 32768.0**2
LOOK_EVERY = 5
"""The room's noise is looked at once in so many frames."""
MEMORY = 20
"""Looks by which the room's noise is known: 2 s."""
ROOM_DB = -64.0
"""How loud a room is taken to be (dB full scale) before anything is known of it."""
ASSUMED = 2
"""How many looks that counts for: noise from the beginning is known for what it is in 0.8 s."""
STANDS_OUT_DB = 7.0
"""How far the two loudest bands must rise over the room's noise."""
PEAK_DB = 4.3
"""How far a band of one frame may lie above the whole frame: a click in the window's middle."""
LEFTOVER_DB = 3.0
"""How far above what is expected of it an echo may be."""
FAINTEST = 1e-3
"""Added to every power, so that silence has a logarithm."""

Bandwise = NDArray[np.floating[Any]]


class Bands:
    """How loud each band is, by the spectrum of sound under a window."""

    def __init__(self, window: NDArray[np.float32]) -> None:
        size = len(window)
        self._edges = [round(hz * size / HEARING_RATE) for hz in BANDS_HZ]
        self._offset = 10 * math.log10(2 / (size * float(window @ window) * FULL_SCALE))

    def db(self, power: NDArray[np.floating[Any]]) -> Bandwise:
        """Decibels of full scale in each of the six bands, from the power in each bin."""
        sums = np.add.reduceat(power, self._edges)[:-1]
        bands: Bandwise = 10 * np.log10(sums + FAINTEST) + self._offset
        return bands


class VoiceActivityDetector:
    """Follows the noise floor of the room in six bands and tells when something rises over it."""

    def __init__(self) -> None:
        self._window = np.hanning(FRAME).astype(np.float32)
        self._bands = Bands(self._window)
        assumed = np.full(len(BANDS_HZ) - 1, ROOM_DB, np.float32)
        self._recent: deque[Bandwise] = deque([assumed] * ASSUMED, MEMORY)
        self._floor: Bandwise = assumed
        self._hush_db = ROOM_DB
        self._count = 0
        self.level_db = -96.0
        """How loud the last frame was, dB full scale."""

    def push(self, frame: Pcm, leftover_db: Bandwise | None = None) -> bool:
        """Whether this 20 ms frame stands out from the room.

        `leftover_db` is how loud the app's own voice may still be in each band.
        """
        samples = frame.astype(np.float32)
        self.level_db = 10 * math.log10(float(samples @ samples) / FRAME / FULL_SCALE + 1e-10)
        self._count += 1
        look = self._count % LOOK_EVERY == 0
        if self.level_db <= self._hush_db and not look:
            return False  # no band can stand out: silence costs next to nothing
        spectrum = np.fft.rfft(samples * self._window)
        bands = self._bands.db(spectrum.real**2 + spectrum.imag**2)
        if look:
            self._follow(bands)
        floor = self._floor
        if leftover_db is not None:
            floor = np.maximum(floor, leftover_db + LEFTOVER_DB)
        rise = sorted((bands - floor).tolist())
        return bool(rise[-1] + rise[-2] > 2 * STANDS_OUT_DB)

    def _follow(self, bands: Bandwise) -> None:
        """Learn the room's own noise, now that these bands were heard."""
        self._recent.append(bands)
        if self._count % (2 * LOOK_EVERY) == 0:
            low = len(self._recent) // 5
            quiet = np.partition(np.array(self._recent), low, axis=0)[low]
            self._floor = np.maximum(quiet, ROOM_DB - 10)
            lowest = sorted(self._floor.tolist())
            self._hush_db = (lowest[0] + lowest[1]) / 2 + STANDS_OUT_DB - PEAK_DB
