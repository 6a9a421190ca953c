"""The words of a kitchen, and which of them stand in a sentence: foods, people, numbers, times.

What is masked is alike for the classifier: it learns "how much <food>", whichever food that is.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from voicecook.commands.words import plain_words
from voicecook.english import durations, ordinals, quantities, singular

FOLDER = Path(__file__).parent / "en" / "lexicon"
FOOD, DISH, PERSON = "<food>", "<dish>", "<person>"
NUMBER, ORDINAL, TIME = "<number>", "<ordinal>", "<time>"
_LONGEST = 4
_PLAIN_NUMBERS = frozenset({"a", "one", "half", "quarter", "second", "third", "first"})


@dataclass(frozen=True, slots=True)
class Token:
    """One word, or several that are one thing."""

    kind: str
    """What it is masked as; the word itself if it is not."""
    start: int
    end: int


class Lexicon:
    """Names of things by their words, the longest first."""

    def __init__(self, names: Mapping[str, Iterable[str]]) -> None:
        self._kinds: dict[tuple[str, ...], str] = {}
        for kind, texts in names.items():
            for text in texts:
                words = plain_words(text)
                if words and len(words) <= _LONGEST:
                    self._kinds.setdefault(_one_of(words), kind)

    def with_names(self, names: Mapping[str, Iterable[str]]) -> Lexicon:
        """This lexicon, and these names before its own."""
        more = Lexicon(names)
        more._kinds = {**self._kinds, **more._kinds}
        return more

    def at(self, words: Sequence[str], start: int) -> Token | None:
        """The longest name that begins here."""
        for size in range(min(_LONGEST, len(words) - start), 0, -1):
            kind = self._kinds.get(_one_of(words[start : start + size]))
            if kind:
                return Token(kind, start, start + size)
        return None

    def tokens(self, words: Sequence[str]) -> list[Token]:
        """The whole sentence, names and numbers masked."""
        found: list[Token] = []
        place = 0
        while place < len(words):
            token = _figure(words, place) or self.at(words, place)
            token = token or Token(words[place], place, place + 1)
            found.append(token)
            place = token.end
        return found


@cache
def kitchen_lexicon() -> Lexicon:
    """The words of any kitchen."""
    return Lexicon(
        {
            FOOD: word_file("foods"),
            DISH: word_file("dishes"),
            PERSON: word_file("people"),
        }
    )


@cache
def word_file(name: str) -> tuple[str, ...]:
    """The entries of a list, without what a tab sets off."""
    lines = (FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return tuple(line.split("\t")[0].strip() for line in lines if line and line[0] != "#")


@cache
def states(quality: str) -> frozenset[str]:
    """Words for food that is `good`, `unfinished` or `bad`."""
    lines = (FOLDER / "states.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(line.split("\t")[0] for line in lines if line.endswith(f"\t{quality}"))


def _figure(words: Sequence[str], start: int) -> Token | None:
    """A length of time, a number or a place in a row that begins here."""
    if times := durations(words, start):
        return Token(TIME, start, times[0][0])
    if words[start] in _PLAIN_NUMBERS:
        return None
    if found := quantities(words, start):
        return Token(NUMBER, start, found[0][0])
    if places := ordinals(words, start):
        return Token(ORDINAL, start, places[0][0])
    return None


@cache
def _singular(word: str) -> str:
    return singular(word)


def _one_of(words: Sequence[str]) -> tuple[str, ...]:
    return (*words[:-1], _singular(words[-1]))
