"""Which words a template can begin with: told without its graph, so that few graphs are built."""

from __future__ import annotations

from collections.abc import Mapping

from voicecook.commands.graph import rule
from voicecook.commands.syntax import parse
from voicecook.commands.words import template_words
from voicecook.english import Choice, Part, RuleHere, SlotHere, Text

ANYTHING = ""
"""Instead of a word: it can begin with a slot, or with what only its graph tells."""

_Beginnings = frozenset[tuple[str, bool]]
"""Texts at the very beginning, each with whether its first word is over."""
_NOTHING_YET: _Beginnings = frozenset([("", False)])


def first_words(template: str, rules: Mapping[str, str]) -> frozenset[str]:
    """The words a sentence of this template can begin with, or `ANYTHING`. Raises TemplateError."""
    found = _after(parse(template), rules, (), _NOTHING_YET)
    return frozenset((*template_words(text), ANYTHING)[0] for text, _ in found)


def _after(
    part: Part, rules: Mapping[str, str], inside: tuple[str, ...], begun: _Beginnings
) -> _Beginnings:
    """What the beginnings have become after this part."""
    growing = frozenset(one for one in begun if not one[1])
    if not growing:
        return begun
    if isinstance(part, Text):
        grown = frozenset(_longer(text, part.text) for text, _ in growing)
    elif isinstance(part, SlotHere):
        grown = frozenset((text, True) for text, _ in growing)
    elif isinstance(part, RuleHere):
        grown = _after(rule(part.name, rules, inside), rules, (*inside, part.name), growing)
    elif isinstance(part, Choice):
        grown = frozenset().union(*(_after(one, rules, inside, growing) for one in part.parts))
    else:
        grown = growing
        for one in part.parts:
            grown = _after(one, rules, inside, grown)
    return grown | (begun - growing)


def _longer(text: str, more: str) -> tuple[str, bool]:
    word, space, _ = (text + more).lstrip().partition(" ")
    return word, bool(space)
