"""95 % intervals for shares, for counts in a stretch of time, and for quantiles."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from statistics import fmean, stdev

Z = 1.96
Interval = tuple[float, float]


def wilson(hits: int, n: int) -> Interval:
    """For a share of `hits` in `n` (E. B. Wilson, 1927)."""
    middle = (hits + Z * Z / 2) / (n + Z * Z)
    half = Z / (n + Z * Z) * math.sqrt(hits * (n - hits) / n + Z * Z / 4)
    return max(0.0, middle - half), min(1.0, middle + half)


def poisson(count: int) -> Interval:
    """For the mean of a count, exact; of none, the rule of three (one-sided)."""
    if not count:
        return 0.0, -math.log(0.05)
    low = _solve(lambda mean: 1 - _at_most(count - 1, mean), 0.025)
    return low, _solve(lambda mean: 1 - _at_most(count, mean), 0.975)


def quantile(values: Sequence[float], p: float) -> tuple[float, float, float]:
    """The `p` quantile with its interval, both by order statistics."""
    ordered, n = sorted(values), len(values)
    spread = Z * math.sqrt(n * p * (1 - p))
    ranks = (p * n, math.floor(p * n - spread), math.ceil(p * n + spread))
    value, low, high = (ordered[min(max(int(rank), 0), n - 1)] for rank in ranks)
    return value, low, high


def mean(values: Sequence[float]) -> tuple[float, float, float]:
    """The mean of a few repetitions with its interval."""
    middle = fmean(values)
    half = Z * stdev(values) / math.sqrt(len(values)) if len(values) > 1 else 0.0
    return middle, middle - half, middle + half


def _at_most(count: int, mean: float) -> float:
    term = total = math.exp(-mean)
    for k in range(1, count + 1):
        term *= mean / k
        total += term
    return total


def _solve(rising: Callable[[float], float], wanted: float) -> float:
    low, high = 0.0, 700.0
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if rising(middle) < wanted else (low, middle)
    return high
