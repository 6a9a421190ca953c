"""The first words: a new cook is greeted, an interrupted one is picked up again."""

from __future__ import annotations

from datetime import datetime, timedelta

from voicecook.cook.core.effects import Effect, Say, Tune
from voicecook.cook.core.session import Session, Timer
from voicecook.cook.core.turn import Turn, say
from voicecook.cook.steps import handover, moves
from voicecook.cook.time import alerts, clock_changes, dishes, nudges, step_timer, time_left
from voicecook.english import clock_words, duration_words

_AT_ONCE = timedelta(seconds=15)
"""After so short a stop the step may still be in the cook's ear."""


def opened(session: Session, at: datetime, seen: datetime | None) -> Turn:
    """Greet, or say where we were and what the timers did meanwhile.

    `seen` is when the app was last known to run, or None for a new cook.
    """
    turn = _greet(session, at) if seen is None else _welcome_back(session, at, seen)
    return turn[0], (Tune(session.volume, session.rate), *turn[1])


def _greet(session: Session, at: datetime) -> Turn:
    session, rung = alerts.tick(session, at)
    asked, question = session.asked, handover.question(session, at)
    session = dishes.from_the_top(session, at)
    recipe = session.recipe
    serves = f" for {recipe.serves}" if recipe.serves else ""
    words = f"Hello! Today we make {recipe.name}{serves}, in {moves.count_of_steps(session)}."
    hint = "Say ingredients to hear what you need, or help to hear what I can do."
    session, effects = moves.arrive(session, 0, at, f"{words} {hint}")
    if not question:
        return session, (*rung, *effects)
    said = f"{session.last_said} {question}"
    return session.but(asked=asked, last_said=said), (*rung, *effects, Say(question))


def _welcome_back(session: Session, at: datetime, seen: datetime) -> Turn:
    ringing, missed, alert_effects = _caught_up(session, at, seen)
    before = tuple(_caught_up(earlier, at, seen)[0] for earlier in session.before)
    ringing = nudges.read_out(ringing.but(before=before), at)
    parts = ["Welcome back.", _away_words(session, at, seen)]
    parts += [handover.missed_words(timer, at) for timer in missed]
    parts += [time_left.left_words(timer, at) for timer in ringing.timers if not timer.rang]
    just_heard = _just_heard(session, at, seen)
    parts += [_where(ringing, just_heard), handover.question_again(ringing)]
    text = " ".join(part for part in parts if part)
    last_said = session.last_said if just_heard else text
    again, effects = say(ringing, text)
    return again.but(last_said=last_said), (*effects, *alert_effects)


def _caught_up(
    session: Session, at: datetime, seen: datetime
) -> tuple[Session, tuple[Timer, ...], tuple[Effect, ...]]:
    """The session after the time away, the timers too late to ring, the alerts of the others."""
    session = clock_changes.after_stop(session, seen, at)
    session, missed = alerts.told_as_missed(session, at)
    session, effects = alerts.tick(handover.rung_anew(session, at), at)
    return session, missed, effects


def _away_words(session: Session, at: datetime, seen: datetime) -> str:
    if clock_changes.tells(session, seen, at):
        return f"I was away for {_about(at - seen)}."
    if at < seen:
        why = f"My clock says {clock_words(at)}, which is earlier than when we stopped"
    else:
        why = "My clock was wrong when we stopped"
    return (
        f"{why}, so I can't tell how long I was away. "
        "The timers go on with what they had left; please check on them."
    )


def _about(away: timedelta) -> str:
    """To the minute: when the power went is only known to within ten seconds."""
    if away < timedelta(seconds=1):
        return "a moment"
    minutes = round(away.total_seconds() / 60)
    return duration_words(60 * minutes if minutes > 1 else away)


def _just_heard(session: Session, at: datetime, seen: datetime) -> bool:
    """Whether the step was the last thing said, a moment ago."""
    known = clock_changes.tells(session, seen, at)
    return known and at - seen < _AT_ONCE and dishes.step_text(session.step) in session.last_said


def _where(session: Session, just_heard: bool) -> str:
    """The step, in full unless the cook has just heard it or will hear it on going on."""
    if session.mode == "finished":
        return "We had finished cooking."
    step, number = session.step, session.position + 1
    if session.mode == "paused":
        return f"We're paused at step {number}: {dishes.step_title(step)}. Say resume to go on."
    comes_again = session.early and step_timer.is_offered(session)
    if just_heard or comes_again:
        return f"You're at step {number}: {dishes.step_title(step)}."
    return f"You're at step {number}: {dishes.step_text(step)}"
