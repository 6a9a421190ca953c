"""One and several of a thing: "leaf" and "leaves", "rice" and "rice"."""

from __future__ import annotations

import re
from collections.abc import Callable

from voicecook.english.numbers import count_words
from voicecook.english.word_lists import word_set

_ODD = {
    "bus": "buses", "calf": "calves", "child": "children", "citrus": "citruses", "echo": "echoes",
    "foot": "feet", "gas": "gases", "goose": "geese", "half": "halves", "hero": "heroes",
    "hoof": "hooves", "knife": "knives", "leaf": "leaves", "life": "lives", "loaf": "loaves",
    "mango": "mangoes", "octopus": "octopuses", "person": "people", "scarf": "scarves",
    "sheaf": "sheaves", "shelf": "shelves", "tooth": "teeth",
}  # fmt: skip
_ODD_BACK = {many: one for one, many in _ODD.items()}
_SAME = word_set(
    """
    asparagus bacon barley basil bass beef bread broccoli bulgur butter celery chard cinnamon cod
    coriander couscous cress cumin dill fish flour garlic ginger ham hummus kale ketchup lamb
    macaroni milk mint molasses mustard nutmeg oregano paprika parsley pasta polenta pork quinoa
    rice rosemary rum salmon salt sheep shrimp spaghetti spinach squid sugar tempeh thyme tofu
    tripe trout tuna turmeric venison vinegar water watercress yeast
    """
)
"""What is not counted, or is one word for one and several."""
_ENDS_IN_E = word_set(
    """
    ache aloe avalanche axe bouillabaisse brioche brownie cache calorie canoe ceviche cookie
    crevasse finesse foodie freebie hoe moustache mousse movie niche panache pastiche pie pierogie
    prairie quiche roe shoe sloe smoothie sweetie tie toe veggie
    """
)
"""Words in -e whose plural looks like that of a word without it: "cookies", "quiches"."""
_E_PLURALS = {f"{word}s": word for word in _ENDS_IN_E}
_HISSING = ("ch", "sh", "x", "z", "ss")
_HISSING_PLURALS = ("ches", "shes", "xes", "sses", "oes")


def plural(name: str) -> str:
    """Several of what `name` is one of: "cloves", "pinches", "cherry tomatoes"; a plural stays."""
    return _changed(name, _plural_word)


def singular(name: str) -> str:
    """One of what `name` is several of: "egg", "cherry tomato", "bay leaf"; a singular stays."""
    return _changed(name, _singular_word)


def other_number(name: str) -> str:
    """ "onions" for "onion", and the other way round; the same for what isn't counted."""
    one = singular(name)
    return one if one != name else plural(name)


def how_many(count: int, name: str) -> str:
    """A count with its noun: "no steps", "one step", "13 ingredients"."""
    number = count_words(count) if count else "no"
    return f"{number} {name if count == 1 else plural(name)}"


def _changed(name: str, change: Callable[[str], str]) -> str:
    """The name with the word that is counted changed: "tin" in "tin of tomatoes"."""
    found = re.search(r"( of | with | in | for |,| \().*", name)
    head, rest = (name[: found.start()], found.group()) if found else (name, "")
    first, space, last = head.rpartition(" ")
    new = change(last.lower())
    return f"{first}{space}{last if new == last.lower() else new}{rest}"


def _plural_word(word: str) -> str:
    if not word or word in _SAME or word in _ODD_BACK:
        return word
    if word in _ODD:
        return _ODD[word]
    if word.endswith("s") and not word.endswith("ss"):
        return word
    if word.endswith((*_HISSING, "ato")):
        return word + "es"
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return word[:-1] + "ies"
    return word + "s"


def _singular_word(word: str) -> str:
    if word in _SAME or word in _ODD or word.endswith(("ss", "us", "is")):
        return word
    if found := _ODD_BACK.get(word) or _E_PLURALS.get(word):
        return found
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(_HISSING_PLURALS) and len(word) > 4:
        return word[:-2]
    return word.removesuffix("s")
