"""What was asked is recognised however it is worded, and nothing is answered that isn't there."""

import pytest

from tests.cook.driver import Cook
from tests.cook.test_food_facts import RECIPE
from voicecook.cook.food.questions import best_question
from voicecook.english import parse, ways

OTHERWISE_PUT = [
    ("will it keep if i put it in the freezer", "freezer"),
    ("is it okay to freeze the leftovers", "freezer"),
    ("so how do i defrost it afterwards", "freezer"),
    ("how many days can i keep it refrigerated", "fridge"),
    ("how should i warm up leftovers", "fridge"),
    ("is it fine to leave it out on the counter", "room temperature"),
    ("how do i store what's left over", "all"),
    ("what sides would you serve", "suggestions"),
    ("does it go with rice", "suggestions"),
    ("which vegetables go with it", "suggestions"),
    ("do i really have to boil the meat", "boiling"),
    ("should i take the skin off", "skin"),
    ("can i prepare it beforehand for my guests", "guests"),
    ("could i make it earlier in the day", "ahead"),
    ("the pork is getting too dark", "crisp edges"),
    ("how do i keep the glaze from burning", "crisp edges"),
    ("how can i get it nice and crispy", "crisp edges"),
    ("which cut should i get ", "cut"),
    ("how fatty is it", None),
    ("what's the fat content", "fat"),
    ("tell me the calories please", "calories"),
    ("how many grams of protein is that", "protein"),
    ("how hard is this to make", "difficulty"),
    ("how many servings is it", "serves"),
    ("is it a main course", "course"),
]

NOT_IN_THE_RECIPE = [
    "is it gluten free",
    "what wine goes with it",
    "who invented this",
    "can i put it in the dishwasher",
    "can i use chicken",
    "is it spicy",
    "can i grill it on charcoal",
    "does it contain nuts",
    "what's the weather like",
    "can i do it in the slow cooker",
]

FOUND_ELSEWHERE = [
    ("how hot should the oven be", "170 degrees Celsius"),
    ("what is that in fahrenheit", "is 338 degrees Fahrenheit"),
    ("how long do i roast the pork", "90 minutes"),
    ("where does the foil go", "Line a deep roasting tin with foil"),
    ("do i need to score the skin", "score it lightly"),
    ("is there garlic in it", "Yes: three cloves of garlic, finely minced."),
    ("why does the fat drip away", "rack"),
    ("does the recipe contradict itself", "the total, the cooking and the calories"),
    ("could i use maple syrup instead of the honey", "Maple syrup works well"),
    ("could i use golden syrup instead of honey", "doesn't say whether golden syrup would work"),
]


def _key(asked: str) -> str | None:
    found = best_question(RECIPE.questions, asked)
    return found.key if found else None


@pytest.mark.parametrize(("asked", "key"), OTHERWISE_PUT)
def test_other_words_find_the_same_answer(asked: str, key: str | None) -> None:
    assert _key(asked) == key


@pytest.mark.parametrize("asked", NOT_IN_THE_RECIPE)
def test_what_the_recipe_does_not_say_is_not_made_up(asked: str) -> None:
    assert Cook(RECIPE).says("ask", question=asked).startswith("The recipe doesn't say ")


@pytest.mark.parametrize(("asked", "holds"), FOUND_ELSEWHERE)
def test_steps_and_ingredients_answer_too(asked: str, holds: str) -> None:
    assert holds in Cook(RECIPE).says("ask", question=asked)


def test_every_way_to_ask_finds_its_own_answer() -> None:
    asks = {
        one.key: {way for ask in one.asks for way in ways(parse(ask))} for one in RECIPE.questions
    }
    found = [(way, _key(way)) for every in asks.values() for way in every]
    assert [(way, key) for way, key in found if way not in asks.get(key or "", ())] == []


def test_how_many_it_serves_follows_the_scale() -> None:
    cook = Cook(RECIPE)
    cook.says("scale", servings=6)
    assert cook.says("ask", question="how many people does it serve") == "It serves six."


def test_this_step_answers_before_others() -> None:
    cook = Cook(RECIPE).goes_to("brush-with-glaze")
    assert cook.says("ask", question="where does the glaze go").startswith("Brush the pork")


def test_nothing_asked_is_asked_back() -> None:
    assert Cook(RECIPE).says("ask", question="?") == Cook(RECIPE).says("ask")
    assert Cook(RECIPE).says("ask") == "What would you like to know about the recipe?"
