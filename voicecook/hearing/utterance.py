"""What lies between two silences, as it is being followed."""

from __future__ import annotations

from dataclasses import dataclass, field

from voicecook.hearing.judging import Reading

BELOW_PEAK_DB = 28.0
"""How far under the loudest moment of the utterance it counts as quiet in any room."""


@dataclass(slots=True)
class Utterance:
    """Its sound so far, and what is known of it. Frames are 20 ms."""

    audio: bytearray = field(default_factory=bytearray)
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
    last_loud_s: float = 0.0
    quiet_before_s: float = 0.0

    def measure(self, stands_out: bool, level_db: float, now_s: float) -> bool:
        """Take note of the next frame's level; whether it is loud."""
        self.frames += 1
        self.loudest_db = max(self.loudest_db, level_db)
        if not stands_out or level_db <= self.loudest_db - BELOW_PEAK_DB:
            self.quiet += 1
            return False
        self.quiet = 0
        self.waiting = None
        self.last_loud_s = now_s
        return True
