"""Several recipes as one: whose step is whose, and what waits for what."""

from voicecook.recipe.library import find_recipe
from voicecook.recipe.load import load_recipe
from voicecook.recipe.menu import arranged, dish_names, taken_over, together

PORK = load_recipe(find_recipe("honey-glazed-pork-belly"))
PASTA = load_recipe(find_recipe("weeknight-tomato-pasta"))
BOTH = together([PORK, PASTA])


def test_one_recipe_stays_as_it_is() -> None:
    assert together([PORK]) is PORK


def test_dishes_are_called_by_their_shortest_name_unless_that_is_another_ones_too() -> None:
    assert dish_names([PORK, PASTA]) == ("pork belly", "pasta")
    assert dish_names([PASTA, PASTA]) == (
        "weeknight tomato pasta",
        "second weeknight tomato pasta",
    )


def test_every_step_ingredient_and_question_knows_its_dish() -> None:
    for of_dish in (BOTH.steps, BOTH.ingredients, BOTH.questions):
        assert [one.dish for one in of_dish] == sorted(
            (one.dish for one in of_dish), key=["pork belly", "pasta"].index
        )
    assert len(BOTH.steps) == len(PORK.steps) + len(PASTA.steps)


def test_timers_say_their_dish_unless_their_name_does() -> None:
    timers = [step.timer.name for step in BOTH.steps if step.timer]
    assert timers == [
        "pork",
        "pork belly glaze",
        "pork belly glazing",
        "pork belly rest",
        "pasta garlic",
        "pasta sauce",
        "pasta",
    ]


def test_ingredients_without_a_heading_get_their_dishs() -> None:
    assert BOTH.groups == ("pork belly", "honey glaze", "pasta")


def test_no_dish_waits_for_another() -> None:
    count = len(PORK.steps)
    alone = [tuple(count + place for place in waits) for waits in PASTA.waits]
    assert list(BOTH.waits) == [*PORK.waits, *alone]
    mixed = arranged(
        BOTH,
        [step.id for pair in zip(BOTH.steps[count:], BOTH.steps, strict=False) for step in pair],
    )
    dishes = [step.dish for step in mixed.steps]
    for index, waits in enumerate(mixed.waits):
        assert all(dishes[before] == dishes[index] for before in waits)


def test_steps_find_themselves_again_when_a_dish_joins() -> None:
    now = taken_over(PORK, BOTH)
    assert list(now) == [step.id for step in PORK.steps]
    assert now["roast"].id == "pork-belly.roast"
    assert [step.id for step in taken_over(BOTH, BOTH).values()] == [step.id for step in BOTH.steps]
