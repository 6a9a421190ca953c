"""The conversation itself: start, pause, yes and no, help, the voice, goodbye."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from fractions import Fraction

from voicecook.commands.intents import Intent
from voicecook.cook.core.effects import Hush, Leave, Say, Tune
from voicecook.cook.core.session import USUAL_RATE, Asked, Session
from voicecook.cook.core.turn import Handler, Turn, say
from voicecook.cook.food import food
from voicecook.cook.steps import moves
from voicecook.cook.time import answering, dishes, leftovers, timing

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


def _start(session: Session, intent: Intent, at: datetime) -> Turn:
    if session.asked and session.asked.what == "start_timer":
        return _yes(session, intent, at)
    if session.mode == "paused":
        return _resume(session, intent, at)
    if session.mode == "finished":
        return _restart(session, intent, at)
    if session.position == 0:
        return moves.arrive(session, 0, at)
    return say(session, f"We're cooking already. {moves.step_words(session, at)}")


def _pause(session: Session, intent: Intent, at: datetime) -> Turn:
    if session.mode == "paused":
        return say(session, "We're paused already. Say resume when you're ready.")
    if session.mode == "finished":
        return say(session, "We've finished; there's nothing to pause.")
    timers = " The timers keep running." if session.timers else ""
    return say(session, f"Paused. Say resume when you're ready.{timers}", mode="paused")


def _resume(session: Session, intent: Intent, at: datetime) -> Turn:
    if session.asked and session.asked.what == "more":
        return _yes(session, intent, at)
    if session.mode != "paused":
        return say(session, f"We're not paused. {moves.step_words(session, at)}")
    words = f"On we go. {moves.step_words(session, at)}"
    return say(session, words, mode="cooking")


def _stop_talking(session: Session, intent: Intent, at: datetime) -> Turn:
    if session.ringing:
        return answering.answer_ringing(session, at)
    return session.but(asked=None), (Hush(),)


def _quit(session: Session, intent: Intent, at: datetime) -> Turn:
    names = [timer.name for timer in session.timers]
    running = f" The {names[0]} timer is still running." if len(names) == 1 else ""
    running = f" {len(names)} timers are still running." if len(names) > 1 else running
    asked = Asked("quit", until=at + _PATIENCE)
    return say(session, f"Shall we stop cooking?{running}", asked=asked)


def _goodbye(session: Session, intent: Intent, at: datetime) -> Turn:
    if session.mode != "finished" or session.timers:
        return _quit(session, intent, at)
    return session, (Say("Goodbye, and enjoy!"), Leave())


def _restart(session: Session, intent: Intent, at: datetime) -> Turn:
    if session.position == 0 and not session.timers and session.mode != "finished":
        return moves.arrive(session, 0, at)
    asked = Asked("restart", until=at + _PATIENCE)
    return say(session, "Start again from the first step? That takes off all timers.", asked=asked)


def _yes(session: Session, intent: Intent, at: datetime) -> Turn:
    asked = _open_question(session, at)
    if {"timer", "place", "all"} & set(intent.slots):  # "the second one": no yes to anything else
        return timing.choose(session, intent, at)
    if session.ringing and (asked is None or asked.what == "start_timer"):
        return answering.finish_ringing(session, at)
    if asked and asked.what == "which_timer":
        return timing.ask_again(session, at)
    session = session.but(asked=None)
    if asked is None:
        return say(session, "All right. Say next when you want to go on.")
    return _AGREED[asked.what](session, at)


def _start_timer(session: Session, at: datetime) -> Turn:
    started, words = moves.start_step_timer(session, at)
    return say(started, words)


def _really_quit(session: Session, at: datetime) -> Turn:
    return session, (Hush(), Say("Goodbye! I'll remember where we were."), Leave())


def _really_restart(session: Session, at: datetime) -> Turn:
    anew = session.but(timers=(), rung=(), behind=(), nudged=(), scale=Fraction(1))
    return moves.arrive(dishes.from_the_top(anew, at), 0, at, "From the top.")


_AGREED: dict[str, Callable[[Session, datetime], Turn]] = {
    "start_timer": _start_timer,
    "quit": _really_quit,
    "restart": _really_restart,
    "cancel_timers": timing.cancel_all,
    "leftovers": leftovers.accept,
    "more": food.continue_reading,
}
_DECLINED = {
    "start_timer": "All right, no timer. Say start the timer if you change your mind.",
    "quit": "Good, we go on.",
    "restart": "All right, we stay where we are.",
    "cancel_timers": "All right, they keep running.",
    "which_timer": "All right, none of them.",
    "leftovers": "All right. Mind that it doesn't stand out for too long.",
    "more": "All right. Say next when you're ready.",
}


def _no(session: Session, intent: Intent, at: datetime) -> Turn:
    asked = _open_question(session, at)
    if session.ringing and (asked is None or asked.what == "start_timer"):
        return answering.not_done(session, at)
    return say(session, _DECLINED[asked.what] if asked else "All right.", asked=None)


def _open_question(session: Session, at: datetime) -> Asked | None:
    asked = session.asked
    return asked if asked and (asked.until is None or at <= asked.until) else None


def _help(session: Session, intent: Intent, at: datetime) -> Turn:
    if session.ringing:
        return session, (Say(HELP_RINGING),)
    if session.asked:
        return session, (Say(f"{HELP_ASKED} {HELP}"),)
    return session, (Say(HELP),)


def _hello(session: Session, intent: Intent, at: datetime) -> Turn:
    place = f"You're at step {session.position + 1}: {dishes.titled(session.step)}."
    return session, (Say(f"Hello! {place}"),)


def _thanks(session: Session, intent: Intent, at: datetime) -> Turn:
    if session.ringing:
        return answering.answer_ringing(session, at)
    return session, (Say("You're welcome."),)


def _louder(session: Session, intent: Intent, at: datetime) -> Turn:
    return _tune(session, volume=session.volume + _LOUDNESS_STEP)


def _quieter(session: Session, intent: Intent, at: datetime) -> Turn:
    return _tune(session, volume=session.volume - _LOUDNESS_STEP)


def _slower(session: Session, intent: Intent, at: datetime) -> Turn:
    return _tune(session, rate=session.rate - _RATE_STEP)


def _faster(session: Session, intent: Intent, at: datetime) -> Turn:
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


HANDLERS: dict[str, Handler] = {
    "start": _start,
    "pause": _pause,
    "resume": _resume,
    "stop_talking": _stop_talking,
    "quit": _quit,
    "goodbye": _goodbye,
    "restart": _restart,
    "yes": _yes,
    "no": _no,
    "help": _help,
    "hello": _hello,
    "thanks": _thanks,
    "louder": _louder,
    "quieter": _quieter,
    "slower": _slower,
    "faster": _faster,
}
