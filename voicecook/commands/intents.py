"""What a sentence meant: a name from CONTRACT's list and its slots."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

Slot = str | int | float


@dataclass(frozen=True, slots=True)
class Intent:
    """One thing the cook asked for.

    Slots by name: `step` (1-based int, or "first"/"last"), `topic`, `seconds` (int), `name`,
    `timer`, `group`, `ingredient`, `with`, `question`, `servings`, `factor`, `system`, and
    `all` (True).
    """

    name: str
    slots: Mapping[str, Slot] = field(default_factory=dict)
    words: str = field(default="", compare=False)
    """The clause that was said, lower case; "" where an intent was made otherwise."""

    def as_json(self) -> dict[str, Any]:
        """Name and slots, as CONTRACT has them."""
        return {"name": self.name, "slots": dict(self.slots)}


class Context(Enum):
    """Where the cook is, as far as it changes what may be said."""

    COOKING = "cooking"
    QUESTION = "question"
    """The app has just asked something: yes and no count."""
    ALARM = "alarm"
    """A timer is ringing: a bare "stop" or "okay" answers it."""
