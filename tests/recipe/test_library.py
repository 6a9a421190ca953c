"""Finding recipes by name, and the two commands that show them."""

from __future__ import annotations

from pathlib import Path

import pytest

from voicecook.cli import main
from voicecook.errors import UsageError
from voicecook.recipe.library import find_recipe, list_recipes, recipe_folders

SOUP = """\
name: Onion soup
ingredients: [2 onions, 1 l stock]
steps:
  - {title: Boil, say: Boil the onions in the stock.}
"""
HOUSE = {path.stem for path in (Path(__file__).parents[2] / "recipes").iterdir()}


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cook's own folder of recipes, with one good and one broken."""
    (tmp_path / "onion-soup.yaml").write_text(SOUP)
    (tmp_path / "burnt-soup.yml").write_text("name: Burnt soup")
    (tmp_path / "notes.txt").write_text("Buy onions.")
    monkeypatch.setenv("VOICECOOK_RECIPES", str(tmp_path))
    return tmp_path


def test_a_recipe_is_found_by_its_name() -> None:
    assert find_recipe("honey-glazed-pork-belly").name == "honey-glazed-pork-belly.yaml"
    assert find_recipe("Honey-glazed pork belly") == find_recipe("honey-glazed-pork-belly.yaml")


def test_a_recipe_is_found_by_its_path(own: Path) -> None:
    assert find_recipe(str(own / "onion-soup.yaml")) == own / "onion-soup.yaml"


def test_a_cooks_own_recipes_come_first(own: Path) -> None:
    (own / "weeknight-tomato-pasta.yaml").write_text(SOUP)
    assert recipe_folders()[0] == own
    assert find_recipe("weeknight-tomato-pasta").parent == own
    assert [path.stem for path in list_recipes()] == sorted(HOUSE | {"burnt-soup", "onion-soup"})


def test_a_slip_in_a_name_is_answered_with_the_nearest() -> None:
    with pytest.raises(UsageError, match='did you mean "honey-glazed-pork-belly"'):
        find_recipe("honey-glased-pork-bely")


@pytest.mark.parametrize("name", ["", "a\0b", "x" * 5_000, "../../etc", "\udcff"])
def test_a_name_no_recipe_has(name: str) -> None:
    with pytest.raises(UsageError):
        find_recipe(name)


def test_check_says_all_is_good(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", *sorted(HOUSE)]) == 0
    out = capsys.readouterr().out
    assert "12 ingredients, 13 steps" in out
    assert "hint" not in out


def test_check_tells_every_problem_of_every_recipe(
    own: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", "onion-soup", "burnt-soup"]) == 1
    out = capsys.readouterr().out
    assert f'{own / "burnt-soup.yml"}:1:1: this recipe lacks "steps:"; add it' in out
    assert f'{own / "onion-soup.yaml"}: hint: no step says what it "uses:"' in out


def test_check_goes_on_past_a_recipe_that_is_not_there(
    own: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", "nowhere", str(own), "onion-soup"]) == 2
    told = capsys.readouterr()
    assert 'there is no recipe "nowhere"' in told.err
    assert "is a folder" in told.err
    assert "onion-soup.yaml: good" in told.out


def test_recipes_lists_them_all_the_broken_too(
    own: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["recipes"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == len(HOUSE) + 2
    assert {
        "burnt-soup: has mistakes: voicecook check burnt-soup",
        "honey-glazed-pork-belly: Caramelized honey-glazed pork belly, serves 4, medium, 13 steps",
        "onion-soup: Onion soup, 1 step",
        "weeknight-tomato-pasta: Weeknight tomato pasta, serves 2, easy, 5 steps",
    } <= set(lines)


@pytest.mark.parametrize("query", [["cider vinegar"], ["pork", "honey"], ["Asian honey"]])
def test_recipes_looks_into_names_kinds_and_ingredients(
    query: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["recipes", *query]) == 0
    assert capsys.readouterr().out.startswith("honey-glazed-pork-belly:")


def test_recipes_says_where_it_looked_in_vain(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["recipes", "sushi"]) == 1
    assert "No recipe holds sushi (searched:" in capsys.readouterr().out
