"""A recording through the ear, as a live stream would come."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, repeat
from pathlib import Path

import numpy as np

from voicecook.hearing.decisions import Decision
from voicecook.hearing.ear import Ear
from voicecook.sound import HEARING_RATE, Pcm, read_blocks

FED_BLOCK = HEARING_RATE * 40 // 1000
"""Samples in a block as it is fed: 40 ms, the most a live stream would hold back."""
TAIL_BLOCKS = 30
TAIL_S = TAIL_BLOCKS * FED_BLOCK / HEARING_RATE
"""Silence after the recording: 1.2 s, as after the last word in a room."""


def hear_file(ear: Ear, audio: Path, speaking: Path | None = None) -> Iterator[Decision]:
    """What the ear decides about a recording, each decision as soon as it falls.

    `speaking` is what the loudspeaker played at the same time. Raises UsageError.
    """
    blocks = chain(
        read_blocks(audio, FED_BLOCK), repeat(np.zeros(FED_BLOCK, np.int16), TAIL_BLOCKS)
    )
    references = _padded(read_blocks(speaking, FED_BLOCK)) if speaking else repeat(None)
    for block, reference in zip(blocks, references, strict=False):
        yield from ear.feed(_whole(block), reference)


def _padded(blocks: Iterable[Pcm]) -> Iterator[Pcm]:
    yield from map(_whole, blocks)
    yield from repeat(np.zeros(FED_BLOCK, np.int16))


def _whole(block: Pcm) -> Pcm:
    return np.pad(block, (0, FED_BLOCK - len(block)))
