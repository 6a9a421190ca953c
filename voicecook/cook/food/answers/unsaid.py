"""What the recipe doesn't say, named, and the nearest it has."""

from __future__ import annotations

import re

from voicecook.cook.food.answers import (
    actions,
    choices,
    evidence,
    facts,
    mentions,
    quoting,
    search,
    signs,
)
from voicecook.cook.food.answers.asking import Asking
from voicecook.cook.food.answers.clauses import clause, swapped
from voicecook.cook.food.reading import item_words, sentence
from voicecook.cook.words import matching, wording
from voicecook.english import listed


def unsaid(asked: Asking) -> str:
    """ "The recipe doesn't say which shelf. The step says: …"."""
    aspect = evidence.asked_aspect(asked)
    own = aspect.says if aspect else ""
    what = clause(asked.text, _names(asked)) or choices.unsaid(asked) or own
    first = wording.DOES_NOT_SAY.format(what=what or _about(asked)) if what or _about(asked) else ""
    near = _nearest(asked, aspect.near if aspect else "")
    return f"{first or wording.NOTHING_SAID} {near}".strip()


def absent(asked: Asking) -> str:
    """That a food the question is about is not in the recipe at all."""
    if asked.named or evidence.asked_aspect(asked) or _WHAT_IS.search(asked.text):
        return ""
    food = mentions.absent(asked.recipe, asked.text) if asked.is_question else ""
    return wording.NOT_IN_RECIPE.format(name=food) if food else ""


_WHAT_IS = re.compile(r"^what (?:is|are)\b|\bmeans?\b|goes with|go with|serve")


def _names(asked: Asking) -> list[str]:
    """The names of several words, longest first."""
    every = [
        name.casefold() for item in asked.recipe.ingredients for name in (item.name, *item.also)
    ]
    return sorted((name for name in every if " " in name), key=len, reverse=True)


def _about(asked: Asking) -> str:
    """What was spoken of, where it can't be put as a clause: "anything about the air fryer"."""
    words = [word for word in asked.words if word not in matching.EMPTY]
    if not words:
        return ""
    if actions.is_action(asked.words[0]):
        return wording.WHETHER_TO.format(thing=swapped(asked.text))
    if len(asked.words) <= 5 and not asked.is_question:
        return wording.ANYTHING.format(thing=swapped(" ".join(asked.words)))
    return wording.ANYTHING.format(thing=" ".join(words[:5]))


def _nearest(asked: Asking, near: str) -> str:
    """The nearest it has: the line of what was named, the sign, else the step at hand."""
    if near in facts.FIXED_TOPICS and (answer := _of_topic(asked, near)):
        return wording.IT_SAYS.format(words=answer)
    if asked.ingredients:
        lines = [item_words(asked.session, item) for item in asked.ingredients[:3]]
        return wording.IT_LISTS.format(items=listed(lines))
    words = signs.nearest(asked) if near == "sign" else "" if near else search.nearest(asked)
    if words or near:
        return wording.NEAREST.format(words=words) if words else ""
    return _nearest_step(asked)


def _nearest_step(asked: Asking) -> str:
    """What the step says that is named, or the one at hand; "" where neither would help."""
    if asked.steps and mentions.score(asked.recipe, asked.steps[0], asked.text) > 0.8:
        return _step(asked, asked.steps[0])
    if asked.is_question and (asked.is_about_it or asked.text.startswith(_OF_THE_STEP)):
        return _step(asked, asked.session.position)
    return ""


_OF_THE_STEP = ("do i", "should i", "which", "how do", "how should", "am i", "must i", "what do i")


def _step(asked: Asking, place: int) -> str:
    words = quoting.spoken(asked.session, asked.recipe.steps[place].say)
    if place == asked.session.position:
        return wording.THE_STEP_SAYS.format(words=sentence(words))
    return wording.STEP_SAYS.format(step=place + 1, words=sentence(words))


def _of_topic(asked: Asking, topic: str) -> str:
    """All it says about storing, serving or what is in it."""
    found = [question for question in asked.recipe.questions if question.topic == topic]
    every = next((one.answer for one in found if one.key in ("all", "suggestions")), "")
    return every or " ".join(dict.fromkeys(one.answer for one in found[:3]))
