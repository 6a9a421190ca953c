"""One and several of a thing, with and without "a"."""

from __future__ import annotations

import re

_ODD_PLURALS = {"inch": "inches", "leaf": "leaves", "loaf": "loaves", "half": "halves"}
_ODD_SINGULARS = {many: one for one, many in _ODD_PLURALS.items()}
_VOWEL = re.compile(r"[aeiou]|8|1[18](?!\d)", re.IGNORECASE)
"""How a word or figure begins that takes "an": "an 8-inch pan"."""
_MASS = ("foil", "paper", "film", "twine", "string", "s")
"""How the names of things end that take no "a"; plurals are among them."""
_DETERMINERS = frozenset(("a", "an", "the", "some", "one", "two", "three", "four"))


def plural(name: str) -> str:
    """Several of what `name` is one of: "cloves", "pinches", "cherry tomatoes"."""
    head, rest = _head(name)
    first, _, last = head.rpartition(" ")
    return f"{first} {_plural_word(last)}".strip() + rest


def singular(name: str) -> str:
    """One of what `name` is several of: "egg", "cherry tomato"."""
    head, rest = _head(name)
    first, _, last = head.rpartition(" ")
    return f"{first} {_singular_word(last)}".strip() + rest


def with_article(thing: str) -> str:
    """One of a thing: "a rack", "an onion"."""
    return f"{'an' if _VOWEL.match(thing) else 'a'} {thing}"


def as_tool(name: str) -> str:
    """A tool as one asks for it: "a rack", but "foil" and "two bowls" as they are."""
    first = name.split(" ", maxsplit=1)[0].casefold()
    return name if first in _DETERMINERS or name.endswith(_MASS) else with_article(name)


def _head(name: str) -> tuple[str, str]:
    """What is counted and what only describes it: "tin", " of tomatoes"."""
    found = re.search(r"( of | with | in | for |,| \().*", name)
    return (name[: found.start()], found.group()) if found else (name, "")


def _plural_word(word: str) -> str:
    if word in _ODD_PLURALS:
        return _ODD_PLURALS[word]
    if not word or word.endswith("s"):
        return word
    if word.endswith(("ch", "sh", "x", "z", "ato")):
        return word + "es"
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return word[:-1] + "ies"
    return word + "s"


def _singular_word(word: str) -> str:
    if word in _ODD_SINGULARS:
        return _ODD_SINGULARS[word]
    if word.endswith(("ss", "us", "is")) or not word.endswith("s"):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "xes", "toes")):
        return word[:-2]
    return word[:-1]
