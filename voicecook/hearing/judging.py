"""Was it meant? The second opinion on what the grammar heard, before anything is done."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from voicecook.commands.intents import Intent
from voicecook.hearing.agreement import (
    BEHIND_ITSELF,
    Same,
    agrees,
    alike,
    stands_behind,
    without_onset,
)
from voicecook.hearing.everyday import everyday_words
from voicecook.hearing.reader import Reader
from voicecook.hearing.recogniser import RATE, Hypothesis, SpeechModel, give_back_memory

SERIOUS = frozenset({"cancel_timer", "quit", "restart", "skip"})
"""What would spoil a dish if nobody had said it: all English must hear these very words."""
POLITE = frozenset({"thanks", "hello", "goodbye"})
"""What people say to each other all day: besides, it must be quiet before it."""
QUIET_BEFORE_S = 1.0
QUIET_BEFORE_WORD_S = 0.3
"""A single word must stand alone: so long nobody must have spoken before it."""
CALM_S = 1.0
"""How long nobody must have spoken for a word that all of English hears only second to count."""
BEHIND_EVERYDAY = 1.0
"""How far behind that is, for words that anyone says, and where English hears several words."""
BEHIND_SERIOUS = 2.0
"""The same for what would spoil a dish, and for what people say to each other all day."""
OUT_OF_SIGHT = 8.0
"""How far behind a command is taken to be that is not among the English readings at all."""
WORN_S = 10.0
"""Seconds of sound after which the decoder for English is made anew, as its memory only grows."""
WARM_PIECE, WARM_MOST = 6_400, 80_000
"""Bytes with which a new one is warmed up at once, and altogether: 0.2 and 2.5 s."""
REMEMBERED = 2 * RATE * 10
"""Bytes kept of what the loudspeaker played: 10 s."""
MARGIN_S = 0.3


@dataclass(frozen=True, slots=True)
class Reading:
    """What an utterance is taken for."""

    best: Hypothesis
    intents: tuple[Intent, ...]
    cleared: bytearray | None = None
    """The sound it was read from, if that is not the utterance as it was heard."""

    def has(self, names: frozenset[str]) -> bool:
        """Whether one of these intents is in it."""
        return any(intent.name in names for intent in self.intents)


Means = Callable[[str], tuple[Intent, ...]]
"""What words mean; empty if nothing."""


class Judge:
    """Reads an utterance with all of English, and knows what the loudspeaker was saying."""

    def __init__(self, model: SpeechModel) -> None:
        self._model = model
        self._english = Reader(model.dictation())
        self._sample = b""
        """What English is yet to be warmed up with."""
        self._last = b""
        self._played = bytearray()

    def played(self, sound: NDArray[np.int16]) -> None:
        """What the loudspeaker has played meanwhile."""
        self._played += sound.tobytes()
        del self._played[:-REMEMBERED]

    def begin(self) -> None:
        """Another utterance begins."""
        if self._sample:
            self._sample = b""
            self._english.decoder.finish()
        self._english.forget()

    def rest(self) -> None:
        """Use 20 ms in which nobody speaks: a worn decoder is replaced, then warmed up.

        The first sounds that a decoder hears take four times as long, so it is given old ones.
        """
        if self._sample:
            piece, self._sample = self._sample[:WARM_PIECE], self._sample[WARM_PIECE:]
            self._english.decoder.feed(piece)
            if not self._sample:
                self._english.decoder.finish()
                give_back_memory()
        elif self._english.decoder.heard_s > WORN_S:
            self._sample = self._last
            del self._english
            self._english = Reader(self._model.dictation_afresh())

    def listen_ahead(self, audio: bytearray) -> None:
        """Read what there is so far, so that little is left to do at the end."""
        self._english.catch_up(audio)

    def choose(
        self,
        readings: Sequence[Reading],
        audio: bytearray,
        quiet_s: float,
        means: Means,
    ) -> Reading | None:
        """Which of these readings of one sound it is, if it is any.

        `quiet_s` is how long nobody had spoken before.
        """
        possible = [each for each in readings if _stands_alone(each, quiet_s)]
        if not possible:
            return None
        cleared = possible[0].cleared
        self._last = bytes(audio[-WARM_MOST:])
        others = self._english.finish(audio) if cleared is None else self._english.read(cleared)

        def same_as(reading: Reading) -> Callable[[str], bool]:
            return lambda text: means(text) == reading.intents

        def lost(reading: Reading) -> float:
            behind = min(stands_behind(others, same_as(reading)), OUT_OF_SIGHT)
            return behind + readings[0].best.score - reading.best.score

        likeliest = min(possible, key=lost)
        if _borne_out(likeliest, others, same_as(likeliest), quiet_s):
            return likeliest
        return _as_english_has_it(others[0], means, quiet_s, cleared)

    def said_itself(self, text: str, ago_s: float) -> bool:
        """Whether the loudspeaker was saying these very words from so long ago on."""
        played = self._played[-2 * int((ago_s + MARGIN_S) * RATE) :]
        if not any(played):
            return False
        readings = self._english.finish(played)
        return any(
            alike(text, each.text) > 0.5 or f" {text} " in f" {each.text} " for each in readings
        )


def _as_english_has_it(
    first: Hypothesis, means: Means, quiet_s: float, cleared: bytearray | None
) -> Reading | None:
    """Where all of English hears another command first, it is that one."""
    text = first.text if means(first.text) else without_onset(first.text)
    reading = Reading(replace(first, text=text), means(text), cleared)
    return reading if reading.intents and _stands_alone(reading, quiet_s) else None


def _stands_alone(reading: Reading, quiet_s: float) -> bool:
    if reading.has(POLITE):
        return quiet_s >= QUIET_BEFORE_S
    return " " in reading.best.text or quiet_s >= QUIET_BEFORE_WORD_S


def _borne_out(reading: Reading, others: Sequence[Hypothesis], same: Same, quiet_s: float) -> bool:
    calm = quiet_s >= CALM_S
    if reading.has(SERIOUS | POLITE):
        lenient = calm and (reading.has(POLITE) or " " in reading.best.text)
        return stands_behind(others, same) <= (BEHIND_SERIOUS if lenient else 0)
    if " " in reading.best.text:
        return agrees(reading.best, others, same)
    return stands_behind(others, same) == 0 if not calm else _borne_out_alone(reading, others, same)


def _borne_out_alone(reading: Reading, others: Sequence[Hypothesis], same: Same) -> bool:
    """A single word among nothing: the oftener it is said, the surer it must be."""
    first = others[0]
    everyday = reading.best.text in everyday_words()
    several = " " in without_onset(first.text) and reading.cleared is None
    if stands_behind(others, same) <= (BEHIND_EVERYDAY if everyday or several else BEHIND_ITSELF):
        return True
    return bool(first.text) and not everyday and not several and reading.best.score >= first.score
