"""The clock: the wall's time, carried on by the machine's own clock so that it never jumps unseen.

Timers are points in time, so the time must run evenly. The wall's clock does not: it is set by hand
or by the network, and a machine without a clock of its own wakes up in 1970. The clock that counts
since the machine was started does, and where it can it counts sleep too.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from datetime import datetime, timedelta

from voicecook.cook import ClockMoved
from voicecook.errors import UsageError

SLACK = timedelta(seconds=2)
"""So far the wall may drift before it counts as set."""
_AT_ONCE_S = 0.2


def wall_time() -> datetime:
    """What the clock on the wall shows, with its offset, so that differences stay true.

    Raises UsageError for a time zone that can't be.
    """
    try:
        return datetime.now().astimezone()
    except ValueError:  # more than a day from Greenwich
        zone = os.environ.get("TZ", "")
        raise UsageError(f'TZ="{zone}" is no time zone; write TZ=Europe/London, say') from None


def seconds_up() -> float:
    """Seconds since some moment in the past; never set, and running on in the machine's sleep."""
    if hasattr(time, "CLOCK_BOOTTIME"):
        return time.clock_gettime(time.CLOCK_BOOTTIME)
    return time.monotonic()


class Clock:
    """What the kitchen takes for the time, and news of the wall's clock being set."""

    def __init__(
        self,
        wall: Callable[[], datetime] = wall_time,
        up: Callable[[], float] = seconds_up,
    ) -> None:
        self._wall = wall
        self._up = up
        self._since_up = up()
        self._since = wall()

    def now(self) -> datetime:
        """The time, running evenly since it was last set."""
        return self._since + timedelta(seconds=self._up() - self._since_up)

    def moved(self) -> ClockMoved | None:
        """Look at the wall; go with it if it was set, or if summer time came or went."""
        before, now, wall = self._up(), self.now(), self._wall()
        if self._up() - before > _AT_ONCE_S:
            return None  # held up between the looks, so they can't be compared
        by = wall - now if abs(wall - now) > SLACK else timedelta()
        shown = by + (wall.utcoffset() or by) - (now.utcoffset() or by)
        if not by and not shown:
            return None
        self._since = (now + by).astimezone(wall.tzinfo)
        self._since_up = before
        return ClockMoved(self._since, by, shown)
