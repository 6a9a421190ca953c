"""Amounts scaled, rounded and converted the way a cook would: numbers only, no words.

A unit is a singular English word, as in `recipe.model.Amount`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Literal

from voicecook.recipe import Amount, Temperature

System = Literal["", "metric", "imperial"]

GRAMS = {
    "milligram": Fraction(1, 1000),
    "gram": Fraction(1),
    "kilogram": Fraction(1000),
    "ounce": Fraction("28.35"),
    "pound": Fraction("453.6"),
}
MILLILITRES = {
    "millilitre": Fraction(1),
    "centilitre": Fraction(10),
    "decilitre": Fraction(100),
    "litre": Fraction(1000),
    "fluid ounce": Fraction("29.57"),
    "cup": Fraction(240),
    "pint": Fraction(473),
    "quart": Fraction(946),
    "gallon": Fraction(3785),
}
CENTIMETRES = {"centimetre": Fraction(1), "millimetre": Fraction(1, 10), "inch": Fraction("2.54")}
IMPERIAL = {"ounce", "pound", "fluid ounce", "cup", "pint", "quart", "gallon", "inch"}
METRIC = {*GRAMS, *MILLILITRES, *CENTIMETRES} - IMPERIAL

SPOONS = {"tablespoon": Fraction(15), "teaspoon": Fraction(5)}
"""In millilitres; the same in both systems."""
IMPERIAL_FROM: dict[str, tuple[tuple[str, int], ...]] = {
    "gram": (("pound", 680), ("ounce", 0)),
    "millilitre": (("cup", 180), ("fluid ounce", 60), ("tablespoon", 15), ("teaspoon", 0)),
    "centimetre": (("inch", 0),),
}
"""Which imperial unit pictures an amount best, from how many grams, millilitres, centimetres on."""

SHARES = tuple(Fraction(n, d) for n, d in ((0, 1), (1, 4), (1, 3), (1, 2), (2, 3), (3, 4), (1, 1)))
"""The parts of a spoon or cup there are measures for."""
A_PINCH = Amount(Fraction(1), Fraction(1), "pinch")


@dataclass(frozen=True, slots=True)
class Measure:
    """An amount ready to be said; `rounded` if it is not exactly what the recipe comes to."""

    amount: Amount
    rounded: bool = False


def measured(amount: Amount, scale: Fraction = Fraction(1), system: System = "") -> Measure:
    """The recipe's amount times `scale`, in the units of `system` ("": the recipe's own)."""
    exact = Amount(amount.low * scale, amount.high * scale, amount.unit)
    if _foreign(amount.unit, system):
        return _rounded(_converted(exact))
    return Measure(exact) if scale == 1 else _rounded(exact)


def in_degrees(heat: Temperature, system: System, grain: int = 5) -> tuple[Temperature, bool]:
    """The temperature on the scale of `system`, to the nearest `grain`; whether converted."""
    wanted = {"metric": "celsius", "imperial": "fahrenheit"}.get(system, heat.scale)
    if wanted == heat.scale:
        return heat, False
    if wanted == "fahrenheit":
        return Temperature(_to_grain(Fraction(heat.degrees * 9, 5) + 32, grain), "fahrenheit"), True
    return Temperature(_to_grain(Fraction((heat.degrees - 32) * 5, 9), grain), "celsius"), True


def _to_grain(degrees: Fraction, grain: int) -> int:
    return round(degrees / grain) * grain


def _foreign(unit: str, system: System) -> bool:
    return (system == "imperial" and unit in METRIC) or (system == "metric" and unit in IMPERIAL)


def _converted(amount: Amount) -> Amount:
    """The same amount in the other system, unrounded."""
    to_imperial = amount.unit in METRIC
    table = next(one for one in (GRAMS, MILLILITRES, CENTIMETRES) if amount.unit in one)
    base = _in_unit(amount, table[amount.unit], next(unit for unit in table if table[unit] == 1))
    if not to_imperial:
        return base
    unit = next(unit for unit, least in IMPERIAL_FROM[base.unit] if base.high >= least)
    return _in_unit(base, 1 / (table.get(unit) or SPOONS[unit]), unit)


def _in_unit(amount: Amount, factor: Fraction, unit: str) -> Amount:
    return Amount(amount.low * factor, amount.high * factor, unit)


def _rounded(exact: Amount) -> Measure:
    """The amount in the unit and to the precision a cook can measure."""
    handy = _handy(exact)
    grain = GRAINS.get(handy.unit, _to_half)
    near = replace(handy, low=grain(handy.low), high=grain(handy.high))
    if handy.unit == "teaspoon" and handy.high < Fraction(1, 10):
        near = A_PINCH
    tidy = _larger(near)
    return Measure(tidy, rounded=near != handy)


def _handy(amount: Amount) -> Amount:
    """The amount in the unit it is measured in: kilos in grams, a third of a tablespoon in tea."""
    if amount.unit in METRIC & {*GRAMS}:
        return _in_unit(amount, GRAMS[amount.unit], "gram")
    if amount.unit in METRIC & {*MILLILITRES}:
        return _in_unit(amount, MILLILITRES[amount.unit], "millilitre")
    if amount.unit == "cup" and amount.high < Fraction(1, 5):
        return _handy(_in_unit(amount, Fraction(16), "tablespoon"))
    if amount.unit == "tablespoon" and _better_in_teaspoons(amount.high):
        return _in_unit(amount, Fraction(3), "teaspoon")
    return amount


def _better_in_teaspoons(spoons: Fraction) -> bool:
    return spoons < Fraction(1, 2) or (spoons < 1 and (spoons * 3).denominator == 1)


def _larger(amount: Amount) -> Amount:
    """Three teaspoons as a tablespoon, 1500 grams as one and a half kilos, where it comes out."""
    for small, large, size, part in LARGER:
        ends = (amount.low / size, amount.high / size)
        whole = all((end / part).denominator == 1 for end in ends)
        if amount.unit == small and whole and ends[1] >= 1:
            return Amount(ends[0], ends[1], large)
    return amount


LARGER = (
    ("gram", "kilogram", 1000, Fraction(1, 4)),
    ("millilitre", "litre", 1000, Fraction(1, 4)),
    ("teaspoon", "tablespoon", 3, Fraction(1, 2)),
)
"""From unit, to unit, how many make one, and which part of it may be left over."""


def _to_share(value: Fraction) -> Fraction:
    """To the nearest half, third or quarter; whole from ten on, never less than an eighth."""
    if value >= 10:
        return Fraction(round(value))
    whole, rest = divmod(value, 1)
    parts = SHARES if whole else (Fraction(1, 8), *SHARES[1:])
    return whole + min(parts, key=lambda part: abs(part - rest))


def _to_half(value: Fraction) -> Fraction:
    """To the nearest half, whole from ten on, never nothing."""
    return Fraction(round(value)) if value >= 10 else _to(Fraction(1, 2), value)


def _to_weight(value: Fraction) -> Fraction:
    """Grams and millilitres as scales and jugs show them."""
    for below, grain in ((10, Fraction(1, 2)), (50, 1), (250, 5), (1000, 10)):
        if value < below:
            return _to(Fraction(grain), value)
    return _to(Fraction(50), value)


def _to_whole(value: Fraction) -> Fraction:
    return _to(Fraction(1), value)


def _to(grain: Fraction, value: Fraction) -> Fraction:
    return max(round(value / grain), 1) * grain


GRAINS: dict[str, Callable[[Fraction], Fraction]] = {
    "gram": _to_weight,
    "millilitre": _to_weight,
    "teaspoon": _to_share,
    "tablespoon": _to_share,
    "cup": _to_share,
    "pound": _to_share,
    "pinch": _to_whole,
    "dash": _to_whole,
    "handful": _to_whole,
}
"""How finely each unit can be measured; anything else is counted, to the half."""
