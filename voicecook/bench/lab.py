"""All that a measurement needs at hand, once a process."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from voicecook.bench.corpus import Corpus
from voicecook.bench.listeners import OurEar, PlainVosk
from voicecook.bench.voices import Voices, available
from voicecook.commands import Commands
from voicecook.hearing import ANSWERS, load_model
from voicecook.kitchen import FIRST_RECIPE
from voicecook.model import model_path
from voicecook.recipe import Recipe, find_recipe, load_recipe
from voicecook.speaking import EspeakSynthesiser, Synthesiser

SAID = Path(__file__).with_name("said.yaml")


@dataclass(frozen=True, slots=True)
class Setting:
    """What is measured with; small, so that it can be handed to another process."""

    data: Path | None = None
    """Other people's recordings, where there are any."""
    sentences: Path | None = None
    """Another set of commands (hassil format) in place of voicecook's own."""
    every: int = 1
    """One sound in so many."""


@dataclass(slots=True)
class Lab:
    """The ear, plain Vosk, synthetic cooks and recordings."""

    setting: Setting
    commands: Commands
    recipe: Recipe
    ours: OurEar
    plain: PlainVosk
    synthesiser: Synthesiser
    voices: Voices
    said: dict[str, Any]

    @property
    def corpus(self) -> Corpus:
        """The recordings; only where `setting.data` names some."""
        assert self.setting.data is not None
        return Corpus(self.setting.data, self.setting.every)


@contextmanager
def opened(setting: Setting) -> Iterator[Lab]:
    """A lab for as long as it is needed. Raises MissingError without model or voice."""
    recipe = load_recipe(find_recipe(FIRST_RECIPE))
    commands, answers = _commands(setting, recipe)
    folder = model_path()
    with closing(EspeakSynthesiser()) as voice:
        voice.render("Hello.")  # what is missing is told now, not in the middle
        yield Lab(
            setting,
            commands,
            recipe,
            OurEar(commands, load_model(folder).afresh(), answers),
            PlainVosk(commands, folder),
            voice,
            Voices(voice, available()),
            yaml.safe_load(SAID.read_text(encoding="utf-8")),
        )


def _commands(setting: Setting, recipe: Recipe) -> tuple[Commands, frozenset[str]]:
    if setting.sentences:
        return Commands.from_sentences_file(setting.sentences), frozenset()
    return Commands.for_recipe(recipe), ANSWERS
