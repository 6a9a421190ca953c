"""What can happen to a cooking session. Every event carries the time it happened.

`at` is an aware datetime with a fixed offset (as `datetime.now().astimezone()` gives), so that
differences are true seconds even over a change to or from summer time.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from voicecook.commands import Intent
from voicecook.recipe import Recipe


@dataclass(frozen=True, slots=True)
class Opened:
    """The app has started, for the first time or again with a session from the diary."""

    at: datetime
    seen: datetime | None = None
    """When the app was last known to run, if this session comes from the diary."""


@dataclass(frozen=True, slots=True)
class Heard:
    """The cook said something that was understood (`intents`) or not (empty)."""

    at: datetime
    text: str
    intents: tuple[Intent, ...] = ()
    doubt: Intent | None = None
    """Where nothing was understood for sure: what it may have been, to be asked back."""
    likely: tuple[str, ...] = ()
    """Where even that is not clear: the likeliest intents, at most two."""


@dataclass(frozen=True, slots=True)
class Ticked:
    """A deadline from `next_deadline` has come."""

    at: datetime


@dataclass(frozen=True, slots=True)
class Fetched:
    """What came of a `Fetch`."""

    at: datetime
    name: str
    recipe: Recipe | None
    known: tuple[str, ...] = ()
    """The names of all recipes there are."""
    broken: bool = False
    """Whether there is one that can't be cooked."""


@dataclass(frozen=True, slots=True)
class Noticed:
    """The cook ought to know this about the machine: the microphone is gone, the disk is full."""

    at: datetime
    what: str


@dataclass(frozen=True, slots=True)
class ClockMoved:
    """The clock on the wall was set, or summer time came or went."""

    at: datetime
    """What it shows now."""
    by: timedelta
    """How much later that is than it would have been."""
    shown: timedelta
    """How far its hands have moved: `by`, and the change to or from summer time."""


Event = Opened | Heard | Ticked | Noticed | ClockMoved | Fetched
