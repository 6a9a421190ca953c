"""What a question names: ingredients, steps, tools, and kinds of food ("cheese" for parmesan)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from importlib.resources import files
from itertools import pairwise
from math import log

import yaml

from voicecook.cook.words import matching
from voicecook.english import singular, stem, word_set
from voicecook.recipe import Ingredient, Recipe, Step

_DESCRIBING = frozenset(
    stem(word)
    for word in word_set(
        "fresh freshly dried ground large small medium big chopped hot cold warm white black red "
        "green yellow brown light dark runny unsalted salted whole extra virgin plain boneless "
        "skinless organic ripe raw cooked frozen canned tinned baby thick thin fine finely coarse "
        "coarsely grated sliced minced crushed peeled smoked sweet mixed free range full fat low "
        "reduced strong good quality best soft hard dry softened melted toasted roasted leftover "
        "kosher clear active instant fast quick all purpose self raising rising heavy double "
        "single heaped level roughly lightly beaten golden lean of the or and for in with to"
    )
)
"""Words that only describe: alone they name no ingredient."""
_GENERAL = frozenset(
    stem(word)
    for word in word_set(
        "sauce paste powder leaf leaves seed seeds flake flakes juice mix piece pieces sheet half "
        "halves mixture stick sticks breast breasts topping filling syrup bag pack"
    )
)
"""Heads of names that also mean something else: "is the sauce thick" names no soy sauce."""
STRONG, WEAK = 1.0, 0.4
"""What a word counts that a step's title or topics hold, and one only its text holds."""


@cache
def families() -> Mapping[str, frozenset[str]]:
    """The kinds of food and what belongs to each, as singular words (families.yaml)."""
    text = (files("voicecook.cook.food.answers") / "families.yaml").read_text("utf-8")
    kinds: dict[str, str] = yaml.safe_load(text)
    own = {
        kind: frozenset(part.strip() for part in line.split(",")) for kind, line in kinds.items()
    }
    return {kind: _opened(names, own) for kind, names in own.items()}


