"""Several things in one breath, and one thing with its article."""

from __future__ import annotations

import re
from collections.abc import Sequence

from voicecook.english.word_lists import word_set

_MASS = ("foil", "paper", "film", "twine", "string", "s")
"""How the names of things end that take no "a"; plurals are among them."""
_DETERMINERS = word_set("a an the some one two three four")
_LIKE_A_VOWEL = ("hour", "heir", "honest")
_EIGHT = re.compile(r"8|1[18](?!\d)")
"""Figures that are spoken with a vowel first."""
_LIKE_A_CONSONANT = ("uni", "use", "usu", "ute", "eu", "one", "once")


def listed(things: Sequence[str], last: str = "and") -> str:
    """ "the pork, the glaze and the rice"; semicolons where a thing has a comma of its own."""
    if len(things) <= 1:
        return "".join(things)
    if any("," in thing for thing in things):
        return "; ".join(things[:-1]) + f"; {last} {things[-1]}"
    return ", ".join(things[:-1]) + f" {last} {things[-1]}"


def with_article(thing: str) -> str:
    """One of a thing: "a rack", "an onion", "an hour", "a unit", "an 8-inch pan"."""
    word = thing.lower()
    vowel = word.startswith(("a", "e", "i", "o", "u", *_LIKE_A_VOWEL)) or _EIGHT.match(word)
    return f"{'an' if vowel and not word.startswith(_LIKE_A_CONSONANT) else 'a'} {thing}"


def as_tool(name: str) -> str:
    """A tool as one asks for it: "a rack", but "foil" and "two bowls" as they are."""
    first = name.split(" ", maxsplit=1)[0].casefold()
    return name if first in _DETERMINERS or name.endswith(_MASS) else with_article(name)
