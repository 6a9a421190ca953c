"""Whole numbers and places in a row, spoken and read.

Every reader takes the words of a sentence and where to start, and gives all the ways to read a
number there, longest first, as (where it ends, its value). Words are in lower case, "twenty-five"
as two, "90s" as two, fractions as "3/4".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from voicecook.english.word_lists import word_list

Words = Sequence[str]
_Read = Callable[[Words, int], Iterator[tuple[int, int]]]

TWELVE = 12
"""Up to here numbers are said in words, from here on in digits."""

ONES = word_list(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
)
TENS = word_list("twenty thirty forty fifty sixty seventy eighty ninety")
ORDINAL_ONES = word_list(
    "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh "
    "twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
)
ORDINAL_TENS = word_list(
    "twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth"
)

_SMALL = {word: value for value, word in enumerate(ONES)}
_TEN = {word: 10 * value for value, word in enumerate(TENS, start=2)} | {"fourty": 40}
_OPENERS = frozenset((*_SMALL, *_TEN, "a", "half", "dozen"))
"""Words with which a whole number can begin: nearly every other word is dismissed at once."""
_ORDINAL = {word: value for value, word in enumerate(ORDINAL_ONES) if value}
_ORDINAL_TEN = {word: 10 * value for value, word in enumerate(ORDINAL_TENS, start=2)}
_DIGIT_ORDINAL = re.compile(r"(\d{1,3})(?:st|nd|rd|th)")


def spell(number: int) -> str:
    """A whole number from 0 to 999,999 in words: "one hundred and five"."""
    if number >= 1000:
        rest = number % 1000
        joint = " and " if 0 < rest < 100 else " " if rest else ""
        return f"{spell(number // 1000)} thousand{joint}{spell(rest) if rest else ''}"
    if number >= 100:
        rest = number % 100
        return f"{ONES[number // 100]} hundred{' and ' + spell(rest) if rest else ''}"
    if number >= 20:
        return TENS[number // 10 - 2] + (f" {ONES[number % 10]}" if number % 10 else "")
    return ONES[number]


def count_words(number: int, words_up_to: int = TWELVE) -> str:
    """A whole number for the ear, in words up to twelve, then in digits: "three", "15"."""
    return spell(number) if 0 < number <= words_up_to else str(number)


def ordinal(place: int) -> str:
    """A place in a row, from 1 to 99: "third", "twenty first"."""
    if place < 20:
        return ORDINAL_ONES[place]
    ten, unit = divmod(place, 10)
    return f"{TENS[ten - 2]} {ORDINAL_ONES[unit]}" if unit else ORDINAL_TENS[ten - 2]


def whole_numbers(words: Words, start: int) -> list[tuple[int, int]]:
    """The whole numbers that can be read here: "five", "a hundred and twenty", "12", "a dozen"."""
    return sorted(dict(_whole(words, start)).items(), reverse=True)


def ordinals(words: Words, start: int) -> list[tuple[int, int]]:
    """The places in a row that can be read here: "third", "twenty first", "2nd"."""
    word = at(words, start)
    if match := _DIGIT_ORDINAL.fullmatch(word):
        return [(start + 1, int(match[1]))]
    if word in _ORDINAL:
        return [(start + 1, _ORDINAL[word])]
    if word in _ORDINAL_TEN:
        return [(start + 1, _ORDINAL_TEN[word])]
    unit = _ORDINAL.get(at(words, start + 1), 0)
    if word in _TEN and 0 < unit < 10:
        return [(start + 2, _TEN[word] + unit)]
    return []


def at(words: Words, place: int) -> str:
    """The word at this place, "" after the last."""
    return words[place] if place < len(words) else ""


def _whole(words: Words, start: int) -> Iterator[tuple[int, int]]:
    word = at(words, start)
    if word not in _OPENERS and not word[:1].isdigit():
        return
    yield from _below_million(words, start)
    if re.fullmatch(r"\d{1,9}", word):
        yield start + 1, int(word)
        if at(words, start + 1) == "hundred":
            yield start + 2, int(word) * 100
    yield from _dozens(words, start)


def _dozens(words: Words, start: int) -> Iterator[tuple[int, int]]:
    after = start + 1 if at(words, start) == "a" else start
    if at(words, after) == "dozen":
        yield after + 1, 12
    if at(words, after) == "couple" and after > start:
        yield after + 1, 2
        if at(words, after + 1) == "of":
            yield after + 2, 2
    if tuple(words[start : start + 3]) == ("half", "a", "dozen"):
        yield start + 3, 6


def _below_hundred(words: Words, start: int) -> Iterator[tuple[int, int]]:
    word = at(words, start)
    if word in _SMALL:
        yield start + 1, _SMALL[word]
    if word in _TEN:
        unit = _SMALL.get(at(words, start + 1), 0)
        if 0 < unit < 10:
            yield start + 2, _TEN[word] + unit
        yield start + 1, _TEN[word]


def _below_thousand(words: Words, start: int) -> Iterator[tuple[int, int]]:
    yield from _below_hundred(words, start)
    article = at(words, start) == "a"
    counts = [(start + 1, 1)] if article else list(_below_hundred(words, start))
    for end, count in counts:
        if at(words, end) == "hundred" and 0 < count < 100:
            yield end + 1, count * 100
            yield from _more(words, end + 1, count * 100, _below_hundred)
    if at(words, start) == "one":
        for end, value in _below_hundred(words, start + 1):
            if value >= 10:  # "one twenty" is a hundred and twenty
                yield end, 100 + value


def _below_million(words: Words, start: int) -> Iterator[tuple[int, int]]:
    yield from _below_thousand(words, start)
    article = at(words, start) == "a"
    for end, count in [(start + 1, 1)] if article else list(_below_thousand(words, start)):
        if at(words, end) == "thousand" and 0 < count < 1000:
            yield end + 1, count * 1000
            yield from _more(words, end + 1, count * 1000, _below_thousand)


def _more(words: Words, start: int, base: int, read: _Read) -> Iterator[tuple[int, int]]:
    place = start + 1 if at(words, start) == "and" else start
    for end, value in read(words, place):
        if value:
            yield end, base + value
