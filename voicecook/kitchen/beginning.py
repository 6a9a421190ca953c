"""Where the parts are made and a cook is begun or picked up again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from voicecook.cook import MOST_DISHES, Session, clock_was_set
from voicecook.errors import UsageError
from voicecook.kitchen.diary import Diary
from voicecook.recipe import Recipe, find_recipe, load_recipe, together

if TYPE_CHECKING:
    from voicecook.hearing import SpeechModel
    from voicecook.speaking import Synthesiser

FIRST_RECIPE = "honey-glazed-pork-belly"
"""What is cooked when nothing is named and nothing was interrupted."""
FORGOTTEN_AFTER = timedelta(hours=18)
"""A cook left alone longer than this is not picked up again."""


@dataclass(frozen=True, slots=True)
class Beginning:
    """A session to start with."""

    session: Session
    seen: datetime | None = None
    """When an interrupted cook was last known to run; None for a new one."""
    remark: str = ""
    """What the cook ought to know first."""


@dataclass(frozen=True, slots=True)
class Equipment:
    """What is costly to make and can serve many scenarios."""

    model: SpeechModel
    voice: Synthesiser


@contextmanager
def equipment() -> Iterator[Equipment]:
    """The recogniser's model and the voice, for as long as they are needed. Raises MissingError."""
    from voicecook.hearing import deferred_interrupt, load_model
    from voicecook.model import model_path
    from voicecook.speaking import EspeakSynthesiser

    with deferred_interrupt():
        model = load_model(model_path())
    with closing(EspeakSynthesiser()) as voice:
        voice.render("Hello.")  # what is missing is told now, not in the middle of a cook
        yield Equipment(model, voice)


def begin(recipes: Sequence[str], diary: Diary, now: datetime) -> Beginning:
    """Pick up the interrupted cook, or begin a new one. Raises UsageError for a bad recipe."""
    try:
        entry = diary.load()
    except ValueError:
        diary.set_aside()
        return _new(recipes, "I couldn't read my diary, so we start afresh. I kept the old one.")
    if entry is None or (now - entry.seen > FORGOTTEN_AFTER and clock_was_set(entry.seen)):
        return _new(recipes)
    if recipes and set(map(_file, recipes)) != {Path(one).resolve() for one in entry.recipes}:
        return _new(recipes)
    try:
        return Beginning(entry.session(menu_of(entry.recipes)), entry.seen)
    except (UsageError, ValueError):
        return _new(recipes, "I couldn't go on where we were, so we start afresh.")


def menu_of(recipes: Sequence[str]) -> Recipe:
    """These recipes, files or names, as one. Raises UsageError for a bad one or one given twice."""
    if not 1 <= len(recipes) <= MOST_DISHES:
        raise UsageError(f"name one to {MOST_DISHES} recipes; these are {len(recipes)}")
    paths = [find_recipe(name) for name in recipes]
    if len({path.resolve() for path in paths}) < len(paths):
        raise UsageError("one recipe is named twice; name each once and scale it by voice")
    return together([load_recipe(path) for path in paths])


def _file(recipe: str) -> Path:
    return find_recipe(recipe).resolve()


def _new(recipes: Sequence[str], remark: str = "") -> Beginning:
    return Beginning(Session(menu_of(recipes or [FIRST_RECIPE])), remark=remark)
