"""Either-or questions answered as such: "brown or white sugar" → "Brown: two tablespoons of …"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from voicecook.cook.food.answers import actions, evidence, facts, mentions, warmth
from voicecook.cook.food.answers.asking import Asking
from voicecook.cook.food.answers.facts import Fact
from voicecook.cook.food.answers.patterns import pattern
from voicecook.cook.food.reading import item_words, sentence
from voicecook.cook.words import matching, wording
from voicecook.english import as_tool, stem
from voicecook.recipe import Ingredient

_LEAD = pattern("choices", "lead")
_OPPOSITES = {
    "tinned": "can canned tin tinned", "canned": "can canned tin tinned", "fresh": "fresh freshly",
    "dry": "dry dried", "dried": "dry dried", "ground": "ground powder", "hob": "hob pan stove",
    "oven": "oven bake roast", "boiling": "boil boiling", "cover": "cover covered lid",
    "covered": "cover covered lid", "uncovered": "uncovered open", "raw": "raw uncooked",
}  # fmt: skip
_LITTLE = frozenset(
    [
        "the",
        "a",
        "an",
        "it",
        "them",
        "i",
        "of",
        "to",
        "is",
        "be",
        "do",
        "should",
        "and",
        "in",
        "with",
        "for",
        "my",
        "this",
        "that",
    ]
)


@dataclass(frozen=True)
class _Choice:
    """Two things to choose between, by the words only one of them has."""

    said: tuple[str, str]
    own: tuple[frozenset[str], frozenset[str]]


def chosen(asked: Asking) -> str:
    """Which of the two it is; "" if this is no such question."""
    choice = _choice(asked)
    if choice is None:
        return ""
    if _HEATS.search(asked.text) and not asked.named:
        return warmth.level(asked)
    return _in_lines(asked, choice) or _in_tools(asked, choice) or _in_sentences(asked, choice)


def _in_lines(asked: Asking, choice: _Choice) -> str:
    """What an ingredient's line tells between the two."""
    for item in asked.ingredients:
        if (which := _only(choice, _line_words(item))) is not None:
            words = f"{item_words(asked.session, item)}."
            return _so(choice, which, words, _core(item))
    return ""


def _in_tools(asked: Asking, choice: _Choice) -> str:
    """What a tool's name tells between the two."""
    for tool in mentions.tools(asked.recipe, asked.text):
        head = _stems(tool.split()[-1])
        if (which := _only(choice, _stems(tool) - head)) is not None:
            return _so(choice, which, f"{as_tool(tool)}.", head)
    return ""


def _in_sentences(asked: Asking, choice: _Choice) -> str:
    """What the recipe's own words tell between the two."""
    best = _in_facts(asked, choice)
    if best is None:
        return ""
    which, fact = best
    words = evidence.said(asked, fact)
    if which is None or not evidence.is_plain(fact) or evidence.is_denied(fact):
        return words
    return _so(choice, which, words)


_WHICH_IS = pattern("choices", "which_is")
_HEATS = pattern("choices", "heats")


def unsaid(asked: Asking) -> str:
    """What the recipe leaves open between the two, as a clause; "" if it is no such question."""
    choice = _choice(asked)
    return wording.EITHER.format(first=choice.said[0], second=choice.said[1]) if choice else ""


def _choice(asked: Asking) -> _Choice | None:
    if " or " not in asked.text or asked.text.endswith((" or not", " or no")):
        return None
    aspect = evidence.asked_aspect(asked)
    if aspect and aspect.against:
        return None
    body = _WHICH_IS.sub("", asked.text)
    left, _, right = _LEAD.sub("", body).partition(" or ")
    first, second = left.split(), _LEAD.sub("", right).split()
    if not first or not second or len(first) > 6 or second[-1] in {"with", "without"}:
        return None
    first = _alike(first, second, asked)
    a, b = _meaning(first), _meaning(second)
    topic = frozenset[str]().union(*(matching.plain(one.name) & a & b for one in asked.named))
    own = (a - b - topic, _leading(second, first, asked) - a - topic)
    if not all(own):
        return None
    return _Choice((_said(first), _said(second)), own)


def _alike(first: list[str], second: list[str], asked: Asking) -> list[str]:
    """The word of the first that answers to the second: "warm" of "served warm or cold"."""
    if len(second) > 1 or len(first) == 1 or {"it", "the"} & {*first}:
        return first
    cores = frozenset[str]().union(*(_core(one) for one in asked.named))
    telling = [w for w in first if w not in _LITTLE and stem(w) not in cores]
    return telling[-1:] or first


