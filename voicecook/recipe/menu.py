"""Several recipes cooked together, as one whose steps, ingredients and questions know their dish.

Each dish keeps its own order of steps; how they go in between each other is the plan's business
(`voicecook.cook.time.plan`), put in place with `arranged`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from voicecook.english import ordinal
from voicecook.recipe.model import Recipe, Step, TimerSpec


def together(recipes: Sequence[Recipe]) -> Recipe:
    """One recipe for all of these; a single one as it is."""
    if len(recipes) == 1:
        return recipes[0]
    dishes = dish_names(recipes)
    named = [_of_dish(recipe, dish) for recipe, dish in zip(recipes, dishes, strict=True)]
    return Recipe(
        name=" and ".join(recipe.name for recipe in recipes),
        ingredients=tuple(item for recipe in named for item in recipe.ingredients),
        steps=tuple(step for recipe in named for step in recipe.steps),
        also=("dinner",),
        serves=recipes[0].serves if len({one.serves for one in recipes}) == 1 else None,
        chill_within_s=min(filter(None, (one.chill_within_s for one in recipes)), default=0),
        tools=tuple(dict.fromkeys(tool for recipe in named for tool in recipe.tools)),
        questions=tuple(question for recipe in named for question in recipe.questions),
        disagreements=tuple(one for recipe in named for one in recipe.disagreements),
        source=" ".join(recipe.source for recipe in recipes),
        groups=tuple(dict.fromkeys(group for recipe in named for group in recipe.groups)),
        parts=tuple(recipes),
    )


def dish_names(recipes: Sequence[Recipe]) -> tuple[str, ...]:
    """What each dish is called, short and to be told apart: "pork belly", "pasta"."""
    shortest = [min((*recipe.also, recipe.name), key=len).lower() for recipe in recipes]
    times = Counter(shortest)
    names: list[str] = []
    for recipe, short in zip(recipes, shortest, strict=True):
        name = short if times[short] == 1 else recipe.name.lower()
        same = sum(other.endswith(name) for other in names)
        names.append(f"{ordinal(same + 1)} {name}" if same else name)
    return tuple(names)


def taken_over(old: Recipe, new: Recipe) -> dict[str, Step]:
    """For the id of each step of `old`, in order, the same step in `new`, which has more dishes."""
    dishes = dish_names(new.parts)
    before = dish_names(old.parts)
    found = {step.id: step for step in new.steps}
    return {
        step.id: found[_named(dishes[before.index(step.dish)], step.id.split(".", 1)[1])]
        if step.dish
        else found[_named(dishes[0], step.id)]
        for step in old.steps
    }


def arranged(recipe: Recipe, order: Iterable[str]) -> Recipe:
    """The recipe with its steps in the order of these ids; those not named come last."""
    places = {step_id: place for place, step_id in enumerate(order)}
    steps = sorted(recipe.steps, key=lambda step: places.get(step.id, len(places)))
    return replace(recipe, steps=tuple(steps))


def _of_dish(recipe: Recipe, dish: str) -> Recipe:
    return replace(
        recipe,
        steps=tuple(_step(step, dish) for step in recipe.steps),
        ingredients=tuple(
            replace(item, dish=dish, group=item.group or dish) for item in recipe.ingredients
        ),
        questions=tuple(replace(question, dish=dish) for question in recipe.questions),
        groups=recipe.groups or (dish,),
    )


def _step(step: Step, dish: str) -> Step:
    """The same step among those of other dishes: its id, and those it leans on, with the dish."""
    return replace(
        step,
        id=_named(dish, step.id),
        during=_named(dish, step.during) if step.during else "",
        after=tuple(_named(dish, name) for name in step.after),
        timer=_timer(step.timer, dish) if step.timer else None,
        dish=dish,
    )


def _named(dish: str, step_id: str) -> str:
    return f"{'-'.join(dish.split())}.{step_id}"


def _timer(timer: TimerSpec, dish: str) -> TimerSpec:
    """The timer with its dish in its name, unless that says it already: "pasta sauce", "pork"."""
    known = set(timer.name.lower().split()) & set(dish.split())
    return timer if known else replace(timer, name=f"{dish} {timer.name}")
