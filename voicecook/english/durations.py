"""Lengths of time, spoken and read: "an hour and a half", "15 to 20 minutes", "1h30"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from fractions import Fraction
from typing import Protocol

from voicecook.english.amounts import GLYPHS, quantities
from voicecook.english.numbers import Words, at, whole_numbers
from voicecook.english.units import SECONDS
from voicecook.english.word_lists import word_set

LONGEST_S = 30 * 24 * 3600
"""The longest time that is listened for."""

_MINUTE = 60
_HOUR = 3600
_DAY = 86400
_EXACT_BELOW_S = 5 * _MINUTE
_SMALLER = {_DAY: _HOUR, _HOUR: _MINUTE, _MINUTE: 1}
_NAMED = ((_HOUR, "hour"), (_MINUTE, "minute"), (1, "second"))
_TOKEN = re.compile(r"\d+/\d+|\d*\.\d+|\d+|[^\W\d_]+|\S")


class Lengths(Protocol):
    """From one length of time to another, in seconds."""

    @property
    def low_s(self) -> int:
        """The shortest."""

    @property
    def high_s(self) -> int:
        """The longest."""


def duration_words(length: timedelta | float) -> str:
    """A length of time, to the second: "an hour and a half", "1 minute 30 seconds"."""
    total = round(length.total_seconds() if isinstance(length, timedelta) else length)
    total = max(total, 0)
    if total % _HOUR == _HOUR // 2 and total > _HOUR:
        whole = total // _HOUR
        return "an hour and a half" if whole == 1 else f"{whole} and a half hours"
    parts = []
    for size, name in _NAMED:
        count, total = divmod(total, size)
        parts += [f"{count} {name}{'s' if count > 1 else ''}"] if count else []
    return " ".join(parts) or "no time"


def roughly(length: timedelta) -> str:
    """A length of time as precise as a cook needs: to the minute, or to 5 seconds under five."""
    total = max(length.total_seconds(), 0)
    if total >= _EXACT_BELOW_S:
        return duration_words(round(total / _MINUTE) * _MINUTE)
    return duration_words(round(total / 5) * 5 if total > 10 else total)


def more_time(length: timedelta) -> str:
    """So much longer: "5 more minutes", "1 minute 30 seconds more"."""
    words = duration_words(length)
    number, _, unit = words.partition(" ")
    return f"{number} more {unit}" if number.isdigit() and " " not in unit else f"{words} more"


def up_to_more(length: timedelta) -> str:
    """So much longer at most, to the minute where that is near enough: "up to 5 more minutes"."""
    total = length.total_seconds()
    nearly = round(total / _MINUTE) * _MINUTE if total > 90 else round(total / 5) * 5
    return f"up to {more_time(timedelta(seconds=nearly))}"


def span_words(span: Lengths) -> str:
    """A time as a recipe gives it: "15 to 20 minutes", "an hour and a half"."""
    low, high = span.low_s, span.high_s
    if low == high:
        return duration_words(low)
    for size, name in _NAMED:
        if size == 1 and high >= 2 * _MINUTE:
            break
        if low % size == 0 and high % size == 0:
            return f"{low // size} to {high // size} {name}s"
    return f"{duration_words(low)} to {duration_words(high)}"


def length_name(length: timedelta) -> str:
    """A length as part of a name: "90 minute" for a timer."""
    seconds = round(length.total_seconds())
    return next(f"{seconds // size} {name}" for size, name in _NAMED if seconds % size == 0)


def durations(words: Words, start: int) -> list[tuple[int, int]]:
    """The lengths of time that can be read here, longest first, as (where it ends, seconds)."""
    found = {
        end: round(value)
        for end, value in _sum(words, start, unit_below=_DAY)
        if 1 <= round(value) <= LONGEST_S
    }
    return sorted(found.items(), reverse=True)


def read_duration(written: str) -> Fraction | None:
    """The seconds of a time from a page, days too: "90 min", "1h30m", "half an hour"."""
    text = re.sub(r"(?<=\d),(?=\d{3}(?!\d))", "", written.lower())
    for glyph, spelled in GLYPHS.items():
        text = text.replace(glyph, f" {spelled} ")
    text = re.sub(r"(?<=[a-z])\.|,(?= *and\b)|(?<=[a-z]),", " ", text)
    words = _TOKEN.findall(text)
    found = (value for end, value in _sum(words, 0, _DAY + 1) if end == len(words))
    return next(found, None)


def _sum(words: Words, start: int, unit_below: int) -> Iterator[tuple[int, Fraction]]:
    for end, value, unit in _one(words, start):
        if unit >= unit_below:
            continue
        yield end, value
        yield from ((stop, value + rest) for stop, rest in _rest(words, end, unit))


def _rest(words: Words, start: int, unit: int) -> Iterator[tuple[int, Fraction]]:
    """What may follow a first part: "and ten seconds", "and a half", a bare "thirty"."""
    joined = at(words, start) == "and"
    place = start + 1 if joined else start
    yield from _sum(words, place, unit)
    if joined:
        for end, value in quantities(words, place):
            if 0 < value < 1:
                yield end, value * unit
    if smaller := _SMALLER.get(unit):
        for end, count in whole_numbers(words, place):
            if 0 < count < 60 and at(words, end) not in _NOT_A_TIME:
                yield end, Fraction(count * smaller)


_NOT_A_TIME = frozenset(SECONDS) | word_set("step steps people more timer percent degrees")


def _one(words: Words, start: int) -> Iterator[tuple[int, Fraction, int]]:
    """One amount of one unit, as (where it ends, seconds, the unit's seconds)."""
    for end, value in (*quantities(words, start), *_articles(words, start)):
        for place in _over_of(words, end):
            if unit := SECONDS.get(at(words, place)):
                yield place + 1, value * unit, unit


def _articles(words: Words, start: int) -> Iterator[tuple[int, Fraction]]:
    yield from ((start + 1, Fraction(1)) for _ in (1,) if at(words, start) in {"a", "an"})
    if at(words, start) in {"hour", "minute"}:  # "hour and a half"
        yield start, Fraction(1)


def _over_of(words: Words, place: int) -> Iterator[int]:
    """Where the unit may stand after the amount: at once, after "of", "an", "of an"."""
    yield place
    after = place + 1 if at(words, place) == "of" else place
    if at(words, after) in {"a", "an"}:
        yield after + 1
