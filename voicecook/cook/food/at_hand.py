"""What the cook asks about the work at hand: meanwhile, is it done, how long, tell me more."""

from __future__ import annotations

from datetime import datetime

from voicecook.commands import Intent
from voicecook.cook.core.session import Session, Timer
from voicecook.cook.core.turn import Turn, say
from voicecook.cook.food import food
from voicecook.cook.food.answers import lines, mentions
from voicecook.cook.food.answers.asking import asking
from voicecook.cook.food.reading import sentence
from voicecook.cook.time import dishes, timers
from voicecook.cook.words import wording
from voicecook.english import clock_words, how_many, listed, roughly, span_words
from voicecook.recipe import Step


def on_meanwhile(session: Session, intent: Intent, at: datetime) -> Turn:
    """Say what can be done while something cooks by itself."""
    running = [timer for timer in session.timers if timer.rang is None]
    if not running:
        return say(session, _nothing_runs(session))
    longest = max(running, key=lambda timer: (bool(_beside(session, timer.step)), timer.left(at)))
    return say(session, _beside_words(session, longest, at))


def _nothing_runs(session: Session) -> str:
    if session.mode == "finished":
        return wording.READY_TO_EAT
    beside = _beside(session, session.step.id)
    if beside:
        return wording.MEANWHILE_LATER.format(titles=_titles(beside))
    if session.position + 1 == len(session.recipe.steps):
        return wording.NOTHING_RUNS_LAST
    return wording.NOTHING_RUNS.format(title=_titles(_ahead(session)[:1]))


def _beside_words(session: Session, timer: Timer, at: datetime) -> str:
    beside = _beside(session, timer.step)
    if session.step in beside and session.mode != "finished":
        words = wording.MEANWHILE_HERE.format(timer=timer.name, title=_titles([session.step]))
        rest = beside[beside.index(session.step) + 1 :]
        return f"{words} {wording.AND_THEN.format(titles=_titles(rest))}" if rest else words
    if not beside and (now := dishes.work_now(session, at)):
        beside = [now]
    if beside:
        return wording.MEANWHILE.format(timer=timer.name, titles=_titles(beside))
    if later := dishes.work_later(session, at, timer.due):
        step, start = later
        when = clock_words(start)
        return wording.MEANWHILE_AT.format(timer=timer.name, title=_titles([step]), when=when)
    left = roughly(timer.left(at))
    return wording.MEANWHILE_REST.format(timer=timer.name, left=left)


def _beside(session: Session, step_id: str) -> list[Step]:
    """The steps that are done while this one's timer runs and are not behind the cook."""
    if not step_id or session.mode == "finished":
        return []
    return [step for step in session.recipe.steps[session.position :] if step.during == step_id]


def _ahead(session: Session) -> list[Step]:
    return list(session.recipe.steps[session.position + 1 :])


def _titles(steps: list[Step]) -> str:
    titles = map(dishes.step_title, steps)
    return listed([title[:1].lower() + title[1:] for title in titles])


def on_is_it_done(session: Session, intent: Intent, at: datetime) -> Turn:
    """Say what the clock says, and how to tell."""
    if session.mode == "finished" and not session.timers:
        return say(session, wording.READY_TO_EAT)
    if intent.words and (told := lines.state(asking(session, intent.words, at))):
        return say(session, told)
    step = _asked_about(session, intent) or _judged(session)
    timer = timers.of_step(session, step) if step else None
    words = [_by_the_clock(timer, at)] if timer else []
    if step and step.done_when:
        sign = step.done_when[:1].lower() + step.done_when[1:]
        words.append(wording.HOW_TO_TELL.format(sign=sign))
    return say(session, " ".join(words) or _how_far(session))


def _by_the_clock(timer: Timer, at: datetime) -> str:
    if timer.rang:
        return wording.TIME_IS_UP.format(timer=timer.name)
    left = roughly(timer.left(at))
    return wording.NOT_BY_THE_CLOCK.format(timer=timer.name, left=left)


def _asked_about(session: Session, intent: Intent) -> Step | None:
    """The step whose timer was named: "is the pork done"."""
    name = str(intent.slots.get("timer") or "").casefold()
    timed = [step for step in session.recipe.steps if step.timer]
    named = (step for step in timed if step.timer and step.timer.name.casefold() == name)
    return next(named, None) or _named(session, intent.words)


def _named(session: Session, said: str) -> Step | None:
    """The step that what was said names and that has a sign: "is the glaze thick enough"."""
    signs = [step for step in session.recipe.steps if step.done_when or step.timer]
    for place in mentions.steps(session.recipe, said):
        step = session.recipe.steps[place]
        if step in signs and mentions.score(session.recipe, place, said) >= _CLEARLY:
            return step
    return None


_CLEARLY = 0.8
"""How well words must name a step for it to be meant, and not the one at hand."""


def _judged(session: Session) -> Step | None:
    """The step whose signs count now: one that rings, this one, or one that cooks by itself."""
    by_id = {step.id: step for step in session.recipe.steps}
    ringing = [by_id[timer.step] for timer in session.ringing if timer.step in by_id]
    cooking = [by_id[timer.step] for timer in session.timers if timer.step in by_id]
    here = [session.step] if session.step.done_when or session.step.timer else []
    return next(iter([*ringing, *here, *cooking]), None)


def _how_far(session: Session) -> str:
    left = len(_ahead(session))
    if not left:
        return wording.LAST_BUT_THIS
    return wording.NOT_READY.format(count=how_many(left, "step"))


def on_step_duration(session: Session, intent: Intent, at: datetime) -> Turn:
    """Say how long this step takes."""
    here = session.step
    if here.timer is None:
        return say(session, f"{wording.NO_STEP_TIME} {_next_time(session)}".strip())
    time = sentence(span_words(here.timer.span))
    timer = timers.of_step(session, here)
    left = _left_words(timer, at) if timer else ""
    return say(session, f"{wording.STEP_TAKES.format(time=time)} {left}".strip())


def _next_time(session: Session) -> str:
    """The next step that has a time, for a cook who asks too early."""
    timed = (step for step in _ahead(session) if step.timer)
    step = next(timed, None)
    if step is None or step.timer is None:
        return ""
    time = span_words(step.timer.span)
    return wording.NEXT_TIME.format(title=_titles([step]), time=time)


def _left_words(timer: Timer, at: datetime) -> str:
    if timer.rang:
        return wording.TIME_IS_UP.format(timer=timer.name)
    left = roughly(timer.left(at))
    return wording.STILL_LEFT.format(timer=timer.name, left=left)


def on_more_detail(session: Session, intent: Intent, at: datetime) -> Turn:
    """Explain this step further."""
    step = session.step
    more = step.detail or step.done_when or food.amounts_here(session)
    return say(session, more or wording.NO_MORE_DETAIL)


def on_steps_left(session: Session, intent: Intent, at: datetime) -> Turn:
    """Say how many steps are to come."""
    ahead = _ahead(session)
    if session.mode == "finished":
        return say(session, wording.ALL_STEPS_DONE)
    if not ahead:
        return say(session, wording.NO_STEPS_LEFT)
    count = sentence(how_many(len(ahead), "step"))
    return say(session, wording.STEPS_LEFT.format(count=count, title=_titles(ahead[:1])))
