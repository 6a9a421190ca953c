"""A session written down and read back, so that a power cut loses nothing.

The recipe itself is not written: the diary names its file. Steps are remembered by their ids and
titles, so that a recipe mended meanwhile still finds its place. What is read is believed only where
the tables below say what it may be.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import datetime
from functools import lru_cache
from typing import Any, get_args

from voicecook.commands import Intent
from voicecook.cook.core import readers
from voicecook.cook.core.readers import (
    Added,
    Reader,
    many,
    maybe,
    number,
    one_of,
    record,
    text,
    whole,
)
from voicecook.cook.core.session import (
    Alert,
    Asked,
    Left,
    Mode,
    Moment,
    Question,
    Session,
    Timer,
    Units,
)
from voicecook.recipe import Recipe, arranged, together

VERSION = 3
_MOST_DISHES = 4
_MOST_STEPS = 100_000
_MOST_TIMERS = 1100
"""A thousand of the cook's, and those of the steps."""
_MOST_UNDO = 20
_FARTHEST_S = 1e10
"""A timer may have been moved by centuries, before a clock that was wrong by so much."""
_WAITING: Mapping[str, frozenset[str] | None] = {
    "which_timer": frozenset(
        {
            "set_timer",
            "add_time",
            "take_time",
            "pause_timer",
            "resume_timer",
            "cancel_timer",
            "rename_timer",
        }
    ),
    "timer_length": frozenset({"set_timer", "add_time", "take_time", "remind"}),
    "confirm": None,
}
"""Questions whose answer goes on with an intent, and which it may be; None: any."""

