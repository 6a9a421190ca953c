"""When things go wrong: safety first, then the recipe's own help, else what can be done here.

Nothing here moves, changes or starts anything: it only says what can be said next (trouble.yaml).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from voicecook.cook.food import amounts
from voicecook.cook.food.answers import actions, degrees, facts, mentions, quoting, signs
from voicecook.cook.food.answers.asking import Asking
from voicecook.cook.food.answers.facts import Fact
from voicecook.cook.food.answers.patterns import pattern
from voicecook.cook.food.reading import item_words
from voicecook.cook.time import dishes
from voicecook.cook.words import matching, wording


@dataclass(frozen=True)
class Trouble:
    """One kind of trouble: how it is told, and what is said to it."""

    name: str
    said: str
    unless: str = ""
    first: str = ""
    look: str = ""
    sorry: str = ""


@cache
def troubles() -> tuple[Trouble, ...]:
    """All of them, the most dangerous first (trouble.yaml)."""
    text = (files("voicecook.cook.food.answers") / "trouble.yaml").read_text("utf-8")
    entries: list[dict[str, Any]] = yaml.safe_load(text)
    return tuple(
        Trouble(unless=entry.pop("not", ""), **entry) for entry in [dict(one) for one in entries]
    )


_IF = pattern("trouble", "if")
_WHAT_NOW = pattern("trouble", "what_now")
_SAFETY = frozenset(
    [
        "pan fire",
        "oven fire",
        "fire",
        "gas",
        "choking",
        "allergy",
        "shock",
        "cut",
        "burnt skin",
        "boiling over",
        "smoke",
        "glass",
    ]
)
_PREVENTION = pattern("trouble", "prevention")


def found(asked: Asking) -> Trouble | None:
    """The trouble that is told of; None if none is."""
    text = asked.text
    for _ in range(3):
        text = _WHAT_NOW.sub("", _IF.sub("", text)).strip() or text
    for trouble in troubles():
        if trouble.name in _SAFETY and _PREVENTION.search(asked.text):
            continue
        if re.search(trouble.said, text) and not (
            trouble.unless and re.search(trouble.unless, text)
        ):
            return trouble
    return None


def help_with(asked: Asking, own: Callable[[], str] = str) -> str:
    """What to do about it, `own` being the recipe's answer to that; "" if there is no trouble."""
    trouble = found(asked)
    if trouble is None:
        return ""
    if trouble.name not in _SAFETY and (words := own()):
        return words
    special = _SPECIAL.get(trouble.name)
    return special(asked, trouble) if special else _usual(asked, trouble)


def is_danger(asked: Asking) -> bool:
    """Whether somebody or something is in danger, so that nothing else may answer first."""
    trouble = found(asked)
    return trouble is not None and trouble.name in _SAFETY and not asked.is_question


def _usual(asked: Asking, trouble: Trouble) -> str:
    tips = _from_recipe(asked, trouble)
    if trouble.name in _SAFETY:
        return " ".join([trouble.first, *tips[:1]])
    if tips:
        return " ".join([*filter(None, [trouble.first]), *tips])
    return " ".join(
        [*filter(None, [trouble.first, trouble.sorry]), *_signs(asked, trouble), wording.CAN_DO]
    )


def _from_recipe(asked: Asking, trouble: Trouble) -> list[str]:
    """The recipe's own help: at most two sentences, those of the step at hand and tips first."""
    if not trouble.look or trouble.look == "sign":
        return []
    every = [fact for fact in facts.of_recipe(asked.recipe) if _helps(fact, trouble)]
    every.sort(key=lambda fact: _rank(asked, fact))
    said = list(dict.fromkeys(quoting.quoted(asked.session, fact) for fact in every))
    told = "".join(matching.words(said[0])) if said else ""
    more = [one for one in said[1:] if "".join(matching.words(one))[-30:] not in told]
    return [*said[:1], *more[:1]] if trouble.name == "burning" else said[:1]


def _helps(fact: Fact, trouble: Trouble) -> bool:
    told = re.search(trouble.look, fact.text.casefold())
    return (
        bool(told) and fact.topic not in {"nutrition", "about", "storage"} and fact.kind != "sign"
    )


def _rank(asked: Asking, fact: Fact) -> tuple[int, int, tuple[int, int]]:
    """Sentences with a remedy ("if it darkens too quickly") and of this step come first."""
    remedy = re.search(r"\bif\b|too quick|loosen|to mend|don.t let", fact.text.casefold())
    here = fact.step == asked.session.position
    return (0 if remedy else 1, 0 if here or fact.kind == "answer" else 1,
            facts.nearness(asked.session.position, fact))  # fmt: skip


_LOOKS = frozenset({"too thick", "too thin"})


def _signs(asked: Asking, trouble: Trouble) -> list[str]:
    """How it should be, as the step at hand says, where that can tell whether it is mended."""
    sign = signs.of_step(asked, asked.session.position) if trouble.name in _LOOKS else ""
    return [wording.SHOULD_BE.format(sign=sign)] if sign else []


