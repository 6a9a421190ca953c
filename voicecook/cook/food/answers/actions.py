"""Whether something is to be done: "do i peel the ginger", "should i rinse it" (actions.yaml)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files

import yaml

from voicecook.cook.food.answers import evidence, facts, mentions
from voicecook.cook.food.answers.asking import Asking
from voicecook.cook.food.answers.facts import Fact
from voicecook.cook.food.reading import item_words, sentence
from voicecook.cook.words import matching
from voicecook.recipe import Ingredient


@cache
def actions() -> Mapping[str, tuple[str, ...]]:
    """The words for an action, by each of them (actions.yaml)."""
    text = (files("voicecook.cook.food.answers") / "actions.yaml").read_text("utf-8")
    lines: list[list[str]] = yaml.safe_load(text)
    return {word: tuple(line) for line in lines for word in line}


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
    found = evidence.holding(asked, told_by)
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
        return bool(asked.named) or fact.step is None or not evidence.is_far(asked, fact)
    around = fact.stems
    if fact.step is not None:
        step = asked.recipe.steps[fact.step]
        around |= matching.content(f"{step.title} {' '.join(step.topics)} {step.say}")
    return facts.coverage(asked.recipe, rest, around) >= 0.5


def _acted(asked: Asking, fact: Fact, told_by: str) -> str:
    words = fact.text.casefold()
    if not asked.is_yes_or_no or re.match(r"(?:can|could|may|would|will)\b", asked.text):
        return evidence.said(asked, fact)
    if re.search(rf"{evidence.NOT}\b[^.;,]{{0,25}}{told_by}", words):
        return evidence.yes_or_no(asked, "No", fact)
    later = fact.step is not None and fact.step > asked.session.position
    if later and re.search(r"\b(?:now|yet|already|at this (?:point|stage)|next)\b", asked.text):
        return f"Not yet. {evidence.said(asked, fact)}"
    if fact.kind in ("step", "more") and evidence.is_plain(fact) and " or " not in asked.text:
        negated = re.search(r"^\w+ (?:i |we )?not\b|without", asked.text)
        return evidence.said(asked, fact) if negated else evidence.yes_or_no(asked, "Yes", fact)
    return evidence.said(asked, fact)


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
