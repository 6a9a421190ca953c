"""The first words: a new cook is greeted, an interrupted one is picked up again."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from voicecook.cook.core.effects import Effect, Tune
from voicecook.cook.core.session import Session, Timer
from voicecook.cook.core.turn import Turn, say
from voicecook.cook.steps import moves
from voicecook.cook.time import alerts, clock_changes, dishes, naming, time_left, timers
from voicecook.english import time_words


def opened(session: Session, at: datetime, seen: datetime | None) -> Turn:
    """Greet, or say where we were and what the timers did meanwhile.

    `seen` is when the app was last known to run, or None for a new cook.
    """
    turn = _greet(session, at) if seen is None else _welcome_back(session, at, seen)
    return turn[0], (Tune(session.volume, session.rate), *turn[1])


def _greet(session: Session, at: datetime) -> Turn:
    session = dishes.from_the_top(session, at)
    recipe = session.recipe
    serves = f" for {recipe.serves}" if recipe.serves else ""
    words = f"Hello! Today we make {recipe.name}{serves}, in {len(recipe.steps)} steps."
    hint = "Say ingredients to hear what you need, or help to hear what I can do."
    return moves.arrive(session, 0, at, f"{words} {hint}")


def _welcome_back(session: Session, at: datetime, seen: datetime) -> Turn:
    ringing, missed, alert_effects = _caught_up(session, at, seen)
    before = tuple(_caught_up(earlier, at, seen)[0] for earlier in session.before)
    ringing = ringing.but(before=before)
    parts = ["Welcome back.", _away_words(session, at, seen)]
    parts += [_missed_words(t, at) for t in missed]
    parts += [time_left.left_words(timer, at) for timer in ringing.timers if not timer.rang]
    parts.append(_where(ringing))
    text = " ".join(part for part in parts if part)
    session, effects = say(ringing, text)
    return session, (*effects, *alert_effects)


def _caught_up(
    session: Session, at: datetime, seen: datetime
) -> tuple[Session, tuple[Timer, ...], tuple[Effect, ...]]:
    """The session after the time away, the timers too late to ring, the alerts of the others."""
    session = clock_changes.after_stop(session, seen, at)
    session, missed = alerts.told_as_missed(session, at)
    session, effects = alerts.tick(_ring_anew(session, at), at)
    return session, missed, effects


def _away_words(session: Session, at: datetime, seen: datetime) -> str:
    if clock_changes.tells(session, seen, at):
        return f"I was away for {_about(at - seen)}."
    if at < seen:
        why = f"My clock says {time_words.clock(at)}, which is earlier than when we stopped"
    else:
        why = "My clock was wrong when we stopped"
    return (
        f"{why}, so I can't tell how long I was away. "
        "The timers go on with what they had left; please check on them."
    )


def _about(away: timedelta) -> str:
    """To the minute: when the power went is only known to within ten seconds."""
    minutes = round(away.total_seconds() / 60)
    return time_words.duration(60 * minutes if minutes > 1 else away)


def _where(session: Session) -> str:
    if session.mode == "finished":
        return "We had finished cooking."
    step = session.step
    return f"You're at step {session.position + 1}: {dishes.step_text(step)}"


def _missed_words(timer: Timer, at: datetime) -> str:
    ago = time_words.roughly(at - (timer.until or timer.due))
    was = "was to come" if timer.reminder else "was up"
    return f"{naming.opening(timer)} {was} {ago} ago, while I was off. {timer.done}"


def _ring_anew(session: Session, at: datetime) -> Session:
    """What was ringing when the power went rings on at once."""
    for timer in session.ringing:
        session = timers.put(session, replace(timer, rings_again=at))
    return session
