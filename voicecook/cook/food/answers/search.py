"""The sentence of the recipe that holds what was asked, and what comes nearest where none does."""

from __future__ import annotations

import re

from voicecook.cook.food.answers import evidence, facts, times
from voicecook.cook.food.answers.asking import Asking
from voicecook.cook.food.answers.facts import Fact
from voicecook.cook.food.answers.patterns import pattern
from voicecook.cook.food.reading import item_words, sentence
from voicecook.cook.words import matching
from voicecook.english import listed
from voicecook.recipe import Step

ENOUGH = 0.85
"""Which part of what was asked, by weight, a sentence must hold to be the answer."""
NEAR = 0.34
"""Which part makes it worth naming as the nearest."""


def sentence_with(asked: Asking) -> str:
    """A sentence, with its neighbours in the step, that holds nearly all that was asked."""
    if evidence.asked_aspect(asked) or _NEEDS_MORE.search(asked.text):
        return ""
    if len(asked.wanted) == 1 and asked.text.startswith(("what is", "what are")):
        return ""
    best = _best(asked)
    if best is None or best[0] < ENOUGH:
        return ""
    if times.ASKS.search(asked.text) and not times.TOLD.search(best[1].text):
        return ""
    return evidence.said(asked, best[1])


_NEEDS_MORE = pattern("search", "needs_more")
"""Questions that a sentence with the same words does not answer by that alone."""


def nearest(asked: Asking) -> str:
    """The sentence that comes nearest; "" if none has much to do with it."""
    best = _best(asked)
    if best is None or best[0] < NEAR:
        return ""
    fact = best[1]
    return evidence.said(Asking(asked.session, "", asked.at), fact)


def line_with(asked: Asking) -> str:
    """The ingredient whose line holds every word asked for."""
    if not asked.wanted or _NEEDS_MORE.search(asked.text):
        return ""
    found = [
        item_words(asked.session, item)
        for item in asked.recipe.ingredients
        if asked.wanted <= matching.content(f"{item.name} {item.preparation} {' '.join(item.also)}")
    ]
    return sentence(f"{listed(found[:3])}.") if found else ""


def _best(asked: Asking) -> tuple[float, Fact] | None:
    if not asked.wanted:
        return None
    scored = [(_score(asked, fact), fact) for fact in facts.of_recipe(asked.recipe)]
    return max(scored, key=lambda one: one[0], default=None)


def _score(asked: Asking, fact: Fact) -> float:
    """How much of what was asked a sentence holds, its step's own words helping a little."""
    own = facts.coverage(asked.recipe, asked.wanted, fact.stems)
    if fact.step is None:
        return own
    around = fact.stems | _of_step(asked.recipe.steps[fact.step])
    with_step = facts.coverage(asked.recipe, asked.wanted, around)
    explains = re.match(r"why|what is|what are", asked.text) and fact.kind == "more"
    near = 0.02 * (fact.step == asked.session.position) + 0.01 * bool(explains)
    return (0.7 * own + 0.3 * with_step if own else 0.0) + near * bool(own)


def _of_step(step: Step) -> frozenset[str]:
    return matching.content(" ".join((step.title, step.say, *step.topics, *step.uses)))
