"""For how many, and in which units."""

from __future__ import annotations

import re
from datetime import datetime
from fractions import Fraction

from voicecook.commands import Intent, Slot
from voicecook.cook.core.session import Session
from voicecook.cook.core.turn import Turn, say
from voicecook.cook.food import amounts, following, food, heat
from voicecook.cook.food.answers import weights
from voicecook.cook.food.answers.asking import asking
from voicecook.cook.food.measures import System
from voicecook.cook.food.reading import item_words, sentence
from voicecook.cook.words import wording
from voicecook.english import count_words, listed, number_words

MOST_SERVINGS = 500
LARGEST_FACTOR = 100
SYSTEMS: dict[str, System] = {"metric": "metric", "imperial": "imperial", "us": "imperial"}
DEGREES: dict[str, System] = {"celsius": "metric", "fahrenheit": "imperial"}
"""Asked for alone, they are said once and change nothing."""
_FINEST = 100
"""The finest part a spoken factor is taken for: 0.3333 is a third."""


def on_scale(session: Session, intent: Intent, at: datetime) -> Turn:
    """Cook for more or fewer."""
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
        count = count_words(int(factor * serves))
        return wording.SCALED.format(count=count, item=item)
    return wording.SCALED_BY.format(factor=number_words(factor), item=item)


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
    return wording.SERVES.format(count=number_words(people))


def on_units(session: Session, intent: Intent, at: datetime) -> Turn:
    """Say amounts in another system."""
    said = str(intent.slots.get("system") or "").casefold()
    if scale := DEGREES.get(said):
        return say(session, heat.words(session.but(units=scale)))
    if not (system := SYSTEMS.get(said)):
        return say(session, wording.WHICH_UNITS)
    if once := _said_once(session, intent, system, at):
        return say(session, once)
    changed = session.but(units=system)
    return say(changed, f"{wording.UNITS[system]} {_example(session, changed)}".strip())


_ONLY_ONCE = re.compile(r"(?:and|what|how|in)\b(?!.*\b(?:from now|always|everything|all)\b)")


def _said_once(session: Session, intent: Intent, system: System, at: datetime) -> str:
    """What was just spoken of in the unit asked for; "" if it is meant from now on."""
    if not _ONLY_ONCE.match(intent.words.casefold()):
        return ""
    if session.last is not None and session.last.name == "temperature":
        return heat.words(session.but(units=system))
    about = following.ingredient_spoken_of(session)
    items = food.called(session, about) if about else ()
    if not items:
        return ""
    weighed = weights.converted(asking(session, f"{items[0].name} {intent.words}", at))
    told = [item_words(session.but(units=system), item) for item in items]
    return weighed or sentence(f"{listed(told)}.")


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


def _number(value: Slot | None) -> Fraction | None:
    """A number in a slot, also "2" or "1/2"; None if it is none."""
    written = re.fullmatch(r"\d{1,6}(?:\.\d{1,6}|/[1-9]\d{0,3})?", str(value).strip())
    return Fraction(written[0]).limit_denominator(_FINEST) if written else None
