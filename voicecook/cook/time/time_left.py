"""What the cook asks about time: what runs, how long still, when it will be ready, what rang."""

from __future__ import annotations

from datetime import datetime

from voicecook.commands import Intent
from voicecook.cook.core.session import Alert, Session, Timer
from voicecook.cook.core.turn import Turn, say
from voicecook.cook.time import dinner, timers
from voicecook.cook.time.timing import NO_TIMERS, recipe_has_time_for
from voicecook.english import clock_words, roughly


def on_how_long_left(session: Session, intent: Intent, at: datetime) -> Turn:
    """Say how long timers have left."""
    wanted = intent.slots.get("timer")
    if wanted and (timer := timers.named(session, str(wanted))):
        return say(session, left_words(timer, at))
    if wanted and recipe_has_time_for(session, str(wanted)):
        return say(session, f"The {wanted} timer isn't running.")
    if not session.timers:
        return say(session, f"{NO_TIMERS} {dinner.finish_words(session, at)}")
    return say(session, " ".join(left_words(timer, at) for timer in session.timers[:4]))


def left_words(timer: Timer, at: datetime) -> str:
    """How long a timer has, in one sentence."""
    if timer.rang:
        return f"The {timer.name} timer is up."
    left = roughly(timer.left(at))
    if timer.held:
        return f"The {timer.name} timer is on hold with {left} left."
    if timer.until:
        more = roughly(timer.until - timer.due)
        return f"The {timer.name} timer has {left} left, perhaps up to {more} more."
    return f"The {timer.name} timer has {left} left."


def on_list_timers(session: Session, intent: Intent, at: datetime) -> Turn:
    """Say what runs."""
    if not session.timers:
        return say(session, NO_TIMERS)
    words = " ".join(left_words(timer, at) for timer in session.timers[:6])
    if len(session.timers) > 6:
        words += f" And {len(session.timers) - 6} more."
    return say(session, words)


def on_missed_alerts(session: Session, intent: Intent, at: datetime) -> Turn:
    """Say what rang."""
    if not session.rung:
        return say(session, "You haven't missed anything; no timer has rung yet.")
    told = [_rang_words(alert, at) for alert in session.rung[-3:]]
    waiting = [timer.look if timer.until else timer.done for timer in session.ringing]
    return say(session, " ".join([*told, *waiting]).strip())


def _rang_words(alert: Alert, at: datetime) -> str:
    ago, when = roughly(at - alert.at), clock_words(alert.at)
    return f"The {alert.name} timer rang {ago} ago, at {when}."
