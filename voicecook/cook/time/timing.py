"""What the cook does with timers: start, set, more, less, hold, cancel."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from voicecook.commands import Intent
from voicecook.cook.core.session import Asked, Session, Timer
from voicecook.cook.core.turn import Handler, Turn, say
from voicecook.cook.time import step_timer, timers
from voicecook.english import duration_words, length_name, listed, more_time, roughly

NO_TIMERS = "No timers are running."
_PATIENCE = timedelta(seconds=30)
"""How long a question about the timers stays open."""


def on_start_timer(session: Session, intent: Intent, at: datetime) -> Turn:
    """Start a step's timer."""
    wanted = str(intent.slots.get("timer") or intent.slots.get("name") or "")
    if wanted and (running := timers.named(session, wanted)) and not running.held:
        left = roughly(running.left(at))
        return say(session, f"The {running.name} timer is running already: {left} left.")
    place = _step_with_timer(session, wanted)
    if place is None:
        return say(session, _nothing_to_start(session, wanted))
    if running := timers.of_step(session, session.recipe.steps[place]):
        return _already(session, running, at)
    started = step_timer.start(session.but(position=place), at)
    return say(started.session.but(position=session.position), started.all_words)


def _step_with_timer(session: Session, wanted: str) -> int | None:
    if not wanted:
        return session.position if session.step.timer else None
    steps = session.recipe.steps
    order = [session.position, *range(len(steps))]
    named = (n for n in order if (spec := steps[n].timer) and spec.name == wanted)
    return next(named, None)


def recipe_has_time_for(session: Session, name: str) -> bool:
    """Whether a step of the recipe has a timer of this name."""
    return _step_with_timer(session, name) is not None


def _nothing_to_start(session: Session, wanted: str) -> str:
    if wanted:
        return f"The recipe has no time for {wanted}. Say, set a 10 minute timer for {wanted}."
    return "This step has no time of its own. Say, set a timer for 10 minutes."


def _already(session: Session, timer: Timer, at: datetime) -> Turn:
    if timer.held:
        return _resume_one(session, timer, at)
    left = roughly(timer.left(at))
    return say(session, f"The {timer.name} timer is running already: {left} left.")


def on_set_timer(session: Session, intent: Intent, at: datetime) -> Turn:
    """Start a timer of a given length."""
    length = _length(intent)
    if length is None:
        return say(session, "For how long? Say, set a timer for 10 minutes.")
    if length > timers.LONGEST:
        return say(session, "That's too long for me; 48 hours is the longest I can do.")
    if len(session.timers) >= timers.MOST:
        return say(session, "I can't keep any more timers. Cancel one first.")
    said = str(intent.slots.get("name") or "")
    name = timers.fresh_name(session, said or length_name(length))
    timer = Timer(name, started=at, due=at + length, done="" if said else "Your time is up.")
    whole = duration_words(length)
    words = f"{whole} for the {name}, starting now." if said else f"{whole}, starting now."
    return say(timers.put(session, timer).but(asked=None), _capital(words))


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _length(intent: Intent) -> timedelta | None:
    seconds = intent.slots.get("seconds")
    if not isinstance(seconds, int | float) or seconds <= 0:
        return None
    return timedelta(seconds=min(float(seconds), timers.LONGEST.total_seconds() + 1))


Change = Callable[[Session, Timer, Intent, datetime], Turn]


def _to_one(change: Change) -> Handler:
    """A handler that changes the timer meant, and asks which one when that isn't clear."""

    def handle(session: Session, intent: Intent, at: datetime) -> Turn:
        wanted = _wanted(intent)
        if not session.timers:
            return say(session, NO_TIMERS)
        if wanted and (found := timers.named(session, wanted)):
            return change(session, found, intent, at)
        if wanted:
            running = _names(session.timers)
            return say(session, f"I have no {wanted} timer. Running: {running}.")
        meant = _meant(session)
        if len(meant) > 1:
            return _ask(session, intent, at)
        return change(session, meant[0], intent, at)

    return handle


def _wanted(intent: Intent) -> str:
    return str(intent.slots.get("timer") or intent.slots.get("name") or "")


def _meant(session: Session) -> tuple[Timer, ...]:
    """The timers that may be meant when none is named: what rings, this step's own, or any."""
    if session.ringing:
        return session.ringing
    of_step = timers.of_step(session, session.step)
    return (of_step,) if of_step else session.timers


def _ask(session: Session, intent: Intent, at: datetime) -> Turn:
    asked = Asked("which_timer", intent=intent, until=at + _PATIENCE)
    return say(session, f"Which one: {_names(_meant(session), 'or')}?", asked=asked)


