"""Spoken lengths of time: "an hour and a half", "ninety seconds", "1h30", to whole seconds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from voicecook.english.numbers import quantities, spell, whole_numbers

Words = Sequence[str]

LONGEST_S = 30 * 24 * 3600

_UNITS = {
    name: seconds
    for seconds, names in (
        (1, "second seconds sec secs s"),
        (60, "minute minutes min mins m"),
        (3600, "hour hours hr hrs h"),
    )
    for name in names.split()
}
_SMALLER = {3600: 60, 60: 1}


def durations(words: Words, start: int) -> list[tuple[int, int]]:
    """The lengths of time that can be read here, longest first, as (where it ends, seconds)."""
    found = {
        end: round(value)
        for end, value in _sum(words, start, unit_below=LONGEST_S)
        if 1 <= round(value) <= LONGEST_S
    }
    return sorted(found.items(), reverse=True)


def spell_duration(seconds: int) -> str:
    """A length of time in words: "one hour, five minutes and ten seconds", without the comma."""
    parts = []
    for size, name in ((3600, "hour"), (60, "minute"), (1, "second")):
        count, seconds = divmod(seconds, size)
        if count:
            parts.append(f"{spell(count)} {name}{'s' if count != 1 else ''}")
    return " and ".join([" ".join(parts[:-1]), parts[-1]] if parts[1:] else parts)


def _at(words: Words, place: int) -> str:
    return words[place] if place < len(words) else ""


def _sum(words: Words, start: int, unit_below: int) -> Iterator[tuple[int, Fraction]]:
    for end, value, unit in _one(words, start):
        if unit >= unit_below:
            continue
        yield end, value
        yield from ((stop, value + rest) for stop, rest in _rest(words, end, unit))


def _rest(words: Words, start: int, unit: int) -> Iterator[tuple[int, Fraction]]:
    """What may follow a first part: "and ten seconds", "and a half", a bare "thirty"."""
    joined = _at(words, start) == "and"
    place = start + 1 if joined else start
    yield from _sum(words, place, unit)
    if joined:
        for end, value in quantities(words, place):
            if 0 < value < 1:
                yield end, value * unit
    if smaller := _SMALLER.get(unit):
        for end, count in whole_numbers(words, place):
            if 0 < count < 60 and _at(words, end) not in _NOT_A_TIME:
                yield end, Fraction(count * smaller)


_NOT_A_TIME = frozenset(_UNITS) | {"step", "steps", "people", "more", "timer", "percent", "degrees"}


def _one(words: Words, start: int) -> Iterator[tuple[int, Fraction, int]]:
    """One amount of one unit, as (where it ends, seconds, the unit's seconds)."""
    for end, value in (*quantities(words, start), *_articles(words, start)):
        for place in _over_of(words, end):
            if unit := _UNITS.get(_at(words, place)):
                yield place + 1, value * unit, unit


def _articles(words: Words, start: int) -> Iterator[tuple[int, Fraction]]:
    yield from ((start + 1, Fraction(1)) for _ in (1,) if _at(words, start) in {"a", "an"})
    if _at(words, start) in {"hour", "minute"}:  # "hour and a half"
        yield start, Fraction(1)


def _over_of(words: Words, place: int) -> Iterator[int]:
    """Where the unit may stand after the amount: at once, after "of", "an", "of an"."""
    yield place
    after = place + 1 if _at(words, place) == "of" else place
    if _at(words, after) in {"a", "an"}:
        yield after + 1
