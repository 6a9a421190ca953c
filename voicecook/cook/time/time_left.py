"""What the cook asks about timers: which run, how long still, till when, since when, what rang."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime

from voicecook.commands import Intent
from voicecook.cook.core.session import Alert, Session, Timer
from voicecook.cook.core.turn import Handler, Turn, say
from voicecook.cook.time import dinner, naming, which
from voicecook.english import clock_words, roughly, span_words
from voicecook.recipe import Step

_MOST_TOLD = 4
_MOST_LISTED = 6
_FIRST = re.compile(r"\b(?:first|next|soonest|earliest|sooner|quickest|shortest)\b")
_LAST = re.compile(r"\b(?:last|longest|latest)\b")
_NOTHING_TIMED = "Nothing is being timed just now."

Words = Callable[[Timer, datetime], str]


def _telling(words: Words, nothing: Callable[[Session, datetime], str]) -> Handler:
    """A handler that says this of each timer meant, of all where none is named."""

    def handle(session: Session, intent: Intent, at: datetime) -> Turn:
        found = which.named(session, intent, at)
        if found and found.timers:
            return _told(session, [words(timer, at) for timer in found.timers], found.timers)
        missing = _missing(session, found.wanted, at) if found else ""
        if found and _of_recipe(session, found.wanted):
            return say(session, missing)
        real = [timer for timer in which.in_order(session, at) if not timer.reminder]
        meant = tuple(real or which.in_order(session, at))[:_MOST_TOLD]
        if not meant:
            return say(session, nothing(session, at))
        return _told(session, [missing, *(words(timer, at) for timer in meant)], meant)

    return handle


def _told(session: Session, words: list[str], found: tuple[Timer, ...]) -> Turn:
    """Say it; the only timer spoken of is what "it" means from now on."""
    text = " ".join(filter(None, words[: _MOST_TOLD + 1]))
    about = found[0].name if len(found) == 1 else session.last_timer
    return say(session, text, last_timer=about)


def _of_recipe(session: Session, wanted: str) -> Step | None:
    """The step that has a timer of this name."""
    named = (s for s in session.recipe.steps if s.timer and s.timer.name.casefold() == wanted)
    return next(named, None)


def _missing(session: Session, wanted: str, at: datetime) -> str:
    """What is said of a timer that doesn't run: when it rang, or how long it would take."""
    step = _of_recipe(session, wanted)
    if step is None or step.timer is None:
        return f"I have no {wanted} timer." if wanted else ""
    if rang := _last_rang(session, step.timer.name):
        return rang_words(rang, at)
    time = span_words(step.timer.span)
    return f"The {step.timer.name} timer isn't running. It takes {time}."


def _last_rang(session: Session, name: str) -> Alert | None:
    return next((alert for alert in reversed(session.rung) if alert.name == name), None)


def left_words(timer: Timer, at: datetime) -> str:
    """How long a timer has, in one sentence."""
    name = naming.opening(timer)
    if timer.rang:
        return f"{name} is up."
    left = roughly(timer.left(at))
    if timer.held:
        return f"{name} is on hold with {left} left."
    if timer.reminder:
        return f"{name} comes in {left}."
    if timer.until:
        more = roughly(timer.until - timer.due)
        return f"{name} has {left} left, perhaps up to {more} more."
    return f"{name} has {left} left."


def _nothing_left(session: Session, at: datetime) -> str:
    return f"{which.NO_TIMERS} {dinner.finish_words(session, at)}"


def _ends(timer: Timer, at: datetime) -> str:
    if timer.rang or timer.held:
        return left_words(timer, at)
    verb = "comes" if timer.reminder else "rings"
    when, left = clock_words(timer.due), roughly(timer.left(at))
    return f"{naming.opening(timer)} {verb} at {when}, in {left}."


def _elapsed(timer: Timer, at: datetime) -> str:
    gone = roughly((timer.held or at) - timer.started)
    if timer.reminder:
        return f"{naming.opening(timer)} was set {gone} ago."
    return f"{naming.opening(timer)} has run for {gone}."


def _rang_last(session: Session, at: datetime) -> str:
    """Since when it is over: this step's timer, or what rang last of all."""
    spec = session.step.timer
    rang = _last_rang(session, spec.name) if spec else None
    return rang_words(rang, at) if rang else _NOTHING_TIMED


on_how_long_left = _telling(left_words, _nothing_left)
on_timer_ends = _telling(_ends, lambda session, at: which.NO_TIMERS)
on_elapsed = _telling(_elapsed, _rang_last)


def on_list_timers(session: Session, intent: Intent, at: datetime) -> Turn:
    """Say what runs, the soonest first; or only which one is first or last."""
    found = which.in_order(session, at)
    if not found:
        return say(session, which.NO_TIMERS)
    if "reminder" in intent.words and (reminders := tuple(t for t in found if t.reminder)):
        found = reminders
    if _FIRST.search(intent.words) or _LAST.search(intent.words):
        return _at_the_end(session, found, bool(_FIRST.search(intent.words)), at)
    words = [left_words(timer, at) for timer in found[:_MOST_LISTED]]
    if len(found) > _MOST_LISTED:
        words.append(f"And {len(found) - _MOST_LISTED} more.")
    about = found[0].name if len(found) == 1 else session.last_timer
    return say(session, " ".join(words), last_timer=about)


def _at_the_end(session: Session, found: tuple[Timer, ...], first: bool, at: datetime) -> Turn:
    """The one that rings first of those to come, or last; what rings already is said too."""
    up = [f"{naming.opening(timer)} is up already." for timer in found if timer.rang]
    coming = [timer for timer in found if not timer.rang and not timer.held]
    if not coming:
        return say(session, " ".join(up) or " ".join(left_words(timer, at) for timer in found))
    timer = coming[0] if first else coming[-1]
    text = " ".join([*up, f"{naming.capital(naming.short(timer))}, {_in(timer, at)}."])
    return say(session, text, last_timer=timer.name)


def _in(timer: Timer, at: datetime) -> str:
    return f"in {roughly(timer.left(at))}, at {clock_words(timer.due)}"


def on_missed_alerts(session: Session, intent: Intent, at: datetime) -> Turn:
    """Say what rang."""
    if not session.rung:
        return say(session, "You haven't missed anything; no timer has rung yet.")
    told = [rang_words(alert, at) for alert in session.rung[-3:]]
    waiting = [timer.look if timer.until else timer.done for timer in session.ringing]
    return say(session, " ".join([*told, *waiting]).strip())


def rang_words(alert: Alert, at: datetime) -> str:
    """What rang, how long ago, and when."""
    ago, when = roughly(at - alert.at), clock_words(alert.at)
    name = naming.capital(naming.called(alert.name, alert.reminder))
    return f"{name} {'came' if alert.reminder else 'rang'} {ago} ago, at {when}."
