"""docs/recipes.md shows every field, and what it shows is right."""

from __future__ import annotations

import re
from pathlib import Path

import jsonschema
import pytest
import yaml

from voicecook.recipe.load import parse
from voicecook.recipe.schema import schema

PAGE = (Path(__file__).parents[2] / "docs" / "recipes.md").read_text("utf-8")
EXAMPLES = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
KINDS = {kind: list(shape.get("properties", ())) for kind, shape in schema()["$defs"].items()}


@pytest.mark.parametrize("key", sorted({key for keys in KINDS.values() for key in keys}))
def test_the_page_shows(key: str) -> None:
    assert any(re.search(rf"^[ -]*{key}:", example, re.MULTILINE) for example in EXAMPLES)


def test_the_smallest_recipe_is_one() -> None:
    assert len(parse(EXAMPLES[0]).steps) == 2


def test_the_examples_put_together_are_a_recipe() -> None:
    parts = {
        name: example
        for example in EXAMPLES[2:]
        for name in re.findall(r"^(\w+):", example, re.MULTILINE)[:1]
    }
    text = "\n".join(parts.values()).replace("[onions, butter]", "[onions]")
    text = text.replace("instead of: butter", "instead of: stock")
    jsonschema.Draft202012Validator(schema()).validate(yaml.safe_load(text))
    recipe = parse(text)
    assert recipe.name == "French onion soup"
    assert {question.topic for question in recipe.questions} >= {"faq", "tip", "substitute"}
