"""Times of day, spoken and read: "half past seven", "seven thirty", "quarter to eight", "7 pm"."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, time

from voicecook.english.numbers import Words, at, spell, whole_numbers

_NAMED = {"noon": "12:00 pm", "midday": "12:00 pm", "midnight": "12:00 am"}

_FRACTIONS = {"half": 30, "quarter": 15}
_EVENING = {("pm",), ("p", "m"), ("tonight",), ("this", "evening"), ("at", "night")} | {
    ("in", "the", when) for when in ("evening", "afternoon")
}
_MORNING = {("am",), ("a", "m"), ("in", "the", "morning"), ("this", "morning")}
_HALF_DAYS = {**dict.fromkeys(_EVENING, " pm"), **dict.fromkeys(_MORNING, " am")}

_MEALTIMES = (12, 1, 5, 6, 7, 8, 9)
CLOCK_TIMES_HEARD = (
    *(f"half past {spell(hour)}" for hour in _MEALTIMES),
    *(f"{spell(hour)} {minutes}" for hour in _MEALTIMES for minutes in ("o'clock", "thirty")),
    *(f"quarter {side} {spell(hour)}" for hour in _MEALTIMES for side in ("past", "to")),
    *map(spell, _MEALTIMES),
)
"""Times of day that are listened for."""


def clock_words(when: datetime | time) -> str:
    """A time on the kitchen wall: "half past 7", "5 past 7", "20 to 8", "7 42", "noon"."""
    hour, minute = (when.hour - 1) % 12 + 1, when.minute
    following = hour % 12 + 1
    if minute == 0:
        return {0: "midnight", 12: "noon"}.get(when.hour, f"{hour} o'clock")
    if minute in {15, 30}:
        return f"{'quarter' if minute == 15 else 'half'} past {hour}"
    if minute == 45:
        return f"quarter to {following}"
    if minute % 5 == 0:
        return f"{minute} past {hour}" if minute < 30 else f"{60 - minute} to {following}"
    if minute < 10:
        return f"{minute} minute{'s' * (minute > 1)} past {hour}"
    return f"{hour} {minute}"


def clock_times(words: Words, start: int) -> Iterator[tuple[int, str]]:
    """The times of day that can be read here, as (where it ends, "7:30" or "7:30 pm")."""
    if named := _NAMED.get(words[start]):
        yield start + 1, named
    for end, hour, minute in (*_past_or_to(words, start), *_hour_first(words, start)):
        yield end, f"{hour}:{minute:02d}"
        for said, half in _HALF_DAYS.items():
            if tuple(words[end : end + len(said)]) == said:
                yield end + len(said), f"{hour}:{minute:02d}{half if hour <= 12 else ''}"


def _past_or_to(words: Words, start: int) -> Iterator[tuple[int, int, int]]:
    """ "half past seven", "half seven", "a quarter to eight", "twenty minutes past six"."""
    first = start + 1 if words[start] == "a" else start
    if words[start] == "half" and start + 1 < len(words):
        yield from ((end, hour, 30) for end, hour in whole_numbers(words, start + 1) if hour <= 12)
    for place, minutes in _minutes(words, first):
        after = place + 1 if at(words, place) in {"minute", "minutes"} else place
        side = at(words, after)
        if side not in {"past", "after", "to", "before", "till"}:
            continue
        for end, hour in whole_numbers(words, after + 1) if after + 1 < len(words) else ():
            if 1 <= hour <= 12 and side in {"past", "after"}:
                yield end, hour, minutes
            elif 1 <= hour <= 12:
                yield end, (hour - 2) % 12 + 1, 60 - minutes


def _minutes(words: Words, start: int) -> Iterator[tuple[int, int]]:
    if start < len(words) and words[start] in _FRACTIONS:
        yield start + 1, _FRACTIONS[words[start]]
    elif start < len(words):
        yield from ((end, count) for end, count in whole_numbers(words, start) if 0 < count < 60)


def _hour_first(words: Words, start: int) -> Iterator[tuple[int, int, int]]:
    """ "seven", "seven o'clock", "seven thirty", "19:05", "7.30"."""
    hours, point, minutes = words[start].partition(".")
    if point and len(minutes) == 2 and int(minutes) < 60 and 1 <= int(hours) <= 23:
        yield start + 1, int(hours), int(minutes)
    for end, hour in whole_numbers(words, start):
        if not 1 <= hour <= 23:
            continue
        yield end, hour, 0
        if at(words, end) == "o'clock":
            yield end + 1, hour, 0
        place = end + 1 if at(words, end) == "oh" else end
        for stop, minute in whole_numbers(words, place) if place < len(words) else ():
            if minute < 60 and (place > end or minute >= 10 or words[place].startswith("0")):
                yield stop, hour, minute
