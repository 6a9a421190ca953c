"""What happens in a kitchen, as small values for whoever watches: the screen, a replay, a log."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from voicecook.commands import Intent


@dataclass(frozen=True, slots=True)
class WasHeard:
    """The cook's words were acted on."""

    at: datetime
    text: str
    intents: tuple[Intent, ...]


@dataclass(frozen=True, slots=True)
class WasIgnored:
    """Words were heard and left alone, and why."""

    at: datetime
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class WasSaid:
    """The app began to say this."""

    at: datetime
    text: str


@dataclass(frozen=True, slots=True)
class WasCut:
    """The app was interrupted while saying this."""

    at: datetime
    text: str


@dataclass(frozen=True, slots=True)
class DidRing:
    """A timer rang."""

    at: datetime
    name: str


@dataclass(frozen=True, slots=True)
class Stood:
    """How things stand: the step (1-based), the mode, and each timer's seconds left."""

    at: datetime
    step: int
    mode: str
    timers: Mapping[str, float]


Happening = WasHeard | WasIgnored | WasSaid | WasCut | DidRing | Stood


class Witness(Protocol):
    """Somebody who is told what happens."""

    def note(self, happening: Happening) -> None:
        """Be told."""


class NoWitness:
    """Looks away."""

    def note(self, happening: Happening) -> None:
        """Forget it."""
