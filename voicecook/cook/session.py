"""What a cooking session is at one moment: a frozen value.

Undo is keeping the one before, the diary is writing it down, a power cut is reading it back.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Literal

from voicecook.recipe.model import Recipe, Step

Mode = Literal["ready", "cooking", "paused", "finished"]

LOUDEST = 1.0
USUAL_RATE = 165


@dataclass(frozen=True, slots=True)
class Moment:
    """Something a timer will say before it is over."""

    at: datetime
    say: str
    kind: Literal["reminder", "look"] = "reminder"


@dataclass(frozen=True, slots=True)
class Timer:
    """A point in time with a name. It runs, is held (`left` set), or rings (`rang` set)."""

    name: str
    started: datetime
    due: datetime
    done: str = ""
    """What to do when it is over."""
    step: str = ""
    """The id of the step it belongs to, or "" for one the cook asked for."""
    moments: tuple[Moment, ...] = ()
    left: timedelta | None = None
    rang: datetime | None = None
    """When it first rang and was not answered yet."""
    next_ring: datetime | None = None
    rings: int = 0


@dataclass(frozen=True, slots=True)
class Asked:
    """A question the app has asked; yes, no or the matching command answers it."""

    what: Literal["start_timer", "quit", "restart", "cancel_timers", "finish", "more", "read_list"]
    about: str = ""


@dataclass(frozen=True, slots=True)
class Answered:
    """An alert that is over: what rang, when, and how late it was heard."""

    name: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Session:
    """Everything the app knows about this cook."""

    recipe: Recipe
    position: int = 0
    """The step the cook is at, 0-based."""
    mode: Mode = "ready"
    timers: tuple[Timer, ...] = ()
    asked: Asked | None = None
    last_said: str = ""
    """What "repeat" says again."""
    list_group: str = ""
    list_next: int = 0
    """Where reading the ingredients aloud has come to: an index into `recipe.ingredients`."""
    scale: str = "1"
    """By what the amounts are multiplied, as a fraction: "3/2"."""
    volume: float = 0.8
    rate: int = USUAL_RATE
    missed: tuple[Answered, ...] = ()
    """Timers that rang, newest last."""
    before: tuple[Session, ...] = ()
    """Earlier moments that `undo` can return to, newest last; each with an empty `before`."""

    @property
    def step(self) -> Step:
        """The step the cook is at."""
        return self.recipe.steps[self.position]

    @property
    def ringing(self) -> tuple[Timer, ...]:
        """The timers that ring and have not been answered, first rung first."""
        return tuple(timer for timer in self.timers if timer.rang is not None)

    def but(self, **changes: object) -> Session:
        """This session with some fields changed."""
        return replace(self, **changes)  # type: ignore[arg-type]
