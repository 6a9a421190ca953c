"""What was heard and what was played, brought together."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from voicecook.sound.blocks import EchoPairs
from voicecook.sound.pcm import BLOCK, HEARING_RATE


def run(
    device_rate: int, delay_s: float, reported_s: float, seconds: float = 3, chunk: int = 441
) -> tuple[NDArray[np.int16], NDArray[np.int16]]:
    """A device that hears its own noise `delay_s` later and says that it is `reported_s`."""
    rng = np.random.default_rng(1)
    played = (0.2 * rng.standard_normal(int(seconds * device_rate))).astype(np.float32)
    heard = np.roll(played, round(delay_s * device_rate))
    pairs = EchoPairs(device_rate)
    blocks = [
        block
        for at in range(0, len(played) - chunk, chunk)
        for block in pairs.add(heard[at : at + chunk], played[at : at + chunk], reported_s)
    ]
    assert {(len(block.mic), len(block.reference)) for block in blocks} == {(BLOCK, BLOCK)}
    mic = np.concatenate([block.mic for block in blocks])
    return mic, np.concatenate([block.reference for block in blocks])


def late_s(mic: NDArray[np.int16], reference: NDArray[np.int16]) -> float:
    """By how much `mic` is later than `reference`."""
    n = 2 * len(mic)
    both = np.fft.rfft(mic, n) * np.conj(np.fft.rfft(reference, n))
    peak = int(np.argmax(np.abs(np.fft.irfft(both))))
    return (peak if peak < len(mic) else peak - n) / HEARING_RATE


@pytest.mark.parametrize("device_rate", [16_000, 44_100, 48_000])
@pytest.mark.parametrize("delay_s", [0.0, 0.05, 0.3])
def test_the_reference_comes_just_before_its_echo(device_rate: int, delay_s: float) -> None:
    mic, reference = run(device_rate, delay_s, reported_s=delay_s)
    assert -0.0001 <= late_s(mic[HEARING_RATE:], reference[HEARING_RATE:]) < 0.041


@pytest.mark.parametrize("device_rate", [16_000, 22_050, 44_100, 48_000])
def test_no_sound_is_lost_on_the_way_to_16_khz(device_rate: int) -> None:
    mic, _ = run(device_rate, 0, 0, seconds=5)
    assert len(mic) / HEARING_RATE == pytest.approx(5, abs=0.06)


@pytest.mark.parametrize(
    ("reported_s", "delay_s"), [(-3.0, 0.0), (1000.0, 1.0), (float("nan"), 0.0)]
)
def test_a_device_that_reports_nonsense_is_not_followed_out_of_memory(
    reported_s: float, delay_s: float
) -> None:
    pairs = EchoPairs(HEARING_RATE)
    loud = np.full(BLOCK, 0.5, np.float32)
    blocks = [block for _ in range(500) for block in pairs.add(loud, loud, reported_s)]
    assert pairs.delay_s == delay_s
    assert len(blocks) == 500
    assert blocks[-1].reference.all()
    assert len(pairs._sent) <= 2 * HEARING_RATE


def test_a_jittering_report_does_not_move_the_reference() -> None:
    pairs = EchoPairs(HEARING_RATE)
    quiet = np.zeros(BLOCK, np.float32)
    delays = set()
    for number in range(300):
        pairs.add(quiet, quiet, 0.1 + 0.04 * (number % 3 - 1))
        delays.add(pairs.delay_s)
    assert len(delays) <= 3
