"""Second pass: does a reading with every English word allowed bear out what the grammar heard?"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from difflib import SequenceMatcher

from voicecook.hearing.recogniser import Hypothesis

LEAST_ALIKE = 0.6
"""How alike the words must be at least; chosen on the tuning half, see docs/hearing.md."""
LEAST_ALIKE_AHEAD = 0.5
"""The same where the command fits no worse than all English."""
BEHIND_ALIKE = 3.0
"""By how much (log likelihood) words that are alike may fit better than the command."""
BEHIND_ITSELF = 5.0
"""How far behind the first of the readings the command itself may stand."""
AHEAD_A_WORD = 2.0
"""By how much a word a command must fit better than English to need no likeness."""
MORE_WORDS = 2
"""How many words more than the command may be heard in the same sound."""

Same = Callable[[str], bool]


def stands_behind(others: Sequence[Hypothesis], same: Same) -> float:
    """How much better than the command itself other words fit: 0 where it comes first.

    `same` tells whether a reading means what the command means. Silence is no reading.
    """
    spoken = [other for other in others if other.text]
    ours = [o.score for o in spoken if same(o.text) or same(without_onset(o.text))]
    return spoken[0].score - ours[0] if ours else math.inf


def agrees(command: Hypothesis, others: Sequence[Hypothesis], same: Same) -> bool:
    """Whether any English words that fit the sound are about those of a command of several words.

    A true "go to the glaze" is read as "go to the blaze".
    """
    if stands_behind(others, same) <= BEHIND_ITSELF:
        return True
    words = len(command.text.split())
    if len(others[0].text.split()) > words + MORE_WORDS:
        return False
    ahead = command.score - others[0].score
    if ahead >= AHEAD_A_WORD * words:
        return True
    likeness = max(alike(command.text, other.text) for other in others)
    return ahead >= -BEHIND_ALIKE and likeness >= (LEAST_ALIKE if ahead < 0 else LEAST_ALIKE_AHEAD)


def without_onset(text: str) -> str:
    """Without a "the" in front: what English hears in the breath or the echo before a word."""
    return text.removeprefix("the ")


def alike(text: str, other: str) -> float:
    """How alike two sentences are, 0 to 1, by their letters."""
    return SequenceMatcher(None, text.replace(" ", ""), other.replace(" ", "")).ratio()
