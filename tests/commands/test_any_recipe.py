"""Whatever recipe `check` lets pass can be cooked: its words are understood and listened for."""

from __future__ import annotations

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.recipe.test_any_text import GOOD_TREE, PLACES, TEXTS, replaced
from voicecook.commands.commands import Commands
from voicecook.commands.sentences import Template
from voicecook.english import TemplateError
from voicecook.recipe.load import parse
from voicecook.recipe.problems import RecipeProblems
from voicecook.recipe.templates import plain

PIECES = st.sampled_from(["um", "u", "m", "a", "freeze", "it", " ", "-", "'", "<dish>", *"()[]|"])
LONGEST = 200
GLUED = f"({'|'.join('abcdefghijklmnopqrst')})({'|'.join('abcdefghijklmnopqrst')})"


def is_buildable(text: str) -> bool:
    template = Template("ask", text)
    return bool(template.starts) and bool(template.first_words)


@given(st.lists(PIECES, max_size=30).map("".join))
@settings(max_examples=200)
def test_a_way_to_ask_that_passes_can_be_listened_for(ask: str) -> None:
    try:
        text = plain(ask[:LONGEST], "(it|this|the soup)")
    except TemplateError:
        return
    assert is_buildable(text)


def test_so_can_the_largest() -> None:
    room = LONGEST - len(GLUED)
    assert is_buildable(plain("(x)" * (room // 3) + GLUED, "it"))


@given(st.sampled_from(PLACES), TEXTS | PIECES)
def test_a_recipe_that_passes_can_be_cooked(place: tuple[str | int, ...], text: str) -> None:
    try:
        recipe = parse(yaml.safe_dump(replaced(GOOD_TREE, place, text)))
    except RecipeProblems:
        return
    assert Commands.for_recipe(recipe).phrases()
