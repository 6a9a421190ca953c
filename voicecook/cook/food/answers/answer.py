"""The answer to a question: each answerer is tried in turn, and the first that knows it answers.

What none of them finds in the recipe or in a table of ours is told as not said. Nothing is made up:
an answer is a sentence of the recipe, a line of it, or a figure reckoned from one by a table.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from voicecook.cook.core.session import Session
from voicecook.cook.food import heat, portions
from voicecook.cook.food.answers import (
    choices,
    degrees,
    diets,
    evidence,
    lines,
    meanings,
    mentions,
    order,
    quoting,
    reasons,
    search,
    signs,
    swaps,
    times,
    tools,
    trouble,
    weights,
)
from voicecook.cook.food.answers.asking import Asking, asking
from voicecook.cook.food.answers.facts import FIXED_TOPICS
from voicecook.cook.food.answers.unsaid import unsaid
from voicecook.cook.food.questions import best_question
from voicecook.cook.food.reading import sentence
from voicecook.cook.time import dishes
from voicecook.cook.words import matching, wording
from voicecook.english import time_words
from voicecook.recipe import Question

Answerer = Callable[[Asking], str]
EXACT, SURE, LIKELY, WORD = 1.01, 0.8, 0.5, 0.95
"""How well one of the recipe's own questions must fit: word for word; to go before most; to be taken
at all; and to be taken where only one word tells what was asked."""


def answer(session: Session, said: str, at: datetime) -> tuple[str, str]:
    """What to say to these words, and the ingredient spoken of ("": none in particular)."""
    asked = asking(session, said, at)
    words = next(filter(None, (answerer(asked) for answerer in _ANSWERERS)), "")
    about = asked.ingredients[0].name if len(asked.ingredients) == 1 else ""
    return words or unsaid(asked), about


def _danger(asked: Asking) -> str:
    return trouble.help_with(asked) if trouble.is_danger(asked) else ""


def _trouble(asked: Asking) -> str:
    """Trouble that is told, or asked about with "what if"; what the recipe itself asks goes first."""
    return trouble.help_with(asked, own=lambda: _own_question(asked, LIKELY))


def _exact(asked: Asking) -> str:
    return _own_question(asked, EXACT)


def _sure(asked: Asking) -> str:
    return _own_question(asked, SURE)


def _likely(asked: Asking) -> str:
    return _own_question(asked, LIKELY)


def _own_question(asked: Asking, least: float) -> str:
    """What the recipe answers to a question of its own that fits well enough."""
    places = dishes.questions(asked.session, asked.text)
    if len(asked.wanted) < 2:
        least = max(least, WORD)
    best = next(filter(None, (best_question(some, asked.text, least) for some in places)), None)
    return _told(asked, best) if best else ""


def _told(asked: Asking, best: Question) -> str:
    if (best.topic, best.key) == ("about", "serves") and asked.recipe.serves:
        return portions.serves_words(asked.session)
    words = quoting.spoken(asked.session, best.answer, scales=best.topic not in FIXED_TOPICS)
    if best.topic == "substitute" and not asked.is_yes_or_no:
        return sentence(words.removeprefix("Yes. ").removeprefix("Yes, "))
    return words


def _disagrees(asked: Asking) -> str:
    """Where the recipe disagrees with itself."""
    if not (asked.wanted & matching.content("disagree") and asked.recipe.disagreements):
        return ""
    about = time_words.names([f"the {one.about}" for one in asked.recipe.disagreements])
    return wording.DISAGREES.format(about=about)


def _heat(asked: Asking) -> str:
    """How hot: of the step named, else the heat that matters now."""
    if not asked.wanted & _HEAT or " or " in asked.text:
        return ""
    if evidence.asked_aspect(asked) or not heat.asks(asked.text):
        return ""
    if "oven" in asked.words and not any(step.temperature for step in asked.recipe.steps):
        return ""
    return heat.words_about(asked.session, asked.text)


_HEAT = matching.content("hot heat temperature degrees oven preheat")

_ANSWERERS: tuple[Answerer, ...] = (
    _danger,
    _exact,
    _trouble,
    weights.converted,
    _sure,
    swaps.instead,
    degrees.converted,
    order.in_order,
    lines.optional,
    swaps.may_use,
    choices.chosen,
    lines.now,
    diets.suits,
    signs.sign,
    lines.when,
    tools.needed,
    tools.which,
    lines.size,
    lines.prepared,
    lines.contains,
    lines.kind,
    lines.amount,
    times.named_time,
    reasons.why,
    meanings.meaning,
    _likely,
    evidence.told,
    evidence.acted,
    _heat,
    _disagrees,
    lines.plain_amount,
    search.line_with,
    search.sentence_with,
)
"""Who is tried, in this order."""

__all__ = ["answer", "mentions"]
