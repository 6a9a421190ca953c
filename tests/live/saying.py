"""What is said to a live cook, and how often once was not enough: misses are counted."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

MOST_AGAIN = 2
"""Of the handful that is said in a run, so many may be missed: a busy machine loses sound."""


@dataclass
class Saying:
    """Says things until something comes of them, and keeps count."""

    said: int = 0
    again: int = 0

    def until(self, say_it: Callable[[], None], came: Callable[[], bool], seconds: float) -> None:
        """Say it, and again if nothing has come after so many seconds; fails if that adds up."""
        self.said += 1
        say_it()
        while not _within(came, seconds):
            self.again += 1
            assert self.again <= MOST_AGAIN, f"too much must be said again: {self}"
            say_it()

    def __str__(self) -> str:
        return f"said to a live cook: {self.said}, said again: {self.again} (at most {MOST_AGAIN})"


def _within(came: Callable[[], bool], seconds: float) -> bool:
    until = time.monotonic() + seconds
    while not came():
        if time.monotonic() > until:
            return False
        time.sleep(0.2)
    return True