_PLACE: Mapping[str, Reader[Any]] = {
    "step": text,
    "title": text,
    "position": whole(0, _MOST_STEPS),
    "dishes": whole(1, _MOST_DISHES),
    "order": many(text),
}
_MOMENT = record(
    Moment,
    at=readers.time,
    say=text,
    moves_with_end=number(-1, 2),
    every_s=Added(number(0, _FARTHEST_S), 0.0),
)
_INTENT = record(Intent, name=text, slots=readers.slots)
read_timer = record(
    Timer,
    name=text,
    started=readers.time,
    due=readers.time,
    done=text,
    step=text,
    until=maybe(readers.time),
    look=text,
    moments=many(_MOMENT),
    held=maybe(readers.time),
    rang=maybe(readers.time),
    rings_again=maybe(readers.time),
    rings=whole(0, 10**9),
    reminder=Added(readers.flag, otherwise=False),
    unsure_s=number(-_FARTHEST_S, _FARTHEST_S),
)
"""A timer, from what `session_as_json` made of it. Raises ValueError if it is none."""
_SESSION: Mapping[str, Reader[Any]] = {
    "mode": one_of(*get_args(Mode)),
    "early": readers.flag,
    "timers": many(read_timer, _MOST_TIMERS),
    "asked": maybe(
        record(
            Asked,
            what=one_of(*get_args(Question)),
            about=text,
            intent=Added(maybe(_INTENT), None),
            until=maybe(readers.time),
        )
    ),
    "last_said": text,
    "last": Added(maybe(_INTENT), None),
    "last_timer": Added(text, ""),
    "last_ingredient": Added(text, ""),
    "misses": Added(whole(0, 10**9), 0),
    "list_group": text,
    "list_next": whole(0, 10**9),
    "scale": readers.scale,
    "units": one_of(*get_args(Units)),
    "volume": number(0, 1),
    "rate": whole(50, 400),
    "rung": many(
        record(Alert, name=text, at=readers.time, reminder=Added(readers.flag, otherwise=False))
    ),
    "behind": many(record(Left, step=text, at=readers.time)),
    "eat_at": maybe(readers.time),
    "expected": maybe(readers.time),
    "nudged": many(text),
    "clock_unsure": readers.flag,
}
_PLAIN = (
    "mode", "early", "last_said", "last_timer", "last_ingredient", "misses",
    "list_group", "list_next", "units", "volume", "rate", "clock_unsure",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Kept:
    """A session as it was written down: all of it but the recipe."""

    step: str
    title: str
    """Of that step; "" where it was not written down."""
    position: int
    dishes: int
    order: tuple[str, ...]
    fields: Mapping[str, Any]
    """The other fields of the session."""
    before: tuple[Kept, ...] = ()

    @property
    def timers(self) -> tuple[Timer, ...]:
        """The timers, which need no recipe."""
        found: tuple[Timer, ...] = self.fields["timers"]
        return found

    def session(self, menu: Recipe) -> Session:
        """The session, cooking this."""
        before = tuple(earlier.session(menu) for earlier in self.before)
        recipe = self._recipe(menu)
        position = self.place_in(recipe)
        if position is None:
            position = min(self.position, len(recipe.steps) - 1)
        session = Session(recipe=recipe, position=position, before=before, **self.fields)
        return session if _can_be_answered(session) else session.but(asked=None)

    def place_in(self, recipe: Recipe) -> int | None:
        """Where the step it was at stands: by its id or, if that is gone, by its title."""
        for place, step in enumerate(recipe.steps):
            if step.id == self.step:
                return place
        dish = self.step.rpartition(".")[0]
        for place, step in enumerate(recipe.steps):
            if self.title and (step.title, step.id.rpartition(".")[0]) == (self.title, dish):
                return place
        return None

    def _recipe(self, menu: Recipe) -> Recipe:
        """The dishes there were at that moment, their steps in the order they had."""
        if not menu.parts:
            return menu
        return arranged(together(menu.parts[: self.dishes]), self.order)


def session_as_json(session: Session) -> dict[str, Any]:
    """The session as plain JSON values."""
    written = _write_moment(session)
    written["before"] = [_write_moment(earlier) for earlier in session.before]
    written["version"] = VERSION
    return written


def session_from_json(written: object, recipe: Recipe) -> Session:
    """The session that was written. Raises ValueError if it is none."""
    return kept_from_json(written).session(recipe)


def kept_from_json(written: object) -> Kept:
    """What was written, still without its recipe. Raises ValueError if it is no session."""
    page = readers.fields(written, {"version": one_of(2, VERSION), "before": many(lambda one: one)})
    read = _read_moment_2 if page["version"] == 2 else _read_moment
    before = tuple(read(earlier) for earlier in page["before"][-_MOST_UNDO:])
    return read(written, before)


@lru_cache(maxsize=8)
def fingerprint(recipe: Recipe) -> str:
    """What changes when a cook would hear something else: the steps and the ingredients."""
    heard = repr((recipe.name, recipe.serves, recipe.steps, recipe.ingredients))
    return hashlib.sha256(heard.encode()).hexdigest()[:16]


def _write_moment(session: Session) -> dict[str, Any]:
    written = {name: getattr(session, name) for name in _PLAIN}
    written["step"] = session.step.id
    written["title"] = session.step.title
    written["dishes"] = max(len(session.recipe.parts), 1)
    written["order"] = [step.id for step in session.recipe.steps] if session.recipe.parts else []
    written["position"] = session.position
    written["scale"] = str(session.scale)
    written["asked"] = _write_asked(session.asked) if session.asked else None
    written["last"] = session.last.as_json() if session.last else None
    written["timers"] = [_write(timer) for timer in session.timers]
    written["rung"] = [_write(alert) for alert in session.rung]
    written["behind"] = [_write(left) for left in session.behind]
    written["nudged"] = list(session.nudged)
    written["eat_at"] = _plain(session.eat_at)
    written["expected"] = _plain(session.expected)
    return written


def _read_moment(written: object, before: tuple[Kept, ...] = ()) -> Kept:
    place = readers.fields(written, _PLACE)
    return Kept(**place, fields=readers.fields(written, _SESSION), before=before)


def _read_moment_2(written: object, before: tuple[Kept, ...] = ()) -> Kept:
    """As voicecook 0.1 wrote it: without titles."""
    return _read_moment({"title": ""} | written if isinstance(written, dict) else written, before)


def _can_be_answered(session: Session) -> bool:
    """Whether there is something behind the open question: the recipe may have changed since."""
    asked = session.asked
    if asked is None:
        return True
    if asked.what == "start_timer":
        return session.step.timer is not None and session.step.id == asked.about
    if asked.what in _WAITING:
        allowed = _WAITING[asked.what]
        return asked.intent is not None and (allowed is None or asked.intent.name in allowed)
    return asked.what != "leftovers" or session.recipe.chill_within_s > 0


def _write_asked(asked: Asked) -> dict[str, Any]:
    intent = asked.intent.as_json() if asked.intent else None
    return {
        "what": asked.what,
        "about": asked.about,
        "intent": intent,
        "until": _plain(asked.until),
    }


@lru_cache(maxsize=4096)  # what has not changed since the last time need not be put in words anew
def _write(value: Timer | Alert | Left | Moment) -> dict[str, Any]:
    return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_write(moment) for moment in value]
    return value
