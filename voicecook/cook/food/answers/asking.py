"""A question as the answerers see it: its words, its place in the cook, and what it is about."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from voicecook.cook.core.session import Session
from voicecook.cook.food.answers import mentions
from voicecook.cook.food.answers.patterns import pattern
from voicecook.cook.words import matching
from voicecook.recipe import Ingredient, Recipe, Step

_SPELLED = (
    (r"[\u2019`]", "'"),
    (r"\bwon't\b", "will not"),
    (r"\bcan't\b|\bcannot\b", "can not"),
    (r"n't\b", " not"),
    (r"\b(i)'m\b", r"\1 am"),
    (r"'re\b", " are"),
    (r"'ve\b", " have"),
    (r"'ll\b", " will"),
    (r"'d\b", " would"),
    (r"\b(what|how|where|who|when|it|that|this|there|here)'?s\b", r"\1 is"),
    (r"(\w)'s\b", r"\1 is"),
    (r"\b(dont|doesnt|isnt)\b", lambda found: found[0][:-2] + " not"),
    (r"\bgonna\b", "going to"),
    (r"\b(do|have|has) (i|we|you|it) got to\b", r"\1 \2 have to"),
    (r"[^\w\s°/.%½¼¾⅓⅔-]|\.(?!\d)|(?<!\w)-|-(?!\w)", " "),
)
_OPENING = pattern("asking", "opening")
_CLOSING = pattern("asking", "closing")
_ASKS = pattern("asking", "asks")


@dataclass(frozen=True)
class Asking:
    """A question, and the cook who asks it."""

    session: Session
    text: str
    """In lower case, contractions spelled out, without "so tell me" and "please"."""
    at: datetime

    @property
    def recipe(self) -> Recipe:
        """The recipe that is asked."""
        return self.session.recipe

    @cached_property
    def words(self) -> tuple[str, ...]:
        """Its words."""
        return tuple(self.text.split())

    @cached_property
    def wanted(self) -> frozenset[str]:
        """The stems of the words that matter."""
        return matching.content(self.text)

    @property
    def is_question(self) -> bool:
        """Whether it asks; "it's burning" doesn't."""
        return bool(_ASKS.match(self.text))

    @property
    def is_yes_or_no(self) -> bool:
        """Whether yes or no could answer it."""
        return self.text.split(" ", 1)[0] in _YES_OR_NO

    @cached_property
    def named(self) -> tuple[Ingredient, ...]:
        """The ingredients its own words name."""
        return mentions.ingredients(self.recipe, self.text)

    @cached_property
    def ingredients(self) -> tuple[Ingredient, ...]:
        """The ingredients it is about: those it names, else the one "it" was said of."""
        if self.named or not self.is_about_it:
            return self.named
        return mentions.ingredients(self.recipe, self.session.last_ingredient.casefold())

    @property
    def is_about_it(self) -> bool:
        """Whether it names its thing only with a pronoun."""
        return any(word in _PRONOUNS for word in self.words)

    @cached_property
    def steps(self) -> tuple[int, ...]:
        """The steps (0-based) its words name, best first."""
        return mentions.steps(self.recipe, self.text)

    @property
    def step(self) -> Step:
        """The step at hand."""
        return self.session.step


_YES_OR_NO = frozenset(
    [
        "is",
        "are",
        "was",
        "were",
        "do",
        "does",
        "did",
        "can",
        "could",
        "should",
        "shall",
        "must",
        "may",
        "will",
        "would",
        "has",
        "have",
        "am",
        "need",
        "if",
        "whether",
    ]
)
_PRONOUNS = frozenset(["it", "that", "this", "they", "them", "these", "those", "one"])


def asking(session: Session, said: str, at: datetime) -> Asking:
    """The question in these words, tidied."""
    return Asking(session, tidied(said), at)


def tidied(said: str) -> str:
    """The words in lower case, spelled out, without what only leads up to the question."""
    text = said.casefold()
    for written, spelled in _SPELLED:
        text = re.sub(written, spelled, text)
    text = " ".join(text.split())
    short = _CLOSING.sub("", _OPENING.sub("", text)).strip()
    return short or text