def ask_again(session: Session, at: datetime) -> Turn:
    """Yes is no answer to "which one?"."""
    return say(session, "Say its name, the first, the second, or all of them.")


def choose(session: Session, intent: Intent, at: datetime) -> Turn:
    """The answer to "which one?": a name, "the second", or "all of them"."""
    asked = session.asked
    if asked is None or asked.intent is None or asked.what != "which_timer" or _over(asked, at):
        return say(session, "Say yes or no, or next to go on.")
    chosen = _chosen(session, intent)
    if not chosen:
        return say(session, f"Which one: {_names(_meant(session), 'or')}?")
    session, words = session.but(asked=None), []
    for timer in chosen:
        session, _ = _CHANGES[asked.intent.name](session, timer, asked.intent, at)
        words.append(session.last_said)
    return say(session, " ".join(words))


def _over(asked: Asked, at: datetime) -> bool:
    return asked.until is not None and asked.until < at


def _chosen(session: Session, intent: Intent) -> tuple[Timer, ...]:
    meant = _meant(session)
    if intent.slots.get("all"):
        return meant
    if wanted := _wanted(intent):
        found = timers.named(session, wanted)
        return (found,) if found else ()
    place = intent.slots.get("place")
    if place == "last":
        return meant[-1:]
    return meant[int(place) - 1 : int(place)] if isinstance(place, int | float) else ()


def _names(found: Sequence[Timer], last: str = "and") -> str:
    return listed([f"the {timer.name}" for timer in found], last)


def _add(session: Session, timer: Timer, intent: Intent, at: datetime) -> Turn:
    length = _length(intent)
    if length is None:
        return say(session, "How much longer? Say, add 5 minutes.")
    longer = timers.prolonged(timer, length, at)
    if longer.due - at > timers.LONGEST:
        return say(session, "That's too long for me; 48 hours is the longest I can do.")
    left = roughly(longer.left(at))
    words = f"{_capital(more_time(length))} for the {timer.name}: {left} left."
    return say(timers.put(session, longer), words)


def _take(session: Session, timer: Timer, intent: Intent, at: datetime) -> Turn:
    length = _length(intent)
    if length is None:
        return say(session, "How much less? Say, take off 5 minutes.")
    if timer.rang:
        return say(session, f"The {timer.name} timer is up already.")
    shorter = timers.prolonged(timer, -length, at)
    left = roughly(shorter.left(at))
    return say(timers.put(session, shorter), f"The {timer.name} timer now has {left} left.")


def _pause_one(session: Session, timer: Timer, intent: Intent, at: datetime) -> Turn:
    if timer.rang:
        return say(session, f"The {timer.name} timer is up already.")
    held = timers.hold(timer, at)
    left = roughly(held.left(at))
    return say(timers.put(session, held), f"The {timer.name} timer is on hold with {left} left.")


def _resume(session: Session, timer: Timer, intent: Intent, at: datetime) -> Turn:
    held = [one for one in session.timers if one.held]
    if not timer.held and not intent.slots and len(held) == 1:
        timer = held[0]
    if not timer.held:
        return say(session, f"The {timer.name} timer is running.")
    return _resume_one(session, timer, at)


def _resume_one(session: Session, timer: Timer, at: datetime) -> Turn:
    going = timers.release(timer, at)
    left = roughly(going.left(at))
    return say(timers.put(session, going), f"The {timer.name} timer goes on: {left} left.")


def _cancel(session: Session, timer: Timer, intent: Intent, at: datetime) -> Turn:
    sorry = "" if timer.rang else " Say undo if you want it back."
    return say(timers.drop(session, timer), f"The {timer.name} timer is off.{sorry}")


def on_cancel_timer(session: Session, intent: Intent, at: datetime) -> Turn:
    """Take a timer off, or ask before taking all off."""
    if not intent.slots.get("all"):
        return _to_one(_cancel)(session, intent, at)
    if not session.timers:
        return say(session, NO_TIMERS)
    if len(session.timers) == 1:
        return _cancel(session, session.timers[0], intent, at)
    asked = Asked("cancel_timers", until=at + _PATIENCE)
    return say(session, f"Cancel {_names(session.timers)}?", asked=asked)


def cancel_all(session: Session, at: datetime) -> Turn:
    """Take off every timer, after the cook said yes."""
    return say(session.but(timers=(), asked=None), "All timers are off.")


_CHANGES: dict[str, Change] = {
    "add_time": _add,
    "take_time": _take,
    "pause_timer": _pause_one,
    "resume_timer": _resume,
    "cancel_timer": _cancel,
}


on_add_time = _to_one(_add)
on_take_time = _to_one(_take)
on_pause_timer = _to_one(_pause_one)
on_resume_timer = _to_one(_resume)
