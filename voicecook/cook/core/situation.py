"""What the session knows that a sentence's meaning may depend on."""

from __future__ import annotations

from datetime import datetime

from voicecook.commands import Context, Situation
from voicecook.cook.core.session import Session


def context(session: Session, at: datetime) -> Context:
    """What may be said just now beside the usual."""
    if session.ringing:
        return Context.ALARM
    return Context.QUESTION if _asked(session, at) else Context.COOKING


def situation(session: Session, at: datetime) -> Situation:
    """Where the cook is and what was last spoken of."""
    ringing = [timer.name for timer in session.ringing]
    running = [timer.name for timer in session.timers if timer.name not in ringing]
    return Situation(
        context=context(session, at),
        asked=_asked(session, at),
        listing=_listing(session, at),
        paused=session.mode == "paused",
        instruction=_instruction(session),
        step=session.position + 1,
        timers=(*ringing, *running),
        offered=session.step.timer.name if session.step.timer else "",
        last=session.last,
        ingredient=session.last_ingredient,
        timer=session.last_timer,
    )


def _asked(session: Session, at: datetime) -> str:
    asked = session.asked
    return asked.what if asked and (asked.until is None or at <= asked.until) else ""


def _listing(session: Session, at: datetime) -> bool:
    """Whether ingredients are being read, and the next thing said may ask for more of them."""
    one_by_one = session.last is not None and session.last.name == "next_ingredient"
    return session.list_next > 0 and (one_by_one or _asked(session, at) == "more")


def _instruction(session: Session) -> str:
    """What this step asks for, and what rings: a report of either is "done"."""
    step = session.step
    told = [step.title, step.say, step.done_when]
    told += [f"{timer.name} {timer.look} {timer.done}" for timer in session.ringing]
    return " ".join(told)
