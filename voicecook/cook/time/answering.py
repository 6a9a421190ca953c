"""How the cook answers what rings."""

from __future__ import annotations

from datetime import datetime

from voicecook.cook.core.session import Session, Timer
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


def wait_on(session: Session, timer: Timer, at: datetime) -> Turn:
    """A look at a range that is put off to its late end."""
    left = (timer.until or timer.due) - at
    words = f"Okay, {up_to_more(left)}. I'll call you."
    return say(alerts.answered(session, timer), words)


def finish_ringing(session: Session, at: datetime) -> Turn:
    """The cook says that what rings is done."""
    words = " ".join(timer.done for timer in session.ringing if timer.until)
    session = timers.drop(session, *session.ringing)
    return say(session, f"Good. {words}".strip())
