"""The recipes at hand, as a cook may ask for them while cooking."""

from __future__ import annotations

from functools import cached_property
from itertools import islice

from voicecook.errors import UsageError
from voicecook.recipe.library import list_recipes
from voicecook.recipe.load import load
from voicecook.recipe.model import Recipe

MOST = 30
"""So many recipes are offered by voice; reading one takes some 40 ms."""


class Shelf:
    """What is in the folders of recipes. Broken ones are passed over."""

    def find(self, name: str) -> Recipe | None:
        """The recipe of this name, or one of its short names."""
        wanted = name.casefold()
        found = (one for one in self._recipes if wanted in _names(one))
        return next(found, None)

    def names(self) -> tuple[str, ...]:
        """What can be cooked."""
        return tuple(recipe.name for recipe in self._recipes)

    def said(self) -> dict[str, str]:
        """The ways to say each recipe's name, and the name."""
        return {said: recipe.name for recipe in self._recipes for said in _names(recipe)}

    @cached_property
    def _recipes(self) -> tuple[Recipe, ...]:
        return tuple(filter(None, map(_loaded, islice(map(str, list_recipes()), MOST))))


def _loaded(path: str) -> Recipe | None:
    try:
        return load(path)
    except UsageError:
        return None


def _names(recipe: Recipe) -> tuple[str, ...]:
    return tuple(name.casefold() for name in (recipe.name, *recipe.also))
