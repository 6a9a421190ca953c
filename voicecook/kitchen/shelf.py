"""The recipes at hand, as a cook may ask for them while cooking."""

from __future__ import annotations

from functools import cached_property, lru_cache
from itertools import islice
from pathlib import Path

from voicecook.errors import UsageError
from voicecook.recipe import Recipe, list_recipes, load_recipe, recipe_folders, recipe_names

MOST = 20
"""So many recipes are offered by voice; looking up the names of one takes some 8 ms."""


class Shelf:
    """What is in the folders of recipes. Those without a name are passed over."""

    def find(self, name: str) -> Recipe | None:
        """The recipe of this name or short name. Raises UsageError for a broken one."""
        wanted = name.casefold()
        found = (path for path, ways in self._names.items() if wanted in map(str.casefold, ways))
        path = next(found, None)
        return load_recipe(path) if path else None

    def names(self) -> tuple[str, ...]:
        """What can be cooked."""
        return tuple(ways[0] for ways in self._names.values())

    def said(self) -> dict[str, str]:
        """The ways to say each recipe's name, and the name; of two with one, what `find` finds."""
        last_first = reversed(self._names.values())
        return {said.casefold(): ways[0] for ways in last_first for said in ways}

    @cached_property
    def _names(self) -> dict[Path, tuple[str, ...]]:
        """The cook's own first: their soup is "the soup", whatever else there is."""
        folders = recipe_folders()
        paths = sorted(list_recipes(), key=lambda path: folders.index(path.parent))
        found = {path: _named(path) for path in islice(paths, MOST)}
        return {path: ways for path, ways in found.items() if ways}


def _named(path: Path) -> tuple[str, ...]:
    try:
        return _names_since(path, path.stat().st_mtime_ns)
    except (OSError, UsageError):
        return ()


@lru_cache(2 * MOST)
def _names_since(path: Path, changed_ns: int) -> tuple[str, ...]:
    """Kept until the file changes: scripted runs look at the shelf many times."""
    return recipe_names(path)
