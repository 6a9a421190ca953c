"""What was heard, kept as recordings: only where the cook asks for it with --keep-audio."""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from voicecook.commands import Context
from voicecook.errors import UsageError
from voicecook.hearing import Decision, Ignored

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from voicecook.hearing import Ear

    Pcm = NDArray[np.int16]

RATE = 16_000
LONGEST_S = 10.0
BEFORE_S = 0.5
"""Kept of the sound before the first word."""
MOST_FILES = 500
MOST_DAYS = 30
NOTICE = (
    "Recordings of what I hear are kept in {}: at most {} of them, for {} days. "
    "Leave out --keep-audio and no sound is written anywhere."
)


class Keeper:
    """A folder of utterances: `heard-TIME.flac`, and beside it in JSON what it was taken for.

    The oldest go first when there are too many, and every one goes after 30 days.
    Raises UsageError when the folder can't be used.
    """

    def __init__(self, folder: Path, now: Callable[[], datetime]) -> None:
        self._folder = folder
        self._now = now
        self._recent: deque[Pcm] = deque()
        self._length = 0
        try:
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            self._tidy()
            (folder / "heard-test").touch()
            (folder / "heard-test").unlink()
        except OSError as error:
            raise UsageError(
                f"{folder} can't be written ({error.strerror}); choose another with --keep-audio"
            ) from None

    @property
    def notice(self) -> str:
        """What a cook must know about it."""
        return NOTICE.format(self._folder.absolute(), MOST_FILES, MOST_DAYS)

    def hear(self, block: Pcm) -> None:
        """Remember the last ten seconds."""
        self._recent.append(block)
        self._length += len(block)
        while self._length - len(self._recent[0]) >= LONGEST_S * RATE:
            self._length -= len(self._recent.popleft())

    def keep(self, decision: Decision) -> None:
        """Write down the utterance that was just decided. Raises OSError."""
        import soundfile

        name = f"heard-{self._now():%Y%m%d-%H%M%S-%f}"
        sound = np.concatenate(self._recent)[-round(_length_s(decision) * RATE) :]
        about = decision.as_json() | {"at": self._now().isoformat(timespec="seconds")}
        try:
            soundfile.write(self._folder / f"{name}.flac", sound, RATE)
        except soundfile.LibsndfileError as error:
            raise OSError(str(error)) from error
        (self._folder / f"{name}.json").write_text(json.dumps(about), encoding="utf-8")
        self._tidy()

    def _tidy(self) -> None:
        kept = sorted(self._folder.glob("heard-*.flac"))
        oldest = f"heard-{self._now() - timedelta(days=MOST_DAYS):%Y%m%d}"
        for place, file in enumerate(reversed(kept)):
            if place >= MOST_FILES or file.name < oldest:
                file.unlink(missing_ok=True)
                file.with_suffix(".json").unlink(missing_ok=True)


class KeptEar:
    """An ear whose utterances are kept. If the disk refuses, it goes on hearing and keeps none."""

    def __init__(self, ear: Ear, keeper: Keeper) -> None:
        self._ear = ear
        self._keeper: Keeper | None = keeper

    @property
    def level_db(self) -> float:
        """How loud it is right now, dB full scale."""
        return self._ear.level_db

    @property
    def partial(self) -> str:
        """The words being said right now."""
        return self._ear.partial

    def set_context(self, context: Context) -> None:
        """Say where the cook is."""
        self._ear.set_context(context)

    def feed(self, block: Pcm, reference: Pcm | None = None) -> list[Decision]:
        """Hear the next block, and keep what is decided."""
        decisions = self._ear.feed(block, reference)
        if self._keeper is not None:
            self._keeper.hear(block)
            for decision in decisions:
                self._try_to_keep(self._keeper, decision)
        return decisions

    def _try_to_keep(self, keeper: Keeper, decision: Decision) -> None:
        try:
            keeper.keep(decision)
        except OSError:
            self._keeper = None


def _length_s(decision: Decision) -> float:
    """How long ago it began, as far as that is known."""
    if isinstance(decision, Ignored):
        return LONGEST_S / 2
    return min(decision.decided_s - decision.start_s + BEFORE_S, LONGEST_S)
