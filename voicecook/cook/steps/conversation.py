"""The conversation itself: start, pause, yes and no, help, the voice, goodbye."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from fractions import Fraction

from voicecook.commands import Intent
from voicecook.cook.core.effects import Hush, Leave, Say, Tune
from voicecook.cook.core.session import USUAL_RATE, Asked, Session
from voicecook.cook.core.turn import Handler, Turn, say
from voicecook.cook.food import reading
from voicecook.cook.steps import handover, moves, open_question
from voicecook.cook.time import (
    answering,
    dishes,
    leftovers,
    lengths,
    naming,
    nudges,
    step_timer,
    time_left,
    timing,
)

_LOUDNESS_STEP = 0.2
_QUIETEST = 0.2
_LOUDEST = 1.0
_RATE_STEP = 25
_SLOWEST = USUAL_RATE - 3 * _RATE_STEP
_FASTEST = USUAL_RATE + 4 * _RATE_STEP
_PATIENCE = timedelta(seconds=30)
"""How long a question such as "shall we stop?" stays open."""

HELP = (
    "You can say next, go back, repeat, or how long left. "
    "Ask me how much of something, what temperature, or to read the ingredients. "
    "Set a timer any time, and say stop when I talk too much."
)
HELP_RINGING = "A timer is ringing. Say okay to stop it, or ask for five more minutes."
HELP_ASKED = "Say yes or no. Or say next to go on."


def on_start(session: Session, intent: Intent, at: datetime) -> Turn:
    """Begin, or go on with what waits for a start."""
    if session.asked and session.asked.what == "start_timer":
        return on_yes(session, intent, at)
    if session.mode == "paused":
        return on_resume(session, intent, at)
    if session.mode == "finished":
        return on_restart(session, intent, at)
    if session.position == 0:
        return moves.arrive(session, 0, at)
    return say(session, f"We're cooking already. {_step_once(session, at)}")


def on_pause(session: Session, intent: Intent, at: datetime) -> Turn:
    """Stand still until the cook is back."""
    if session.mode == "paused":
        return say(session, "We're paused already. Say resume when you're ready.")
    if session.mode == "finished":
        return say(session, "We've finished; there's nothing to pause.")
    timers = " The timers keep running." if session.timers else ""
    return say(session, f"Paused. Say resume when you're ready.{timers}", mode="paused")


def on_resume(session: Session, intent: Intent, at: datetime) -> Turn:
    """Go on after a pause."""
    if session.asked and session.asked.what == "more":
        return on_yes(session, intent, at)
    if session.mode != "paused":
        return say(session, f"We're not paused. {_step_once(session, at)}")
    words = f"On we go. {moves.step_words(session, at)}"
    return say(session, words, mode="cooking")


def _step_once(session: Session, at: datetime) -> str:
    """The step, in full unless it was read out just before."""
    if dishes.step_text(session.step) not in session.last_said:
        return moves.step_words(session, at)
    title = dishes.step_title(session.step)
    return f"You're at step {session.position + 1}: {title}. Say next when you're ready."


def on_stop_talking(session: Session, intent: Intent, at: datetime) -> Turn:
    """Fall silent; answer what rings."""
    if session.ringing:
        return answering.answer_ringing(session, at)
    return session.but(asked=None), (Hush(),)


def on_quit(session: Session, intent: Intent, at: datetime) -> Turn:
    """Ask whether to stop cooking."""
    kept = session.timers
    running = f" {naming.opening(kept[0])} is still running." if len(kept) == 1 else ""
    running = f" {len(kept)} timers are still running." if len(kept) > 1 else running
    asked = Asked("quit", until=at + _PATIENCE)
    return say(session, f"Shall we stop cooking?{running}", asked=asked)


def on_goodbye(session: Session, intent: Intent, at: datetime) -> Turn:
    """Leave, if all is done."""
    if session.mode != "finished" or session.timers:
        return on_quit(session, intent, at)
    return session, (Say("Goodbye, and enjoy!"), Leave())


def on_restart(session: Session, intent: Intent, at: datetime) -> Turn:
    """Ask whether to begin again."""
    if session.position == 0 and not session.timers and session.mode != "finished":
        return moves.arrive(session, 0, at)
    asked = Asked("restart", until=at + _PATIENCE)
    return say(session, "Start again from the first step? That takes off all timers.", asked=asked)


def on_yes(session: Session, intent: Intent, at: datetime) -> Turn:
    """Do what was asked."""
    asked = open_question.open_now(session, at)
    if {"timer", "place", "all"} & set(intent.slots):  # "the second one": no yes to anything else
        return _pointed_at(session, asked, intent, at)
    if session.ringing and (asked is None or asked.what == "start_timer"):
        return answering.finish_ringing(session, at)
    if asked is None:
        words = "All right. Say next when you want to go on."
        return say(session, words, asked=None)
    if asked.what == "which_timer":
        return timing.ask_again(session, at)
    if asked.what not in _AGREED:
        return say(session, open_question.again(asked))
    return _AGREED[asked.what](session.but(asked=None), asked, at)


def _pointed_at(session: Session, asked: Asked | None, intent: Intent, at: datetime) -> Turn:
    """A timer named by itself: the answer to "which one?", or the last question about that one."""
    last = session.last.name if session.last else ""
    if asked is None and last in _ASKS_OF_TIMERS:
        return _ASKS_OF_TIMERS[last](session, replace(intent, name=last), at)
    return timing.choose(session if asked else session.but(asked=None), intent, at)


_ASKS_OF_TIMERS: dict[str, Handler] = {
    "how_long_left": time_left.on_how_long_left,
    "list_timers": time_left.on_how_long_left,
    "timer_ends": time_left.on_timer_ends,
    "elapsed": time_left.on_elapsed,
}


def _start_timer(session: Session, asked: Asked, at: datetime) -> Turn:
    started = step_timer.start(session, at)
    return say(started.session, started.all_words)


def _really_quit(session: Session, asked: Asked, at: datetime) -> Turn:
    return session, (Hush(), Say("Goodbye! I'll remember where we were."), Leave())


def _really_restart(session: Session, asked: Asked, at: datetime) -> Turn:
    anew = session.but(timers=(), rung=(), behind=(), nudged=(), scale=Fraction(1))
    anew, effects = moves.arrive(dishes.from_the_top(anew, at), 0, at, "From the top.")
    return nudges.read_out(anew, at), effects


_AGREED: dict[str, Callable[[Session, Asked, datetime], Turn]] = {
    "start_timer": _start_timer,
    "quit": _really_quit,
    "restart": _really_restart,
    "cancel_timers": timing.cancel_all,
    "leftovers": lambda session, asked, at: leftovers.accept(session, at),
    "more": lambda session, asked, at: reading.continue_reading(session, at),
    "keep_timers": lambda session, asked, at: handover.keep(session, at),
}
_DECLINED = {
    "start_timer": "All right, no timer. Say start the timer if you change your mind.",
    "quit": "Good, we go on.",
    "restart": "All right, we stay where we are.",
    "cancel_timers": "All right, they keep running.",
    "which_timer": "All right, none of them.",
    "leftovers": "All right. Mind that it doesn't stand out for too long.",
    "more": "All right. Say next when you're ready.",
    "confirm": "All right.",
    "likely": "All right. What would you like?",
    "timer_length": "All right, leave it.",
}


def on_no(session: Session, intent: Intent, at: datetime) -> Turn:
    """Leave it."""
    asked = open_question.open_now(session, at)
    if session.ringing and (asked is None or asked.what == "start_timer"):
        return not_done(session, at)
    if asked and asked.what == "keep_timers":
        return handover.leave(session, at)
    words = _DECLINED[asked.what] if asked else "All right."
    return say(open_question.closed(session), words)


def not_done(session: Session, at: datetime) -> Turn:
    """The cook says that what rings needs longer."""
    ringing = session.ringing
    if any(timer.until for timer in ringing):
        return answering.answer_ringing(session, at)
    return lengths.ask(session, Intent("add_time"), at, ringing[0] if len(ringing) == 1 else None)


def on_help(session: Session, intent: Intent, at: datetime) -> Turn:
    """Say what can be said."""
    if session.ringing:
        return session, (Say(HELP_RINGING),)
    if session.asked:
        return session, (Say(f"{HELP_ASKED} {HELP}"),)
    return session, (Say(HELP),)


def on_hello(session: Session, intent: Intent, at: datetime) -> Turn:
    """Greet, and say where we are."""
    place = f"You're at step {session.position + 1}: {dishes.step_title(session.step)}."
    return session, (Say(f"Hello! {place}"),)


def on_thanks(session: Session, intent: Intent, at: datetime) -> Turn:
    """Answer thanks."""
    if session.ringing:
        return answering.answer_ringing(session, at)
    return session, (Say("You're welcome."),)


def on_louder(session: Session, intent: Intent, at: datetime) -> Turn:
    """Speak louder."""
    return _tune(session, volume=session.volume + _LOUDNESS_STEP)


def on_quieter(session: Session, intent: Intent, at: datetime) -> Turn:
    """Speak more softly."""
    return _tune(session, volume=session.volume - _LOUDNESS_STEP)


def on_slower(session: Session, intent: Intent, at: datetime) -> Turn:
    """Speak more slowly."""
    return _tune(session, rate=session.rate - _RATE_STEP)


def on_faster(session: Session, intent: Intent, at: datetime) -> Turn:
    """Speak faster."""
    return _tune(session, rate=session.rate + _RATE_STEP)


def _tune(session: Session, volume: float | None = None, rate: int | None = None) -> Turn:
    louder = round(min(max(volume or session.volume, _QUIETEST), _LOUDEST), 2)
    quicker = min(max(rate or session.rate, _SLOWEST), _FASTEST)
    changed = (louder, quicker) != (session.volume, session.rate)
    if volume is not None:
        words = "Is this better?" if changed else "That's as far as the volume goes."
    else:
        words = "I'll talk like this." if changed else "That's as far as my pace goes."
    return session.but(volume=louder, rate=quicker), (Tune(louder, quicker), Say(words))
