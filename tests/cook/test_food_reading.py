"""The ingredients are read a few at a time, at the cook's pace."""

from tests.cook.driver import ROAST, Cook
from tests.cook.test_food_facts import RECIPE
from voicecook.recipe.load import load_recipe


def test_yes_reads_on_until_the_last_one() -> None:
    cook = Cook(RECIPE)
    assert cook.says("ingredients").endswith("Shall I go on with the honey glaze?")
    assert cook.says("yes") == (
        "For the honey glaze: four tablespoons of runny honey, three tablespoons of soy sauce and "
        "two tablespoons of light brown sugar. Shall I go on?"
    )
    assert cook.says("yes").startswith("Two tablespoons of apple cider vinegar; three cloves")
    assert cook.says("yes").endswith("to mix with the cornflour. That's all of them.")
    assert cook.session.asked is None


def test_no_ends_the_reading_and_more_takes_it_up_again() -> None:
    cook = Cook(RECIPE)
    cook.says("ingredients")
    assert cook.says("no") == "All right. Say next when you're ready."
    assert cook.says("more_ingredients") == "Yes, nine more. Shall I go on?"
    assert cook.says("yes").startswith("For the honey glaze: four tablespoons")


def test_one_group_is_read_alone() -> None:
    cook = Cook(RECIPE)
    assert "runny honey" in cook.says("ingredients", group="glaze")
    cook.says("yes")
    assert cook.says("yes").endswith("That's all for the honey glaze.")
    assert cook.says("more_ingredients") == "No, that's all of them."


def test_next_ingredient_gives_one_at_a_time() -> None:
    cook = Cook(RECIPE)
    assert cook.says("next_ingredient").startswith("A kilo of pork belly")
    assert cook.says("next_ingredient") == "One teaspoon of fine sea salt."
    for _ in range(9):
        cook.says("next_ingredient")
    assert cook.says("next_ingredient").endswith("That's the last one.")
    assert cook.says("next_ingredient").startswith("That was the last ingredient.")


def test_moving_on_ends_the_reading_of_a_group() -> None:
    cook = Cook(RECIPE)
    cook.says("ingredients", group="glaze")
    cook.says("next")
    assert cook.says("next_ingredient").startswith("A kilo of pork belly")


def test_a_group_there_is_none_of_is_not_made_up() -> None:
    said = Cook(RECIPE).says("ingredients", group="the rice")
    assert said.startswith("I don't see a list for the rice.")
    assert said.endswith("There is one for the pork belly and one for the honey glaze.")


def test_a_recipe_with_one_list_is_read_without_groups() -> None:
    cook = Cook(
        load_recipe(RECIPE.source.replace("honey-glazed-pork-belly", "weeknight-tomato-pasta"))
    )
    assert cook.says("ingredients").startswith("Eight ounces of spaghetti")
    assert cook.says("count_ingredients") == "Eight ingredients."


def test_a_recipe_without_ingredients_says_so() -> None:
    cook = Cook(ROAST)
    for question in ("ingredients", "next_ingredient", "count_ingredients"):
        assert cook.says(question) == "This recipe lists no ingredients."


def test_the_list_follows_the_scale_and_the_units() -> None:
    cook = Cook(RECIPE)
    cook.says("scale", servings=6)
    assert "one and a half teaspoons of fine sea salt" in cook.says("ingredients")
    cook.says("units", system="imperial")
    assert "about three and a third pounds of pork belly" in cook.says("ingredients")


def test_answers_leave_the_offer_of_a_timer_open() -> None:
    cook = Cook(RECIPE).goes_to("roast")
    cook.says("ingredient_amount", ingredient="salt")
    assert cook.says("yes").startswith("The pork timer is running")
