"""The plan of a cook: what starts when, and what runs beside what.

List scheduling: one pair of hands, and each step begins when its hands are free and every step it
waits for is over. Of several dishes the one whose next step can begin first has the hands, and of
two at once the one that then goes on by itself for longer; a shorter dish begins so much later that
all are ready together.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from voicecook.cook.core.session import Session
from voicecook.cook.time import timers
from voicecook.recipe import Recipe, Step

HANDS_ON = timedelta(minutes=3)
"""What a step is taken to need of the cook's own hands, where the recipe does not say."""
HANDS_ON_BESIDE_TIMER = timedelta(minutes=1)
SOON = timedelta(minutes=2)
"""What begins within this begins now, as far as a cook is concerned."""


@dataclass(frozen=True, slots=True)
class Planned:
    """One step's place in the plan."""

    step: int
    """0-based."""
    starts: datetime
    hands_free: datetime
    """From when the cook may do something else."""
    early: datetime
    """When what the step started is over; the early end of a range."""
    ends: datetime
    """The late end."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How far a cook has come: what the plan of the rest goes out from."""

    left: frozenset[int]
    """The steps (0-based) still to be done, the one at hand included."""
    over: Mapping[int, datetime] = field(default_factory=dict)
    """When what an earlier step started will be over; one not named is over."""
    begun: frozenset[str] = frozenset()
    """The dishes under way, which are not held back any more."""


def schedule(recipe: Recipe, start: datetime) -> tuple[Planned, ...]:
    """The plan of a whole cook whose first dish begins at `start`, in order of time."""
    return _rest(recipe, start, Standing(frozenset(range(len(recipe.steps)))))


def slack(recipe: Recipe, planned: Sequence[Planned]) -> dict[int, timedelta]:
    """How much later than planned each step (0-based) could begin without dinner being later."""
    places = {item.step: item for item in planned}
    latest = {step: max(item.ends for item in planned) for step in places}
    for item in sorted(planned, key=lambda item: item.starts, reverse=True):
        begins = latest[item.step] - (item.ends - item.starts)
        for before in recipe.waits_for(item.step):
            if before in latest:
                latest[before] = min(latest[before], begins)
    return {step: latest[step] - item.ends for step, item in places.items()}


def standing(session: Session, at: datetime) -> Standing:
    """How far this cook has come."""
    steps = session.recipe.steps
    behind = {left.step: left.at for left in session.behind}
    ahead = range(0 if session.recipe.parts else session.position, len(steps))
    left = frozenset(index for index in ahead if steps[index].id not in behind)
    over: dict[int, datetime] = {}
    for index, step in enumerate(steps):
        if timer := timers.of_step(session, step):
            over[index] = at + max((timer.until or timer.due) - (timer.held or at), timedelta())
        elif step.by_itself and step.id in behind:
            over[index] = behind[step.id] + by_itself(step)[1]
        elif step.timer and _has_rung(session, step):
            over[index] = at
    dishes = {steps[index].dish for index in over} | {
        step.dish for step in steps if step.id in behind
    }
    return Standing(left, over, frozenset(dishes))


def rest(session: Session, at: datetime) -> tuple[Planned, ...]:
    """The plan of what is left to do from now."""
    return _rest(session.recipe, at, standing(session, at))


def ready_at(session: Session, at: datetime) -> datetime:
    """When dinner will be ready, going on from here with the timers that run."""
    running = standing(session, at).over.values()
    return max([item.ends for item in rest(session, at)] + list(running) + [at])


def hands_on(step: Step) -> timedelta:
    """How long the cook is busy with a step."""
    if step.takes:
        return timedelta(seconds=step.takes.high_s)
    return HANDS_ON_BESIDE_TIMER if step.timer or step.by_itself else HANDS_ON


def by_itself(step: Step) -> tuple[timedelta, timedelta]:
    """How long a step then goes on without the cook: the early and the late end."""
    span = step.timer.span if step.timer else step.by_itself
    if span is None:
        return timedelta(), timedelta()
    return timedelta(seconds=span.low_s), timedelta(seconds=span.high_s)


def _has_rung(session: Session, step: Step) -> bool:
    return step.timer is not None and step.timer.name in {alert.name for alert in session.rung}


def _rest(recipe: Recipe, at: datetime, standing: Standing) -> tuple[Planned, ...]:
    dishes = _dishes(recipe, standing)
    alone = [_merge(recipe, at, standing, [dish], [at]) for dish in dishes]
    ends = [max((item.ends for item in plan), default=at) for plan in alone]
    finish = max(ends, default=at)
    begun = [recipe.steps[dish[0]].dish in standing.begun for dish in dishes]
    starts = [
        at if under_way else at + (finish - end) for under_way, end in zip(begun, ends, strict=True)
    ]
    return _merge(recipe, at, standing, dishes, starts)


def _dishes(recipe: Recipe, standing: Standing) -> list[list[int]]:
    """What is left of each dish, in the recipe's order."""
    found: dict[str, list[int]] = {}
    for index in sorted(standing.left):
        found.setdefault(recipe.steps[index].dish, []).append(index)
    return list(found.values())


def _merge(
    recipe: Recipe,
    at: datetime,
    standing: Standing,
    dishes: Sequence[Sequence[int]],
    starts: Sequence[datetime],
) -> tuple[Planned, ...]:
    """One plan for these dishes, none of which begins before its start."""
    waits = recipe.waits
    queues = [list(dish) for dish in dishes]
    planned: dict[int, Planned] = {}
    free = at
    while any(queues):
        choices = [
            (max(free, start, _all_over(waits[queue[0]], planned, standing, at)), number)
            for number, (queue, start) in enumerate(zip(queues, starts, strict=True))
            if queue
        ]
        begin, number = min(choices, key=lambda choice: _urgency(recipe, queues, choice))
        index = queues[number].pop(0)
        planned[index] = _placed(recipe.steps[index], index, begin, standing.over.get(index))
        free = planned[index].hands_free
    return tuple(planned.values())


def _all_over(
    steps: Sequence[int], planned: Mapping[int, Planned], standing: Standing, at: datetime
) -> datetime:
    """When all these steps are over."""
    ends = (
        planned[step].ends if step in planned else standing.over.get(step, at) for step in steps
    )
    return max(ends, default=at)


def _urgency(
    recipe: Recipe, queues: Sequence[Sequence[int]], choice: tuple[datetime, int]
) -> tuple[datetime, timedelta, int]:
    """The smaller the sooner: what can begin first, then what goes on by itself for longest."""
    begin, number = choice
    return begin, -by_itself(recipe.steps[queues[number][0]])[1], number


def _placed(step: Step, index: int, begin: datetime, over: datetime | None) -> Planned:
    if over is not None:
        return Planned(index, begin, begin, over, over)
    hands_free = begin + hands_on(step)
    early, late = by_itself(step)
    return Planned(index, begin, hands_free, hands_free + early, hands_free + late)
