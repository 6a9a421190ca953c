"""Spoons and cups in grams, measures in other measures: "four tablespoons of honey in grams"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from fractions import Fraction
from functools import cache
from importlib.resources import files

import yaml

from voicecook.cook.food import amounts
from voicecook.cook.food.answers.asking import Asking
from voicecook.cook.food.answers.patterns import pattern
from voicecook.cook.food.measures import GRAMS, MILLILITRES, SPOONS, Measure
from voicecook.cook.food.reading import sentence
from voicecook.cook.words import matching, wording
from voicecook.english import quantities, singular, unit_spelled
from voicecook.recipe import Amount, Ingredient

_VOLUMES = MILLILITRES | SPOONS
_CUP = Fraction(240)
_ASKS = pattern("weights", "asks")


@cache
def cups() -> Mapping[str, int]:
    """What a cup of a thing weighs, in grams (weights.yaml)."""
    text = (files("voicecook.cook.food.answers") / "weights.yaml").read_text("utf-8")
    table: dict[str, int] = yaml.safe_load(text)
    return table


def converted(asked: Asking) -> str:
    """The amount asked about in the unit asked for; "" if it isn't such a question."""
    found_units = (
        (one, _unit(next(filter(None, one.groups()), ""))) for one in _ASKS.finditer(asked.text)
    )
    match, wanted = next((pair for pair in found_units if pair[1]), (None, ""))
    if match is None:
        return ""
    given = _given(asked.text[match.end() :]) or _given(asked.text[: match.start()])
    item = asked.ingredients[0] if asked.ingredients else None
    if given is None:
        given = _of_recipe(asked, item, wanted)
    if given is None or (given.unit == wanted and not item):
        return ""
    thing = _thing(asked, item)
    found = _in(given, wanted, thing)
    if found is None:
        if item and given.unit != wanted:
            return wording.NO_WEIGHT.format(item=_words(asked, item, given), unit=_many(wanted))
        return ""
    return sentence(f"{_about(found, exact=_exact(given, wanted))}.")


def _unit(word: str) -> str:
    if word in {"weigh", "weight"}:
        return "gram"
    unit = unit_spelled(word)
    return unit.name if unit and (unit.name in GRAMS or unit.name in _VOLUMES) else ""


def _given(text: str) -> Amount | None:
    """The amount these words give: "four tablespoons"."""
    words = [word for word in text.split() if word not in {"of"}]
    for start in range(len(words)):
        for end, value in quantities(words, start):
            unit = _unit(" ".join(words[end : end + 2])) or _unit("".join(words[end : end + 1]))
            after_a = words[end : end + 1] == ["a"] and _unit("".join(words[end + 1 : end + 2]))
            if (unit or after_a) and value > 0:
                return Amount(value, value, unit or str(after_a))
        if words[start] in {"a", "an", "one"} and (
            unit := _unit("".join(words[start + 1 : start + 2]))
        ):
            return Amount(Fraction(1), Fraction(1), unit)
    return None


def _of_recipe(asked: Asking, item: Ingredient | None, wanted: str) -> Amount | None:
    """The recipe's own amount of the ingredient, for as many as we cook for."""
    if item is None or item.amount is None or item.amount.unit == wanted:
        return None
    scale = asked.session.scale
    known = item.amount.unit in _VOLUMES or item.amount.unit in GRAMS
    return (
        Amount(item.amount.low * scale, item.amount.high * scale, item.amount.unit)
        if known
        else None
    )


def _thing(asked: Asking, item: Ingredient | None) -> str:
    """The name in our table that fits what is named best: the longest."""
    said = " ".join(singular(word) for word in matching.words(asked.text))
    name = " ".join(singular(word) for word in matching.words(item.name)) if item else ""
    found = [key for key in cups() if _holds(said, key)]
    own = [key for key in cups() if _holds(name, key)]
    return max(found, key=len, default="") if not own else max(own, key=len)


def _holds(text: str, key: str) -> bool:
    if not re.search(rf"\b{key}\b", text):
        return False
    return not (
        re.search(rf"(?:coconut|oat|almond|peanut|cocoa|rice|ice) {key}\b", text) and " " not in key
    )


def _in(given: Amount, wanted: str, thing: str) -> Amount | None:
    """The amount in another unit; None where that can't be known."""
    low, high = (_convert(value, given.unit, wanted, thing) for value in (given.low, given.high))
    return None if low is None or high is None else Amount(low, high, wanted)


def _convert(value: Fraction, unit: str, wanted: str, thing: str) -> Fraction | None:
    density = Fraction(cups()[thing]) / _CUP if thing in cups() else None
    if unit in GRAMS and wanted in GRAMS:
        return value * GRAMS[unit] / GRAMS[wanted]
    if unit in _VOLUMES and wanted in _VOLUMES:
        return value * _VOLUMES[unit] / _VOLUMES[wanted]
    if density is None:
        return None
    if unit in _VOLUMES and wanted in GRAMS:
        return value * _VOLUMES[unit] * density / GRAMS[wanted]
    if unit in GRAMS and wanted in _VOLUMES:
        return value * GRAMS[unit] / density / _VOLUMES[wanted]
    return None


def _exact(given: Amount, wanted: str) -> bool:
    metric = {"gram", "kilogram", "milligram", "millilitre", "litre", "centilitre", "decilitre"}
    spoons = {"teaspoon", "tablespoon", "cup"}
    return {given.unit, wanted} <= metric or {given.unit, wanted} <= spoons | {"millilitre"}


def _about(amount: Amount, exact: bool) -> str:
    """The amount as a cook can measure it, with "about" where it is rounded or reckoned."""
    near = Amount(_near(amount.low, amount.unit), _near(amount.high, amount.unit), amount.unit)
    rounded = not exact or near != amount
    return amounts.amount(Measure(near, rounded))


def _near(value: Fraction, unit: str) -> Fraction:
    if unit in {"gram", "millilitre"}:
        grain = 1 if value < 20 else 5
        return Fraction(max(round(value / grain), 1) * grain)
    part = Fraction(1, 4) if value < 10 else Fraction(1)
    return Fraction(max(round(value / part), 1)) * part


def _many(unit: str) -> str:
    return f"{unit}s"


def _words(asked: Asking, item: Ingredient, given: Amount) -> str:
    return f"{amounts.amount(Measure(given))} of {item.name}"
