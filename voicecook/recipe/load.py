"""A recipe file → a `Recipe`, or all its problems at once.

`load(path)` reads a file, `parse(text, source)` a text. Both raise RecipeProblems.
"""

from __future__ import annotations

from pathlib import Path

from voicecook.files import start_of
from voicecook.recipe.fields import Fields
from voicecook.recipe.ingredients import Pantry, read_ingredients
from voicecook.recipe.model import Recipe
from voicecook.recipe.problems import Place, Problem, Problems, RecipeProblems
from voicecook.recipe.quantities import read_span
from voicecook.recipe.questions import Questions
from voicecook.recipe.steps import read_steps
from voicecook.recipe.templates import speakable
from voicecook.recipe.yaml_nodes import Entry, Listing, Scalar, compose

LARGEST_BYTES = 1_000_000
MOST_SERVED = 500


def load_recipe(path: Path | str) -> Recipe:
    """The recipe in this file. Raises RecipeProblems, or UsageError where there is no such file."""
    source = str(path)
    return parse(_text(path, source), source)


def recipe_names(path: Path | str) -> tuple[str, ...]:
    """What the recipe in this file is called, its name first; of the rest nothing is looked at.

    A third of the work of `load`. () for a file without a name; UsageError as `load` raises it.
    """
    source = str(path)
    root = compose(_text(path, source), Problems(source))
    if not isinstance(root, Entry) or not isinstance(root.items.get("name"), Scalar):
        return ()
    also = root.items.get("also")
    found = [root.items["name"], *(also.items if isinstance(also, Listing) else [also])]
    return tuple(" ".join(one.text.split()) for one in found if isinstance(one, Scalar))


def parse(text: str, source: str = "recipe") -> Recipe:
    """The recipe in this text; `source` names it in messages. Raises RecipeProblems."""
    if not text.strip():
        raise _whole_file(source, "the file is empty; docs/recipes.md shows what goes in")
    problems = Problems(source)
    recipe = _recipe(Fields(compose(text, problems), "recipe", problems), source)
    problems.raise_if_any()
    return recipe


def _recipe(fields: Fields, source: str) -> Recipe:
    ingredients, groups = read_ingredients(fields)
    pantry = Pantry(ingredients)
    also = _spoken_names(fields)
    questions = Questions(fields, pantry, _dish(also))
    return Recipe(
        name=fields.text("name"),
        ingredients=ingredients,
        steps=read_steps(fields, pantry),
        also=also,
        intro=fields.text("intro", "long"),
        serves=_serves(fields),
        chill_within_s=_chill_within_s(fields),
        course=fields.text("course"),
        cuisine=fields.text("cuisine"),
        difficulty=fields.text("difficulty"),
        tools=fields.texts("tools"),
        questions=questions.read(),
        disagreements=questions.disagreements,
        source=source,
        groups=groups,
    )


def _spoken_names(fields: Fields) -> tuple[str, ...]:
    """What else the dish is called; names that can't be spoken are noted and left out."""
    recipe_names = fields.scalars("also")
    for name in recipe_names:
        if not speakable(name.text):
            fields.problems.add(name.place, '"also" is spoken; use words without signs or figures')
    return tuple(name.text for name in recipe_names if speakable(name.text))


def _dish(also: tuple[str, ...]) -> str:
    """What `<dish>` stands for in a way to ask."""
    return "|".join(["(it|this", *(f"the {name.lower()}" for name in also[:4])]) + ")"


def _serves(fields: Fields) -> int | None:
    text = fields.text("serves")
    if not text:
        return None
    if not (text.isascii() and text.isdigit() and 1 <= int(text[:6]) <= MOST_SERVED):
        fields.note(
            "serves", f'"serves" is a whole number from 1 to {MOST_SERVED}, like "serves: 4"'
        )
        return None
    return int(text)


def _chill_within_s(fields: Fields) -> int:
    length = fields.value("chill_within", read_span)
    return length.low_s if length else 0


def _text(path: Path | str, source: str) -> str:
    raw = start_of(path, LARGEST_BYTES)
    if len(raw) > LARGEST_BYTES:
        raise _whole_file(source, "the file is larger than 1 MB; a recipe is a few kilobytes")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise _at_line(source, line, "this is not UTF-8 text; save the file as UTF-8") from None
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise _at_line(source, line, "there is a zero byte here; this is no text file")
    return text


def _whole_file(source: str, what: str) -> RecipeProblems:
    return _at_line(source, 1, what)


def _at_line(source: str, line: int, what: str) -> RecipeProblems:
    return RecipeProblems(source, [Problem(Place(line, 1), what)])
