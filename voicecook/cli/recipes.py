"""`voicecook recipes [QUERY]`: what there is to cook."""

from __future__ import annotations

import argparse
from pathlib import Path

from voicecook.errors import UsageError
from voicecook.printable import printable
from voicecook.recipe import Recipe, list_recipes, load_recipe, recipe_folders


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what may follow `recipes`."""
    parser.add_argument(
        "query", nargs="*", metavar="QUERY", help="words of its name or ingredients: pork honey"
    )


def run(args: argparse.Namespace) -> int:
    """List the recipes that hold every word of the query: 0 some, 1 none."""
    words = " ".join(args.query).lower().split()
    lines = [line for path in list_recipes() if (line := _line(path, words))]
    for line in lines:
        print(printable(line))
    if not lines:
        places = ", ".join(str(folder) for folder in recipe_folders()) or "no folder at all"
        sought = " ".join(words) or "anything"
        print(printable(f"No recipe holds {sought} (searched: {places})."))
    return 0 if lines else 1


def _line(path: Path, words: list[str]) -> str:
    """How a recipe is listed; "" when a word is not in it."""
    try:
        recipe = load_recipe(path)
    except UsageError:
        known, about = path.stem, f"has mistakes: voicecook check {path.stem}"
    else:
        known, about = _words(path, recipe), _about(recipe)
    if not all(word in known.lower() for word in words):
        return ""
    return f"{path.stem}: {about}"


def _words(path: Path, recipe: Recipe) -> str:
    names = [name for item in recipe.ingredients for name in (item.name, *item.also)]
    kind = (recipe.name, *recipe.also, recipe.course, recipe.cuisine, recipe.difficulty)
    return " ".join((path.stem, *kind, *names))


def _about(recipe: Recipe) -> str:
    steps = f"{len(recipe.steps)} step{'s' if len(recipe.steps) > 1 else ''}"
    parts = [recipe.name, f"serves {recipe.serves}" if recipe.serves else "", recipe.difficulty]
    return ", ".join(part for part in (*parts, steps) if part)
