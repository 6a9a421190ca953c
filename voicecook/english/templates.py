"""Many sentences in one, as hassil writes it: (this|that), [optional], <rule>, {list:slot}, (a;b).

hassil itself would do, but takes most of a second for a kitchen's thousand templates.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import permutations
from math import prod

MOST_DEPTH = 40
MOST_ORDERED = 5
"""Parts of an (any;order) group: each further one multiplies the ways to say it."""
_TOKEN = re.compile(r"[()\[\]|;]|\{[^{}]+\}|<[^<>]+>|(?:\\.|[^()\[\]|;{}<>\\])+", re.DOTALL)
_ESCAPED = re.compile(r"\\(.)")
_CLOSES = {"(": ")", "[": "]"}


class TemplateError(ValueError):
    """A template that is not closed properly; the message says why."""


@dataclass(frozen=True, slots=True)
class Text:
    """Words, spaces and pieces of words as they are written."""

    text: str


@dataclass(frozen=True, slots=True)
class SlotHere:
    """A value from a list, put into a slot."""

    list_name: str
    slot: str


@dataclass(frozen=True, slots=True)
class RuleHere:
    """Whatever the rule of that name says."""

    name: str


@dataclass(frozen=True, slots=True)
class Row:
    """Parts one after another."""

    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """One of these parts."""

    parts: tuple[Part, ...]


Part = Text | SlotHere | RuleHere | Row | Choice


@cache
def parse(template: str) -> Part:
    """The template as a tree. Raises TemplateError."""
    text = " ".join(template.split())
    tokens = _TOKEN.findall(text)
    if sum(map(len, tokens)) != len(text):
        raise TemplateError('a "{" or "<" is never closed; check {} and <>')
    return _Reader(tokens).group("", 0)


def ways(part: Part) -> Iterator[str]:
    """Every text that a tree without slots and rules can make."""
    if isinstance(part, Text):
        yield part.text
    elif isinstance(part, Choice):
        for one in part.parts:
            yield from ways(one)
    elif isinstance(part, Row) and not part.parts:
        yield ""
    elif isinstance(part, Row):
        for begun in ways(part.parts[0]):
            for rest in ways(Row(part.parts[1:])):
                yield begun + rest


def count_ways(part: Part) -> int:
    """How many texts that are, without making them."""
    if isinstance(part, Choice):
        return sum(map(count_ways, part.parts))
    return prod(map(count_ways, part.parts)) if isinstance(part, Row) else 1


def may_be_empty(part: Part) -> bool:
    """Whether one of these texts says nothing."""
    if isinstance(part, Choice):
        return any(map(may_be_empty, part.parts))
    if isinstance(part, Row):
        return all(map(may_be_empty, part.parts))
    return isinstance(part, Text) and not any(map(str.isalnum, part.text))


def has_loose_choice(template: str) -> bool:
    """Whether a "|" stands outside of all brackets, where it may not part what was meant."""
    depth = 0
    for mark in _TOKEN.findall(template):
        depth += (mark in _CLOSES) - (mark in _CLOSES.values())
        if mark == "|" and not depth:
            return True
    return False


class _Reader:
    """Reads tokens from left to right."""

    def __init__(self, tokens: list[str]) -> None:
        self._tokens = iter(tokens)

    def group(self, opened: str, depth: int) -> Part:
        """What stands between an opening bracket, already read, and its end."""
        if depth > MOST_DEPTH:
            raise TemplateError("too many brackets inside each other")
        rows: list[list[Part]] = [[]]
        marks: set[str] = set()
        wanted = _CLOSES.get(opened, "")
        for token in self._tokens:
            if token in ("|", ";"):
                marks.add(token)
                rows.append([])
            elif token in (")", "]"):
                if token != wanted:
                    raise TemplateError(f'a "{token}" closes nothing; check the brackets')
                return self._closed(rows, marks, optional=opened == "[")
            else:
                rows[-1].append(self._part(token, depth))
        if wanted:
            raise TemplateError(f'a "{opened}" is never closed; add "{wanted}"')
        return self._closed(rows, marks, optional=False)

    def _part(self, token: str, depth: int) -> Part:
        if token in _CLOSES:
            return self.group(token, depth + 1)
        if token[0] == "{":
            list_name, _, slot = token[1:-1].partition(":")
            if not list_name.strip():
                raise TemplateError(f"{token} names no list")
            return SlotHere(list_name, slot or list_name)
        if token[0] == "<":
            return RuleHere(token[1:-1])
        return Text(_ESCAPED.sub(r"\1", token) if "\\" in token else token)

    def _closed(self, rows: list[list[Part]], marks: set[str], optional: bool) -> Part:
        if len(marks) > 1:
            raise TemplateError('put the parts between ";" in brackets of their own')
        made = tuple(row[0] if len(row) == 1 else Row(tuple(row)) for row in rows)
        if ";" in marks:
            made = tuple(self._in_any_order(made))
        if optional:
            made = (*made, Text(""))
        return made[0] if len(made) == 1 else Choice(made)

    def _in_any_order(self, parts: tuple[Part, ...]) -> Iterator[Part]:
        if len(parts) > MOST_ORDERED:
            raise TemplateError(f'at most {MOST_ORDERED} parts may stand between ";"')
        space = Text(" ")
        for order in permutations(parts):
            yield Row(tuple(one for part in order for one in (space, part, space)))
