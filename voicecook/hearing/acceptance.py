"""Acceptance: which of the candidates a sound is, if any, by what all of English makes of it.

The n-best readings of grammar and English are rescored against each other; what is not sure enough
is rejected. Pure: readings and their likelihoods go in, a decision comes out.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from voicecook.commands import Intent
from voicecook.hearing.agreement import (
    BEHIND_ITSELF,
    LEAST_ALIKE,
    Same,
    agrees,
    alike,
    stands_behind,
    without_onset,
)
from voicecook.hearing.everyday import everyday_words
from voicecook.hearing.intent_groups import ANSWERS, DESTRUCTIVE, PLEASANTRIES
from voicecook.hearing.recogniser import Hypothesis

QUIET_BEFORE_S = 1.0
QUIET_BEFORE_WORD_S = 0.3
"""A single word must stand alone: so long nobody must have spoken before it."""
CALM_S = 1.0
"""How long nobody must have spoken for a word that all of English hears only second to count."""
BEHIND_EVERYDAY = 1.0
"""How far behind that is, for words that anyone says, and where English hears several words."""
SURE = 5.0
"""How far ahead of all English a word must be where English hears something else in it."""
BEHIND_DESTRUCTIVE = 2.0
"""The same for what would spoil a dish, and for what people say to each other all day."""
OUT_OF_SIGHT = 8.0
"""How far behind a command is taken to be that is not among the English readings at all."""
ENGLISH_ITSELF = 3.0
"""How far behind a command may stand where English hears another command first."""

Means = Callable[[str], tuple[Intent, ...]]
"""What words mean; empty if nothing."""


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

    def is_meant_by(self, means: Means) -> Same:
        """Tells whether other words mean the same."""
        return lambda text: means(text) == self.intents


def choose(
    readings: Sequence[Reading],
    others: Sequence[Hypothesis],
    quiet_s: float,
    means: Means,
    over_voice: bool = False,
) -> Reading | None:
    """Which of these readings of one sound it is, if it is any.

    `others` is what all of English made of the same sound, best first; `quiet_s` is how long
    nobody had spoken before; `over_voice` tells that it was said while the app was speaking.
    """
    possible = [each for each in readings if stands_alone(each, quiet_s)]
    if not possible:
        return None

    def lost(reading: Reading) -> float:
        behind = min(stands_behind(others, reading.is_meant_by(means)), OUT_OF_SIGHT)
        return behind + readings[0].best.score - reading.best.score

    likeliest = min(possible, key=lost)
    if over_voice and not _may_interrupt(likeliest, others[0]):
        return None
    borne_out = _borne_out(likeliest, others, likeliest.is_meant_by(means), quiet_s)
    if borne_out and lost(likeliest) <= ENGLISH_ITSELF:
        return likeliest
    heard = _as_english_has_it(others[0], means, possible[0].cleared)
    if heard and stands_alone(heard, quiet_s):
        return heard
    return likeliest if borne_out else None


def _as_english_has_it(
    first: Hypothesis, means: Means, cleared: bytearray | None
) -> Reading | None:
    """The command that all of English hears first, if it is one."""
    text = first.text if means(first.text) else without_onset(first.text)
    intents = means(text)
    return Reading(replace(first, text=text), intents, cleared) if intents else None


def stands_alone(reading: Reading, quiet_s: float) -> bool:
    """Whether nobody had spoken just before."""
    several = " " in reading.best.text
    if reading.has(PLEASANTRIES) or (reading.has(DESTRUCTIVE) and not several):
        return quiet_s >= QUIET_BEFORE_S
    return several or quiet_s >= QUIET_BEFORE_WORD_S


def _may_interrupt(reading: Reading, first: Hypothesis) -> bool:
    """Whether it may be said over the app's own voice, whose rest sounds like a short word."""
    if reading.has(PLEASANTRIES):
        return False
    return bool(first.text) or not reading.has(ANSWERS)


def _borne_out(reading: Reading, others: Sequence[Hypothesis], same: Same, quiet_s: float) -> bool:
    calm = quiet_s >= CALM_S
    behind = stands_behind(others, same)
    if reading.has(DESTRUCTIVE | PLEASANTRIES):
        surely = (
            reading.has(PLEASANTRIES) or " " in reading.best.text or _ahead(reading, others) >= SURE
        )
        return behind <= (BEHIND_DESTRUCTIVE if calm and surely else 0)
    if " " in reading.best.text:
        return agrees(reading.best, others, same)
    return behind == 0 or (calm and _borne_out_alone(reading, others, behind))


def _borne_out_alone(reading: Reading, others: Sequence[Hypothesis], behind: float) -> bool:
    """A single word among nothing: the oftener it is said, the surer it must be."""
    word, first = reading.best.text, others[0].text
    if word in everyday_words():
        return behind <= BEHIND_EVERYDAY
    several = " " in without_onset(first) and reading.cleared is None
    if behind <= (BEHIND_EVERYDAY if several else BEHIND_ITSELF):
        return True
    ahead = _ahead(reading, others)
    if several:
        likely = ahead >= 0 and any(alike(word, each.text) >= LEAST_ALIKE for each in others[:3])
        return likely or ahead >= SURE
    return bool(first) and ahead >= 0


def _ahead(reading: Reading, others: Sequence[Hypothesis]) -> float:
    return reading.best.score - others[0].score
