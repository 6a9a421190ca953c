"""What the cook does to timers that run: more, less, hold, cancel, another length or name."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from voicecook.commands import Intent
from voicecook.cook.core.session import Asked, Session, Timer
from voicecook.cook.core.turn import Handler, Turn, say
from voicecook.cook.time import answering, lengths, naming, time_left, timers, which
from voicecook.english import clock_words, duration_words, more_time, roughly

Change = Callable[[Session, Timer, Intent, datetime], Turn]
_ALSO_ALL = frozenset({"pause_timer", "resume_timer", "add_time", "take_time"})
"""What is done to all of them at once where the cook says so."""


def to_one(change: Change) -> Handler:
    """A handler that changes the timer meant, and asks which one when that isn't clear."""

    def handle(session: Session, intent: Intent, at: datetime) -> Turn:
        if not session.timers:
            return say(session, which.NO_TIMERS)
        found = which.named(session, intent, at)
        if found and not found.timers:
            return say(session, _none_such(session, found.wanted, at))
        meant = found.timers if found else _usual(session, intent, at)
        if not meant:
            return say(session, "Nothing is on hold.")
        if len(meant) > 1 and found and found.every and intent.name in _ALSO_ALL:
            return _each(session, change, meant, intent, at)
        meant = _surely(meant, intent)
        if len(meant) > 1:
            return _ask(session, meant, intent, at)
        return change(session, meant[0], intent, at)

    return handle


def _none_such(session: Session, wanted: str, at: datetime) -> str:
    running = naming.several(which.in_order(session, at))
    if wanted.startswith("reminder"):
        return f"There's no reminder. Running: {running}."
    known = f"I have no {wanted} timer." if wanted else f"There {_are(len(session.timers))}."
    return f"{known} Running: {running}."


def _are(count: int) -> str:
    return "is only 1" if count == 1 else f"are only {count}"


def _usual(session: Session, intent: Intent, at: datetime) -> tuple[Timer, ...]:
    """The timers that may be meant when none is named: what it makes sense for, this step's first.

    Reminders are not spoken of as timers.
    """
    every = which.in_order(session, at)
    apt = [timer for timer in every if _apt(timer, intent)]
    if not apt and intent.name == "resume_timer" and len(every) > 1:
        return ()
    apt = apt or list(every)
    real = [timer for timer in apt if not timer.reminder] or apt
    ringing = [timer for timer in apt if timer.rang]
    own = [timer for timer in real if timer.step == session.step.id]
    return tuple(ringing or own or real)


def _apt(timer: Timer, intent: Intent) -> bool:
    """Whether this can be done to it as it is."""
    if intent.name == "resume_timer":
        return timer.held is not None
    if intent.name == "pause_timer":
        return timer.held is None and timer.rang is None
    return timer.rang is None if intent.name == "take_time" else True


def _surely(meant: tuple[Timer, ...], intent: Intent) -> tuple[Timer, ...]:
    """Of several with the same name, the one that rings, where that is what is answered."""
    ringing = tuple(timer for timer in meant if timer.rang)
    answers = intent.name in {"add_time", "cancel_timer"}
    return ringing if answers and len(ringing) == 1 else meant


def _each(
    session: Session, change: Change, chosen: Sequence[Timer], intent: Intent, at: datetime
) -> Turn:
    """Change all of these, and say so in one breath."""
    words = []
    for timer in chosen:
        session, _ = change(session, timer, intent, at)
        words.append(session.last_said)
    return say(session, " ".join(dict.fromkeys(words)))


def _ask(session: Session, meant: Sequence[Timer], intent: Intent, at: datetime) -> Turn:
    """Ask which of these is meant; their names are kept in the order they are read out."""
    about = "\n".join(timer.name for timer in meant)
    asked = Asked("which_timer", about, intent, until=at + lengths.PATIENCE)
    return say(session, f"Which one: {naming.several(meant, 'or')}?", asked=asked)


def ask_again(session: Session, at: datetime) -> Turn:
    """Yes is no answer to "which one?"."""
    return say(session, "Say its name, the first, the second, or all of them.")


def choose(session: Session, intent: Intent, at: datetime) -> Turn:
    """The answer to "which one?": a name, "the second", or "all of them"."""
    asked = session.asked
    if asked is None or asked.intent is None or asked.what != "which_timer":
        return say(session, "Say yes or no, or next to go on.")
    offered = _offered(session, asked)
    if not offered:
        return say(session, "Those are off already.", asked=None)
    chosen = _chosen(session, offered, intent)
    if not chosen:
        return say(session, f"Which one: {naming.several(offered, 'or')}?")
    change = CHANGES[asked.intent.name]
    return _each(session.but(asked=None), change, chosen, asked.intent, at)


def _offered(session: Session, asked: Asked) -> tuple[Timer, ...]:
    by_name = {timer.name: timer for timer in session.timers}
    return tuple(by_name[name] for name in asked.about.split("\n") if name in by_name)


def _chosen(session: Session, offered: tuple[Timer, ...], intent: Intent) -> tuple[Timer, ...]:
    if intent.slots.get("all"):
        return offered
    if wanted := which.name_in(intent):
        return which.fits(session.but(timers=offered), wanted, exactly=True)[:1]
    place = intent.slots.get("place")
    if place == "last":
        return offered[-1:]
    return offered[int(place) - 1 : int(place)] if isinstance(place, int | float) else ()


