"""What timers say by themselves, and how the cook answers them."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from voicecook.cook import time_words, timers
from voicecook.cook.effects import Effect, Rang, Say
from voicecook.cook.session import Alert, Session, Timer
from voicecook.cook.turn import Turn

RING_LATE = timedelta(minutes=30)
"""A timer that came due while the app was off still rings this long after."""
_LATE = timedelta(minutes=1)


def tick(session: Session, at: datetime) -> Turn:
    """Let every timer do what is due by now, the most urgent first."""
    effects: list[Effect] = []
    for timer in session.timers:
        if (moment := timers.next_event(timer)) is not None and moment <= at:
            session, said = _advance(session, timer, at)
            effects.extend(said)
    return session, tuple(effects)


def _advance(session: Session, timer: Timer, at: datetime) -> Turn:
    if timer.rang is None and timer.due > at:
        return _remind(session, timer, at)
    if timer.rang and timer.until and timer.until <= at:
        timer = timers.late_end(timer)
    first = timer.rang is None
    text = _ring_words(timer, at) if first else _ring_again_words(timer)
    rung = timers.rung(timer, at)
    session = timers.put(session, rung).but(last_said=text)
    if first:
        session = session.but(rung=(*session.rung, Alert(timer.name, timer.due)))
    return session, (Rang(timer.name), Say(text, "alert"))


def _remind(session: Session, timer: Timer, at: datetime) -> Turn:
    due = [moment for moment in timer.moments if moment.at <= at]
    rest = timer.moments[len(due) :]
    session = timers.put(session, replace(timer, moments=rest))
    text = due[-1].say
    return session.but(last_said=text), (Say(text, "alert"),)


def _ring_words(timer: Timer, at: datetime) -> str:
    late = at - timer.due
    if late > _LATE:
        when = f"The {timer.name} timer was up {time_words.roughly(late)} ago."
    else:
        when = f"The {timer.name} timer is up."
    if timer.until and timer.until > at:
        more = time_words.duration(timer.until - timer.due)
        look = timer.look or "Have a look."
        question = "" if "?" in look else " Is it done?"
        return f"{when} {look} It may need up to {more} more.{question}"
    return f"{when} {timer.done}".strip()


def _ring_again_words(timer: Timer) -> str:
    if timer.until:
        return f"The {timer.name} is waiting for a look. Is it done?"
    return f"The {timer.name} timer is still up. {timer.done}".strip()


def acknowledge(session: Session) -> Session:
    """The cook has heard what rings: finished timers go, early ends run on to the late ones."""
    for timer in session.ringing:
        if timer.until:
            session = timers.put(session, timers.late_end(timer))
        else:
            session = timers.drop(session, timer)
    return session


def settle(session: Session) -> Session:
    """The cook moves on: what rings for this step is done, the rest has been heard."""
    mine = [timer for timer in session.ringing if timer.step == session.step.id]
    return acknowledge(timers.drop(session, *mine))


def told_as_missed(session: Session, at: datetime) -> tuple[Session, tuple[Timer, ...]]:
    """Take out the timers that came due too long ago to ring; they are to be told instead."""
    gone = tuple(
        timer
        for timer in session.timers
        if not timer.held and timer.rang is None and at - (timer.until or timer.due) > RING_LATE
    )
    session = timers.drop(session, *gone)
    rung = tuple(Alert(timer.name, timer.until or timer.due) for timer in gone)
    return session.but(rung=(*session.rung, *rung)), gone
