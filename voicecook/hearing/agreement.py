"""Does a second reading, with every English word allowed, bear out what the grammar heard?"""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher

from voicecook.hearing.recogniser import Hypothesis

SURE = 2.0
"""A lead of the other words (log likelihood) that never speaks against a command."""
ALIKE = 5.0
"""How much more lead is forgiven to words that sound the same."""


def agrees(command: Hypothesis, others: Sequence[Hypothesis]) -> bool:
    """Whether the command fits the sound about as well as the best of any English words.

    The better other words fit than the command, the more like it they must be: a true
    "go to the glaze" is read as "go to the blaze", a true "down" never as "done".
    """
    lead = others[0].score - command.score
    likeness = max(alike(command.text, other.text) for other in others)
    return lead <= SURE + ALIKE * likeness


def alike(text: str, other: str) -> float:
    """How alike two sentences are, 0 to 1, by their letters."""
    return SequenceMatcher(None, text.replace(" ", ""), other.replace(" ", "")).ratio()
