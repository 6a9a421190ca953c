"""The timer a step brings along: offered, started, and what may be done while it runs."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from voicecook.cook.core.session import Session
from voicecook.cook.time import dishes, timers
from voicecook.english import duration_words, span_words


@dataclass(frozen=True, slots=True)
class Started:
    """The session with the step's timer running, and what there is to say about it."""

    session: Session
    words: str
    meanwhile: str
    """What to do while it runs, a sentence; "" if nothing."""

    @property
    def all_words(self) -> str:
        """Both in one breath."""
        return f"{self.words} {self.meanwhile}".strip()


def is_offered(session: Session) -> bool:
    """Whether this step has a time and its timer neither runs nor has rung."""
    spec = session.step.timer
    if spec is None or timers.of_step(session, session.step):
        return False
    return spec.name not in {alert.name for alert in session.rung}


def start(session: Session, at: datetime, length: timedelta | None = None) -> Started:
    """Start this step's timer, with a length of the cook's if one is given. It must have one."""
    spec = session.step.timer
    assert spec is not None
    timer = timers.for_step(session.step, at, length)
    timer = replace(timer, name=timers.fresh_name(session, timer.name))
    session = timers.put(session, timer).but(asked=None)
    time = duration_words(length) if length else span_words(spec.span)
    words = f"The {timer.name} timer is running: {time}."
    title = _meanwhile(session, at)
    meanwhile = f"Meanwhile: {title}. Say next when you're ready." if title else ""
    return Started(session, words, meanwhile)


def _meanwhile(session: Session, at: datetime) -> str:
    here = session.step.id
    beside = [step for step in session.recipe.steps if step.during == here]
    if not beside and (other := dishes.work_now(session, at)):
        beside = [other]
    title = dishes.step_title(beside[0]) if beside else ""
    return title[:1].lower() + title[1:]
