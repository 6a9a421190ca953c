"""What was heard, paired with what was played at that moment. Knows nothing of devices."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from statistics import median

import numpy as np

from voicecook.sound.pcm import BLOCK, HEARING_RATE, Pcm, Samples

_KEPT = HEARING_RATE  # a second of what was played waits for its echo
_EARLY_S = 0.01  # the reference comes a little before its echo, never after it
_MOVED_S = 0.03  # a reported delay is believed again when it differs by this much


@dataclass(frozen=True, slots=True, eq=False)
class Block:
    """20 ms of sound, int16 mono at 16 kHz: `BLOCK` samples each."""

    mic: Pcm
    reference: Pcm
    """What the loudspeaker sounded while `mic` was heard: the echo to remove from it."""
    after_gap: bool = False
    """Whether sound from before it is missing, so that no word goes on over the gap."""


class EchoPairs:
    """Resamples both sides of a duplex stream alike and delays what was played by its way."""

    def __init__(self, device_rate: int) -> None:
        self._mic = _Resampler(device_rate)
        self._played = _Resampler(device_rate)
        self._heard: Pcm = np.zeros(0, np.int16)
        self._sent: Pcm = np.zeros(_KEPT, np.int16)
        self._delays: deque[float] = deque(maxlen=100)
        self.delay_s = 0.0
        """By how much what was played is delayed to meet its echo."""

    def add(self, heard: Samples, played: Samples, delay_s: float) -> list[Block]:
        """As many blocks as are complete; `delay_s` is the way from playing to hearing."""
        self._follow(delay_s)
        self._heard = np.concatenate((self._heard, self._mic.add(heard)))
        self._sent = np.concatenate((self._sent, self._played.add(played)))
        blocks = []
        while len(self._heard) >= BLOCK:
            blocks.append(self._cut())
        return blocks

    def _cut(self) -> Block:
        start = len(self._sent) - len(self._heard) - round(self.delay_s * HEARING_RATE)
        block = Block(self._heard[:BLOCK], self._sent[start : start + BLOCK])
        self._heard = self._heard[BLOCK:]
        self._sent = self._sent[-(_KEPT + len(self._heard)) :]
        return block

    def _follow(self, delay_s: float) -> None:
        """Trust the device's word about its delay, but only in the long run: it jitters."""
        self._delays.append(delay_s)
        wanted = min(max(median(self._delays) - _EARLY_S, 0.0), _KEPT / HEARING_RATE)
        if abs(wanted - self.delay_s) > _MOVED_S:
            self.delay_s = wanted


class _Resampler:
    def __init__(self, device_rate: int) -> None:
        import soxr

        self._stream = (
            None
            if device_rate == HEARING_RATE
            else soxr.ResampleStream(device_rate, HEARING_RATE, 1, dtype="float32", quality="MQ")
        )

    def add(self, samples: Samples) -> Pcm:
        at_rate = samples if self._stream is None else self._stream.resample_chunk(samples)
        return np.clip(at_rate * 32_767, -32_768, 32_767).astype(np.int16)
