"""What can still be read in a page of the diary that is damaged: its timers, each by itself."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import islice

from voicecook.cook.core.memory import read_timer
from voicecook.cook.core.session import Timer

_TIMERS = re.compile(r'"timers"\s*:\s*\[\s*')
_BETWEEN = re.compile(r"[\s,]*")
_MOST = 100


def timers_in(page: str) -> tuple[Timer, ...]:
    """The timers that ran at the moment the page was written, as far as they are whole."""
    found: dict[str, Timer] = {}
    for item in islice(_items(page), _MOST):
        try:
            timer = read_timer(item)
        except ValueError:
            continue
        found.setdefault(timer.name, timer)
    return tuple(found.values())


def _items(page: str) -> Iterator[object]:
    """The tables in the first list of timers, up to the first that is broken."""
    start = _TIMERS.search(page)
    place = start.end() if start else len(page)
    decoder = json.JSONDecoder()
    while page[place : place + 1] == "{":
        try:
            item, place = decoder.raw_decode(page, place)
        except (ValueError, RecursionError):
            return
        yield item
        place = _past_comma(page, place)


def _past_comma(page: str, place: int) -> int:
    between = _BETWEEN.match(page, place)
    return between.end() if between else place
