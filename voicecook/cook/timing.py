"""What the cook asks of time: timers, how long left, when it will be ready."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from voicecook.commands.intents import Intent
from voicecook.cook import alerts, moves, plan, time_words, timers
from voicecook.cook.session import Asked, Session, Timer
from voicecook.cook.turn import Handler, Turn, say

NO_TIMERS = "No timers are running."


def _start_timer(session: Session, intent: Intent, at: datetime) -> Turn:
    wanted = str(intent.slots.get("timer") or intent.slots.get("name") or "")
    if wanted and (running := timers.named(session, wanted)) and not running.held:
        left = time_words.roughly(running.left(at))
        return say(session, f"The {running.name} timer is running already: {left} left.")
    place = _step_with_timer(session, wanted)
    if place is None:
        return say(session, _nothing_to_start(session, wanted))
    if running := timers.of_step(session, session.recipe.steps[place]):
        return _already(session, running, at)
    started, words = moves.start_step_timer(session.but(position=place), at)
    return say(started.but(position=session.position), words)


def _step_with_timer(session: Session, wanted: str) -> int | None:
    if not wanted:
        return session.position if session.step.timer else None
    steps = session.recipe.steps
    order = [session.position, *range(len(steps))]
    named = (n for n in order if (spec := steps[n].timer) and spec.name == wanted)
    return next(named, None)


def _nothing_to_start(session: Session, wanted: str) -> str:
    if wanted:
        return f"The recipe has no time for {wanted}. Say, set a 10 minute timer for {wanted}."
    return "This step has no time of its own. Say, set a timer for 10 minutes."


def _already(session: Session, timer: Timer, at: datetime) -> Turn:
    if timer.held:
        return _resume_one(session, timer, at)
    left = time_words.roughly(timer.left(at))
    return say(session, f"The {timer.name} timer is running already: {left} left.")


def _set_timer(session: Session, intent: Intent, at: datetime) -> Turn:
    length = _length(intent)
    if length is None:
        return say(session, "For how long? Say, set a timer for 10 minutes.")
    if length > timers.LONGEST:
        return say(session, "That's too long for me; 48 hours is the longest I can do.")
    if len(session.timers) >= timers.MOST:
        return say(session, "I can't keep any more timers. Cancel one first.")
    said = str(intent.slots.get("name") or "")
    name = timers.fresh_name(session, said or time_words.adjective(length))
    timer = Timer(name, started=at, due=at + length, done="" if said else "Your time is up.")
    whole = time_words.duration(length)
    words = f"{whole} for the {name}, starting now." if said else f"{whole}, starting now."
    words = words[:1].upper() + words[1:]
    return say(timers.put(session, timer).but(asked=None), words)


def _length(intent: Intent) -> timedelta | None:
    seconds = intent.slots.get("seconds")
    if not isinstance(seconds, int | float) or seconds <= 0:
        return None
    return timedelta(seconds=min(float(seconds), timers.LONGEST.total_seconds() + 1))


def _which(session: Session, intent: Intent) -> Timer | str:
    """The timer meant, or what to say when it isn't clear."""
    wanted = str(intent.slots.get("timer") or intent.slots.get("name") or "")
    if not session.timers:
        return NO_TIMERS
    if wanted:
        found = timers.named(session, wanted)
        return found or f"I have no {wanted} timer. Running: {_all_names(session)}."
    if len(session.ringing) == 1:
        return session.ringing[0]
    of_step = timers.of_step(session, session.step)
    if of_step or len(session.timers) == 1:
        return of_step or session.timers[0]
    return f"Which one: {_all_names(session, 'or')}?"


def _all_names(session: Session, last: str = "and") -> str:
    return time_words.names([f"the {timer.name}" for timer in session.timers], last)


Change = Callable[[Session, Timer, Intent, datetime], Turn]


def _to_one(change: Change) -> Handler:
    def handle(session: Session, intent: Intent, at: datetime) -> Turn:
        found = _which(session, intent)
        return say(session, found) if isinstance(found, str) else change(session, found, intent, at)

    return handle


def _add(session: Session, timer: Timer, intent: Intent, at: datetime) -> Turn:
    length = _length(intent)
    if length is None:
        return say(session, "How much longer? Say, add 5 minutes.")
    longer = timers.prolonged(timer, length, at)
    if longer.due - at > timers.LONGEST:
        return say(session, "That's too long for me; 48 hours is the longest I can do.")
    left = time_words.roughly(longer.left(at))
    words = f"{time_words.duration(length)} more for the {timer.name}: {left} left."
    return say(timers.put(session, longer), words)


def _take(session: Session, timer: Timer, intent: Intent, at: datetime) -> Turn:
    length = _length(intent)
    if length is None:
        return say(session, "How much less? Say, take off 5 minutes.")
    if timer.rang:
        return say(session, f"The {timer.name} timer is up already.")
    shorter = timers.prolonged(timer, -length, at)
    left = time_words.roughly(shorter.left(at))
    return say(timers.put(session, shorter), f"The {timer.name} timer now has {left} left.")


