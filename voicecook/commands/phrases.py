"""What the recogniser listens for: few phrases in which every pair of neighbouring words occurs.

The recogniser turns phrases into a model of word pairs, so a phrase for each pair is as good as
all the thousands of sentences that the templates can make.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from voicecook.commands.graph import END, State
from voicecook.commands.sentences import Template
from voicecook.commands.slots import Reader, Values
from voicecook.commands.words import read_sentence
from voicecook.english import CLOCK_TIMES_HEARD, ONES, ordinal, spell

Path = tuple[str, ...]

_MINUTES = (
    "one minute", *(f"{spell(n)} minutes" for n in (*range(2, 21), 30, 40, 45, 50, 55, 60, 90)),
    *(f"{ten} {unit} minutes" for ten, unit in zip(("twenty",) * 9, ONES[1:10], strict=True)),
    *(f"{ten} five minutes" for ten in ("thirty", "forty", "fifty", "seventy")),
    "thirty seconds", "ninety seconds", "one second", "one hour", "two hours", "three hours",
    "half an hour", "an hour and a half", "an hour", "a minute", "a minute and a half",
    "a quarter of an hour", "three quarters of an hour", "two and a half minutes",
    "one hour and thirty minutes", "one hour thirty minutes", "one and a half hours",
    "a couple of minutes", "a hundred and twenty minutes", "one hour and five minutes",
    "two minutes and thirty seconds", "half a minute",
)  # fmt: skip
_LENGTHS = (
    *(f"{spell(n)} minute" for n in (*range(1, 21), 25, 30, 35, 40, 45, 50, 60, 90)),
    "thirty second", "ninety second", "one hour", "two hour", "half hour", "hour and a half",
)  # fmt: skip
SPOKEN_VALUES: Mapping[str, tuple[str, ...]] = {
    "duration": _MINUTES,
    "length": _LENGTHS,
    "clock": CLOCK_TIMES_HEARD,
    "step": tuple(map(spell, range(1, 21))),
    "servings": tuple(map(spell, range(1, 13))),
    "number": tuple(map(spell, range(21))),
    "ordinal": tuple(map(ordinal, range(1, 13))),
    "factor": ("two", "three", "four", "one and a half", "half"),
}
_RANGES = (*range(201), *range(200, 1000, 50), *range(1000, 10_001, 100))
"""Numbers in which all pairs of words occur that a range may need."""


def covering_phrases(
    templates: Iterable[Template],
    known: Mapping[str, Values],
    readers: Mapping[str, Reader],
    is_word: Callable[[str], bool] | None = None,
) -> list[str]:
    """Phrases in which every pair of words the templates can make occurs at least once.

    Words for which `is_word` is false are avoided, and so is what cannot be said without them.
    """
    cover = _Cover(known, readers, is_word)
    for template in templates:
        cover.add(template.starts)
    return cover.phrases


@dataclass
class _Cover:
    known: Mapping[str, Values]
    readers: Mapping[str, Reader]
    is_word: Callable[[str], bool] | None
    phrases: list[str] = field(default_factory=list)
    _pairs: set[tuple[str, str]] = field(default_factory=set)
    _said: dict[str, tuple[Path, ...]] = field(default_factory=dict)

    def add(self, starts: Iterable[State]) -> None:
        """Add the phrases that one template still needs."""
        ends = _ways_to_end(starts, self._ways)
        queue: deque[tuple[Path, State]] = deque(((), state) for state in starts)
        seen: set[int] = set()
        while queue:
            begun, state = queue.popleft()
            if id(state) in ends:
                self._say_all(begun, state, ends)
            if id(state) in seen:
                continue
            seen.add(id(state))
            for way in self._last_ways(state):
                queue.extend(((*begun, *way), after) for after in state.after if after is not END)

    def _say_all(self, begun: Path, state: State, ends: Mapping[int, Path]) -> None:
        """What ends here comes first: the shortest form is said most, so it should be listed."""
        for after in sorted(state.after, key=lambda after: after is not END):
            if after is END or id(after) in ends:
                for way in self._ways(state):
                    self._say((*begun, *way, *ends.get(id(after), ())))

    def _last_ways(self, state: State) -> Iterator[Path]:
        """One way for each last word, as pairs reach no further."""
        lasts: dict[str, Path] = {}
        for way in self._ways(state):
            lasts.setdefault(way[-1], way)
        yield from lasts.values()

    def _say(self, words: Path) -> None:
        pairs = set(zip(("", *words), (*words, ""), strict=True))
        if not pairs <= self._pairs:
            self._pairs |= pairs
            self.phrases.append(" ".join(words))

    def _ways(self, state: State) -> tuple[Path, ...]:
        key = state.said or f"{{{state.list_name}}}"
        if key not in self._said:
            texts = (state.said,) if state.said else self._values(state.list_name)
            ways = (tuple(text.replace("-", " ").split()) for text in texts)
            self._said[key] = tuple(way for way in ways if way and self._sayable(way))
        return self._said[key]

    def _sayable(self, way: Path) -> bool:
        plain = all(word.replace("'", "").isalpha() for word in way)
        return plain and (self.is_word is None or all(map(self.is_word, way)))

    def _values(self, name: str) -> Iterable[str]:
        if name in self.known:
            return self.known[name].said
        if name in SPOKEN_VALUES:
            return SPOKEN_VALUES[name]
        reader = self.readers[name]
        ways = (way for way in map(spell, _RANGES) for way in (way, way.replace(" and ", " ")))
        return [way for way in dict.fromkeys(ways) if _reads_all(reader, way)]


def _reads_all(reader: Reader, text: str) -> bool:
    sentence = read_sentence(text)
    return any(
        end == len(sentence.words) and isinstance(value, int)
        for end, value, _ in reader(sentence, 0)
    )


def _ways_to_end(
    starts: Iterable[State], ways: Callable[[State], tuple[Path, ...]]
) -> dict[int, Path]:
    """For each state from which the end can be reached, short words that lead there."""
    found: dict[int, Path] = {}

    def shortest(state: State) -> Path | None:
        if id(state) in found or not (own := ways(state)):
            return found.get(id(state))
        tails = [() if after is END else shortest(after) for after in state.after]
        reached = [tail for tail in tails if tail is not None]
        if reached:
            found[id(state)] = (*min(own, key=len), *min(reached, key=len))
        return found.get(id(state))

    for start in starts:
        shortest(start)
    return found
