"""Several dishes at once: which one is meant, what its steps are called, what comes next of all.

A menu is one recipe (`recipe/menu.py`), so the session knows nothing of it but here: its steps are
kept in the order of the plan, and put in that order anew whenever the cook goes on.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from voicecook.cook.core.session import Left, Session
from voicecook.cook.time import plan
from voicecook.cook.words import matching
from voicecook.recipe import Ingredient, Question, Recipe, Step, arranged, taken_over, together


def step_title(step: Step) -> str:
    """The step's title, with its dish where it doesn't say that: "Boil the water for the pasta"."""
    known = matching.plain(step.title) & matching.plain(step.dish)
    return f"{step.title} for the {step.dish}" if step.dish and not known else step.title


def step_text(step: Step) -> str:
    """The step as it is read aloud: "For the pasta: fill a large pot with water"."""
    if not step.dish:
        return step.say
    return f"For the {step.dish}: {step.say[:1].lower()}{step.say[1:]}"


def names(recipe: Recipe) -> tuple[str, ...]:
    """What the dishes are called; () where only one is cooked."""
    return tuple(dict.fromkeys(step.dish for step in recipe.steps if step.dish))


def named(recipe: Recipe, said: str) -> str:
    """The one dish these words name: "pork belly" for "the pork"; "" if none or more than one."""
    asked = matching.plain(said)
    found = [dish for dish in names(recipe) if asked & matching.plain(dish)]
    return found[0] if len(found) == 1 else ""


def questions(session: Session, asked: str) -> Iterable[tuple[Question, ...]]:
    """Where to look for an answer: the dish named, else the one at hand and then all of them."""
    every = session.recipe.questions
    dish = named(session.recipe, asked) or session.step.dish
    if dish:
        yield tuple(question for question in every if question.dish == dish)
    yield every


def meant(session: Session, items: Sequence[Ingredient], dish: str) -> tuple[Ingredient, ...]:
    """Of these, the ones of the dish named; else of the one at hand; else all of them."""
    for wanted in filter(None, (dish, session.step.dish)):
        if found := tuple(item for item in items if item.dish == wanted):
            return found
    return tuple(items)


def from_the_top(session: Session, at: datetime) -> Session:
    """The session at the first step of all, the dishes in the order of a new plan."""
    steps = session.recipe.steps
    if not session.recipe.parts:
        return session.but(position=0)
    order = tuple(steps[item.step] for item in plan.schedule(session.recipe, at))
    return session.but(recipe=replace(session.recipe, steps=order), position=0)


def rearranged(session: Session, at: datetime) -> Session:
    """The session with what is left of its dishes in the order of the plan from now."""
    if not session.recipe.parts:
        return session
    steps = session.recipe.steps
    rest = [item.step for item in plan.rest(session, at) if item.step != session.position]
    here = session.position
    done = [index for index in range(len(steps)) if index not in rest and index != here]
    order = [*done, here, *rest]
    arranged = replace(session.recipe, steps=tuple(steps[index] for index in order))
    return session.but(recipe=arranged, position=len(done))


def held_back(session: Session, at: datetime) -> datetime | None:
    """When the step at hand ought to begin, if its dish is to wait for a longer one."""
    if not session.recipe.parts:
        return None
    starts = {item.step: item.starts for item in plan.rest(session, at)}
    start = starts.get(session.position, at)
    begun = plan.standing(session, at).begun
    return start if session.step.dish not in begun and start > at + plan.SOON else None


def work_now(session: Session, at: datetime) -> Step | None:
    """What the cook could turn to at once, where several dishes are cooked."""
    later = work_later(session, at, at + plan.SOON)
    return later[0] if later else None


def work_later(session: Session, at: datetime, end: datetime) -> tuple[Step, datetime] | None:
    """What is to be done next and when, if before `end` and where several dishes are cooked."""
    if not session.recipe.parts:
        return None
    ahead = (item for item in plan.rest(session, at) if item.step != session.position)
    first = next(ahead, None)
    if first is None or first.starts > end:
        return None
    return session.recipe.steps[first.step], first.starts


def jumped(session: Session, position: int, at: datetime) -> Session:
    """The session when the cook jumps to a step: of its dish, what comes before is done."""
    if not session.recipe.parts:
        return session
    dish = session.recipe.steps[position].dish
    behind = {left.step for left in session.behind}
    before = (step for step in session.recipe.steps[:position] if step.dish == dish)
    passed = tuple(Left(step.id, at) for step in before if step.id not in behind)
    return session.but(behind=(*session.behind, *passed))


def joined(session: Session, recipe: Recipe, at: datetime) -> Session:
    """The session with one more dish, everything that runs and is done kept."""
    old = session.recipe
    both = together([*(old.parts or (old,)), recipe])
    now = taken_over(old, both)
    ids = {before: step.id for before, step in now.items()}
    names = {
        step.timer.name: there.timer.name
        for step in old.steps
        if step.timer and (there := now[step.id]).timer
    }
    session = session.but(
        recipe=arranged(both, ids.values()),
        timers=tuple(
            replace(timer, step=ids.get(timer.step, ""), name=names.get(timer.name, timer.name))
            for timer in session.timers
        ),
        rung=tuple(replace(one, name=names.get(one.name, one.name)) for one in session.rung),
        behind=tuple(Left(ids[one.step], one.at) for one in session.behind if one.step in ids),
        nudged=tuple(ids[step] for step in session.nudged if step in ids),
        asked=None,
        list_group="",
        list_next=0,
    )
    return rearranged(jumped(session, session.position, at), at)
