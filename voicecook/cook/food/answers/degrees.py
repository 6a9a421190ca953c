"""Degrees Celsius, Fahrenheit and gas marks, each as the others."""

from __future__ import annotations

import re
from fractions import Fraction

from voicecook.cook.food import amounts, heat
from voicecook.cook.food.answers import mentions
from voicecook.cook.food.answers.asking import Asking
from voicecook.cook.food.answers.patterns import pattern
from voicecook.cook.food.measures import System, in_degrees
from voicecook.cook.food.reading import sentence
from voicecook.cook.words import wording
from voicecook.english import quantities
from voicecook.recipe import Temperature

GAS_MARKS = {
    "a quarter": (110, 225), "a half": (120, 250), "1": (140, 275), "2": (150, 300),
    "3": (165, 325), "4": (180, 350), "5": (190, 375), "6": (200, 400), "7": (220, 425),
    "8": (230, 450), "9": (240, 475),
}  # fmt: skip
"""Gas mark → degrees Celsius and Fahrenheit, as printed on British cookers and in British cookbooks
(25 °F a mark from mark 1 = 275 °F; Celsius rounded as those tables do, mark 3 being 160 to 170)."""
_HOTTEST_C = 260
_WANTS = {scale: pattern("degrees", scale) for scale in ("fahrenheit", "celsius", "gas")}


def converted(asked: Asking) -> str:
    """A temperature on the scale that is asked for; "" if none is asked for."""
    wanted = next((scale for scale, told in _WANTS.items() if told.search(asked.text)), "")
    if not wanted:
        return ""
    given = said(re.sub(_WANTS[wanted], " ", asked.text), other=wanted)
    if given is not None:
        return sentence(_pair(given, wanted))
    place = _place(asked)
    if place is None:
        return wording.NO_TEMPERATURE
    degrees = asked.recipe.steps[place].temperature
    assert degrees is not None
    return sentence(_pair(degrees, wanted))


def _place(asked: Asking) -> int | None:
    """The step (0-based) whose degrees are meant: the one named, else the one that matters."""
    steps = asked.recipe.steps
    for place in mentions.steps(asked.recipe, re.sub(r"\bgas|mark\b", "", asked.text)):
        if steps[place].temperature:
            return place
    now = heat.now(asked.session)
    if now is not None and steps[now].temperature:
        return now
    hot = [place for place, step in enumerate(steps) if step.temperature]
    return next(iter(hot), None)


def _pair(degrees: Temperature, wanted: str) -> str:
    """ "170 degrees Celsius is about 340 degrees Fahrenheit."."""
    before = amounts.temperature(degrees)
    if wanted == "gas":
        mark = gas_mark(degrees)
        text = wording.GAS_MARK if mark else wording.NO_GAS_MARK
        return text.format(before=before, mark=mark)
    system: System = "imperial" if wanted == "fahrenheit" else "metric"
    near, changed = in_degrees(degrees, system, grain=1)
    if not changed:
        return f"{before}."
    about = "" if celsius(near) == celsius(degrees) else "about "
    after = f"{about}{amounts.temperature(near)}"
    return wording.IN_OTHER_WORDS.format(before=before, after=after)


def gas_mark(degrees: Temperature) -> str:
    """The nearest gas mark; "" where there is none so hot or so cool."""
    hot = celsius(degrees)
    if not 100 <= hot <= _HOTTEST_C:
        return ""
    return min(GAS_MARKS, key=lambda mark: abs(GAS_MARKS[mark][0] - hot))


def celsius(degrees: Temperature) -> Fraction:
    """A temperature in degrees Celsius."""
    if degrees.scale == "celsius":
        return Fraction(degrees.degrees)
    return Fraction((degrees.degrees - 32) * 5, 9)


def said(text: str, other: str = "") -> Temperature | None:
    """The degrees these words give; without a scale, those that aren't asked for."""
    words = re.sub(r"[°º]\s*(?=[cf]\b)", " degrees ", text).split()
    for start, word in enumerate(words):
        for end, value in _numbers(words, start):
            rest = " ".join(words[end : end + 2])
            if word in {"a", "an", "one", "second"} and value < 10 and "gas" not in text:
                break
            if start and words[start - 1] == "mark":
                return _of_mark(value)
            return _scaled(value, rest, other)
    return None


def _numbers(words: list[str], start: int) -> list[tuple[int, Fraction]]:
    """The numbers that can be read here, "one eighty" among them."""
    found = quantities(words, start)
    if words[start] in {"one", "two", "three", "four"} and start + 1 < len(words):
        tens = [(end, value) for end, value in quantities(words, start + 1) if 10 <= value < 100]
        if tens:
            return [(tens[0][0], found[-1][1] * 100 + tens[0][1])]
    return found[:1]


def _scaled(value: Fraction, rest: str, other: str) -> Temperature | None:
    if value != int(value) or value > 1000:
        return None
    scale = "fahrenheit" if re.search(r"\b(?:fahrenheit|f)\b", rest) else "celsius"
    if other == "celsius" or (value > 300 and "c" not in rest.split()):
        scale = "fahrenheit"
    return Temperature(int(value), scale)  # type: ignore[arg-type]


def _of_mark(value: Fraction) -> Temperature | None:
    names = {Fraction(1, 4): "a quarter", Fraction(1, 2): "a half"}
    mark = names.get(value, str(value))
    return Temperature(GAS_MARKS[mark][0]) if mark in GAS_MARKS else None
