"""What a measurement comes to: a value with its interval, beside plain Vosk and the target."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from voicecook.bench import intervals

Unit = Literal["%", "s", "ms", "an hour", "of a core", "MB", ""]


@dataclass(frozen=True, slots=True)
class Estimate:
    """A measured value and its 95 % interval."""

    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Target:
    """What is wanted: `limit` at most, or `at_least`."""

    limit: float
    at_least: bool = False

    def holds(self, value: float) -> bool:
        """Whether this value is good enough."""
        return value >= self.limit if self.at_least else value <= self.limit


def at_most(limit: float) -> Target:
    """The less the better."""
    return Target(limit)


def at_least(limit: float) -> Target:
    """The more the better."""
    return Target(limit, at_least=True)


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the table."""

    key: str
    """What is measured, as tools know it; the same from run to run."""
    what: str
    """The same for people."""
    of: str
    """The sounds it was measured on."""
    n: float
    counted: str
    """What `n` counts."""
    unit: Unit
    ours: Estimate | None
    """None where nothing could be measured; `note` says why."""
    plain: Estimate | None = None
    """Plain Vosk on the same sounds: the same phrases, its own end of utterance, no second look."""
    target: Target | None = None
    unjudged: Estimate | None = None
    """The ear if it rejected nothing that means something: what its judgement costs and saves."""
    note: str = ""

    @property
    def met(self) -> bool | None:
        """Whether the value is good enough; None without a value or a target."""
        return self.target.holds(self.ours.value) if self.target and self.ours else None

    @property
    def sure(self) -> bool | None:
        """Whether the whole interval lies on the same side of the target as the value."""
        if self.target is None or self.ours is None:
            return None
        sides = {self.target.holds(end) for end in (self.ours.low, self.ours.high)}
        return sides == {self.met}


def share(hits: int, n: int) -> Estimate | None:
    """`hits` of `n` in per cent."""
    if not n:
        return None
    low, high = intervals.wilson(hits, n)
    return Estimate(100 * hits / n, 100 * low, 100 * high)


def rate(count: int, hours: float) -> Estimate | None:
    """`count` an hour."""
    if not hours:
        return None
    low, high = intervals.poisson(count)
    return Estimate(count / hours, low / hours, high / hours)


def quantile(values: Sequence[float], p: float) -> Estimate | None:
    """The value that a share of `p` stays under."""
    return Estimate(*intervals.quantile(values, p)) if values else None


def mean(values: Sequence[float]) -> Estimate | None:
    """The mean of repetitions."""
    return Estimate(*intervals.mean(values)) if values else None


def exactly(value: float) -> Estimate:
    """A single reading, which has no interval."""
    return Estimate(value, value, value)
