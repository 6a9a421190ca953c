"""Reading the ingredient list, in one piece or under group headings."""

from __future__ import annotations

import re

from voicecook.recipe.fields import Fields, one_text
from voicecook.recipe.model import Ingredient
from voicecook.recipe.problems import Place, Problems, did_you_mean, shown
from voicecook.recipe.quantities import QuantityError, ingredient_line
from voicecook.recipe.yaml_nodes import Entry, Listing, Node, Scalar

MOST = 200


def read_ingredients(recipe: Fields) -> tuple[tuple[Ingredient, ...], tuple[str, ...]]:
    """The ingredients in order, and the names of their groups."""
    node, problems = recipe.node("ingredients"), recipe.problems
    if node is None:
        return (), ()
    if isinstance(node, Scalar):
        problems.add(node.place, '"ingredients" must be a list, each entry on a line after "- "')
        return (), ()
    groups = _groups(node, problems)
    found = [
        (item, entry.place)
        for group, entries in groups.items()
        for entry in entries
        if (item := _ingredient(entry, group, problems)) is not None
    ]
    if not any(groups.values()):
        problems.add(node.place, 'there are no ingredients; write them as "- 2 tbsp soy sauce"')
    if len(found) > MOST:
        problems.add(node.place, f"{len(found)} ingredients are too many; {MOST} are the most")
    _note_twins(found, problems)
    return tuple(item for item, _ in found), tuple(filter(None, groups))


def _groups(node: Listing | Entry, problems: Problems) -> dict[str, list[Node]]:
    if isinstance(node, Listing):
        return {"": node.items}
    groups: dict[str, list[Node]] = {}
    for heading, entries in node.items.items():
        name = one_text(node.keys[heading], "a group's heading", "name", problems)
        if isinstance(entries, Listing):
            groups[_group_name(name)] = entries.items
        else:
            problems.add(entries.place, f'{shown(heading)} must be a list, each entry after "- "')
    return groups


def _group_name(heading: str) -> str:
    """ "For the honey glaze" → "honey glaze": how the cook asks for it."""
    return re.sub(r"^for (the )?", "", heading, flags=re.IGNORECASE)


def _ingredient(entry: Node, group: str, problems: Problems) -> Ingredient | None:
    also: tuple[str, ...] = ()
    place = entry.place
    if isinstance(entry, Entry):
        fields = Fields(entry, "ingredient", problems)
        line, also, place = fields.text("item", "line"), fields.texts("also"), fields.place("item")
    else:
        line = one_text(entry, "an ingredient", "line", problems)
    if not line:
        return None
    try:
        amount, name, preparation = ingredient_line(line)
    except QuantityError as error:
        problems.add(place, str(error))
        return None
    return Ingredient(name, amount, preparation, group, also)


def _note_twins(found: list[tuple[Ingredient, Place]], problems: Problems) -> None:
    """The same ingredient may stand in two groups, but not twice in one; a nickname only once."""
    seen: set[tuple[str, str]] = set()
    owners: dict[str, str] = {}
    for item, place in found:
        if (item.group, item.name.lower()) in seen:
            problems.add(place, f"{shown(item.name)} is in this list twice; make it one entry")
        seen.add((item.group, item.name.lower()))
        for word in item.also:
            owner = owners.setdefault(word.lower(), item.name)
            if owner != item.name:
                problems.add(place, f"{shown(word)} already means {shown(owner)}; keep it for one")


class Pantry:
    """Finds the ingredient that a step or a substitution means."""

    def __init__(self, ingredients: tuple[Ingredient, ...]) -> None:
        self._names = {word.lower(): item.name for item in ingredients for word in item.also}
        self._names |= {item.name.lower(): item.name for item in ingredients}

    def find(self, word: str) -> str | None:
        """The ingredient's own name for any of its names."""
        return self._names.get(word.lower())

    def unknown(self, word: str) -> str:
        """What to tell a writer who used a word that is no ingredient."""
        hint = did_you_mean(word, list(self._names))
        return f"{shown(word)} is not in the list of ingredients; {hint}"
