"""Broken recipes and all that is told about each: data/broken/*/NAME.yaml beside NAME.txt."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from voicecook.recipe.library import list_recipes
from voicecook.recipe.load import load_recipe
from voicecook.recipe.problems import RecipeProblems
from voicecook.recipe.schema import schema

BROKEN = Path(__file__).parent / "data" / "broken"
ALL = sorted(BROKEN.rglob("*.yaml"))
EDITOR = jsonschema.Draft202012Validator(schema())
SHAPE = sorted((BROKEN / "shape").glob("*.yaml"))


def as_an_editor_sees_it(path: Path) -> Any:
    return yaml.load(path.read_text("utf-8"), yaml.CSafeLoader)


@pytest.mark.parametrize("path", ALL, ids=lambda path: path.stem)
def test_every_problem_is_told_at_its_place(path: Path) -> None:
    with pytest.raises(RecipeProblems) as refused:
        load_recipe(path)
    told = str(refused.value).replace(f"{path}:", "").splitlines()
    assert told == path.with_suffix(".txt").read_text("utf-8").splitlines()


@pytest.mark.parametrize("path", SHAPE, ids=lambda path: path.stem)
def test_what_a_schema_can_tell_an_editor_tells_too(path: Path) -> None:
    with pytest.raises(jsonschema.ValidationError):
        EDITOR.validate(as_an_editor_sees_it(path))


@pytest.mark.parametrize("path", list_recipes(), ids=lambda path: path.stem)
def test_our_own_recipes_are_good_for_both(path: Path) -> None:
    EDITOR.validate(as_an_editor_sees_it(path))
    assert load_recipe(path).steps


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(schema())
