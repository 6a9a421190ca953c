"""What the tests of this room share: the pork belly's commands, and intents as one line of text."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from voicecook.commands.commands import Commands
from voicecook.commands.intents import Intent
from voicecook.recipe.load import load_recipe

RECIPE = Path(__file__).parents[2] / "recipes" / "honey-glazed-pork-belly.yaml"


@cache
def pork_belly() -> Commands:
    """The commands while the pork belly is cooked."""
    return Commands.for_recipe(load_recipe(RECIPE))


def written(intents: tuple[Intent, ...]) -> str:
    """Intents as the sentence files write them: "done, set_timer(name=rice, seconds=600)"."""
    return ", ".join(map(_one, intents))


def _one(intent: Intent) -> str:
    slots = ", ".join(f"{name}={value}" for name, value in sorted(intent.slots.items()))
    return f"{intent.name}({slots})" if slots else intent.name
