"""The recogniser, loaded once, and a synthetic cook."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from voicecook.commands.intents import Context
from voicecook.hearing.decisions import Decision
from voicecook.hearing.ear import Ear
from voicecook.hearing.recogniser import SpeechModel, load_model
from voicecook.model.files import model_path
from voicecook.sound.audio_files import read_all
from voicecook.sound.pcm import Pcm

from .phrasebook import KITCHEN

Speak = Callable[..., Pcm]
Hear = Callable[..., list[Decision]]


@pytest.fixture(scope="session")
def model() -> SpeechModel:
    return load_model(model_path())


@pytest.fixture(scope="session")
def speak(tmp_path_factory: pytest.TempPathFactory) -> Speak:
    folder = tmp_path_factory.mktemp("spoken")

    def speak(text: str, voice: str = "en-us") -> Pcm:
        """The sentence as an espeak-ng voice says it, with some quiet before and after."""
        wav = folder / f"{text}-{voice}.wav".replace(" ", "_")
        if not wav.exists():
            subprocess.run(["espeak-ng", "-v", voice, "-s", "160", "-w", wav, text], check=True)
        return np.pad(read_all(Path(wav)), (8000, 16000))

    return speak


@pytest.fixture(scope="session")
def hear(model: SpeechModel) -> Hear:
    def hear(
        audio: Pcm,
        context: Context = Context.COOKING,
        block: int = 640,
        reference: Pcm | None = None,
    ) -> list[Decision]:
        """What a fresh ear decides about this sound."""
        ear = Ear(KITCHEN, model, context)
        decisions: list[Decision] = []
        for start in range(0, len(audio), block):
            stop = start + block
            played = None if reference is None else reference[start:stop]
            decisions += ear.feed(audio[start:stop], played)
        return decisions

    return hear
