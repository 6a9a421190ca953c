"""From a stream's callbacks to whoever listens: cleaned, paired with its echo, never old."""

from __future__ import annotations

import queue
from collections import deque
from collections.abc import Callable
from dataclasses import replace

import numpy as np

from voicecook.sound.blocks import Block, EchoPairs
from voicecook.sound.pcm import BLOCK, HEARING_RATE, Samples
from voicecook.sound.source import Source, at_rate

STALE_S = 2.0
"""Sound that waited this long is forgotten, and all that came after it: nobody is answered late."""

_BLOCK_S = BLOCK / HEARING_RATE
_MOST_WAITING = 400
"""Callbacks that may wait to be read: 4 s. Someone has stopped reading."""

_Chunk = tuple[float, "Samples", "Samples", float]


class Feed:
    """What one opened stream hears and plays, from the callback's thread to the reader's."""

    def __init__(self, source: Source, rate: int, clock: Callable[[], float]) -> None:
        self.lost = 0
        """Callbacks before or in which sound was lost, in or out."""
        self.began = False
        """Whether a callback ever came."""
        self.last_callback = -np.inf
        """When, by the clock."""
        self.ended = False
        """Whether the stream said that it is over."""
        self._playing = at_rate(source, rate)
        self._clock = clock
        self._chunks: queue.SimpleQueue[_Chunk] = queue.SimpleQueue()
        self._pairs = EchoPairs(self._playing.rate)
        self._gathered: list[tuple[Samples, Samples]] = []
        self._ready: deque[Block] = deque()
        self._after_gap = True

    def on_sound(self, heard: Samples | None, out: Samples, delay_s: float, lost: bool) -> None:
        """A stream's callback: copies and queues, nothing more."""
        self.began = True
        self.last_callback = self._clock()
        self.lost += lost
        played = self._play(len(out))
        out[:] = played[:, np.newaxis]
        if heard is None:
            return
        if self._chunks.qsize() < _MOST_WAITING:
            mic = as_long_as(played, mono(heard))
            self._chunks.put((self.last_callback, mic, played, delay_s))
        else:
            self.lost += 1

    def on_end(self) -> None:
        """The stream is over, by itself or because it was closed."""
        self.ended = True

    def read(self, timeout_s: float) -> Block | None:
        """The next 20 ms heard, or None when there was nothing for so long."""
        until = self._clock() + timeout_s
        while not self._ready:
            try:
                chunk = self._chunks.get(timeout=max(until - self._clock(), 0))
            except queue.Empty:
                return None
            self._take(chunk)
        return self._ready.popleft()

    def _take(self, chunk: _Chunk) -> None:
        at, heard, played, delay_s = chunk
        if self._clock() - at > STALE_S:
            self._forget()
            return
        self._gathered.append((heard, played))
        if sum(len(each) for each, _ in self._gathered) < _BLOCK_S * self._playing.rate:
            return  # two callbacks at a time: resampling costs by the call
        sides = [np.concatenate(side) for side in zip(*self._gathered, strict=True)]
        self._gathered.clear()
        for block in self._pairs.add(sides[0], sides[1], delay_s):
            self._ready.append(replace(block, after_gap=self._after_gap))
            self._after_gap = False

    def _forget(self) -> None:
        """Begin again with what is being said now."""
        for _ in range(self._chunks.qsize()):
            self._chunks.get()
            self.lost += 1
        self._gathered.clear()
        self._pairs = EchoPairs(self._playing.rate)
        self._after_gap = True

    def _play(self, n: int) -> Samples:
        try:
            return self._playing.next_block(n)
        except Exception:  # raised here it would end the stream: a moment's silence is better
            self.lost += 1
            return np.zeros(n, np.float32)


def mono(heard: Samples) -> Samples:
    """All channels as one; what is no number is silence. A copy."""
    samples = np.array(heard, np.float32)
    if samples.ndim > 1:
        samples = samples[:, 0] if samples.shape[1] == 1 else _together(samples)
    if not np.isfinite(samples).all():
        samples = np.nan_to_num(samples, nan=0.0, posinf=0.0, neginf=0.0)
    return samples


def _together(samples: Samples) -> Samples:
    if not samples.shape[1]:
        return np.zeros(len(samples), np.float32)
    return np.asarray(samples.mean(axis=1), np.float32)


def as_long_as(played: Samples, heard: Samples) -> Samples:
    """As many samples as were played: a device that gives another number would lose its echo."""
    if len(heard) == len(played):
        return heard
    return np.pad(heard[: len(played)], (0, max(len(played) - len(heard), 0)))
