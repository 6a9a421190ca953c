"""What comes before and after, told and not gone to."""

from __future__ import annotations

import re

from voicecook.cook.food import amounts
from voicecook.cook.food.answers import mentions, quoting
from voicecook.cook.food.answers.asking import Asking
from voicecook.cook.food.reading import sentence
from voicecook.cook.time import dishes
from voicecook.cook.words import wording
from voicecook.english import time_words

_AFTER = re.compile(
    r"what (?:is|comes|happens|do i do|will i do|should i do|am i doing|are we doing|follows) (?:next )?"
    r"(?:after|once|when)\b ?(?P<what>.*)|^(?:and )?(?:after|once) (?P<then>that|this|it|the .*|\w+ing .*)$|"
    r"what (?:is|comes|do i do|happens) (?:coming up|afterwards?|later|after)$|"
    r"what (?:is|are) the next (?:step|steps|thing)|what (?:is|comes) next"
)
_BEFORE = re.compile(
    r"what (?:is|was|came|comes|did i do|did we do|do i do|happened|have i done|should i have done|"
    r"did i have to do) (?:just )?(?:before|last|previously|earlier|so far)\b ?(?P<what>.*)|"
    r"what (?:was|is) the (?:last|previous) (?:step|thing)(?: before (?P<then>.*))?$|"
    r"what did i just do|what have i just done"
)
_LAST = re.compile(r"what (?:is|comes|happens) (?:the (?:very )?)?(?:last step|last thing|at the end|final step)")
_FIRST = re.compile(r"what (?:is|was|do i do) (?:the )?(?:very )?first(?: step| thing)?$|where do i (?:start|begin)|what do i (?:start|begin) with")
_HOW_MANY = re.compile(r"how many steps|how far along|how many more|is (?:this|that) the last step|number of steps")


_LEFT = re.compile(r"what (?:is|are)(?: still)? left(?: to do)?$|what (?:else )?(?:do|must) i still (?:have|need) to do|what (?:steps )?remains?$|which steps are left")
_MISSED = re.compile(r"did i (?:miss|forget|skip) (?:a step|something|anything|any steps?|one)\b|have i (?:missed|forgotten|skipped)")


def in_order(asked: Asking) -> str:
    """The step before or after another, the first, the last, how many there are."""
    steps = asked.recipe.steps
    if _LEFT.search(asked.text):
        return _left(asked)
    if _MISSED.search(asked.text):
        return _missed(asked)
    if _HOW_MANY.search(asked.text) and "step" in asked.text:
        return _how_many(asked)
    if _FIRST.search(asked.text):
        return _tell(asked, 0)
    if _LAST.search(asked.text):
        return _tell(asked, len(steps) - 1)
    if match := _BEFORE.search(asked.text):
        place = _named(asked, match)
        return wording.NOTHING_BEFORE if place == 0 else _tell(asked, place - 1)
    if match := _AFTER.search(asked.text):
        place = _named(asked, match)
        return wording.NOTHING_AFTER if place + 1 == len(steps) else _tell(asked, place + 1)
    return ""


def _left(asked: Asking) -> str:
    """What is still to be done."""
    rest = asked.recipe.steps[asked.session.position + 1 :]
    if not rest:
        return wording.NOTHING_AFTER
    titles = [dishes.step_title(step) for step in rest]
    titles = [title[0].lower() + title[1:] for title in titles]
    return wording.AFTER_THIS.format(titles=time_words.names(titles))


def _missed(asked: Asking) -> str:
    """The steps before this one that the cook has not gone on from."""
    behind = {left.step for left in asked.session.behind}
    before = enumerate(asked.recipe.steps[: asked.session.position])
    skipped = [(place, step) for place, step in before if step.id not in behind]
    if not skipped:
        return wording.NOTHING_MISSED
    titles = [f"step {place + 1}, {dishes.step_title(step)}" for place, step in skipped[:3]]
    return wording.MISSED.format(steps=time_words.names(titles))


def _named(asked: Asking, match: re.Match[str]) -> int:
    """The step (0-based) these words name, else the one at hand."""
    what = next((part for part in match.groupdict().values() if part), "")
    number = re.search(r"step (\d+|\w+)", what)
    words = {word: n for n, word in enumerate(map(amounts.count, range(13)))}
    if number and (said := words.get(number[1]) or (int(number[1]) if number[1].isdigit() else 0)):
        return max(0, min(said, len(asked.recipe.steps)) - 1)
    found = mentions.steps(asked.recipe, what)
    return found[0] if found else asked.session.position


def _tell(asked: Asking, place: int) -> str:
    step = asked.recipe.steps[place]
    words = quoting.spoken(asked.session, dishes.step_text(step))
    return wording.STEP_IS.format(step=place + 1, words=words)


def _how_many(asked: Asking) -> str:
    here, every = asked.session.position + 1, len(asked.recipe.steps)
    if here == every:
        return wording.LAST_OF.format(count=amounts.count(every))
    left = amounts.count(every - here)
    return sentence(wording.STEPS_IN_ALL.format(count=amounts.count(every), step=here, left=left))
