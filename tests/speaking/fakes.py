"""A voice made of nothing, for tests that need no espeak."""

from __future__ import annotations

import threading

import numpy as np
from numpy.typing import NDArray

from voicecook.errors import MissingError
from voicecook.speaking.synthesiser import VOICE, VOICE_RATE, WORDS_A_MINUTE


class FakeSynthesiser:
    """Every letter sounds for 10 ms; remembers what it was asked. `gate` makes it wait."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, str, int]] = []
        self.gate = threading.Event()
        self.gate.set()

    def render(
        self, text: str, *, voice: str = VOICE, rate: int = WORDS_A_MINUTE
    ) -> NDArray[np.int16]:
        """A steady level, for as long as the text has letters."""
        self.gate.wait(5)
        self.asked.append((text, voice, rate))
        if "broken" in text:
            raise MissingError("The voice is gone")
        return np.full(len(text) * VOICE_RATE // 100, 10_000, np.int16)

    def prepare(self, text: str, *, voice: str = VOICE, rate: int = WORDS_A_MINUTE) -> None:
        """Only remembered."""
        self.asked.append((f"prepare {text}", voice, rate))
