"""How the cook answers what rings."""

from __future__ import annotations

from datetime import datetime

from voicecook.cook.core.session import Session
from voicecook.cook.core.turn import Turn, say
from voicecook.cook.time import alerts, timers
from voicecook.english import up_to_more


def answer_ringing(session: Session, at: datetime) -> Turn:
    """A bare "stop" or "okay" while something rings."""
    ranges = [timer for timer in session.ringing if timer.until]
    session = alerts.acknowledge(session)
    if ranges:
        left = max(timer.until - at for timer in ranges if timer.until)
        return say(session, f"Okay, {up_to_more(left)}. I'll call you.")
    return say(session, "Okay.")


def finish_ringing(session: Session, at: datetime) -> Turn:
    """The cook says that what rings is done."""
    words = " ".join(timer.done for timer in session.ringing if timer.until)
    session = timers.drop(session, *session.ringing)
    return say(session, f"Good. {words}".strip())


def not_done(session: Session, at: datetime) -> Turn:
    """The cook says that what rings needs longer."""
    if any(timer.until for timer in session.ringing):
        return answer_ringing(session, at)
    return say(session, "How many more minutes? Say, 2 more minutes.")
