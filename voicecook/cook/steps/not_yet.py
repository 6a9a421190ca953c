"""It still needs time: never moves on, and says what the recipe still allows."""

from __future__ import annotations

from datetime import datetime

from voicecook.commands import Intent
from voicecook.cook.core.session import Session, Timer
from voicecook.cook.core.turn import Turn, say
from voicecook.cook.steps import conversation, open_question
from voicecook.cook.time import alerts, naming, time_left, timers
from voicecook.cook.words import wording
from voicecook.english import roughly, up_to_more

_PATIENT = ("Take your time.", "No hurry.", "All right, whenever you're ready.")
_CALLS = "I'll call you."
_DECLINES = frozenset({"quit", "restart", "cancel_timers", "confirm", "likely", "leftovers"})
"""Questions that "not yet" says no to."""


def on_not_yet(session: Session, intent: Intent, at: datetime) -> Turn:
    """Stay here; offer more time where something rings, else tell how to see that it is done."""
    asked = open_question.open_now(session, at)
    if asked and asked.what in _DECLINES:
        return conversation.on_no(session, intent, at)
    if looks := [timer for timer in session.ringing if timer.until]:
        return _up_to(session, looks, at)
    if session.ringing:
        return conversation.not_done(session, at)
    if asked and asked.what == "start_timer":
        return say(session, f"{_patience(session)} Say start the timer when it's in.")
    if running := timers.of_step(session, session.step):
        return say(session, _still_running(session, running, at))
    return say(session, f"{_patience(session)} {_sign(session)}".strip())


def _up_to(session: Session, looks: list[Timer], at: datetime) -> Turn:
    """It runs on to its late end at once, so that nothing is lost if nobody answers."""
    left = max(timer.until - at for timer in looks if timer.until)
    for timer in looks:
        session = alerts.answered(session, timer)
    return say(session, f"It may have {up_to_more(left)}. {_CALLS}", asked=None)


def _still_running(session: Session, timer: Timer, at: datetime) -> str:
    if timer.held:
        return time_left.left_words(timer, at)
    if not timer.until and _has_range(session):
        more = up_to_more(timer.left(at))
        return f"It may have {more}. {_CALLS}"
    left = roughly(timer.left(at))
    more = f", and may have {up_to_more(timer.until - timer.due)}" if timer.until else ""
    return f"Give it time: {naming.full(timer)} has {left} left{more}."


def _has_range(session: Session) -> bool:
    return session.step.timer is not None and session.step.timer.span.is_range


def _sign(session: Session) -> str:
    """How to see that it is done."""
    sign = session.step.done_when
    return wording.HOW_TO_TELL.format(sign=sign[:1].lower() + sign[1:]) if sign else ""


def _patience(session: Session) -> str:
    """Not the same words twice in a row."""
    said = next(
        (at for at, words in enumerate(_PATIENT) if session.last_said.startswith(words)), -1
    )
    return _PATIENT[(said + 1) % len(_PATIENT)]
