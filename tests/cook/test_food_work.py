"""Answers about the work at hand: amounts for others, swaps, meanwhile, is it done, how far."""

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.cook.driver import Cook
from tests.cook.test_food_facts import RECIPE
from voicecook.commands.intents import Slot
from voicecook.cook.handlers import HANDLERS
from voicecook.recipe.load import load_recipe
from voicecook.recipe.model import Recipe

PASTA = load_recipe(RECIPE.source.replace("honey-glazed-pork-belly", "weeknight-tomato-pasta"))


@pytest.mark.parametrize(
    ("slots", "scale", "holds"),
    [
        ({"servings": 6}, "3/2", "For six, then: one and a half kilos"),
        ({"servings": 4}, "1", "Back to the amounts as the recipe has them"),
        ({"factor": 0.3333}, "1/3", "Times a third, then: about 330 grams"),
        ({"factor": 2}, "2", "For eight, then: two kilos"),
        ({"servings": 0}, "1", "I can't cook for nobody"),
        ({"servings": 100000}, "1", "That's more than I can reckon with"),
        ({"factor": "lots"}, "1", "It serves four. For how many shall it be?"),
        ({}, "1", "It serves four. For how many shall it be?"),
    ],
)
def test_scaling(slots: dict[str, Slot], scale: str, holds: str) -> None:
    cook = Cook(RECIPE)
    assert holds in cook.says("scale", **slots)
    assert cook.session.scale == Fraction(scale)


def test_doubling_twice_is_still_double() -> None:
    cook = Cook(RECIPE)
    cook.says("scale", factor=2)
    cook.says("scale", factor=2)
    assert cook.session.scale == 2


def test_units_change_and_can_be_changed_back() -> None:
    cook = Cook(RECIPE)
    assert "about 340 degrees Fahrenheit" in cook.says("units", system="imperial")
    assert cook.says("temperature").startswith("About 340 degrees Fahrenheit.")
    cook.says("units", system="metric")
    assert cook.says("temperature").startswith("170 degrees Celsius.")
    assert cook.says("units", system="roman").startswith("I can use metric or imperial.")


def test_degrees_asked_for_alone_change_no_amounts() -> None:
    cook = Cook(RECIPE)
    assert cook.says("units", system="fahrenheit").startswith("About 340 degrees Fahrenheit.")
    assert cook.says("ingredient_amount", ingredient="pork").startswith("A kilo")


def test_an_amount_that_is_not_given_is_not_made_up() -> None:
    said = Cook(PASTA).says("ingredient_amount", ingredient="salt")
    assert said == "The recipe gives no amount for the salt; use as much as you like."


def test_part_of_a_name_finds_all_it_can_mean() -> None:
    cook = Cook(PASTA)
    assert cook.says("ingredient_amount", ingredient="the garlic cloves").startswith("Two to three")
    assert cook.says("ingredient_amount", ingredient="flakes").startswith(
        "Half a teaspoon of chilli"
    )


def test_an_ingredient_of_several_steps_is_not_claimed_by_one() -> None:
    cook = Cook(PASTA).goes_to("toss-and-serve")
    assert "the spaghetti" in cook.says("step_ingredients")
    assert cook.says("use_all", ingredient="spaghetti") == (
        "The recipe lists eight ounces of spaghetti in all, for steps 4 and 5."
    )


def test_what_goes_in_later_is_not_for_now() -> None:
    said = Cook(RECIPE).says("use_all", ingredient="honey")
    assert said == "All of it goes in at step 6: four tablespoons of runny honey."


def test_more_detail_is_the_reason_the_signs_or_the_amounts() -> None:
    cook = Cook(RECIPE)
    assert cook.says("more_detail").startswith("On the rack, the fat drips away")
    assert cook.goes_to("simmer-the-glaze").says("more_detail").startswith("Small bubbles")
    assert "four tablespoons" in cook.goes_to("combine-glaze").says("more_detail")
    said = cook.goes_to("slice-and-serve").says("more_detail")
    assert said == "That's all the recipe says about this step."


