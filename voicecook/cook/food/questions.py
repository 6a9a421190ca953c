"""Which of the recipe's questions was asked, however it was worded.

Words are weighed by how rare they are among the questions (inverse document frequency), and a way
to ask is compared with what was asked by Dice's coefficient.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from math import log

from voicecook.cook.words import matching
from voicecook.english import parse, ways
from voicecook.recipe import Question

GOOD_ENOUGH = 0.5
"""How well a question must fit, between 0 and 1, to be taken for what was asked."""
COVERED = 0.55
"""How much of what was asked, by weight, a question must know: else it is another one."""
BODY = 0.4
"""What a word counts that only the answer holds, beside 1 for a word of a way to ask."""

_Words = frozenset[str]


@dataclass(frozen=True, slots=True)
class _Known:
    """A question as it is compared: its ways to ask and its answer as words that matter."""

    question: Question
    ways: frozenset[_Words]
    body: _Words
    all_words: _Words
    """Every word of its ways to ask, as it is written."""


@dataclass(frozen=True, slots=True)
class _Index:
    """All questions of a recipe, prepared for comparing."""

    exact: Mapping[tuple[str, ...], Question]
    known: tuple[_Known, ...]
    weights: Mapping[str, float]
    unknown: float
    """The weight of a word that is in no way to ask."""

    def weigh(self, words: Iterable[str]) -> float:
        return sum(self.weights.get(word, self.unknown) for word in words)


def best_question(
    questions: tuple[Question, ...], asked: str, least: float = GOOD_ENOUGH
) -> Question | None:
    """The question that was most likely asked; None if none fits as well as `least`, 0 to 1."""
    index = _index(questions)
    said = tuple(matching.words(asked))
    if said in index.exact:
        return index.exact[said]
    wanted = matching.content(asked)
    scored = [(_score(one, wanted, index), len(one.all_words & {*said})) for one in index.known]
    best = max(zip(scored, index.known, strict=True), key=lambda entry: entry[0], default=None)
    return best[1].question if best and best[0][0] >= least else None


def _score(known: _Known, wanted: _Words, index: _Index) -> float:
    """How well a question fits: shared weight over mean weight (Dice), by its best way to ask."""
    return max((_fit(way, known.body, wanted, index) for way in known.ways), default=0.0)


def _fit(way: _Words, body: _Words, wanted: _Words, index: _Index) -> float:
    shared = index.weigh(way & wanted)
    total = index.weigh(wanted)
    told = shared + BODY * index.weigh((body - way) & wanted)
    if not shared or told < COVERED * total:
        return 0.0
    return 2 * told / (total + max(index.weigh(way), told))


@lru_cache(maxsize=8)
def _index(questions: tuple[Question, ...]) -> _Index:
    spelled = [(one, {*_sentences(one)}) for one in reversed(questions)]
    exact = {way: one for one, ways in spelled for way in ways if way}
    known = tuple(_known(one, ways) for one, ways in reversed(spelled))
    count = Counter(word for one in known for word in frozenset[str]().union(*one.ways))
    weights = {word: log(1 + len(known) / times) for word, times in count.items()}
    return _Index(exact, known, weights, unknown=log(1 + len(known)))


def _sentences(question: Question) -> Iterable[tuple[str, ...]]:
    return (tuple(matching.words(way)) for ask in question.asks for way in ways(parse(ask)))


def _known(question: Question, sentences: Iterable[tuple[str, ...]]) -> _Known:
    ways = {matching.content(" ".join(words)) for words in sentences} - {frozenset[str]()}
    body = matching.content(f"{question.topic} {question.key} {question.answer}")
    return _Known(
        question, frozenset(ways), body, frozenset(matching.words(" ".join(question.asks)))
    )
