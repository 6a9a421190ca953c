"""The units a cook writes, and the words they stand for."""

from __future__ import annotations

MEASURES = {
    "gram": "g gr gm gms grams gramme grammes",
    "kilogram": "kg kgs kilo kilos kilograms",
    "milligram": "mg milligrams",
    "millilitre": "ml milliliter millilitres milliliters",
    "centilitre": "cl centilitres",
    "decilitre": "dl decilitres",
    "litre": "l liter litres liters",
    "teaspoon": "tsp tsps teaspoons",
    "tablespoon": "tbsp tbsps tbs tblsp tablespoons",
    "cup": "cups",
    "ounce": "oz ounces",
    "fluid ounce": "floz",
    "pound": "lb lbs pounds",
    "pint": "pt pints",
    "quart": "qt quarts",
    "inch": "inches",
    "centimetre": "cm centimetres centimeter centimeters",
}
"""Units that measure: something must come after them."""

_PLAIN = """
    bag ball bar block bottle bulb can carton clove cob container cube dollop drizzle drop ear
    fillet glug head jar knob packet pack package piece pod pot rasher sachet scoop sheet slice
    splash sprig stalk stem stick strip tin tub wedge
"""

COUNTED = {word: f"{word}s" for word in _PLAIN.split()} | {
    "bunch": "bunches",
    "box": "boxes",
    "dash": "dashes",
    "handful": "handfuls",
    "leaf": "leaves",
    "loaf": "loaves",
    "pinch": "pinches",
    "squeeze": "squeezes",
}
"""Units that count pieces: alone, the word is the ingredient itself ("6 cloves")."""

ENERGY = {
    "kilocalorie": "kcal cal cals calorie calories kilocalories",
    "kilojoule": "kj kilojoules",
}

SPELLINGS = {
    spelling: unit
    for unit, others in (MEASURES | COUNTED | ENERGY).items()
    for spelling in (unit, *others.split())
}
"""Every way to write a unit, in lower case → the singular English word."""


def plural(unit: str) -> str:
    """More than one of a unit: "leaf" → "leaves"."""
    return COUNTED.get(unit) or ("inches" if unit == "inch" else f"{unit}s")
