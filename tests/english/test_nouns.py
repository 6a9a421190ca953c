"""One and several of what lies in a kitchen."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voicecook.english import how_many, listed, other_number, plural, singular, stem, with_article

PLURALS = {
    "leaf": "leaves", "loaf": "loaves", "half": "halves", "knife": "knives", "calf": "calves",
    "tomato": "tomatoes", "potato": "potatoes", "mango": "mangoes", "avocado": "avocados",
    "berry": "berries", "cherry": "cherries", "anchovy": "anchovies", "turkey": "turkeys",
    "dish": "dishes", "radish": "radishes", "box": "boxes", "peach": "peaches", "inch": "inches",
    "glass": "glasses", "bus": "buses", "gas": "gases", "cookie": "cookies", "pie": "pies",
    "quiche": "quiches",
    "mousse": "mousses", "olive": "olives", "chive": "chives", "clove": "cloves", "egg": "eggs",
    "cheese": "cheeses", "sauce": "sauces", "orange": "oranges", "pea": "peas", "foot": "feet",
    "goose": "geese", "calorie": "calories", "sloe": "sloes", "octopus": "octopuses",
    "bay leaf": "bay leaves", "cherry tomato": "cherry tomatoes", "tin of tomatoes":
    "tins of tomatoes", "knife for bread": "knives for bread", "linseed": "linseeds",
    "dressing": "dressings", "slice": "slices", "Leaf": "leaves", "onion, large": "onions, large",
    "egg (beaten)": "eggs (beaten)",
}  # fmt: skip
SAME = [
    "rice", "asparagus", "hummus", "molasses", "couscous", "spinach", "sea bass", "watercress",
    "garlic", "basmati rice", "",
]  # fmt: skip


@pytest.mark.parametrize(("one", "several"), PLURALS.items())
def test_one_and_several(one: str, several: str) -> None:
    assert plural(one) == plural(several) == several
    assert singular(several).lower() == singular(one).lower() == one.lower()
    assert other_number(several).lower() == one.lower()
    assert other_number(one) == several


@pytest.mark.parametrize("name", SAME)
def test_what_is_not_counted_stays(name: str) -> None:
    assert plural(name) == singular(name) == other_number(name) == name


@pytest.mark.parametrize(("one", "several"), [pair for pair in PLURALS.items() if " " not in pair])
def test_one_and_several_have_one_stem(one: str, several: str) -> None:
    for first, second in zip(one.lower().split(), several.split(), strict=True):
        assert stem(first) == stem(second)


@pytest.mark.parametrize(
    "family",
    [
        "glaze glazes glazed glazing",
        "freeze freezes freezing",
        "chop chops chopped chopping",
        "dry dries dried drying",
        "roast roasts roasted roasting",
        "fry fries frying",
        "mix mixes mixed mixing",
    ],
)
def test_a_family_of_words_has_one_stem(family: str) -> None:
    assert len(set(map(stem, family.split()))) == 1, [*map(stem, family.split())]


@given(st.text(st.characters(categories=["Ll"]), max_size=12))
def test_a_plural_stays_and_a_singular_stays(word: str) -> None:
    assert plural(plural(word)) == plural(word)
    assert singular(singular(word)) == singular(word)


@pytest.mark.parametrize(
    ("thing", "said"),
    [("onion", "an onion"), ("hour", "an hour"), ("unit", "a unit"), ("eighth", "an eighth"),
     ("rack", "a rack"), ("ounce", "an ounce"), ("oven", "an oven"),
     ("one-pot meal", "a one-pot meal"), ("uncle", "an uncle")],
)  # fmt: skip
def test_an_article(thing: str, said: str) -> None:
    assert with_article(thing) == said


@pytest.mark.parametrize(
    ("things", "said"),
    [
        ([], ""),
        (["rice"], "rice"),
        (["pork", "rice"], "pork and rice"),
        (["pork", "rice", "beans"], "pork, rice and beans"),
        (["garlic, minced", "rice"], "garlic, minced; and rice"),
    ],
)
def test_a_list(things: list[str], said: str) -> None:
    assert listed(things) == said


@pytest.mark.parametrize(
    ("count", "name", "said"),
    [(0, "step", "no steps"), (1, "step", "one step"), (3, "dish", "three dishes"),
     (13, "leaf", "13 leaves")],
)  # fmt: skip
def test_how_many(count: int, name: str, said: str) -> None:
    assert how_many(count, name) == said
