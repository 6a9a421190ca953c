"""What a cook writes for amounts, times and temperatures, as tables."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
import yaml

from voicecook.recipe.quantities import QuantityError, ingredient_line, read_span, temperature

DATA = Path(__file__).parent / "data"
AMOUNTS: dict[str, Any] = yaml.safe_load((DATA / "amounts.yaml").read_text("utf-8"))
TIMES: dict[str, Any] = yaml.safe_load((DATA / "times.yaml").read_text("utf-8"))


@pytest.mark.parametrize(
    ("line", "figures", "unit", "name", "preparation"),
    AMOUNTS["right"],
    ids=[row[0] for row in AMOUNTS["right"]],
)
def test_an_ingredient_line(
    line: str, figures: str | None, unit: str, name: str, preparation: str
) -> None:
    amount, found, notes = ingredient_line(line)
    assert (found, notes) == (name, preparation)
    if figures is None:
        assert amount is None
    else:
        low, _, high = figures.partition(" to ")
        assert amount is not None
        assert (amount.low, amount.high) == (Fraction(low), Fraction(high or low))
        assert amount.unit == unit


@pytest.mark.parametrize(("line", "told"), AMOUNTS["wrong"])
def test_an_ingredient_line_that_can_not_be_right(line: str, told: str) -> None:
    with pytest.raises(QuantityError) as refused:
        ingredient_line(line)
    assert told in str(refused.value)


@pytest.mark.parametrize("text", TIMES["right"])
def test_a_time(text: str) -> None:
    length = read_span(text)
    assert [length.low_s, length.high_s] == TIMES["right"][text]


@pytest.mark.parametrize("text", TIMES["wrong"])
def test_a_time_that_can_not_be_right(text: str) -> None:
    with pytest.raises(QuantityError) as refused:
        read_span(text)
    assert TIMES["wrong"][text] in str(refused.value)


@pytest.mark.parametrize("text", TIMES["temperatures"])
def test_a_temperature(text: str) -> None:
    found = temperature(text)
    assert [found.degrees, found.scale] == TIMES["temperatures"][text]


@pytest.mark.parametrize("text", TIMES["wrong temperatures"])
def test_a_temperature_that_can_not_be_right(text: str) -> None:
    with pytest.raises(QuantityError) as refused:
        temperature(text)
    assert TIMES["wrong temperatures"][text] in str(refused.value)
