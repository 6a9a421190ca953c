"""Which recipes there are, and one more dish beside what is being cooked."""

from __future__ import annotations

from datetime import datetime

from voicecook.commands import Intent
from voicecook.cook.core.effects import Fetch
from voicecook.cook.core.events import Fetched
from voicecook.cook.core.session import Session
from voicecook.cook.core.turn import Turn, say
from voicecook.cook.time import dishes, plan
from voicecook.english import clock_words, listed
from voicecook.recipe import Recipe, dish_names

MOST_DISHES = 4
_MOST_NAMED = 5
BROKEN = "I have a recipe for {}, but there are mistakes in it, so I can't cook from it."


def fetched(session: Session, event: Fetched) -> Turn:
    """The recipe asked for has been found, or there is none."""
    if not event.name:
        return say(session, _known_words(session, event.known))
    if event.broken:
        return say(session, f"{BROKEN.format(event.name)} We go on as we were.")
    if event.recipe is None:
        known = _known_words(session, event.known)
        return say(session, f"I have no recipe for {event.name}. {known}")
    if event.recipe.name in {part.name for part in _parts(session)}:
        return say(session, "We're making that already.")
    return _join(session, event.recipe, event.at)


def _join(session: Session, recipe: Recipe, at: datetime) -> Turn:
    if len(_parts(session)) >= MOST_DISHES:
        return say(session, f"{MOST_DISHES} dishes at once is all I can keep in mind.")
    session = dishes.joined(session.but(mode="cooking"), recipe, at)
    dish = dish_names(session.recipe.parts)[-1]
    rest = plan.rest(session, at)
    start = next(item.starts for item in rest if session.recipe.steps[item.step].dish == dish)
    ready = clock_words(plan.ready_at(session, at))
    words = f"Good, we make the {dish} as well. All will be ready together at about {ready}."
    if start > at:
        words += f" The {dish} starts at about {clock_words(start)}; I'll tell you."
    return say(session, words)


def _known_words(session: Session, known: tuple[str, ...]) -> str:
    if not known:
        return "I know no other recipes."
    named = listed(list(known[:_MOST_NAMED]))
    more = f", and {len(known) - _MOST_NAMED} more" if len(known) > _MOST_NAMED else ""
    return f"I know {named}{more}. Say, let's also make, and its name."


def _parts(session: Session) -> tuple[Recipe, ...]:
    return session.recipe.parts or (session.recipe,)


def on_choose_recipe(session: Session, intent: Intent, at: datetime) -> Turn:
    """Look for one more dish to cook."""
    name = str(intent.slots.get("name") or "")
    return session, (Fetch(name),)


def on_list_recipes(session: Session, intent: Intent, at: datetime) -> Turn:
    """Say which recipes there are."""
    return session, (Fetch(""),)
