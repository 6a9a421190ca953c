"""Timers as values: made, moved, held, rung and answered. Nothing is said here."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import chain

from voicecook.cook.core.session import Moment, Session, Timer
from voicecook.english import ordinal
from voicecook.recipe import Reminder, Step, TimerSpec

RING_AGAIN = timedelta(seconds=30)
RING_SELDOM = timedelta(minutes=2)
SELDOM_AFTER = 10
"""After this many rings an alert nobody answers comes at the longer interval."""
LONGEST = timedelta(hours=48)
MOST = 1000


def for_step(step: Step, at: datetime, length: timedelta | None = None) -> Timer:
    """The timer of a step, started now, with this length if one is given. The step must have one.

    Of a range the late end stays if it is later than that.
    """
    spec = step.timer
    assert spec is not None
    due = at + (length or timedelta(seconds=spec.span.low_s))
    late = at + timedelta(seconds=spec.span.high_s)
    until = late if spec.span.is_range and late > due else None
    return Timer(
        name=spec.name,
        started=at,
        due=due,
        done=spec.done,
        step=step.id,
        until=until,
        look=spec.look if until else "",
        moments=_moments(spec, at, due),
    )


def _moments(spec: TimerSpec, at: datetime, due: datetime) -> tuple[Moment, ...]:
    found = (_first(reminder, at, due) for reminder in spec.reminders)
    return _in_order(moment for moment in found if moment.at < due)


def _in_order(moments: Iterable[Moment]) -> tuple[Moment, ...]:
    return tuple(sorted(moments, key=lambda moment: moment.at))


def _first(reminder: Reminder, at: datetime, due: datetime) -> Moment:
    """When it is first said; what comes again is worked out once it has been said."""
    distance = timedelta(seconds=reminder.seconds)
    if reminder.when == "halfway":
        return Moment(at + (due - at) / 2, reminder.say, moves_with_end=0.5)
    if reminder.when == "before_end":
        return Moment(max(at, due - distance), reminder.say)
    every_s = reminder.seconds if reminder.when == "every" else 0
    return Moment(at + distance, reminder.say, moves_with_end=0, every_s=every_s)


def reminded(timer: Timer, at: datetime) -> Timer:
    """The timer once everything was said that it had to say by now."""
    rest = [moment for moment in timer.moments if moment.at > at]
    again = [_again(moment, at) for moment in timer.moments if moment.at <= at and moment.every_s]
    return replace(timer, moments=_in_order([*rest, *again]))


def _again(moment: Moment, at: datetime) -> Moment:
    """The next time after now that it is to be said."""
    every = timedelta(seconds=moment.every_s)
    return replace(moment, at=moment.at + every * ((at - moment.at) // every + 1))


def of_step(session: Session, step: Step) -> Timer | None:
    """The timer that was started for this step and is not over."""
    return next((timer for timer in session.timers if timer.step == step.id), None)


def put(session: Session, *fresh: Timer) -> Session:
    """The session with these timers in place of those of the same names, soonest first."""
    names = {timer.name for timer in fresh}
    rest = [other for other in session.timers if other.name not in names]
    return session.but(timers=tuple(sorted([*rest, *fresh], key=lambda one: (one.due, one.name))))


def step_of(session: Session, timer: Timer) -> Step | None:
    """The step a timer belongs to; None for one the cook asked for."""
    return next((step for step in session.recipe.steps if step.id == timer.step), None)


def drop(session: Session, *gone: Timer) -> Session:
    """The session without these timers."""
    names = {timer.name for timer in gone}
    return session.but(timers=tuple(t for t in session.timers if t.name not in names))


def fresh_name(session: Session, name: str) -> str:
    """`name`, or "second …" and so on where a timer of that name runs already."""
    taken = {timer.name.casefold() for timer in session.timers}
    if name.casefold() not in taken:
        return name
    ordinals = (f"{ordinal(place)} {name}" for place in range(2, 6))
    numbers = (f"{name} {number}" for number in range(6, MOST + 8))
    return next(fresh for fresh in chain(ordinals, numbers) if fresh.casefold() not in taken)


def shifted(timer: Timer, by: timedelta) -> Timer:
    """The whole timer moved in time, with everything it has done and will do."""
    return replace(
        timer,
        started=timer.started + by,
        due=timer.due + by,
        until=timer.until and timer.until + by,
        held=timer.held and timer.held + by,
        rang=timer.rang and timer.rang + by,
        rings_again=timer.rings_again and timer.rings_again + by,
        moments=tuple(replace(moment, at=moment.at + by) for moment in timer.moments),
    )


def prolonged(timer: Timer, by: timedelta, at: datetime) -> Timer:
    """The timer with more time, or less if `by` is negative; one that rings runs again from now."""
    if timer.rang is not None:
        return _going_on(timer, at + by, at)
    by = max(by, (timer.held or at) - timer.due)
    moments = _in_order(
        replace(moment, at=moment.at + by * moment.moves_with_end) for moment in timer.moments
    )
    return replace(
        timer, due=timer.due + by, until=timer.until and timer.until + by, moments=moments
    )


def set_to(timer: Timer, length: timedelta, at: datetime) -> Timer:
    """The timer ringing this long from now; of a range the late end stays if it is later."""
    now = timer.held or at
    if timer.rang is not None:
        return _going_on(timer, at + length, at)
    by = now + length - timer.due
    until = timer.until if timer.until and timer.until > now + length else None
    moved = replace(prolonged(timer, by, at), due=now + length, until=until, unsure_s=0.0)
    return moved if until else replace(moved, look="")


def _going_on(timer: Timer, due: datetime, at: datetime) -> Timer:
    """A timer that rang, running until `due`; of a range the late end stays if it is later."""
    until = timer.until if timer.until and timer.until > due else None
    look = timer.look if until else ""
    return replace(quiet(timer), started=at, due=due, until=until, look=look, unsure_s=0.0)


def hold(timer: Timer, at: datetime) -> Timer:
    """The timer standing still from now."""
    return timer if timer.held else replace(timer, held=at, unsure_s=0.0)


def release(timer: Timer, at: datetime) -> Timer:
    """A held timer running again, with as much time left as it had."""
    return replace(shifted(timer, at - timer.held), held=None) if timer.held else timer


def quiet(timer: Timer) -> Timer:
    """The timer no longer ringing."""
    return replace(timer, rang=None, rings_again=None, rings=0)


def rung(timer: Timer, at: datetime) -> Timer:
    """The timer ringing (once more) and when it will ring again."""
    rings = timer.rings + 1
    pause = RING_AGAIN if rings < SELDOM_AFTER else RING_SELDOM
    again = at + pause
    return replace(
        timer, rang=timer.rang or at, rings=rings, rings_again=again, moments=(), unsure_s=0.0
    )


def late_end(timer: Timer) -> Timer:
    """A range's timer after its early end: running on to the late one."""
    return replace(quiet(timer), due=timer.until or timer.due, until=None, look="")


def rings_at(timer: Timer) -> datetime:
    """When it will ring, or ring again. The timer must not be held."""
    again = timer.rings_again or timer.due
    return min(again, timer.until) if timer.rang and timer.until else again


def next_event(timer: Timer) -> datetime | None:
    """When something will happen with this timer by itself; None while it is held."""
    if timer.held:
        return None
    return min([moment.at for moment in timer.moments[:1]] + [rings_at(timer)])
