"""By when to begin what: the moments at which a step's time has come, announced once."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from voicecook.cook.core.effects import Say
from voicecook.cook.core.session import Session, Timer
from voicecook.cook.core.turn import Turn
from voicecook.cook.time import dinner, dishes, plan
from voicecook.cook.time.plan import SOON
from voicecook.english import clock_words
from voicecook.recipe import Step


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
    return min(_nudges(session), key=lambda one: one.at, default=None)


def _nudges(session: Session) -> list[Nudge]:
    if session.mode == "finished":
        return []
    found = [_start_nudge(session), *(_beside_nudge(session, timer) for timer in session.timers)]
    found += _dish_nudges(session)
    return [one for one in found if one]


def read_out(session: Session, at: datetime) -> Session:
    """The session once the step at hand was read out: that its time has come is no news then."""
    due = {one.step for one in _nudges(session) if one.at <= at}
    if session.position not in due:
        return session
    return session.but(nudged=(*session.nudged, session.step.id))


def tick(session: Session, at: datetime) -> Turn:
    """Announce the step whose time has come, once."""
    nudge = next_nudge(session)
    if nudge is None or nudge.at > at:
        return session, ()
    session, nudge = _put_next(session, nudge, at)
    step = session.recipe.steps[nudge.step]
    title = _lower(dishes.step_title(step))
    words = f"It's time to start, {nudge.why}: {title}. {_way_there(session, nudge)}"
    session = session.but(nudged=(*session.nudged, step.id), last_said=words.strip())
    return session, (Say(words.strip(), "alert"),)


def _start_nudge(session: Session) -> Nudge | None:
    first = session.recipe.steps[0]
    if session.eat_at is None or not dinner.not_begun(session) or first.id in session.nudged:
        return None
    why = f"to eat at {clock_words(session.eat_at)}"
    return Nudge(session.eat_at - dinner.length(session), 0, why)


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
    if timer.due - work <= timer.started + SOON:
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
        and item.starts > since + SOON
        and (running or item.step == session.position)
    ]


def _put_next(session: Session, nudge: Nudge, at: datetime) -> tuple[Session, Nudge]:
    """With several dishes, the plan from now, in which the step announced has a new place."""
    step_id = session.recipe.steps[nudge.step].id
    session = dishes.rearranged(session, at)
    return session, replace(nudge, step=session.recipe.step_index(step_id))


def _whole(step: Step) -> timedelta:
    return plan.hands_on(step) + plan.by_itself(step)[1]


def _way_there(session: Session, nudge: Nudge) -> str:
    if nudge.step == session.position:
        return ""
    if nudge.step == session.position + 1:
        return "Say next when you're ready."
    return f"Say go to step {nudge.step + 1}."


def _lower(title: str) -> str:
    return title[:1].lower() + title[1:]
