"""What the cook asks about the food: how much, of what, for how many, what instead."""

from __future__ import annotations

import re
from datetime import datetime
from fractions import Fraction

from voicecook.commands.intents import Intent, Slot
from voicecook.cook import amounts, heat, matching, reading, time_words, wording
from voicecook.cook.measures import System
from voicecook.cook.reading import continue_reading, item_words, listed, sentence
from voicecook.cook.session import Session
from voicecook.cook.turn import Handler, Turn, say
from voicecook.recipe.model import Ingredient

__all__ = ["HANDLERS", "continue_reading"]

MOST_SERVINGS = 500
LARGEST_FACTOR = 100
SYSTEMS: dict[str, System] = {"metric": "metric", "imperial": "imperial", "us": "imperial"}
DEGREES: dict[str, System] = {"celsius": "metric", "fahrenheit": "imperial"}
"""Asked for alone, they are said once and change nothing."""
_FINEST = 100
"""The finest part a spoken factor is taken for: 0.3333 is a third."""


def _ingredient_amount(session: Session, intent: Intent, at: datetime) -> Turn:
    name = _slot(intent, "ingredient")
    if not name:
        return _step_ingredients(session, intent, at)
    found = matching.ingredients_called(session.recipe, name)
    if not found:
        return _amount_of_no_ingredient(session, name)
    if len(found) == 1 and found[0].amount is None and not found[0].preparation:
        return say(session, wording.NO_AMOUNT.format(name=found[0].name))
    items = listed([item_words(session, item) for item in found])
    return say(session, wording.HOW_MUCH.format(item=sentence(items)))


def _amount_of_no_ingredient(session: Session, name: str) -> Turn:
    """It may be what a group of ingredients makes: "how much glaze"."""
    group = reading.group_called(session.recipe, name)
    if group is None:
        return say(session, wording.NOT_IN_RECIPE.format(name=name))
    count = amounts.count(len(session.recipe.group_of(group)))
    words = wording.MADE_FROM.format(group=reading.group_words(group), count=count)
    return say(session, words, asked=reading.MORE, list_group=group, list_next=0)


def _step_ingredients(session: Session, intent: Intent, at: datetime) -> Turn:
    here = _used_here(session)
    if here:
        items = listed([_portion(session, item) for item in here])
        return say(session, wording.STEP_NEEDS.format(items=items))
    told = any(step.uses for step in session.recipe.steps)
    return say(session, wording.STEP_NEEDS_NOTHING if told else wording.STEPS_NAME_NOTHING)


def _use_all(session: Session, intent: Intent, at: datetime) -> Turn:
    name = _slot(intent, "ingredient")
    items = matching.ingredients_called(session.recipe, name) if name else _used_here(session)
    if items:
        return say(session, " ".join(_how_used(session, item) for item in items[:3]))
    if name:
        return say(session, _use_of_no_ingredient(session, name))
    return _step_ingredients(session, intent, at)


def _use_of_no_ingredient(session: Session, name: str) -> str:
    """What the step explains about something made on the way: "do I use all the glaze"."""
    wanted = matching.plain(name)
    texts = [session.step.detail, session.step.say]
    if wanted and wanted <= matching.plain(" ".join(texts)):
        return session.step.detail or wording.HOW_MUCH_UNSAID.format(name=name)
    if reading.group_called(session.recipe, name):
        return wording.HOW_MUCH_UNSAID.format(name=name)
    return wording.NOT_IN_RECIPE.format(name=name)


def _how_used(session: Session, item: Ingredient) -> str:
    places = _places(session, item)
    words = amounts.serving(item, session.scale, session.units)
    if not places:
        return wording.USED_NOWHERE.format(item=words)
    if len(places) > 1:
        steps = time_words.names([str(place + 1) for place in places])
        return wording.USED_IN_SEVERAL.format(item=words, steps=steps)
    if places == [session.position]:
        return wording.USE_ALL.format(item=words)
    return wording.USED_ONCE_ELSEWHERE.format(item=words, step=places[0] + 1)


