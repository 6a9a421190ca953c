"""A clock that moves while we cook: the timers keep what they have left, and the cook is told."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from voicecook.cook.core.effects import Say
from voicecook.cook.core.events import ClockMoved
from voicecook.cook.core.session import Session, Timer
from voicecook.cook.core.turn import Turn
from voicecook.cook.time import time_left, timers
from voicecook.english import clock_words, roughly

SLACK = timedelta(seconds=5)
_WORTH_SAYING = timedelta(minutes=1)
_PROGRAM_MADE = datetime(2025, 1, 1, tzinfo=UTC)
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


def tells(session: Session, seen: datetime, at: datetime) -> bool:
    """Whether the clock can tell how long the app was off, from `seen` to `at`."""
    if session.clock_unsure or at < seen - SLACK:
        return False
    return clock_was_set(seen) or not clock_was_set(at)


def clock_was_set(shown: datetime) -> bool:
    """Whether a clock that shows this may be right: it is not before this program was made."""
    return shown >= _PROGRAM_MADE


def after_stop(session: Session, seen: datetime, at: datetime) -> Session:
    """The session after a stop. If the clock can't tell its length, all goes on with what was left.

    A timer that went on so is put right as soon as the clock can tell.
    """
    if tells(session, seen, at):
        return session
    set_right = clock_was_set(at) and not clock_was_set(seen)
    gap = at - seen
    first_time = clock_was_set(seen) and not session.clock_unsure
    moved = tuple(
        _put_right(timer) if set_right and timer.unsure_s else _stood_still(timer, gap, first_time)
        for timer in session.timers
    )
    session = session.but(timers=moved, clock_unsure=not set_right)
    return _with_what_was(session, gap)


def _stood_still(timer: Timer, gap: timedelta, first_time: bool) -> Timer:
    """A timer with as much left as it had; the gap is kept if the time away may yet be known."""
    keeps = not timer.held and not timer.rang and (first_time or timer.unsure_s)
    unsure = timer.unsure_s + gap.total_seconds() if keeps else 0.0
    return replace(timers.shifted(timer, gap), unsure_s=unsure)


def _shifted(session: Session, by: timedelta) -> Session:
    found = tuple(_corrected(timer, by) for timer in session.timers)
    session = session.but(timers=found, clock_unsure=session.clock_unsure and not by)
    asked = session.asked
    if asked and asked.until:
        session = session.but(asked=replace(asked, until=asked.until + by))
    return _with_what_was(session, by)


def _with_what_was(session: Session, by: timedelta) -> Session:
    """What happened stays as long ago as it was."""
    return session.but(
        rung=tuple(replace(alert, at=alert.at + by) for alert in session.rung),
        behind=tuple(replace(left, at=left.at + by) for left in session.behind),
        expected=session.expected and session.expected + by,
    )


def _corrected(timer: Timer, by: timedelta) -> Timer:
    if _away((timer,), by) is not None:
        return _put_right(timer)
    unsure = timer.unsure_s + by.total_seconds() if timer.unsure_s else 0.0
    return replace(timers.shifted(timer, by), unsure_s=unsure)


def _put_right(timer: Timer) -> Timer:
    """A timer that went on with what it had left, caught up with the time away."""
    return replace(timers.shifted(timer, timedelta(seconds=-timer.unsure_s)), unsure_s=0.0)


def _away(found: tuple[Timer, ...], by: timedelta) -> timedelta | None:
    """How long the app was off, if a clock moved by so much can tell."""
    unsure = [timer.unsure_s for timer in found if timer.unsure_s]
    away = timedelta(seconds=min(unsure)) + by if unsure and by else None
    return away if away is not None and away > -SLACK else None


def _set_words(event: ClockMoved) -> str:
    now = f"it is {clock_words(event.at)} now"
    if abs(event.shown) > _BEYOND_WORDS:
        return f"My clock was wrong; {now}."
    way = "forward" if event.shown > timedelta() else "back"
    return f"The clock went {way} by {roughly(abs(event.shown))}; {now}."


def _timer_words(session: Session, away: timedelta | None, at: datetime) -> str:
    if not session.timers:
        return ""
    if away is None:
        return "The timers go on as they were."
    left = [time_left.left_words(timer, at) for timer in session.timers if timer.due > at]
    return " ".join([f"So I was off for {roughly(away)}.", *left])
