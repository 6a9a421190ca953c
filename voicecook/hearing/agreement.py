"""Does a second reading, with every English word allowed, bear out what the grammar heard?"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from difflib import SequenceMatcher

from voicecook.hearing.recogniser import Hypothesis

LEAST_ALIKE = 0.6
"""How alike the words must be at least; chosen on the tuning half, see docs/hearing.md."""
LEAST_ALIKE_AHEAD = 0.5
"""The same where the command fits no worse than all English."""
BEHIND = 6.0
"""By how much (log likelihood) other words may fit better than the command."""
BEHIND_A_WORD = 2.0
"""The same for a single word that was not weighed against everyday words: "down" is like "done"."""
BEHIND_ITSELF = 9.0
"""The same where the command itself is among the readings: the two vocabularies weigh it apart."""
AHEAD = 4.0
"""By how much a command must fit better than all English to need no likeness."""

Same = Callable[[str], bool]


def agrees(command: Hypothesis, others: Sequence[Hypothesis], same: Same) -> bool:
    """Whether any English words that fit the sound are about those of the command.

    A true "go to the glaze" is read as "go to the blaze", a true "down" never as "done".
    `same` tells whether a reading means what the command means.
    """
    ahead = command.score - others[0].score
    if ahead >= AHEAD or agrees_exactly(command, others, same):
        return True
    behind = BEHIND if " " in command.text else BEHIND_A_WORD
    likeness = max(alike(command.text, other.text) for other in others)
    return ahead >= -behind and likeness >= (LEAST_ALIKE if ahead < 0 else LEAST_ALIKE_AHEAD)


def agrees_exactly(command: Hypothesis, others: Sequence[Hypothesis], same: Same) -> bool:
    """Whether the command itself is among the readings."""
    ahead = command.score - others[0].score
    return ahead >= -BEHIND_ITSELF and any(same(other.text) for other in others)


def agrees_on_word(command: Hypothesis, others: Sequence[Hypothesis], same: Same) -> bool:
    """Whether a word that was weighed against everyday words is not far behind others either."""
    ahead = command.score - others[0].score
    return ahead >= -BEHIND or agrees_exactly(command, others, same)


def agrees_at_once(command: Hypothesis, others: Sequence[Hypothesis], same: Same) -> bool:
    """Whether the command itself is the first of the readings."""
    return agrees_exactly(command, others[:1], same)


def alike(text: str, other: str) -> float:
    """How alike two sentences are, 0 to 1, by their letters."""
    return SequenceMatcher(None, text.replace(" ", ""), other.replace(" ", "")).ratio()
