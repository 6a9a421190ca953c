"""What is said where nothing was understood: a question back, or what it may have been."""

from __future__ import annotations

from datetime import datetime, timedelta

from voicecook.commands import Intent
from voicecook.cook.core.effects import Say
from voicecook.cook.core.events import Heard
from voicecook.cook.core.session import Asked, Session
from voicecook.cook.core.turn import Turn, say
from voicecook.cook.words import wording

_PATIENCE = timedelta(seconds=30)


def answer(session: Session, heard: Heard) -> Turn:
    """Ask back what was nearly sure; else say briefly that it was not understood."""
    if heard.doubt is not None:
        return ask_back(session, heard.doubt, heard.at)
    words = _words(session.misses, heard.likely)
    return session.but(misses=session.misses + 1), (Say(words),)


def ask_back(session: Session, doubt: Intent, at: datetime) -> Turn:
    """Ask whether this is meant; a yes does it."""
    asked = Asked("confirm", intent=doubt, until=at + _PATIENCE)
    return say(session, _question(doubt), asked=asked)


def _question(doubt: Intent) -> str:
    timer = str(doubt.slots.get("timer") or doubt.slots.get("name") or "")
    question = wording.ASK_BACK.get(doubt.name, wording.ASK_BACK_ANY)
    return question.format(timer=f"the {timer} timer" if timer else "the timer")


def _words(misses: int, likely: tuple[str, ...]) -> str:
    """Shorter each time."""
    if misses >= 2:
        return wording.SORRY
    named = [wording.SAY_LIKE[name] for name in likely if name in wording.SAY_LIKE]
    if not named:
        return wording.SORRY_SAY_AGAIN if misses else wording.NOT_UNDERSTOOD
    template = wording.PERHAPS_AGAIN if misses else wording.PERHAPS
    return template.format(likely=" or ".join(named))
