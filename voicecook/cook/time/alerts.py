"""What timers say by themselves: reminders on the way, and alarms, the most urgent first."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from voicecook.cook.core.effects import Rang, Say
from voicecook.cook.core.session import Alert, Moment, Session, Timer
from voicecook.cook.core.turn import Turn
from voicecook.cook.time import timers
from voicecook.english import roughly, up_to_more

RING_LATE = timedelta(minutes=30)
"""A timer that came due while the app was off still rings this long after."""
TOGETHER = timedelta(seconds=20)
"""What would ring again within this rings along with what rings now."""
MOST_REMEMBERED = 100
"""Of what rang so many alerts are kept."""
_LATE = timedelta(minutes=1)
_FIRST_LOUDNESS, _LOUDER_BY = 0.4, 0.15
_SOFTEST_WORDS = 0.7


def tick(session: Session, at: datetime) -> Turn:
    """Let every timer do what is due by now, all in one utterance."""
    due = tuple(t for t in session.timers if not t.held and timers.rings_at(t) <= at)
    session, rang, ring_words = _ring(session, due, at) if due else (session, (), ())
    session, reminders = _remind(session, at)
    text = _in_one_breath(ring_words, reminders)
    if not text:
        return session, ()
    loudness = max([effect.loudness for effect in rang], default=1.0)
    words = Say(text, "alert", max(loudness, _SOFTEST_WORDS))
    return session.but(last_said=text), (*rang, words)


def _remind(session: Session, at: datetime) -> tuple[Session, tuple[str, ...]]:
    """Take out the reminders that are due; returns what each says, once."""
    due: list[Moment] = []
    for timer in session.timers:
        now = [moment for moment in timer.moments if moment.at <= at]
        if now and not timer.rang and not timer.held:
            due += now
            session = timers.put(session, timers.reminded(timer, at))
    texts = [moment.say for moment in sorted(due, key=lambda moment: moment.at)]
    return session, tuple(dict.fromkeys(texts))


def _ring(
    session: Session, due: Sequence[Timer], at: datetime
) -> tuple[Session, tuple[Rang, ...], tuple[str, ...]]:
    """Ring these, and what rings already and would ring again in a moment."""
    along = [t for t in session.ringing if t not in due and timers.rings_at(t) <= at + TOGETHER]
    late = [_in_its_time(timer, at) for timer in (*due, *along)]
    ringing = sorted(late, key=lambda timer: urgency(session, timer))
    session = timers.put(session, *(timers.rung(timer, at) for timer in ringing))
    new = tuple(Alert(t.name, t.due, t.reminder) for t in ringing if t.rang is None)
    session = session.but(rung=(*session.rung, *new)[-MOST_REMEMBERED:])
    rang = Rang(tuple(timer.name for timer in ringing), _loudness(ringing))
    return session, (rang,), tuple(_words(timer, at) for timer in ringing)


def _in_its_time(timer: Timer, at: datetime) -> Timer:
    """A range whose late end has come rings for that, looked at or not."""
    return timers.late_end(timer) if timer.until and timer.until <= at else timer


def urgency(session: Session, timer: Timer) -> tuple[int, datetime, str]:
    """What sorts timers so that what burns first comes first.

    The hob and the oven before a cook's own timers, those before what merely rests; and what is
    over before what only wants a look.
    """
    step = timers.step_of(session, timer)
    rank = 1 if step is None else 0 if step.heat or step.temperature else 3
    return rank + (2 if timer.until else 0), timer.due, timer.name


def _loudness(ringing: Sequence[Timer]) -> float:
    """From soft to full within five rings."""
    rings = max(timer.rings for timer in ringing)
    return round(min(1.0, _FIRST_LOUDNESS + _LOUDER_BY * rings), 2)


def _in_one_breath(rings: Sequence[str], reminders: Sequence[str]) -> str:
    more = [f"And {words[:1].lower()}{words[1:]}" for words in rings[1:]]
    return " ".join([*rings[:1], *more, *reminders])


def _words(timer: Timer, at: datetime) -> str:
    if timer.rang is not None:
        return _ring_again_words(timer)
    late = at - timer.due
    if timer.reminder:
        ago = f" That was {roughly(late)} ago." if late > _LATE else ""
        return f"{timer.done}{ago}"
    if late > _LATE:
        when = f"The {timer.name} timer was up {roughly(late)} ago."
    else:
        when = f"The {timer.name} timer is up."
    if timer.until:
        more = up_to_more(timer.until - timer.due)
        look = timer.look or "Have a look now."
        question = "" if "?" in look else " Is it done?"
        return f"{when} {look} It may need {more}.{question}"
    return f"{when} {timer.done}".strip()


def _ring_again_words(timer: Timer) -> str:
    if timer.reminder:
        return timer.done
    if timer.until:
        return f"The {timer.name} is waiting for a look. Is it done?"
    return f"The {timer.name} timer is still up. {timer.done}".strip()


def acknowledge(session: Session) -> Session:
    """The cook has heard what rings: finished timers go, early ends run on to the late ones."""
    for timer in session.ringing:
        session = answered(session, timer)
    return session


def answered(session: Session, timer: Timer) -> Session:
    """The cook has heard this one: it goes, or from its early end runs on to the late one."""
    if timer.until:
        return timers.put(session, timers.late_end(timer))
    return timers.drop(session, timer)


def settle(session: Session) -> Session:
    """The cook moves on: what rings for this step is done, the rest has been heard."""
    mine = [timer for timer in session.ringing if timer.step == session.step.id]
    return acknowledge(timers.drop(session, *mine))


def told_as_missed(session: Session, at: datetime) -> tuple[Session, tuple[Timer, ...]]:
    """Take out the timers that came due too long ago to ring; they are to be told instead."""
    gone = tuple(
        timer
        for timer in session.timers
        if not timer.held and timer.rang is None and at - (timer.until or timer.due) > RING_LATE
    )
    session = timers.drop(session, *gone)
    rung = tuple(Alert(t.name, t.until or t.due, t.reminder) for t in gone)
    return session.but(rung=(*session.rung, *rung)[-MOST_REMEMBERED:]), gone