def _pause_one(session: Session, timer: Timer, intent: Intent, at: datetime) -> Turn:
    if timer.rang:
        return say(session, f"The {timer.name} timer is up already.")
    held = timers.hold(timer, at)
    left = time_words.roughly(held.left(at))
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
    left = time_words.roughly(going.left(at))
    return say(timers.put(session, going), f"The {timer.name} timer goes on: {left} left.")


def _cancel(session: Session, timer: Timer, intent: Intent, at: datetime) -> Turn:
    sorry = "" if timer.rang else " Say undo if you want it back."
    return say(timers.drop(session, timer), f"The {timer.name} timer is off.{sorry}")


def _cancel_timer(session: Session, intent: Intent, at: datetime) -> Turn:
    if not intent.slots.get("all"):
        return _to_one(_cancel)(session, intent, at)
    if not session.timers:
        return say(session, NO_TIMERS)
    if len(session.timers) == 1:
        return _cancel(session, session.timers[0], intent, at)
    asked = Asked("cancel_timers", until=at + timedelta(seconds=30))
    return say(session, f"Cancel {_all_names(session)}?", asked=asked)


def cancel_all(session: Session, at: datetime) -> Turn:
    """Take off every timer, after the cook said yes."""
    return say(session.but(timers=(), asked=None), "All timers are off.")


def _how_long_left(session: Session, intent: Intent, at: datetime) -> Turn:
    wanted = intent.slots.get("timer")
    if wanted and (timer := timers.named(session, str(wanted))):
        return say(session, left_words(timer, at))
    if wanted and _step_with_timer(session, str(wanted)) is not None:
        return say(session, f"The {wanted} timer isn't running.")
    if not session.timers:
        return say(session, f"{NO_TIMERS} {_finish_words(session, at)}")
    return say(session, " ".join(left_words(timer, at) for timer in session.timers[:4]))


def left_words(timer: Timer, at: datetime) -> str:
    """How long a timer has, in one sentence."""
    if timer.rang:
        return f"The {timer.name} timer is up."
    left = time_words.roughly(timer.left(at))
    if timer.held:
        return f"The {timer.name} timer is on hold with {left} left."
    if timer.until:
        more = time_words.roughly(timer.until - timer.due)
        return f"The {timer.name} timer has {left} left, perhaps up to {more} more."
    return f"The {timer.name} timer has {left} left."


def _list_timers(session: Session, intent: Intent, at: datetime) -> Turn:
    if not session.timers:
        return say(session, NO_TIMERS)
    words = " ".join(left_words(timer, at) for timer in session.timers[:6])
    if len(session.timers) > 6:
        words += f" And {len(session.timers) - 6} more."
    return say(session, words)


def _finish_time(session: Session, intent: Intent, at: datetime) -> Turn:
    return say(session, _finish_words(session, at))


def _finish_words(session: Session, at: datetime) -> str:
    if session.mode == "finished":
        return "It's ready now."
    ready = plan.ready_at(session, at)
    return (
        f"It should be ready at about {time_words.clock(ready)}, "
        f"in {time_words.roughly(ready - at)}."
    )


def _missed_alerts(session: Session, intent: Intent, at: datetime) -> Turn:
    if not session.rung:
        return say(session, "You haven't missed anything; no timer has rung yet.")
    told = [
        f"The {alert.name} timer rang {time_words.roughly(at - alert.at)} ago"
        for alert in session.rung[-3:]
    ]
    waiting = [timer.done for timer in session.ringing]
    return say(session, " ".join([". ".join(told) + ".", *waiting]).strip())


def answer_ringing(session: Session, at: datetime) -> Turn:
    """A bare "stop" or "okay" while something rings."""
    ranges = [timer for timer in session.ringing if timer.until]
    session = alerts.acknowledge(session)
    if ranges:
        left = time_words.roughly(timedelta() + max(t.until - at for t in ranges if t.until))
        return say(session, f"Okay, up to {left} more. I'll call you.")
    return say(session, "Okay.")


def finish_ringing(session: Session, at: datetime) -> Turn:
    """The cook says that what rings is done."""
    words = " ".join(timer.done for timer in session.ringing if timer.until)
    session = timers.drop(session, *session.ringing)
    return say(session, f"Good. {words}".strip())


HANDLERS: dict[str, Handler] = {
    "start_timer": _start_timer,
    "set_timer": _set_timer,
    "add_time": _to_one(_add),
    "take_time": _to_one(_take),
    "pause_timer": _to_one(_pause_one),
    "resume_timer": _to_one(_resume),
    "cancel_timer": _cancel_timer,
    "list_timers": _list_timers,
    "how_long_left": _how_long_left,
    "finish_time": _finish_time,
    "missed_alerts": _missed_alerts,
}
