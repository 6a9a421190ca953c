"""The plan: never two things in the same hands, never a step before what it waits for."""

from datetime import timedelta
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.cook.driver import FIVE_O_CLOCK, ROAST
from voicecook.cook.time import plan
from voicecook.recipe.library import find_recipe
from voicecook.recipe.load import load_recipe
from voicecook.recipe.model import Recipe, Span, Step, TimerSpec

PORK = load_recipe(find_recipe("honey-glazed-pork-belly"))


@st.composite
def recipes(draw: st.DrawFn, dishes: tuple[str, ...] = ("",)) -> Recipe:
    """Recipes with timers, ovens that heat up, and steps beside and after others."""
    steps: list[Step] = []
    for number in range(draw(st.integers(1, 9))):
        dish = draw(st.sampled_from(dishes))
        own = [step for step in steps if step.dish == dish]
        beside = [step.id for step in own if step.timer or step.by_itself]
        low = draw(st.integers(1, 5000))
        span = Span(low, low + draw(st.integers(0, 900)))
        kind = draw(st.sampled_from(["plain", "timer", "by itself"]))
        name = f"step-{number}"
        steps.append(
            Step(
                name,
                name,
                name,
                takes=draw(st.sampled_from([None, Span(60, 60), Span(240, 600)])),
                timer=TimerSpec(name, span, "Go on.") if kind == "timer" else None,
                by_itself=span if kind == "by itself" else None,
                during=draw(st.sampled_from(["", *beside])),
                after=tuple(
                    draw(st.lists(st.sampled_from([s.id for s in own]), max_size=2)) if own else ()
                ),
                dish=dish,
            )
        )
    return Recipe("Any", (), tuple(steps))


@settings(max_examples=50, deadline=None)
@given(recipes(dishes=("", "soup", "pie")))
def test_nobody_has_four_hands_and_nothing_comes_before_what_it_waits_for(recipe: Recipe) -> None:
    planned = plan.schedule(recipe, FIVE_O_CLOCK)
    by_step = {item.step: item for item in planned}
    assert sorted(by_step) == list(range(len(recipe.steps)))
    for earlier, later in pairwise(planned):
        assert earlier.hands_free <= later.starts
    for item in planned:
        assert all(by_step[before].ends <= item.starts for before in recipe.waits_for(item.step))


@settings(max_examples=50, deadline=None)
@given(recipes())
def test_one_dish_is_cooked_in_the_recipes_order_with_no_idle_hands_but_for_waiting(
    recipe: Recipe,
) -> None:
    planned = plan.schedule(recipe, FIVE_O_CLOCK)
    assert [item.step for item in planned] == list(range(len(recipe.steps)))
    by_step = {item.step: item for item in planned}
    free = FIVE_O_CLOCK
    for item in planned:
        waited = [by_step[before].ends for before in recipe.waits_for(item.step)]
        assert item.starts == max([free, *waited])
        free = item.hands_free


def test_the_plan_of_the_pork_belly() -> None:
    planned = plan.schedule(PORK, FIVE_O_CLOCK)
    lines = [f"{item.starts:%H:%M} {PORK.steps[item.step].title}" for item in planned]
    assert lines == [
        "17:00 Heat the oven and line the tin",
        "17:05 Pat the pork dry",
        "17:07 Score the skin",
        "17:12 Season the pork",
        "17:15 Roast the pork",
        "17:16 Combine the glaze",
        "17:24 Simmer the glaze",
        "17:28 Thicken the glaze",
        "18:46 Turn up the oven",
        "18:47 Brush with glaze",
        "18:57 Caramelize the pork",
        "19:18 Rest the pork",
        "19:29 Slice and serve",
    ]
    assert max(item.ends for item in planned) == FIVE_O_CLOCK + timedelta(hours=2, minutes=34)


def test_a_step_takes_three_minutes_of_the_cook_where_the_recipe_does_not_say() -> None:
    planned = plan.schedule(ROAST, FIVE_O_CLOCK)
    assert planned[0].hands_free - planned[0].starts == timedelta(minutes=3)
    assert planned[1].hands_free - planned[1].starts == timedelta(minutes=1)
