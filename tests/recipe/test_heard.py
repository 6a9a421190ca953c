"""What a cook may say about our recipes is made of words that the recogniser knows."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from voicecook.recipe.library import list_recipes
from voicecook.recipe.load import load_recipe
from voicecook.recipe.model import Recipe

MODELS = Path(__file__).parents[2] / "models"


@cache
def knows(word: str) -> bool:
    return bool(model().vosk_model_find_word(word) >= 0)


@cache
def model():  # type: ignore[no-untyped-def]
    import vosk

    vosk.SetLogLevel(-1)
    return vosk.Model(str(next(MODELS.glob("vosk-model-*"))))


def hearable(text: str) -> bool:
    return all(knows(word) for word in re.findall(r"[^\W\d_]+(?:'\w+)?", text.lower()))


@pytest.fixture(params=list_recipes(), ids=lambda path: path.stem)
def recipe(request: pytest.FixtureRequest) -> Recipe:
    return load_recipe(request.param)


@pytest.mark.sound
def test_every_way_to_ask_can_be_heard(recipe: Recipe) -> None:
    assert [ask for q in recipe.questions for ask in q.asks if not hearable(ask)] == []


@pytest.mark.sound
def test_every_ingredient_has_a_name_that_can_be_heard(recipe: Recipe) -> None:
    names = [(item.name, *item.also) for item in recipe.ingredients]
    assert [them for them in names if not any(map(hearable, them))] == []


@pytest.mark.sound
def test_every_step_has_a_topic_that_can_be_heard(recipe: Recipe) -> None:
    assert [s.id for s in recipe.steps if not any(map(hearable, s.topics))] == []
