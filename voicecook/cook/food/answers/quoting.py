"""Sentences of the recipe as they are said now: amounts as we cook, in the cook's units."""

from __future__ import annotations

import re
from fractions import Fraction

from voicecook.cook.core.session import Session
from voicecook.cook.food import amounts
from voicecook.cook.food.answers.facts import Fact
from voicecook.cook.food.measures import measured
from voicecook.english import SPELLINGS
from voicecook.recipe import QuantityError, Temperature, read_amount

_UNITS = "|".join(
    sorted(
        (re.escape(word) for word, unit in SPELLINGS.items() if unit.kind in ("measure", "piece")),
        key=len,
        reverse=True,
    )
)
_FIGURE = (
    r"(?:\d+ \d/\d|\d+/\d+|\d+(?:\.\d+)?|\d*\s?[½¼¾⅓⅔]|half an?|an?|one|two|three|four|five|six|"
    r"seven|eight|nine|ten|eleven|twelve)"
)
_NO_AMOUNT = r"(?:thick|long|wide|apart|deep|from|tin|dish|pan|pieces?|cubes?)\b"
"""What comes after a measure that is no amount of food: "a 23 cm tin"."""
_AMOUNT = re.compile(
    rf"\b({_FIGURE}(?:\s*(?:-|\u2013|to)\s*{_FIGURE})?)(\s*)({_UNITS})\b(?! (?:{_NO_AMOUNT}))",
    re.IGNORECASE,
)
_DEGREES = re.compile(r"(-?\d{1,3})\s*(?:°|º|degrees?)\s*(C|F|Celsius|Fahrenheit)\b", re.IGNORECASE)
_LENGTHS = frozenset({"centimetre", "millimetre", "inch"})


def quoted(session: Session, fact: Fact) -> str:
    """The sentence as it is said in this cook."""
    return spoken(session, fact.text, scales=fact.scales)


def spoken(session: Session, text: str, scales: bool = True) -> str:
    """The recipe's own words, amounts scaled (unless they don't scale) and in the cook's units."""
    if session.units:
        text = _DEGREES.sub(lambda found: _degrees(session, found), text)
    if (session.scale != 1 and scales) or session.units:
        text = _AMOUNT.sub(lambda found: _amount(session, found, scales), text)
    return text


def _degrees(session: Session, found: re.Match[str]) -> str:
    scale = "celsius" if found[2][0].casefold() == "c" else "fahrenheit"
    return amounts.temperature(Temperature(int(found[1]), scale), session.units)  # type: ignore[arg-type]


def _amount(session: Session, found: re.Match[str], scales: bool) -> str:
    try:
        written = read_amount(found[0])
    except QuantityError:
        return found[0]
    if written.unit in _LENGTHS:
        return found[0]
    scale = session.scale if scales else Fraction(1)
    now = measured(written, scale, session.units)
    return found[0] if now.amount == written else amounts.amount(now)
