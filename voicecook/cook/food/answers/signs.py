"""How one tells that it is done, and what it should look like: the recipe's own signs."""

from __future__ import annotations

from voicecook.cook.food.answers import evidence, facts, mentions
from voicecook.cook.food.answers.asking import Asking
from voicecook.cook.food.answers.facts import Fact
from voicecook.cook.food.answers.patterns import pattern
from voicecook.cook.words import matching
from voicecook.recipe import Step

_ASKS = pattern("signs", "asks")
_UNTIL = pattern("signs", "until")


def sign(asked: Asking) -> str:
    """The sign asked for; "" if none is, or the recipe gives none."""
    if not _ASKS.search(asked.text) or _is_of_another(asked):
        return ""
    if words := _with_state(asked):
        return words
    told = (of_step(asked, place) for place in _places(asked))
    return next(filter(None, told), "") or ("" if asked.named else nearest(asked))


def _is_of_another(asked: Asking) -> bool:
    """Whether it is about something the recipe nowhere mentions: whether an avocado is ripe."""
    if mentions.unknown_thing(asked.recipe, asked.text):
        return True
    words = " ".join(word for word in asked.words if word not in _STATES | _LOOKS)
    return not asked.is_about_it and not asked.named and bool(_unknown(asked, words))


def _unknown(asked: Asking, words: str) -> frozenset[str]:
    return matching.plain(words) - mentions.every_word(asked.recipe) - matching.plain(_SEEING)


_SEEING = "see tell judge check know look sign until supposed way inside"


def _with_state(asked: Asking) -> str:
    """The sign that holds the very word asked with: "thick" of "how thick should it be"."""
    states = [word for word in asked.words if word in _LOOKS]
    if not states or (asked.named and not asked.is_about_it):
        return ""
    every = [(rank, fact) for place, step in enumerate(asked.recipe.steps)
             for rank, fact in _signs(step, place)]  # fmt: skip
    wanted = matching.content(" ".join(states))
    held = [(rank, fact) for rank, fact in every if wanted & fact.stems]
    named = matching.content(" ".join(asked.words)) - wanted
    return _nearest_of(asked, held, named)


def _nearest_of(asked: Asking, held: list[tuple[int, Fact]], named: frozenset[str]) -> str:
    """Of these signs the one of what is named, else the nearest to the step at hand."""

    def order(one: tuple[int, Fact]) -> tuple[float, tuple[int, int], int]:
        place = one[1].step or 0
        fits = mentions.score(asked.recipe, place, " ".join(asked.words)) if named else 0.0
        return -round(fits, 3), facts.nearness(asked.session.position, one[1]), one[0]

    return of_step(asked, min(held, key=order)[1].step or 0) if held else ""


_LOOKS = frozenset(
    [
        "thick",
        "thin",
        "runny",
        "dark",
        "brown",
        "golden",
        "soft",
        "tender",
        "firm",
        "crisp",
        "crispy",
        "stiff",
        "smooth",
        "sticky",
        "glossy",
        "set",
        "risen",
        "hot",
    ]
)


def _places(asked: Asking) -> list[int]:
    """The steps it may be about: those named, else the one at hand and what cooks meanwhile."""
    names = (item.name for item in asked.named)
    words = " ".join((*(word for word in asked.words if word not in _STATES), *names))
    named = [place for place in asked.steps if mentions.score(asked.recipe, place, words) > 0.3]
    if matching.content(words) and named:
        return _signs_first(asked, named, words)
    cooking = {timer.step for timer in asked.session.timers}
    steps = asked.recipe.steps
    beside = [place for place, step in enumerate(steps) if step.id in cooking]
    before = [place for place in (asked.session.position - 1,) if place >= 0]
    return [asked.session.position, *beside, *before]


def _signs_first(asked: Asking, places: list[int], words: str) -> list[int]:
    """Of the steps named nearly as well as the best, those with a sign of their own first."""
    best = mentions.score(asked.recipe, places[0], words)
    steps = asked.recipe.steps

    def order(place: int) -> tuple[bool, bool]:
        well = mentions.score(asked.recipe, place, words) >= 0.6 * best
        return not well, not steps[place].done_when

    return sorted(places, key=order)


_STATES = frozenset(
    [
        "done",
        "ready",
        "cooked",
        "finished",
        "thick",
        "thin",
        "enough",
        "look",
        "like",
        "feel",
        "be",
        "right",
        "good",
        "when",
    ]
)


def of_step(asked: Asking, place: int) -> str:
    """How one sees that a step is done."""
    step = asked.recipe.steps[place]
    fact = next(iter(sorted(_signs(step, place), key=lambda one: one[0])), None)
    return evidence.said(asked, fact[1]) if fact else ""


def _signs(step: Step, place: int) -> list[tuple[int, Fact]]:
    """The sentences that give a sign, the plainest first."""
    ranks = []
    for fact in facts.of_step(step, place):
        if fact.kind == "sign":
            ranks.append((0, fact))
        elif fact.kind == "step" and _UNTIL.search(fact.text):
            ranks.append((1, fact))
        elif fact.kind == "more" and _UNTIL.search(fact.text):
            ranks.append((2, fact))
        elif step.timer and fact.kind == "timer" and fact.text in step.timer.look:
            ranks.append((3, fact))
        elif step.timer and fact.kind == "timer" and "should" in fact.text:
            ranks.append((4, fact))
    return ranks


def nearest(asked: Asking) -> str:
    """The sign of the step at hand, for what the recipe doesn't say."""
    here, every = asked.session.position, len(asked.recipe.steps)
    places = (*range(here, every), *range(here - 1, -1, -1))
    return next(filter(None, (of_step(asked, place) for place in places)), "")
