"""Was it meant? The second opinion on what the grammar heard, before anything is done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from voicecook.commands.intents import Intent
from voicecook.hearing.agreement import (
    agrees,
    agrees_at_once,
    agrees_exactly,
    agrees_on_word,
    alike,
)
from voicecook.hearing.everyday import everyday_words
from voicecook.hearing.reader import Reader
from voicecook.hearing.recogniser import RATE, Hypothesis, SpeechModel

SERIOUS = frozenset({"cancel_timer", "quit", "restart", "skip"})
"""What would spoil a dish if nobody had said it: all English must hear these very words."""
POLITE = frozenset({"thanks", "hello", "goodbye"})
"""What people say to each other all day: besides, it must be quiet before it."""
QUIET_BEFORE_S = 1.0
REMEMBERED = 2 * RATE * 10
"""Bytes kept of what the loudspeaker played: 10 s."""
MARGIN_S = 0.3


@dataclass(frozen=True, slots=True)
class Reading:
    """What an utterance is taken for."""

    best: Hypothesis
    intents: tuple[Intent, ...]
    alone: bool = False
    """Whether it is a single word that was weighed against everyday words."""

    def has(self, names: frozenset[str]) -> bool:
        """Whether one of these intents is in it."""
        return any(intent.name in names for intent in self.intents)


class Judge:
    """Reads an utterance with all of English, and knows what the loudspeaker was saying."""

    def __init__(self, model: SpeechModel) -> None:
        self._english = Reader(model.dictation())
        self._played = bytearray()

    def played(self, sound: NDArray[np.int16]) -> None:
        """What the loudspeaker has played meanwhile."""
        self._played += sound.tobytes()
        del self._played[:-REMEMBERED]

    def begin(self) -> None:
        """Another utterance begins."""
        self._english.forget()

    def listen_ahead(self, audio: bytearray) -> None:
        """Read what there is so far, so that little is left to do at the end."""
        self._english.catch_up(audio)

    def bears_out(
        self, reading: Reading, audio: bytearray, quiet_s: float, means: Callable[[str], object]
    ) -> bool:
        """Whether this sound is that command; `quiet_s` is how long it was quiet before."""
        others = self._english.finish(audio)

        def same(text: str) -> bool:
            return means(text) == reading.intents

        if reading.has(POLITE) and quiet_s < QUIET_BEFORE_S:
            return False
        if reading.has(SERIOUS | POLITE):
            return agrees_exactly(reading.best, others, same)
        if reading.best.text in everyday_words():
            return agrees_at_once(reading.best, others, same)
        if reading.alone:
            return agrees_on_word(reading.best, others, same)
        return agrees(reading.best, others, same)

    def said_itself(self, text: str, ago_s: float) -> bool:
        """Whether the loudspeaker was saying these very words from so long ago on."""
        played = self._played[-2 * int((ago_s + MARGIN_S) * RATE) :]
        if not any(played):
            return False
        readings = self._english.finish(played)
        return any(
            alike(text, each.text) > 0.5 or f" {text} " in f" {each.text} " for each in readings
        )
