"""What a cooking session is at one moment: a frozen value.

Undo is keeping the one before, the diary is writing it down, a power cut is reading it back.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from fractions import Fraction
from typing import Any, Literal

from voicecook.commands import Intent
from voicecook.recipe import Recipe, Step

Mode = Literal["cooking", "paused", "finished"]
Units = Literal["", "metric", "imperial"]
Question = Literal[
    "start_timer",
    "quit",
    "restart",
    "cancel_timers",
    "which_timer",
    "leftovers",
    "more",
    "keep_timers",
    "confirm",
    "likely",
    "timer_length",
]

USUAL_RATE = 165


@dataclass(frozen=True, slots=True)
class Moment:
    """Something a timer will say before it is over."""

    at: datetime
    say: str
    moves_with_end: float = 1.0
    """How much of a change of the end it follows: 1 for "the last ten minutes", 0.5 for halfway."""
    every_s: float = 0.0
    """How many seconds later it is said again, as long as the timer runs; 0: once only."""


@dataclass(frozen=True, slots=True)
class Timer:
    """A point in time with a name. It runs, is held, or rings."""

    name: str
    started: datetime
    due: datetime
    """When it rings; for a range, first the early end and, once that was answered, the late one."""
    done: str = ""
    """What to do when it is over."""
    step: str = ""
    """The id of the step it belongs to, or "" for one the cook asked for."""
    until: datetime | None = None
    """The late end of a range, while the early one is still to come or rings."""
    look: str = ""
    """What to look for at the early end."""
    moments: tuple[Moment, ...] = ()
    """What it will say on the way, earliest first; of what is said again, only the next time."""
    held: datetime | None = None
    """Since when it has been standing still."""
    rang: datetime | None = None
    """When it first rang, until that is answered."""
    rings_again: datetime | None = None
    rings: int = 0
    reminder: bool = False
    """Whether it only says its words, in place of being a timer that is up."""
    unsure_s: float = 0.0
    """By how many seconds it was moved at a restart before a clock that could not be right."""

    def left(self, at: datetime) -> timedelta:
        """The time until it is due; negative once that is past."""
        return self.due - (self.held or at)


@dataclass(frozen=True, slots=True)
class Asked:
    """A question the app has asked; yes, no or the matching command answers it."""

    what: Question
    about: str = ""
    intent: Intent | None = None
    """What the answer goes on with: to be confirmed, or whose timer or length is asked for."""
    until: datetime | None = None
    """After this the question is forgotten."""


@dataclass(frozen=True, slots=True)
class Alert:
    """A timer that rang: its name and when."""

    name: str
    at: datetime
    reminder: bool = False


@dataclass(frozen=True, slots=True)
class Left:
    """A step the cook has gone on from: its id and when that was."""

    step: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Session:
    """Everything the app knows about this cook."""

    recipe: Recipe
    position: int = 0
    """The step the cook is at, 0-based."""
    mode: Mode = "cooking"
    early: bool = False
    """Whether that step was read out before its time, and its timer not offered."""
    timers: tuple[Timer, ...] = ()
    asked: Asked | None = None
    last_said: str = ""
    """What "repeat" says again."""
    last: Intent | None = None
    """What was asked for last: "and the vinegar?" goes on with it."""
    last_timer: str = ""
    """The timer last spoken of, which "it" means."""
    last_ingredient: str = ""
    """The ingredient last spoken of."""
    misses: int = 0
    """How many sentences in a row were not understood: what is said of it gets shorter."""
    list_group: str = ""
    list_next: int = 0
    """Where reading the ingredients aloud has come to: an index into `recipe.ingredients`."""
    scale: Fraction = Fraction(1)
    """By what the amounts are multiplied."""
    units: Units = ""
    """The system amounts are said in; "" as the recipe has them."""
    volume: float = 0.8
    rate: int = USUAL_RATE
    rung: tuple[Alert, ...] = ()
    """What rang in this cook, oldest first."""
    behind: tuple[Left, ...] = ()
    """The steps the cook has gone on from and not come back to, oldest first."""
    eat_at: datetime | None = None
    """When the cook wants to eat, if that was said."""
    expected: datetime | None = None
    """When the cook was last told that dinner would be ready."""
    nudged: tuple[str, ...] = ()
    """The ids of the steps whose time to begin has been announced."""
    clock_unsure: bool = False
    """Whether the clock was behind after a stop and has not been set since."""
    before: tuple[Session, ...] = ()
    """Earlier moments that `undo` can return to, newest last; each with an empty `before`."""

    @property
    def step(self) -> Step:
        """The step the cook is at."""
        return self.recipe.steps[self.position]

    @property
    def ringing(self) -> tuple[Timer, ...]:
        """The timers that ring and have not been answered, first rung first."""
        rung = [timer for timer in self.timers if timer.rang is not None]
        return tuple(sorted(rung, key=lambda timer: (timer.due, timer.name)))

    def but(self, **changes: Any) -> Session:
        """This session with some fields changed."""
        return replace(self, **changes)
