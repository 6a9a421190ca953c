"""What a sentence means after what the app has just said."""

from __future__ import annotations

import re
from collections.abc import Sequence

from voicecook.commands.intents import Intent
from voicecook.commands.words import Sentence, plain_words
from voicecook.english import stem, word_set

_LISTING = re.compile(
    r"\b(?:first|next|last|final|other)(?: \w+)? "
    r"(?:ingredients?|ones?|two|three|\d)?\b.{0,12}\b(?:is|are)\b",
    re.IGNORECASE,
)
_SUBJECTS = word_set("i we it they that this these those everything all both the my our")
_HAPPENED = word_set("am are did has have is was were been got looks look seems feels")
_NOT_A_REPORT = word_set(
    "not no never what which how when where why who should can could may shall must do does "
    "would love like hope want need wonder question prefer think will wish if thanks thank "
    "or mean sorry please try"
)
_TROUBLE = word_set(
    "beep beeping beeps bleeding broke broken burn burned burning burns burnt dirty dropped drops "
    "fell finger forgot gone hurts late lost missing myself ringing rings rotten salty sleeping "
    "smoke smoking spilled spilling spoiled stuck too ugly wrong"
)
"""What went wrong is no report that it went well: it must not move the cook on."""
_POINTING = word_set("it that them this these those everything all both")
_COMMON = word_set(
    "a about an and are as at be been by for from get good have in is it now of off on out "
    "so that the them then they this to until up was well with you your"
)


def refine(
    found: tuple[Intent, ...], sentence: Sentence, app_said: str, step: int | None
) -> tuple[Intent, ...]:
    """The intents, with what only the talk before them can tell.

    "Next" asks for the next ingredient while ingredients are read out; "yes, I added it" is done.
    """
    names = {intent.name for intent in found}
    if _LISTING.search(app_said) and not {"step", "instruction"} & set(sentence.words):
        found = tuple(Intent("next_ingredient") if one.name == "next" else one for one in found)
    if {"yes", "done"} <= names:
        found = tuple(one for one in found if one.name != "yes")
    if _TROUBLE & set(sentence.words):
        found = tuple(one for one in found if one.name != "done")
    return _without_repeats(found)


def reports(words: Sequence[str], app_said: str) -> bool:
    """Whether a clause tells that what the app said has been done: "the dough is rolled out".

    It must say that something happened, to something the app spoke of, and answer no question.
    """
    if app_said.rstrip().endswith("?") or _TROUBLE & set(words):
        return False
    start = next((place for place, word in enumerate(words[:4]) if word in _SUBJECTS), None)
    if start is None or _NOT_A_REPORT & set(words) or words[0] in _HAPPENED:
        return False
    told = {stem(word) for word in words} - _COMMON - _SUBJECTS
    asked = {stem(word) for word in plain_words(app_said)} - _COMMON
    happened = _HAPPENED & set(words) or any(word.endswith("ed") for word in words)
    return bool(happened) and bool(told & asked or _POINTING & set(words))


def _without_repeats(found: tuple[Intent, ...]) -> tuple[Intent, ...]:
    """The same twice in a row is once: "I added it and it is mixed" is one `done`."""
    return tuple(
        intent for place, intent in enumerate(found) if place == 0 or found[place - 1] != intent
    )
