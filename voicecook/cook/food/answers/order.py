"""What comes before and after, told and not gone to."""

from __future__ import annotations

import re

from voicecook.cook.food.answers import mentions, quoting
from voicecook.cook.food.answers.asking import Asking
from voicecook.cook.food.answers.patterns import pattern
from voicecook.cook.food.reading import sentence
from voicecook.cook.time import dishes
from voicecook.cook.words import wording
from voicecook.english import count_words, listed


def in_order(asked: Asking) -> str:
    """The step before or after another, the first, the last, how many there are."""
    return next(
        (tell(asked, match) for told, tell in _TOLD if (match := told.search(asked.text))), ""
    )


def _first(asked: Asking, match: re.Match[str]) -> str:
    return _tell(asked, 0)


def _last(asked: Asking, match: re.Match[str]) -> str:
    return _tell(asked, len(asked.recipe.steps) - 1)


def _before(asked: Asking, match: re.Match[str]) -> str:
    place = _named(asked, match)
    return _tell(asked, place - 1) if place else wording.NOTHING_BEFORE


def _after(asked: Asking, match: re.Match[str]) -> str:
    place = _named(asked, match)
    last = place + 1 == len(asked.recipe.steps)
    return wording.NOTHING_AFTER if last else _tell(asked, place + 1)


def _left(asked: Asking, match: re.Match[str]) -> str:
    """What is still to be done."""
    rest = asked.recipe.steps[asked.session.position + 1 :]
    if not rest:
        return wording.NOTHING_AFTER
    titles = [dishes.step_title(step) for step in rest]
    titles = [title[0].lower() + title[1:] for title in titles]
    return wording.AFTER_THIS.format(titles=listed(titles))


def _missed(asked: Asking, match: re.Match[str]) -> str:
    """The steps before this one that the cook has not gone on from."""
    behind = {left.step for left in asked.session.behind}
    before = enumerate(asked.recipe.steps[: asked.session.position])
    skipped = [(place, step) for place, step in before if step.id not in behind]
    if not skipped:
        return wording.NOTHING_MISSED
    titles = [f"step {place + 1}, {dishes.step_title(step)}" for place, step in skipped[:3]]
    return wording.MISSED.format(steps=listed(titles))


def _named(asked: Asking, match: re.Match[str]) -> int:
    """The step (0-based) these words name, else the one at hand."""
    what = next((part for part in match.groupdict().values() if part), "")
    number = re.search(r"step (\d+|\w+)", what)
    words = {word: n for n, word in enumerate(map(count_words, range(13)))}
    if number and (said := words.get(number[1]) or (int(number[1]) if number[1].isdigit() else 0)):
        return max(0, min(said, len(asked.recipe.steps)) - 1)
    found = mentions.steps(asked.recipe, what)
    return found[0] if found else asked.session.position


def _tell(asked: Asking, place: int) -> str:
    step = asked.recipe.steps[place]
    words = quoting.spoken(asked.session, dishes.step_text(step))
    return wording.STEP_IS.format(step=place + 1, words=words)


def _how_many(asked: Asking, match: re.Match[str]) -> str:
    here, every = asked.session.position + 1, len(asked.recipe.steps)
    if here == every:
        return wording.LAST_OF.format(count=count_words(every))
    left = count_words(every - here)
    return sentence(wording.STEPS_IN_ALL.format(count=count_words(every), step=here, left=left))


_TOLD = tuple(
    (pattern("order", name), tell)
    for name, tell in (
        ("left", _left),
        ("missed", _missed),
        ("how_many", _how_many),
        ("first", _first),
        ("last", _last),
        ("before", _before),
        ("after", _after),
    )
)
"""What is asked, and who tells it, in this order."""
