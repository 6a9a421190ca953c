"""Whether the recipe says it in its own words: "do I cover it?", "which shelf?" (aspects.yaml)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from voicecook.cook.food.answers import facts, mentions, quoting
from voicecook.cook.food.answers.asking import Asking
from voicecook.cook.food.answers.facts import Fact
from voicecook.cook.food.answers.patterns import pattern
from voicecook.cook.food.reading import item_words, sentence
from voicecook.cook.words import matching, wording
from voicecook.recipe import Ingredient

_NEXT_DOOR = 1
"""How many steps away something may be said for it to be about the step at hand."""


@dataclass(frozen=True)
class Aspect:
    """One thing that is asked about, by the words for it."""

    asked: str
    told: str
    against: str = ""
    says: str = ""
    near: str = ""
    own: bool = False
    """Whether the recipe must use the very word that was asked with."""


@cache
def aspects() -> tuple[Aspect, ...]:
    """All of them (aspects.yaml)."""
    text = (files("voicecook.cook.food.answers") / "aspects.yaml").read_text("utf-8")
    entries: list[dict[str, Any]] = yaml.safe_load(text)
    return tuple(Aspect(**{"told": entry["asked"]} | entry) for entry in entries)


def asked_aspect(asked: Asking) -> Aspect | None:
    """Which of them a question is about."""
    for aspect in aspects():
        if found := re.search(aspect.asked, asked.text):
            if aspect.own:
                own = rf"\b{re.escape(found[0].strip())}"
                return Aspect(aspect.asked, own, says=aspect.says, near=aspect.near, own=True)
            return aspect
    return None


def told(asked: Asking) -> str:
    """What the recipe says about the thing asked; "" if nothing."""
    aspect = asked_aspect(asked)
    if aspect is None or mentions.unknown_thing(asked.recipe, asked.text):
        return ""
    for item in asked.named:
        if re.search(aspect.told, f"{item.name}, {item.preparation}".casefold()):
            return sentence(f"{item_words(asked.session, item)}.")
    return _best(asked, aspect)


def _best(asked: Asking, aspect: Aspect) -> str:
    fact = next(iter(holding(asked, aspect.told, aspect.asked)), None)
    if fact is None:
        return ""
    against = aspect.against
    turned = bool(against) and bool(re.search(against, asked.text))
    no = bool(against) and bool(re.search(against, fact.text.casefold()))
    if not (against and asked.is_yes_or_no and is_plain(fact)) or " or " in asked.text:
        return said(asked, fact)
    return yes_or_no(asked, "Yes" if no == turned else "No", fact)


_RAW = frozenset({"pink", "raw", "bloody", "undercooked"})
"""Whether that is all right is never answered by a mere yes."""


def yes_or_no(asked: Asking, word: str, fact: Fact) -> str:
    """Yes or no and the sentence; the sentence alone where "it" may be another than it is about."""
    words = said(asked, fact)
    elsewhere = fact.step not in (None, asked.session.position) and not asked.named
    unnamed = elsewhere and not mentions.is_titled(asked.recipe, fact.step or 0, asked.text)
    if (unnamed and asked.is_about_it) or _RAW & set(asked.words):
        return words
    return f"{word}. {words}"


def holding(asked: Asking, told_by: str, but: str = "$^") -> list[Fact]:
    """The sentences with these words that are about what is asked, nearest to the cook first.

    What it is about is told by the rest of the question: by its words without those of `but`.
    """
    text = re.sub(rf"{told_by}|{but}|\b(?:on|off|with|without|first)\b", " ", asked.text)
    every = [
        fact
        for fact in facts.of_recipe(asked.recipe)
        if re.search(told_by, fact.text.casefold()) and _is_in_place(asked, fact)
    ]
    near = sorted(every, key=lambda fact: facts.nearness(asked.session.position, fact))
    if asked.named:
        return [fact for fact in near if any(_is_about(asked, fact, one) for one in asked.named)]
    wanted = matching.content(text)
    here = [fact for fact in near if fact.step == asked.session.position]
    if asked.is_about_it and (own := [fact for fact in here if wanted <= fact.stems]):
        return own
    scored = [(_topic_score(asked, text, fact), fact) for fact in near]
    best = max((score for score, _ in scored), default=0.0)
    return [fact for score, fact in scored if score == best]


def _is_in_place(asked: Asking, fact: Fact) -> bool:
    """Whether a sentence about keeping, serving or nutrition is asked for: else it misleads."""
    return fact.topic not in _KEEPING or bool(_KEEPING[fact.topic].search(asked.text))


_KEEPING = {topic: pattern("evidence", topic) for topic in ("storage", "nutrition", "serving")}


def of_nutrition(asked: Asking) -> bool:
    """Whether calories, protein and the like are asked for."""
    return bool(_KEEPING["nutrition"].search(asked.text))


def _topic_score(asked: Asking, text: str, fact: Fact) -> float:
    """How well a question's own topic ("the glaze") fits where a sentence stands."""
    wanted = matching.content(text)
    if fact.step is None:
        return facts.coverage(asked.recipe, wanted, fact.stems)
    score = mentions.score(asked.recipe, fact.step, text)
    return round(score + 2 * facts.coverage(asked.recipe, wanted, fact.stems), 6)


def _is_about(asked: Asking, fact: Fact, item: Ingredient) -> bool:
    """Whether a sentence names an ingredient, or its step uses that and no other."""
    if any(one.name == item.name for one in mentions.every_ingredient(asked.recipe, fact.text)):
        return True
    if item in mentions.of_kind(asked.recipe, fact.text.casefold()):
        return True
    if fact.step is None or fact.kind not in ("step", "more"):
        return False
    uses = [use.casefold() for use in asked.recipe.steps[fact.step].uses]
    return uses == [item.name.casefold()]


def said(asked: Asking, fact: Fact) -> str:
    """A sentence as an answer: with its step's number where that isn't the one at hand."""
    words = sentence(quoting.quoted(asked.session, fact))
    words = words if words.endswith((".", "!", "?")) else f"{words}."
    here = asked.session.position
    if fact.step is None or fact.step == here or asked.session.mode == "finished":
        return words
    if re.search(r"\b(?:it|them|this|that)\b", asked.text) and is_far(asked, fact):
        return (
            f"{wording.NOT_THIS_STEP} {wording.STEP_SAYS.format(step=fact.step + 1, words=words)}"
        )
    return wording.STEP_SAYS.format(step=fact.step + 1, words=words)


def is_far(asked: Asking, fact: Fact) -> bool:
    """Whether "it" can hardly mean what this sentence is about: another place, nothing named."""
    if asked.named or fact.step is None:
        return False
    names = mentions.score(asked.recipe, fact.step, asked.text) > 0
    return not names and abs(fact.step - asked.session.position) > _NEXT_DOOR


_IF = re.compile(r"\b(?:if|unless|may|might|can|could|optional|or|should you|before|once|when)\b")
NOT = r"(?:do not|don.t|never|no need to|not|n.t|without|avoid|rather than|instead of|needn.t)"


def is_plain(fact: Fact) -> bool:
    """Whether a sentence tells without an if or a may."""
    return not _IF.search(fact.text.casefold())


def is_denied(fact: Fact) -> bool:
    """Whether a sentence says what not to do."""
    return bool(re.search(rf"{NOT}\b", fact.text.casefold()))
