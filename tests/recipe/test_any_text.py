"""Whatever text is given to the loader: a recipe, or what is wrong with it, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from voicecook.english import TemplateError
from voicecook.recipe.load import load_recipe, parse
from voicecook.recipe.model import Recipe
from voicecook.recipe.problems import RecipeProblems
from voicecook.recipe.quantities import QuantityError, ingredient_line, read_span, temperature
from voicecook.recipe.schema import schema
from voicecook.recipe.templates import plain

KEYS = sorted({key for kind in schema()["$defs"].values() for key in kind.get("properties", {})})
SCRAPS = [
    *["90 min", "1 to 2 min", "1/2 tsp salt", "2 eggs", "170 C", "salt", "roast", "halfway", "4"],
    *["last 10 min", "every 5 min", "(a|b) [c", "can i (freeze|keep) <dish>", "520 kcal", "", "~"],
]
TEXTS = st.one_of(st.sampled_from(SCRAPS), st.text(max_size=30))
TREES = st.recursive(
    TEXTS | st.integers() | st.none() | st.booleans() | st.dates(),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from(KEYS) | TEXTS, inner, max_size=5)
    ),
    max_leaves=30,
)
GOOD = Path(__file__).parents[2] / "recipes" / "weeknight-tomato-pasta.yaml"
GOOD_TEXT = GOOD.read_text("utf-8")
GOOD_TREE = yaml.safe_load(GOOD_TEXT)

Place = tuple[str | int, ...]


def places(tree: Any, here: Place = ()) -> Iterator[Place]:
    """The way to everything in a tree."""
    yield here
    inner = (
        tree.items()
        if isinstance(tree, dict)
        else enumerate(tree if isinstance(tree, list) else ())
    )
    for key, value in inner:
        yield from places(value, (*here, key))


def replaced(tree: Any, place: Place, new: object) -> Any:
    """The tree with something else in one place."""
    if not place:
        return new
    copy = tree.copy()
    copy[place[0]] = replaced(tree[place[0]], place[1:], new)
    return copy


PLACES = list(places(GOOD_TREE))


def read(text: str) -> Recipe | RecipeProblems:
    """What came of it, each problem with a place an editor can jump to."""
    try:
        return parse(text)
    except RecipeProblems as refused:
        found = refused
    assert found.problems
    assert all(problem.place.line >= 1 and problem.place.column >= 1 for problem in found.problems)
    return found


@settings(deadline=None, max_examples=50)
@given(st.text())
def test_any_text(text: str) -> None:
    read(text)


@settings(deadline=None, max_examples=50)
@given(st.text(alphabet="-:[]{}&*!|>'\"#%@` \n\tab1", max_size=60))
def test_any_signs_that_mean_something_to_yaml(text: str) -> None:
    read(text)


@settings(deadline=None, max_examples=20)
@given(TREES)
def test_any_tree(tree: object) -> None:
    read(yaml.safe_dump(tree))


@settings(deadline=None, max_examples=20)
@given(st.sampled_from(PLACES), TREES)
def test_anything_in_one_place_of_a_good_recipe(place: Place, tree: object) -> None:
    read(yaml.dump(replaced(GOOD_TREE, place, tree), Dumper=yaml.CSafeDumper))


@settings(deadline=None, max_examples=20)
@given(st.integers(0, len(GOOD_TEXT)), st.integers(0, 40), st.text(max_size=5))
def test_a_good_recipe_with_a_slip_of_the_hand(start: int, length: int, typed: str) -> None:
    found = read(GOOD_TEXT[:start] + typed + GOOD_TEXT[start + length :])
    assert isinstance(found, RecipeProblems) or found.steps


@settings(deadline=None, max_examples=50)
@given(st.binary(max_size=300))
def test_any_bytes(content: bytes) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "soup.yaml"
        path.write_bytes(content)
        with pytest.raises(RecipeProblems):
            load_recipe(path)


@settings(deadline=None, max_examples=50)
@given(st.text(alphabet="0123456789/.,-½¼ abtogCFhmincupskgl()°", max_size=25))
def test_any_quantity(text: str) -> None:
    for parse_quantity in (ingredient_line, read_span, temperature):
        with suppress(QuantityError):
            assert parse_quantity(text)


@settings(deadline=None, max_examples=50)
@given(st.text(alphabet="ab |()[]<dish>", max_size=40))
def test_any_way_to_ask(text: str) -> None:
    with suppress(TemplateError):
        assert "<" not in plain(text, "(it|this)")
