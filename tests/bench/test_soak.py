"""A few minutes of what scripts/soak feeds for a day."""

from __future__ import annotations

from itertools import repeat

import pytest

from voicecook.bench import soak
from voicecook.bench.figures import exactly
from voicecook.bench.sounds import silence
from voicecook.kitchen.beginning import equipment


@pytest.mark.sound
def test_a_round_is_heard_answered_and_weighed() -> None:
    with equipment() as made:
        (reading,) = soak.soak(made, 1, repeat(silence(1.0)), minutes=5)
    assert reading.hours == pytest.approx(5 / 60)
    assert reading.heard >= 7
    assert reading.said >= 7
    assert 50 < reading.memory_mb < 1000


def test_growth_counts_from_the_first_reading() -> None:
    readings = [
        soak.MemoryReading(h / 4, mb, 0, 0) for h, mb in [(1, 200.0), (2, 203.5), (3, 202.0)]
    ]
    most, growth = soak.figures(readings)
    assert (most.ours, growth.ours) == (exactly(203.5), exactly(3.5))
    assert (most.met, growth.met) == (True, False)
