"""Lengths and points of time in words."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voicecook.english import clock_words, duration_words, roughly, span_words
from voicecook.recipe import Span, read_span


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0, "no time"),
        (1, "1 second"),
        (45, "45 seconds"),
        (60, "1 minute"),
        (90, "1 minute 30 seconds"),
        (1800, "30 minutes"),
        (3600, "1 hour"),
        (5400, "an hour and a half"),
        (4800, "1 hour 20 minutes"),
        (9000, "2 and a half hours"),
    ],
)
def test_durations(seconds: int, words: str) -> None:
    assert duration_words(seconds) == words


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (754, "13 minutes"),
        (283, "4 minutes 45 seconds"),
        (61, "1 minute"),
        (49, "50 seconds"),
        (9, "9 seconds"),
    ],
)
def test_what_is_left_is_as_precise_as_a_cook_needs(seconds: int, words: str) -> None:
    assert roughly(timedelta(seconds=seconds)) == words


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (5400, 5400, "an hour and a half"),
        (60, 120, "1 to 2 minutes"),
        (900, 1200, "15 to 20 minutes"),
        (3600, 7200, "1 to 2 hours"),
        (45, 90, "45 to 90 seconds"),
        (10, 20, "10 to 20 seconds"),
        (90, 200, "1 minute 30 seconds to 3 minutes 20 seconds"),
    ],
)
def test_ranges(low: int, high: int, words: str) -> None:
    assert span_words(Span(low, high)) == words


@pytest.mark.parametrize(
    ("hour", "minute", "words"),
    [
        (19, 0, "7 o'clock"),
        (19, 30, "half past 7"),
        (19, 15, "quarter past 7"),
        (19, 45, "quarter to 8"),
        (19, 40, "20 to 8"),
        (19, 5, "5 past 7"),
        (7, 5, "5 past 7"),
        (12, 0, "noon"),
        (0, 0, "midnight"),
        (12, 50, "10 to 1"),
        (0, 7, "7 minutes past 12"),
        (19, 42, "7 42"),
    ],
)
def test_clock_times(hour: int, minute: int, words: str) -> None:
    assert clock_words(datetime(2026, 11, 22, hour, minute, tzinfo=UTC)) == words


@given(st.integers(0, 200_000))
def test_no_duration_has_more_than_three_parts(seconds: int) -> None:
    assert len(duration_words(seconds).split()) <= 6


@given(st.integers(1, 14 * 86400), st.integers(0, 14 * 86400))
def test_a_range_said_is_read_back_as_a_recipe_gives_it(low: int, more: int) -> None:
    length = Span(low, min(low + more, 14 * 86400))
    assert read_span(span_words(length)) == length
