"""The questions a recipe answers itself: word for word, or nearly so."""

from __future__ import annotations

import re
from dataclasses import replace

from voicecook.cook.food import portions
from voicecook.cook.food.answers import quoting
from voicecook.cook.food.answers.asking import Asking
from voicecook.cook.food.answers.facts import FIXED_TOPICS
from voicecook.cook.food.answers.patterns import pattern
from voicecook.cook.food.answers.swaps import without_yes
from voicecook.cook.food.questions import best_question
from voicecook.cook.time import dishes
from voicecook.cook.words import matching
from voicecook.recipe import Question

EXACT, SURE, LIKELY, WORD = 1.01, 0.8, 0.5, 0.95
"""How well a question must fit: word for word; to go before most other answers; to be taken at all;
and to be taken where a single word tells what was asked."""
_LEADS = (
    (r"how long|how many (?:days|weeks|months|hours|minutes)", r"how long|time"),
    (r"how many|how much", r"how many|how much|content|serv|portion"),
    (r"why", r"why|what for"),
    (r"when", r"when"),
    (r"where", r"where"),
    (r"who", r"who"),
)
"""What a question begins with, and what one of the ways to ask must then hold."""
_KEEPS = pattern("keeping", "asks")
_OPEN = re.compile(r"^(?:how|what|which|why|where|when|who|\(what|\(how|\(which)")


def exact(asked: Asking) -> str:
    """The answer to a question of the recipe's own, asked in its very words."""
    return _answer(asked, EXACT)


def sure(asked: Asking) -> str:
    """The answer to one that fits very well."""
    return _answer(asked, SURE)


def likely(asked: Asking) -> str:
    """The answer to one that fits well enough."""
    return _answer(asked, LIKELY)


def keeping(asked: Asking) -> str:
    """How it is kept, where the question is whether it keeps: "will it keep till Thursday"."""
    if not _KEEPS.search(asked.text):
        return ""
    return likely(replace(asked, text="how do i store it"))


def _answer(asked: Asking, least: float) -> str:
    places = dishes.questions(asked.session, asked.text)
    if len(asked.wanted) < 2:
        least = max(least, WORD)
    kept = (some if least >= EXACT else _fitting(asked, some) for some in places)
    best = next(filter(None, (best_question(some, asked.text, least) for some in kept)), None)
    return _told(asked, best) if best else ""


def _fitting(asked: Asking, questions: tuple[Question, ...]) -> tuple[Question, ...]:
    """The questions that ask the same kind of thing: how long is not why."""
    return tuple(question for question in questions if _is_alike(asked, question))


def _is_alike(asked: Asking, question: Question) -> bool:
    asks = " | ".join(question.asks)
    for lead, needed in _LEADS:
        if re.match(rf"(?:{lead})\b", asked.text):
            return bool(re.search(needed, asks)) and _is_of_its_kind(asked, question)
    if asked.is_yes_or_no and question.topic in ("tip", "faq", "note") and _all_open(question):
        return False
    return _is_of_its_kind(asked, question)


def _all_open(question: Question) -> bool:
    return all(_OPEN.match(ask) for ask in question.asks)


def _is_of_its_kind(asked: Asking, question: Question) -> bool:
    """What is told of the freezer and of the dish as a whole is asked for as such."""
    if (question.topic, question.key) == ("storage", "freezer"):
        return bool(re.search(r"freez|frozen|thaw|defrost", asked.text))
    if question.key == "intro":
        return asked.wanted <= matching.content(" ".join(question.asks))
    return True


def _told(asked: Asking, best: Question) -> str:
    if (best.topic, best.key) == ("about", "serves") and asked.recipe.serves:
        return portions.serves_words(asked.session)
    words = quoting.spoken(asked.session, best.answer, scales=best.topic not in FIXED_TOPICS)
    if best.topic == "substitute" and not asked.is_yes_or_no:
        return without_yes(words)
    return words
