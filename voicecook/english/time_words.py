"""Durations and clock times as a cook says them.

Figures stay digits ("12 minutes"); the voice reads them out.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from voicecook.recipe import Span

_MINUTE = 60
_HOUR = 3600
_EXACT_BELOW_S = 5 * _MINUTE


def duration(length: timedelta | float) -> str:
    """A length of time, to the second: "an hour and a half", "1 minute 30 seconds"."""
    total = round(length.total_seconds() if isinstance(length, timedelta) else length)
    total = max(total, 0)
    if total % _HOUR == _HOUR // 2 and total > _HOUR:
        whole = total // _HOUR
        return "an hour and a half" if whole == 1 else f"{whole} and a half hours"
    hours, rest = divmod(total, _HOUR)
    minutes, seconds = divmod(rest, _MINUTE)
    parts = [
        _count(number, unit)
        for number, unit in ((hours, "hour"), (minutes, "minute"), (seconds, "second"))
        if number
    ]
    return " ".join(parts) or "no time"


def roughly(length: timedelta) -> str:
    """A length of time as precise as a cook needs: to the minute, or to 5 seconds under five."""
    total = max(length.total_seconds(), 0)
    if total >= _EXACT_BELOW_S:
        return duration(round(total / _MINUTE) * _MINUTE)
    if total > 10:
        return duration(round(total / 5) * 5)
    return duration(total)


def more(length: timedelta) -> str:
    """So much longer: "5 more minutes", "1 minute 30 seconds more"."""
    words = duration(length)
    number, _, unit = words.partition(" ")
    return f"{number} more {unit}" if number.isdigit() and " " not in unit else f"{words} more"


def up_to(length: timedelta) -> str:
    """So much longer at most, to the minute where that is near enough: "up to 5 more minutes"."""
    total = length.total_seconds()
    nearly = round(total / _MINUTE) * _MINUTE if total > 90 else round(total / 5) * 5
    return f"up to {more(timedelta(seconds=nearly))}"


def span(length: Span) -> str:
    """A time as the recipe gives it: "15 to 20 minutes"."""
    if not length.is_range:
        return duration(length.low_s)
    for unit_s, unit in ((_HOUR, "hours"), (_MINUTE, "minutes"), (1, "seconds")):
        if unit_s == 1 and length.high_s >= 2 * _MINUTE:
            break
        if length.low_s % unit_s == 0 and length.high_s % unit_s == 0:
            return f"{length.low_s // unit_s} to {length.high_s // unit_s} {unit}"
    return f"{duration(length.low_s)} to {duration(length.high_s)}"


def clock(at: datetime) -> str:
    """A clock time on the kitchen wall: "half past 7", "20 to 8", "7 42"."""
    hour, minute = at.hour % 12 or 12, at.minute
    following = hour % 12 + 1
    if minute == 0:
        return f"{hour} o'clock"
    if minute == 30:
        return f"half past {hour}"
    if minute in (15, 45):
        return f"quarter past {hour}" if minute == 15 else f"quarter to {following}"
    if minute % 5 == 0:
        return f"{minute} past {hour}" if minute < 30 else f"{60 - minute} to {following}"
    return f"{hour} {minute:02d}" if minute >= 10 else f"{hour} oh {minute}"


def names(words: list[str] | tuple[str, ...], last: str = "and") -> str:
    """Several things in one breath: "the pork, the glaze and the rice"."""
    if len(words) <= 1:
        return "".join(words)
    return ", ".join(words[:-1]) + f" {last} {words[-1]}"


def adjective(length: timedelta) -> str:
    """A length as part of a name: "90 minute" for a timer."""
    seconds = round(length.total_seconds())
    for unit_s, unit in ((_HOUR, "hour"), (_MINUTE, "minute")):
        if seconds % unit_s == 0:
            return f"{seconds // unit_s} {unit}"
    return f"{seconds} second"


def _count(number: int, unit: str) -> str:
    return f"{number} {unit}" if number == 1 else f"{number} {unit}s"
