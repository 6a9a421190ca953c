"""The plan of a cook: what starts when, and what runs beside what.

List scheduling over the recipe's own order: one pair of hands, and each step begins when its hands
are free and every step it waits for is over.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from voicecook.cook import timers
from voicecook.cook.session import Session
from voicecook.recipe.model import Recipe, Step

HANDS_ON = timedelta(minutes=3)
"""What a step is taken to need of the cook's own hands, where the recipe does not say."""
HANDS_ON_BESIDE_TIMER = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Planned:
    """One step's place in the plan."""

    step: int
    """0-based."""
    starts: datetime
    hands_free: datetime
    """From when the cook may do something else."""
    ends: datetime
    """When what the step started is over; the late end of a range."""


def schedule(recipe: Recipe, start: datetime) -> tuple[Planned, ...]:
    """The plan of a whole cook that begins at `start`."""
    return _schedule(recipe, start, 0, {})


def ready_at(session: Session, at: datetime) -> datetime:
    """When the dish will be ready, going on from here with the timers that run."""
    running = {
        place: at + max(timer.left(at), timedelta())
        for place, step in enumerate(session.recipe.steps)
        if (timer := timers.of_step(session, step)) is not None
    }
    planned = _schedule(session.recipe, at, session.position, running)
    return max([item.ends for item in planned] + list(running.values()) + [at])


def _schedule(
    recipe: Recipe, start: datetime, first: int, running: dict[int, datetime]
) -> tuple[Planned, ...]:
    free = start
    planned: dict[int, Planned] = {}
    for index in range(first, len(recipe.steps)):
        step = recipe.steps[index]
        waits = [_over(planned, running, start, before) for before in recipe.waits_for(index)]
        begins = max([free, *waits])
        if index in running:
            item = Planned(index, begins, begins, running[index])
        else:
            hands = HANDS_ON_BESIDE_TIMER if step.timer else HANDS_ON
            item = Planned(index, begins, begins + hands, begins + hands + _by_itself(step))
        planned[index] = item
        free = item.hands_free
    return tuple(planned.values())


def _over(
    planned: dict[int, Planned], running: dict[int, datetime], start: datetime, index: int
) -> datetime:
    return planned[index].ends if index in planned else running.get(index, start)


def _by_itself(step: Step) -> timedelta:
    return timedelta(seconds=step.timer.span.high_s if step.timer else 0)
