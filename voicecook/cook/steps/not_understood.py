"""What is said where nothing was understood: a question back, or what it may have been."""

from __future__ import annotations

from datetime import datetime, timedelta

from voicecook.commands import Intent
from voicecook.cook.core.effects import Say
from voicecook.cook.core.events import Heard
from voicecook.cook.core.session import Asked, Session
from voicecook.cook.core.turn import Turn, say
from voicecook.cook.steps import open_question
from voicecook.cook.words import wording

_PATIENCE = timedelta(seconds=30)


def answer(session: Session, heard: Heard) -> Turn:
    """Ask back what was nearly sure; else say briefly that it was not understood."""
    if heard.doubt is not None:
        return ask_back(session, heard.doubt, heard.at)
    asked = open_question.open_now(session, heard.at)
    if asked and session.misses:
        again = open_question.again(asked) if session.misses == 1 else open_question.shortest(asked)
        return _missed(session, f"{wording.SORRY} {again}")
    likely = [name for name in heard.likely if name in wording.SAY_LIKE]
    if (asked and asked.what != "start_timer") or not likely or session.misses >= 2:
        return _missed(session, _words(session.misses))
    return _offer(session, likely, heard.at)


def ask_back(session: Session, doubt: Intent, at: datetime) -> Turn:
    """Ask whether this is meant; a yes does it."""
    question = open_question.ask_back(doubt)
    if not question:
        return say(session, wording.ASK_BACK_ANY)
    asked = Asked("confirm", intent=doubt, until=at + _PATIENCE)
    return say(open_question.put(session, asked), question)


def _offer(session: Session, likely: list[str], at: datetime) -> Turn:
    """Name the likeliest; a yes does it, "the second" does the second."""
    asked = Asked("likely", " ".join(likely), until=at + _PATIENCE)
    words = open_question.likely(likely)
    words = words if session.misses else wording.PERHAPS.format(question=words)
    return _missed(open_question.put(session, asked), words)


def _words(misses: int) -> str:
    """Shorter each time."""
    return (wording.NOT_UNDERSTOOD, wording.SORRY_SAY_AGAIN, wording.SORRY)[min(misses, 2)]


def _missed(session: Session, words: str) -> Turn:
    return session.but(misses=session.misses + 1), (Say(words),)
