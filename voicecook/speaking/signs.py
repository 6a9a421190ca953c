"""How abbreviations and signs are spoken."""

# ruff: noqa: RUF001 - dashes, quotes and signs that look alike are what this file is about

from __future__ import annotations

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
