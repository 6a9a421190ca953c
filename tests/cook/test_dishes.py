"""Two dishes at once: what comes next of both, whose timer it is, and a dish that joins."""

from datetime import timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings

from tests.cook.driver import FIVE_O_CLOCK, ROAST, Cook
from tests.cook.test_plan import recipes
from voicecook.cook.core import memory
from voicecook.cook.core.effects import Fetch
from voicecook.cook.core.events import Fetched, Opened
from voicecook.cook.core.session import Session
from voicecook.cook.time import dishes, plan
from voicecook.recipe.library import find_recipe
from voicecook.recipe.load import load_recipe
from voicecook.recipe.menu import together
from voicecook.recipe.model import Recipe, Span, Step, TimerSpec

PORK = load_recipe(find_recipe("honey-glazed-pork-belly"))
PASTA = load_recipe(find_recipe("weeknight-tomato-pasta"))
SOUP = Recipe(
    "Soup",
    (),
    (
        Step(
            "boil",
            "Boil it",
            "Boil it.",
            timer=TimerSpec("boiling", Span(1200, 1200), "Serve."),
        ),
        Step("fill", "Fill the bowls", "Fill the bowls."),
    ),
)


@pytest.fixture
def both() -> Cook:
    return Cook(together([ROAST, SOUP]))


def titles(cook: Cook) -> list[str]:
    return [f"{step.dish}: {step.title}" for step in cook.session.recipe.steps]


def test_the_shorter_dish_goes_in_where_both_are_ready_together() -> None:
    planned = plan.schedule(together([PORK, PASTA]), FIVE_O_CLOCK)
    steps = together([PORK, PASTA]).steps
    ends = {
        dish: max(i.ends for i in planned if steps[i.step].dish == dish)
        for dish in ("pork belly", "pasta")
    }
    assert abs(ends["pork belly"] - ends["pasta"]) <= timedelta(minutes=6)
    first = next(item for item in planned if steps[item.step].dish == "pasta")
    assert first.starts > FIVE_O_CLOCK + timedelta(minutes=100)


def test_steps_say_which_dish_they_are_for(both: Cook) -> None:
    assert "For the little roast: heat the oven." in both.said
    both.says("go_to", topic="soup")
    assert both.said.endswith("Then: For the soup: boil it.")


def test_next_is_the_next_thing_of_all_and_what_is_early_is_held_back(both: Cook) -> None:
    both.says("next")
    both.says("yes")
    assert both.says("next").endswith("For the little roast: mix the glaze.")
    both.waits(minutes=3)
    held = both.says("next")
    assert "Not quite yet: the roast" not in held
    assert both.session.step.dish == "little roast"


def test_the_other_dish_is_announced_when_it_ought_to_start() -> None:
    cook = Cook(together([_oven(5400), SOUP]))
    cook.says("yes")
    assert cook.waits(minutes=65) == ""
    announced = cook.waits(minutes=10)
    assert announced.startswith("It's time to start, so that all is ready together: boil it")
    assert announced.endswith("Say next when you're ready.")
    assert cook.says("next").startswith("Step 2. For the soup: boil it.")


def test_what_to_do_meanwhile_is_the_other_dishs_work() -> None:
    cook = Cook(together([_oven(2400), SOUP]))
    cook.says("yes")
    assert "at about 5 16: boil it for the soup" in cook.says("meanwhile")
    cook.waits(minutes=19)
    assert "boil it for the soup" in cook.says("meanwhile")


def test_a_cook_running_late_gets_a_new_order() -> None:
    cook = Cook(together([_oven(2400), SOUP]))
    before = titles(cook)
    cook.waits(minutes=5)
    cook.says("yes")
    cook.waits(minutes=30)
    cook.says("next")
    assert sorted(titles(cook)) == sorted(before)
    assert cook.session.step.dish == "soup"


def test_a_dish_joins_in_the_middle_and_everything_that_runs_is_kept() -> None:
    cook = Cook(PORK).goes_to("roast")
    cook.says("yes")
    cook.says("next")
    cook.waits(minutes=10)
    assert cook.says("choose_recipe", name="Weeknight tomato pasta") == ""
    assert cook.effects == [Fetch("Weeknight tomato pasta")]
    joined = cook.take(Fetched(cook.now, "Weeknight tomato pasta", PASTA))
    assert joined.startswith("Good, we make the pasta as well. All will be ready together at about")
    assert "The pasta starts at about" in joined
    assert cook.session.step.title == "Combine the glaze"
    assert cook.left() == {"pork": 4800}
    assert cook.session.timers[0].step == "pork-belly.roast"
    assert cook.says("undo").startswith("Taken back.")
    assert cook.session.recipe == PORK


def test_what_was_jumped_over_is_done_when_a_dish_joins() -> None:
    cook = Cook(PORK).goes_to("roast")
    cook.take(Fetched(cook.now, "pasta", PASTA))
    cook.says("start_timer")
    assert "For the pork belly: while the pork roasts" in cook.says("next")


