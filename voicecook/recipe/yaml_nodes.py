"""YAML text → nodes that know their place. One pass, bounded, and nothing is ever constructed.

Aliases, anchors and tags are refused outright: a recipe needs none, and they are how a small file
grows into a huge one.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import yaml

from voicecook.recipe.problems import Place, Problem, Problems, RecipeProblems, shown

DEEPEST = 12
MOST_NODES = 10_000

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Scalar:
    """A piece of text; what was written between quotes and what was not are alike."""

    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class Listing:
    """Entries one below the other, each after a dash."""

    place: Place
    items: list[Node] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Entry:
    """Keys with what stands behind them; `keys` are the keys with their own places."""

    place: Place
    items: dict[str, Node] = field(default_factory=dict)
    keys: dict[str, Scalar] = field(default_factory=dict)


Node = Scalar | Listing | Entry


def compose(text: str, problems: Problems) -> Node:
    """The document as nodes. Raises RecipeProblems where YAML itself can't go on."""
    builder = _Builder(problems)
    try:
        for event in yaml.parse(text, Loader=_Loader):
            builder.take(event)
    except yaml.YAMLError as error:
        raise RecipeProblems(problems.source, [_syntax_problem(error)]) from None
    return builder.root or Scalar("", Place())


class _Builder:
    """Puts parser events together to nodes, without recursion."""

    def __init__(self, problems: Problems) -> None:
        self.root: Node | None = None
        self._problems = problems
        self._open: list[Listing | Entry] = []
        self._keys: list[Scalar | None] = []
        self._count = 0

    def take(self, event: yaml.Event) -> None:
        place = _spot(event.start_mark)
        if isinstance(event, yaml.DocumentStartEvent) and self.root is not None:
            self._problems.add(place, 'a second document begins with "---"; keep one recipe a file')
            self._problems.raise_if_any()
        if isinstance(event, yaml.CollectionEndEvent):
            self._open.pop()
            self._keys.pop()
        elif isinstance(event, yaml.NodeEvent):
            self._refuse_tricks(event, place)
            self._place(self._node(event, place))

    def _node(self, event: yaml.NodeEvent, place: Place) -> Node:
        if isinstance(event, yaml.SequenceStartEvent):
            return Listing(place)
        if isinstance(event, yaml.MappingStartEvent):
            return Entry(place)
        return Scalar(getattr(event, "value", "*"), place)

    def _refuse_tricks(self, event: yaml.NodeEvent, place: Place) -> None:
        self._count += 1
        if self._count > MOST_NODES or len(self._open) > DEEPEST:
            what = "too many entries" if self._count > MOST_NODES else "nested too deeply"
            self._problems.add(place, f"{what} for a recipe; keep it simpler")
            self._problems.raise_if_any()
        if isinstance(event, yaml.AliasEvent):
            hint = 'write the text out, or put it in quotes if it begins with "*"'
            self._problems.add(place, f"aliases are not allowed; {hint}")
        elif event.anchor:
            hint = 'leave it out, or put the text in quotes if it begins with "&"'
            self._problems.add(place, f"anchors are not allowed; {hint}")
        if getattr(event, "tag", None):
            self._problems.add(
                place, 'tags are not allowed; put text that begins with "!" in quotes'
            )

    def _place(self, node: Node) -> None:
        parent = self._open[-1] if self._open else None
        if parent is None:
            self.root = node
        elif isinstance(parent, Listing):
            parent.items.append(node)
        else:
            self._place_in(parent, node)
        if not isinstance(node, Scalar):
            self._open.append(node)
            self._keys.append(None)

    def _place_in(self, parent: Entry, node: Node) -> None:
        key = self._keys[-1]
        if key is None:
            self._keys[-1] = self._as_key(node)
            return
        self._keys[-1] = None
        if key.text in parent.items:
            first = parent.keys[key.text].place.line
            self._problems.add(
                key.place, f"{shown(key.text)} is here twice (first on line {first}); keep one"
            )
        parent.items[key.text] = node
        parent.keys.setdefault(key.text, key)

    def _as_key(self, node: Node) -> Scalar:
        if not isinstance(node, Scalar):
            self._problems.add(node.place, "a name must stand before the colon, not a list")
            self._problems.raise_if_any()
        assert isinstance(node, Scalar)
        return node


def _spot(mark: Any) -> Place:
    """YAML counts from 0, editors from 1."""
    return Place(mark.line + 1, mark.column + 1) if mark else Place()


_HINTS = {
    "mapping values are not allowed": "a colon inside text; put the whole text in quotes",
    "character that cannot start any token": (
        "this can't begin a value; indent with spaces, not tabs, and put text that begins with "
        "@, ` or % in quotes"
    ),
    "did not find expected '-' indicator": (
        "this doesn't belong to the list above; check the indentation, and put text that begins "
        "with [ in quotes"
    ),
    "did not find expected ',' or ']'": "a list opened with [ is not closed, or needs quotes",
    "did not find expected ',' or '}'": "something opened with { is not closed, or needs quotes",
    "unexpected end of stream": "a quote is opened and never closed",
    "did not find expected key": "check the indentation here, and quotes in the line above",
    "could not find expected ':'": "a key needs a colon after it, here or in the line above",
}


def _syntax_problem(error: yaml.YAMLError) -> Problem:
    if isinstance(error, yaml.reader.ReaderError):
        what = f"there is an unprintable character (number {error.character}) here; take it out"
        return Problem(Place(), what)
    place = _spot(getattr(error, "problem_mark", None))
    problem = getattr(error, "problem", None) or "this is not YAML"
    for part, hint in _HINTS.items():
        if part in problem:
            return Problem(place, hint)
    return Problem(place, f"this is not YAML ({problem}); check indentation, quotes and brackets")
