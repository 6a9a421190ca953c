"""How long something takes, by what was named: "how long do I simmer the glaze"."""

from __future__ import annotations

from voicecook.cook.food.answers import evidence, facts, mentions
from voicecook.cook.food.answers.asking import Asking
from voicecook.cook.food.answers.patterns import pattern
from voicecook.cook.food.reading import sentence
from voicecook.cook.time import dishes
from voicecook.cook.words import matching, wording
from voicecook.english import span_words
from voicecook.recipe import Step

ASKS = pattern("times", "asks")
_IN_ALL = pattern("times", "in_all")
_KEEPS = pattern("times", "keeps")
TOLD = pattern("times", "told")
_EMPTY = matching.content(
    "how long minute minutes hour hours time times seconds take takes need needs cook cooks leave "
    "should last left stay longer keep in for"
)


def named_time(asked: Asking) -> str:
    """How long the thing takes that the question names; "" if it names none."""
    if not ASKS.search(asked.text) or _KEEPS.search(asked.text):
        return ""
    if _IN_ALL.search(asked.text):
        return _in_all(asked)
    wanted = asked.wanted - _EMPTY
    if wanted <= _IN_OVEN:
        return _in_oven(asked) if wanted else _here(asked)
    fact = _told(asked, wanted)
    return evidence.said(asked, fact) if fact else _of_named(asked, wanted)


def _of_named(asked: Asking, wanted: frozenset[str]) -> str:
    """The time of the step that is named best, by its timer or else in its own words."""
    text = " ".join(word for word in asked.words if matching.content(word) & wanted)
    named = [
        place for place in mentions.steps(asked.recipe, text) if _fits(asked, place, text) >= 0.5
    ]
    timed = [place for place in named if _has_time(asked.recipe.steps[place])]
    if timed:
        return _of_step(asked, max(timed, key=lambda place: _fits(asked, place, text)))
    return _sentence(asked, named[0]) if named else ""


_IN_OVEN = matching.content("oven bake baking roast roasting")
_BAKES = pattern("times", "bakes")


def _in_oven(asked: Asking) -> str:
    """How long it is in the oven: at this step, else the next that bakes."""
    steps = asked.recipe.steps
    here = asked.session.position
    places = (*range(here, len(steps)), *range(here - 1, -1, -1))
    for place in places:
        if _BAKES.search(steps[place].say) and (words := _time_of(asked, place)):
            return words
    return ""


def _time_of(asked: Asking, place: int) -> str:
    return (
        _of_step(asked, place) if _has_time(asked.recipe.steps[place]) else _sentence(asked, place)
    )


def _here(asked: Asking) -> str:
    """How long the step at hand takes."""
    if _has_time(asked.step):
        return _of_step(asked, asked.session.position)
    return _sentence(asked, asked.session.position)


def _sentence(asked: Asking, place: int) -> str:
    """What a step says of time in its own words."""
    every = facts.of_step(asked.recipe.steps[place], place)
    told = (fact for fact in every if fact.kind == "step" and TOLD.search(fact.text))
    fact = next(told, None)
    return evidence.said(asked, fact) if fact else ""


def _has_time(step: Step) -> bool:
    return step.timer is not None


def _fits(asked: Asking, place: int, text: str) -> float:
    """How well the words fit a step, its timer's name counting most."""
    step = asked.recipe.steps[place]
    name = matching.content(step.timer.name) if step.timer else frozenset[str]()
    return mentions.score(asked.recipe, place, text) + 2 * bool(name & matching.content(text))


def _told(asked: Asking, wanted: frozenset[str]) -> facts.Fact | None:
    """A sentence with a time in it that holds all that was asked."""
    for fact in evidence.holding(asked, TOLD.pattern):
        around = fact.stems
        own = facts.coverage(asked.recipe, wanted, around)
        if own >= 0.99 and not _KEEPS.search(fact.text) and fact.kind in ("step", "more"):
            return fact
    return None


def _of_step(asked: Asking, place: int) -> str:
    step = asked.recipe.steps[place]
    assert step.timer is not None
    time = sentence(span_words(step.timer.span))
    if place == asked.session.position:
        return wording.STEP_TAKES.format(time=time)
    return wording.STEP_TIME.format(time=time, step=place + 1, title=dishes.step_title(step))


def _in_all(asked: Asking) -> str:
    """What the recipe gives as its time in all."""
    about = {one.key: one.answer for one in asked.recipe.questions if one.topic == "about"}
    if "total" in about:
        return about["total"]
    parts = [about[key] for key in ("preparation", "cooking") if key in about]
    return " ".join([wording.NO_TOTAL, *parts])
