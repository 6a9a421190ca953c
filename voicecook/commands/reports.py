"""Whether a clause tells that what the cook was told to do has been done.

"The dough is rolled out" after "roll out the dough" moves on. "It's still runny", "I dropped it"
and "the wine is open" do not: what is told must have happened, to what the step speaks of, and
well.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import Enum
from functools import cache

from voicecook.commands.lexicon import states, word_file
from voicecook.commands.modality import cautions
from voicecook.commands.words import plain_words
from voicecook.english import stem, unit_spelled, whole_numbers, word_set


class Report(Enum):
    """What a clause tells of the work at hand."""

    NONE = "none"
    DONE = "done"
    PERHAPS = "perhaps"
    """It tells that something is done, but of something the step does not name."""


_DOERS = word_set("i we")
_ARTICLES = word_set("the my a an it them that this those these both everything all")
_THINGS = word_set("it they that this these those everything all both the my our")
_ARE = word_set("am are is was were been looks look seems seem feels smells got has have be")
_HAVE = word_set("have did just already got now also all")
_ASKING = word_set(
    "what which how when where who why should could shall must do does would will whose please "
    "or leave"
)
_ASKING_FIRST = word_set("can could may might shall will would is are do")
_TROUBLE = word_set(
    "beep beeping beeps bleeding broke broken burn burned burning burns burnt dirty dropped drops "
    "fell finger forgot gone hurts late lost missing myself ringing rings rotten salty sleeping "
    "smoke smoking spilled spilling spoiled stuck too ugly wrong leaking over run ran none"
)
_UNDER_WAY = word_set(
    "turning getting going starting beginning becoming about trying uh preheating heating warming"
)
_POINTING = word_set("it that them this these those everything all both so")
_COMMON = word_set(
    "a about an and are as at be been by for from get good have in is it now of off on out "
    "so that the them then they this to until up was well with you your i we my our has did "
    "just already all also some one"
)
_PRAISE = word_set("great good lovely nice perfect fine brilliant wonderful fantastic amazing")
_REACHED = word_set("degrees")
"""The oven is at so many: what was waited for has come."""
_PLACES = word_set("in on out into inside off under over")


def report(words: Sequence[str], instruction: str) -> Report:
    """What this clause tells; `instruction` is what the cook was told to do."""
    words = tuple(words)
    if (
        not words
        or words[0] in _ASKING_FIRST
        or (_ASKING | _TROUBLE | _UNDER_WAY) & set(words)
        or cautions(words)
    ):
        return Report.NONE
    if words[0] in _POINTING and words[-1] in _PRAISE and len(words) < 5:
        return Report.NONE
    if not (_did_it(words) or _is_so(words) or _finished_doing(words)):
        return Report.NONE
    told = {stem(word) for word in words if not _measures(word)} - _common_stems()
    asked = _stems(instruction) - _common_stems()
    news = told - _verbs()
    points = _POINTING & set(words) and not any(map(_measures, words))
    if told & asked or (not news and points):
        return Report.DONE
    return Report.PERHAPS


def is_trouble(words: Sequence[str]) -> bool:
    """Whether something goes wrong or has only begun: nothing is finished by that."""
    return bool((_TROUBLE | _UNDER_WAY) & set(words))


def _did_it(words: tuple[str, ...]) -> bool:
    """ "I have added the salt"."""
    place = next((at for at, word in enumerate(words[:3]) if word in _DOERS), None)
    if place is None:
        return False
    rest = words[place + 1 :]
    if not rest:
        return False
    while rest and rest[0] in _HAVE:
        rest = rest[1:]
    if not rest:
        return False
    has_it = words[place + 1] in {"have", "got"} and (rest[0] in _ARTICLES or _number(rest))
    return rest[0] in _done_verbs() or has_it


def _finished_doing(words: tuple[str, ...]) -> bool:
    """ "Finished whisking", "all done chopping the onions"."""
    rest = words[1:] if words[0] in {"all", "just"} else words
    return len(rest) > 1 and rest[0] in {"finished", "done"} and rest[1].endswith("ing")


def _measures(word: str) -> bool:
    """ "Two", "tablespoons": an amount names nothing."""
    return _number((word,)) or unit_spelled(word) is not None


def _number(words: tuple[str, ...]) -> bool:
    return bool(whole_numbers(words, 0))


def _is_so(words: tuple[str, ...]) -> bool:
    """ "The onions are golden", "it's in the oven", "that's all mixed"."""
    if words[0] not in _THINGS and not any(word in _THINGS for word in words[:2]):
        return False
    place = next((at for at, word in enumerate(words[1:6], 1) if word in _ARE), None)
    if place is None:
        return False
    after = words[place + 1 :]
    right = _done_verbs() | states("good") | _REACHED
    return any(word in right or word in _PLACES for word in after)


@cache
def _done_verbs() -> frozenset[str]:
    return frozenset(word_file("done_verbs"))


@cache
def _verbs() -> frozenset[str]:
    return frozenset(stem(word) for word in (*_done_verbs(), *states("good"), *_PLACES))


@cache
def _common_stems() -> frozenset[str]:
    return frozenset(map(stem, _COMMON)) | _COMMON


@cache
def _stems(text: str) -> frozenset[str]:
    """Of what is to be done; not of "don't let it brown"."""
    sentences = re.split(r"[.!?;]", text)
    wanted = (one for one in sentences if not re.search(r"n't|\bnot\b|\bnever\b", one))
    return frozenset(stem(word) for one in wanted for word in plain_words(one))
