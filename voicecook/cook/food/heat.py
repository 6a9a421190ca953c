"""How hot, and with which tools."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime

from voicecook.commands import Intent
from voicecook.cook.core.session import Session
from voicecook.cook.core.turn import Turn, say
from voicecook.cook.food import amounts, following
from voicecook.cook.food.answers import mentions
from voicecook.cook.food.answers.patterns import pattern
from voicecook.cook.words import wording
from voicecook.english import as_tool, listed
from voicecook.recipe import Step


def now(session: Session, dish: str = "") -> int | None:
    """The step (0-based) whose heat matters: this one, one that cooks, the last one, the first.

    Of the dish named, else of the one at hand.
    """
    steps = session.recipe.steps
    dish = dish or session.step.dish
    hot = [
        place
        for place, step in enumerate(steps)
        if (step.temperature or step.heat) and step.dish == dish
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


_ASKS = pattern("heat", "asks")


def asks(text: str) -> bool:
    """Whether these words ask how hot it is to be."""
    return bool(_ASKS.search(text))


def of_dish(session: Session, text: str) -> str:
    """The heat of the dish these words name; "" if they name none, or something else besides."""
    dish = following.dish_called(session.recipe, _what_is_named(text))
    place = now(session, dish) if dish else None
    return _only(session, place) if place is not None else ""


def words_about(session: Session, text: str) -> str:
    """The heat of what these words name; where they name nothing, the heat that matters now."""
    if of_one := of_dish(session, text):
        return of_one
    if named := of_named(session, text):
        return named
    if re.search(r"\bwas\b", text) and (place := now(session)) is not None:
        return _only(session, place)
    return words(session)


def of_named(session: Session, text: str) -> str:
    """The heat of the step these words name; "" if they name none that has a heat."""
    named = _what_is_named(text)
    steps = session.recipe.steps
    hot = [place for place in mentions.steps(session.recipe, named) if _is_hot(steps[place])]
    if hot and mentions.score(session.recipe, hot[0], named) >= _CLEARLY:
        return _only(session, hot[0])
    return ""


def _what_is_named(text: str) -> str:
    return " ".join(word for word in text.casefold().split() if word not in _NOT_NAMES)


def _only(session: Session, place: int) -> str:
    heat = _heat_words(session, session.recipe.steps[place])
    return wording.HEAT.format(heat=heat[:1].upper() + heat[1:])


_CLEARLY = 0.5
"""How well words must name a step for its heat to be meant, and not the one that matters now."""


_NOT_NAMES = frozenset(
    [
        "how",
        "hot",
        "what",
        "which",
        "temperature",
        "heat",
        "degrees",
        "is",
        "the",
        "for",
        "to",
        "at",
        "should",
        "be",
        "it",
        "oven",
        "do",
        "i",
        "set",
        "was",
        "does",
        "need",
        "of",
        "in",
        "a",
        "and",
        "again",
    ]
)


def _is_hot(step: Step) -> bool:
    return bool(step.temperature or step.heat)


def on_temperature(session: Session, intent: Intent, at: datetime) -> Turn:
    """Say how hot it is to be."""
    return say(session, words_about(session, intent.words) if intent.words else words(session))


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
    return on_all_tools(session)


def on_all_tools(session: Session) -> Turn:
    """Say which tools the whole recipe needs."""
    of_steps = (tool for step in session.recipe.steps for tool in step.tools)
    every = dict.fromkeys((*session.recipe.tools, *of_steps))
    if not every:
        return say(session, wording.NO_TOOLS)
    return say(session, wording.TOOLS_IN_ALL.format(tools=_listed(every)))


def _listed(tools: Iterable[str]) -> str:
    return listed([as_tool(tool) for tool in tools])
