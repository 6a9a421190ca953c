"""The names a recipe gives the cook to speak of: ingredients, steps, groups, timers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from voicecook.commands.slots import Values
from voicecook.commands.words import plain_words
from voicecook.recipe.model import Ingredient, Recipe, Step

RECIPE_LISTS = ("ingredient", "topic", "group", "timer", "recipe")


def recipe_values(recipe: Recipe) -> dict[str, Values]:
    """What each list of the templates holds for this recipe."""
    groups = (*recipe.groups, *(item.group for item in recipe.ingredients))
    timers = [step.timer.name for step in recipe.steps if step.timer]
    return {
        "ingredient": Values(_ingredients(recipe)),
        "topic": Values(_topics(recipe)),
        "group": Values({way: group for group in groups if group for way in _without_for(group)}),
        "timer": Values({name.lower(): name for name in timers}),
        "recipe": Values({name.lower(): recipe.name for name in (recipe.name, *recipe.also)}),
    }


def _ingredients(recipe: Recipe) -> dict[str, str]:
    said: dict[str, str] = {}
    for item in recipe.ingredients:
        for way in (item.name, *item.also):
            said.setdefault(way.lower(), item.name)
    owners = Counter(tail for item in recipe.ingredients for tail in _tails(item))
    for item in recipe.ingredients:
        for tail in _tails(item):
            if owners[tail] == 1:
                said.setdefault(tail, item.name)
    for way, name in list(said.items()):
        said.setdefault(_other_number(way), name)
    return said


def _tails(item: Ingredient) -> set[str]:
    """The ends of an ingredient's names: "brown sugar" and "sugar" for "light brown sugar"."""
    found: set[str] = set()
    for name in (item.name, *item.also):
        words = name.lower().split()
        found.update(" ".join(words[start:]) for start in range(len(words)))
    return found


def _other_number(name: str) -> str:
    """ "onions" for "onion", and the other way round."""
    if name.endswith("ies"):
        return name[:-3] + "y"
    if name.endswith("oes"):
        return name[:-2]
    if name.endswith("s") and not name.endswith("ss"):
        return name[:-1]
    if name.endswith("y") and name[-2:-1] not in "aeiou":
        return name[:-1] + "ies"
    return name + ("es" if name.endswith(("o", "ch", "sh", "x", "ss")) else "s")


def _topics(recipe: Recipe) -> dict[str, str]:
    said: dict[str, str] = {}
    for ways in (_topic_words, _titles):
        for step in recipe.steps:
            for way in ways(step):
                said.setdefault(" ".join(plain_words(way)), way.lower())
    said.pop("", None)
    return said


def _topic_words(step: Step) -> tuple[str, ...]:
    return step.topics


def _titles(step: Step) -> tuple[str, ...]:
    return tuple(way for way in (step.title, step.section) if way)


def _without_for(group: str) -> Iterator[str]:
    """ "honey glaze" and "for the honey glaze", whichever way the group is written; and "glaze"."""
    plain = group.lower().removeprefix("for ").removeprefix("the ")
    yield plain
    yield plain.split()[-1]
