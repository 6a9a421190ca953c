"""Figures as they are spoken: fractions, amounts, clock times."""

from __future__ import annotations

from fractions import Fraction

from voicecook.english.spoken_units import PARTS


def parse(written: str) -> Fraction:
    """The value of "2", "1.5", "1/2" or "1 1/2"."""
    whole, _, rest = written.replace(" ", "+", 1).partition("+")
    return Fraction(whole) + (Fraction(rest.strip()) if rest.strip() else 0)


def number(value: Fraction, written: str, *, one: str = "one") -> str:
    """A bare number: "one", "20", "one and a half", "3 point 1 4"."""
    whole, rest = divmod(value, 1)
    if not rest:
        return one if whole == 1 else str(whole)
    if rest.denominator not in PARTS:
        return point(written)
    if not whole:
        return fraction(rest)
    return f"{'one' if whole == 1 else whole} and {fraction(rest)}"


def amount(value: Fraction, written: str, unit: tuple[str, str]) -> str:
    """A number with its unit, given as (one, several): "half a teaspoon", "2 cups"."""
    one, several = unit
    if value == Fraction(1, 2):
        return f"half {_a(one)} {one}"
    if 0 < value < 1 and value.denominator in PARTS:
        return f"{fraction(value)} of {_a(one)} {one}"
    return f"{number(value, written)} {one if value == 1 else several}"


def fraction(value: Fraction) -> str:
    """A fraction below one: "a half", "three quarters"."""
    counts = ("", "a", "two", "three", "four", "five", "six", "seven", "eight", "nine")
    part = PARTS[value.denominator]
    if value.numerator == 1:
        return f"{_a(part)} {part}"
    return f"{counts[value.numerator]} {part}s"


def point(written: str) -> str:
    """A decimal figure by figure: "3.14" is "3 point 1 4"."""
    whole, _, rest = written.partition(".")
    return f"{whole} point {' '.join(rest)}"


def clock(hour: int, minute: int) -> str:
    """A time of day: "half past 6", "20 to 7", "noon"."""
    if minute == 0:
        return {0: "midnight", 12: "noon"}.get(hour, f"{_hour(hour)} o'clock")
    if minute in {15, 30}:
        return f"{'quarter' if minute == 15 else 'half'} past {_hour(hour)}"
    if minute == 45:
        return f"quarter to {_hour(hour + 1)}"
    if minute < 10:
        return f"{minute} minute{'s' * (minute > 1)} past {_hour(hour)}"
    if minute % 5 == 0:
        past = minute < 30
        return f"{minute} past {_hour(hour)}" if past else f"{60 - minute} to {_hour(hour + 1)}"
    return f"{_hour(hour)} {minute}"


def _hour(hour: int) -> int:
    return (hour - 1) % 12 + 1


def _a(word: str) -> str:
    return "an" if word.startswith(("a", "e", "i", "o", "hour")) else "a"
