"""Whether somebody may eat it: what the recipe says, else which of its lines bear on that."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from voicecook.cook.food.answers import evidence, mentions
from voicecook.cook.food.answers.asking import Asking
from voicecook.cook.words import wording
from voicecook.english import listed, plural


@dataclass(frozen=True)
class Diet:
    """A way to eat, and the kinds of food that bear on it."""

    asked: str
    says: str
    holds: tuple[str, ...]


@cache
def diets() -> tuple[Diet, ...]:
    """All of them (diets.yaml)."""
    text = (files("voicecook.cook.food.answers") / "diets.yaml").read_text("utf-8")
    entries: list[dict[str, Any]] = yaml.safe_load(text)
    return tuple(Diet(one["asked"], one["says"], tuple(one["holds"])) for one in entries)


def suits(asked: Asking) -> str:
    """What can be said about it; "" if that isn't asked."""
    diet = next((one for one in diets() if re.search(one.asked, asked.text)), None)
    if diet is None:
        return ""
    word = re.search(diet.asked, asked.text)
    assert word is not None
    for fact in evidence.holding(asked, rf"\b{re.escape(word[0].split()[0])}"):
        if not asked.named:
            return evidence.said(asked, fact)
    says = diet.says if diet.says.startswith(("how", "who", "whether")) else f"whether {diet.says}"
    first = wording.DOES_NOT_SAY.format(what=says)
    return f"{first} {_lines(asked, diet)}".strip()


def _lines(asked: Asking, diet: Diet) -> str:
    """The ingredients that bear on it, or that none of the kinds was found."""
    kinds = mentions.families()
    members = frozenset[str]().union(*(kinds.get(kind, frozenset({kind})) for kind in diet.holds))
    found = [one.name for one in asked.recipe.ingredients if mentions.belongs(one, members)]
    if found:
        return wording.THERE_IS.format(items=listed(found))
    named = [plural(kind) if kind in {"nut", "egg"} else kind for kind in diet.holds]
    return wording.LISTS_NONE.format(kinds=listed(named, "or")) if named else ""
