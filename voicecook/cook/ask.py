"""Questions the recipe itself answers: its tips, storage, nutrition, substitutes and the like."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import datetime
from functools import lru_cache
from math import log

from voicecook.commands.intents import Intent
from voicecook.cook import at_hand, food, heat, matching, time_words, wording
from voicecook.cook.measures import System
from voicecook.cook.reading import item_words, sentence
from voicecook.cook.session import Session
from voicecook.cook.turn import Handler, Turn, say
from voicecook.recipe.model import Question, Recipe, Step

GOOD_ENOUGH = 0.5
"""How well a question must fit, between 0 and 1, to be taken for what was asked."""
COVERED = 0.55
"""How much of what was asked, by weight, a question must know: else it is another one."""
BODY = 0.4
"""What a word counts that only the answer holds, beside 1 for a word of a way to ask."""

_Words = frozenset[str]


def best_question(questions: tuple[Question, ...], asked: str) -> Question | None:
    """The question that was most likely asked, or None if none fits well enough."""
    said = tuple(matching.words(asked))
    if exact := [one for one in questions if said in _ways(one)]:
        return exact[0]
    wanted = matching.content(asked)
    weights = _weights(questions)
    scored = [(_score(one, wanted, weights), _shared(one, said), one) for one in questions]
    score, _, best = max(scored, key=lambda entry: entry[:2], default=(0.0, 0, None))
    return best if score >= GOOD_ENOUGH else None


def _score(question: Question, wanted: _Words, weights: Mapping[str, float]) -> float:
    """How well a question fits: shared weight over mean weight (Dice), by its best way to ask."""
    fits = (_fit(way, _body(question), wanted, weights) for way in _ways_in_content(question))
    return max(fits, default=0.0)


def _fit(way: _Words, body: _Words, wanted: _Words, weights: Mapping[str, float]) -> float:
    shared = _weigh(way & wanted, weights)
    total = _weigh(wanted, weights)
    told = shared + BODY * _weigh((body - way) & wanted, weights)
    if not shared or told < COVERED * total:
        return 0.0
    return 2 * told / (total + max(_weigh(way, weights), told))


def _weigh(words: Iterable[str], weights: Mapping[str, float]) -> float:
    return sum(weights.get(word, weights[""]) for word in words)


@lru_cache(maxsize=8)
def _weights(questions: tuple[Question, ...]) -> Mapping[str, float]:
    """Rare words tell more: the logarithm of one in how many questions has the word."""
    known = [frozenset[str]().union(*_ways_in_content(one)) for one in questions]
    every = frozenset[str]().union(*known)
    count = len(questions)
    return {word: log(1 + count / sum(word in one for one in known)) for word in every} | {
        "": log(1 + count)
    }


@lru_cache(maxsize=1024)
def _ways(question: Question) -> frozenset[tuple[str, ...]]:
    """Every way to ask, in words."""
    return frozenset(
        tuple(matching.words(way)) for ask in question.asks for way in spelled_out(ask)
    )


@lru_cache(maxsize=1024)
def _ways_in_content(question: Question) -> frozenset[frozenset[str]]:
    found = {matching.content(" ".join(way)) for way in _ways(question)}
    return frozenset(way for way in found if way)


@lru_cache(maxsize=1024)
def _body(question: Question) -> frozenset[str]:
    return matching.content(f"{question.topic} {question.key} {question.answer}")


def _shared(question: Question, said: tuple[str, ...]) -> int:
    """To tell questions of equal score apart: how many of the very words they share."""
    return max((len(set(way) & set(said)) for way in _ways(question)), default=0)


def spelled_out(template: str) -> Iterable[str]:
    """Every sentence of a template: "(a|b) [c]" is "a c", "a ", "b c" and "b "."""
    group = re.search(r"\(([^()\[\]]*)\)|\[([^()\[\]]*)\]", template)
    if group is None:
        yield template
        return
    choices = (group[1] if group[1] is not None else f"{group[2]}|").split("|")
    for choice in choices:
        yield from spelled_out(f"{template[: group.start()]}{choice}{template[group.end() :]}")


def _ask(session: Session, intent: Intent, at: datetime) -> Turn:
    asked = str(intent.slots.get("question") or "")
    if not asked.strip():
        return say(session, wording.ASK_AGAIN)
    if swap := re.fullmatch(r".*\buse (.+?) instead of (.+?)", asked.casefold().strip(" ?.")):
        slots = {"with": swap[1], "ingredient": swap[2]}
        return _substitute(session, Intent("substitute", slots), at)
    return say(session, _answer(session, asked))


def _answer(session: Session, asked: str) -> str:
    best = best_question(session.recipe.questions, asked)
    wanted = matching.content(asked)
    if best is None:
        found = _about_itself(session, wanted) or _in_ingredients(session, wanted)
        return found or _in_steps(session, asked) or wording.DOES_NOT_SAY
    if (best.topic, best.key) == ("about", "serves") and session.recipe.serves:
        return food.serves_words(session)
    return best.answer


def _about_itself(session: Session, wanted: _Words) -> str:
    """How hot it is, or where the recipe disagrees with itself."""
    if wanted & _HEAT:
        return heat.words(session.but(units=_scale_named(wanted) or session.units))
    if wanted & _DISAGREE and session.recipe.disagreements:
        about = time_words.names([f"the {one.about}" for one in session.recipe.disagreements])
        return wording.DISAGREES.format(about=about)
    return ""


def _scale_named(wanted: _Words) -> System:
    if wanted & matching.content("fahrenheit"):
        return "imperial"
    return "metric" if wanted & matching.content("celsius") else ""


_HEAT = matching.content("hot temperature degrees celsius fahrenheit")
_DISAGREE = matching.content("disagree")


def _in_ingredients(session: Session, wanted: _Words) -> str:
    """The ingredient whose line holds every word asked for."""
    for item in session.recipe.ingredients:
        line = matching.content(f"{item.name} {item.preparation} {' '.join(item.also)}")
        if wanted and wanted <= line:
            return wording.HOW_MUCH.format(item=sentence(item_words(session, item)))
    return ""


def _in_steps(session: Session, asked: str) -> str:
    """What the step that holds every word asked for says, or how it explains itself."""
    wanted = matching.content(asked)
    explain = matching.words(asked)[:1] in (["why"], ["what"])
    views = sorted((_explained, _told), key=lambda view: (view is _explained) != explain)
    for view in (_titled, *views):
        for place, step in enumerate(session.recipe.steps):
            if wanted and wanted <= matching.content(view(step)):
                words = _explained(step) if view is _explained else step.say
                return wording.STEP_SAYS.format(step=place + 1, words=words)
    return ""


def _titled(step: Step) -> str:
    return step.title


def _told(step: Step) -> str:
    return f"{step.title} {step.say}"


def _explained(step: Step) -> str:
    return f"{step.detail} {step.done_when}".strip()


def _substitute(session: Session, intent: Intent, at: datetime) -> Turn:
    instead = str(intent.slots.get("ingredient") or "").strip()
    swap = str(intent.slots.get("with") or "").strip()
    found = matching.ingredients_called(session.recipe, instead) if instead else ()
    names = {item.name for item in found}
    if question := _swap_question(session.recipe, names, swap, anywhere=not instead):
        answer = question.answer
        return say(session, answer if swap else sentence(answer.removeprefix("Yes. ")))
    return say(session, _no_substitute(instead, swap, names))


def _swap_question(recipe: Recipe, names: set[str], swap: str, anywhere: bool) -> Question | None:
    """What the recipe says about this swap: both sides must be the ones asked about."""
    wanted = matching.plain(swap)
    for question in recipe.questions:
        right = anywhere or question.key in names
        told = matching.plain(question.swap)
        meant = wanted <= told or told <= wanted if wanted else not anywhere
        if question.topic == "substitute" and right and meant:
            return question
    return None


def _no_substitute(instead: str, swap: str, names: set[str]) -> str:
    if instead and not names:
        return wording.NOT_IN_RECIPE.format(name=instead)
    name = min(names, key=len) if len(names) == 1 else instead
    if swap and instead:
        return wording.NO_SUCH_SWAP.format(swap=swap, name=name)
    if swap:
        return wording.NO_SUCH_SWAP_AT_ALL.format(swap=swap)
    return wording.NO_SUBSTITUTE.format(name=name) if instead else wording.WHICH_TO_REPLACE


def _recipe_title(session: Session, intent: Intent, at: datetime) -> Turn:
    recipe = session.recipe
    words = wording.RECIPE_TITLE.format(name=recipe.name)
    return say(session, f"{words} {food.serves_words(session)}" if recipe.serves else words)


HANDLERS: dict[str, Handler] = {
    **at_hand.HANDLERS,
    "ask": _ask,
    "substitute": _substitute,
    "recipe_title": _recipe_title,
}
