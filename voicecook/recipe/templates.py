"""Ways to ask a question: "can i (freeze|keep) <dish> [for later]", checked and made plain.

The syntax is hassil's, as far as a recipe needs it; `<dish>` is "it", "this" or the dish by name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import accumulate

from voicecook.english.words import HESITATIONS

MOST_SENTENCES = 400
DEEPEST = 12
_TOKEN = re.compile(r"[(\[|)\]]|[^(\[|)\]]+")
_CLOSES = {"(": ")", "[": "]"}
_PIECE = re.compile(r"[^ '-]+")
_LONG = re.compile(r"[^ '\-\])]{5,}")
"""Longer than any hesitation: a word, even if brackets make it longer."""


class TemplateError(ValueError):
    """A way to ask that can't be used; says how to mend it."""


def plain(template: str, dish: str) -> str:
    """The template in lower case without punctuation, `<dish>` filled in. Raises TemplateError."""
    text = re.sub(
        r"(?<=[\w)\]>])[?.!,]+",
        "",
        template.lower().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'"),
    )
    text = " ".join(text.replace("<dish>", dish).split())
    odd = [char for char in text if not (char.isalpha() or char in " '-()[]|")]
    if odd:
        raise TemplateError(_odd(odd[0]))
    _check_brackets(text)
    sentences = count(text)
    if sentences > MOST_SENTENCES:
        raise TemplateError(
            f"this makes {sentences} sentences; {MOST_SENTENCES} are the most, split it"
        )
    if may_be_wordless(text):
        raise TemplateError(
            "this may be no word at all; let a word stand outside [ ] and in each choice"
        )
    return text


def speakable(words: str) -> bool:
    """Whether these are words alone, as they may stand inside a way to ask."""
    return bool(words) and all(char.isalpha() or char in " '-" for char in words.lower())


def _odd(char: str) -> str:
    if char.isdigit():
        return "write numbers as words, as they are spoken"
    if char in "<>{}":
        return f'"{char}" has no meaning here, except in <dish>; use ( | ) and [ ]'
    return f'"{char}" can\'t be spoken; write words, ( | ) for a choice and [ ] for what may lack'


def _check_brackets(template: str) -> None:
    if "()" in template or "[]" in template:
        raise TemplateError("there is nothing between these brackets; write words or take them out")
    if max(_depths(_TOKEN.findall(template)), default=0) > DEEPEST:
        raise TemplateError(f"more than {DEEPEST} brackets inside each other; split it")


def _depths(parts: Iterable[str]) -> Iterable[int]:
    """How many brackets are open after each part."""
    return accumulate((part in _CLOSES) - (part in ")]") for part in parts)


def may_be_wordless(template: str) -> bool:
    """Whether a sentence of it has nothing in it that counts as a word."""
    return not _LONG.search(_outside(template)) and not all(map(_has_words, _sentences(template)))


def _has_words(sentence: str) -> bool:
    return not HESITATIONS.issuperset(_PIECE.findall(sentence))


def _outside(template: str) -> str:
    """What stands in every sentence, as it is outside all brackets."""
    parts = _TOKEN.findall(template)
    return "".join(part for part, depth in zip(parts, _depths(parts), strict=True) if depth == 0)


def _sentences(template: str) -> list[str]:
    """The sentences a template makes. Its brackets must match and `count` be small."""
    stack: list[tuple[list[str], list[str]]] = []
    done, here = list[str](), [""]
    for part in _TOKEN.findall(template):
        if part in _CLOSES:
            stack.append((done, here))
            done, here = [], [""]
        elif part == "|":
            done, here = done + here, [""]
        elif part in ")]":
            choices = done + here + [""] * (part == "]")
            done, opened = stack.pop()
            here = [begun + rest for begun in opened for rest in choices]
        else:
            here = [begun + part for begun in here]
    return here


def count(template: str) -> int:
    """How many sentences a template makes. Raises TemplateError for unbalanced brackets."""
    stack: list[tuple[str, int, int]] = []
    done, here = 0, 1
    for part in _TOKEN.findall(template):
        if part in _CLOSES:
            stack.append((part, done, here))
            done, here = 0, 1
        elif part == "|":
            if not stack:
                raise TemplateError('a choice with "|" needs round brackets: (this|that)')
            done, here = done + here, 1
        elif part in ")]":
            done, here = _close(stack, part, done + here)
    if stack:
        raise TemplateError(f'a "{stack[-1][0]}" is never closed; add "{_CLOSES[stack[-1][0]]}"')
    return here


def _close(stack: list[tuple[str, int, int]], mark: str, choices: int) -> tuple[int, int]:
    if not stack or _CLOSES[stack[-1][0]] != mark:
        raise TemplateError(f'a "{mark}" closes nothing; check the brackets')
    opened, done, here = stack.pop()
    return done, here * (choices + (opened == "["))
