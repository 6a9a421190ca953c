"""How hot: of the step that is named, in its own words where it gives no figure."""

from __future__ import annotations

import re

from voicecook.cook.food import heat
from voicecook.cook.food.answers import evidence, facts, lines
from voicecook.cook.food.answers.asking import Asking
from voicecook.cook.food.answers.facts import Fact
from voicecook.cook.food.answers.patterns import pattern
from voicecook.cook.words import wording

_TOLD = pattern("warmth", "told").pattern
_HOB = pattern("warmth", "hob")
_OVEN = pattern("warmth", "oven")


def how_hot(asked: Asking) -> str:
    """How hot it is to be; "" if that isn't asked, or nothing is said of it."""
    if " or " in asked.text or evidence.asked_aspect(asked) or not heat.asks(asked.text):
        return ""
    of_hob = _HOB.search(asked.text)
    told = (_in_words(asked) if of_hob and asked.named else "") or heat.of_named(
        asked.session, asked.text
    )
    if told:
        return told
    return _of_oven(asked) if _OVEN.search(asked.text) and not of_hob else _here(asked)


def _of_oven(asked: Asking) -> str:
    """The oven's degrees; a recipe that gives none may tell them in its own words."""
    if any(step.temperature for step in asked.recipe.steps):
        return heat.words_about(asked.session, asked.text)
    return "" if "oven" in asked.words else _here(asked)


def _here(asked: Asking) -> str:
    """The heat of the step at hand, as it is given or in its own words."""
    given = asked.step.heat or asked.step.temperature
    words = ("" if given else _in_words(asked)) or heat.words_about(asked.session, asked.text)
    return "" if words == wording.NO_TEMPERATURE else words


def _where_used(asked: Asking) -> list[Fact]:
    """What is said of the heat in the first step an ingredient goes into."""
    places = [place for item in asked.named for place in lines.uses(asked, item)[:1]]
    steps = asked.recipe.steps
    every = [fact for place in places for fact in facts.of_step(steps[place], place)]
    return [fact for fact in every if re.search(_TOLD, fact.text.casefold())]


def level(asked: Asking) -> str:
    """How hot the hob is to be at this step, or wherever the recipe says it next."""
    if asked.step.heat:
        return wording.HEAT.format(heat=asked.step.heat[:1].upper() + asked.step.heat[1:])
    return _in_words(asked)


def _in_words(asked: Asking) -> str:
    """What the recipe says of the heat in its own words."""
    found = evidence.holding(asked, _TOLD)
    near = [fact for fact in found if fact.step is not None] or _where_used(asked)
    return evidence.said(asked, near[0]) if near else ""
