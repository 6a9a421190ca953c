"""Reading the values behind the keys of one entry: right ones come out, wrong ones are noted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from voicecook.recipe import schema
from voicecook.recipe.problems import Place, Problems, did_you_mean, shown
from voicecook.recipe.quantities import QuantityError
from voicecook.recipe.yaml_nodes import Entry, Listing, Node, Scalar

T = TypeVar("T")

MOST_TEXTS = 60
MOST_ENTRIES = 200

SECTIONS = ("times", "storage", "nutrition")
"""Entries that stand once in a recipe, under their own heading."""


class Fields:
    """One entry of the file, of a kind the schema knows ("recipe", "step", "timer" …)."""

    def __init__(self, node: Node, kind: str, problems: Problems) -> None:
        self.problems = problems
        self.kind = f"{kind} section" if kind in SECTIONS else kind
        self.at = node.place
        self._node = node if isinstance(node, Entry) else Entry(node.place)
        self._shape = schema.shape(kind)
        if isinstance(node, Entry):
            self._check_keys()
        else:
            keys = (self._shape.required or self._shape.keys)[:3]
            example = ", ".join(f'"{key}:"' for key in keys)
            problems.add(node.place, f"this {self.kind} must be written with keys: {example} …")

    def _check_keys(self) -> None:
        for key, written in self._node.keys.items():
            if key not in self._shape.keys:
                hint = did_you_mean(key, self._shape.keys)
                what = f"{shown(key)} has no place in this {self.kind}"
                self.problems.add(written.place, f"{what}; {hint}")
        for key in self._shape.required:
            if key not in self._node.items:
                self.problems.add(self.at, f'this {self.kind} lacks "{key}:"; add it')

    @property
    def written(self) -> list[str]:
        """The known keys that are there, in the file's order."""
        return [key for key in self._node.items if key in self._shape.keys]

    def node(self, key: str) -> Node | None:
        """What stands behind a key, untouched."""
        return self._node.items.get(key)

    def place(self, key: str) -> Place:
        """Where the value of a key stands; of a missing one, where the entry begins."""
        node = self.node(key)
        return node.place if node else self.at

    def note(self, key: str, what: str) -> None:
        """Note a problem with the value of `key`."""
        self.problems.add(self.place(key), what)

    def text(self, key: str, kind: str = "name") -> str:
        """One text, "" if it is missing or wrong. `kind` is a schema type and sets its length."""
        node = self.node(key)
        return "" if node is None else one_text(node, f'"{key}"', kind, self.problems)

    def texts(self, key: str, kind: str = "name") -> tuple[str, ...]:
        """One text or a list of them."""
        return tuple(scalar.text for scalar in self.scalars(key, kind))

    def scalars(self, key: str, kind: str = "name") -> list[Scalar]:
        """One text or a list of them, each tidied and with its place."""
        node = self.node(key)
        if node is None:
            return []
        entries = node.items if isinstance(node, Listing) else [node]
        if not entries:
            self.note(key, f'"{key}" is an empty list; fill it or take it out')
        self._check_length(key, entries, MOST_TEXTS)
        texts = [
            Scalar(one_text(entry, f'"{key}"', kind, self.problems), entry.place)
            for entry in entries
        ]
        return [scalar for scalar in texts if scalar.text]

    def value(self, key: str, parse: Callable[[str], T]) -> T | None:
        """A value made from one text by `parse`, whose QuantityError is noted at its place."""
        text = self.text(key, "quantity")
        if not text:
            return None
        try:
            return parse(text)
        except QuantityError as error:
            self.note(key, str(error))
            return None

    def entries(self, key: str) -> list[Node]:
        """The entries of a list; anything else is noted."""
        node = self.node(key)
        if node is None:
            return []
        if not isinstance(node, Listing):
            self.note(key, f'"{key}" must be a list: begin each entry with "- " on its own line')
            return []
        self._check_length(key, node.items, MOST_ENTRIES)
        return node.items

    def _check_length(self, key: str, entries: Sequence[Node], most: int) -> None:
        if len(entries) > most:
            self.note(key, f'"{key}" has {len(entries)} entries; {most} are the most')
            self.problems.raise_if_any()

    def inner(self, key: str, kind: str) -> Fields | None:
        """The entry behind a key, None when it isn't there."""
        node = self.node(key)
        return Fields(node, kind, self.problems) if node is not None else None


def one_text(node: Node, what: str, kind: str, problems: Problems) -> str:
    """A text on one line, "" with a note when it is none, empty or too long."""
    if not isinstance(node, Scalar):
        problems.add(node.place, f"{what} must be one text; quotes help if it begins with [ or {{")
        return ""
    text = " ".join(node.text.split())
    if text in ("", "~", "null"):
        problems.add(node.place, f"{what} is empty; write something or take it out")
        return ""
    if not text.isprintable():
        problems.add(node.place, f"{what} holds an invisible character; type it again")
    most = schema.longest(kind)
    if len(text) > most:
        mend = "split it into two steps" if kind == "spoken" else "shorten it"
        problems.add(node.place, f"{what} has {len(text)} letters; {most} are the most, {mend}")
    return text[:most]
