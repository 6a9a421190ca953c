"""Finding what the cook means: words compared by their stems, not letter by letter."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from voicecook.english import stem
from voicecook.recipe import Ingredient, Recipe

_EMPTY = """
a about actually after afterwards again all also am amount an and any are as at be been but by
can content could did dish do does enough fine for from get give go goes got had has have he her
hey how hows i if im in into is it its just know let like long lot make many may me mean more
much my need nice nicely of ok okay on one or our over please put quantity really recipe say
shall should so some tell than that the their them then there theres these they thing this those
to us use used very want was we well were what whats when where which why will with would you
your
"""
EMPTY = frozenset(_EMPTY.split())
"""Words that say nothing about what is asked."""

_SAME = (
    "refrigerator fridge refrigerated refrigerate chilled",
    "freeze frozen freezer freezing",
    "store storage storing storable leftover leftovers left",
    "reheat reheating reheated rewarm warm",
    "ahead advance beforehand earlier early",
    "people person portion portions persons servings serves guests",
    "salt sodium salty",
    "carb carbs carbohydrate carbohydrates",
    "calorie calories kilocalorie kilocalories energy",
    "nutrition nutritional nutrients healthy macros",
    "burn burning burnt char scorch dark darken darkens",
    "crisp crispy crunchy crispiness",
    "substitute replace replacement instead swap alternative substitution",
    "side sides accompany accompaniment vegetable vegetables veg",
    "serve serving eat",
    "hard difficult difficulty easy tricky",
    "thaw defrost defrosting thawing",
    "disagree disagreement contradict contradiction differ difference inconsistent",
    "room counter worktop outside",
)
"""Words that ask for the same thing, a line for each."""


_GOES_WITH = re.compile(r"\b(go|goes|pair|pairs) (well )?with\b")
_CANONICAL = {stem(word): stem(line.split()[0]) for line in _SAME for word in line.split()}


def words(text: str) -> list[str]:
    """The text in lower-case words, without punctuation."""
    return re.findall(r"[^\W_]+", text.casefold().replace("'", "").replace("\u2019", ""))


@lru_cache(maxsize=4096)
def content(text: str) -> frozenset[str]:
    """The stems of the words that matter, one for all words of the same meaning."""
    text = _GOES_WITH.sub("serve with", text.casefold())
    stems = (stem(word) for word in words(text) if word not in EMPTY)
    return frozenset(_CANONICAL.get(one, one) for one in stems)


@lru_cache(maxsize=4096)
def plain(text: str) -> frozenset[str]:
    """The stems of all the words that matter, each for itself."""
    return frozenset(stem(word) for word in words(text) if word not in EMPTY)


def ingredients_called(recipe: Recipe, said: str) -> tuple[Ingredient, ...]:
    """The ingredients these words can mean, the whole name before a part of it."""
    wanted = said.casefold().strip()
    exact = [item for item in recipe.ingredients if wanted in _names(item)]
    if exact:
        return tuple(exact)
    asked = plain(said)
    inside = [item for item in recipe.ingredients if asked and any(asked <= s for s in _sets(item))]
    if inside:
        return tuple(inside)
    around = [item for item in recipe.ingredients if any(s and s <= asked for s in _sets(item))]
    return tuple(around)


def _names(item: Ingredient) -> tuple[str, ...]:
    return tuple(name.casefold() for name in (item.name, *item.also))


def _sets(item: Ingredient) -> Iterable[frozenset[str]]:
    unit = plain(item.amount.unit) if item.amount else frozenset()
    return [plain(name) | unit for name in _names(item)] + [plain(name) for name in _names(item)]
