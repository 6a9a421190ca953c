"""Where the parts are made and a cook is begun or picked up again."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from voicecook.cook import (
    MOST_DISHES,
    Session,
    Timer,
    clock_was_set,
    fingerprint,
    handed_over,
)
from voicecook.errors import UsageError
from voicecook.kitchen.diary import Diary, Entry
from voicecook.recipe import Recipe, find_recipe, load_recipe, together

if TYPE_CHECKING:
    from voicecook.hearing import SpeechModel
    from voicecook.speaking import Synthesiser

FIRST_RECIPE = "honey-glazed-pork-belly"
"""What is cooked when nothing is named and nothing was interrupted."""
FORGOTTEN_AFTER = timedelta(hours=18)
"""A cook left alone longer than this is not picked up again."""
UNREADABLE = "I couldn't read my diary, so we start afresh. I kept the old one."
ANOTHER = "I've put {dish} aside; we were at step {number}."
FORGOTTEN = "It's long ago that we left {dish} at step {number}, so I've put that aside."
GONE = "I can't read the recipe for {dish} any more, so I've put that aside at step {number}."
CHANGED = "The recipe for {dish} has changed since we stopped."
STEP_GONE = "The step we were at is gone, so check where we are."


@dataclass(frozen=True, slots=True)
class Beginning:
    """A session to start with."""

    session: Session
    seen: datetime | None = None
    """When an interrupted cook was last known to run; None for a new one."""
    remark: str = ""
    """What the cook ought to know first."""


@dataclass(frozen=True, slots=True)
class Running:
    """What runs in a page that is not gone on with."""

    timers: tuple[Timer, ...]
    seen: datetime
    """When they were last known to run."""
    unsure: bool = False
    """Whether the clock was in doubt."""


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
    """Pick up the interrupted cook, or begin a new one. Raises UsageError for a bad recipe.

    A page that is not gone on with is set aside, and what runs in it is handed over.
    """
    try:
        entry = diary.load()
    except ValueError:
        found = diary.salvaged()
        seen = max((timer.started for timer in found), default=now)
        return _afresh(recipes, diary, now, UNREADABLE, Running(found, seen))
    if entry is None:
        return Beginning(_new(recipes))
    running = Running(entry.kept.timers, entry.seen, entry.kept.fields["clock_unsure"])
    if recipes and {_resolved(str(find_recipe(one))) for one in recipes} != _files(entry):
        return _afresh(recipes, diary, now, _left_words(entry, ANOTHER), running)
    if now - entry.seen > FORGOTTEN_AFTER and clock_was_set(entry.seen):
        return _afresh(recipes, diary, now, _left_words(entry, FORGOTTEN), running)
    try:
        menu = menu_of(entry.recipes)
    except UsageError:
        return _afresh(recipes, diary, now, _left_words(entry, GONE), running)
    return Beginning(entry.session(menu), entry.seen, _changed_words(entry, menu))


def _afresh(
    recipes: Sequence[str], diary: Diary, now: datetime, remark: str, running: Running
) -> Beginning:
    """A new cook, with what still runs of the one before; its page is kept."""
    session = _new(recipes)
    diary.set_aside()
    session, missed = handed_over(session, running.timers, running.seen, now, running.unsure)
    return Beginning(session, remark=f"{remark} {missed}".strip())


def _left_words(entry: Entry, why: str) -> str:
    """What is not gone on with, and why; "" if nothing of it was open."""
    kept = entry.kept
    if kept.fields["mode"] == "finished" or not (kept.position or kept.fields["behind"]):
        return ""
    return why.format(dish=_named(entry.names), number=kept.position + 1)


def _changed_words(entry: Entry, menu: Recipe) -> str:
    """What the cook must know of recipes that were edited meanwhile."""
    parts = zip(entry.names, menu.parts or (menu,), entry.fingerprints, strict=False)
    changed = [name for name, part, was in parts if fingerprint(part) != was]
    if not changed:
        return ""
    words = CHANGED.format(dish=_named(changed))
    return words if entry.kept.place_in(menu) is not None else f"{words} {STEP_GONE}"


def _named(dishes: Sequence[str]) -> str:
    named = [f"the {dish}" for dish in dishes]
    return " and ".join(named) if len(named) < 3 else ", ".join(named[:-1]) + f" and {named[-1]}"


def menu_of(recipes: Sequence[str]) -> Recipe:
    """These recipes, files or names, as one. Raises UsageError for a bad one or one given twice."""
    if not 1 <= len(recipes) <= MOST_DISHES:
        raise UsageError(f"name one to {MOST_DISHES} recipes; these are {len(recipes)}")
    paths = [find_recipe(name) for name in recipes]
    if len({path.resolve() for path in paths}) < len(paths):
        raise UsageError("one recipe is named twice; name each once and scale it by voice")
    return together([load_recipe(path) for path in paths])


def _files(entry: Entry) -> set[str]:
    return {_resolved(one) for one in entry.recipes}


def _resolved(file: str) -> str:
    """The one file this is; a name that no file can have stays as it is."""
    try:
        return os.path.realpath(file)
    except ValueError:
        return file


def _new(recipes: Sequence[str]) -> Session:
    return Session(menu_of(recipes or [FIRST_RECIPE]))