def _leading(second: list[str], first: list[str], asked: Asking) -> frozenset[str]:
    """The words of the second that answer to the first: "white" of "white sugar for the glaze"."""
    cut = re.split(r"\b(?:for|in|to|of|with|when|on)\b", " ".join(second))[0].split() or second
    names = {stem(w) for one in asked.named for w in matching.words(one.name)}
    kept = [word for word in cut if stem(word) not in names or len(cut) == 1]
    return _meaning(kept[: max(len(first), 1)] or cut)


def _meaning(words: list[str]) -> frozenset[str]:
    """The stems of the words, and of others that mean the same: tinned, canned, tin."""
    every = [other for word in words if word not in _LITTLE
             for other in _OPPOSITES.get(word, word).split()]  # fmt: skip
    return frozenset(stem(word) for word in every)


def _said(words: list[str]) -> str:
    return " ".join(word for word in words if word not in {"i"})


def _only(choice: _Choice, told: frozenset[str]) -> int | None:
    """Which of the two these words hold, if only one."""
    held = [bool(own & told) for own in choice.own]
    return held.index(True) if sum(held) == 1 else None


def _line_words(item: Ingredient) -> frozenset[str]:
    unit = item.amount.unit if item.amount else ""
    return _stems(f"{unit} {item.name} {item.preparation}")


def _core(item: Ingredient) -> frozenset[str]:
    """What both kinds would be called: "butter" of "unsalted butter"."""
    return mentions.core(item.name)


def _stems(text: str) -> frozenset[str]:
    return frozenset(stem(word) for word in matching.words(text.replace("-", " ")))


def _in_facts(asked: Asking, choice: _Choice) -> tuple[int | None, Fact] | None:
    """The sentence nearest to what is asked that tells between the two."""
    position = asked.session.position
    every = sorted(facts.of_recipe(asked.recipe), key=lambda f: facts.nearness(position, f))
    found: list[tuple[float, int | None, Fact]] = []
    shared = asked.wanted - choice.own[0] - choice.own[1]
    for fact in every:
        told = frozenset(stem(word) for word in matching.words(fact.text.replace("-", " ")))
        held = [bool(own & told) for own in choice.own]
        if not any(held):
            continue
        fit = _fit(asked, fact, shared)
        if fit > 0:
            found.append((fit, held.index(True) if sum(held) == 1 else None, fact))
    if not found:
        return None
    best = max(found, key=lambda one: one[0])
    return best[1], best[2]


def _fit(asked: Asking, fact: Fact, shared: frozenset[str]) -> float:
    """How well a sentence is about what both have in common; nothing named: the step at hand."""
    here = fact.step == asked.session.position
    if not shared:
        return 1.0 + here if here or fact.step is None else 0.0 if asked.is_about_it else 0.5
    around = fact.stems
    if fact.step is not None:
        step = asked.recipe.steps[fact.step]
        around |= matching.content(" ".join((step.title, *step.topics)))
    part = facts.coverage(asked.recipe, shared, around)
    return part + 0.1 * here if part >= 0.5 else 0.0


def _so(choice: _Choice, which: int, words: str, topic: frozenset[str] = frozenset()) -> str:
    said = choice.said[which]
    short = re.sub(r"^(?:with|the|a|an|in|on|over|at|use|should i|do i) ", "", said)
    head = _first_part(short, choice, which, topic)
    return f"{sentence(head)}: {words[0].lower() + words[1:] if words[:4] != 'Step' else words}"


def _first_part(short: str, choice: _Choice, which: int, topic: frozenset[str]) -> str:
    """The choice without what both share: "brown" of "brown sugar"; "grate it" stays."""
    words = short.split()
    if len(words) > 1 and not {"it", "the", "them"} & {*words}:
        words = [word for word in words if stem(word) not in topic] or words
        return " ".join(words)
    if {"it", "the", "them"} & {*choice.said[which].split()}:
        return choice.said[which] if actions.is_action(words[0]) else words[0]
    if len(words) > 1 and stem(words[0]) in choice.own[which] and words[1] != "it":
        named = [word for word in words if stem(word) in choice.own[which]]
        return " ".join(named)
    return short
