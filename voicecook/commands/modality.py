"""How a clause is said: denied, unfinished, reported of somebody, on a condition, wished, long ago.

A clause with any of these is no command, whatever command its other words are most like. The cues
are those of the field's lists for negation and speculation (Councill et al. 2010, "What's great
and what's not"), as far as they are said in a kitchen.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from functools import lru_cache
from itertools import pairwise

from voicecook.commands.lexicon import PERSON, kitchen_lexicon, states
from voicecook.english import word_set


class Caution(Enum):
    """Why a clause must not be taken at its word."""

    NEGATED = "negated"
    UNFINISHED = "unfinished"
    REPORTED = "reported"
    CONDITIONAL = "conditional"
    WISHED = "wished"
    ELSEWHEN = "elsewhen"


_NOT = word_set("not never nor neither nobody hardly barely without")
_NO_WHAT = word_set("need point reason longer rush way hurry chance")
_UNFINISHED = word_set("still nearly almost yet")
_CONDITION = word_set("if unless until till once whenever assuming suppose supposing")
_ONLY_LATER = word_set("when while before after")
"""A condition where a clause follows: "when it boils", but not "when will it boil"."""
_BEGINS_CLAUSE = word_set(
    "i you he she it we they the that this these those my your our everything all"
)
_WISH = word_set("wish hope hoping hopefully wished hoped")
_ELSEWHEN = word_set("yesterday tomorrow ago usually normally always")
_OTHER_TIMES = word_set("week month year night time monday tuesday wednesday thursday friday "
                        "saturday sunday summer winter christmas weekend")  # fmt: skip
_SAYING = word_set(
    "say says said saying ask asks asked asking tell tells told want wants wanted think thinks "
    "thought reckon reckons reckoned wonder wonders wondered wondering insist insists insisted "
    "telling thinking suggesting claiming insisting reckoning yelling yells yelled hinting hints "
    "whispers shout shouts shouted shouting claim claims claimed suggest suggests suggested reads "
    "read wrote believe believes mention mentions mentioned swear swears swore know knows"
)
_SOURCES = word_set(
    "book recipe packet package box label tin website internet video page note card instructions "
    "manual blog magazine"
)
"""What is read out as well as people: "the packet says ten minutes"."""
_PHRASES: tuple[tuple[tuple[str, ...], Caution], ...] = (
    (("hold", "off"), Caution.NEGATED),
    (("leave", "it"), Caution.NEGATED),
    (("leave", "the", "timer"), Caution.NEGATED),
    (("instead", "of"), Caution.NEGATED),
    (("rather", "than"), Caution.NEGATED),
    (("as", "soon", "as"), Caution.CONDITIONAL),
    (("in", "case"), Caution.CONDITIONAL),
    (("would", "have"), Caution.WISHED),
    (("should", "have"), Caution.WISHED),
    (("could", "have"), Caution.WISHED),
    (("used", "to"), Caution.ELSEWHEN),
)
_FINE = (
    ("why", "not"), ("if", "you", "do", "not", "mind"), ("if", "you", "would"), ("if", "possible"),
    ("if", "you", "please"), ("when", "you", "are", "ready"), ("if", "that", "is", "okay"),
    ("if", "you", "can"), ("if", "you", "could"), ("if", "i", "may"), ("at", "once"),
    ("once", "more"), ("once", "again"), ("would", "not", "mind"), ("if", "you", "like"),
)  # fmt: skip
"""Mere politeness, and other words that only look like a cue."""


def without_courtesies(words: Sequence[str]) -> tuple[str, ...]:
    """The words without phrases such as "if you don't mind"."""
    kept = tuple(words)
    for phrase in _FINE[1:]:
        place = _place_of(phrase, kept)
        if place is not None and phrase[0] in {"if", "when"} and len(kept) > len(phrase):
            kept = kept[:place] + kept[place + len(phrase) :]
    return kept


def cautions(words: Sequence[str]) -> frozenset[Caution]:
    """All that speaks against taking this clause at its word."""
    return _cautions(tuple(words))


@lru_cache(maxsize=512)  # the same clause is weighed beside several others
def _cautions(words: tuple[str, ...]) -> frozenset[Caution]:
    words = _masked(words)
    found = {caution for phrase, caution in _PHRASES if _place_of(phrase, words) is not None}
    if _NOT & set(words) or _followed(words, "no", _NO_WHAT):
        found.add(Caution.NEGATED)
    if _UNFINISHED & set(words) or states("unfinished") & set(words):
        found.add(Caution.UNFINISHED)
    if _CONDITION & set(words) or _later(words):
        found.add(Caution.CONDITIONAL)
    if _WISH & set(words):
        found.add(Caution.WISHED)
    if _ELSEWHEN & set(words) or any(
        _followed(words, one, _OTHER_TIMES) for one in ("last", "next")
    ):
        found.add(Caution.ELSEWHEN)
    if reported_from(words) is not None:
        found.add(Caution.REPORTED)
    return frozenset(found)


def reported_from(words: Sequence[str]) -> int | None:
    """Where what somebody else says begins: "my wife asks" | "when we eat"; None if nobody does."""
    for place in range(len(words)):
        end = _end_of_speaker(words, place)
        for verb in range(end, min(end + 4, len(words))) if end else ():
            if words[verb] in _SAYING:
                return _after_saying(words, verb + 1)
    return None


def _end_of_speaker(words: Sequence[str], place: int) -> int:
    """Where somebody who may say something ends; 0 if nobody is named here."""
    if words[place] in _SOURCES:
        return place + 1
    token = kitchen_lexicon().at(words, place)
    return token.end if token is not None and token.kind == PERSON else 0


def _after_saying(words: Sequence[str], start: int) -> int:
    """Past "me", "us", "to know" and "that"."""
    while start < len(words) and words[start] in {"me", "us", "to", "know", "that", "you", "if"}:
        start += 1
    return start


def _masked(words: Sequence[str]) -> tuple[str, ...]:
    kept = tuple(words)
    for phrase in _FINE:
        while (place := _place_of(phrase, kept)) is not None:
            kept = kept[:place] + kept[place + len(phrase) :]
    return kept


def _place_of(phrase: Sequence[str], words: Sequence[str]) -> int | None:
    if phrase[0] not in words:
        return None
    size = len(phrase)
    places = range(len(words) - size + 1)
    return next((at for at in places if tuple(words[at : at + size]) == tuple(phrase)), None)


def _followed(words: Sequence[str], first: str, then: frozenset[str]) -> bool:
    return any(a == first and b in then for a, b in pairwise(words))


def _later(words: Sequence[str]) -> bool:
    """Whether a "when", "before" or "after" begins a condition rather than a question."""
    return any(
        word in _ONLY_LATER and following in _BEGINS_CLAUSE for word, following in pairwise(words)
    )
