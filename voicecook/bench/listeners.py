"""The two that are compared: the ear, and plain Vosk as one would begin with it."""

from __future__ import annotations

import json
import time
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np

from voicecook.commands import CommandSet, Context, Intent
from voicecook.hearing import (
    ANSWERS,
    FED_BLOCK,
    UNKNOWN,
    Decision,
    Ear,
    Ignored,
    SpeechModel,
    Understood,
)
from voicecook.sound import HEARING_RATE, Pcm

TAIL = np.zeros(HEARING_RATE * 6 // 5, np.int16)
"""Silence after everything: 1.2 s, so that the last word is decided."""

Intents = tuple[Intent, ...]


@dataclass(frozen=True, slots=True)
class Heard:
    """All that was decided about a sound."""

    decisions: tuple[Decision, ...]
    took_s: tuple[float, ...] = field(default=(), compare=False)
    """For each decision, how long the machine worked on the block that brought it."""

    @property
    def acted(self) -> list[Understood]:
        """What was acted on."""
        return [each for each in self.decisions if isinstance(each, Understood)]

    @property
    def ignored(self) -> list[Ignored]:
        """What was heard and rejected."""
        return [each for each in self.decisions if isinstance(each, Ignored)]

    def is_just(self, meant: Intents) -> bool:
        """Whether this was acted on, once, and nothing else."""
        return [each.intents for each in self.acted] == [meant]


@dataclass(slots=True)
class OurEar:
    """The ear of the app, fresh for every sound."""

    commands: CommandSet
    model: SpeechModel
    answers: frozenset[str] = ANSWERS

    def hear(self, audio: Pcm, context: Context, reference: Pcm | None = None) -> Heard:
        """What it decides; `reference` is what the loudspeaker played meanwhile."""
        ear = Ear(self.commands, self.model, context, self.answers)
        audio = np.concatenate([audio, TAIL])
        decisions: list[Decision] = []
        took: list[float] = []
        for at in range(0, len(audio), FED_BLOCK):
            began = time.perf_counter()
            found = ear.feed(audio[at : at + FED_BLOCK], _cut(reference, at, len(audio)))
            took += [time.perf_counter() - began] * len(found)
            decisions += found
        return Heard(tuple(decisions), tuple(took))

    def unjudged(self, heard: Heard, context: Context) -> list[Intents]:
        """What would have been acted on if nothing that means something were rejected."""
        read = [self.commands.heard(each.text, context) for each in heard.ignored]
        return [
            *(each.intents for each in heard.acted),
            *(each for each in read if each and self._counts(each, context)),
        ]

    def _counts(self, intents: Intents, context: Context) -> bool:
        return context is not Context.COOKING or any(
            each.name not in self.answers for each in intents
        )


class PlainVosk:
    """Vosk with the phrases as its grammar, acting on every final result that is a command."""

    def __init__(self, commands: CommandSet, folder: Path) -> None:
        self._model = _vosk_model(folder)
        self._commands = commands
        self._recognisers: dict[Context, Any] = {}

    def hear(self, audio: Pcm, context: Context) -> Heard:
        """What it would have acted on, and when."""
        recogniser = self._recogniser(context)
        audio = np.concatenate([audio, TAIL])
        finals = [
            (recogniser.Result(), (at + FED_BLOCK) / HEARING_RATE)
            for at in range(0, len(audio), FED_BLOCK)
            if recogniser.AcceptWaveform(audio[at : at + FED_BLOCK].tobytes())
        ]
        finals.append((recogniser.FinalResult(), len(audio) / HEARING_RATE))
        found = (self._act(_text(answer), at_s, context) for answer, at_s in finals)
        return Heard(tuple(each for each in found if each))

    def feed(self, block: Pcm, context: Context = Context.COOKING) -> None:
        """A block of an endless stream, for the cost of it."""
        recogniser = self._recogniser(context)
        if recogniser.AcceptWaveform(block.tobytes()):
            recogniser.Result()

    def read_whole(self, audio: Pcm, context: Context) -> Intents:
        """What a recording means when all of it, and the quiet after it, is judged as one."""
        recogniser = self._recogniser(context)
        pieces = [recogniser.AcceptWaveform(audio.tobytes()) and _text(recogniser.Result())]
        pieces.append(_text(recogniser.FinalResult()))
        return self._means(" ".join(piece for piece in pieces if piece), context)

    def _recogniser(self, context: Context) -> Any:
        import vosk

        if context not in self._recognisers:
            grammar = json.dumps([*filter(self._knows, self._commands.phrases(context)), UNKNOWN])
            self._recognisers[context] = vosk.KaldiRecognizer(self._model, HEARING_RATE, grammar)
        return self._recognisers[context]

    def _knows(self, phrase: str) -> bool:
        return all(self._model.vosk_model_find_word(word) >= 0 for word in phrase.split())

    def _act(self, text: str, at_s: float, context: Context) -> Understood | None:
        intents = self._means(text, context)
        return Understood(text, intents, 0.0, at_s, at_s, "endpoint") if intents else None

    def _means(self, text: str, context: Context) -> Intents:
        return () if not text or UNKNOWN in text else self._commands.heard(text, context)


@lru_cache(maxsize=1)
def _vosk_model(folder: Path) -> Any:
    import vosk

    vosk.SetLogLevel(-1)
    return vosk.Model(str(folder))


def _text(answer: str) -> str:
    return str(json.loads(answer)["text"])


def _cut(reference: Pcm | None, at: int, whole: int) -> Pcm | None:
    if reference is None:
        return None
    part = reference[at : at + FED_BLOCK]
    return np.pad(part, (0, min(FED_BLOCK, whole - at) - len(part)))
