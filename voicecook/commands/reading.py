"""What one clause of a sentence may mean."""

from __future__ import annotations

from dataclasses import dataclass

from voicecook.commands.intents import Intent

SURE = 0.97
"""What a clause counts that a template accounts for, beside the classifier's likelihoods."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A clause's meaning and how likely it is."""

    intents: tuple[Intent, ...] = ()
    likely: float = 0.2
    doubt: Intent | None = None
    """What it may be, and is too risky to do unasked."""
    guesses: tuple[str, ...] = ()
    """The likeliest intents, to be offered."""
    exact: bool = False
    """Whether a template accounts for every word."""
    nobodys: bool = False
    """Whether it was most likely said to somebody else."""
    harmless: bool = False
    """Whether nothing in it speaks against what is said beside it."""
    sentence: int = 0
    """Before which word the sentence began that it is a clause of."""
