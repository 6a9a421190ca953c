"""Ways to ask a question: "can i (freeze|keep) <dish> [for later]", checked and made plain.

The syntax is hassil's, as far as a recipe needs it; `<dish>` is "it", "this" or the dish by name.
"""

from __future__ import annotations

import re

MOST_SENTENCES = 400
_TOKEN = re.compile(r"[(\[|)\]]|[^(\[|)\]]+")
_CLOSES = {"(": ")", "[": "]"}


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
    sentences = count(text)
    if sentences > MOST_SENTENCES:
        raise TemplateError(
            f"this makes {sentences} sentences; {MOST_SENTENCES} are the most, split it"
        )
    return text


def speakable(words: str) -> bool:
    """Whether these are words alone, as they may stand inside a way to ask."""
    return bool(words) and all(char.isalpha() or char in " '-" for char in words)


def _odd(char: str) -> str:
    if char.isdigit():
        return "write numbers as words, as they are spoken"
    if char in "<>{}":
        return f'"{char}" has no meaning here, except in <dish>; use ( | ) and [ ]'
    return f'"{char}" can\'t be spoken; write words, ( | ) for a choice and [ ] for what may lack'


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
