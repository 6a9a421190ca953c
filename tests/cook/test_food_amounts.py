"""How amounts and temperatures are said."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voicecook.cook.food import amounts
from voicecook.cook.food.measures import System, measured
from voicecook.recipe.model import Amount, Ingredient, Temperature
from voicecook.recipe.quantities import ingredient_line, leading_amount

AS_WRITTEN = [
    ("1 kg", "a kilo"),
    ("1.5 kg", "one and a half kilos"),
    ("1/2 kg", "half a kilo"),
    ("1.2 kg", "one point two kilos"),
    ("500 g", "500 grams"),
    ("1 l", "a litre"),
    ("1 tsp", "one teaspoon"),
    ("4 tbsp", "four tablespoons"),
    ("1/4 tsp", "a quarter of a teaspoon"),
    ("1/2 tsp", "half a teaspoon"),
    ("3/4 tsp", "three quarters of a teaspoon"),
    ("2/3 cup", "two thirds of a cup"),
    ("1/2 oz", "half an ounce"),
    ("1 1/2 cups", "one and a half cups"),
    ("3 cloves", "three cloves"),
    ("2-3 tbsp", "two to three tablespoons"),
    ("1/2 to 1 tsp", "half to one teaspoon"),
    ("1/4 to 1/2 tsp", "a quarter to half a teaspoon"),
    ("1/2 to 1 kg", "half to one kilo"),
    ("a pinch", "a pinch"),
    ("2 pinches", "two pinches"),
    ("12 oz", "twelve ounces"),
    ("13 oz", "13 ounces"),
]

SCALED = [
    ("1 tsp", "3/2", "one and a half teaspoons"),
    ("4 tbsp", "1/3", "one and a third tablespoons"),
    ("1 tsp", "1/4", "a quarter of a teaspoon"),
    ("1 tsp", "3", "one tablespoon"),
    ("1 tsp", "4", "four teaspoons"),
    ("3 tsp", "3/2", "one and a half tablespoons"),
    ("1 tbsp", "1/3", "one teaspoon"),
    ("1 tbsp", "1/2", "half a tablespoon"),
    ("1 tbsp", "1/4", "three quarters of a teaspoon"),
    ("1 kg", "3/2", "one and a half kilos"),
    ("1 kg", "1/2", "500 grams"),
    ("1 kg", "1/3", "about 330 grams"),
    ("500 g", "2", "a kilo"),
    ("400 g", "3", "1200 grams"),
    ("3 cloves", "1/2", "one and a half cloves"),
    ("2 to 3 tbsp", "2", "four to six tablespoons"),
    ("1/8 tsp", "1/4", "about a pinch"),
    ("1 pinch", "1/2", "about a pinch"),
    ("3 tbsp", "5/7", "about two and a quarter tablespoons"),
    ("11 tbsp", "5/4", "about 14 tablespoons"),
]

CONVERTED: list[tuple[str, System, str]] = [
    ("1 kg", "imperial", "about two and a quarter pounds"),
    ("500 g", "imperial", "about 18 ounces"),
    ("250 g", "imperial", "about nine ounces"),
    ("100 g", "imperial", "about three and a half ounces"),
    ("1 l", "imperial", "about four and a quarter cups"),
    ("250 ml", "imperial", "about one cup"),
    ("100 ml", "imperial", "about three and a half fluid ounces"),
    ("50 ml", "imperial", "three and a third tablespoons"),
    ("5 ml", "imperial", "one teaspoon"),
    ("2 cm", "imperial", "about one inch"),
    ("1 lb", "metric", "about 450 grams"),
    ("2 cups", "metric", "480 millilitres"),
    ("8 oz", "metric", "about 225 grams"),
    ("1 quart", "metric", "about 950 millilitres"),
    ("1 inch", "metric", "about two and a half centimetres"),
    ("1 tbsp", "metric", "one tablespoon"),
    ("1 tbsp", "imperial", "one tablespoon"),
    ("1 lb", "imperial", "a pound"),
    ("3 cloves", "imperial", "three cloves"),
]

LINES = [
    ("1 kg pork belly", "1", "a kilo of pork belly"),
    ("3 cloves garlic", "1", "three cloves of garlic"),
    ("3 cloves garlic", "1/3", "one clove of garlic"),
    ("2 eggs", "1", "two eggs"),
    ("2 eggs", "1/2", "one egg"),
    ("2 eggs", "3/4", "one and a half eggs"),
    ("1 onion", "1/2", "half an onion"),
    ("1 onion", "3", "three onions"),
    ("4 cherry tomatoes", "1/4", "one cherry tomato"),
    ("1 bay leaf", "2", "two bay leaves"),
    ("salt", "2", "salt"),
    ("a handful of basil leaves", "1", "a handful of basil leaves"),
]


def _amount(text: str) -> Amount:
    found = leading_amount(f"{text} of something")[0]
    assert found is not None
    return found


@pytest.mark.parametrize(("written", "said"), AS_WRITTEN)
def test_the_recipes_own_figures_are_said_in_words(written: str, said: str) -> None:
    assert amounts.amount(measured(_amount(written))) == said


@pytest.mark.parametrize(("written", "scale", "said"), SCALED)
def test_scaled_amounts_can_be_measured(written: str, scale: str, said: str) -> None:
    assert amounts.amount(measured(_amount(written), Fraction(scale))) == said


@pytest.mark.parametrize(("written", "system", "said"), CONVERTED)
def test_other_units_are_rounded_as_a_cook_would(written: str, system: System, said: str) -> None:
    assert amounts.amount(measured(_amount(written), system=system)) == said


@pytest.mark.parametrize(("line", "scale", "said"), LINES)
def test_an_ingredient_is_named_after_its_amount(line: str, scale: str, said: str) -> None:
    amount, name, _ = ingredient_line(line)
    assert amounts.serving(Ingredient(name, amount), Fraction(scale)) == said


@pytest.mark.parametrize(
    ("heat", "system", "said"),
    [
        (Temperature(170), "", "170 degrees Celsius"),
        (Temperature(170), "metric", "170 degrees Celsius"),
        (Temperature(170), "imperial", "about 340 degrees Fahrenheit"),
        (Temperature(220), "imperial", "about 430 degrees Fahrenheit"),
        (Temperature(350, "fahrenheit"), "", "350 degrees Fahrenheit"),
        (Temperature(350, "fahrenheit"), "metric", "about 175 degrees Celsius"),
        (Temperature(-18), "", "minus 18 degrees Celsius"),
    ],
)
def test_degrees_are_said_with_their_scale(heat: Temperature, system: System, said: str) -> None:
    assert amounts.temperature(heat, system) == said


METRIC = ["gram", "kilogram", "milligram", "millilitre", "litre", "decilitre"]
IMPERIAL = ["ounce", "fluid ounce", "pound", "pint", "cup", "inch"]
UNITS = st.sampled_from(["", "teaspoon", "tablespoon", "clove", "pinch", *METRIC, *IMPERIAL])
FIGURES = st.builds(Fraction, st.integers(1, 20_000), st.sampled_from([1, 2, 3, 4, 8, 10]))
SCALES = st.builds(Fraction, st.integers(1, 12), st.integers(1, 8))


@given(FIGURES, UNITS, SCALES, st.sampled_from(["", "metric", "imperial"]))
def test_no_amount_is_said_with_signs_or_as_nothing(
    figure: Fraction, unit: str, scale: Fraction, system: System
) -> None:
    said = amounts.amount(measured(Amount(figure, figure, unit), scale, system))
    assert said.replace(" ", "").isalnum()
    assert not said.startswith(("no ", "0"))


@given(FIGURES, st.sampled_from(["gram", "millilitre", "cup", "teaspoon", "tablespoon"]), SCALES)
def test_rounding_changes_an_amount_by_a_quarter_at_most(
    figure: Fraction, unit: str, scale: Fraction
) -> None:
    in_grams = {"gram": 1, "kilogram": 1000, "millilitre": 1, "litre": 1000}
    in_grams |= {"teaspoon": 5, "tablespoon": 15, "cup": 240}
    exact = figure * scale
    got = measured(Amount(exact, exact, unit), Fraction(1) + Fraction(1, 10**9)).amount
    if got.unit == "pinch":
        assert exact < Fraction(1, 10)
    elif exact * in_grams[unit] >= 1:
        assert abs(got.low * in_grams[got.unit] / (exact * in_grams[unit]) - 1) < 0.26
