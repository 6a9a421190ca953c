"""What a short question goes on with: "and for the pancakes?" after the salt of the curry."""

from __future__ import annotations

from voicecook.commands import Intent
from voicecook.cook.core.session import Session
from voicecook.cook.time import dishes
from voicecook.cook.words import matching
from voicecook.recipe import Recipe


def dish_called(recipe: Recipe, said: str) -> str:
    """The one dish these words mean and nothing besides: "loaf" for "the bread"; "" if none."""
    asked = matching.plain(said)
    called = _called(recipe) if asked else {}
    found = [dish for dish, names in called.items() if any(asked <= name for name in names)]
    return found[0] if len(found) == 1 else ""


def _called(recipe: Recipe) -> dict[str, list[frozenset[str]]]:
    """What each dish is called: its short name, its whole one, and whatever else."""
    names = dishes.names(recipe)
    parts = {dishes.named(recipe, part.name): (part.name, *part.also) for part in recipe.parts}
    return {dish: [matching.plain(one) for one in (dish, *parts.get(dish, ()))] for dish in names}


def dish_spoken_of(session: Session, intent: Intent) -> str:
    """The dish the last question was about, where this one only goes on with it."""
    last = session.last
    if last is None or last.name != "ingredient_amount" or not goes_on(intent):
        return ""
    said = str(last.slots.get("dish") or last.slots.get("ingredient") or "")
    return dish_called(session.recipe, said)


def goes_on(intent: Intent) -> bool:
    """Whether it is a question only together with the one before: "and garlic?"."""
    return not intent.words or intent.words.casefold().startswith("and ")


def ingredient_spoken_of(session: Session) -> str:
    """The ingredient whose amount was asked for last; "" if something else was."""
    last = session.last
    asked = last is not None and last.name == "ingredient_amount"
    return session.last_ingredient if asked else ""
