"""The recipes at hand while cooking, some of them broken."""

from pathlib import Path

import pytest

from voicecook.errors import UsageError
from voicecook.kitchen.shelf import Shelf

SOUP = """name: Onion soup
also: [soup, onion broth]
ingredients: [4 onions]
steps: [{title: Boil, say: Boil them.}]
"""


@pytest.fixture
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Shelf:
    (tmp_path / "soup.yaml").write_text(SOUP)
    (tmp_path / "half.yaml").write_text("name: Half a recipe\n")
    (tmp_path / "nameless.yaml").write_text("- just a list\n")
    (tmp_path / "broken.yaml").write_text("{")
    monkeypatch.setenv("VOICECOOK_RECIPES", str(tmp_path))
    return Shelf()


def test_a_recipe_is_found_by_each_of_its_names(shelf: Shelf) -> None:
    for name in ("Onion soup", "soup", "Onion Broth"):
        found = shelf.find(name)
        assert found is not None
        assert found.name == "Onion soup"


def test_of_two_soups_the_cooks_own_is_meant(shelf: Shelf) -> None:
    assert "Chicken and vegetable soup" in shelf.names()
    assert shelf.said()["soup"] == "Onion soup"


def test_the_ways_to_say_a_name(shelf: Shelf) -> None:
    assert shelf.said()["onion broth"] == "Onion soup"
    assert {"Onion soup", "Weeknight tomato pasta"} <= set(shelf.names())


@pytest.mark.parametrize("name", ["chicken curry", ""])
def test_what_is_not_there_is_not_found(shelf: Shelf, name: str) -> None:
    assert shelf.find(name) is None


def test_what_is_broken_is_not_taken_for_missing(shelf: Shelf) -> None:
    with pytest.raises(UsageError, match="lacks"):
        shelf.find("Half a recipe")
