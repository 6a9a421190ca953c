"""A clock that moves while we cook: the timers keep what they have left, and the cook is told."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from voicecook.cook import time_left, time_words, timers
from voicecook.cook.effects import Say
from voicecook.cook.events import ClockMoved
from voicecook.cook.session import Alert, Session, Timer
from voicecook.cook.turn import Turn

SLACK = timedelta(seconds=5)
_WORTH_SAYING = timedelta(minutes=1)
_BEYOND_WORDS = timedelta(days=1)
"""A clock set by more than this was simply wrong."""


def moved(session: Session, event: ClockMoved) -> Turn:
    """The clock was set: everything that was to come stays as far off as it is."""
    away = _away(session.timers, event.by)
    session = _shifted(session, event.by)
    session = session.but(before=tuple(_shifted(earlier, event.by) for earlier in session.before))
    if abs(event.shown) < _WORTH_SAYING:
        return session, ()
    parts = [_set_words(event), _timer_words(session, away, event.at)]
    text = " ".join(part for part in parts if part)
    return session.but(last_said=text), (Say(text, "alert"),)


def stand_still(session: Session, seen: datetime, at: datetime) -> Session:
    """After a stop before a clock that can't be right: the timers go on with what they had left."""
    gap = at - seen
    for timer in session.timers:
        unsure = timer.unsure_s + gap.total_seconds()
        session = timers.put(session, replace(timers.shifted(timer, gap), unsure_s=unsure))
    return session


def _shifted(session: Session, by: timedelta) -> Session:
    asked = session.asked
    if asked and asked.until:
        asked = replace(asked, until=asked.until + by)
    return session.but(
        timers=tuple(_corrected(timer, by) for timer in session.timers),
        asked=asked,
        rung=tuple(Alert(alert.name, alert.at + by) for alert in session.rung),
    )


def _corrected(timer: Timer, by: timedelta) -> Timer:
    """The timer as the clock now has it; one that stood still is caught up with the time away."""
    if (away := _away((timer,), by)) is not None:
        return replace(timers.shifted(timer, by - away), unsure_s=0.0)
    unsure = timer.unsure_s + by.total_seconds() if timer.unsure_s else 0.0
    return replace(timers.shifted(timer, by), unsure_s=unsure)


def _away(found: tuple[Timer, ...], by: timedelta) -> timedelta | None:
    """How long the app was off, if a clock moved by so much can tell."""
    unsure = [timer.unsure_s for timer in found if timer.unsure_s]
    away = timedelta(seconds=min(unsure)) + by if unsure else None
    return away if away is not None and away > -SLACK else None


def _set_words(event: ClockMoved) -> str:
    now = f"it is {time_words.clock(event.at)} now"
    if abs(event.shown) > _BEYOND_WORDS:
        return f"My clock was wrong; {now}."
    way = "forward" if event.shown > timedelta() else "back"
    return f"The clock went {way} by {time_words.roughly(abs(event.shown))}; {now}."


def _timer_words(session: Session, away: timedelta | None, at: datetime) -> str:
    if not session.timers:
        return ""
    if away is None:
        return "The timers go on as they were."
    left = [time_left.left_words(timer, at) for timer in session.timers if timer.due > at]
    return " ".join([f"So I was off for {time_words.roughly(away)}.", *left])
