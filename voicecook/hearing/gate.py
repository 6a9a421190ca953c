"""Is there a sound that stands out from the room? Cheap, so that silence costs nothing."""

from __future__ import annotations

import math
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

RATE = 16_000
FRAME = 320
"""Samples in a frame: 20 ms."""
BANDS_HZ = (150, 500, 1000, 1800, 2800, 4200, 7000)
"""Borders of the bands in which sound may stand out from the room's own noise."""
FULL_SCALE = 32768.0**2
MEMORY = 100
"""Frames over which the room's noise is estimated: 2 s."""
ROOM_DB = -64.0
"""How loud a room is taken to be (dB full scale) before anything is known of it."""
STANDS_OUT_DB = 7.0
"""How far the two loudest bands must rise over the room's noise."""


LEFTOVER_DB = 3.0
"""How far above what is expected of it an echo may be."""

Power = NDArray[np.floating[Any]]


class Gate:
    """Follows the noise of the room in six bands and tells when something rises over it."""

    def __init__(self) -> None:
        self._window = np.hanning(FRAME).astype(np.float32)
        self._recent = np.full((MEMORY, len(BANDS_HZ) - 1), ROOM_DB, np.float32)
        self._floor: Power = self._recent[0].copy()
        self._count = 0
        self.level_db = -96.0
        """How loud the last frame was, dB full scale."""

    def push(self, frame: NDArray[np.int16], leftover_db: Power | None = None) -> bool:
        """Whether this 20 ms frame stands out from the room.

        `leftover_db` is how loud the app's own voice may still be in each band.
        """
        samples = frame.astype(np.float32)
        power = float(samples @ samples) / FRAME
        self.level_db = 10 * math.log10(power / FULL_SCALE + 1e-10)
        bands = bands_db(np.abs(np.fft.rfft(samples * self._window)) ** 2, self._window)
        floor = self._follow(bands)
        if leftover_db is not None:
            floor = np.maximum(floor, leftover_db + LEFTOVER_DB)
        rise = np.sort(bands - floor)
        return bool(rise[-2:].mean() > STANDS_OUT_DB)

    def _follow(self, bands: Power) -> Power:
        """The room's own noise, now that these bands were heard."""
        self._recent[self._count % MEMORY] = bands
        self._count += 1
        if self._count % 5 == 0:
            low = MEMORY // 5
            quiet = np.partition(self._recent, low, axis=0)[low]
            self._floor = np.maximum(quiet, ROOM_DB - 10)
        return self._floor


def bands_db(power: Power, window: Power) -> Power:
    """Loudness of each band, dB full scale, from the power spectrum of sound under this window."""
    edges, scale = _layout(len(window), float(window @ window))
    sums = np.add.reduceat(power, edges)[:-1]
    bands: Power = 10 * np.log10(sums * scale + 1e-10)
    return bands


@cache
def _layout(size: int, energy: float) -> tuple[list[int], float]:
    return [round(hz * size / RATE) for hz in BANDS_HZ], 2 / (size * energy * FULL_SCALE)
