"""The names a recipe gives the cook to speak of: ingredients, steps, groups, timers."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Iterator, Mapping

from voicecook.commands.slots import Values
from voicecook.commands.words import plain_words
from voicecook.english import other_number, plural, unit_named
from voicecook.recipe import Ingredient, Recipe, Step

RECIPE_LISTS = (
    "ingredient", "counted", "unit", "topic", "group", "timer", "tool", "sign", "work", "verb",
    "recipe", "dish",
)  # fmt: skip
_ALWAYS_SIGNS = ("done", "ready", "cooked")


def recipe_values(
    recipe: Recipe, signs: Container[str] = (), others: Mapping[str, str] | None = None
) -> dict[str, Values]:
    """What each list of the templates holds for this recipe, and names of `others`.

    `signs` are the words for a state of food: those the recipe looks for become its signs.
    """
    groups = (*recipe.groups, *(item.group for item in recipe.ingredients))
    dishes = list(dict.fromkeys(step.dish for step in recipe.steps if step.dish))
    parts = recipe.parts or (recipe,)
    own = {name.lower(): one.name for one in parts for name in (one.name, *one.also)}
    return {
        "ingredient": Values(_ingredients(recipe)),
        "counted": Values(_counted(recipe)),
        "unit": Values({way: way for item in recipe.ingredients for way in _unit(item)}),
        "topic": Values({dish: dish for dish in dishes} | _topics(recipe)),
        "group": Values(
            {way: group for group in groups if group for way in _without_for(group)}
            | {dish: dish for dish in dishes}
        ),
        "timer": Values(_timers(recipe)),
        "dish": Values({dish: dish for dish in dishes or own}),
        "tool": Values({way: way for way in _tools(recipe)}),
        "sign": Values({word: word for word in _signs(recipe, signs)}),
        "work": Values({step.title.lower(): step.title.lower() for step in recipe.steps}),
        "verb": Values({step.title.lower().split()[0]: step.id for step in recipe.steps}),
        "recipe": Values({**(others or {}), **own}),
    }


def _timers(recipe: Recipe) -> dict[str, str]:
    """The timers by their names; of several dishes, also "sauce" for "pasta sauce", and "pasta"."""
    named = {step.timer.name.lower(): step for step in recipe.steps if step.timer}
    found = {name: step.timer.name for name, step in named.items() if step.timer}
    if recipe.chill_within_s:
        found["leftovers"] = "leftovers"
    for name, step in named.items():
        if step.dish:
            found.setdefault(name.removeprefix(f"{step.dish} "), found[name])
    dishes = {step.dish for step in recipe.steps if step.dish} - set(found)
    return found | {dish: dish for dish in dishes}


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
    for group in recipe.groups:
        for way in _without_for(group):
            said.setdefault(way, way)
    return said


def typed_values(recipe: Recipe) -> dict[str, Values]:
    """What those lists hold besides when typed, but is not worth listening for."""
    said = _ingredients(recipe)
    headings = {way: way for step in recipe.steps for way in _headings(step)}
    return {
        "ingredient": Values({other_number(way): name for way, name in said.items()}),
        "topic": Values(headings),
    }


def _counted(recipe: Recipe) -> dict[str, str]:
    """What is asked for with "how many": pieces, and units that only one ingredient has."""
    owners: defaultdict[str, list[str]] = defaultdict(list)
    for item in recipe.ingredients:
        for way in _unit(item) if item.amount and item.amount.unit else _pieces(item):
            owners[way].append(item.name)
    return {way: names[0] for way, names in owners.items() if len(names) == 1}


def _unit(item: Ingredient) -> tuple[str, ...]:
    unit = item.amount.unit if item.amount else ""
    return (unit_named(unit).several,) if unit else ()


def _pieces(item: Ingredient) -> tuple[str, ...]:
    return tuple(plural(tail) for tail in sorted(_tails(item))) if item.amount else ()


def _tools(recipe: Recipe) -> Iterator[str]:
    """The last word of each tool: "tin" for a deep roasting tin."""
    for tool in (*recipe.tools, *(tool for step in recipe.steps for tool in step.tools)):
        yield tool.lower().split()[-1]


def _signs(recipe: Recipe, signs: Container[str]) -> Iterator[str]:
    yield from _ALWAYS_SIGNS
    for step in recipe.steps:
        look = (step.timer.look, step.timer.done) if step.timer else ()
        for text in (step.done_when, *step.topics, *look):
            yield from (word for word in plain_words(text) if word in signs)


def _tails(item: Ingredient) -> set[str]:
    """The ends of an ingredient's names: "brown sugar" and "sugar" for "light brown sugar"."""
    found: set[str] = set()
    for name in (item.name, *item.also):
        words = name.lower().split()
        found.update(" ".join(words[start:]) for start in range(len(words)))
    return found


def _topics(recipe: Recipe) -> dict[str, str]:
    said: dict[str, str] = {}
    for step in recipe.steps:
        for way in step.topics:
            said.setdefault(" ".join(plain_words(way)), way.lower())
    return said


def _headings(step: Step) -> Iterator[str]:
    yield from (way.lower() for way in (step.title, step.section) if way)


def _without_for(group: str) -> Iterator[str]:
    """ "honey glaze" and "for the honey glaze", whichever way the group is written; and "glaze"."""
    plain = group.lower().removeprefix("for ").removeprefix("the ")
    yield plain
    yield plain.split()[-1]
