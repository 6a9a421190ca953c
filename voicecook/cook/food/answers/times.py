"""How long something takes, by what was named: "how long do I simmer the glaze"."""

from __future__ import annotations

import re

from voicecook.cook.food.answers import evidence, facts, mentions
from voicecook.cook.food.answers.asking import Asking
from voicecook.cook.food.reading import sentence
from voicecook.cook.time import dishes
from voicecook.cook.words import matching, wording
from voicecook.english import time_words
from voicecook.recipe import Step

ASKS = re.compile(
    r"\bhow long\b|\bhow (?:many|much) (?:more )?(?:minutes|hours|time|seconds|days)\b|\bwhat time\b|"
    r"\bhow much time\b|\bfor how long\b|^(?:minutes|time)\b|\bthe time for\b"
)
_IN_ALL = re.compile(
    r"\btotal\b|\baltogether\b|\bin all\b|\bwhole (?:thing|recipe|dish|meal)\b|take me\b|"
    r"start to finish|this recipe|the (?:recipe|dish|meal)\b|from beginning|all together|everything"
)
_KEEPS = re.compile(r"\bkeeps?\b|\blast\b|fridge|freezer|stay fresh|store|good for|leave it out|sit out")
TOLD = re.compile(
    r"\b(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|half an|overnight|few|couple of)"
    r"(?: (?:to|or|more|and a half) ?\d*)?(?:\s*[-–]\s*\d+)?\s*(?:more |full )?"  # noqa: RUF001
    r"(?:seconds?|minutes?|mins?|hours?|hrs?|days?)\b|\bovernight\b",
    re.IGNORECASE,
)
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
    if not wanted:
        return _here(asked)
    if fact := _told(asked, wanted):
        return evidence.said(asked, fact)
    text = " ".join(word for word in asked.words if matching.content(word) & wanted)
    timed = [place for place in mentions.steps(asked.recipe, text) if _has_time(asked.recipe.steps[place])]
    timed.sort(key=lambda place: -_fits(asked, place, text))
    named = next(iter(mentions.steps(asked.recipe, text)), None)
    if timed and _fits(asked, timed[0], text) >= 0.5:
        return _of_step(asked, timed[0])
    if named is not None and _fits(asked, named, text) >= 0.5:
        return _sentence(asked, named)
    return ""


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
    time = sentence(time_words.span(step.timer.span))
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