def test_a_step_without_ingredients_says_so() -> None:
    assert Cook(RECIPE).says("step_ingredients") == "No ingredients in this step."


@pytest.mark.parametrize(
    ("slots", "said"),
    [
        ({"ingredient": "parmesan", "with": "pecorino"}, "Yes. Pecorino is a little saltier"),
        ({"ingredient": "cheese"}, "Pecorino is a little saltier"),
        ({"with": "pecorino"}, "Yes. Pecorino"),
        ({"ingredient": "parmesan", "with": "cheddar"}, "The recipe doesn't say whether cheddar"),
        (
            {"ingredient": "olive oil", "with": "pecorino"},
            "The recipe doesn't say whether pecorino",
        ),
        ({"with": "tofu"}, "The recipe doesn't say whether tofu would work."),
        ({"ingredient": "sugar"}, "I don't see any sugar in this recipe."),
        ({}, "Which ingredient would you like to replace?"),
    ],
)
def test_a_swap_is_the_recipes_own_or_honestly_unknown(slots: dict[str, Slot], said: str) -> None:
    assert Cook(PASTA).says("substitute", **slots).startswith(said)


def test_before_the_timer_runs_it_says_what_can_be_done_once_it_does() -> None:
    said = Cook(RECIPE).goes_to("roast").says("meanwhile")
    assert said == "Once that is on: combine the glaze, simmer the glaze and thicken the glaze."


def test_with_nothing_left_to_do_it_says_how_long_to_rest() -> None:
    cook = Cook(RECIPE).goes_to("roast")
    cook.says("yes")
    cook.goes_to("turn-up-the-oven")
    cook.waits(minutes=60)
    said = cook.says("meanwhile")
    assert said == "Nothing more until the pork timer is up: 30 minutes left. Have a rest."


def test_a_ringing_timer_is_what_is_judged() -> None:
    cook = Cook(RECIPE).goes_to("roast")
    cook.says("yes")
    cook.goes_to("simmer-the-glaze")
    cook.waits(minutes=90)
    assert cook.says("is_it_done").startswith(
        "The pork timer is up. Here's how to tell: the meat is tender"
    )


def test_a_named_timer_is_judged_wherever_the_cook_is() -> None:
    said = Cook(RECIPE).says("is_it_done", timer="glaze")
    assert said == "Here's how to tell: the glaze is thick and glossy."


def test_is_it_done_before_the_end_tells_how_far_it_is() -> None:
    cook = Cook(RECIPE)
    assert cook.says("is_it_done") == "Not yet: twelve steps to go after this one."
    assert cook.goes_to("slice-and-serve").says("is_it_done") == "Nearly: this is the last step."
    cook.says("next")
    assert cook.says("is_it_done") == "Yes, it's ready. Enjoy!"
    assert cook.says("steps_left") == "None, we've finished."


SLOTS = st.dictionaries(
    st.sampled_from(
        ["ingredient", "with", "group", "question", "servings", "factor", "system", "step", "topic"]
    ),
    st.text(max_size=20)
    | st.integers()
    | st.floats()
    | st.sampled_from(["honey", "the glaze", "1/0", "1e999999999", "inf", "½", "can i freeze it"]),
    max_size=3,
)
FOOD = {name for name, handler in HANDLERS.items() if ".cook.food." in handler.__module__}
INTENTS = st.sampled_from(sorted(FOOD))


@settings(max_examples=60)
@given(
    st.sampled_from([RECIPE, PASTA]),
    st.lists(
        st.tuples(INTENTS | st.sampled_from(["next", "yes", "no", "start_timer"]), SLOTS),
        max_size=6,
    ),
)
def test_anything_asked_anywhere_is_answered(
    recipe: Recipe, asked: list[tuple[str, dict[str, Slot]]]
) -> None:
    cook = Cook(recipe)
    for name, slots in asked:
        assert cook.says(name, **slots).strip()
        cook.waits(minutes=7)