def _add(session: Session, timer: Timer, intent: Intent, at: datetime) -> Turn:
    length = lengths.given(intent)
    if length is None:
        return lengths.ask(session, intent, at, timer)
    longer = timers.prolonged(timer, length, at)
    if longer.due - at > timers.LONGEST:
        return say(session, lengths.TOO_LONG)
    left = roughly(longer.left(at))
    more = naming.capital(more_time(length))
    return say(timers.put(session, longer), f"{more} for {naming.short(timer)}: {left} left.")


def _take(session: Session, timer: Timer, intent: Intent, at: datetime) -> Turn:
    if timer.rang:
        return say(session, f"{naming.opening(timer)} is up already.")
    length = lengths.given(intent)
    if length is None:
        return lengths.ask(session, intent, at, timer)
    shorter = timers.prolonged(timer, -length, at)
    left = roughly(shorter.left(at))
    return say(timers.put(session, shorter), f"{naming.opening(timer)} now has {left} left.")


def set_to(session: Session, timer: Timer, intent: Intent, at: datetime) -> Turn:
    """Let a timer ring this long from now."""
    length = lengths.given(intent)
    if length is None:
        return lengths.ask(session, intent, at, timer)
    changed = timers.set_to(timer, length, at)
    return say(timers.put(session, changed).but(asked=None), _set_words(changed, length))


def _set_words(timer: Timer, length: timedelta) -> str:
    if timer.held:
        return f"{naming.opening(timer)} is on hold with {duration_words(length)} left."
    if timer.reminder:
        return f"{naming.opening(timer)} now comes at {clock_words(timer.due)}."
    return f"{naming.opening(timer)} now has {duration_words(length)}."


def _pause_one(session: Session, timer: Timer, intent: Intent, at: datetime) -> Turn:
    if timer.rang:
        return say(session, f"{naming.opening(timer)} is up already.")
    if timer.held:
        return say(session, time_left.left_words(timer, at))
    held = timers.hold(timer, at)
    return say(timers.put(session, held), time_left.left_words(held, at))


def _resume(session: Session, timer: Timer, intent: Intent, at: datetime) -> Turn:
    if timer.rang:
        return say(session, f"{naming.opening(timer)} is up.")
    if not timer.held:
        return say(session, f"{naming.opening(timer)} is running.")
    return resume_one(session, timer, at)


def resume_one(session: Session, timer: Timer, at: datetime) -> Turn:
    """Let a timer that was held go on."""
    going = timers.release(timer, at)
    left = roughly(going.left(at))
    return say(timers.put(session, going), f"{naming.opening(timer)} goes on: {left} left.")


def _cancel(session: Session, timer: Timer, intent: Intent, at: datetime) -> Turn:
    if timer.rang and timer.until:
        return answering.wait_on(session, timer, at)
    gone = timers.drop(session, timer)
    if timer.rang:
        return say(gone, f"{naming.opening(timer)} is off.")
    return say(gone, f"{naming.opening(timer)} is off. Say undo if you want it back.")


def _rename(session: Session, timer: Timer, intent: Intent, at: datetime) -> Turn:
    name = str(intent.slots.get("name") or "").strip()
    if not name:
        return say(session, "What shall I call it? Say, call it potatoes.")
    rest = timers.drop(session, timer)
    fresh = replace(timer, name=timers.fresh_name(rest, name))
    return say(timers.put(rest, fresh), time_left.left_words(fresh, at))


def on_rename_timer(session: Session, intent: Intent, at: datetime) -> Turn:
    """Call a timer something else: the one named, else the one last spoken of."""
    spoken_of = {timer.name for timer in session.timers} & {session.last_timer}
    if not intent.slots.get("timer") and spoken_of:
        intent = replace(intent, slots={**intent.slots, "timer": session.last_timer}, words="")
    return to_one(_rename)(session, intent, at)


def on_cancel_timer(session: Session, intent: Intent, at: datetime) -> Turn:
    """Take a timer off, or ask before taking all off."""
    found = which.named(session, intent, at)
    every = found.timers if found and found.every else ()
    if not every:
        return _cancel_one(session, intent, at)
    if len(every) == 1:
        return _cancel(session, every[0], intent, at)
    if all(timer.rang for timer in every):
        return answering.answer_ringing(session, at)
    about = "\n".join(timer.name for timer in every)
    asked = Asked("cancel_timers", about, until=at + lengths.PATIENCE)
    return say(session, f"Cancel {naming.several(every)}?", asked=asked)


def cancel_all(session: Session, asked: Asked, at: datetime) -> Turn:
    """Take off every timer that was asked about, after the cook said yes."""
    session = timers.drop(session, *_offered(session, asked)).but(asked=None)
    if not session.timers:
        return say(session, "All timers are off.")
    return say(session, f"They are off. Still running: {naming.several(session.timers)}.")


CHANGES: Mapping[str, Change] = {
    "set_timer": set_to,
    "add_time": _add,
    "take_time": _take,
    "pause_timer": _pause_one,
    "resume_timer": _resume,
    "cancel_timer": _cancel,
    "rename_timer": _rename,
}
"""What is done to a timer once it is known which."""


_cancel_one = to_one(_cancel)
on_add_time = to_one(_add)
on_take_time = to_one(_take)
on_pause_timer = to_one(_pause_one)
on_resume_timer = to_one(_resume)
