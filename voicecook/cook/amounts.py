"""Numbers, amounts and temperatures as a cook says them: "one and a half teaspoons"."""

from __future__ import annotations

import re
from fractions import Fraction

from voicecook.cook.measures import Measure, System, in_degrees, measured
from voicecook.recipe.model import Amount, Ingredient, Temperature

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
_WITH_ARTICLE = frozenset(_ARTICLE.split())
"""Units of which there is "a", not "one": a kilo, a pinch."""
_ODD_PLURALS = {"inch": "inches", "leaf": "leaves", "loaf": "loaves", "half": "halves"}
_ODD_SINGULARS = {many: one for one, many in _ODD_PLURALS.items()}


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
    if measure.amount.unit:
        return f"{amount(measure)} of {item.name}"
    return f"{'about ' if measure.rounded else ''}{_counted(measure.amount, item.name)}"


def temperature(heat: Temperature, system: System = "") -> str:
    """Degrees in words: "170 degrees Celsius", or "about 340 degrees Fahrenheit" if converted."""
    said, converted = in_degrees(heat, system)
    about = "about " if converted else ""
    sign = "minus " if said.degrees < 0 else ""
    return f"{about}{sign}{abs(said.degrees)} degrees {said.scale.capitalize()}"


def plural(name: str) -> str:
    """Several of what `name` is one of: "cloves", "pinches", "cherry tomatoes"."""
    head, rest = _head(name)
    first, _, last = head.rpartition(" ")
    return f"{first} {_plural_word(last)}".strip() + rest


def singular(name: str) -> str:
    """One of what `name` is several of: "egg", "cherry tomato"."""
    head, rest = _head(name)
    first, _, last = head.rpartition(" ")
    return f"{first} {_singular_word(last)}".strip() + rest


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
        return _a(unit) if amount.unit in _WITH_ARTICLE else f"one {unit}"
    return f"{number(amount.low)} {plural(unit)}"


def _part_of(part: Fraction, thing: str) -> str:
    """ "half a teaspoon", "three quarters of an onion"."""
    if part not in _PARTS:
        return f"{number(part)} {thing}".strip()
    if not thing:
        return _PARTS[part]
    return f"{_PARTS[part]} {'' if part == Fraction(1, 2) else 'of '}{_a(thing)}"


def _a(thing: str) -> str:
    return f"{'an' if thing[:1].lower() in 'aeiou' else 'a'} {thing}"


def _counted(amount: Amount, name: str) -> str:
    if not _is_range(amount) and amount.low == 1:
        return f"one {singular(name)}"
    if not _is_range(amount) and 0 < amount.low < 1:
        return _part_of(amount.low, singular(name))
    return f"{amount_number(amount)} {plural(name)}"


def amount_number(amount: Amount) -> str:
    """The figures of an amount alone: "two to three"."""
    if _is_range(amount):
        return f"{number(amount.low)} to {number(amount.high)}"
    return number(amount.low)


def _head(name: str) -> tuple[str, str]:
    """What is counted and what only describes it: "tin", " of tomatoes"."""
    found = re.search(r"( of | with | in | for |,| \().*", name)
    return (name[: found.start()], found.group()) if found else (name, "")


def _plural_word(word: str) -> str:
    if word in _ODD_PLURALS:
        return _ODD_PLURALS[word]
    if not word or word.endswith("s"):
        return word
    if word.endswith(("ch", "sh", "x", "z", "ato")):
        return word + "es"
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return word[:-1] + "ies"
    return word + "s"


def _singular_word(word: str) -> str:
    if word in _ODD_SINGULARS:
        return _ODD_SINGULARS[word]
    if word.endswith(("ss", "us", "is")) or not word.endswith("s"):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "xes", "toes")):
        return word[:-2]
    return word[:-1]
