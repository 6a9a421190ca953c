"""Is there a sound that stands out from the room? Cheap, so that silence costs nothing."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

RATE = 16_000
FRAME = 320
"""Samples in a frame: 20 ms."""
BANDS_HZ = (150, 500, 1000, 1800, 2800, 4200, 7000)
"""Borders of the bands in which sound may stand out from the room's own noise."""
MEMORY = 100
"""Frames over which the room's noise is estimated: 2 s."""
ROOM_DB = -62.0
"""How loud a room is taken to be (dB full scale) before anything is known of it."""
STANDS_OUT_DB = 7.0
"""How far the two loudest bands must rise over the room's noise."""


class Gate:
    """Follows the noise of the room in six bands and tells when something rises over it."""

    def __init__(self) -> None:
        edges = [round(hz * FRAME / RATE) for hz in BANDS_HZ]
        self._edges = np.array(edges)
        self._window = np.hanning(FRAME).astype(np.float32)
        self._recent = np.full((MEMORY, len(edges) - 1), ROOM_DB, np.float32)
        self._floor = self._recent[0].copy()
        self._count = 0
        self.level_db = -96.0
        """How loud the last frame was, dB full scale."""

    def push(self, frame: NDArray[np.int16]) -> bool:
        """Whether this 20 ms frame stands out from the room."""
        bands = self._bands(frame)
        self._recent[self._count % MEMORY] = bands
        self._count += 1
        if self._count % 5 == 0:
            low = MEMORY // 5
            self._floor = np.partition(self._recent, low, axis=0)[low]
        rise = np.sort(bands - np.maximum(self._floor, ROOM_DB - 10))
        return bool(rise[-2:].mean() > STANDS_OUT_DB)

    def _bands(self, frame: NDArray[np.int16]) -> NDArray[np.float32]:
        samples = frame.astype(np.float32) / 32768
        self.level_db = float(10 * np.log10(samples @ samples / FRAME + 1e-10))
        power = np.abs(np.fft.rfft(samples * self._window)) ** 2 / (FRAME * FRAME / 8)
        sums = np.add.reduceat(power, self._edges)[:-1]
        bands: NDArray[np.float32] = 10 * np.log10(sums + 1e-10).astype(np.float32)
        return bands
