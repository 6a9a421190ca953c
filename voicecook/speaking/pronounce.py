"""Written text as words that can be spoken: no sign, no abbreviation, no bracket is left."""

# ruff: noqa: RUF001 - dashes, quotes and signs that look alike are what this file is about

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from datetime import time
from fractions import Fraction

from voicecook.english import (
    SPELLINGS,
    amount_words,
    clock_words,
    number_words,
    point_words,
    range_words,
    read_number,
    with_article,
)
from voicecook.speaking.signs import ABBREVIATIONS, BEFORE_A_THING, CURRENCIES, SIGNS

LONGEST = 10_000
"""Characters of a text that are spoken; nobody listens that long."""

MOST_PASSES = 8

_PUNCTUATION = ".,!?;:'"
_UNDERSTOOD = set(_PUNCTUATION + '"()[]{}/-–—#*_|\n ') | set(SIGNS)
_ALIKE = str.maketrans(
    {
        "º": "°", "˚": "°", "″": " inch ", "’": "'", "‘": "'", "“": '"', "”": '"',
        "‐": "-", "‑": "-", "‒": "–", "―": "—", "⁄": "/", "∕": "/", "\r": "\n", "•": " ", "\t": " ",
    }
)  # fmt: skip

_FRACTION = r"(?<![\d/.])[1-9]/(?:10|[234568])(?![\d/])"
_NUMBER = rf"(?:\d{{1,9}} {_FRACTION}|{_FRACTION}|\d{{1,9}}\.\d{{1,9}}|\d{{1,12}})"
_UNIT = "|".join(re.escape(name) for name in sorted(SPELLINGS, key=len, reverse=True))
_DOT = r"(?:\.(?=\s*(?-i:[^\sA-Z])))?"  # an abbreviation's dot, not the end of the sentence
_THING = rf"(?=[ -](?:{'|'.join(BEFORE_A_THING.split())})s?\b)"


def pronounce(text: str) -> str:
    """`text` in letters, digits, spaces and `.,!?;:'` only, as a person would read it aloud."""
    spoken = _known_characters(text[:LONGEST])
    for _ in range(MOST_PASSES):
        before, spoken = spoken, _pass(spoken)
        if spoken == before:
            break
    return spoken


def _known_characters(text: str) -> str:
    halves = "".join(_spread_fraction(char) for char in text.translate(_ALIKE))
    plain = unicodedata.normalize("NFKC", halves).translate(_ALIKE)
    return re.sub(" +", " ", "".join(char if _is_known(char) else " " for char in plain))


def _spread_fraction(char: str) -> str:
    if unicodedata.decomposition(char).startswith("<fraction>"):
        return f" {unicodedata.normalize('NFKC', char)} "
    return char


def _is_known(char: str) -> bool:
    return _is_letter(char) or char in "0123456789" or char in _UNDERSTOOD


def _is_spoken(char: str) -> bool:
    return _is_letter(char) or char in f"0123456789 {_PUNCTUATION}"


def _is_letter(char: str) -> bool:
    return char.isalpha() and char < "\u0250"


def _pass(text: str) -> str:
    for pattern, replacement in _RULES:
        text = pattern.sub(replacement, text)
    return _tidy("".join(char if _is_spoken(char) else " " for char in text))


def _tidy(text: str) -> str:
    for pattern, replacement in _TIDYING:
        text = pattern.sub(replacement, text)
    return text.strip(" ,;:")


def _clock(match: re.Match[str]) -> str:
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    half = (match["half"] or "").lower()
    if half and hour <= 12:
        hour = hour % 12 + (12 if half == "p" else 0)
    words = clock_words(time(hour, minute))
    if not half or words in {"noon", "midnight"}:
        return words
    part = "morning" if hour < 12 else "afternoon" if hour < 17 else "evening"
    return f"{words} in the {part}"


def _amount(match: re.Match[str]) -> str:
    unit = SPELLINGS[match["unit"].lower()]
    low, high = match["low"], match["high"]
    one_of_it = match["unit"] == unit.one and read_number(high) != 1
    describes = match["hyphen"] or match["thing"] is not None
    several = unit.one if describes or one_of_it else unit.several
    if not low:
        return amount_words(read_number(high), unit.one, several, 1, high)
    joint = "or" if match["joint"] == "or" else "to"
    ends = (read_number(low), read_number(high))
    return range_words(ends, unit.one, several, 0, joint)


def _bare_fraction(match: re.Match[str]) -> str:
    value, follows = read_number(match["value"]), match["follows"]
    if value != Fraction(1, 2):
        return f"{number_words(value, 1, match['value'])} {follows or ''}".strip()
    if not follows:
        return "a half"
    if follows.lower() in {"of", "the", "a", "an", "as", "way", "full"}:
        return f"half {follows}"
    return f"half {with_article(follows)}"


