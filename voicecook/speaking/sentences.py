"""A text cut into sentences, so that the first can be heard while the next is prepared."""

from __future__ import annotations

import re

LONGEST = 240
"""Characters of one sentence; a longer one is cut at a comma, or else between words."""

_ENDS = re.compile(r"(?<=[.!?;])\s+|\n+")


def sentences(text: str) -> tuple[str, ...]:
    """The sentences of `text` in order; joined with spaces they are `text` again."""
    return tuple(piece for part in _ENDS.split(text.strip()) if part for piece in _pieces(part))


def _pieces(sentence: str) -> list[str]:
    pieces = []
    while len(sentence) > LONGEST:
        cut = sentence.rfind(", ", LONGEST // 2, LONGEST) + 1 or sentence.rfind(" ", 1, LONGEST)
        cut = cut if cut > 0 else LONGEST
        pieces.append(sentence[:cut])
        sentence = sentence[cut:].lstrip()
    return [*pieces, sentence] if sentence else pieces
