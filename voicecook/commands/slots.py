"""What may stand in a template's slot: values from a list, numbers, times, or free words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from voicecook.commands.intents import Slot
from voicecook.commands.syntax import TemplateError, parse
from voicecook.commands.words import Sentence, plain_words
from voicecook.english import clock_times, durations, ordinals, quantities, ways, whole_numbers

Found = tuple[int, Slot, float]
"""Where a value ends, the value, and how far it strays from what is known (0: not at all)."""
Reader = Callable[[Sentence, int], Iterable[Found]]

LONGEST_WILD = 10
LONGEST_NAME = 3
MOST_WAYS = 200
"""Ways to say one value of a list."""


@dataclass(frozen=True, slots=True)
class Values:
    """Known values by the ways they are said; two values said alike: the first one counts."""

    said: Mapping[str, Slot]
    """As the recogniser should hear it → the value."""
    _by_words: dict[str, list[tuple[tuple[str, ...], Slot]]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for text, value in self.said.items():
            words = plain_words(text)
            if words:
                self._by_words.setdefault(words[0], []).append((words, value))

    def read(self, sentence: Sentence, start: int) -> Iterator[Found]:
        """The values whose words stand here."""
        words = sentence.words
        for known, value in self._by_words.get(words[start], ()):
            if words[start : start + len(known)] == known:
                yield start + len(known), value, 0.0

    def begins(self, words: tuple[str, ...]) -> bool:
        """Whether a value is longer than these words and begins with them."""
        values = self._by_words.get(words[0], ()) if words else ()
        return any(len(known) > len(words) and known[: len(words)] == words for known, _ in values)


def number_reader(low: int = 0, high: int = 999_999, step: int = 1) -> Reader:
    """Reads whole numbers within a range."""

    def read(sentence: Sentence, start: int) -> Iterator[Found]:
        for end, value in whole_numbers(sentence.words, start):
            if low <= value <= high and (value - low) % step == 0:
                yield end, value, 0.0

    return read


def read_ordinal(sentence: Sentence, start: int) -> Iterator[Found]:
    """Reads "third", "2nd"."""
    return ((end, value, 0.0) for end, value in ordinals(sentence.words, start))


def read_factor(sentence: Sentence, start: int) -> Iterator[Found]:
    """Reads "two", "one and a half", "half" as a number to multiply by."""
    for end, value in quantities(sentence.words, start):
        if 0 < value <= 1000:
            yield end, int(value) if value.denominator == 1 else round(float(value), 4), 0.0


def read_duration(sentence: Sentence, start: int) -> Iterator[Found]:
    """Reads a length of time as seconds."""
    return ((end, value, 0.0) for end, value in durations(sentence.words, start))


def read_clock(sentence: Sentence, start: int) -> Iterator[Found]:
    """Reads a time of day as "7:30", or "7:30 pm" where that was said."""
    return ((end, value, 0.0) for end, value in clock_times(sentence.words, start))


def read_anything(sentence: Sentence, start: int) -> Iterator[Found]:
    """Reads any few words up to the next pause."""
    return _wild(sentence, start, LONGEST_WILD, frozenset())


def free_reader(not_in_names: frozenset[str]) -> Reader:
    """Reads up to three words that may be a name: none of `not_in_names`, no number."""

    def read(sentence: Sentence, start: int) -> Iterator[Found]:
        return _wild(sentence, start, LONGEST_NAME, not_in_names)

    return read


def either(*readers: Reader) -> Reader:
    """Reads what any of these read, in this order."""

    def read(sentence: Sentence, start: int) -> Iterator[Found]:
        for reader in readers:
            yield from reader(sentence, start)

    return read


def listed(name: str, body: Any) -> Values | Reader:
    """The reader of a list in a sentence file. Raises TemplateError when it is none."""
    if isinstance(body, dict) and body.get("wildcard"):
        return read_anything
    if isinstance(body, dict) and isinstance(body.get("range"), dict):
        return _range(name, body["range"])
    values = body.get("values") if isinstance(body, dict) else None
    if not isinstance(values, list):
        raise TemplateError(f'the list {{{name}}} needs "values:", "range:" or "wildcard: true"')
    said: dict[str, Slot] = {}
    for value in values:
        entry = value if isinstance(value, dict) else {"in": value}
        spoken, meant = entry.get("in"), entry.get("out")
        if not isinstance(spoken, str | int) or not isinstance(meant, str | int | float | None):
            raise TemplateError(f"the list {{{name}}}: a value is a text, or in: and out:")
        for way in _ways(str(spoken)):
            said.setdefault(way.lower(), way if meant is None else meant)
    return Values(said)


def _range(name: str, body: Mapping[str, Any]) -> Reader:
    low, high, step = (
        body.get(key, usual) for key, usual in (("from", 0), ("to", 100), ("step", 1))
    )
    if not all(isinstance(number, int) for number in (low, high, step)) or step < 1 or low > high:
        raise TemplateError(f"the list {{{name}}}: a range needs whole numbers from: and to:")
    return number_reader(low, high, step)


def _ways(template: str) -> Iterator[str]:
    """The ways a list value is said: it may be a small template itself."""
    if not set(template) & set("[(|<{"):
        yield template
        return
    for way in islice(ways(parse(template)), MOST_WAYS):
        yield " ".join(way.split())


def _wild(sentence: Sentence, start: int, longest: int, barred: frozenset[str]) -> Iterator[Found]:
    words = sentence.words
    for end in range(start + 1, min(start + longest, len(words)) + 1):
        word = words[end - 1]
        if word in barred or (barred and word[0:1].isdigit()):
            return
        if end - 1 > start and (
            end - 1 in sentence.stops or (barred and end - 1 in sentence.commas)
        ):
            return
        yield end, " ".join(words[start:end]), 0.3 * (end - start)
