"""What the ear decides, and the three questions it asks of a set of commands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Protocol

from voicecook.commands.intents import Context, Intent

How = Literal["early", "endpoint", "second_pass"]


class CommandSet(Protocol):
    """What may be said, as far as the ear needs to know."""

    def heard(self, text: str, context: Context) -> tuple[Intent, ...]:
        """What a complete sentence means here; empty if it means nothing."""
        ...

    def is_prefix(self, text: str, context: Context) -> bool:
        """Whether a longer sentence that means something else begins with these words."""
        ...

    def phrases(self, context: Context) -> list[str]:
        """Sentences to listen for, lower case, words as they are spoken."""
        ...


@dataclass(frozen=True, slots=True)
class Understood:
    """Something to act on. Times are seconds of the stream."""

    text: str
    intents: tuple[Intent, ...]
    start_s: float
    end_s: float
    """Where the last word ends."""
    decided_s: float
    """How much of the stream had been fed when it was decided."""
    how: How


@dataclass(frozen=True, slots=True)
class Ignored:
    """Speech that was heard and rejected, with a reason a cook understands."""

    text: str
    reason: str
    decided_s: float


Decision = Understood | Ignored
