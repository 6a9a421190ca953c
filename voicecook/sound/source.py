"""Where the sound to be played comes from, and how it suits a device of another rate."""

from __future__ import annotations

from typing import Protocol

import numpy as np

from voicecook.sound.pcm import Samples


class Source(Protocol):
    """Where the sound to be played comes from."""

    rate: int
    """Samples a second."""

    @property
    def speaking(self) -> bool:
        """Whether something is being said or waits to be said."""

    def next_block(self, n: int) -> Samples:
        """The next `n` samples, mono, -1 to 1. Must not block."""


def at_rate(source: Source, rate: int) -> Source:
    """`source` as a device with `rate` samples a second needs it."""
    return source if source.rate == rate else _Resampled(source, rate)


class _Resampled:
    def __init__(self, source: Source, rate: int) -> None:
        import soxr

        self.rate = rate
        self._source = source
        self._stream = soxr.ResampleStream(source.rate, rate, 1, dtype="float32", quality="MQ")
        self._ready: Samples = np.zeros(0, np.float32)

    @property
    def speaking(self) -> bool:
        """Whether something is being said or waits to be said."""
        return self._source.speaking

    def next_block(self, n: int) -> Samples:
        """The next `n` samples; asks for more only when there are too few."""
        wanted = max(round(n * self._source.rate / self.rate), 1)
        while len(self._ready) < n:
            more = self._stream.resample_chunk(self._source.next_block(wanted))
            self._ready = np.concatenate((self._ready, more))
        block, self._ready = self._ready[:n], self._ready[n:]
        return block
