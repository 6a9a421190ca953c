"""Ways to ask a question: "can i (freeze|keep) <dish> [for later]", checked and made plain.

The syntax is hassil's (`voicecook.english`), as far as a recipe needs it; `<dish>` is "it", "this"
or the dish by name.
"""

from __future__ import annotations

import re

from voicecook.english import (
    HESITATIONS,
    TemplateError,
    count_ways,
    has_loose_choice,
    parse,
    ways,
)

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
    if "()" in text or "[]" in text:
        raise TemplateError("there is nothing between these brackets; write words or take them out")
    if (sentences := count_ways(tree)) > MOST_SENTENCES:
        raise TemplateError(
            f"this makes {sentences} sentences; {MOST_SENTENCES} are the most, split it"
        )
    if not all(map(_has_words, ways(tree))):
        raise TemplateError(
            "this may be no word at all; let a word stand outside [ ] and in each choice"
        )
    return text


def speakable(words: str) -> bool:
    """Whether these are words alone, as they may stand inside a way to ask."""
    return bool(words) and all(char.isalpha() or char in " '-" for char in words.lower())


def _has_words(sentence: str) -> bool:
    return not HESITATIONS.issuperset(re.findall(r"[^ '-]+", sentence))


def _odd(char: str) -> str:
    if char.isdigit():
        return "write numbers as words, as they are spoken"
    if char in "<>{}":
        return f'"{char}" has no meaning here, except in <dish>; use ( | ) and [ ]'
    return f'"{char}" can\'t be spoken; write words, ( | ) for a choice and [ ] for what may lack'
