"""Questions over five recipes, and trouble: what is answered, what is told as not said."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
import yaml

from tests.cook.driver import Cook
from voicecook.cook.food.answers import meanings, trouble
from voicecook.recipe.load import load_recipe
from voicecook.recipe.model import Recipe

HERE = Path(__file__).parent
FOLDERS = (HERE / "recipes", HERE.parents[1] / "recipes")
FILES = {
    "pork-belly": "honey-glazed-pork-belly",
    "tomato-pasta": "weeknight-tomato-pasta",
    "lemon-bars": "lemon-bars",
    "coconut-dal": "coconut-dal",
    "cucumber-salad": "cucumber-salad",
}
UNSAID = re.compile(r"doesn't say|I don't see any|names no|gives no")


@cache
def recipe(name: str) -> Recipe:
    return load_recipe(
        next(path for folder in FOLDERS if (path := folder / f"{name}.yaml").exists())
    )


def _read(name: str) -> dict[str, dict[str, list[str]]]:
    found: dict[str, dict[str, list[str]]] = yaml.safe_load(
        (HERE / "questions" / f"{name}.yaml").read_text("utf-8")
    )
    return found


Case = tuple[str, str, str, list[str]]
QUESTIONS: list[Case] = [
    (file, step, asked, holds)
    for name, file in FILES.items()
    for step, questions in _read(name).items()
    for asked, holds in questions.items()
]
TROUBLE: list[Case] = [
    (*place.split(" "), asked, holds)  # type: ignore[misc]
    for place, told in _read("trouble").items()
    for asked, holds in told.items()
]


def _id(case: Case) -> str:
    return f"{case[0]}: {case[2]}"


def _answer(file: str, step: str, asked: str) -> str:
    return Cook(recipe(file)).goes_to(step).says("ask", question=asked)


def _lacking(holds: list[str], said: str) -> list[str]:
    heard = said.casefold()
    wanted = [phrase for phrase in holds if phrase[0] != "!" and phrase.casefold() not in heard]
    return wanted + [
        phrase for phrase in holds if phrase[0] == "!" and phrase[1:].casefold() in heard
    ]


@pytest.mark.parametrize("case", [*QUESTIONS, *TROUBLE], ids=_id)
def test_the_answer_holds_what_the_recipe_says(case: Case) -> None:
    file, step, asked, holds = case
    said = _answer(file, step, asked)
    assert _lacking(holds, said) == [], said


@pytest.mark.parametrize("case", QUESTIONS, ids=_id)
def test_what_it_says_is_not_told_as_unsaid(case: Case) -> None:
    file, step, asked, holds = case
    said = _answer(file, step, asked)
    if not any(UNSAID.search(phrase) for phrase in holds) and holds[0][0] != "!":
        assert not UNSAID.search(said), said


def test_there_are_enough() -> None:
    assert len(QUESTIONS) + len(TROUBLE) >= 200


@pytest.mark.parametrize("case", TROUBLE, ids=_id)
def test_trouble_changes_nothing(case: Case) -> None:
    file, step, asked, _ = case
    cook = Cook(recipe(file)).goes_to(step)
    cook.says("start_timer")
    before = cook.session
    cook.says("ask", question=asked)
    spoken = {"last_said": "", "last": None, "last_ingredient": ""}
    assert cook.session.but(**spoken) == before.but(**spoken)


WORDS = [
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "half",
    "quarter",
    "quarters",
    "third",
    "thirds",
    "eighth",
    "point",
]
NUMBER = re.compile(rf"\d+(?:\.\d+)?|\b(?:{'|'.join(WORDS)})\b")
RECKONED = re.compile(
    r"gas|fahrenheit|celsius|grams|ounces|weigh|tablespoons?\b|teaspoons?\b|how many steps"
)
"""Questions answered by reckoning with a table; what they answer is held above."""


def _numbers(text: str) -> set[str]:
    return set(NUMBER.findall(text.casefold()))


@cache
def _known(file: str) -> set[str]:
    """Every number of a recipe as it is written and as it is said, its steps', and our tables'."""
    path = next(path for folder in FOLDERS if (path := folder / f"{file}.yaml").exists())
    item = recipe(file)
    reading = Cook(item)
    listed = [reading.says("ingredients")]
    while reading.session.asked:
        listed.append(reading.says("yes"))
    tables = (one.first for one in trouble.troubles())
    times = [one.timer.span for one in item.steps if one.timer]
    spans = [str(seconds // 60) for span in times for seconds in (span.low_s, span.high_s)]
    steps = [str(place + 1) for place in range(len(item.steps))]
    answers = [question.answer for question in item.questions]
    serves = Cook(item).says("ask", question="how many people is it for")
    words = meanings.glossary().values()
    texts = [path.read_text("utf-8"), *listed, *tables, *spans, *steps, *answers, serves, *words]
    return _numbers(" ".join(texts)) | {"one"}


ALL_ASKED = sorted({(asked) for _, _, asked, _ in [*QUESTIONS, *TROUBLE]})


@pytest.mark.parametrize("file", FILES.values())
def test_no_number_is_made_up(file: str) -> None:
    """Every question asked of every recipe, also where it makes no sense."""
    invented = {}
    for asked in ALL_ASKED:
        if RECKONED.search(asked):
            continue
        said = _answer(file, recipe(file).steps[len(recipe(file).steps) // 2].id, asked)
        if new := _numbers(said) - _known(file) - _numbers(asked):
            invented[asked] = (new, said)
    assert invented == {}
