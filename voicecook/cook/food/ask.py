"""Questions the recipe itself answers: its tips, storage, nutrition, substitutes and the like."""

from __future__ import annotations

import re
from datetime import datetime

from voicecook.commands import Intent
from voicecook.cook.core.session import Session
from voicecook.cook.core.turn import Turn, say
from voicecook.cook.food import food, heat, portions
from voicecook.cook.food.measures import System
from voicecook.cook.food.questions import best_question
from voicecook.cook.food.reading import item_words, sentence
from voicecook.cook.time import dishes
from voicecook.cook.words import matching, wording
from voicecook.english import listed
from voicecook.recipe import Question, Recipe, Step


def on_ask(session: Session, intent: Intent, at: datetime) -> Turn:
    """Answer a question from what the recipe says."""
    asked = str(intent.slots.get("question") or "")
    if not asked.strip():
        return say(session, wording.ASK_AGAIN)
    if swap := re.fullmatch(r".*\buse (.+?) instead of (.+?)", asked.casefold().strip(" ?.")):
        slots = {"with": swap[1], "ingredient": swap[2]}
        return on_substitute(session, Intent("substitute", slots), at)
    return say(session, _answer(session, asked))


def _answer(session: Session, asked: str) -> str:
    places = dishes.questions(session, asked)
    best = next(filter(None, (best_question(some, asked) for some in places)), None)
    wanted = matching.content(asked)
    if best is None:
        found = _about_itself(session, wanted) or _in_ingredients(session, wanted)
        return found or _in_steps(session, asked) or wording.DOES_NOT_SAY
    if (best.topic, best.key) == ("about", "serves") and session.recipe.serves:
        return portions.serves_words(session)
    if best.topic == "substitute" and matching.words(asked)[0] not in _YES_OR_NO:
        return _without_yes(best.answer)
    return best.answer


_YES_OR_NO = frozenset(("can", "could", "may", "is", "should", "do", "does", "would", "will"))


def _without_yes(answer: str) -> str:
    return sentence(answer.removeprefix("Yes. ").removeprefix("Yes, "))


def _about_itself(session: Session, wanted: frozenset[str]) -> str:
    """How hot it is, or where the recipe disagrees with itself."""
    if wanted & _HEAT:
        return heat.words(session.but(units=_scale_named(wanted) or session.units))
    if wanted & _DISAGREE and session.recipe.disagreements:
        about = listed([f"the {one.about}" for one in session.recipe.disagreements])
        return wording.DISAGREES.format(about=about)
    return ""


def _scale_named(wanted: frozenset[str]) -> System:
    if wanted & matching.content("fahrenheit"):
        return "imperial"
    return "metric" if wanted & matching.content("celsius") else ""


_HEAT = matching.content("hot heat temperature degrees celsius fahrenheit")
_DISAGREE = matching.content("disagree")


def _in_ingredients(session: Session, wanted: frozenset[str]) -> str:
    """The ingredient whose line holds every word asked for."""
    for item in session.recipe.ingredients:
        line = matching.content(f"{item.name} {item.preparation} {' '.join(item.also)}")
        if wanted and wanted <= line:
            return wording.HOW_MUCH.format(item=sentence(item_words(session, item)))
    return ""


def _in_steps(session: Session, asked: str) -> str:
    """What a step that holds every word asked for says or explains; this step before others."""
    wanted = matching.content(asked)
    explain = matching.words(asked)[:1] in (["why"], ["what"])
    views = sorted((_explained, _told), key=lambda view: (view is _explained) != explain)
    places = sorted(range(len(session.recipe.steps)), key=lambda place: place != session.position)
    for view in (_titled, *views):
        for place in places:
            step = session.recipe.steps[place]
            if wanted and wanted <= matching.content(view(step)):
                words = _explained(step) if view is _explained else dishes.step_text(step)
                return wording.STEP_SAYS.format(step=place + 1, words=words)
    return ""


def _titled(step: Step) -> str:
    return step.title


def _told(step: Step) -> str:
    return f"{step.title} {dishes.step_text(step)}"


def _explained(step: Step) -> str:
    return f"{step.detail} {step.done_when}".strip()


def on_substitute(session: Session, intent: Intent, at: datetime) -> Turn:
    """Say what may stand in for something, if the recipe does."""
    instead = food.named(intent)
    swap = str(intent.slots.get("with") or "").strip()
    found = matching.ingredients_called(session.recipe, instead) if instead else ()
    names = {item.name for item in found}
    if question := _swap_question(session.recipe, names, swap, anywhere=not instead):
        answer = question.answer
        return say(session, answer if swap else _without_yes(answer))
    return say(session, _no_substitute(instead, swap, names))


def _swap_question(recipe: Recipe, names: set[str], swap: str, anywhere: bool) -> Question | None:
    """What the recipe says about this swap: both sides must be the ones asked about."""
    wanted = matching.plain(swap)
    for question in recipe.questions:
        right = anywhere or question.key in names
        told = matching.plain(question.swap)
        meant = wanted <= told or told <= wanted if wanted else not anywhere
        if question.topic == "substitute" and told and right and meant:
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


def on_recipe_title(session: Session, intent: Intent, at: datetime) -> Turn:
    """Say what is being cooked, and for how many."""
    recipe = session.recipe
    words = wording.RECIPE_TITLE.format(name=recipe.name)
    return say(session, f"{words} {portions.serves_words(session)}" if recipe.serves else words)
