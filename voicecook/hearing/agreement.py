"""Does a second reading, with every English word allowed, bear out what the grammar heard?"""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher

from voicecook.hearing.recogniser import Hypothesis

LEAST_ALIKE = 0.6
"""How alike the words must be at least; chosen on a small sample, see docs/hearing.md."""
LEAD = 3.0
"""By how much (log likelihood) other words may fit better than the command."""


def agrees(command: Hypothesis, others: Sequence[Hypothesis]) -> bool:
    """Whether any English words that fit the sound are about those of the command.

    A true "go to the glaze" is read as "go to the blaze", a true "down" never as "done".
    """
    likeness = max(alike(command.text, other.text) for other in others)
    return likeness >= LEAST_ALIKE and others[0].score - command.score <= LEAD


def alike(text: str, other: str) -> float:
    """How alike two sentences are, 0 to 1, by their letters."""
    return SequenceMatcher(None, text.replace(" ", ""), other.replace(" ", "")).ratio()
