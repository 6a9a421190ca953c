"""Whether the recipe says it in its own words: "do I cover it?", "which shelf?" (aspects.yaml)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
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
    entries: list[dict[str, Any]] = yaml.safe_load(_read("aspects.yaml"))
    return tuple(Aspect(**{"told": entry["asked"]} | entry) for entry in entries)


@cache
def actions() -> Mapping[str, tuple[str, ...]]:
    """The words for an action, by each of them (actions.yaml)."""
    lines: list[list[str]] = yaml.safe_load(_read("actions.yaml"))
    return {word: tuple(line) for line in lines for word in line}


def _read(name: str) -> str:
    return (files("voicecook.cook.food.answers") / name).read_text("utf-8")


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
    if aspect is None:
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
    return _yes(asked, "Yes" if no == turned else "No", fact)


def _yes(asked: Asking, word: str, fact: Fact) -> str:
    """Yes or no and the sentence; the sentence alone where "it" may be another than it is about."""
    words = said(asked, fact)
    elsewhere = fact.step not in (None, asked.session.position) and not asked.named
    unnamed = elsewhere and not mentions.is_titled(asked.recipe, fact.step or 0, asked.text)
    return words if unnamed and asked.is_about_it else f"{word}. {words}"


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
    if re.search(r"\b(?:it|them|this|that)\b", asked.text) and _far(asked, fact):
        return (
            f"{wording.NOT_THIS_STEP} {wording.STEP_SAYS.format(step=fact.step + 1, words=words)}"
        )
    return wording.STEP_SAYS.format(step=fact.step + 1, words=words)


def _far(asked: Asking, fact: Fact) -> bool:
    """Whether "it" can hardly mean what this sentence is about: another place, nothing named."""
    if asked.named or fact.step is None:
        return False
    names = mentions.score(asked.recipe, fact.step, asked.text) > 0
    return not names and abs(fact.step - asked.session.position) > _NEXT_DOOR


_IF = re.compile(r"\b(?:if|unless|may|might|can|could|optional|or|should you|before|once|when)\b")
_NOT = r"(?:do not|don.t|never|no need to|not|n.t|without|avoid|rather than|instead of|needn.t)"


def is_plain(fact: Fact) -> bool:
    """Whether a sentence tells without an if or a may."""
    return not _IF.search(fact.text.casefold())


def is_denied(fact: Fact) -> bool:
    """Whether a sentence says what not to do."""
    return bool(re.search(rf"{_NOT}\b", fact.text.casefold()))


def acted(asked: Asking) -> str:
    """Whether something is to be done: "do I peel the ginger", "should I rinse the rice"."""
    if not (asked.is_yes_or_no or re.match(r"how do i|how should i|do you", asked.text)):
        return ""
    if (verbs := asked_action(asked)) is None:
        return ""
    told_by = rf"\b(?:{'|'.join(_forms(verbs))})\b"
    for item in asked.named:
        if re.search(told_by, item.preparation.casefold()) or _is_named_so(verbs, item):
            line = sentence(f"{item_words(asked.session, item)}.")
            return f"Yes: {line[0].lower()}{line[1:]}" if asked.is_yes_or_no else line
    found = holding(asked, told_by)
    rest = _rest(asked, verbs)
    fits = [fact for fact in found if _fits(asked, fact, rest)]
    return _acted(asked, fits[0], told_by) if fits else ""


def _is_named_so(verbs: tuple[str, ...], item: Ingredient) -> bool:
    """Whether a name tells that it is done: "peeled tomatoes"."""
    done = {form for form in _forms(verbs) if form.endswith("ed")}
    return bool(done & {*item.name.casefold().split()})


def holds(verbs: tuple[str, ...], text: str) -> bool:
    """Whether a text tells of an action."""
    return bool(re.search(rf"\b(?:{'|'.join(_forms(verbs))})\b", text.casefold()))


def _rest(asked: Asking, verbs: tuple[str, ...]) -> frozenset[str]:
    """What the question says beside the action."""
    own = matching.content(" ".join(verbs))
    named = matching.content(" ".join(f"{one.name} {' '.join(one.also)}" for one in asked.named))
    return asked.wanted - own - named - matching.content("first now yet already next before")


def _fits(asked: Asking, fact: Fact, rest: frozenset[str]) -> bool:
    """Whether a sentence holds what else was asked; the step at hand may leave the object out."""
    if not rest:
        return bool(asked.named) or fact.step is None or not _far(asked, fact)
    around = fact.stems
    if fact.step is not None:
        step = asked.recipe.steps[fact.step]
        around |= matching.content(f"{step.title} {' '.join(step.topics)} {step.say}")
    return facts.coverage(asked.recipe, rest, around) >= 0.5


def _acted(asked: Asking, fact: Fact, told_by: str) -> str:
    words = fact.text.casefold()
    if not asked.is_yes_or_no or re.match(r"(?:can|could|may|would|will)\b", asked.text):
        return said(asked, fact)
    if re.search(rf"{_NOT}\b[^.;,]{{0,25}}{told_by}", words):
        return _yes(asked, "No", fact)
    later = fact.step is not None and fact.step > asked.session.position
    if later and re.search(r"\b(?:now|yet|already|at this (?:point|stage)|next)\b", asked.text):
        return f"Not yet. {said(asked, fact)}"
    if fact.kind in ("step", "more") and is_plain(fact) and " or " not in asked.text:
        negated = re.search(r"^\w+ (?:i |we )?not\b|without", asked.text)
        return said(asked, fact) if negated else _yes(asked, "Yes", fact)
    return said(asked, fact)


def asked_action(asked: Asking) -> tuple[str, ...] | None:
    """The action a question asks about, in all the words for it; the first one it names."""
    for start in range(len(asked.words)):
        if verbs := _verbs_at(asked, start):
            return verbs
    return None


_BEFORE_VERBS = frozenset(
    [
        "i",
        "we",
        "you",
        "to",
        "not",
        "or",
        "and",
        "also",
        "just",
        "first",
        "really",
        "even",
        "still",
        "gently",
        "be",
        "been",
        "already",
    ]
)


def _verbs_at(asked: Asking, start: int) -> tuple[str, ...] | None:
    """The action whose word stands here, where a verb may stand."""
    before = asked.words[start - 1] if start else ""
    may = before in _BEFORE_VERBS or asked.words[0] in {"does", "should", "must", "will"}
    for size in (2, 1):
        here = " ".join(asked.words[start : start + size])
        participle = here.split()[0].endswith("ed") and before not in {"the", "a", "of", "with"}
        participle |= here.split()[0].endswith("ing") and before in {
            "need",
            "needs",
            "want",
            "wants",
        }
        named = mentions.ingredients(asked.recipe, here) and before not in _BEFORE_VERBS
        if (may or participle) and not named and (verbs := _verbs().get(here)):
            return verbs
    return None


def is_action(word: str) -> bool:
    """Whether a word is something to do: "drain it?"."""
    return word in actions() or word in {"turn", "put", "use", "take", "leave", "make", "cook"}


@cache
def _verbs() -> Mapping[str, tuple[str, ...]]:
    """The words for an action, by every form of each of them."""
    return {form: line for word, line in actions().items() for form in _forms((word,))}


@cache
def _forms(verbs: Iterable[str]) -> tuple[str, ...]:
    """The forms of verbs: "slice", "sliced", "slicing", "slices", also "unpeeled"."""
    regular = (form for verb in verbs for form in _forms_of(verb))
    return (*regular, *(odd for verb in verbs for odd in _ODD_FORMS.get(verb, "").split()))


_ODD_FORMS = {
    "tear": "torn tore", "beat": "beaten", "freeze": "frozen froze", "shake": "shaken shook",
    "rise": "risen rose", "keep": "kept", "take out": "taken", "stand": "stood", "cut": "cutting",
}  # fmt: skip


def _forms_of(verb: str) -> tuple[str, ...]:
    first, _, rest = verb.partition(" ")
    after = f" {rest}" if rest else ""
    base = first.removesuffix("e")
    doubled = first + first[-1]
    ends = (first, f"{first}s", f"{first}es", f"{base}ed", f"{base}ing", f"{doubled}ed",
            f"{doubled}ing", f"{first[:-1]}ied", f"un{base}ed", f"pre{base}ed")  # fmt: skip
    return tuple(f"{end}{after}" for end in dict.fromkeys(ends))
