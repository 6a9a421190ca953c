"""What a cook writes for amounts, times and temperatures → exact values.

Every function raises QuantityError, whose message says how it should be written.
"""

from __future__ import annotations

import re
from difflib import get_close_matches
from fractions import Fraction

from voicecook.english import (
    GLYPHS,
    NUMBER_WORDS,
    SPELLINGS,
    read_duration,
    read_number,
    unit_named,
)
from voicecook.recipe.model import Amount, Span, Temperature
from voicecook.recipe.problems import shown

LARGEST_AMOUNT = 100_000
LONGEST_S = 14 * 24 * 3600
"""Fourteen days: a ham may cure that long."""

_NUMBER = r"(?:\d+\s+\d+/\d+|\d+/\d+|\d{1,3}(?:,\d{3})+(?!\d)|\d+(?:\.\d+)?|\.\d+)"
_VAGUE = r"(?!an?\s+(?:few|little|bit|couple|good)\b)"
_COUNT = rf"(?:{_NUMBER}|half an?\b|{_VAGUE}(?:{'|'.join(NUMBER_WORDS)})(?![\w-]))"
_HEAPED = re.compile(r"(heaped|heaping|level|scant|generous|rounded|large|small|big)\s+(\w+)")
_DASH = r"\s*(?:[-\u2013\u2014]|\bto\b|\bor\b)\s*"
_RANGE = re.compile(rf"({_COUNT})(?:{_DASH}({_COUNT}))?", re.IGNORECASE)
_TEMPERATURE = re.compile(
    r"(-?\d{1,5})\s*(?:°|º|degrees?)?\s*(c|celsius|f|fahrenheit)", re.IGNORECASE
)
_UNITS = {
    spelling: unit
    for spelling, unit in SPELLINGS.items()
    if unit.kind in {"measure", "piece", "energy"}
}
_UNIT = re.compile(
    rf"({'|'.join(map(re.escape, sorted(_UNITS, key=len, reverse=True)))})\.?(?=[\s,(]|$)\s*",
    re.IGNORECASE,
)


class QuantityError(ValueError):
    """An amount, time or temperature that can't be understood; says how to write it."""


def tidy(text: str) -> str:
    """One line, single spaces, fractions spelled with a slash: "1½ " → "1 1/2"."""
    for glyph, spelled in GLYPHS.items():
        text = text.replace(glyph, f" {spelled} ")
    return " ".join(text.replace("\N{FRACTION SLASH}", "/").split())


def number(text: str) -> Fraction:
    """One figure: "1 1/2", "1/2", "1.5", "two", "half a". Raises QuantityError."""
    if len(text) > 12:
        raise QuantityError(f"{shown(text)} is too long for a number")
    try:
        return read_number(text)
    except ValueError:
        raise QuantityError(f'{shown(text)} is no number; write "2", "1/2" or "1 1/2"') from None


def figures(text: str) -> tuple[Fraction, Fraction, str] | None:
    """Low, high and what comes after them, or None when no figure leads. Raises QuantityError."""
    match = _RANGE.match(text)
    if not match:
        return None
    low = number(match[1])
    high = number(match[2]) if match[2] else low
    if low <= 0 or high > LARGEST_AMOUNT:
        raise QuantityError(
            f"{shown(match[0])} can't be right; give more than 0 and at most 100,000"
        )
    if high < low:
        raise QuantityError(f"{shown(match[0])} runs backwards; put the smaller figure first")
    return low, high, text[match.end() :]


def amount(text: str) -> Amount:
    """An amount alone: "520 kcal", "1 1/2 cups", "3". Raises QuantityError."""
    quantity, rest = leading_amount(text)
    if quantity is None or rest:
        raise QuantityError(f'{shown(text)} is no amount; write a figure and a unit, like "24 g"')
    return quantity


read_amount = amount
"""`amount` for other rooms."""


def leading_amount(text: str) -> tuple[Amount | None, str]:
    """The amount a line begins with, and the rest of the line. Raises QuantityError."""
    text = tidy(text)
    found = figures(text)
    if found is None:
        if re.match(r"-\s*\d", text):
            raise QuantityError(f"{shown(text)} is less than nothing; give a figure above 0")
        return None, text
    low, high, after = found
    unit, rest = _unit(after)
    return Amount(low, high, unit), rest.removeprefix("of ").strip()


