"""What a sentence means after what the app has just said."""

from __future__ import annotations

import re

from voicecook.commands.intents import Intent
from voicecook.commands.words import Sentence

_LISTING = re.compile(
    r"\bingredients? (?:is|are|we|you)\b|\b(?:first|next|last|final) (?:\w+ )?ingredients?\b"
    r"|\byou(?: will|'ll)?(?: also)? need \d|^\W*(?:and )?\d",
    re.IGNORECASE,
)


def refine(
    found: tuple[Intent, ...], sentence: Sentence, app_said: str, step: int | None
) -> tuple[Intent, ...]:
    """The intents, with "next" meaning the next ingredient while ingredients are read out."""
    if app_said and _LISTING.search(app_said):
        found = tuple(Intent("next_ingredient") if one.name == "next" else one for one in found)
    return found
