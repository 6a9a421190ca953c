"""When dinner is, and eating at a time the cook has named."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from voicecook.commands import Intent
from voicecook.cook.core.effects import Effect, Say
from voicecook.cook.core.session import Session
from voicecook.cook.core.turn import Turn, say
from voicecook.cook.time import plan
from voicecook.english import clock_words, roughly

NOTICEABLE = timedelta(minutes=10)
"""A dinner earlier or later than this is worth a word."""


def mention(session: Session, at: datetime) -> tuple[Session, tuple[Effect, ...]]:
    """Say that dinner will be late or early after all, if that is news."""
    if session.eat_at is None or session.mode != "cooking":
        return session, ()
    ready = plan.ready_at(session, at)
    told = session.expected or session.eat_at
    off, was_off = ready - session.eat_at, told - session.eat_at
    changed = abs(ready - told) > NOTICEABLE
    if not changed or (abs(off) <= NOTICEABLE and abs(was_off) <= NOTICEABLE):
        return session, ()
    words = f"By the way: {_off_words(session.eat_at, ready)}"
    return session.but(expected=ready), (Say(words[:1].upper() + words[1:]),)


def finish_words(session: Session, at: datetime) -> str:
    """When it will be ready, and whether that is in time."""
    if session.mode == "finished":
        return "It's ready now."
    ready = plan.ready_at(session, at)
    words = f"It should be ready at about {clock_words(ready)}, in {roughly(ready - at)}."
    if session.eat_at is None:
        return words
    off = ready - session.eat_at
    if abs(off) <= NOTICEABLE:
        return f"{words} That's in time to eat at {clock_words(session.eat_at)}."
    side = "after" if off > timedelta() else "before"
    return f"{words} That's {roughly(abs(off))} {side} you want to eat."


def on_finish_time(session: Session, intent: Intent, at: datetime) -> Turn:
    """Say when it will be ready, or plan for a time to eat."""
    if wanted := clock_after(str(intent.slots.get("eat_at") or ""), at):
        return _eat_at(session, wanted, at)
    return say(session, finish_words(session, at), expected=plan.ready_at(session, at))


def _eat_at(session: Session, wanted: datetime, at: datetime) -> Turn:
    session = session.but(eat_at=wanted, expected=plan.ready_at(session, at))
    start = wanted - length(session)
    if not_begun(session) and start > at + plan.SOON:
        when = f"start at about {clock_words(start)}, in {roughly(start - at)}"
        words = f"To eat at {clock_words(wanted)}, {when}. I'll tell you."
        return say(session.but(expected=None), words)
    told = (*session.nudged, session.recipe.steps[0].id)
    return say(session.but(nudged=told), finish_words(session, at))


def length(session: Session) -> timedelta:
    """How long the whole cook takes, late ends included."""
    start = datetime.min
    return max(item.ends for item in plan.schedule(session.recipe, start)) - start


def clock_after(text: str, at: datetime) -> datetime | None:
    """The next time the clock shows "7:30", "7:30 pm" or "19:30"; None if that is no time."""
    match = re.fullmatch(r"(\d{1,2}):(\d{2})( am| pm)?", text)
    if not match or int(match[1]) > 23 or int(match[2]) > 59:
        return None
    hour, half = int(match[1]), match[3]
    hours = {hour} if half is None and (hour > 12 or hour == 0) else {hour % 12, hour % 12 + 12}
    if half:
        hours = {hour % 12 + (12 if half == " pm" else 0)}
    midnight = at.replace(hour=0, minute=int(match[2]), second=0, microsecond=0)
    days = (midnight, midnight + timedelta(days=1))
    times = [day.replace(hour=one) for day in days for one in hours]
    return min(time for time in times if time >= at)


def not_begun(session: Session) -> bool:
    """Whether nothing has been done yet."""
    return session.position == 0 and not session.behind and not session.timers


def _off_words(eat_at: datetime, ready: datetime) -> str:
    off = ready - eat_at
    when = f"at about {clock_words(ready)}"
    if abs(off) <= NOTICEABLE:
        return f"dinner will be in time after all, {when}."
    side = "later" if off > timedelta() else "earlier"
    return f"dinner will be ready {when}, {roughly(abs(off))} {side} than you want."
