"""Numbers with parts, and amounts of a unit, spoken and read: "one and a half", "half a cup".

What the app says itself has words up to twelve; what is read out from a page keeps its digits.
`words_up_to` tells which.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from voicecook.english.lists import with_article
from voicecook.english.nouns import plural
from voicecook.english.numbers import ONES, TWELVE, Words, at, count_words, spell, whole_numbers

Reading = tuple[int, Fraction]

GLYPHS = {
    "½": "1/2", "⅓": "1/3", "⅔": "2/3", "¼": "1/4", "¾": "3/4", "⅕": "1/5", "⅙": "1/6",
    "⅛": "1/8", "⅜": "3/8", "⅝": "5/8", "⅞": "7/8",
}  # fmt: skip
"""Fractions that are one character, and how they are spelled with a slash."""

_PARTS = {2: "half", 3: "third", 4: "quarter", 5: "fifth", 6: "sixth", 8: "eighth", 10: "tenth"}
"""What one part is called when a whole is cut into so many."""
_AS_DECIMALS = (5, 10)
"""Parts that are said as decimals, unless they were written as fractions."""
_HALF = Fraction(1, 2)
_VALUES = {name: Fraction(1, parts) for parts, one in _PARTS.items() for name in (one, plural(one))}
_DIGIT = {word: str(value) for value, word in enumerate(ONES[:10])}
_WRITTEN = re.compile(r"\d{1,9}(?:\.\d{1,6}|/[1-9]\d{0,3})?")
_FIGURE = re.compile(r"\d{1,12}(?:\.\d{1,12}|/0*[1-9]\d{0,11})?|\.\d{1,12}")
_WORDS = {spell(number): Fraction(number) for number in range(1, TWELVE + 1)} | {
    "a": Fraction(1), "an": Fraction(1), "half": _HALF, "half a": _HALF, "half an": _HALF,
}  # fmt: skip
NUMBER_WORDS = tuple(_WORDS)
"""The words that stand for a number on a page: "two", "a", "half a"."""


def number_words(value: Fraction | int, words_up_to: int = TWELVE, written: str = "") -> str:
    """A number: "three", "15", "two and a half", "half", "one point two".

    `written` is how it stood on the page, if it did: only then is a fifth a fifth, not "point two".
    """
    whole, rest = divmod(Fraction(value), 1)
    if not rest:
        return count_words(whole, words_up_to)
    if not _is_part(rest, written):
        return point_words(written if "." in written else _decimal(value), words_up_to)
    if not whole:
        return _part_words(rest)
    part = "a half" if rest == _HALF else _part_words(rest)
    return f"{count_words(whole, words_up_to)} and {part}"


def point_words(written: str, words_up_to: int = 0) -> str:
    """A decimal figure by figure: "3 point 1 4", or "three point one four"."""
    whole, _, digits = written.partition(".")
    spelled = words_up_to >= 9
    start = spell(int(whole)) if spelled and int(whole) <= words_up_to else whole
    tail = " ".join(spell(int(digit)) if spelled else digit for digit in digits)
    return f"{start} point {tail}" if tail else start


def amount_words(
    value: Fraction, one: str, several: str, words_up_to: int = TWELVE, written: str = ""
) -> str:
    """An amount of a unit or a thing: "half a teaspoon", "one clove", "two and a half cups"."""
    if 0 < value < 1 and _is_part(value, written):
        joint = " " if value == _HALF else " of "
        return f"{_part_words(value)}{joint}{with_article(one)}"
    return f"{number_words(value, words_up_to, written)} {one if value == 1 else several}"


def range_words(
    ends: tuple[Fraction, Fraction], one: str, several: str, words_up_to: int = TWELVE,
    joint: str = "to",
) -> str:  # fmt: skip
    """From one amount to another: "two to three cloves", "a quarter to half a teaspoon"."""
    low, high = ends
    last = amount_words(high, one, several, words_up_to)
    return f"{number_words(low, words_up_to)} {joint} {last}"


def read_number(written: str) -> Fraction:
    """A number from a page: "2", "1.5", "1/2", "1 1/2", "½", "1,500", "two", "half a".

    Raises ValueError.
    """
    text = written.lower()
    if text in _WORDS:
        return _WORDS[text]
    for glyph, spelled in GLYPHS.items():
        text = text.replace(glyph, f" {spelled}")
    parts = re.sub(r"(?<=\d),(?=\d{3}(?!\d))", "", text).split()
    if not parts or not all(map(_FIGURE.fullmatch, parts)):
        raise ValueError(f"{written[:40]} is no number")
    return sum(map(Fraction, parts), Fraction())


def quantities(words: Words, start: int) -> list[Reading]:
    """The amounts that can be read here, fractions too: "two and a half", "1.5"."""
    wholes = [(end, Fraction(value)) for end, value in whole_numbers(words, start)]
    found = dict((*wholes, *_part(words, start), *_decimals(words, start, wholes)))
    for end, value in wholes:
        for joint in (end, end + 1 if at(words, end) == "and" else end):
            for stop, part in _part(words, joint, needs_article=joint == end):
                found[stop] = value + part
    return sorted(found.items(), reverse=True)


def _is_part(value: Fraction, written: str) -> bool:
    return value.denominator in _PARTS and (value.denominator not in _AS_DECIMALS or "/" in written)


def _part_words(value: Fraction) -> str:
    """A part below one: "half", "an eighth", "three quarters"."""
    part = _PARTS[value.denominator]
    if value == _HALF:
        return part
    return with_article(part) if value.numerator == 1 else f"{ONES[value.numerator]} {part}s"


def _decimal(value: Fraction | int) -> str:
    return f"{float(value):.2f}".rstrip("0").rstrip(".")


def _decimals(words: Words, start: int, wholes: list[Reading]) -> Iterator[Reading]:
    word = at(words, start)
    if _WRITTEN.fullmatch(word):
        yield start + 1, Fraction(word)
    for end, value in wholes:
        digits, place = "", end + 1
        while at(words, end) == "point" and (digit := _digit(at(words, place))):
            digits, place = digits + digit, place + 1
            yield place, value + Fraction(f"0.{digits}")


def _digit(word: str) -> str:
    return word if len(word) == 1 and word in "0123456789" else _DIGIT.get(word, "")


def _part(words: Words, start: int, needs_article: bool = False) -> Iterator[Reading]:
    word = at(words, start)
    if "/" in word and _WRITTEN.fullmatch(word):
        yield start + 1, Fraction(word)
    if word in {"half", "quarter"} and not needs_article:
        yield start + 1, _VALUES[word]
    part = _VALUES.get(at(words, start + 1))
    count = 1 if word in {"a", "an"} else int(_DIGIT.get(word, 0))
    if part and count and not needs_article:
        yield start + 2, count * part
