"""A recipe's amounts and temperatures as a cook says them: "one and a half teaspoons"."""

from __future__ import annotations

import re
from fractions import Fraction

from voicecook.cook.food.measures import CENTIMETRES, Measure, System, in_degrees, measured
from voicecook.english import (
    amount_words,
    number_words,
    plural,
    range_words,
    singular,
    unit_named,
    with_article,
)
from voicecook.recipe import Amount, Ingredient, Temperature

_PIECE = re.compile(r"(?:piece|knob|stick|length|chunk|stalk|strip|root|fresh|slice)\b")
"""What a length is the length of: "a two centimetre piece of ginger"."""


def amount(measure: Measure) -> str:
    """A measure in words: "a kilo", "about two and a quarter pounds", "two to three cloves"."""
    words = _of_a_unit(measure.amount) if measure.amount.unit else _figures(measure.amount)
    return f"about {words}" if measure.rounded else words


def serving(item: Ingredient, scale: Fraction = Fraction(1), system: System = "") -> str:
    """An ingredient with its amount: "three cloves of garlic", "two eggs", "a kilo of pork"."""
    if item.amount is None:
        return item.name
    measure = measured(item.amount, scale, system)
    if measure.amount.unit in CENTIMETRES and _PIECE.match(item.name):
        return with_article(f"{_figures(measure.amount)} {measure.amount.unit} {item.name}")
    if measure.amount.unit:
        return f"{amount(measure)} of {item.name}"
    counted = _several(measure.amount, singular(item.name), plural(item.name))
    return f"{'about ' if measure.rounded else ''}{counted}"


def temperature(heat: Temperature, system: System = "") -> str:
    """Degrees in words: "170 degrees Celsius", or "about 340 degrees Fahrenheit" if converted."""
    said, converted = in_degrees(heat, system)
    about = "about " if converted else ""
    sign = "minus " if said.degrees < 0 else ""
    return f"{about}{sign}{abs(said.degrees)} degrees {said.scale.capitalize()}"


def _of_a_unit(amount: Amount) -> str:
    unit = unit_named(amount.unit)
    if unit.with_a and amount.low == amount.high == 1:
        return with_article(unit.one)
    return _several(amount, unit.one, unit.several)


def _several(amount: Amount, one: str, several: str) -> str:
    if amount.low == amount.high:
        return amount_words(amount.low, one, several)
    return range_words((amount.low, amount.high), one, several)


def _figures(amount: Amount) -> str:
    """The figures of an amount alone: "two to three"."""
    figures = [number_words(end) for end in sorted({amount.low, amount.high})]
    return " to ".join(figures)
