"""Counts become values with honest intervals, and are held against a target."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voicecook.bench import intervals
from voicecook.bench.figures import (
    Estimate,
    Figure,
    Target,
    at_least,
    at_most,
    quantile,
    rate,
    share,
)


def figure(ours: Estimate | None, target: Target | None) -> Figure:
    return Figure("words", "words", "", 10, "words", "%", ours, target=target)


@pytest.mark.parametrize(
    ("hits", "n", "low", "high"),
    [(0, 10, 0.0, 27.8), (5, 10, 23.7, 76.3), (10, 10, 72.2, 100.0), (178, 180, 96.0, 99.7)],
)
def test_a_share_has_wilsons_interval(hits: int, n: int, low: float, high: float) -> None:
    found = share(hits, n)
    assert found is not None
    assert (round(found.low, 1), round(found.high, 1)) == (low, high)


@pytest.mark.parametrize(
    ("count", "low", "high"),
    [(0, 0.0, 3.0), (1, 0.03, 5.57), (2, 0.24, 7.22), (10, 4.80, 18.39), (100, 81.36, 121.63)],
)
def test_a_count_has_the_exact_poisson_interval(count: int, low: float, high: float) -> None:
    assert intervals.poisson(count) == pytest.approx((low, high), abs=0.01)


def test_of_none_in_a_third_of_an_hour_no_low_rate_is_claimed() -> None:
    found = rate(0, 1 / 3)
    assert found is not None
    assert (found.value, found.low) == (0.0, 0.0)
    assert found.high == pytest.approx(9, abs=0.1)


def test_nothing_measured_is_no_estimate() -> None:
    assert share(0, 0) is rate(0, 0.0) is quantile([], 0.5) is None


@given(st.integers(0, 400), st.integers(1, 400))
def test_a_share_lies_inside_its_interval(hits: int, more: int) -> None:
    found = share(hits, hits + more)
    assert found is not None
    assert 0 <= found.low <= found.value <= found.high <= 100


@given(st.lists(st.floats(0, 10), min_size=1, max_size=200), st.sampled_from([0.5, 0.95, 0.99]))
def test_a_quantile_lies_inside_its_interval(values: list[float], p: float) -> None:
    found = quantile(values, p)
    assert found is not None
    assert min(values) <= found.low <= found.value <= found.high <= max(values)


@pytest.mark.parametrize(
    ("ours", "target", "met", "sure"),
    [
        (Estimate(0.1, 0.05, 0.14), at_most(0.15), True, True),
        (Estimate(0.1, 0.05, 0.2), at_most(0.15), True, False),
        (Estimate(95, 88, 99), at_least(99.5), False, True),
        (Estimate(99, 96, 99.8), at_least(99.5), False, False),
        (None, at_least(99.5), None, None),
        (Estimate(1, 0, 2), None, None, None),
    ],
    ids=["met", "met, perhaps", "missed", "missed, perhaps", "not measured", "no target"],
)
def test_a_target_is_met_or_missed_and_how_surely(
    ours: Estimate | None, target: Target | None, met: bool | None, sure: bool | None
) -> None:
    found = figure(ours, target)
    assert (found.met, found.sure) == (met, sure)
