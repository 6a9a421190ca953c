"""What is wrong with a recipe file, and where: collected, so that all of it is told at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from voicecook.errors import UsageError

MOST_TOLD = 100
MOST_NOTED = 200
"""After so many problems a file is no recipe and is not read on."""


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A spot in the file, counted from 1 as editors do."""

    line: int = 1
    column: int = 1


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing to mend: where it is, what is wrong and how to mend it."""

    place: Place
    what: str


class RecipeProblems(UsageError):  # noqa: N818 - it is many, not one
    """A recipe file can't be used; `problems` holds every reason, in the file's order."""

    def __init__(self, source: str, problems: Sequence[Problem]) -> None:
        self.source = source
        self.problems = tuple(problems)
        super().__init__("\n".join(self.lines()))

    def lines(self) -> list[str]:
        """The problems as `file:line:column: what`, the first hundred."""
        told = [
            f"{self.source}:{p.place.line}:{p.place.column}: {p.what}"
            for p in self.problems[:MOST_TOLD]
        ]
        more = len(self.problems) > MOST_TOLD
        return [*told, f"{self.source}: and more; mend these first"] if more else told


class Problems:
    """Collects problems while a file is read."""

    def __init__(self, source: str) -> None:
        self.source = source
        self._found: set[Problem] = set()

    def add(self, place: Place, what: str) -> None:
        """Note one problem, once. Raises RecipeProblems when there are too many to go on."""
        self._found.add(Problem(place, what))
        if len(self._found) >= MOST_NOTED:
            self.raise_if_any()

    def raise_if_any(self) -> None:
        """Raise `RecipeProblems` when anything was noted."""
        if self._found:
            raise RecipeProblems(self.source, sorted(self._found))


def did_you_mean(word: str, known: Sequence[str]) -> str:
    """A hint that names the nearest known word, or a few to choose from."""
    near = get_close_matches(word.lower()[:80], known[:200], n=1, cutoff=0.6)
    if near:
        return f'did you mean "{near[0]}"?'
    few = ", ".join(known[:20]) + (" …" if len(known) > 20 else "")
    return f"known here: {few}" if known else "there is none"


def shown(text: str) -> str:
    """A piece of the file, quoted and cut short, for use in a message."""
    line = " ".join(text.split())
    return f'"{line[:40]}…"' if len(line) > 41 else f'"{line}"'
