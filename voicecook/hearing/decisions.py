"""What the ear decides."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any, Literal

from voicecook.commands import Intent

How = Literal["early", "endpoint", "second_pass"]


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

    def as_json(self) -> dict[str, Any]:
        """Its fields, intents as CONTRACT has them."""
        return asdict(self) | {"intents": [intent.as_json() for intent in self.intents]}


@dataclass(frozen=True, slots=True)
class Ignored:
    """Speech that was heard and rejected, with a reason a cook understands."""

    text: str
    reason: str
    decided_s: float

    def as_json(self) -> dict[str, Any]:
        """Its fields."""
        return asdict(self)


Decision = Understood | Ignored