def _unit(after: str) -> tuple[str, str]:
    """The unit that follows a figure ("" for a count) and what follows the unit."""
    if re.match(r"[,.]\d", after):
        raise QuantityError('write a decimal with a point, like "1.5"')
    touching = bool(after) and not after[0].isspace() and after[0] not in "(,"
    text = after.strip()
    if match := _UNIT.match(text):
        unit, rest = _UNITS[match[1].lower()], text[match.end() :]
        return ("", text) if not rest and unit.kind == "piece" else (unit.name, rest)
    word = re.match(r"([^\W\d_]+)\.?(?=[\s,(]|$)", text)
    _refuse_unknown_unit(word[1] if word else text[:12], touching)
    return "", text


def _refuse_unknown_unit(word: str, touching: bool) -> None:
    """A word glued to its figure, without a vowel, or all but a unit was meant as a unit."""
    vowelless = word.isalpha() and not set(word.lower()) & set("aeiouyäöüáéíóúàèìòùâêîôû")
    near = get_close_matches(word.lower(), [s for s in _UNITS if len(s) > 5], n=1, cutoff=0.88)
    if touching or vowelless or near:
        hint = (
            f'did you mean "{near[0]}"?' if near else "write g, kg, ml, l, tsp, tbsp, cup, oz, lb …"
        )
        raise QuantityError(f"{shown(word)} is no unit; {hint}")


def ingredient_line(text: str) -> tuple[Amount | None, str, str]:
    """Amount, name and preparation of "3 cloves garlic, finely minced". Raises QuantityError."""
    line, manner = _without_manner(tidy(text))
    quantity, rest = leading_amount(line)
    aside = re.search(r"\s*\(([^()]*)\)", rest)
    if aside:
        rest = (rest[: aside.start()] + rest[aside.end() :]).strip()
    name, _, preparation = (part.strip() for part in rest.partition(","))
    if not any(char.isalpha() for char in name):
        raise QuantityError(f'{shown(text)} names no ingredient; write it like "2 tbsp soy sauce"')
    if re.match(r"[\d-]|[^ ]*/", name) or (quantity and unit_named(quantity.unit).kind == "energy"):
        raise QuantityError(
            f"{shown(text)} has two amounts or an odd one; keep one before the name"
        )
    notes = (manner, aside[1].strip() if aside else "", preparation)
    return quantity, name, ", ".join(note for note in notes if note)


def _without_manner(line: str) -> tuple[str, str]:
    """ "2 heaped tsp cumin" → "2 tsp cumin" and "heaped"; other lines as they are."""
    match = _HEAPED.search(line)
    if match and line[: match.start()].strip() and match[2].lower() in _UNITS:
        before = line[: match.start()]
        if figures(before) and not figures(before)[2].strip():  # type: ignore[index]
            return before + line[match.start(2) :], match[1]
    return line, ""


def read_span(text: str) -> Span:
    """A time or a range of times: "90 min", "15 to 20 min", "1 h 30 min". Raises QuantityError."""
    line = re.sub(r"^(?:about|around|approximately|roughly|ca?\.)\s+", "", tidy(text).lower())
    parts = re.split(_DASH, line, maxsplit=1)
    unit = re.search(r"([a-z]+)\.?$", parts[-1])
    times = [_seconds(part, unit[1] if unit else "", text) for part in parts]
    low, high = times[0], times[-1]
    if low < 1 or high > LONGEST_S:
        raise QuantityError(
            f"{shown(text)} can't be right; give a second at least, 14 days at most"
        )
    if high < low:
        raise QuantityError(f"{shown(text)} runs backwards; put the shorter time first")
    return Span(low, high)


def _seconds(text: str, unit: str, whole: str) -> int:
    """One time in seconds; a bare figure takes `unit`, the one its range ends with."""
    bare = re.fullmatch(_COUNT, text) and unit
    seconds = read_duration(f"{text} {unit}" if bare else text)
    if seconds is None:
        raise QuantityError(
            f'{shown(whole)} is no time; write it like "90 min", "15 to 20 min" or "1 h 30 min"'
        )
    return round(seconds)


def temperature(text: str) -> Temperature:
    """Degrees with their scale: "170 C", "170°C", "350 F". Raises QuantityError."""
    match = _TEMPERATURE.fullmatch(text.strip())
    if not match:
        raise QuantityError(f'{shown(text)} is no temperature; write it like "170 C" or "350 F"')
    degrees = int(match[1])
    if match[2].lower().startswith("c"):
        low, high, found = -40, 400, Temperature(degrees, "celsius")
    else:
        low, high, found = -40, 750, Temperature(degrees, "fahrenheit")
    if not low <= degrees <= high:
        raise QuantityError(f"{shown(text)} can't be right; give {low} to {high} degrees")
    return found
