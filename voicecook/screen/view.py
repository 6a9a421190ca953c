"""What there is to see of a session at one moment: plain values, nothing of how they are drawn."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from voicecook.cook import Session, Timer, step_text
from voicecook.english import roughly


@dataclass(frozen=True, slots=True)
class TimerView:
    """One timer as a bar."""

    name: str
    words: str
    """What is left, or that it is up."""
    share_done: float
    """From 0 to 1."""
    rings: bool


@dataclass(frozen=True, slots=True)
class View:
    """The kitchen display."""

    clock: str
    dish: str
    place: str
    """"Step 3 of 14"."""
    step: str
    mode: str
    timers: tuple[TimerView, ...]


def view(session: Session, at: datetime) -> View:
    """The display for this session at this moment."""
    return View(
        clock=f"{at:%H:%M:%S}",
        dish=session.recipe.name,
        place=f"Step {session.position + 1} of {len(session.recipe.steps)}",
        step=step_text(session.step),
        mode=session.mode,
        timers=tuple(_timer(timer, at) for timer in session.timers),
    )


def _timer(timer: Timer, at: datetime) -> TimerView:
    left = timer.left(at)
    whole = (timer.due - timer.started).total_seconds()
    share = 1 - left.total_seconds() / whole if whole > 0 else 1.0
    words = "time's up" if timer.rang else f"{roughly(left)} left"
    if timer.held:
        words = f"on hold, {words}"
    return TimerView(timer.name, words, min(max(share, 0.0), 1.0), timer.rang is not None)
