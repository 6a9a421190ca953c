"""A session written down and read back, so that a power cut loses nothing.

The recipe itself is not written: the diary names its file. Steps are remembered by their ids, so
that a recipe mended meanwhile still finds its place.
"""

from __future__ import annotations

from dataclasses import fields
from datetime import datetime
from fractions import Fraction
from functools import lru_cache
from typing import Any

from voicecook.cook.core.session import Alert, Asked, Left, Moment, Session, Timer
from voicecook.recipe import Recipe, arranged, together

VERSION = 2
_PLAIN = (
    "mode", "early", "last_said", "list_group", "list_next", "units", "volume", "rate",
    "clock_unsure",
)  # fmt: skip


def session_as_json(session: Session) -> dict[str, Any]:
    """The session as plain JSON values."""
    written = _write_moment(session)
    written["before"] = [_write_moment(earlier) for earlier in session.before]
    written["version"] = VERSION
    return written


def session_from_json(written: dict[str, Any], recipe: Recipe) -> Session:
    """The session that was written. Raises KeyError, TypeError or ValueError if it is none."""
    if written["version"] != VERSION:
        raise ValueError(f"diary version {written['version']}, not {VERSION}")
    before = tuple(_read_moment(earlier, recipe) for earlier in written["before"])
    return _read_moment(written, recipe).but(before=before)


def _write_moment(session: Session) -> dict[str, Any]:
    written = {name: getattr(session, name) for name in _PLAIN}
    written["step"] = session.step.id
    written["dishes"] = max(len(session.recipe.parts), 1)
    written["order"] = [step.id for step in session.recipe.steps] if session.recipe.parts else []
    written["position"] = session.position
    written["scale"] = str(session.scale)
    written["asked"] = _write(session.asked) if session.asked else None
    written["timers"] = [_write(timer) for timer in session.timers]
    written["rung"] = [_write(alert) for alert in session.rung]
    written["behind"] = [_write(left) for left in session.behind]
    written["nudged"] = list(session.nudged)
    written["eat_at"] = _plain(session.eat_at)
    written["expected"] = _plain(session.expected)
    return written


def _read_moment(written: dict[str, Any], menu: Recipe) -> Session:
    recipe = _recipe(written, menu)
    return Session(
        recipe=recipe,
        position=_position(written, recipe),
        scale=Fraction(written["scale"]),
        asked=Asked(**_times(written["asked"])) if written["asked"] else None,
        timers=tuple(_read_timer(timer) for timer in written["timers"]),
        rung=tuple(Alert(**_times(alert)) for alert in written["rung"]),
        behind=tuple(Left(**_times(left)) for left in written["behind"]),
        nudged=tuple(written["nudged"]),
        eat_at=_moment(written["eat_at"]),
        expected=_moment(written["expected"]),
        **{name: written[name] for name in _PLAIN},
    )


def _recipe(written: dict[str, Any], menu: Recipe) -> Recipe:
    """The dishes there were at that moment, their steps in the order they had."""
    if not menu.parts:
        return menu
    return arranged(together(menu.parts[: written["dishes"]]), written["order"])


def _position(written: dict[str, Any], recipe: Recipe) -> int:
    try:
        return recipe.step_index(written["step"])
    except KeyError:
        return max(0, min(int(written["position"]), len(recipe.steps) - 1))


def _read_timer(written: dict[str, Any]) -> Timer:
    moments = tuple(Moment(**_times(moment)) for moment in written["moments"])
    return Timer(**{**_times(written), "moments": moments})


def _moment(written: str | None) -> datetime | None:
    return datetime.fromisoformat(written) if written else None


@lru_cache(maxsize=4096)  # what has not changed since the last time need not be put in words anew
def _write(value: Timer | Asked | Alert | Left | Moment) -> dict[str, Any]:
    return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_write(moment) for moment in value]
    return value


_MOMENTS = frozenset({"at", "until", "started", "due", "held", "rang", "rings_again"})


def _times(written: dict[str, Any]) -> dict[str, Any]:
    return {
        name: datetime.fromisoformat(value) if name in _MOMENTS and value is not None else value
        for name, value in written.items()
    }
