"""A source of one rate played by a device of another."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from voicecook.sound.source import at_rate


class Tone:
    """500 Hz without end."""

    speaking = True

    def __init__(self, rate: int) -> None:
        self.rate = rate
        self._at = 0

    def next_block(self, n: int) -> NDArray[np.float32]:
        t = np.arange(self._at, self._at + n) / self.rate
        self._at += n
        return np.sin(2 * np.pi * 500 * t).astype(np.float32)


def test_the_same_rate_needs_nothing() -> None:
    tone = Tone(48_000)
    assert at_rate(tone, 48_000) is tone


@pytest.mark.parametrize("rate", [16_000, 44_100, 96_000])
def test_another_rate_sounds_the_same(rate: int) -> None:
    source = at_rate(Tone(48_000), rate)
    heard = np.concatenate([source.next_block(rate // 100) for _ in range(200)])
    assert len(heard) == 2 * rate
    spectrum = np.abs(np.fft.rfft(heard[rate:]))
    assert int(np.argmax(spectrum)) == 500
