"""`voicecook check RECIPE...`: every mistake in these recipes, each at its place."""

from __future__ import annotations

import argparse
import sys

from voicecook.errors import UsageError
from voicecook.printable import printable
from voicecook.recipe import RecipeProblems, advise, find_recipe, load_recipe


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what may follow `check`."""
    parser.add_argument("recipes", nargs="+", metavar="RECIPE", help="a path, or a recipe's name")


def run(args: argparse.Namespace) -> int:
    """Check them all: 0 all good, 1 something to mend, 2 one could not be read at all."""
    return max(_check(name) for name in args.recipes)


def _check(name: str) -> int:
    try:
        path = find_recipe(name)
        recipe = load_recipe(path)
    except RecipeProblems as problems:
        print("\n".join(map(printable, problems.lines())))
        return 1
    except UsageError as error:
        print(f"voicecook: {printable(str(error))}", file=sys.stderr)
        return error.exit_code
    name = printable(str(path))
    print(f"{name}: good ({len(recipe.ingredients)} ingredients, {len(recipe.steps)} steps)")
    for hint in advise(recipe):
        print(f"{name}: hint: {printable(hint)}")
    return 0
