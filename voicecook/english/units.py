"""Units: every way to write one, what is said for one and for several, and what it does.

A recipe keeps a unit by its singular name ("gram", "clove").
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from voicecook.english.nouns import plural
from voicecook.english.word_lists import word_list, word_set

Kind = Literal["measure", "piece", "energy", "time", "other"]


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit."""

    name: str
    """Its singular English word."""
    kind: Kind
    """What it does: a measure needs something to measure; a piece may be the thing itself."""
    spellings: tuple[str, ...]
    """Every way to write it, in lower case."""
    one: str
    """What is said for one of it, without the number: "kilo"."""
    several: str
    """What is said for several: "kilos"."""
    with_a: bool = False
    """Whether one says "a kilo", not "one kilo"."""


# name, other names (their plurals come by themselves) | abbreviations
_MEASURES = """
    milligram, milligramme | mg
    gram, gramme | g gr gm gms
    kilogram, kilo, kilogramme | kg kgs
    millilitre, milliliter | ml
    centilitre, centiliter | cl
    decilitre, deciliter | dl
    litre, liter | l ltr
    teaspoon | tsp tsps
    tablespoon | tbsp tbsps tbs tblsp
    cup
    fluid ounce | floz fl_oz fl.oz fl._oz
    ounce | oz
    pound | lb lbs
    pint | pt pts
    quart | qt qts
    gallon | gal
    millimetre, millimeter | mm
    centimetre, centimeter | cm cms
    inch
"""
_PIECES = """
    bag; ball; bar; block; bottle; box; bulb; bunch; can; carton; clove; cob; container; cube
    dash; dollop; drizzle; drop; ear; fillet; glug; handful; head; jar; knob; leaf; loaf
    pack; package | pkg pkgs; packet | pkt pkts; piece | pc pcs; pinch; pod; pot; rasher; sachet
    scoop; sheet; slice; splash; sprig; squeeze; stalk; stem; stick; strip; tin; tub; wedge
"""
_ENERGY = "kilocalorie, calorie | kcal kcals cal cals; kilojoule | kj"
_TIMES = "second | s sec secs; minute | m min mins; hour | h hr hrs; day"
_OTHERS = "foot | ft; watt | w"
_SAID = {"kilogram": "kilo", "kilocalorie": "calorie"}
_WITH_A = word_set(
    "kilogram litre pound pint quart pinch handful dash bunch splash drizzle knob squeeze stick"
)


def _units(table: str, kind: Kind) -> Iterator[Unit]:
    for line in table.replace("\n", ";").split(";"):
        names, _, short = line.partition("|")
        if names := names.strip():
            yield _unit(names.split(", "), word_list(short), kind)


def _unit(names: list[str], short: tuple[str, ...], kind: Kind) -> Unit:
    name = names[0]
    one = _SAID.get(name, name)
    several = plural(one)
    spelled = dict.fromkeys((*names, *map(plural, names), *(s.replace("_", " ") for s in short)))
    return Unit(name, kind, tuple(spelled), one, several, name in _WITH_A)


def _scale(scale: str) -> Unit:
    short = (scale[0].lower(), scale.lower())
    spelled = tuple(f"{sign}{name}" for name in short for sign in _DEGREES)
    return Unit(f"degree {scale}", "other", spelled, f"degree {scale}", f"degrees {scale}")


_DEGREES = ("°", "degree ", "degrees ")
_SIGNS = (
    Unit("dozen", "other", ("dozen", "doz"), "dozen", "dozen"),
    Unit("percent", "other", ("%", "percent"), "percent", "percent"),
    Unit("degree", "other", ("°", "degree", "degrees"), "degree", "degrees"),
    _scale("Celsius"),
    _scale("Fahrenheit"),
)
UNITS: tuple[Unit, ...] = (
    *_units(_MEASURES, "measure"),
    *_units(_PIECES, "piece"),
    *_units(_ENERGY, "energy"),
    *_units(_TIMES, "time"),
    *_units(_OTHERS, "other"),
    *_SIGNS,
)
SPELLINGS = {spelling: unit for unit in UNITS for spelling in unit.spellings}
"""Every way to write a unit, in lower case, and the unit."""

_SIZES_S = {"second": 1, "minute": 60, "hour": 3600, "day": 86400}
SECONDS = {
    spelling: _SIZES_S[unit.name] for spelling, unit in SPELLINGS.items() if unit.kind == "time"
}
"""Every way to write a unit of time, and how many seconds it is."""

_BY_NAME = {unit.name: unit for unit in UNITS}


def unit_named(name: str) -> Unit:
    """The unit a recipe keeps under this name; any other word counts pieces."""
    return _BY_NAME.get(name) or Unit(name, "piece", (name,), name, plural(name))


def unit_spelled(written: str) -> Unit | None:
    """The unit that is written so, in any case: "Tbsp", "kilos"."""
    return SPELLINGS.get(written.lower())
