"""Open questions: what an answer makes of them, how they are asked again, and when they lapse."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from voicecook.commands import Intent
from voicecook.cook.core.session import Asked, Session
from voicecook.cook.time import lengths, naming, reminders, step_timer
from voicecook.cook.words import wording
from voicecook.english import duration_words

_YES = Intent("yes")
_OFFER = "offer"
"""Noted where the offer of a timer was open before this question."""


def open_now(session: Session, at: datetime) -> Asked | None:
    """The question that waits for an answer."""
    asked = session.asked
    return asked if asked and (asked.until is None or at <= asked.until) else None


def put(session: Session, asked: Asked) -> Session:
    """The session with this question; the offer of a timer before it comes back after it."""
    if _offers(session):
        asked = replace(asked, about=f"{asked.about} {_OFFER}".strip())
    return session.but(asked=asked)


def closed(session: Session) -> Session:
    """The session without its question, or with the offer that was there before it."""
    offered = session.asked and _noted(session.asked) and step_timer.is_offered(session)
    return session.but(asked=Asked("start_timer", session.step.id) if offered else None)


def _offers(session: Session) -> bool:
    asked = session.asked
    return asked is not None and (asked.what == "start_timer" or _noted(asked))


def _noted(asked: Asked) -> bool:
    return asked.what in ("confirm", "likely") and _OFFER in asked.about.split()


def guesses(asked: Asked) -> list[str]:
    """The intents that were named as the likeliest."""
    return [name for name in asked.about.split() if name != _OFFER]


def taken_up(
    session: Session, intents: Sequence[Intent], at: datetime
) -> tuple[Session, list[Intent]]:
    """The intents, what answers a question being what was asked about, and the session then."""
    if session.asked and not open_now(session, at):
        return closed(session), list(intents)
    found = [_meant(session.asked, one) or one for one in intents]
    changed = found != list(intents)
    return (closed(session) if changed else session), found


def _meant(asked: Asked | None, answer: Intent) -> Intent | None:
    if asked is None:
        return None
    if asked.what == "likely" and answer.name == "yes":
        return _likely(guesses(asked), answer)
    wanted = asked.intent
    if wanted is None or asked.what not in ("confirm", "timer_length"):
        return None
    if asked.what == "confirm" and answer == _YES:
        return wanted
    wants_length = wanted.name in lengths.QUESTIONS and not set(wanted.slots) & {"seconds", "at"}
    return lengths.completed(wanted, answer) if wants_length else None


def _likely(names: Sequence[str], answer: Intent) -> Intent | None:
    """The one of the guesses that was meant; a bare yes to two says neither."""
    if len(names) == 1:
        return Intent(names[0], answer.slots)
    place = answer.slots.get("place")
    if place == "last":
        return Intent(names[-1])
    at = int(place) - 1 if isinstance(place, int | float) else -1
    return Intent(names[at]) if 0 <= at < len(names) else None


def again(asked: Asked) -> str:
    """The question once more, in few words."""
    again = wording.ASKED_AGAIN.get(asked.what, "")
    if asked.what == "confirm" and asked.intent:
        again = ask_back(asked.intent)
    elif asked.what == "timer_length" and asked.intent:
        again = lengths.QUESTIONS.get(asked.intent.name, "")
    elif asked.what == "likely" and guesses(asked):
        again = likely(guesses(asked))
    return again or shortest(asked)


def shortest(asked: Asked) -> str:
    """What kind of answer is waited for."""
    return wording.SHORTEST.get(asked.what, wording.YES_OR_NO)


def ask_back(doubt: Intent) -> str:
    """Whether this is meant; "" if there are no words for it."""
    if question := wording.ASK_BACK.get(doubt.name):
        return question.format_map(_details(doubt))
    return likely([doubt.name]) if doubt.name in wording.SAY_LIKE else ""


def _details(doubt: Intent) -> dict[str, str]:
    """What a question says of the intent it asks back."""
    slots = doubt.slots
    timer = str(slots.get("timer") or (doubt.name != "rename_timer" and slots.get("name")) or "")
    length = lengths.given(doubt)
    time = duration_words(length) if length else ""
    about, step = str(slots.get("about") or ""), slots.get("step")
    numbered = f"step {step}" if isinstance(step, int | float) else f"the {step} step"
    each = "them all" if slots.get("all") else "the timer"
    return {
        "timer": _called(timer) if timer else each,
        "length": time or "time",
        "for_length": f" for {time}" if time else "",
        "about": f" {reminders.link(doubt)} {reminders.turned_round(about)}" if about else "",
        "place": numbered if step else f"the {slots.get('topic') or 'step'}",
    }


def _called(timer: str) -> str:
    return f"the {timer}" if timer.endswith(naming.UNTOLD) else f"the {timer} timer"


def likely(names: Sequence[str]) -> str:
    """Which of the likeliest is meant."""
    return wording.PERHAPS_AGAIN.format(
        likely=", or ".join(wording.SAY_LIKE[name] for name in names)
    )
