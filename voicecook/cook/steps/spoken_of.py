"""What was spoken of last, so that "it" and "the other one" mean something afterwards."""

from __future__ import annotations

from voicecook.commands import Intent
from voicecook.cook.core.session import Session
from voicecook.cook.time import which

_PASSING = frozenset({"thanks", "hello", "repeat", "louder", "quieter", "slower", "faster", "undo"})
"""What may come between without being gone on with."""


def remembered(before: Session, after: Session, intent: Intent) -> Session:
    """The session `after` this intent, with what it was about."""
    if intent.name in _PASSING:
        return after
    ingredient = str(intent.slots.get("ingredient") or "") or after.last_ingredient
    timer = _timer(before, after, intent) or after.last_timer
    return after.but(last=intent, last_timer=timer, last_ingredient=ingredient)


def _timer(before: Session, after: Session, intent: Intent) -> str:
    """The one that is new, else changed or gone, or else the one that was named."""
    old = {timer.name: timer for timer in before.timers}
    new = {timer.name: timer for timer in after.timers}
    fresh = [name for name in new if name not in old]
    changed = [name for name, timer in new.items() if name in old and old[name] != timer]
    gone = [name for name in old if name not in new]
    for found in (fresh, changed + gone):
        if found:
            return found[0] if len(found) == 1 else ""
    said = which.name_in(intent)
    named = which.fits(after, said) if said else ()
    return named[0].name if len(named) == 1 else ""
