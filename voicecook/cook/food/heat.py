"""How hot, and with which tools."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from voicecook.commands import Intent
from voicecook.cook.core.session import Session
from voicecook.cook.core.turn import Turn, say
from voicecook.cook.food import amounts
from voicecook.cook.words import wording
from voicecook.english import as_tool, listed
from voicecook.recipe import Step


def now(session: Session) -> int | None:
    """The step (0-based) whose heat matters: this one, one that cooks, the last one, the first."""
    steps = session.recipe.steps
    hot = [
        place
        for place, step in enumerate(steps)
        if (step.temperature or step.heat) and step.dish == session.step.dish
    ]
    cooking = {timer.step for timer in session.timers}
    choices = [
        [place for place in hot if place == session.position],
        [place for place in hot if steps[place].id in cooking],
        [place for place in reversed(hot) if place < session.position and steps[place].temperature],
        hot,
    ]
    return next((places[0] for places in choices if places), None)


def words(session: Session) -> str:
    """The heat that matters now, and the other one there is."""
    place = now(session)
    if place is None:
        return wording.NO_TEMPERATURE
    here = _heat_words(session, session.recipe.steps[place])
    first = wording.HEAT.format(heat=here[:1].upper() + here[1:])
    return " ".join([first, *_others(session, place, here)])


def on_temperature(session: Session, intent: Intent, at: datetime) -> Turn:
    """Say how hot it is to be."""
    return say(session, words(session))


def _others(session: Session, place: int, here: str) -> list[str]:
    """The oven's other temperature, before or later."""
    steps = session.recipe.steps
    other = [
        index
        for index, step in enumerate(steps)
        if step.temperature and amounts.temperature(step.temperature, session.units) not in here
    ]
    cooking = {timer.step: timer.name for timer in session.timers}
    beside = [index for index in other if steps[index].id in cooking]
    if beside:
        name, degrees = cooking[steps[beside[0]].id], _heat_words(session, steps[beside[0]])
        return [wording.BESIDE.format(timer=name, heat=degrees)]
    own = [index for index in other if steps[index].dish == steps[place].dish]
    later = [index for index in own if index > place]
    said = [(wording.LATER, later[0])] if later else [(wording.BEFORE, i) for i in own[-1:]]
    return [
        text.format(step=index + 1, heat=_heat_words(session, steps[index])) for text, index in said
    ]


def _heat_words(session: Session, step: Step) -> str:
    degrees = amounts.temperature(step.temperature, session.units) if step.temperature else ""
    return ", ".join(part for part in (degrees, step.heat) if part)


def on_tools(session: Session, intent: Intent, at: datetime) -> Turn:
    """Say which tools this step needs."""
    if session.step.tools:
        return say(session, wording.TOOLS_HERE.format(tools=_listed(session.step.tools)))
    of_steps = (tool for step in session.recipe.steps for tool in step.tools)
    every = dict.fromkeys((*session.recipe.tools, *of_steps))
    if not every:
        return say(session, wording.NO_TOOLS)
    return say(session, wording.TOOLS_IN_ALL.format(tools=_listed(every)))


def _listed(tools: Iterable[str]) -> str:
    return listed([as_tool(tool) for tool in tools])
