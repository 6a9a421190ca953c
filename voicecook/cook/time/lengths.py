"""Lengths of time the cook gives, and what is asked when one was not understood."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime, timedelta

from voicecook.commands import Intent
from voicecook.cook.core.session import Asked, Session, Timer
from voicecook.cook.core.turn import Turn, say
from voicecook.cook.time import timers

PATIENCE = timedelta(seconds=30)
"""How long a question about the timers stays open."""
TOO_LONG = "That's too long for me; 48 hours is the longest I can do."
QUESTIONS = {
    "set_timer": "For how long?",
    "add_time": "How many more minutes?",
    "take_time": "How many minutes less?",
    "remind": "When shall I remind you?",
}
_ANSWERS = frozenset({"set_timer", "add_time", "take_time"})
_MOMENTS = frozenset({"remind", "finish_time"})
_A_COMMAND = re.compile(r"\b(?:add|give|extend|take|remove|longer|timer|timers|remind)\b")
"""Words that say by themselves what is to be done."""
_SAID = frozenset({"seconds", "at", "eat_at"})


def given(intent: Intent) -> timedelta | None:
    """The length that was said."""
    seconds = intent.slots.get("seconds")
    if not isinstance(seconds, int | float) or seconds <= 0:
        return None
    return timedelta(seconds=min(float(seconds), timers.LONGEST.total_seconds() + 1))


def ask(
    session: Session, intent: Intent, at: datetime, timer: Timer | None = None, before: str = ""
) -> Turn:
    """Ask for the length this wants; the answer goes on with it, for `timer` if that is known."""
    if timer:
        intent = replace(intent, slots={**intent.slots, "timer": timer.name}, words="")
    asked = Asked("timer_length", intent=intent, until=at + PATIENCE)
    return say(session, f"{before} {QUESTIONS[intent.name]}".strip(), asked=asked)


def completed(wanted: Intent, answer: Intent) -> Intent | None:
    """The intent whose length was asked for, with that length; None if this gives none."""
    fitting = _ANSWERS | _MOMENTS if wanted.name == "remind" else _ANSWERS
    if answer.name not in fitting or not answer.slots or not set(answer.slots) <= _SAID:
        return None
    if answer.name != wanted.name and _A_COMMAND.search(answer.words):
        return None
    slots = {"at" if name == "eat_at" else name: value for name, value in answer.slots.items()}
    return replace(wanted, slots={**wanted.slots, **slots})
