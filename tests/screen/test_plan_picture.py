"""The plan in letters, as a picture and for programs, and the picture in the docs."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings

from tests.cook.driver import FIVE_O_CLOCK
from tests.cook.test_plan import recipes
from voicecook.cli import main
from voicecook.cook.time import plan
from voicecook.recipe.library import find_recipe
from voicecook.recipe.load import load_recipe
from voicecook.recipe.menu import together
from voicecook.recipe.model import Recipe, Step
from voicecook.screen import plan_lines
from voicecook.screen.plan_picture import WIDTH, plan_svg

PORK_NAME = "honey-glazed-pork-belly"
DOCS = Path(__file__).parents[2] / "docs"
PORK = load_recipe(find_recipe(PORK_NAME))
PASTA = load_recipe(find_recipe("weeknight-tomato-pasta"))
SVG = "{http://www.w3.org/2000/svg}"


def drawn(recipe: Recipe) -> ElementTree.Element:
    return ElementTree.fromstring(plan_svg(recipe, plan.schedule(recipe, FIVE_O_CLOCK)))


def words(picture: ElementTree.Element) -> list[str]:
    return [text.text or "" for text in picture.iter(f"{SVG}text")]


def test_the_picture_in_the_docs_is_what_the_command_draws(tmp_path: Path) -> None:
    file = tmp_path / "plan.svg"
    assert main(["plan", PORK_NAME, "--eat-at", "19:30", "--picture", str(file)]) == 0
    assert file.read_text("utf-8") == (DOCS / "pork-belly-plan.svg").read_text("utf-8")


def test_a_picture_says_every_step_when_to_start_and_when_it_is_ready() -> None:
    told = words(drawn(PORK))
    assert {step.title for step in PORK.steps} <= set(told)
    assert {"start 17:00", "ready 19:34", "15 to 20 minutes", "an hour and a half"} <= set(told)


def test_two_dishes_have_their_own_colours() -> None:
    told = words(drawn(together([PORK, PASTA])))
    assert {"pork belly", "pasta", "goes on by itself"} <= set(told)


def test_signs_in_a_title_do_not_break_the_picture() -> None:
    recipe = Recipe("Salt & <pepper>", (), (Step("a", '"A" & <b>', "A."),))
    assert '"A" & <b>' in words(drawn(recipe))


@settings(max_examples=30, deadline=None)
@given(recipes(dishes=("", "soup")))
def test_nothing_is_drawn_outside_the_picture(recipe: Recipe) -> None:
    for bar in drawn(recipe).iter(f"{SVG}rect"):
        assert 0 <= float(bar.get("x", "0")) <= WIDTH
        assert float(bar.get("x", "0")) + float(bar.get("width", "0")) <= WIDTH


def test_the_plan_in_letters(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["plan", PORK_NAME, "--eat-at", "19:30"]) == 0
    printed = capsys.readouterr().out
    assert "start at 16:56, ready at 19:30" in printed
    assert "6. Combine the glaze (may wait 74 min)" in printed
    roast = next(line for line in printed.splitlines() if "5. Roast the pork" in line)
    assert roast.count("▒") > 20


def test_a_terminal_that_knows_only_ascii_gets_plain_bars() -> None:
    lines = list(plan_lines(PORK, plan.schedule(PORK, FIVE_O_CLOCK), plain=True))
    assert all(line.isascii() for line in lines)


def test_the_plan_for_a_program(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["plan", PORK_NAME, "weeknight-tomato-pasta", "--eat-at", "19:30", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["ready"][11:16] == "19:30"
    assert len(told["steps"]) == len(PORK.steps) + len(PASTA.steps)
    glaze = next(step for step in told["steps"] if step["title"] == "Combine the glaze")
    assert glaze["dish"] == "pork belly"
    assert glaze["slack_s"] > 3600


@pytest.mark.parametrize("name", ["plan.png", "nowhere/plan.svg"])
def test_a_picture_that_cannot_be_drawn_is_refused(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["plan", PORK_NAME, "--picture", str(tmp_path / name)]) == 2
    assert name in capsys.readouterr().err
