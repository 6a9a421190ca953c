"""Questions the recipe itself answers: its own words, its lines, its tips, and our small tables."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from voicecook.commands import Intent
from voicecook.cook.core.session import Session
from voicecook.cook.core.turn import Turn, say
from voicecook.cook.food import at_hand, following, food, heat, portions
from voicecook.cook.food.answers import (
    degrees,
    evidence,
    lines,
    swaps,
    times,
    tools,
    totals,
    warmth,
    weights,
)
from voicecook.cook.food.answers.answer import answer
from voicecook.cook.food.answers.asking import Asking, asking
from voicecook.cook.food.answers.unsaid import unsaid
from voicecook.cook.words import matching, wording


def on_ask(session: Session, intent: Intent, at: datetime) -> Turn:
    """Answer a question from what the recipe says."""
    asked = str(intent.slots.get("question") or intent.words)
    if not matching.words(asked):
        return say(session, wording.ASK_AGAIN)
    words, about = answer(session, asked, at)
    return say(session, words, last_ingredient=about or session.last_ingredient)


def on_substitute(session: Session, intent: Intent, at: datetime) -> Turn:
    """Say what may stand in for something, if the recipe does."""
    instead = food.named(intent)
    swap = str(intent.slots.get("with") or "").strip()
    if not instead and not swap and matching.content(intent.words):
        return on_ask(session, Intent("ask", {"question": intent.words}), at)
    if lines.must(intent.words) and (told := _first(session, intent, at, (lines.optional,))):
        return say(session, told)
    return say(session, swaps.swap_words(session.recipe, instead, swap))


def on_temperature(session: Session, intent: Intent, at: datetime) -> Turn:
    """Say how hot it is to be: of what was named, in the degrees that were asked for."""
    if of_dish := heat.of_dish(session, intent.words):
        return say(session, of_dish)
    answerers = (degrees.converted, lines.state, evidence.told, _unsaid, warmth.how_hot)
    found = _first(session, intent, at, answerers)
    return say(session, found) if found else heat.on_temperature(session, intent, at)


def _unsaid(asked: Asking) -> str:
    """That something else about the heat isn't said: how hot it is to be inside."""
    return unsaid(asked) if evidence.asked_aspect(asked) else ""


def on_tools(session: Session, intent: Intent, at: datetime) -> Turn:
    """Say which tools it takes: the one that was named, else those of this step."""
    if session.position == 0 and tools.asks_for_all(intent.words):
        return heat.on_all_tools(session)
    found = _first(session, intent, at, (tools.needed, tools.which, lines.size))
    return say(session, found) if found else heat.on_tools(session, intent, at)


def on_step_duration(session: Session, intent: Intent, at: datetime) -> Turn:
    """Say how long it takes: what was named, else this step."""
    found = _first(session, intent, at, (times.named_time,))
    return say(session, found) if found else at_hand.on_step_duration(session, intent, at)


def on_ingredient_amount(session: Session, intent: Intent, at: datetime) -> Turn:
    """Say how much there is of it, in grams or spoons if that was asked."""
    if heat_too := _heat_too(session, intent):
        return say(session, heat_too)
    about = food.about(session, intent)
    session = session.but(last_ingredient=about or session.last_ingredient)
    if fact := _fact_too(session, intent, at):
        return say(session, fact)
    of_all = (totals.in_all, totals.of_one, totals.made)
    found = _first(session, intent, at, (*of_all, weights.converted, lines.size))
    return say(session, found) if found else food.on_ingredient_amount(session, intent, at)


def _heat_too(session: Session, intent: Intent) -> str:
    """How hot it is for another dish, where the heat was asked for last: "and the pancakes?"."""
    asked = session.last is not None and session.last.name == "temperature"
    return heat.of_dish(session, food.named(intent)) if asked and following.goes_on(intent) else ""


def _fact_too(session: Session, intent: Intent, at: datetime) -> str:
    """Another figure, where one was asked for last: "and fat?" after the protein."""
    last = session.last
    if last is None or last.name != "ask" or not following.goes_on(intent):
        return ""
    before = asking(session, str(last.slots.get("question") or last.words), at)
    return totals.nutrient(before, food.named(intent)) if evidence.of_nutrition(before) else ""


def on_use_all(session: Session, intent: Intent, at: datetime) -> Turn:
    """Say whether all of it goes in, or what the recipe says about keeping some."""
    about = food.about(session, intent)
    session = session.but(last_ingredient=about or session.last_ingredient)
    found = _first(session, intent, at, (evidence.told,))
    return say(session, found) if found else food.on_use_all(session, intent, at)


def _first(
    session: Session, intent: Intent, at: datetime, answerers: tuple[Callable[[Asking], str], ...]
) -> str:
    """The first answer to the words that were said; "" if none has one."""
    if not intent.words:
        return ""
    asked = asking(session, intent.words, at)
    return next(filter(None, (answerer(asked) for answerer in answerers)), "")


def on_recipe_title(session: Session, intent: Intent, at: datetime) -> Turn:
    """Say what is being cooked, and for how many."""
    recipe = session.recipe
    words = wording.RECIPE_TITLE.format(name=recipe.name)
    return say(session, f"{words} {portions.serves_words(session)}" if recipe.serves else words)
