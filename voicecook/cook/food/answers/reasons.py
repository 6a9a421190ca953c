"""Why something is done: the sentence of the recipe that gives the reason."""

from __future__ import annotations

from voicecook.cook.food.answers import evidence, facts, mentions
from voicecook.cook.food.answers.asking import Asking
from voicecook.cook.food.answers.facts import Fact
from voicecook.cook.food.answers.patterns import pattern

_ASKS = pattern("reasons", "asks")
_BECAUSE = pattern("reasons", "because")
_ABOUT_IT = frozenset({"why", "whi", "point", "reason", "purpos", "do", "come"})


def why(asked: Asking) -> str:
    """The reason the recipe gives; "" if it gives none or none was asked."""
    if not _ASKS.search(asked.text):
        return ""
    wanted = asked.wanted - _ABOUT_IT
    every = [fact for fact in facts.of_recipe(asked.recipe) if _gives_reason(fact)]
    if not wanted:
        here = [fact for fact in every if fact.step == asked.session.position]
        told = [fact for fact in here if _BECAUSE.search(fact.text)]
        return evidence.said(asked, told[0]) if told else ""
    scored = [(_score(asked, wanted, fact), fact) for fact in every]
    best = max(scored, key=lambda one: one[0], default=(0.0, None))
    return evidence.said(asked, best[1]) if best[1] and best[0] >= 0.6 else ""


def _gives_reason(fact: Fact) -> bool:
    if fact.kind == "more":
        return True
    return fact.kind in ("answer", "step") and bool(_BECAUSE.search(fact.text.casefold()))


def _score(asked: Asking, wanted: frozenset[str], fact: Fact) -> float:
    """How well a reason fits: its own words, and for a detail those of its step."""
    around = fact.stems
    if fact.step is not None and fact.kind == "more":
        step = asked.recipe.steps[fact.step]
        around |= mentions.step_words(step)[0] | facts.Fact(step.say, "step").stems
    own = facts.coverage(asked.recipe, wanted, fact.stems)
    because = bool(_BECAUSE.search(fact.text.casefold()))
    if not (own or because):
        return 0.0
    return 0.4 * own + 0.6 * facts.coverage(asked.recipe, wanted, around) + 0.2 * because
