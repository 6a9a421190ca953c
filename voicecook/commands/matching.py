"""Words to intents: every template tried at every word, then the cheapest way to cover them all.

A sentence is covered by commands and by fillers ("okay so"). Costs make it prefer few, literal
commands to many or vague ones.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from voicecook.commands.first_words import ANYTHING
from voicecook.commands.graph import END, State
from voicecook.commands.intents import Context, Intent, Slot
from voicecook.commands.sentences import Template
from voicecook.commands.slots import Reader, Values
from voicecook.commands.words import Sentence, plain_words

COMMAND_COST = 0.2
TYPED_COST = 0.05
"""For a template of the long tail: one that is listened for, or the recipe's own, is likelier."""
SLOT_COST = 0.02
FILLER_COST = 0.15
"""For each filler, however many words it has: a clause of fillers may well be a command."""
BARE_FILLER_COST = 1.0
"""The same when even "okay" may be a command."""
STOP_COST = 0.6
"""For a command that spans the end of a sentence: "Next. Step.\""""
MOST_STEPS = 10_000
"""Moves through the templates for one sentence; no ordinary sentence needs a tenth."""

REMEMBERED = 4096
"""Words, and pairs of words, of which it is remembered what can begin with them."""

Slots = tuple[tuple[str, Slot], ...]
Beginning = tuple[Template, State]


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of words and what it is taken for; without a template a filler."""

    start: int
    end: int
    cost: float
    template: Template | None = None
    slots: Slots = ()

    def intent(self) -> Intent | None:
        """What the cook asked for here, if anything."""
        if self.template is None:
            return None
        return Intent(self.template.intent, {**self.template.slots, **dict(self.slots)})


@dataclass(frozen=True, slots=True)
class Place:
    """How far a walk through a template has come."""

    template: Template
    state: State
    at: int
    """The next word to be read."""
    slots: Slots = ()
    cost: float = COMMAND_COST


@dataclass
class Matcher:
    """Templates and fillers, indexed by their first word."""

    templates: Iterable[Template]
    readers: Mapping[str, Reader]
    fillers: Iterable[str] = ()
    known: Mapping[str, Values] = field(default_factory=dict)
    """The readers among them that know all their values."""
    _by_word: dict[str, list[Template]] = field(default_factory=dict)
    _fillers: dict[str, list[tuple[str, ...]]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for template in self.templates:
            for word in template.first_words:
                self._by_word.setdefault(word, []).append(template)
        for words in map(plain_words, self.fillers):
            self._fillers.setdefault(words[0], []).append(words)
        self._beginning = lru_cache(maxsize=REMEMBERED)(self._find_beginning)
        self._fitting = lru_cache(maxsize=REMEMBERED)(self._find_fitting)

    def cover(self, sentence: Sentence, context: Context, bare: bool = False) -> list[Span] | None:
        """The cheapest spans that cover the whole sentence, in order; None if there are none.

        `bare` also uses templates that count only alone.
        """
        size = len(sentence.words)
        budget = _Budget(sentence, self.readers)
        best: list[tuple[float, Span | None]] = [(float("inf"), None)] * (size + 1)
        best[0] = (0.0, None)
        for start in range(size):
            if best[start][0] == float("inf"):
                continue
            for span in self._spans(budget, start, context, bare):
                cost = best[start][0] + span.cost
                if cost < best[span.end][0] - 1e-9:
                    best[span.end] = (cost, span)
        return _path(best, size)

    def places(self, sentence: Sentence, context: Context, later: bool = True) -> Iterator[Place]:
        """Where a walk has not come to its end when the sentence has; slots may yet grow.

        Without `later`, only walks that begin with the sentence's first command.
        """
        budget = _Budget(sentence, self.readers)
        reached = {0}
        for start in range(len(sentence.words)):
            if start not in reached:
                continue
            reached.update(start + len(words) for words in self._filler(sentence, start))
            for template, state in self._beginning(sentence.words[start]):
                if not _counts(template, context, bare=True):
                    continue
                if later:
                    reached.update(place.at for place in budget.ends(template, state, start))
                yield from budget.waits(template, state, start)

    def _spans(self, budget: _Budget, start: int, context: Context, bare: bool) -> Iterator[Span]:
        sentence = budget.sentence
        for words in self._filler(sentence, start):
            yield Span(start, start + len(words), BARE_FILLER_COST if bare else FILLER_COST)
        for template, state in self._fitting((*sentence.words[start : start + 2], "")[:2]):
            if not _counts(template, context, bare):
                continue
            for place in budget.ends(template, state, start):
                stops = sum(start < stop < place.at for stop in sentence.stops)
                cost = place.cost + STOP_COST * stops
                yield Span(start, place.at, cost, template, place.slots)

    def filler_end(self, words: tuple[str, ...], start: int) -> int:
        """Where the longest filler that begins here ends; `start` if none does."""
        ends = [
            start + len(filler)
            for filler in self._fillers.get(words[start], ())
            if words[start : start + len(filler)] == filler
        ]
        return max(ends, default=start)

    def _find_beginning(self, word: str) -> tuple[Beginning, ...]:
        """The templates that can begin with this word, and their states that do."""
        templates = [*self._by_word.get(word, ()), *self._by_word.get(ANYTHING, ())]
        return tuple(
            (template, state)
            for template in dict.fromkeys(templates)
            for state in template.starts
            if state.words[:1] in ((word,), ())
        )

    def _find_fitting(self, words: tuple[str, str]) -> tuple[Beginning, ...]:
        """Those of them that can go on with the second word, or end before it."""
        word, following = words
        return tuple(
            (template, state)
            for template, state in self._beginning(word)
            if _goes_on(state, following)
        )

    def _filler(self, sentence: Sentence, start: int) -> Iterator[tuple[str, ...]]:
        for words in self._fillers.get(sentence.words[start], ()):
            if sentence.words[start : start + len(words)] == words:
                yield words


@dataclass
class _Budget:
    """Walks templates over one sentence, remembering what slots read and how much was walked."""

    sentence: Sentence
    readers: Mapping[str, Reader]
    steps: int = 0
    _read: dict[tuple[str, int], list[tuple[int, Slot, float]]] = field(default_factory=dict)

    def ends(self, template: Template, first: State, at: int) -> Iterator[Place]:
        """Every way the template can be complete when it begins at word `at` with this state."""
        cost = COMMAND_COST + TYPED_COST * template.typed
        stack = [Place(template, first, at, cost=cost)]
        while stack and self.steps < MOST_STEPS:
            self.steps += 1
            place = stack.pop()
            for end, slots, cost in self._moves(place):
                for state in place.state.after:
                    if state is END or self._fits(state, end):
                        there = Place(template, state, end, slots, cost)
                        if state is END:
                            yield there
                        else:
                            stack.append(there)

    def waits(self, template: Template, first: State, at: int) -> Iterator[Place]:
        """Every place in the template where the sentence ends too early (a slot may yet grow)."""
        stack = [Place(template, first, at)]
        while stack and self.steps < MOST_STEPS:
            self.steps += 1
            place = stack.pop()
            rest, wanted = self.sentence.words[place.at :], place.state.words
            if not wanted or (len(rest) < len(wanted) and wanted[: len(rest)] == rest):
                yield place
            for end, slots, cost in self._moves(place):
                for state in place.state.after:
                    over = end >= len(self.sentence.words)
                    if state is not END and (over or self._fits(state, end)):
                        stack.append(Place(template, state, end, slots, cost))

    def _fits(self, state: State, at: int) -> bool:
        words = self.sentence.words
        return at < len(words) and (not state.words or state.words[0] == words[at])

    def _moves(self, place: Place) -> Iterator[tuple[int, Slots, float]]:
        state, words = place.state, self.sentence.words
        if state.words:
            end = place.at + len(state.words)
            if words[place.at : end] == state.words:
                yield end, place.slots, place.cost
        elif place.at < len(words):
            for end, value, strays in self._values(state.list_name, place.at):
                slots = (*place.slots, (state.slot, value)) if state.slot != "_" else place.slots
                yield end, slots, place.cost + SLOT_COST * (end - place.at) + strays

    def _values(self, name: str, at: int) -> list[tuple[int, Slot, float]]:
        key = (name, at)
        if key not in self._read:
            self._read[key] = list(self.readers[name](self.sentence, at))
        return self._read[key]


def _goes_on(state: State, following: str) -> bool:
    if len(state.words) > 1:
        return state.words[1] == following
    return not state.words or any(
        after is END or not after.words or after.words[0] == following for after in state.after
    )


def _counts(template: Template, context: Context, bare: bool) -> bool:
    return (bare or not template.bare) and (
        not template.only_in or context.value in template.only_in
    )


def _path(best: Sequence[tuple[float, Span | None]], size: int) -> list[Span] | None:
    spans: list[Span] = []
    place = size
    while place > 0:
        span = best[place][1]
        if span is None:
            return None
        spans.append(span)
        place = span.start
    return spans[::-1]
