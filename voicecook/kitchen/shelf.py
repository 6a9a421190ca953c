"""The recipes at hand, as a cook may ask for them while cooking."""

from __future__ import annotations

from functools import cached_property
from itertools import islice
from pathlib import Path

from voicecook.errors import UsageError
from voicecook.recipe.library import list_recipes
from voicecook.recipe.load import load, names
from voicecook.recipe.model import Recipe

MOST = 20
"""So many recipes are offered by voice; looking up the names of one takes some 8 ms."""


class Shelf:
    """What is in the folders of recipes. Broken ones are passed over."""

    def find(self, name: str) -> Recipe | None:
        """The recipe of this name, or one of its short names."""
        wanted = name.casefold()
        found = (path for path, names in self._names.items() if wanted in map(str.casefold, names))
        path = next(found, None)
        try:
            return load(path) if path else None
        except UsageError:
            return None

    def names(self) -> tuple[str, ...]:
        """What can be cooked."""
        return tuple(names[0] for names in self._names.values())

    def said(self) -> dict[str, str]:
        """The ways to say each recipe's name, and the name."""
        return {said.casefold(): names[0] for names in self._names.values() for said in names}

    @cached_property
    def _names(self) -> dict[Path, tuple[str, ...]]:
        found = {path: _named(path) for path in islice(list_recipes(), MOST)}
        return {path: names for path, names in found.items() if names}


def _named(path: Path) -> tuple[str, ...]:
    try:
        return names(path)
    except UsageError:
        return ()