def test_starting_over_makes_a_new_plan_of_both() -> None:
    cook = Cook(together([_oven(2400), SOUP]))
    first = titles(cook)
    cook.says("go_to", topic="soup")
    cook.says("next")
    cook.says("restart")
    cook.says("yes")
    assert titles(cook) == first
    assert cook.session.position == 0


def test_the_longer_dish_begins_whichever_is_named_first() -> None:
    assert "For the pie: bake the pie." in Cook(together([SOUP, _oven(5400)])).said


def test_a_recipe_that_is_there_already_or_nowhere_is_said_so() -> None:
    cook = Cook(PORK)
    assert cook.take(Fetched(cook.now, "Pork", PORK)) == "We're making that already."
    nowhere = cook.take(Fetched(cook.now, "chicken curry", None, (PORK.name, PASTA.name)))
    assert nowhere.startswith("I have no recipe for chicken curry. I know Caramelized")
    assert cook.take(Fetched(cook.now, "", None, (PASTA.name,))).startswith("I know Weeknight")


def test_a_power_cut_keeps_both_dishes_in_their_order() -> None:
    menu = together([PORK, PASTA])
    cook = Cook(PORK)
    cook.says("next")
    cook.take(Fetched(cook.now, "pasta", PASTA))
    cook.says("next")
    kept = memory.session_from_json(memory.session_as_json(cook.session), menu)
    assert kept == cook.session
    cook.session = kept
    seen, cook.now = cook.now, cook.now + timedelta(minutes=4)
    assert "For the pork belly: if the skin" in cook.take(Opened(cook.now, seen))


def test_questions_are_answered_for_the_dish_named_else_the_one_at_hand() -> None:
    cook = Cook(together([PORK, PASTA]))
    assert cook.says("ingredient_amount", ingredient="garlic").startswith(
        "For the pork belly, three"
    )
    of_pasta = cook.says("ingredient_amount", ingredient="garlic", dish="pasta")
    assert of_pasta.startswith("For the pasta, two to three cloves")
    assert "four ounces" not in cook.says("ingredients", group="pasta")
    assert cook.said.startswith("For the pasta: eight ounces of spaghetti")
    assert "sliced" in cook.says("ask", question="can i freeze it")
    assert "sauce alone" in cook.says("ask", question="can i freeze the pasta")


def test_the_heat_is_that_of_the_dish_at_hand() -> None:
    cook = Cook(together([PORK, PASTA]))
    assert cook.says("temperature") == (
        "170 degrees Celsius. Later, in step 9, it's 220 degrees Celsius."
    )
    cook.says("go_to", topic="pasta")
    assert cook.says("temperature") == "High heat."


def test_where_the_cook_is_with_one_of_the_dishes() -> None:
    cook = Cook(together([PORK, PASTA]))
    answer = cook.says("where_am_i", topic="pasta")
    assert answer.startswith("The first for the pasta is step 11 at about")
    assert "Boil the water for the pasta" in answer


@settings(max_examples=50, deadline=None)
@given(recipes(dishes=("soup", "pie", "salad")))
def test_however_the_dishes_are_mixed_the_session_follows_the_plan(recipe: Recipe) -> None:
    menu = Recipe("All", (), recipe.steps, parts=(recipe, recipe))
    session = dishes.rearranged(Session(menu), FIVE_O_CLOCK)
    steps = session.recipe.steps
    assert sorted(step.id for step in steps) == sorted(step.id for step in recipe.steps)
    for waits, index in ((waits, index) for index, waits in enumerate(session.recipe.waits)):
        assert all(before < index for before in waits)
    for earlier, later in pairwise(plan.rest(session, FIVE_O_CLOCK)):
        assert earlier.hands_free <= later.starts


def _oven(seconds: int) -> Recipe:
    """Something that only stands in the oven."""
    timer = TimerSpec("pie", Span(seconds, seconds), "Take it out.")
    return Recipe("Pie", (), (Step("bake", "Bake the pie", "Bake the pie.", timer=timer),))


def test_a_short_question_goes_on_with_the_ingredient_the_dish_or_the_heat() -> None:
    names = ("chickpea-and-spinach-curry", "buttermilk-pancakes", "overnight-white-loaf")
    cook = Cook(together([load_recipe(find_recipe(name)) for name in names]))
    cook.says("ingredient_amount", ingredient="salt", dish="curry")
    assert cook.says("ingredient_amount", ingredient="pancakes") == (
        "For the pancake, half a teaspoon of salt."
    )
    cook.says("temperature")
    assert cook.says("ingredient_amount", ingredient="pancakes") == "90 degrees Celsius."
    cook.says("where_am_i")
    assert "made from twelve ingredients" in cook.says("ingredient_amount", ingredient="pancakes")
