"""When dinner is: by when to begin what, and eating at a time the cook has named."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from voicecook.commands.intents import Intent
from voicecook.cook import dishes, plan, time_words
from voicecook.cook.effects import Effect, Say
from voicecook.cook.session import Session, Timer
from voicecook.cook.turn import Handler, Turn, say
from voicecook.recipe.model import Step

NOTICEABLE = timedelta(minutes=10)
"""A dinner earlier or later than this is worth a word."""
_SOON = timedelta(minutes=2)


@dataclass(frozen=True, slots=True)
class Nudge:
    """A step whose time to begin will come by itself."""

    at: datetime
    step: int
    """0-based."""
    why: str
    """ "so that it's ready with the pork"."""


def next_nudge(session: Session) -> Nudge | None:
    """The next step whose time to begin is to be announced; nothing if none is."""
    if session.mode == "finished":
        return None
    found = [_start_nudge(session), *(_beside_nudge(session, timer) for timer in session.timers)]
    found += _dish_nudges(session)
    return min((one for one in found if one), key=lambda one: one.at, default=None)


def held_back(session: Session, at: datetime) -> datetime | None:
    """When the step at hand ought to begin, if its dish is to wait for a longer one."""
    if not session.recipe.parts:
        return None
    starts = {item.step: item.starts for item in plan.rest(session, at)}
    start = starts.get(session.position, at)
    begun = plan.standing(session, at).begun
    return start if session.step.dish not in begun and start > at + _SOON else None


def work_now(session: Session, at: datetime) -> Step | None:
    """What the cook could turn to at once, where several dishes are cooked."""
    later = work_later(session, at, at + _SOON)
    return later[0] if later else None


def work_later(session: Session, at: datetime, end: datetime) -> tuple[Step, datetime] | None:
    """What is to be done next and when, if before `end` and where several dishes are cooked."""
    if not session.recipe.parts:
        return None
    ahead = (item for item in plan.rest(session, at) if item.step != session.position)
    first = next(ahead, None)
    if first is None or first.starts > end:
        return None
    return session.recipe.steps[first.step], first.starts


def tick(session: Session, at: datetime) -> Turn:
    """Announce the step whose time has come, once."""
    nudge = next_nudge(session)
    if nudge is None or nudge.at > at:
        return session, ()
    session, nudge = _put_next(session, nudge, at)
    step = session.recipe.steps[nudge.step]
    title = _lower(dishes.titled(step))
    words = f"It's time to start, {nudge.why}: {title}. {_way_there(session, nudge)}"
    session = session.but(nudged=(*session.nudged, step.id), last_said=words.strip())
    return session, (Say(words.strip(), "alert"),)


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
    words = (
        f"It should be ready at about {time_words.clock(ready)}, "
        f"in {time_words.roughly(ready - at)}."
    )
    if session.eat_at is None:
        return words
    off = ready - session.eat_at
    if abs(off) <= NOTICEABLE:
        return f"{words} That's in time to eat at {time_words.clock(session.eat_at)}."
    side = "after" if off > timedelta() else "before"
    return f"{words} That's {time_words.roughly(abs(off))} {side} you want to eat."


def _finish_time(session: Session, intent: Intent, at: datetime) -> Turn:
    if wanted := clock_after(str(intent.slots.get("eat_at") or ""), at):
        return _eat_at(session, wanted, at)
    return say(session, finish_words(session, at), expected=plan.ready_at(session, at))


def _eat_at(session: Session, wanted: datetime, at: datetime) -> Turn:
    session = session.but(eat_at=wanted, expected=plan.ready_at(session, at))
    start = wanted - length(session)
    if _not_begun(session) and start > at + _SOON:
        when = f"start at about {time_words.clock(start)}, in {time_words.roughly(start - at)}"
        words = f"To eat at {time_words.clock(wanted)}, {when}. I'll tell you."
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


def _start_nudge(session: Session) -> Nudge | None:
    first = session.recipe.steps[0]
    if session.eat_at is None or not _not_begun(session) or first.id in session.nudged:
        return None
    why = f"to eat at {time_words.clock(session.eat_at)}"
    return Nudge(session.eat_at - length(session), 0, why)


def _beside_nudge(session: Session, timer: Timer) -> Nudge | None:
    """The latest moment to get on with what is done while this timer runs, unless the cook is."""
    steps = session.recipe.steps
    behind = {left.step for left in session.behind}
    ahead = [
        index
        for index in range(session.position + 1, len(steps))
        if timer.step and steps[index].during == timer.step and steps[index].id not in behind
    ]
    at_it = session.step.during == timer.step
    if not ahead or at_it or timer.held or timer.rang or steps[ahead[0]].id in session.nudged:
        return None
    work = sum((_whole(steps[index]) for index in ahead), timedelta())
    if timer.due - work <= timer.started + _SOON:
        return None
    return Nudge(timer.due - work, ahead[0], f"so that it's ready with the {timer.name}")


def _dish_nudges(session: Session) -> list[Nudge]:
    """When to begin the dishes that wait for a longer one.

    Without a timer the longer one may yet run late, so only a step the cook waits at is announced.
    """
    steps = session.recipe.steps
    running = [timer.started for timer in session.timers if not timer.rang and not timer.held]
    known = running + [left.at for left in session.behind]
    if not session.recipe.parts or not known:
        return []
    since = max(known)
    begun = plan.standing(session, since).begun
    firsts = {steps[item.step].dish: item for item in reversed(plan.rest(session, since))}
    return [
        Nudge(item.starts, item.step, "so that all is ready together")
        for dish, item in firsts.items()
        if dish not in begun
        and steps[item.step].id not in session.nudged
        and item.starts > since + _SOON
        and (running or item.step == session.position)
    ]


def _put_next(session: Session, nudge: Nudge, at: datetime) -> tuple[Session, Nudge]:
    """With several dishes, the plan from now, in which the step announced has a new place."""
    step_id = session.recipe.steps[nudge.step].id
    session = dishes.rearranged(session, at)
    return session, replace(nudge, step=session.recipe.step_index(step_id))


def _whole(step: Step) -> timedelta:
    return plan.hands_on(step) + plan.by_itself(step)[1]


def _not_begun(session: Session) -> bool:
    return session.position == 0 and not session.behind and not session.timers


def _way_there(session: Session, nudge: Nudge) -> str:
    if nudge.step == session.position:
        return ""
    if nudge.step == session.position + 1:
        return "Say next when you're ready."
    return f"Say go to step {nudge.step + 1}."


def _off_words(eat_at: datetime, ready: datetime) -> str:
    off = ready - eat_at
    when = f"at about {time_words.clock(ready)}"
    if abs(off) <= NOTICEABLE:
        return f"dinner will be in time after all, {when}."
    side = "later" if off > timedelta() else "earlier"
    return f"dinner will be ready {when}, {time_words.roughly(abs(off))} {side} than you want."


def _lower(title: str) -> str:
    return title[:1].lower() + title[1:]


HANDLERS: dict[str, Handler] = {"finish_time": _finish_time}