def _opened(names: Iterable[str], kinds: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """The names, and for each that is a kind itself what belongs to that."""
    found = frozenset(names)
    wider = found.union(*(kinds.get(name, frozenset()) for name in found))
    return found if wider == found else _opened(wider, kinds)


def ingredients(recipe: Recipe, text: str) -> tuple[Ingredient, ...]:
    """The ingredients these words name best; none if none is named."""
    asked = _stems(text)
    scored = [(max((_named(name, asked) for name in _names(one)), default=0.0), one)
              for one in recipe.ingredients]  # fmt: skip
    best = max((score for score, _ in scored), default=0.0)
    if best >= 1:
        return tuple(one for score, one in scored if score == best)
    return of_kind(recipe, text)


def every_ingredient(recipe: Recipe, text: str) -> tuple[Ingredient, ...]:
    """All the ingredients these words name, also the less well named."""
    asked = _stems(text)
    return tuple(
        one for one in recipe.ingredients if any(_named(name, asked) >= 1 for name in _names(one))
    )


def of_kind(recipe: Recipe, text: str) -> tuple[Ingredient, ...]:
    """The ingredients of a kind these words name: the spaghetti for "which pasta"."""
    said = {singular(word) for word in text.split()}
    kinds = [members for kind, members in families().items() if kind in said]
    members = frozenset[str]().union(*kinds)
    return tuple(one for one in recipe.ingredients if belongs(one, members))


def belongs(item: Ingredient, members: frozenset[str]) -> bool:
    """Whether an ingredient is one of these foods: olive oil is oil, coconut milk not milk."""
    name = " ".join(singular(word) for word in matching.words(f"{item.name}"))
    return any(
        re.search(rf"(?<!-)\b{re.escape(member)}\b", name)
        for member in members
        if not _another(name, member)
    )


@cache
def foods() -> frozenset[str]:
    """Every food we know by name, in the singular."""
    every = frozenset(families()).union(*families().values())
    return every - _NO_FOODS


_NO_FOODS = word_set("tin date port roll shell fat spice fruit vegetable bass herb sage grain pear "
                     "oil water fish")  # fmt: skip


def is_food(text: str) -> bool:
    """Whether these words name a food we know."""
    return bool(_foods_in(text))


def _foods_in(text: str) -> list[str]:
    words = text.split()
    pairs = [" ".join(pair) for pair in pairwise(words)]
    return [one for one in (*pairs, *words) if singular(one) in foods()]


def absent(recipe: Recipe, text: str) -> str:
    """The food these words name that the recipe nowhere mentions; "" if there is none."""
    return next((one for one in _foods_in(text) if not is_told(recipe, one)), "")


def is_told(recipe: Recipe, word: str) -> bool:
    """Whether the recipe mentions something at all."""
    every = every_word(recipe)
    kinds = families().get(singular(word), frozenset())
    return bool(matching.plain(word) & every) or any(matching.plain(one) <= every for one in kinds)


def unknown_thing(recipe: Recipe, text: str) -> bool:
    """Whether the words name a thing ("the dough") that the recipe nowhere mentions."""
    things = re.findall(r"\b(?:the|my|these|those|an?) (\w+)", text)
    known = every_word(recipe) | _COMMON
    return any(stem(thing) not in known for thing in things)


_COMMON = matching.plain(
    "pan pot tin dish tray bowl oven hob stove lid top bottom middle side end start first last "
    "next whole rest mixture recipe step time timer heat temperature food way right same other bit "
    "one thing things sauce kitchen table fridge freezer counter sign minute size"
)
"""Things a cook may name that a recipe need not."""


@lru_cache(maxsize=8)
def every_word(recipe: Recipe) -> frozenset[str]:
    """The stems of all the words in it."""
    lines = (f"{one.name} {one.preparation} {' '.join(one.also)}" for one in recipe.ingredients)
    steps_ = (f"{one.title} {one.say} {one.detail} {one.done_when}" for one in recipe.steps)
    answers = (one.answer for one in recipe.questions)
    also = (recipe.name, recipe.intro, *recipe.also)
    return matching.plain(" ".join((*lines, *steps_, *answers, *also)))


def _another(name: str, member: str) -> bool:
    """Whether a longer name means another food: "coconut milk", "peanut butter"."""
    return any(f"{other} {member}" in name for other in _OTHERS.get(member, ()))


_OTHERS = {
    "milk": ("coconut", "oat", "almond", "soy", "soya", "rice"),
    "butter": ("peanut", "almond", "nut", "cocoa", "vegan"),
    "cream": ("coconut", "ice"),
    "flour": ("rice", "almond", "coconut", "corn", "chickpea", "gram", "buckwheat", "potato"),
    "noodle": ("rice", "glass"),
    "fish": (),
    "stock": (),
    "egg": ("easter",),
    "cheese": ("vegan",),
}


def _names(item: Ingredient) -> tuple[str, ...]:
    return (item.name, *item.also)


@lru_cache(maxsize=4096)
def _named(name: str, asked: frozenset[str]) -> float:
    """How well a name is named: 2 or more for all that matters of it, 1 for its head, else 0."""
    every = [stem(word) for word in matching.words(name)]
    core = [word for word in every if word not in _DESCRIBING] or every
    shared = len(asked & {*every})
    if asked >= {*core}:
        return 2 + shared
    if core[-1] in asked and core[-1] not in _GENERAL:
        return 1 + shared / 10
    first = [word for word in core[:-1] if word in asked]
    return 1 + shared / 20 if first else 0.0


def core(name: str) -> frozenset[str]:
    """The stems of a name without what only describes: "butter" of "unsalted butter"."""
    return frozenset(stem(word) for word in matching.words(name)) - _DESCRIBING


@lru_cache(maxsize=4096)
def _stems(text: str) -> frozenset[str]:
    return frozenset(stem(w) for w in matching.words(text) if w not in _DONE_WITH)


_DONE_WITH = word_set("salted unsalted buttered oiled floured sugared iced spiced creamed watered")
"""What is done with a thing is not that thing: "salted butter" names no salt."""


def steps(recipe: Recipe, text: str) -> tuple[int, ...]:
    """The steps (0-based) these words name, the best first; none where they name none."""
    scored = ((score(recipe, place, text), -place) for place in range(len(recipe.steps)))
    return tuple(-place for points, place in sorted(scored, reverse=True) if points > 0)


def score(recipe: Recipe, place: int, text: str) -> float:
    """How well these words name a step: its rare words count for more than its common ones."""
    wanted = matching.content(text)
    strong, weak = step_words(recipe.steps[place])
    weights = _weights(recipe.steps)
    found = ((STRONG if word in strong else WEAK) * weights.get(word, 0)
             for word in wanted & (strong | weak))  # fmt: skip
    return sum(found)


def is_titled(recipe: Recipe, place: int, text: str) -> bool:
    """Whether these words name a step by its title, topics or timer."""
    return bool(matching.content(text) & step_words(recipe.steps[place])[0])


@lru_cache(maxsize=512)
def step_words(step: Step) -> tuple[frozenset[str], frozenset[str]]:
    """The words that name a step, and those that only its text holds."""
    name = step.timer.name if step.timer else ""
    strong = matching.content(" ".join((step.title, *step.topics, name)))
    return strong, matching.content(f"{step.say} {step.section} {' '.join(step.uses)}") - strong


@lru_cache(maxsize=8)
def _weights(steps: tuple[Step, ...]) -> Mapping[str, float]:
    """How much each word tells about which step is meant."""
    every = [strong | weak for strong, weak in map(step_words, steps)]
    words = frozenset[str]().union(*every)
    return {word: log(1 + len(steps) / sum(word in one for one in every)) for word in words}


def tools(recipe: Recipe, text: str) -> tuple[str, ...]:
    """The tools these words name, of the recipe and of its steps."""
    every = dict.fromkeys((*recipe.tools, *(tool for step in recipe.steps for tool in step.tools)))
    asked = _stems(text)
    return tuple(tool for tool in every if _head(tool) in asked)


def _head(tool: str) -> str:
    words = matching.words(re.split(r" (?:with|for|of|or) ", tool)[0])
    return stem(words[-1]) if words else ""
