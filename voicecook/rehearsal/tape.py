"""Both sides of a session on one tape, to listen to."""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np

from voicecook.errors import UsageError
from voicecook.rehearsal.virtual import Watcher
from voicecook.sound import HEARING_RATE, Pcm

ENDINGS = (".wav", ".flac", ".ogg")


class Tape(Watcher):
    """Both sides of a session, to listen to: quiet stretches are left out."""

    LONGEST_PAUSE_BLOCKS = 60

    def __init__(self) -> None:
        self._blocks: list[Pcm] = []
        self._silent = 0

    @staticmethod
    def require_place(path: Path) -> None:
        """Raise UsageError now if a tape could not be saved there later."""
        if path.suffix.lower() not in ENDINGS:
            raise UsageError(f"{path}: its name must end in {', '.join(ENDINGS)}")
        if os.path.lexists(path) and not os.path.isfile(path):  # noqa: PTH113 - never raises
            raise UsageError(f"{path} is there already and is no file; choose another name")
        try:
            with path.open("ab"):
                pass
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or str(error)
            raise UsageError(f"{path} can't be written: {reason}") from None

    def hear(self, block: Pcm) -> None:
        """The next block that sounded."""
        self._silent = 0 if np.any(block) else self._silent + 1
        if self._silent <= self.LONGEST_PAUSE_BLOCKS:
            self._blocks.append(block)

    def save(self, path: Path) -> None:
        """Write it as 16-bit mono; the ending decides the format. Raises UsageError."""
        import soundfile

        try:
            soundfile.write(
                path, np.concatenate([np.zeros(1, np.int16), *self._blocks]), HEARING_RATE
            )
        except (OSError, soundfile.LibsndfileError, TypeError, ValueError) as error:
            raise UsageError(f"{path} can't be written: {error}") from None
