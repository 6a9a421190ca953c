"""Several timers set in one breath: "set the rice for twelve and the greens for four"."""

from __future__ import annotations

from collections.abc import Container, Sequence

from voicecook.commands.free_slots import Names, slots_of, values_in
from voicecook.commands.intents import Intent, Slot
from voicecook.commands.lexicon import DISH, FOOD
from voicecook.commands.modality import cautions
from voicecook.commands.situation import Situation
from voicecook.commands.words import Sentence
from voicecook.english import durations, quantities, word_set

_SETTING = word_set("set start put give need run begin timer timers")
_BETWEEN = word_set("and then also plus")
_AROUND = word_set(
    "set start put give need run begin a an one two three timer timers another the my some of for "
    "on to in please can could you i"
)
"""What may stand beside a thing and its time; with any other word it is no setting of timers."""
_MINUTE = 60

Words = tuple[str, ...]


def several_timers(sentence: Sentence, names: Names, situation: Situation) -> tuple[Intent, ...]:
    """A timer for each part that is a thing and a time; () unless there are at least two.

    A bare number is minutes where the sentence sets timers or another part has said so.
    """
    if cautions(sentence.words):
        return ()
    sets = bool(_SETTING & set(sentence.words[:4]))
    for pauses in (frozenset[int](), sentence.commas | sentence.stops):
        if found := _timers(_parts(sentence.words, pauses), names, situation, sets):
            return found
    return ()


def _timers(
    parts: Sequence[Words], names: Names, situation: Situation, sets: bool
) -> tuple[Intent, ...]:
    """One of each part; () unless all of at least two are timers."""
    if len(parts) < 2 or not (sets or any(map(_has_length, parts))):
        return ()
    found = [_timer(part, names, situation) for part in parts]
    timers = tuple(timer for timer in found if timer is not None)
    return timers if len(timers) == len(found) else ()


def _parts(words: Words, pauses: Container[int]) -> list[Words]:
    """What stands between joints, and between these pauses."""
    parts, start = list[Words](), 0
    for place, word in enumerate(words):
        if word in _BETWEEN or place in pauses:
            parts.append(words[start:place])
            start = place + (word in _BETWEEN)
    parts.append(words[start:])
    return [part for part in parts if set(part) - _AROUND]


def _has_length(part: Words) -> bool:
    return next(values_in(part, durations), None) is not None


def _timer(part: Words, names: Names, situation: Situation) -> Intent | None:
    """The one timer this part sets, if every word of it is accounted for."""
    place = _thing(part, names, situation)
    if place is None:
        return None
    start, end = place
    for timed, other in ((part[end:], part[:start]), (part[:start], part[end:])):
        seconds = _length(timed)
        if seconds and not (_without_times(timed) | set(other)) - _AROUND:
            slots: dict[str, Slot] = {"seconds": seconds, "name": " ".join(part[start:end])}
            return Intent("set_timer", slots, " ".join(part))
    return None


def _thing(part: Words, names: Names, situation: Situation) -> tuple[int, int] | None:
    """Where the only food stands that is named, or else what the timer is for."""
    tokens = names.lexicon.tokens(part)
    foods = [(one.start, one.end) for one in tokens if one.kind in (FOOD, DISH)]
    if foods:
        return foods[0] if len(foods) == 1 else None
    name = tuple(str(slots_of("set_timer", part, names, situation).get("name", "")).split())
    starts = (at for at in range(len(part)) if name and part[at : at + len(name)] == name)
    return next(((at, at + len(name)) for at in starts), None)


def _without_times(words: Words) -> set[str]:
    """The words beside lengths and numbers."""
    rest, at = set[str](), 0
    while at < len(words):
        ends = [end for end, _ in (*durations(words, at), *quantities(words, at))]
        if not ends:
            rest.add(words[at])
        at = max(ends, default=at + 1)
    return rest


def _length(words: Words) -> int:
    """In seconds; 0 if none is said. A bare number comes after "for", or is all there is."""
    seconds = next(values_in(words, durations), None)
    if seconds is not None:
        return seconds
    for at in range(len(words)):
        begins = at == 0 or words[at - 1] == "for"
        if begins and (numbers := quantities(words, at)) and words[at] not in {"a", "one"}:
            return round(max(numbers)[1] * _MINUTE)
    return 0
