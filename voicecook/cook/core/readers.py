"""Reading plain JSON values back, whatever they turn out to be.

A reader takes any value and returns what it stands for, or raises DamagedError. Small ones are put
together to larger ones, so that a page of the diary is checked by the table that describes it.
"""

from __future__ import annotations

import re
import reprlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction
from typing import Any, TypeVar

T = TypeVar("T")
Reader = Callable[[object], T]

EARLIEST_YEAR, LATEST_YEAR = 1700, 2400
"""Clocks are wrong by decades. Between these the sums of times that a session does can't fail."""
LARGEST_SCALE = 1000
_UNSAYABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
_FRACTION = re.compile(r"([0-9]{1,12})(?:/([1-9][0-9]{0,11}))?")
_LONGEST_TIME = 40


class DamagedError(ValueError):
    """A value is not what it must be; the message says which and why."""


def raw_text(value: object) -> str:
    """A text as it is: a file's name may hold anything."""
    if not isinstance(value, str):
        raise _damaged(value, "a text")
    return value


def text(value: object) -> str:
    """A text on one line; what no screen can show becomes a blank."""
    return _UNSAYABLE.sub(" ", raw_text(value))


def flag(value: object) -> bool:
    """True or false."""
    if not isinstance(value, bool):
        raise _damaged(value, "true or false")
    return value


def whole(low: int, high: int) -> Reader[int]:
    """A whole number from `low` to `high`."""

    def read(value: object) -> int:
        if type(value) is not int or not low <= value <= high:
            raise _damaged(value, f"a whole number from {low} to {high}")
        return value

    return read


def number(low: float, high: float) -> Reader[float]:
    """A number from `low` to `high`."""

    def read(value: object) -> float:
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise _damaged(value, "a number")
        if not low <= value <= high:  # which NaN is not either
            raise _damaged(value, f"a number from {low} to {high}")
        return value

    return read


def one_of(*choices: T) -> Reader[T]:
    """One of these values."""

    def read(value: object) -> T:
        for choice in choices:
            if type(value) is type(choice) and value == choice:
                return choice
        raise _damaged(value, f"one of {choices}")

    return read


def slots(value: object) -> dict[str, str | int | float]:
    """What an intent names: texts, numbers and truths by name, a few of them."""
    if not isinstance(value, dict) or len(value) > 10:
        raise _damaged(value, "a table of a few names")
    return {text(name): _slot(one) for name, one in value.items()}


def _slot(value: object) -> str | int | float:
    if isinstance(value, str):
        return text(value)
    return value if isinstance(value, bool) else number(-1e9, 1e9)(value)


def time(value: object) -> datetime:
    """A moment with its offset, in a year that a clock may show."""
    written = text(value)
    try:
        when = datetime.fromisoformat(written) if len(written) <= _LONGEST_TIME else None
    except ValueError:
        when = None
    if when is None or when.tzinfo is None or not EARLIEST_YEAR <= when.year <= LATEST_YEAR:
        raise _damaged(value, "a time with its offset")
    return when


def scale(value: object) -> Fraction:
    """A fraction by which amounts can be multiplied."""
    match = _FRACTION.fullmatch(text(value))
    found = Fraction(int(match[1]), int(match[2] or 1)) if match else Fraction()
    if not 0 < found <= LARGEST_SCALE:
        raise _damaged(value, f"a fraction up to {LARGEST_SCALE}")
    return found


def maybe(read: Reader[T]) -> Reader[T | None]:
    """What `read` takes, or nothing."""
    return lambda value: None if value is None else read(value)


@dataclass(frozen=True)
class Added:
    """A field that older pages lack, and what stands for it there."""

    read: Reader[Any]
    otherwise: Any

    def __call__(self, value: object) -> Any:
        """The value, where there is one."""
        return self.read(value)


def many(read: Reader[T], most: int = 100_000) -> Reader[tuple[T, ...]]:
    """A list of up to `most` of what `read` takes."""

    def read_all(value: object) -> tuple[T, ...]:
        if not isinstance(value, list) or len(value) > most:
            raise _damaged(value, f"a list of {most} at most")
        return tuple(read(one) for one in value)

    return read_all


def record(make: Callable[..., T], /, **readers: Reader[Any]) -> Reader[T]:
    """A table with these fields, made into one value."""
    return lambda value: make(**fields(value, readers))


def fields(value: object, readers: Mapping[str, Reader[Any]]) -> dict[str, Any]:
    """These fields of a table, each read by its own reader."""
    if not isinstance(value, dict):
        raise _damaged(value, "a table")
    return {name: _field(value, name, read) for name, read in readers.items()}


def _field(table: Mapping[str, object], name: str, read: Reader[Any]) -> Any:
    if name not in table and isinstance(read, Added):
        return read.otherwise
    if name not in table:
        raise DamagedError(f"{name} is missing")
    try:
        return read(table[name])
    except DamagedError as error:
        raise DamagedError(f"{name}: {error}") from None


def _damaged(value: object, wanted: str) -> DamagedError:
    return DamagedError(f"{reprlib.repr(value)} is not {wanted}")
