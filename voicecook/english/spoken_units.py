"""How units, abbreviations and signs are spoken."""

# ruff: noqa: RUF001 - dashes, quotes and signs that look alike are what this file is about

from __future__ import annotations

UNITS: dict[str, tuple[str, str]] = {
    "kg kgs kilo kilos kilogram kilograms kilogramme kilogrammes": ("kilo", "kilos"),
    "g gr gm gms gram grams gramme grammes": ("gram", "grams"),
    "mg milligram milligrams": ("milligram", "milligrams"),
    "l ltr litre litres liter liters": ("litre", "litres"),
    "ml millilitre millilitres milliliter milliliters": ("millilitre", "millilitres"),
    "cl centilitre centilitres": ("centilitre", "centilitres"),
    "dl decilitre decilitres": ("decilitre", "decilitres"),
    "tsp tsps teaspoon teaspoons": ("teaspoon", "teaspoons"),
    "tbsp tbsps tbs tblsp tablespoon tablespoons": ("tablespoon", "tablespoons"),
    "cup cups": ("cup", "cups"),
    "floz fl_oz fl._oz fluid_ounce fluid_ounces": ("fluid ounce", "fluid ounces"),
    "oz ounce ounces": ("ounce", "ounces"),
    "lb lbs pound pounds": ("pound", "pounds"),
    "pt pts pint pints": ("pint", "pints"),
    "qt qts quart quarts": ("quart", "quarts"),
    "gal gallon gallons": ("gallon", "gallons"),
    "mm millimetre millimetres": ("millimetre", "millimetres"),
    "cm cms centimetre centimetres": ("centimetre", "centimetres"),
    "inch inches": ("inch", "inches"),
    "ft foot feet": ("foot", "feet"),
    "s sec secs second seconds": ("second", "seconds"),
    "m min mins minute minutes": ("minute", "minutes"),
    "h hr hrs hour hours": ("hour", "hours"),
    "day days": ("day", "days"),
    "kcal kcals cal cals calorie calories": ("calorie", "calories"),
    "kj kilojoule kilojoules": ("kilojoule", "kilojoules"),
    "w watt watts": ("watt", "watts"),
    "pc pcs piece pieces": ("piece", "pieces"),
    "pkt pkts packet packets": ("packet", "packets"),
    "pkg pkgs package packages": ("package", "packages"),
    "pinch pinches": ("pinch", "pinches"),
    "clove cloves": ("clove", "cloves"),
    "doz dozen": ("dozen", "dozen"),
    "%": ("percent", "percent"),
    "°c degree_c degrees_c": ("degree Celsius", "degrees Celsius"),
    "°f degree_f degrees_f": ("degree Fahrenheit", "degrees Fahrenheit"),
    "° degree degrees": ("degree", "degrees"),
}
"""Every way to write a unit, any case, "_" for a space: how one of it is spoken, and several."""

BEFORE_A_THING = (
    "angle bag bottle block bowl can carton dish jar loaf pack packet piece pot pouch tin"
)
"""Nouns that turn "400 grams" before them into "400 gram": "a 400 gram tin"."""

ABBREVIATIONS: dict[str, str] = {
    r"e\. ?g": "for example",
    r"eg": "for example",
    r"i\. ?e": "that is",
    r"etc": "and so on",
    r"approx": "about",
    r"ca": "about",
    r"c\.(?= ?\d)": "about ",
    r"vs": "versus",
    r"no\.(?= ?\d)": "number ",
    r"nos\.(?= ?\d)": "numbers ",
    r"w/o": "without",
    r"w/": "with ",
    r"incl": "including",
    r"excl": "without",
    r"max": "at most",
    r"min\.(?= ?\d)": "at least ",
    r"temp": "temperature",
    r"opt\.": "optional",
    r"dr\.(?= ?[a-z])": "doctor ",
    r"mrs\.": "missus ",
    r"mr\.": "mister ",
    r"bbq": "barbecue",
    r"tbsps?": "tablespoon",
    r"tsps?": "teaspoon",
    r"kcals?": "calories",
    r"kg": "kilo",
    r"mins": "minutes",
    r"hrs": "hours",
    r"secs": "seconds",
    r"and/or": "or",
    r"n/a": "not given",
}
"""What is written short wherever it stands: a pattern, any case, and the words for it."""

SIGNS: dict[str, str] = {
    "&": "and", "+": "plus", "=": "equals", "@": "at", "×": "times", "±": "plus or minus",
    "~": "about", "≈": "about", "≤": "at most", "≥": "at least", "%": "percent", "°": "degrees",
    "<": "less than", ">": "more than", "$": "dollars", "£": "pounds", "€": "euros",
    "÷": "divided by", "−": "minus",
}  # fmt: skip
"""Signs with a name of their own."""

CURRENCIES = {"$": ("dollar", "dollars"), "£": ("pound", "pounds"), "€": ("euro", "euros")}

PARTS = {2: "half", 3: "third", 4: "quarter", 5: "fifth", 6: "sixth", 8: "eighth", 10: "tenth"}
"""What one part is called when a whole is cut into so many."""
