"""The one form in which sound is heard throughout the house: 16-bit PCM, mono, 16 kHz."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

HEARING_RATE = 16_000
"""Samples a second of all that is heard: what the recogniser wants."""
BLOCK = HEARING_RATE // 50
"""Samples in a block of live sound: 20 ms."""

Samples = NDArray[np.float32]
"""Mono audio between -1 and 1, at any rate."""
Pcm = NDArray[np.int16]
"""Mono audio at `HEARING_RATE`."""
