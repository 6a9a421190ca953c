"""Where recipes are kept, and finding one by its name.

A recipe's name is its file's name without ".yaml". The folders, first come first served:
`$VOICECOOK_RECIPES`, the project's `recipes/`, and what an installed voicecook brought along.
"""

from __future__ import annotations

import os
import sysconfig
from pathlib import Path

from voicecook.errors import UsageError
from voicecook.files import at_home
from voicecook.recipe.problems import did_you_mean

ENDINGS = (".yaml", ".yml")


def recipe_folders() -> tuple[Path, ...]:
    """The folders that hold recipes and can be read, in the order they are searched."""
    own = os.environ.get("VOICECOOK_RECIPES")
    project = Path(__file__).parents[2] / "recipes"
    installed = Path(sysconfig.get_path("data")) / "share" / "voicecook" / "recipes"
    wanted = [*([at_home(own)] if own else []), project, installed]
    return tuple(folder for folder in wanted if _readable(folder))


def _readable(folder: Path) -> bool:
    return os.path.isdir(folder) and os.access(folder, os.R_OK | os.X_OK)  # noqa: PTH112 - never raises


def list_recipes() -> tuple[Path, ...]:
    """All recipes by name; of two with the same name, the one found first."""
    found: dict[str, Path] = {}
    for folder in recipe_folders():
        for path in sorted(folder.iterdir()):
            if path.suffix in ENDINGS and path.is_file():
                found.setdefault(path.stem, path)
    return tuple(found[name] for name in sorted(found))


def find_recipe(name_or_path: str) -> Path:
    """The file of a recipe, given its path or its name. Raises UsageError with the nearest name."""
    if os.path.isfile(name_or_path):  # noqa: PTH113 - unlike Path's, it never raises
        return Path(name_or_path)
    if os.path.isdir(name_or_path):  # noqa: PTH112
        raise UsageError(f"{name_or_path} is a folder; name one recipe in it")
    known = {path.stem: path for path in list_recipes()}
    name = "-".join(name_or_path.lower().removesuffix(".yaml").removesuffix(".yml").split())
    if name in known:
        return known[name]
    shown = name_or_path if len(name_or_path) <= 80 else f"{name_or_path[:80]}…"
    raise UsageError(f'there is no recipe "{shown}"; {did_you_mean(Path(name).name, list(known))}')
