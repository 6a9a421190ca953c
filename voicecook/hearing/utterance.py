"""An utterance: what lies between two silences, as it is being followed."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from voicecook.hearing.acceptance import Reading
from voicecook.hearing.noise_suppression import cleared, stands_out_db
from voicecook.hearing.voice_activity import FRAME
from voicecook.sound import HEARING_RATE, Pcm

BELOW_PEAK_DB = 28.0
"""How far under the loudest moment of the utterance it counts as quiet in any room."""
NOISY_DB = 30.0
"""Where an utterance rises less than this over the room, the room's noise is taken out of it."""
WORD_S = 1.3
"""No single word is longer."""


@dataclass(slots=True)
class Utterance:
    """Its sound so far, and what is known of it. Frames are 20 ms."""

    audio: bytearray = field(default_factory=bytearray)
    before: bytes = b""
    """The sound before it, by which the room is known."""
    start_s: float = 0.0
    loudest_db: float = -96.0
    quiet: int = 0
    frames: int = 0
    partial: str = ""
    steady: int = 0
    looked_at: str = ""
    """The words whose neighbours were tried already."""
    waiting: Reading | None = None
    """A command that is acted on if no more words follow."""
    settled: bool = False
    """Decided: the rest is let pass until it is quiet."""
    talk: bool = False
    """Settled because it is not for us."""
    last_loud_s: float = 0.0
    quiet_before_s: float = 0.0

    @property
    def noisy(self) -> bool:
        """Whether it hardly rises over the room."""
        return stands_out_db(self._whole()) < NOISY_DB

    def _whole(self) -> Pcm:
        return np.frombuffer(self.before + bytes(self.audio), np.int16)

    def cleared_word(self) -> bytearray | None:
        """Its last word with less noise; None where there is little, or it is several words.

        In noise an utterance may begin long before the word, with anything.
        """
        if not self.noisy:
            return None
        whole = self._whole()
        window = int(WORD_S * HEARING_RATE) + self.quiet * FRAME
        return bytearray(cleared(whole)[len(self.before) // 2 :][-window:].tobytes())

    def measure(self, stands_out: bool, level_db: float, now_s: float) -> None:
        """Take note of the next frame's level."""
        self.frames += 1
        self.loudest_db = max(self.loudest_db, level_db)
        if not stands_out or level_db <= self.loudest_db - BELOW_PEAK_DB:
            self.quiet += 1
            return
        self.quiet = 0
        self.waiting = None
        self.last_loud_s = now_s
