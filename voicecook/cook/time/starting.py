"""Timers that are started: a step's own, or one of the cook's with any name and length."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime, timedelta

from voicecook.commands import Intent
from voicecook.cook.core.session import Session, Timer
from voicecook.cook.core.turn import Turn, say
from voicecook.cook.time import lengths, naming, step_timer, timers, timing, which
from voicecook.english import duration_words, length_name, roughly

_ANOTHER = re.compile(
    r"\b(?:another|new|extra|additional|separate|(?:a|one) (?:second|third|more))\b"
)
"""What says that a timer is wanted beside the one of the same name."""
_OTHERWISE = re.compile(r"\b(?:change|adjust|reset|make|correct|instead)\b")
"""What says that a timer that runs is to have another length."""
_IT = re.compile(r"\b(?:it|that|this)\b")
_A_TIMER = re.compile(r"\b(?:timer|timers|alarm|countdown|clock)\b")


def on_start_timer(session: Session, intent: Intent, at: datetime) -> Turn:
    """Start a step's timer."""
    wanted, another = which.name_in(intent), _wants_another(intent)
    running = which.fits(session, wanted, exactly=True)[:1] if wanted and not another else ()
    place = None if another else step_with_timer(session, wanted)
    if not running and place is not None:
        of_step = timers.of_step(session, session.recipe.steps[place])
        running = (of_step,) if of_step else ()
    if running:
        return _already(session, running[0], at)
    if place is None:
        return _for_how_long(session, wanted, intent, at)
    started = step_timer.start(session.but(position=place), at)
    return say(started.session.but(position=session.position), started.all_words)


def _wants_another(intent: Intent) -> bool:
    """Whether a second timer is wanted; a name such as "second rice" says nothing of it."""
    words = intent.words.replace(which.name_in(intent) or "\n", " ")
    return bool(_ANOTHER.search(words))


def step_with_timer(session: Session, wanted: str) -> int | None:
    """The step whose timer has this name, this one before the others; "" is this step."""
    if not wanted:
        return session.position if session.step.timer else None
    steps = session.recipe.steps
    order = [session.position, *range(len(steps))]
    named = (n for n in order if (spec := steps[n].timer) and spec.name.casefold() == wanted)
    return next(named, None)


def _for_how_long(session: Session, wanted: str, intent: Intent, at: datetime) -> Turn:
    """A timer the recipe has no time for: its length is asked for."""
    name = {"name": wanted} if wanted else {}
    before = "" if wanted or session.step.timer else "This step has no time of its own."
    asked = Intent("set_timer", name, intent.words)
    return lengths.ask(session, asked, at, before=before)


def _already(session: Session, timer: Timer, at: datetime) -> Turn:
    if timer.held:
        return timing.resume_one(session, timer, at)
    if timer.rang:
        return say(session, f"{naming.opening(timer)} is up.")
    left = roughly(timer.left(at))
    return say(session, f"{naming.opening(timer)} is running already: {left} left.")


def on_set_timer(session: Session, intent: Intent, at: datetime) -> Turn:
    """Start a timer of a given length, or give one that runs another length."""
    length = lengths.given(intent)
    if length is None:
        return lengths.ask(session, intent, at)
    if length > timers.LONGEST:
        slots = {name: value for name, value in intent.slots.items() if name != "seconds"}
        return lengths.ask(session, replace(intent, slots=slots), at, before=lengths.TOO_LONG)
    if (place := _steps_own(session, intent)) is not None:
        started = step_timer.start(session.but(position=place), at, length)
        return say(started.session.but(position=session.position), started.all_words)
    if found := _to_be_set(session, intent, at):
        return timing.to_one(timing.set_to)(session, found, at)
    return _start_own(session, intent, length, at)


def _steps_own(session: Session, intent: Intent) -> int | None:
    """The step whose timer is to run for this long: the one named, or the one just offered."""
    wanted = which.name_in(intent)
    bare = intent.words and not wanted and not _A_TIMER.search(intent.words)
    answers = bare and _offers(session)
    place = step_with_timer(session, wanted) if wanted or answers else None
    if place is None or _wants_another(intent):
        return None
    return place if step_timer.is_offered(session.but(position=place)) else None


def _to_be_set(session: Session, intent: Intent, at: datetime) -> Intent | None:
    """The intent, if it is about a timer that runs and not about a new one."""
    wanted, otherwise = which.name_in(intent), _OTHERWISE.search(intent.words)
    if _wants_another(intent):
        return None
    if wanted:
        exactly = [timer for timer in session.timers if timer.name.casefold() == wanted]
        if exactly:
            return replace(intent, words="")
        fitting = otherwise or f"the {wanted} to" in intent.words
        return intent if fitting and which.fits(session, wanted) else None
    spoken_of = {timer.name for timer in session.timers} & {session.last_timer}
    if otherwise and spoken_of and _IT.search(intent.words):
        return replace(intent, slots={**intent.slots, "name": session.last_timer}, words="")
    placed = which.named(session, intent, at)
    if (placed and placed.timers) or (otherwise and session.timers):
        return intent
    return None


def _start_own(session: Session, intent: Intent, length: timedelta, at: datetime) -> Turn:
    if len(session.timers) >= timers.MOST:
        return say(session, "I can't keep any more timers. Cancel one first.")
    said = which.name_in(intent)
    name = timers.fresh_name(session, said or length_name(length))
    timer = Timer(name, started=at, due=at + length, done="" if said else "Your time is up.")
    whole = naming.capital(duration_words(length))
    words = f"{whole} for the {name}, starting now." if said else f"{whole}, starting now."
    offered = session.asked if said and _offers(session) else None
    return say(timers.put(session, timer).but(asked=offered), words)


def _offers(session: Session) -> bool:
    return session.asked is not None and session.asked.what == "start_timer"
