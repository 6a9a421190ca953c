"""A sentence template as a graph of words: its syntax tree turned into states to walk along.

A state expects its words (or a slot) and then goes on to one of the states after it; `END` is
where a template is complete. There are no empty moves, so a walk never loops without hearing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from voicecook.commands.syntax import TemplateError, parse
from voicecook.commands.words import template_words
from voicecook.english import Choice, Part, RuleHere, SlotHere, Text

MOST_STATES = 20_000
_PUNCTUATION = ' .,!?:"'


@dataclass(frozen=True, slots=True, eq=False)
class State:
    """One thing a template expects next: words, or a value from a list put into a slot."""

    words: tuple[str, ...] = ()
    said: str = ""
    """The words as the template spells them, for the recogniser."""
    list_name: str = ""
    slot: str = ""
    after: tuple[State, ...] = ()
    slot_ahead: bool = False
    """Whether a walk from here may still fill a slot that is kept."""

    @property
    def fills(self) -> bool:
        """Whether it puts a value into a slot; one called `_` is dropped."""
        return self.slot not in ("", "_")


END = State()

_Head = tuple[str, tuple[State, ...]]
"""Text not yet ended by a space, and the states after it."""


def build(template: str, rules: Mapping[str, str]) -> tuple[State, ...]:
    """The states a sentence of this template can begin with. Raises TemplateError."""
    heads = _Builder(rules).expand(parse(template), [("", (END,))], ())
    starts = _flush_all(heads)
    if END in starts:
        raise TemplateError(f'the template "{template}" may be empty: make some words required')
    return starts


def _flush(head: _Head) -> tuple[State, ...]:
    text, after = head
    words = template_words(text)
    if not words:
        return after
    said = text.strip(_PUNCTUATION).lower()
    return (State(words, said, after=after, slot_ahead=_slot_in(after)),)


def _flush_all(heads: list[_Head]) -> tuple[State, ...]:
    """The states the heads begin with; states that expect the same words become one."""
    alike: dict[tuple[str, str, str], dict[State, None]] = {}
    for state in (state for head in heads for state in _flush(head)):
        key = (state.said, state.list_name, state.slot)
        alike.setdefault(key, {})[state] = None
    return tuple(_one(list(states)) for states in alike.values())


def _one(states: list[State]) -> State:
    if len(states) == 1:
        return states[0]
    after = tuple(dict.fromkeys(state for one in states for state in one.after))
    first = states[0]
    return State(first.words, first.said, first.list_name, first.slot, after, _slot_in(after))


def _slot_in(states: tuple[State, ...]) -> bool:
    return any(state.fills or state.slot_ahead for state in states)


class _Builder:
    """Builds from right to left, so that what follows is always known."""

    def __init__(self, rules: Mapping[str, str]) -> None:
        self._rules = rules
        self._size = 0

    def expand(self, part: Part, heads: list[_Head], inside: tuple[str, ...]) -> list[_Head]:
        self._size += len(heads)
        if self._size > MOST_STATES:
            raise TemplateError("a template has too many ways to be said: split it")
        if isinstance(part, Text):
            return self._text(part.text, heads)
        if isinstance(part, SlotHere):
            return self._slot(part, heads)
        if isinstance(part, RuleHere):
            return self.expand(rule(part.name, self._rules, inside), heads, (*inside, part.name))
        if isinstance(part, Choice):
            return _merged([head for one in part.parts for head in self.expand(one, heads, inside)])
        for one in reversed(part.parts):
            heads = self.expand(one, heads, inside)
        return heads

    def _text(self, text: str, heads: list[_Head]) -> list[_Head]:
        """Put text before the heads: its last piece joins each of them, spaces end words."""
        pieces = text.split(" ")
        joined = [(pieces[-1] + open_text, after) for open_text, after in heads]
        if len(pieces) == 1:
            return joined
        after = _flush_all(joined)
        for word in reversed(pieces[1:-1]):
            after = _flush((word, after))
        return [(pieces[0], after)]

    def _slot(self, part: SlotHere, heads: list[_Head]) -> list[_Head]:
        after = _flush_all(heads)
        return [("", (State((), "", part.list_name, part.slot, after, _slot_in(after)),))]


def rule(name: str, rules: Mapping[str, str], inside: tuple[str, ...]) -> Part:
    """What the rule says, used inside these others. Raises TemplateError."""
    if name in inside:
        raise TemplateError(f"the rule <{name}> contains itself")
    if name not in rules:
        raise TemplateError(f"there is no rule <{name}>: add it under expansion_rules")
    return parse(rules[name])


def _merged(heads: list[_Head]) -> list[_Head]:
    """Heads with the same open text become one."""
    by_text: dict[str, dict[State, None]] = {}
    for text, after in heads:
        by_text.setdefault(text, {}).update(dict.fromkeys(after))
    return [(text, tuple(after)) for text, after in by_text.items()]