def _portion(session: Session, item: Ingredient) -> str:
    """With its amount where it goes in first; later only its name, for some may be used up."""
    places = _places(session, item)
    return item_words(session, item) if places[:1] == [session.position] else f"the {item.name}"


def _places(session: Session, item: Ingredient) -> list[int]:
    """The steps (0-based) this ingredient goes into."""
    name = item.name.casefold()
    steps = enumerate(session.recipe.steps)
    return [place for place, step in steps if name in {use.casefold() for use in step.uses}]


def _used_here(session: Session) -> tuple[Ingredient, ...]:
    return tuple(i for i in session.recipe.ingredients if session.position in _places(session, i))


def _scale(session: Session, intent: Intent, at: datetime) -> Turn:
    serves = session.recipe.serves
    factor = _number(intent.slots.get("factor"))
    servings = _number(intent.slots.get("servings"))
    if factor is None and servings is None:
        return say(session, _serves_words(session))
    if servings is not None and not serves:
        return say(session, wording.SERVES_UNKNOWN)
    if factor is None:
        factor = (servings or Fraction()) / (serves or 1)
    if factor <= 0:
        return say(session, wording.TOO_FEW)
    if factor > LARGEST_FACTOR or (serves and factor * serves > MOST_SERVINGS):
        return say(session, wording.TOO_MANY)
    scaled = session.but(scale=factor)
    return say(scaled, _scaled_words(scaled))


def _scaled_words(session: Session) -> str:
    factor, serves = session.scale, session.recipe.serves
    item = _first_amount(session)
    if factor == 1:
        return wording.AS_WRITTEN.format(item=item)
    if serves and (factor * serves).denominator == 1:
        count = amounts.count(int(factor * serves))
        return wording.SCALED.format(count=count, item=item)
    return wording.SCALED_BY.format(factor=amounts.number(factor), item=item)


def _first_amount(session: Session) -> str:
    """The ingredient that shows what a scale comes to: the first that has an amount."""
    measured = (item for item in session.recipe.ingredients if item.amount)
    first = next(measured, None)
    return amounts.serving(first, session.scale, session.units) if first else "everything alike"


def _serves_words(session: Session) -> str:
    serves = session.recipe.serves
    return f"{serves_words(session)} {wording.FOR_HOW_MANY}" if serves else wording.SERVES_UNKNOWN


def serves_words(session: Session) -> str:
    """For how many the amounts are, as they are scaled now: "It serves six."."""
    people = (session.recipe.serves or 0) * session.scale
    return wording.SERVES.format(count=amounts.number(people))


def _units(session: Session, intent: Intent, at: datetime) -> Turn:
    said = _slot(intent, "system").casefold()
    if scale := DEGREES.get(said):
        return say(session, heat.words(session.but(units=scale)))
    if not (system := SYSTEMS.get(said)):
        return say(session, wording.WHICH_UNITS)
    changed = session.but(units=system)
    return say(changed, f"{wording.UNITS[system]} {_example(session, changed)}".strip())


def _example(session: Session, changed: Session) -> str:
    """What that makes of the heat that matters now, if it changes it."""
    now = heat.now(session)
    if now is None or (degrees := session.recipe.steps[now].temperature) is None:
        return ""
    before = amounts.temperature(degrees, session.units)
    after = amounts.temperature(degrees, changed.units)
    if before == after:
        return ""
    return wording.IN_OTHER_WORDS.format(before=sentence(before), after=after)


def _slot(intent: Intent, name: str) -> str:
    value = intent.slots.get(name)
    return "" if value is None else str(value).strip()


def _number(value: Slot | None) -> Fraction | None:
    """A number in a slot, also "2" or "1/2"; None if it is none."""
    written = re.fullmatch(r"\d{1,6}(?:\.\d{1,6}|/[1-9]\d{0,3})?", str(value).strip())
    return Fraction(written[0]).limit_denominator(_FINEST) if written else None


HANDLERS: dict[str, Handler] = {
    **reading.HANDLERS,
    **heat.HANDLERS,
    "ingredient_amount": _ingredient_amount,
    "step_ingredients": _step_ingredients,
    "use_all": _use_all,
    "scale": _scale,
    "units": _units,
}
