"""The heart of the house: `step(session, event) -> (session, effects)`.

A function of its arguments: no clock, no audio, no files. A kind of intent is handled in the module
its handler lives in; this one only finds it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from voicecook.commands import Intent
from voicecook.cook.core.effects import Effect, Say
from voicecook.cook.core.events import ClockMoved, Event, Fetched, Heard, Noticed, Opened, Ticked
from voicecook.cook.core.session import Session
from voicecook.cook.core.turn import Turn
from voicecook.cook.handlers import HANDLERS
from voicecook.cook.steps import choosing, not_understood, open_question, opening, spoken_of
from voicecook.cook.time import alerts, clock_changes, dinner, nudges, timers

_LISTENS_WHEN_PAUSED = frozenset({"next", "done", "previous", "go_to", "skip", "start"})
_MOST_UNDO = 20


def step(session: Session, event: Event) -> Turn:
    """What the session becomes and what is to be done, when this happens."""
    match event:
        case Opened(at, seen):
            return opening.opened(session, at, seen)
        case Ticked(at):
            return _by_itself(session, at)
        case ClockMoved():
            return clock_changes.moved(session, event)
        case Noticed(_, what):
            return session, (Say(what, "alert"),)
        case Heard():
            return _heard(session, event)
        case Fetched():
            joined, effects = choosing.fetched(session, event)
            return _remembering(session, joined), effects


def next_deadline(session: Session) -> datetime | None:
    """When something will happen by itself; None if nothing will."""
    times = [when for timer in session.timers if (when := timers.next_event(timer))]
    if nudge := nudges.next_nudge(session):
        times.append(nudge.at)
    return min(times, default=None)


def _by_itself(session: Session, at: datetime) -> Turn:
    session, rung = alerts.tick(session, at)
    session, nudged = nudges.tick(session, at)
    return session, (*rung, *nudged)


def _heard(session: Session, heard: Heard) -> Turn:
    at, intents = heard.at, heard.intents
    if not intents:
        return not_understood.answer(session, heard)
    first, effects = session, list[Effect]()
    kept = _answered_once(session, _once(intents))
    session, meant = open_question.taken_up(session.but(misses=0), kept, at)
    for intent in meant:
        session, more = _handle(session, intent, at)
        effects.extend(() if _puts_right(intent, meant) else more)
    if intents[-1].name == "undo":
        return session, tuple(effects)
    if _has_moved(first, session):
        session, news = dinner.mention(session, at)
        effects.extend(news)
    return _remembering(first, session), tuple(effects)


def _puts_right(intent: Intent, meant: Sequence[Intent]) -> bool:
    """Whether this only takes back what the rest does right; then the rest is all that is said."""
    return intent.name == "undo" and not intent.words and intent is not meant[-1]


def _remembering(first: Session, session: Session) -> Session:
    """The session from which `undo` leads back to the first one, if that makes a difference."""
    if not _worth_undoing(first, session):
        return session
    return session.but(before=(*first.before, first.but(before=()))[-_MOST_UNDO:])


def _handle(session: Session, intent: Intent, at: datetime) -> Turn:
    handler = HANDLERS.get(intent.name)
    if handler is None:
        return session, (Say("I can't do that yet."),)
    if session.mode == "paused" and intent.name in _LISTENS_WHEN_PAUSED:
        session = session.but(mode="cooking")
    after, effects = handler(session, intent, at)
    return spoken_of.remembered(session, after, intent), effects


def _once(intents: Sequence[Intent]) -> list[Intent]:
    """Without pleasantries beside a real command, and "done, what's next" as one move."""
    kept = [one for one in intents if one.name not in {"thanks", "hello"}] or list(intents[:1])
    names = [one.name for one in kept]
    if "done" in names and "next" in names:
        kept = [one for one in kept if one.name != "next"]
    if len(kept) > 1 and kept[0].name in {"yes", "no"} and kept[1].name in {"next", "done"}:
        kept = kept[1:]
    return _stopping_one(kept)


def _answered_once(session: Session, intents: list[Intent]) -> list[Intent]:
    """ "Yes, off" turns off what rings or was asked about, and no other timer after it."""
    if [one.name for one in intents] != ["yes", "cancel_timer"] or any(o.slots for o in intents):
        return intents
    asked = session.asked
    about = asked.intent.name if asked and asked.intent else asked and asked.what
    answers = session.ringing or about in {"cancel_timer", "cancel_timers"}
    return intents[:1] if answers else intents


def _stopping_one(intents: list[Intent]) -> list[Intent]:
    """ "Stop" and "the second one" in one breath stop that one."""
    names = [one.name for one in intents]
    if names == ["stop_talking", "yes"] and intents[1].slots:
        return [replace(intents[1], name="cancel_timer")]
    return intents


def _worth_undoing(first: Session, session: Session) -> bool:
    return first.eat_at != session.eat_at or _has_moved(first, session)


def _has_moved(first: Session, session: Session) -> bool:
    """Whether the cook itself is not where it was: what it comes to may be news."""

    def state(one: Session) -> tuple[object, ...]:
        return one.step.id, one.mode, one.timers, one.scale, one.units

    return state(first) != state(session)
