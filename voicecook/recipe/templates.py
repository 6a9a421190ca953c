"""Ways to ask a question: "can i (freeze|keep) <dish> [for later]", checked and made plain.

The syntax is hassil's (`voicecook.english`), as far as a recipe needs it; `<dish>` is "it", "this"
or the dish by name.
"""

from __future__ import annotations

import re

from voicecook.english import TemplateError, count_ways, has_loose_choice, may_be_empty, parse

MOST_SENTENCES = 400


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
    tree = parse(text)
    if has_loose_choice(text):
        raise TemplateError('a choice with "|" needs round brackets: (this|that)')
    if may_be_empty(tree):
        raise TemplateError("this may be nothing at all; leave some words outside of brackets")
    if (sentences := count_ways(tree)) > MOST_SENTENCES:
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
