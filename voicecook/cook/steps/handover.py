"""What still runs of a cook that is not gone on with: its timers, in the next cook.

A timer knows its own words, so it needs no recipe. It runs on at once, lest it be missed while the
question whether to keep it is open; a "no" takes it off.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from voicecook.cook.core.session import Asked, Session, Timer
from voicecook.cook.core.turn import Turn, say
from voicecook.cook.steps import moves
from voicecook.cook.time import alerts, clock_changes, naming, step_timer, time_left, timers
from voicecook.english import listed, roughly

_MOST_NAMED = 4
_BETWEEN = "|"
"""Between the names a question is about."""


def handed_over(
    session: Session, old: Sequence[Timer], seen: datetime, at: datetime, unsure: bool = False
) -> tuple[Session, str]:
    """A new cook with the timers of another, and what to say of those too late to ring.

    `seen` is when they were last known to run, `unsure` whether the clock then was in doubt.
    """
    taken = session.but(timers=tuple(_on_its_own(timer, session) for timer in old))
    taken = clock_changes.after_stop(taken.but(clock_unsure=unsure), seen, at)
    taken, missed = alerts.told_as_missed(rung_anew(taken, at), at)
    told = " ".join(missed_words(timer, at) for timer in missed[:_MOST_NAMED])
    names = [timer.name for timer in taken.timers if timer.held or timers.rings_at(timer) > at]
    asked = Asked("keep_timers", _BETWEEN.join(names)) if names else None
    return taken.but(asked=asked, rung=()), told


def _on_its_own(timer: Timer, session: Session) -> Timer:
    """The timer without its step, unless this recipe has the same; not taken for one it has."""
    own = {step.timer.name: step.id for step in session.recipe.steps if step.timer}
    if timer.step and own.get(timer.name) == timer.step:
        return timer
    name = f"earlier {timer.name}" if timer.name in own else timer.name
    return replace(timer, step="", name=name)


def rung_anew(session: Session, at: datetime) -> Session:
    """What was ringing when the power went rings on at once."""
    return timers.put(session, *(replace(timer, rings_again=at) for timer in session.ringing))


def missed_words(timer: Timer, at: datetime) -> str:
    """That a timer was up too long ago to ring now."""
    ago = roughly(at - (timer.until or timer.due))
    was = "was to come" if timer.reminder else "was up"
    return f"{naming.opening(timer)} {was} {ago} ago, while I was off. {timer.done}".strip()


def question(session: Session, at: datetime) -> str:
    """What was running, and whether to keep it; "" if that is not the question."""
    found = _in_question(session)
    if not found:
        return ""
    told = " ".join(_was_words(timer, at) for timer in found[:_MOST_NAMED])
    more = len(found) - _MOST_NAMED
    rest = f" And {more} more." if more > 0 else ""
    return f"{told}{rest} Shall I keep {_them(found)}?"


def question_again(session: Session) -> str:
    """The same question after the timers have been told."""
    found = _in_question(session)
    names = listed([f"the {timer.name}" for timer in found[:_MOST_NAMED]])
    return f"Shall I keep {names} {'timer' if len(found) == 1 else 'timers'}?" if found else ""


def keep(session: Session, at: datetime) -> Turn:
    """Go on with the timers."""
    left = [time_left.left_words(timer, at) for timer in session.timers[:_MOST_NAMED]]
    return _back_to_the_step(session, " ".join(["Good.", *left]), at)


def leave(session: Session, at: datetime) -> Turn:
    """Take the timers off."""
    found = _in_question(session)
    names = listed([f"the {timer.name}" for timer in found[:_MOST_NAMED]])
    what = f"{names} {'timer is' if len(found) == 1 else 'timers are'}"
    words = f"All right, {what} off. Say undo if you want {_them(found)} back."
    return _back_to_the_step(timers.drop(session, *found), words, at)


def _back_to_the_step(session: Session, words: str, at: datetime) -> Turn:
    """The answer, and the offer of the step's own timer that had to wait for it."""
    if not step_timer.is_offered(session) or session.early:
        return say(session, words, asked=None)
    asked = Asked("start_timer", session.step.id)
    return say(session, f"{words} {moves.timer_words(session, at)}", asked=asked)


def _in_question(session: Session) -> list[Timer]:
    asked = session.asked
    if asked is None or asked.what != "keep_timers":
        return []
    names = asked.about.split(_BETWEEN)
    return [timer for timer in session.timers if timer.name in names]


def _them(found: Sequence[Timer]) -> str:
    return "it" if len(found) == 1 else "them"


def _was_words(timer: Timer, at: datetime) -> str:
    left = roughly(timer.left(at))
    if timer.held:
        return f"The {timer.name} timer was on hold, with {left} left."
    if timer.rang:
        return f"The {timer.name} timer is up."
    return f"The {timer.name} timer was still running, {left} left."
