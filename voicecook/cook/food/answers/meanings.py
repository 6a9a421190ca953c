"""What a word of the kitchen means: the recipe's own explanation first, else our glossary."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import yaml

from voicecook.cook.food.answers import facts, patterns, quoting
from voicecook.cook.food.answers.asking import Asking
from voicecook.cook.food.answers.evidence import said
from voicecook.cook.food.reading import sentence
from voicecook.cook.words import matching
from voicecook.english import stem

_ASKS = patterns.every("meanings", "asks")
"""Whole sentences; the last asks how it is done."""
_ARTICLES = re.compile(
    r"^(?:to |an? |the |this |that |some |it |them |be )+|\s+(?:it|them|this|that|in|the .+|mean)$"
)


@cache
def glossary() -> Mapping[str, str]:
    """What the words mean, by the stems of each (glossary.yaml)."""
    text = (files("voicecook.cook.food.answers") / "glossary.yaml").read_text("utf-8")
    entries: dict[str, str] = yaml.safe_load(text)
    return {
        _key(word): f"{words}." for names, words in entries.items() for word in names.split(", ")
    }


def _key(words: str) -> str:
    return " ".join(stem(word) for word in matching.words(words.replace("-", " ")))


def meaning(asked: Asking) -> str:
    """What the word asked about means; "" if none is asked about, or none we know."""
    for number, asks in enumerate(_ASKS):
        match = re.fullmatch(asks, asked.text)
        if not match:
            continue
        word = _ARTICLES.sub("", match[1]).strip()
        if not word:
            return ""
        own = _explained(asked, word)
        known = glossary().get(_key(word), "")
        if number == len(_ASKS) - 1:
            return _how(asked, word, known)
        return own or (sentence(known) if known else "")
    return ""


def _how(asked: Asking, word: str, known: str) -> str:
    """How something is done: what the recipe says about it, and what the word means."""
    if not known:
        return ""
    stems = matching.content(word)
    for fact in facts.of_recipe(asked.recipe):
        if stems <= fact.stems and fact.kind in ("step", "more"):
            return f"{said(asked, fact)} {sentence(known)}"
    return sentence(known)


def _explained(asked: Asking, word: str) -> str:
    """A sentence of the recipe that says what something is: "That is a gentle simmer."."""
    pattern = rf"(?:^|\b(?:that is|which is|called) )(?:an? |the )?(?:\w+ )?{re.escape(word)}\b"
    for fact in facts.of_recipe(asked.recipe):
        text = fact.text.casefold()
        if re.search(rf"\b(?:that is|called) (?:an? |the )?(?:\w+ )?{re.escape(word)}\b", text):
            return _with_the_one_before(asked, fact)
        if re.match(rf"{pattern} (?:is|are|means) ", text):
            return quoting.quoted(asked.session, fact)
    return ""


def _with_the_one_before(asked: Asking, fact: facts.Fact) -> str:
    """With the sentence before, which "that" points to."""
    every = facts.of_recipe(asked.recipe)
    place = every.index(fact)
    words = quoting.quoted(asked.session, fact)
    if place and fact.text.casefold().startswith("that") and every[place - 1].step == fact.step:
        return f"{quoting.quoted(asked.session, every[place - 1])} {words}"
    return words
