"""Reminders in the cook's own words: at their time they say just that."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import chain, count

from voicecook.commands import Intent
from voicecook.cook.core.session import Session, Timer
from voicecook.cook.core.turn import Turn, say
from voicecook.cook.time import dinner, lengths, naming, timers, which
from voicecook.english import clock_words

_TURNED = {
    "i": "you", "me": "you", "my": "your", "mine": "yours", "myself": "yourself", "am": "are",
    "i'm": "you're", "i've": "you've", "i'll": "you'll", "we": "you", "us": "you", "our": "your",
    "ours": "yours", "ourselves": "yourselves", "we're": "you're", "we've": "you've",
}  # fmt: skip
"""The cook's words as the app says them back."""
_OTHER_TIME = re.compile(r"\b(?:move|change|put off|put back|make|instead|postpone|delay|push)\b")
"""What says that the reminder there is shall come at another time."""


def on_remind(session: Session, intent: Intent, at: datetime) -> Turn:
    """Say something to the cook at a time, and just that."""
    due = _due(intent, at)
    if due is None:
        return lengths.ask(session, intent, at)
    if not at < due <= at + timers.LONGEST:
        return lengths.ask(session, _timeless(intent), at, before=lengths.TOO_LONG)
    about = turned_round(str(intent.slots.get("about") or "").strip())
    if not about and (other := _moved(session, intent, at)):
        return say(timers.put(session, replace(other, due=due)), _when(other, due))
    if len(session.timers) >= timers.MOST:
        return say(session, "I can't keep any more reminders. Cancel one first.")
    timer = _made(session, about, link(intent), at, due)
    return say(timers.put(session, timer), _when(timer, due) + _once(intent))


def _timeless(intent: Intent) -> Intent:
    return replace(intent, slots={k: v for k, v in intent.slots.items() if k == "about"})


def _moved(session: Session, intent: Intent, at: datetime) -> Timer | None:
    """The one reminder that is to come at another time."""
    found = [timer for timer in which.in_order(session, at) if timer.reminder and not timer.rang]
    return found[0] if len(found) == 1 and _OTHER_TIME.search(intent.words) else None


def link(intent: Intent) -> str:
    """How the cook goes on after "remind me": to do something, about it, or that it is so."""
    about = intent.slots.get("about")
    return next((word for word in naming.LINKS if f"{word} {about}" in intent.words), "to")


def _made(session: Session, about: str, link: str, at: datetime, due: datetime) -> Timer:
    name = (f"{link} {about}" if link in naming.LINKS else about) or naming.UNTOLD
    words = f"Your reminder: {about}." if link == "about" else f"{naming.capital(about)}."
    return Timer(
        _fresh_name(session, name),
        started=at,
        due=due,
        done=words if about else "Your reminder.",
        reminder=True,
    )


def _fresh_name(session: Session, name: str) -> str:
    """ "call mum again" where there is a reminder to call mum."""
    if name == naming.UNTOLD:
        return timers.fresh_name(session, name)
    taken = {timer.name.casefold() for timer in session.timers}
    names = chain([name, f"{name} again"], (f"{name}, {number}" for number in count(3)))
    return next(fresh for fresh in names if fresh.casefold() not in taken)


def _when(timer: Timer, due: datetime) -> str:
    about = naming.full(timer).removeprefix("the reminder").strip()
    return f"I'll remind you {about} at {clock_words(due)}.".replace("  ", " ")


def _once(intent: Intent) -> str:
    """Reminders that come again and again are not kept."""
    return " Just once; ask me again then." if "every" in intent.words.split() else ""


def _due(intent: Intent, at: datetime) -> datetime | None:
    seconds = intent.slots.get("seconds")
    if isinstance(seconds, int | float) and seconds > 0:
        return at + timedelta(seconds=min(float(seconds), 10 * timers.LONGEST.total_seconds()))
    return dinner.clock_after(str(intent.slots.get("at") or ""), at)


def turned_round(words: str) -> str:
    """The cook's words as they are said to the cook: "check your bread" for "check my bread"."""
    return " ".join(_TURNED.get(word, word) for word in words.split())
