"""Answers follow where the cook is: amounts, units, what was spoken of, the words said."""

from __future__ import annotations

import pytest

from tests.cook.driver import Cook
from tests.cook.test_answers import recipe
from voicecook.commands.intents import Intent, Slot
from voicecook.cook.core.events import Heard
from voicecook.cook.food.answers.asking import tidied
from voicecook.cook.food.answers.clauses import clause
from voicecook.cook.food.answers.degrees import gas_mark
from voicecook.recipe.model import Temperature

PORK, PASTA, BARS = "honey-glazed-pork-belly", "weeknight-tomato-pasta", "lemon-bars"


def said_with_words(cook: Cook, name: str, words: str, **slots: Slot) -> str:
    """An intent as the understander gives it, with the clause that was said."""
    return cook.take(Heard(cook.now, words, (Intent(name, slots, words),)))


def test_amounts_in_quoted_sentences_are_scaled() -> None:
    cook = Cook(recipe(PORK))
    cook.says("scale", servings=8)
    answer = cook.says("ask", question="what's a slurry")
    assert "two teaspoons of cornflour mixed with two tablespoons" in answer


def test_what_is_eaten_and_kept_is_not_scaled() -> None:
    cook = Cook(recipe(PORK))
    cook.says("scale", servings=8)
    assert "24 grams" in cook.says("ask", question="how much protein does it have")


def test_degrees_in_quoted_sentences_are_in_the_cooks_units() -> None:
    cook = Cook(recipe(PORK))
    cook.says("units", system="imperial")
    answer = cook.says("ask", question="do i need to preheat the oven already")
    assert "340 degrees Fahrenheit" in answer
    assert "170" not in answer


def test_weights_follow_the_scale() -> None:
    cook = Cook(recipe(PORK))
    cook.says("scale", factor=2)
    assert cook.says("ask", question="how much does the honey weigh") == "About 170 grams."


def test_it_is_what_was_last_spoken_of() -> None:
    cook = Cook(recipe(PASTA))
    cook.says("ingredient_amount", ingredient="chilli")
    assert cook.says("ask", question="is it optional").startswith("Yes, that's optional")
    cook.says("ask", question="which cheese")
    assert "doesn't say that the parmesan is optional" in cook.says(
        "ask", question="is it optional"
    )


def test_a_unit_asked_for_in_passing_is_said_once() -> None:
    cook = Cook(recipe("lemon-drizzle-cake"))
    said_with_words(cook, "units", "use cups", system="us")
    cook.says("ingredient_amount", ingredient="self-raising flour")
    answer = said_with_words(cook, "units", "and in grams", system="metric")
    assert answer == "225 grams of self-raising flour."
    assert "ounces" in cook.says("ingredient_amount", ingredient="self-raising flour")
    answer = said_with_words(cook, "units", "in grams from now on", system="metric")
    assert "from now on" in answer
    assert "225 grams" in cook.says("ingredient_amount", ingredient="self-raising flour")


def test_another_figure_goes_on_with_the_one_before() -> None:
    cook = Cook(recipe(PORK))
    cook.says("ask", question="how much protein does it have")
    assert "38 grams" in said_with_words(cook, "ingredient_amount", "", ingredient="fat")