def _money(match: re.Match[str]) -> str:
    name = CURRENCIES[match["sign"]][match["whole"] != "1"]
    return f"{match['whole']} {name} {match['rest'] or ''}".strip()


def _abbreviation(pattern: str) -> str:
    return rf"(?<!\w){pattern}" + (rf"(?!\w){_DOT}" if pattern[-1].isalpha() else "")


def _rules(*pairs: tuple[str, str | Callable[[re.Match[str]], str]]) -> list[_Rule]:
    return [(re.compile(pattern, re.IGNORECASE), words) for pattern, words in pairs]


_Rule = tuple[re.Pattern[str], "str | Callable[[re.Match[str]], str]"]
_AM_PM = r"(?: ?(?P<half>[ap])\.? ?m\b\.?)"

_RULES = _rules(
    (r"https?://\S+|www\.\S+", "the web page"),
    (r"(?m)^ *[-*–—] +", ""),  # bullets
    (r"([^\s.!?:;,]) *\n\s*", r"\1. "),  # a line is a sentence
    (r"(?<!\d)(\d{1,3}),(?=\d{3}(?!\d))", r"\1"),  # 1,500
    (r"(?<![\w.])(\d{1,2}):([0-5]\d):([0-5]\d)(?!\w)", r"\1 hours \2 minutes \3 seconds"),
    (rf"(?<![\w.:/])(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d)(?:{_AM_PM}|(?![\w:]))", _clock),
    (rf"(?<![\w.:/])(?P<hour>1[0-2]|0?[1-9])(?:\.(?P<minute>[0-5]\d))?{_AM_PM}", _clock),
    (r"(?P<sign>[$£€]) ?(?P<whole>\d+)(?:\.(?P<rest>\d\d))?(?!\w)", _money),
    (r"(?<![\w.])-(?=\d+ ?°)|−(?=\d)", "minus "),
    (r"(?<=\d\d) ?° ?([CF])\b|(?<=\d) ?° ?([CF])\b|(?<=\d\d) ?([CF])(?![\w'])", r"°\1\2\3"),
    (r"(\d) ?[x×] ?(?=\d[\d.]* ?(?:cm|mm|in))", r"\1 by "),
    (r"(\d) ?[x×](?= |\d)", r"\1 times"),
    (
        r"(\d)-? ?in(?=\.|-| (?:thick|long|wide|deep|tall|square|piece|slice|cube|strip))",
        r"\1 inch",
    ),
    (rf"(?<![\d/])(?!{_FRACTION})(\d+) ?/ ?(?=\d)", r"\1 or "),
    (
        rf"(?<![\w./])(?:(?P<low>{_NUMBER}) ?(?P<joint>[-–—]|to\b|or\b) ?)?"
        rf"(?P<high>{_NUMBER})(?:(?P<hyphen>-)| ?)(?P<unit>{_UNIT})(?!\w){_DOT}"
        rf"(?P<thing>{_THING})?",
        _amount,
    ),
    (
        rf"(?<![\w.])(?P<value>\d{{1,9}} {_FRACTION}|{_FRACTION})(?: (?P<follows>[^\W\d_]+))?",
        _bare_fraction,
    ),
    (r"(\d) ?[-–—] ?(?=\d+(?![\d-]))(?<!-\d )", r"\1 to "),
    (r"(?<![\d.])\.(?=\d)", "0."),
    (r"\d+\.\d+", lambda match: point_words(match[0])),
    *((_abbreviation(pattern), words) for pattern, words in ABBREVIATIONS.items()),
    (r"# ?(?=\d)", "number "),
    (r" ?/ ?(?=(?:serving|portion|person|head|hour|day|100)\b)", " per "),
    (r"(?<=\w) ?[/|] ?(?=\w)", " or "),
    (r"(?<=\d):(?=\d)", " to "),
    (r" - |[–—]|--+|[()\[\]{}]", ", "),
    *((re.escape(sign), f" {words} ") for sign, words in SIGNS.items()),
)

_TIDYING = _rules(
    (r"(?<![^\W\d_])'|'(?![^\W\d_])", ""),
    (r"\s+", " "),
    (r" (?=[.,!?;:])", ""),
    (r"[.,!?;:]*\?[.,!?;:]*", "?"),
    (r"[.,!;:]*![.,!;:]*", "!"),
    (r"[.,;:]*\.[.,;:]*", "."),
    (r"[,;:]+([,;:])", r"\1"),
    (r"([.,!?;:])(?=[^\s.,!?;:'])", r"\1 "),
    (r"^[\s.,!?;:]+", ""),
)
