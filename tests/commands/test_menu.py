"""What may be said while two dishes are cooked, and of recipes that are not cooked yet."""

from __future__ import annotations

from functools import cache

import pytest

from tests.commands.kitchen_words import written
from voicecook.commands.commands import Commands
from voicecook.commands.intents import Context
from voicecook.kitchen.shelf import Shelf
from voicecook.recipe.library import find_recipe
from voicecook.recipe.load import load_recipe
from voicecook.recipe.menu import together

PORK = load_recipe(find_recipe("honey-glazed-pork-belly"))
PASTA = load_recipe(find_recipe("weeknight-tomato-pasta"))


@cache
def commands(both: bool) -> Commands:
    return Commands.for_recipe(together([PORK, PASTA] if both else [PORK]), Shelf().said())


BOTH = {
    "where am i with the pasta": "where_am_i(topic=pasta)",
    "when do i start the pasta": "where_am_i(topic=pasta)",
    "go to the pasta": "go_to(topic=pasta)",
    "how long left for the pork": "how_long_left(timer=pork)",
    "how long left for the sauce": "how_long_left(timer=pasta sauce)",
    "how much garlic for the pasta": "ingredient_amount(dish=pasta, ingredient=garlic)",
    "what do i need for the pasta": "ingredients(group=pasta)",
    "start the pasta sauce timer": "start_timer(timer=pasta sauce)",
}


@pytest.mark.parametrize("said", BOTH)
def test_what_is_said_of_one_of_two_dishes(said: str) -> None:
    assert written(commands(both=True).heard(said, Context.COOKING)) == BOTH[said]
    assert written(commands(both=True).understand(said).intents) == BOTH[said]


def test_another_recipe_is_heard_by_its_name() -> None:
    wanted = "choose_recipe(name=Weeknight tomato pasta)"
    for said in ("let's also make the tomato pasta", "let's make the pasta as well"):
        assert written(commands(both=False).heard(said, Context.COOKING)) == wanted
        assert written(commands(both=False).understand(said).intents) == wanted