CAKE = "lemon-drizzle-cake"
WITH_WORDS = [
    (
        "buttermilk-pancakes",
        "substitute",
        "do we really need the blueberries",
        {"ingredient": "blueberries"},
        "optional",
    ),
    (PASTA, "substitute", "do i have to use chilli", {"ingredient": "chilli flakes"}, "optional"),
    (PASTA, "tools", "what pans will i need", {}, "large pot"),
    ("overnight-white-loaf", "temperature", "does the water have to be hot", {}, "lukewarm"),
    (CAKE, "is_it_done", "does the butter have to be soft", {}, "room temperature"),
    (
        CAKE,
        "ask",
        "will it keep till thursday",
        {"question": "will it keep till thursday"},
        "4 days",
    ),
    (
        "buttermilk-pancakes",
        "ingredient_amount",
        "how much butter all in all",
        {"ingredient": "butter"},
        "melted butter, cooled a little; and one tablespoon",
    ),
    (CAKE, "ingredient_amount", "how many slices do i get", {"ingredient": "slices"}, "ten slices"),
    (CAKE, "ingredient_amount", "how much sugar in a slice", {"ingredient": "sugar"}, "32 grams"),
    (PORK, "step_duration", "how long do i simmer the glaze", {}, "1 to 2 minutes"),
    (PORK, "step_duration", "how long does this take", {}, "no time for this step"),
    (PORK, "temperature", "how hot for the caramelizing", {}, "220 degrees"),
    (PORK, "temperature", "what is that in gas mark", {}, "gas mark 3"),
    (PORK, "temperature", "which temperature was it", {}, "170 degrees Celsius."),
    (PORK, "temperature", "what should the internal temperature be", {}, "doesn't say"),
    (PORK, "tools", "do i need a whisk", {}, "names no whisk"),
    (PORK, "tools", "which pan for the glaze", {}, "small saucepan"),
    (PORK, "is_it_done", "is the glaze thick enough", {}, "thick and glossy"),
    (PORK, "ingredient_amount", "how many grams of honey", {"ingredient": "honey"}, "About 85"),
    (PORK, "substitute", "i am out of soy sauce", {}, "could replace the soy sauce"),
    (PASTA, "ingredient_amount", "how much pasta", {"ingredient": "pasta"}, "spaghetti"),
    (BARS, "temperature", "what is that in celsius", {}, "about 177 degrees Celsius"),
    ("cucumber-salad", "use_all", "do i use all the dill", {"ingredient": "dill"}, "most of"),
]


@pytest.mark.parametrize(("file", "name", "words", "slots", "holds"), WITH_WORDS)
def test_the_words_tell_what_is_meant(
    file: str, name: str, words: str, slots: dict[str, Slot], holds: str
) -> None:
    assert holds in said_with_words(Cook(recipe(file)), name, words, **slots)


def test_a_temperature_asked_for_again_is_that_alone() -> None:
    cook = Cook(recipe(PORK))
    assert said_with_words(cook, "temperature", "which temperature was it") == (
        "170 degrees Celsius."
    )


def test_what_was_missed_is_told_by_where_the_cook_has_been() -> None:
    cook = Cook(recipe(PORK))
    cook.says("next")
    assert "missed nothing" in cook.says("ask", question="did i miss a step")
    cook.goes_to("roast")
    assert "step 3, Score the skin" in cook.says("ask", question="did i miss a step")


@pytest.mark.parametrize(
    ("asked", "as_clause"),
    [
        ("which shelf should it go on", "which shelf it should go on"),
        ("do i cover it", "whether to cover it"),
        ("can i use my wok", "whether you can use your wok"),
        ("does the dough need to rise", "whether the dough needs to rise"),
        ("is it gluten free", "whether it is gluten free"),
        ("how hot should the oven be", "how hot the oven should be"),
        ("why do i score it", "why you should score it"),
        ("what wine goes with it", "what wine goes with it"),
        ("what is garam masala", "what garam masala is"),
        ("brown or white", ""),
    ],
)
def test_a_question_goes_into_a_clause(asked: str, as_clause: str) -> None:
    assert clause(asked) == as_clause


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("Okay so, what's the heat please?", "what is the heat"),
        ("can you tell me if I don't cover it", "if i do not cover it"),
        ("um, does the recipe say how long it rests", "how long it rests"),
    ],
)
def test_what_only_leads_up_to_a_question_is_left_out(said: str, asked: str) -> None:
    assert tidied(said) == asked


@pytest.mark.parametrize(
    ("celsius", "mark"),
    [(110, "a quarter"), (140, "1"), (160, "3"), (170, "3"), (180, "4"), (200, "6"), (240, "9"),
     (60, ""), (300, "")],
)  # fmt: skip
def test_gas_marks_are_those_of_the_usual_table(celsius: int, mark: str) -> None:
    assert gas_mark(Temperature(celsius)) == mark
