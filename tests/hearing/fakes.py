"""A recogniser whose sounds are words at sight: each 20 ms frame holds the number of one word."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import groupby

import numpy as np

from voicecook.hearing.recogniser import UNKNOWN, Hypothesis
from voicecook.hearing.voice_activity import FRAME, FRAME_S
from voicecook.sound.pcm import Pcm

LOUD = 2000
"""From this sample value on a frame is a word; below, it is the room."""
STEP = 100
WORDS = ("repeat", "stop", "the", "timer", "next", "weather", "is", "nice", "quit")
A_WORD = 10
"""Frames that a word lasts: 0.2 s."""


def spoken(text: str) -> list[Pcm]:
    """These words, frame by frame."""
    return [word for name in text.split() for word in [_frame(name)] * A_WORD]


def room(frames: int, loudness: int = 1) -> list[Pcm]:
    """So many frames of a room in which nobody speaks."""
    return [np.full(FRAME, loudness, np.int16)] * frames


def as_bytes(frames: Iterable[Pcm]) -> bytearray:
    return bytearray(b"".join(frame.tobytes() for frame in frames))


def _frame(word: str) -> Pcm:
    return np.full(FRAME, LOUD + STEP * WORDS.index(word), np.int16)


def _word(value: int) -> str:
    return WORDS[(value - LOUD) // STEP] if value >= LOUD else ""


@dataclass
class FakeDecoder:
    """Hears the words it is given; `known` are those it can tell from an unknown one."""

    known: Callable[[str], bool] = lambda word: True
    heard_s: float = 0.0
    had: bytearray = field(default_factory=bytearray)
    finished: int = 0

    def feed(self, audio: bytes) -> None:
        self.heard_s += len(audio) / 2 / FRAME * FRAME_S
        self.had += audio

    def partial(self) -> str:
        return self._reading().text

    def finish(self) -> tuple[Hypothesis, ...]:
        found, self.had = self._reading(), bytearray()
        self.finished += 1
        return (found,)

    def _reading(self) -> Hypothesis:
        values = np.frombuffer(bytes(self.had), np.int16)[::FRAME].tolist()
        runs = [(word, len(list(run))) for word, run in groupby(map(_word, values))]
        ends = np.cumsum([0, *(length for _, length in runs)]) * FRAME_S
        told = [
            (word if self.known(word) else UNKNOWN, start, end)
            for (word, _), start, end in zip(runs, ends, ends[1:], strict=False)
            if word
        ]
        if not told:
            return Hypothesis("", 0.0, 0.0, 0.0)
        text = " ".join(word for word, _, _ in told)
        return Hypothesis(text, float(len(told)), told[0][1], told[-1][2])


class FakeModel:
    """What makes such decoders, and remembers them."""

    def __init__(self) -> None:
        self.grammars: list[FakeDecoder] = []
        self.english: list[FakeDecoder] = []

    def grammar(self, phrases: Sequence[str]) -> FakeDecoder:
        words = {word for phrase in phrases for word in phrase.split()}
        self.grammars.append(FakeDecoder(words.__contains__))
        return self.grammars[-1]

    def words(self, words: Sequence[str]) -> FakeDecoder:
        return FakeDecoder(set(words).__contains__)

    def dictation(self) -> FakeDecoder:
        return self.english[-1] if self.english else self.dictation_afresh()

    def dictation_afresh(self) -> FakeDecoder:
        self.english.append(FakeDecoder())
        return self.english[-1]
