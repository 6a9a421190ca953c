"""What is left goes into the fridge in time: a reminder the cook may accept at the end."""

from __future__ import annotations

from datetime import datetime, timedelta

from voicecook.cook.core.session import Asked, Moment, Session, Timer
from voicecook.cook.core.turn import Turn, say
from voicecook.cook.time import place, timers
from voicecook.english import clock_words, duration_words

NAME = "leftovers"
_WARNING = timedelta(minutes=15)
_PATIENCE = timedelta(minutes=5)


def offer(session: Session, at: datetime) -> tuple[Session, str]:
    """Ask whether to remind, where the recipe says how long the dish may stand; and the words."""
    limit = timedelta(seconds=session.recipe.chill_within_s)
    if not limit or NAME in {timer.name for timer in session.timers}:
        return session, ""
    within = duration_words(limit)
    words = f"Shall I remind you to put what's left in the fridge within {within}?"
    return session.but(asked=Asked("leftovers", until=at + _PATIENCE)), words


def accept(session: Session, at: datetime) -> Turn:
    """Start the reminder; it says so a little before, and rings when the time is over."""
    limit = timedelta(seconds=session.recipe.chill_within_s)
    due, dish = at + limit, place.dish(session)
    soon = duration_words(_WARNING)
    warning = f"Put what's left of the {dish} in the fridge in the next {soon}."
    stood = duration_words(limit)
    timer = Timer(
        NAME,
        started=at,
        due=due,
        done=f"Put what's left of the {dish} in the fridge now; it may stand {stood} at most.",
        moments=(Moment(due - _WARNING, warning),) if limit > 2 * _WARNING else (),
    )
    words = f"I'll tell you before {clock_words(due)}. Leave me on until then."
    return say(timers.put(session, timer), words, asked=None)