_FORGOT = pattern("trouble", "forgot")


def _forgotten(asked: Asking, trouble: Trouble) -> str:
    """Where the forgotten thing belongs, and how to get there."""
    what = _FORGOT.sub("", asked.text).strip()
    place = _belongs(asked, what)
    if line := _in_a_line(asked):
        return wording.FORGOT_LINE.format(item=line)
    if place is None:
        return f"{wording.FORGOT_UNSAID} {wording.CAN_DO}"
    fact = _about(asked, place, what)
    words = quoting.quoted(asked.session, fact)
    if place == asked.session.position:
        return wording.FORGOT_HERE.format(words=words)
    text = wording.FORGOT if place < asked.session.position else wording.NOT_FORGOTTEN
    return text.format(step=place + 1, words=words)


def _in_a_line(asked: Asking) -> str:
    """The ingredient whose preparation was forgotten: "I forgot to rinse the lentils"."""
    verbs = actions.asked_action(asked)
    for item in asked.named:
        if verbs and actions.holds(verbs, item.preparation):
            return item_words(asked.session, item)
    return ""


def _belongs(asked: Asking, what: str) -> int | None:
    """The step (0-based) a forgotten thing belongs to: behind the cook rather than ahead."""
    wanted = matching.content(what)
    if not wanted:
        return None
    here = asked.session.position
    scored = [(_fits(asked, place, what), place <= here, place)
              for place in range(len(asked.recipe.steps))]  # fmt: skip
    score, _, place = max(scored, key=lambda one: (round(one[0], 2), one[1], -one[2]))
    return place if score >= 0.5 else None


def _fits(asked: Asking, place: int, what: str) -> float:
    """Which part of the forgotten thing a step tells of."""
    step = asked.recipe.steps[place]
    names = " ".join(one.name for one in mentions.ingredients(asked.recipe, what)
                     if one.name.casefold() in {use.casefold() for use in step.uses})  # fmt: skip
    text = f"{step.title} {step.say} {' '.join(step.topics)} {names}"
    part = facts.coverage(asked.recipe, matching.content(what), matching.content(text))
    return part + 0.1 * facts.coverage(
        asked.recipe, matching.content(what), matching.content(step.title)
    )


def _about(asked: Asking, place: int, what: str) -> Fact:
    """The sentence of that step that tells of it."""
    every = [one for one in facts.of_step(asked.recipe.steps[place], place) if one.kind == "step"]
    wanted = matching.content(what)
    return max(every, key=lambda fact: len(wanted & fact.stems))


def _limit(asked: Asking, trouble: Trouble) -> str:
    """An oven that doesn't get as hot as the recipe asks."""
    given = degrees.said(asked.text)
    steps = asked.recipe.steps
    hot = [(place, step) for place, step in enumerate(steps) if step.temperature]
    if not hot:
        return f"{wording.NO_TEMPERATURE} {wording.CAN_DO}"
    top = max(hot, key=lambda one: degrees.celsius(one[1].temperature))  # type: ignore[arg-type]
    heat = amounts.temperature(top[1].temperature, asked.session.units)  # type: ignore[arg-type]
    limit = degrees.celsius(given) if given else None
    if limit is not None and limit >= degrees.celsius(top[1].temperature):  # type: ignore[arg-type]
        return wording.HOT_ENOUGH.format(heat=heat)
    sign = signs.of_step(asked, top[0])
    timed = next(
        (n for n, step in hot if step.timer and step.temperature == top[1].temperature), top[0]
    )
    sign = signs.of_step(asked, timed) or sign
    return wording.TOO_COOL.format(step=top[0] + 1, heat=heat, sign=sign).strip()


def _dropped(asked: Asking, trouble: Trouble) -> str:
    """What was dropped, and how much of it the recipe needs."""
    if asked.named:
        line = amounts.serving(asked.named[0], asked.session.scale, asked.session.units)
        return f"{trouble.sorry} {wording.NEEDED.format(item=line)}"
    return f"{trouble.sorry} {wording.CAN_DO}"


def _lost(asked: Asking, trouble: Trouble) -> str:
    """Where the cook is, and what the step says."""
    step = asked.step
    words = quoting.spoken(asked.session, dishes.step_text(step))
    return wording.HERE_WE_ARE.format(step=asked.session.position + 1, words=words)


def _not_cooked(asked: Asking, trouble: Trouble) -> str:
    """It needs longer: the recipe's sign, and that there is more time for the asking."""
    sign = signs.sign(Asking(asked.session, "how do i know it is done", asked.at))
    return " ".join(
        filter(
            None, [trouble.sorry, sign and wording.SHOULD_BE.format(sign=sign), wording.MORE_TIME]
        )
    )


_SPECIAL: Mapping[str, Callable[[Asking, Trouble], str]] = {
    "forgot": _forgotten,
    "limit": _limit,
    "dropped": _dropped,
    "lost": _lost,
    "not cooked": _not_cooked,
}
