"""Which timer is meant: by its name, what it is for, its place, its length, or all of them.

What is said of a timer may fit several. A question is then answered for all of them; a change is
made to none before the cook has said which.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta

from voicecook.commands import Intent, Slot
from voicecook.cook.core.session import Session, Timer
from voicecook.cook.time import alerts, timers
from voicecook.cook.words import matching
from voicecook.english import durations, length_name, ordinals
from voicecook.recipe import Step

NO_TIMERS = "No timers are running."
_ALL = frozenset({"all", "both", "everything", "them all", "all of them"})
_KINDS = frozenset({"timer", "timers", "alarm", "alarms", "one", "reminder", "reminders", "clock"})
_FIRST = frozenset({"next", "soonest", "sooner", "shortest", "shorter", "earliest"})
_LAST = frozenset({"last", "longest", "longer", "latest", "later", "final"})
_EVERY = re.compile(
    r"\b(?:all|both|every)(?: of)?(?: the| my)? (?:timers?|alarms?|reminders?|clocks?|them)\b"
    r"|\bthem (?:all|both)\b|\bboth$"
)
_PLACED = re.compile(r"\bthe (\w+) (?:one|ones|timer|timers|alarm|reminder)\b")
_OTHER = re.compile(r"\bthe other(?: one| timer)?(?! \w)")
_OTHERS = frozenset({"other", "the other", "other one", "the other one"})
_BY_LENGTH = re.compile(r"\b((?:minute|hour|second)s?) (?:one|timer|alarm|clock|reminder)\b")
_HAS_LENGTH = frozenset({"set_timer", "add_time", "take_time", "remind"})
"""A length in the words of these is how long, not which."""
_CLOSE = timedelta(seconds=1)


@dataclass(frozen=True, slots=True)
class Found:
    """The timers that may be meant, in the order they are read out."""

    timers: tuple[Timer, ...]
    wanted: str = ""
    """The name they were called by; "" if none was."""
    every: bool = False
    """Whether all of them are meant together."""


def in_order(session: Session, at: datetime) -> tuple[Timer, ...]:
    """All timers as they are read out: what rings, the soonest, and last those on hold."""
    waiting = [timer for timer in session.timers if timer.rang is None]
    waiting.sort(key=lambda timer: (timer.held is not None, timer.left(at), timer.name))
    return (*rings(session), *waiting)


def rings(session: Session) -> tuple[Timer, ...]:
    """What rings, the most urgent first, as it was called out."""
    return tuple(sorted(session.ringing, key=lambda timer: alerts.urgency(session, timer)))


def named(session: Session, intent: Intent, at: datetime) -> Found | None:
    """What these words point at; None where they only say "the timer" or "it"."""
    wanted = name_in(intent)
    if intent.slots.get("all") or wanted in _ALL or _EVERY.search(intent.words):
        return Found(_all(session, intent, at), every=True)
    if intent.words and wanted in {"reminder", "reminders"}:
        return Found(tuple(timer for timer in in_order(session, at) if timer.reminder), wanted)
    if wanted and (found := fits(session, wanted, exactly=not intent.words)):
        return Found(found, wanted)
    if length := _length(intent, wanted):
        return Found(_as_long(session, length, at), length_name(length))
    if placed := _other(session, intent, at) or _placed(session, intent, wanted, at):
        return placed
    return Found((), wanted) if wanted and wanted not in _KINDS else None


def name_in(intent: Intent) -> str:
    """The name of a timer that was said, or ""."""
    name = intent.slots.get("name") if intent.name != "rename_timer" else ""
    return str(intent.slots.get("timer") or name or "").casefold().strip()


def _all(session: Session, intent: Intent, at: datetime) -> tuple[Timer, ...]:
    found = in_order(session, at)
    reminders = tuple(timer for timer in found if timer.reminder)
    return reminders if "reminders" in intent.words and reminders else found


def fits(session: Session, wanted: str, exactly: bool = False) -> tuple[Timer, ...]:
    """The timers these words can mean, one of exactly that name first.

    `exactly`: that one only, if there is one.
    """
    same = [timer for timer in session.timers if timer.name.casefold() == wanted.casefold()]
    said = _sense(wanted)
    if same and (exactly or not said):
        return tuple(same)
    inside = [timer for timer in session.timers if said and said <= _sense(timer.name)]
    if same or inside:
        return (*same, *(timer for timer in inside if timer not in same))
    around = [timer for timer in session.timers if (own := _sense(timer.name)) and own <= said]
    return tuple(around or _by_step(session, said))


def _sense(name: str) -> frozenset[str]:
    """What a name says, without "timer" and "the"."""
    return matching.plain(name) - matching.plain(" ".join(_KINDS))


def _by_step(session: Session, said: frozenset[str]) -> list[Timer]:
    """The timers of the steps these words speak of: "the roast" for the pork's."""
    found = [(timer, timers.step_of(session, timer)) for timer in session.timers]
    return [timer for timer, step in found if step and said and said <= _step_words(step)]


def _step_words(step: Step) -> frozenset[str]:
    return matching.plain(" ".join([step.title, step.dish, *step.topics, *step.uses]))


def _other(session: Session, intent: Intent, at: datetime) -> Found | None:
    """Of two timers, the one that was not spoken of last."""
    found = [timer for timer in in_order(session, at) if not timer.reminder]
    others = [timer for timer in found if timer.name != session.last_timer]
    said = _OTHER.search(intent.words) or intent.slots.get("timer") in _OTHERS
    return Found(tuple(others)) if said and len(found) == 2 and len(others) == 1 else None


def _placed(session: Session, intent: Intent, wanted: str, at: datetime) -> Found | None:
    place = _place_said(intent, wanted)
    return Found(_at_place(session, place, at)) if place else None


def _place_said(intent: Intent, wanted: str) -> Slot:
    words = wanted.split()
    alone = _place(words) if len(words) == 1 else 0
    return intent.slots.get("place") or alone or _place_in(intent.words)


def _at_place(session: Session, place: Slot, at: datetime) -> tuple[Timer, ...]:
    found, ringing = in_order(session, at), rings(session)
    if place == "last":
        return (ringing if len(ringing) > 1 else found)[-1:]
    return found[int(place) - 1 : int(place)]


def _place_in(words: str) -> Slot:
    return next((place for one in _PLACED.findall(words) if (place := _place([one]))), 0)


def _place(words: list[str]) -> Slot:
    if not words:
        return 0
    if words[0] in _LAST:
        return "last"
    if words[0] in _FIRST:
        return 1
    return next((place for _, place in ordinals(words, 0)), 0)


def _length(intent: Intent, wanted: str) -> timedelta | None:
    """The length a timer is called by: "the ten minute one"."""
    called = None if intent.name in _HAS_LENGTH else _BY_LENGTH.search(intent.words)
    words = (intent.words[: called.end(1)] if called else wanted).split()
    found = (durations(words, start) for start in range(len(words)))
    return next((timedelta(seconds=ends[0][1]) for ends in found if ends), None)


def _as_long(session: Session, length: timedelta, at: datetime) -> tuple[Timer, ...]:
    found = in_order(session, at)
    return tuple(timer for timer in found if abs(timer.due - timer.started - length) < _CLOSE)
