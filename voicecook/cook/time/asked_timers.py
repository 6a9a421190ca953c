"""When a timer rings, how long it has run, what it is called, and reminders in the cook's own words."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from voicecook.commands import Intent
from voicecook.cook.core.session import Session, Timer
from voicecook.cook.core.turn import Turn, say
from voicecook.cook.time import answering, dinner, step_timer, timers
from voicecook.english import clock_words, roughly

_NO_TIMERS = "No timers are running."


def on_timer_ends(session: Session, intent: Intent, at: datetime) -> Turn:
    """Say at what time a timer rings, or all of them."""
    found = _meant(session, intent)
    if not found:
        return say(session, _NO_TIMERS)
    return say(session, " ".join(_ends(timer, at) for timer in found[:4]))


def _ends(timer: Timer, at: datetime) -> str:
    if timer.rang:
        return f"The {timer.name} timer is up."
    if timer.held:
        return f"The {timer.name} timer is on hold."
    when = clock_words(timer.due)
    left = roughly(timer.left(at))
    return f"The {timer.name} timer rings at {when}, in {left}."


def on_elapsed(session: Session, intent: Intent, at: datetime) -> Turn:
    """Say how long something has been in."""
    found = _meant(session, intent)
    if not found:
        return say(session, "Nothing is being timed just now.")
    return say(session, " ".join(_elapsed(timer, at) for timer in found[:4]))


def _elapsed(timer: Timer, at: datetime) -> str:
    gone = roughly((timer.held or at) - timer.started)
    return f"The {timer.name} has had {gone} so far."


def _meant(session: Session, intent: Intent) -> tuple[Timer, ...]:
    """The timer named; else all there are."""
    said = str(intent.slots.get("timer") or "")
    named = timers.named(session, said) if said else None
    return (named,) if named else session.timers


def on_rename_timer(session: Session, intent: Intent, at: datetime) -> Turn:
    """Call a timer something else."""
    name = str(intent.slots.get("name") or "").strip()
    said = str(intent.slots.get("timer") or session.last_timer)
    timer = timers.named(session, said) if said else None
    timer = timer or (session.timers[0] if len(session.timers) == 1 else None)
    if timer is None or not name:
        return say(
            session, "Which timer, and what shall I call it?" if name else "What shall I call it?"
        )
    fresh = replace(timer, name=timers.fresh_name(timers.drop(session, timer), name))
    renamed = timers.put(timers.drop(session, timer), fresh)
    return say(renamed, f"The {fresh.name} timer: {roughly(fresh.left(at))} left.")


def on_remind(session: Session, intent: Intent, at: datetime) -> Turn:
    """Say something to the cook at a time, and just that."""
    due = _due(intent, at)
    about = str(intent.slots.get("about") or "").strip()
    if due is None:
        return say(session, "When? Say, remind me in 10 minutes.")
    if not at < due <= at + timers.LONGEST:
        return say(session, "That's too long for me; 48 hours is the longest I can do.")
    words = _sentence(about) if about else "Your reminder."
    name = timers.fresh_name(session, about if len(about.split()) <= 3 and about else "reminder")
    timer = Timer(name, started=at, due=due, done=words, reminder=True)
    told = f"to {about}, " if about else ""
    when = clock_words(due)
    return say(timers.put(session, timer), f"I'll remind you {told}at {when}.")


def _due(intent: Intent, at: datetime) -> datetime | None:
    seconds = intent.slots.get("seconds")
    if isinstance(seconds, int | float) and seconds > 0:
        return at + timedelta(seconds=min(float(seconds), 10 * timers.LONGEST.total_seconds()))
    return dinner.clock_after(str(intent.slots.get("at") or ""), at)


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}."


def on_not_yet(session: Session, intent: Intent, at: datetime) -> Turn:
    """It still needs time: stay, and offer what the recipe still allows."""
    if session.ringing:
        return answering.not_done(session, at)
    if session.asked and session.asked.what == "start_timer":
        return say(session, "All right, take your time. Say start the timer when it's in.")
    running = timers.of_step(session, session.step)
    if running:
        left = roughly(running.left(at))
        return say(session, f"Give it longer, then: the {running.name} timer has {left} left.")
    if step_timer.is_offered(session):
        return say(session, "Take your time. Say start the timer when you're ready.")
    return say(session, "Take your time. Say next when you're ready.")
