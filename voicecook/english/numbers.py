"""Spoken numbers: words to whole numbers, fractions, ordinals and lengths of time.

Every reader takes the words of a sentence and where to start, and gives all the ways to read a
number there, longest first, as (where it ends, its value). Words are as `voicecook.commands.words`
leaves them: lower case, "twenty-five" as two, "90s" as two, fractions as "3/4".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from voicecook.english.words import word_list

Words = Sequence[str]
Reading = tuple[int, Fraction]

UNITS = word_list(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
)
TENS = word_list("twenty thirty forty fifty sixty seventy eighty ninety")
ORDINAL_UNITS = word_list(
    "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh "
    "twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
)
ORDINAL_TENS = word_list(
    "twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth"
)

_SMALL = {word: value for value, word in enumerate(UNITS)}
_TEN = {word: 10 * value for value, word in enumerate(TENS, start=2)} | {"fourty": 40}
_OPENERS = frozenset((*_SMALL, *_TEN, "a", "half", "dozen"))
"""Words with which a whole number can begin: nearly every other word is dismissed at once."""
_ORDINAL = {word: value for value, word in enumerate(ORDINAL_UNITS) if value}
_ORDINAL_TEN = {word: 10 * value for value, word in enumerate(ORDINAL_TENS, start=2)}
_PARTS = {
    "half": Fraction(1, 2),
    "halves": Fraction(1, 2),
    "third": Fraction(1, 3),
    "thirds": Fraction(1, 3),
    "quarter": Fraction(1, 4),
    "quarters": Fraction(1, 4),
}
_DIGITS = re.compile(r"\d{1,9}(?:\.\d{1,6}|/[1-9]\d{0,3})?")
_DIGIT_ORDINAL = re.compile(r"(\d{1,3})(?:st|nd|rd|th)")


def spell(number: int) -> str:
    """A whole number from 0 to 999,999 in words: "one hundred and five"."""
    if number >= 1000:
        rest = number % 1000
        joint = " and " if 0 < rest < 100 else " " if rest else ""
        return f"{spell(number // 1000)} thousand{joint}{spell(rest) if rest else ''}"
    if number >= 100:
        rest = number % 100
        return f"{UNITS[number // 100]} hundred{' and ' + spell(rest) if rest else ''}"
    if number >= 20:
        return TENS[number // 10 - 2] + (f" {UNITS[number % 10]}" if number % 10 else "")
    return UNITS[number]


def whole_numbers(words: Words, start: int) -> list[tuple[int, int]]:
    """The whole numbers that can be read here: "five", "a hundred and twenty", "12", "a dozen"."""
    found = {end: int(value) for end, value in _whole(words, start)}
    return sorted(found.items(), reverse=True)


def quantities(words: Words, start: int) -> list[Reading]:
    """The amounts that can be read here, fractions too: "two and a half", "1.5"."""
    found = dict((*_whole(words, start), *_part(words, start), *_decimal(words, start)))
    for end, value in list(_whole(words, start)):
        for joint in (end, end + 1 if _at(words, end) == "and" else end):
            for stop, part in _part(words, joint, needs_article=joint == end):
                found[stop] = value + part
    return sorted(found.items(), reverse=True)


def ordinals(words: Words, start: int) -> list[tuple[int, int]]:
    """The places in a row that can be read here: "third", "twenty first", "2nd"."""
    word = _at(words, start)
    if match := _DIGIT_ORDINAL.fullmatch(word):
        return [(start + 1, int(match[1]))]
    if word in _ORDINAL:
        return [(start + 1, _ORDINAL[word])]
    if word in _ORDINAL_TEN:
        return [(start + 1, _ORDINAL_TEN[word])]
    unit = _ORDINAL.get(_at(words, start + 1), 0)
    if word in _TEN and 0 < unit < 10:
        return [(start + 2, _TEN[word] + unit)]
    return []


def _at(words: Words, place: int) -> str:
    return words[place] if place < len(words) else ""


def _whole(words: Words, start: int) -> Iterator[Reading]:
    word = _at(words, start)
    if word not in _OPENERS and not word[:1].isdigit():
        return
    for end, value in _below_million(words, start):
        yield end, Fraction(value)
    if re.fullmatch(r"\d{1,9}", word):
        yield start + 1, Fraction(word)
        if _at(words, start + 1) == "hundred":
            yield start + 2, Fraction(word) * 100
    yield from _dozens(words, start)


def _dozens(words: Words, start: int) -> Iterator[Reading]:
    after = start + 1 if _at(words, start) == "a" else start
    if _at(words, after) == "dozen":
        yield after + 1, Fraction(12)
    if _at(words, after) == "couple" and after > start:
        yield after + 1, Fraction(2)
        if _at(words, after + 1) == "of":
            yield after + 2, Fraction(2)
    if tuple(words[start : start + 3]) == ("half", "a", "dozen"):
        yield start + 3, Fraction(6)


def _below_hundred(words: Words, start: int) -> Iterator[tuple[int, int]]:
    word = _at(words, start)
    if word in _SMALL:
        yield start + 1, _SMALL[word]
    if word in _TEN:
        unit = _SMALL.get(_at(words, start + 1), 0)
        if 0 < unit < 10:
            yield start + 2, _TEN[word] + unit
        yield start + 1, _TEN[word]


def _below_thousand(words: Words, start: int) -> Iterator[tuple[int, int]]:
    yield from _below_hundred(words, start)
    article = _at(words, start) == "a"
    counts = [(start + 1, 1)] if article else list(_below_hundred(words, start))
    for end, count in counts:
        if _at(words, end) == "hundred" and 0 < count < 100:
            yield end + 1, count * 100
            yield from _more(words, end + 1, count * 100, _below_hundred)
    if _at(words, start) == "one":
        for end, value in _below_hundred(words, start + 1):
            if value >= 10:  # "one twenty" is a hundred and twenty
                yield end, 100 + value


def _below_million(words: Words, start: int) -> Iterator[tuple[int, int]]:
    yield from _below_thousand(words, start)
    article = _at(words, start) == "a"
    for end, count in [(start + 1, 1)] if article else list(_below_thousand(words, start)):
        if _at(words, end) == "thousand" and 0 < count < 1000:
            yield end + 1, count * 1000
            yield from _more(words, end + 1, count * 1000, _below_thousand)


def _more(words: Words, start: int, base: int, read: object) -> Iterator[tuple[int, int]]:
    place = start + 1 if _at(words, start) == "and" else start
    for end, value in read(words, place):  # type: ignore[operator]
        if value:
            yield end, base + value


def _decimal(words: Words, start: int) -> Iterator[Reading]:
    word = _at(words, start)
    if _DIGITS.fullmatch(word):
        yield start + 1, Fraction(word)
    for end, value in list(_below_thousand(words, start)):
        digit = _SMALL.get(_at(words, end + 1), 10)
        if _at(words, end) == "point" and digit < 10:
            yield end + 2, value + Fraction(digit, 10)


def _part(words: Words, start: int, needs_article: bool = False) -> Iterator[Reading]:
    word = _at(words, start)
    if "/" in word and _DIGITS.fullmatch(word):
        yield start + 1, Fraction(word)
    if word in {"half", "quarter"} and not needs_article:
        yield start + 1, _PARTS[word]
    part = _PARTS.get(_at(words, start + 1))
    count = 1 if word == "a" else _SMALL.get(word, 0)
    if part and 0 < count < 10 and not needs_article:
        yield start + 2, count * part
