"""Numbers, amounts and temperatures as a cook says them: "one and a half teaspoons"."""

from __future__ import annotations

import re
from fractions import Fraction

from voicecook.cook.food.measures import CENTIMETRES, Measure, System, in_degrees, measured
from voicecook.english.nouns import plural, singular, with_article
from voicecook.recipe import Amount, Ingredient, Temperature

_UNITS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_WORDS = (*_UNITS, "ten", "eleven", "twelve")
_DIGITS = ("zero", *_UNITS[1:])
_PARTS = {
    Fraction(1, 8): "an eighth",
    Fraction(1, 4): "a quarter",
    Fraction(1, 3): "a third",
    Fraction(3, 8): "three eighths",
    Fraction(1, 2): "half",
    Fraction(5, 8): "five eighths",
    Fraction(2, 3): "two thirds",
    Fraction(3, 4): "three quarters",
    Fraction(7, 8): "seven eighths",
}
_SAID = {"kilogram": "kilo"}
_ARTICLE = (
    "kilogram litre pound pint quart pinch handful dash bunch splash drizzle knob squeeze stick"
)
_PIECE = re.compile(r"(?:piece|knob|stick|length|chunk|stalk|strip|root|fresh|slice)\b")
"""What a length is the length of: "a two centimetre piece of ginger"."""
_WITH_ARTICLE = frozenset(_ARTICLE.split())
"""Units of which there is "a", not "one": a kilo, a pinch."""


def number(value: Fraction | int) -> str:
    """A number for the ear, words up to twelve: "three", "15", "two and a half", "half"."""
    whole, rest = divmod(Fraction(value), 1)
    if not rest:
        return count(whole)
    if rest not in _PARTS:
        return _decimal(value)
    part = "a half" if whole and rest == Fraction(1, 2) else _PARTS[rest]
    return f"{count(whole)} and {part}" if whole else part


def count(value: int) -> str:
    """A whole number: words up to twelve, then digits."""
    return _WORDS[value] if 0 <= value < len(_WORDS) else str(value)


def amount(measure: Measure) -> str:
    """A measure in words: "a kilo", "about two and a quarter pounds", "two to three cloves"."""
    words = _range(measure.amount) if _is_range(measure.amount) else _single(measure.amount)
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
    return f"{'about ' if measure.rounded else ''}{_counted(measure.amount, item.name)}"


def temperature(heat: Temperature, system: System = "") -> str:
    """Degrees in words: "170 degrees Celsius", or "about 340 degrees Fahrenheit" if converted."""
    said, converted = in_degrees(heat, system)
    about = "about " if converted else ""
    sign = "minus " if said.degrees < 0 else ""
    return f"{about}{sign}{abs(said.degrees)} degrees {said.scale.capitalize()}"


def _decimal(value: Fraction | int) -> str:
    whole, _, digits = f"{float(value):.2f}".rstrip("0").rstrip(".").partition(".")
    tail = " ".join(_DIGITS[int(digit)] for digit in digits)
    return f"{_DIGITS[0] if whole == '0' else count(int(whole))} point {tail or 'zero'}"


def _is_range(amount: Amount) -> bool:
    return amount.low != amount.high


def _range(amount: Amount) -> str:
    if amount.high < 1:
        return f"{number(amount.low)} to {_part_of(amount.high, amount.unit)}"
    unit = amount.unit if amount.high == 1 else plural(amount.unit)
    return f"{number(amount.low)} to {number(amount.high)} {_SAID.get(unit, unit)}".strip()


def _single(amount: Amount) -> str:
    unit = _SAID.get(amount.unit, amount.unit)
    if not unit:
        return number(amount.low)
    if 0 < amount.low < 1 and amount.low in _PARTS:
        return _part_of(amount.low, unit)
    if amount.low == 1:
        return with_article(unit) if amount.unit in _WITH_ARTICLE else f"one {unit}"
    return f"{number(amount.low)} {plural(unit)}"


def _part_of(part: Fraction, thing: str) -> str:
    """ "half a teaspoon", "three quarters of an onion"."""
    if part not in _PARTS:
        return f"{number(part)} {thing}".strip()
    if not thing:
        return _PARTS[part]
    return f"{_PARTS[part]} {'' if part == Fraction(1, 2) else 'of '}{with_article(thing)}"


def _counted(amount: Amount, name: str) -> str:
    if not _is_range(amount) and amount.low == 1:
        return f"one {singular(name)}"
    if not _is_range(amount) and 0 < amount.low < 1:
        return _part_of(amount.low, singular(name))
    return f"{_figures(amount)} {plural(name)}"


def _figures(amount: Amount) -> str:
    """The figures of an amount alone: "two to three"."""
    if _is_range(amount):
        return f"{number(amount.low)} to {number(amount.high)}"
    return number(amount.low)
