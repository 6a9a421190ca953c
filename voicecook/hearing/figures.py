"""Counts with their 95 % intervals, and a table of them."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass

Interval = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured line: ours and the naive baseline, over the same sounds."""

    name: str
    target: str
    n: str
    """How many sounds, or how much of them."""
    ours: str
    baseline: str

    def row(self) -> str:
        """The line as a row of a Markdown table."""
        return f"| {self.name} | {self.n} | {self.baseline} | {self.ours} | {self.target} |"


HEADING = "| | n | plain Vosk | voicecook | target |\n| --- | --- | --- | --- | --- |"


def table(figures: Iterable[Figure]) -> str:
    """The figures as a Markdown table."""
    return "\n".join([HEADING, *(figure.row() for figure in figures)])


def share(hits: int, n: int) -> str:
    """A share in per cent with its interval: "98.6 % (94.9 to 99.6)"."""
    if not n:
        return "nothing measured"
    low, high = share_interval(hits, n)
    return f"{100 * hits / n:.1f} % ({100 * low:.1f} to {100 * high:.1f})"


def share_interval(hits: int, n: int) -> Interval:
    """Wilson's 95 % interval for `hits` of `n`."""
    z = 1.96
    middle = (hits + z * z / 2) / (n + z * z)
    half = z / (n + z * z) * math.sqrt(hits * (n - hits) / n + z * z / 4)
    return max(0.0, middle - half), min(1.0, middle + half)


def rate(count: int, hours: float) -> str:
    """Events an hour with their interval: "1.3 (0.0 to 7.0)"."""
    if not hours:
        return "nothing measured"
    low, high = count_interval(count)
    return f"{count / hours:.1f} ({low / hours:.1f} to {high / hours:.1f})"


def count_interval(count: int) -> Interval:
    """The exact 95 % interval of a Poisson count."""
    low = _solve(lambda mean: 1 - _at_most(count - 1, mean), 0.025) if count else 0.0
    return low, _solve(lambda mean: 1 - _at_most(count, mean), 0.975)


def percentiles(seconds: list[float]) -> str:
    """Median and 95th percentile: "0.12 / 0.24 s"."""
    if not seconds:
        return "nothing measured"
    ordered = sorted(seconds)
    middle, late = (ordered[min(len(ordered) - 1, int(p * len(ordered)))] for p in (0.5, 0.95))
    return f"{middle:.2f} / {late:.2f} s"


def _at_most(count: int, mean: float) -> float:
    term = total = math.exp(-mean)
    for k in range(1, count + 1):
        term *= mean / k
        total += term
    return total if count >= 0 else 0.0


def _solve(rising: Callable[[float], float], wanted: float) -> float:
    low, high = 0.0, 500.0
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if rising(middle) < wanted else (low, middle)
    return high
