"""Our sentence files stay in hassil's format: hassil itself reads every template we read."""

from pathlib import Path

import pytest
from hassil.parse_expression import parse_sentence

from voicecook.commands.commands import Commands
from voicecook.recipe.load import load_recipe

RECIPES = sorted((Path(__file__).parents[2] / "recipes").glob("*.yaml"))


def test_hassil_reads_every_template_of_ours() -> None:
    texts = {template.text for template in Commands.for_recipe().templates}
    assert len(texts) > 400
    for text in texts:
        parse_sentence(text)


@pytest.mark.parametrize("path", RECIPES, ids=lambda path: path.stem)
def test_hassil_reads_every_way_to_ask_a_recipe(path: Path) -> None:
    asks = [ask for question in load_recipe(path).questions for ask in question.asks]
    assert asks
    for ask in asks:
        parse_sentence(ask)
