"""What is spoken is read back as the same value, and every spelling of a thing meets the others."""

from __future__ import annotations

from datetime import time
from fractions import Fraction

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from voicecook.commands.words import plain_words
from voicecook.english import (
    GLYPHS,
    SPELLINGS,
    Unit,
    amount_words,
    clock_times,
    clock_words,
    count_words,
    duration_words,
    durations,
    number_words,
    ordinal,
    ordinals,
    quantities,
    read_duration,
    read_number,
    spell,
    unit_named,
    unit_spelled,
    whole_numbers,
)
from voicecook.english.durations import LONGEST_S
from voicecook.english.units import UNITS

PARTS = [Fraction(n, d) for d in (2, 3, 4, 6, 8) for n in range(1, d)]
AMOUNTS = st.builds(
    lambda whole, part: whole + part, st.integers(0, 400), st.sampled_from([Fraction(0), *PARTS])
).filter(bool)
DECIMALS = st.decimals(min_value="0.01", max_value="999", places=2)
STYLES = st.sampled_from([0, 1, 12])


@given(st.integers(0, 999_999))
def test_every_number_in_words(number: int) -> None:
    words = plain_words(spell(number))
    assert whole_numbers(words, 0)[0] == (len(words), number)


@given(st.integers(0, 999_999), STYLES)
def test_every_count(number: int, words_up_to: int) -> None:
    words = plain_words(count_words(number, words_up_to))
    assert whole_numbers(words, 0)[0] == (len(words), number)


@given(st.integers(1, 99))
def test_every_place_in_a_row(place: int) -> None:
    words = plain_words(ordinal(place))
    assert ordinals(words, 0) == [(len(words), place)]


@given(AMOUNTS | DECIMALS.map(Fraction), STYLES)
@example(Fraction(1, 2), 12)
@example(Fraction(7, 8), 1)
@example(Fraction("0.05"), 12)
def test_every_amount_with_its_parts(value: Fraction, words_up_to: int) -> None:
    words = plain_words(number_words(value, words_up_to))
    assert quantities(words, 0)[0] == (len(words), value)


@given(st.integers(1, 9), st.sampled_from([5, 10]))
def test_fifths_and_tenths_that_were_written_as_such(over: int, under: int) -> None:
    value = Fraction(over, under)
    words = plain_words(number_words(value, written=f"{over}/{under}"))
    assert quantities(words, 0)[0] == (len(words), value)


@given(AMOUNTS, st.sampled_from([unit for unit in UNITS if unit.kind == "measure"]))
def test_every_amount_of_every_unit(value: Fraction, unit: Unit) -> None:
    words = plain_words(amount_words(value, unit.one, unit.several))
    end, read = next(found for found in quantities(words, 0) if found[1] == value)
    left = " ".join(words[end:]).removeprefix("of ").removeprefix("an ").removeprefix("a ")
    assert (read, unit_spelled(left)) == (value, unit)


@given(st.integers(1, LONGEST_S))
@example(5400)
@example(9000)
def test_every_time_is_read_from_speech_and_from_a_page(seconds: int) -> None:
    said = duration_words(seconds)
    words = plain_words(said)
    assert durations(words, 0)[0] == (len(words), seconds)
    assert read_duration(said) == seconds


@given(st.times())
@example(time(0, 0))
@example(time(12, 0))
@example(time(12, 45))
@example(time(18, 1))
def test_every_time_of_day_within_its_half_of_the_day(when: time) -> None:
    words = plain_words(clock_words(when))
    read = [said for end, said in clock_times(words, 0) if end == len(words)]
    assert f"{when.hour % 12 or 12}:{when.minute:02d}" in [one.split(" ")[0] for one in read]


def test_noon_and_midnight_are_told_apart() -> None:
    assert [said for _, said in clock_times(("noon",), 0)] == ["12:00 pm"]
    assert [said for _, said in clock_times(("midnight",), 0)] == ["12:00 am"]


@given(AMOUNTS)
def test_every_number_on_a_page(value: Fraction) -> None:
    whole, rest = divmod(value, 1)
    assert read_number(f"{whole} {rest}") == value
    assert read_number(str(value)) == value


@pytest.mark.parametrize("written", ["", "1e99999999", "1/0", "-1", "1//2", "ten or so", "1" * 99])
def test_what_is_no_number_is_refused_at_once(written: str) -> None:
    with pytest.raises(ValueError, match="no number"):
        read_number(written)


def test_every_fraction_that_is_one_character() -> None:
    for glyph, spelled in GLYPHS.items():
        assert read_number(glyph) == Fraction(spelled)
        assert quantities(plain_words(glyph), 0)[0] == (1, Fraction(spelled))


def test_every_spelling_of_a_unit_means_one_unit() -> None:
    assert sum(len(unit.spellings) for unit in UNITS) == len(SPELLINGS)


def test_every_unit_is_known_by_what_is_said_for_it_and_by_its_name() -> None:
    for unit in UNITS:
        for said in (unit.one, unit.several, unit.one.upper()):
            assert unit_spelled(said) == unit
        assert unit_named(unit.name) == unit
