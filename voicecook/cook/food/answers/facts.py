"""Every sentence of a recipe, with where it stands: what an answer may be quoted from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from math import log
from typing import Literal

from voicecook.cook.words import matching
from voicecook.recipe import Question, Recipe, Step

Kind = Literal["step", "more", "sign", "timer", "answer"]
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z0-9\"'])")
FIXED_TOPICS = frozenset({"storage", "nutrition", "about", "serving"})
"""Answers whose amounts don't change with the number of guests."""


@dataclass(frozen=True)
class Fact:
    """One sentence the recipe says."""

    text: str
    kind: Kind
    step: int | None = None
    """The step (0-based) it belongs to."""
    topic: str = ""
    """Of an answer: tip, storage, note …"""

    @property
    def stems(self) -> frozenset[str]:
        """Its words that matter."""
        return matching.content(self.text)

    @property
    def scales(self) -> bool:
        """Whether amounts in it follow the number of guests."""
        return self.topic not in FIXED_TOPICS


def sentences(text: str) -> list[str]:
    """The sentences of a text."""
    return [one for one in _SENTENCE.split(text.strip()) if one]


@lru_cache(maxsize=8)
def of_recipe(recipe: Recipe) -> tuple[Fact, ...]:
    """All of them: the steps' own, then the answers' and the introduction's."""
    steps = [fact for place, step in enumerate(recipe.steps) for fact in of_step(step, place)]
    answers = [fact for question in recipe.questions for fact in _of_question(question)]
    intro = [Fact(text, "answer", topic="about") for text in sentences(recipe.intro)]
    return tuple(dict.fromkeys((*steps, *answers, *intro)))


def of_step(step: Step, place: int) -> Iterable[Fact]:
    """What one step says, explains, and says when it is done."""
    parts: list[tuple[str, Kind]] = [
        (step.say, "step"),
        (step.detail, "more"),
        (step.done_when, "sign"),
    ]
    if step.timer:
        spoken = (reminder.say for reminder in step.timer.reminders)
        parts += [(text, "timer") for text in (step.timer.look, step.timer.done, *spoken)]
    for text, kind in parts:
        yield from (Fact(one, kind, place) for one in sentences(text))


_FIGURES = frozenset({"serves", "course", "cuisine", "difficulty"})
"""Said only when they are asked for."""


def _of_question(question: Question) -> Iterable[Fact]:
    if question.topic == "about" and question.key in _FIGURES:
        return
    for text in sentences(question.answer):
        if text.rstrip(".!") not in ("Yes", "No", "Absolutely"):
            yield Fact(text, "answer", topic=question.topic)


@lru_cache(maxsize=8)
def weights(recipe: Recipe) -> Mapping[str, float]:
    """How much each word tells: the rarer among the sentences, the more."""
    every = of_recipe(recipe)
    count: dict[str, int] = {}
    for fact in every:
        for word in fact.stems:
            count[word] = count.get(word, 0) + 1
    return {word: log(1 + len(every) / times) for word, times in count.items()}


def coverage(recipe: Recipe, wanted: frozenset[str], told: frozenset[str]) -> float:
    """Which part of what is wanted, by weight, these words tell: 0 to 1."""
    known = weights(recipe)
    unknown = log(1 + len(of_recipe(recipe)))
    total = sum(known.get(word, unknown) for word in wanted)
    return sum(known.get(word, unknown) for word in wanted & told) / total if total else 0.0


def nearness(position: int, fact: Fact) -> tuple[int, int]:
    """How far a sentence is from the step at hand: that itself, what comes, what was before."""
    if fact.step is None:
        return (2, 0)
    ahead = fact.step - position
    return (0 if ahead == 0 else 1, ahead if ahead >= 0 else 1000 - ahead)
