"""Texts into sentences, sentences into sound, sound into the player, in the right order."""

from __future__ import annotations

from concurrent.futures import Executor, ThreadPoolExecutor
from itertools import count
from typing import TYPE_CHECKING, Literal

import numpy as np

from voicecook.errors import VoicecookError
from voicecook.speaking.player import Player, Sentence
from voicecook.speaking.pronounce import pronounce
from voicecook.speaking.sentences import sentences
from voicecook.speaking.synthesiser import VOICE, VOICE_RATE, WORDS_A_MINUTE, Synthesiser

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from voicecook.speaking.synthesiser import Sound


class Mouth:
    """Says texts through a player.

    With `at_once` every sentence is rendered before `say` returns, which virtual time needs;
    otherwise `say` returns at once and the first sentence is heard as soon as it is rendered.
    """

    def __init__(
        self, player: Player, synthesiser: Synthesiser, *, voice: str = VOICE, at_once: bool = False
    ) -> None:
        self.player = player
        self.rate = WORDS_A_MINUTE
        """Words a minute of what is said from now on."""
        self.trouble: VoicecookError | None = None
        """Why a sentence could not be rendered, once that has happened."""
        self._voice = voice
        self._synthesiser = synthesiser
        self._ids = count(1)
        self._hushes = 0
        self._renderer: Executor | None = (
            None if at_once else ThreadPoolExecutor(1, "voicecook-render")
        )

    def say(
        self, text: str, kind: Literal["answer", "alert"] = "answer", loudness: float = 1.0
    ) -> int:
        """Speak `text` as a person would read it; returns the number of this utterance."""
        utterance = next(self._ids)
        texts = sentences(pronounce(text))
        spoken = [
            Sentence(text, kind, utterance, last=index == len(texts) - 1, loudness=loudness)
            for index, text in enumerate(texts)
        ]
        self.player.say(*spoken)
        for sentence in spoken:
            if self._renderer is None:
                self._render(sentence, self.rate, self._hushes)
            else:
                self._renderer.submit(self._render, sentence, self.rate, self._hushes)
        return utterance

    def prepare(self, text: str) -> None:
        """Render `text` ahead, in the background, because it will probably be said soon."""
        if self._renderer is None:
            return
        for sentence in sentences(pronounce(text)):
            self._synthesiser.prepare(sentence, voice=self._voice, rate=self.rate)

    def hush(self) -> None:
        """Fall silent within a block and forget what waits."""
        self._hushes += 1
        self.player.hush()

    def close(self) -> None:
        """Render nothing more."""
        if self._renderer is not None:
            self._hushes += 1
            self._renderer.shutdown(cancel_futures=True)

    def _render(self, sentence: Sentence, rate: int, hushes: int) -> None:
        sound = _SILENCE
        try:
            if hushes == self._hushes:  # else it is forgotten already, and others wait
                sound = self._synthesiser.render(sentence.text, voice=self._voice, rate=rate)
        except VoicecookError as trouble:
            self.trouble = trouble
            raise
        finally:  # a sentence that cannot be rendered must not hold up those behind it
            sentence.samples = resampled(sound, self.player.rate)


def resampled(sound: Sound, rate: int) -> NDArray[np.float32]:
    """A rendered sound at another rate, as float32 from -1 to 1."""
    import soxr

    samples = np.asarray(sound, np.float32) / np.float32(32_768)
    return (
        samples
        if rate == VOICE_RATE
        else np.asarray(soxr.resample(samples, VOICE_RATE, rate), np.float32)
    )


_SILENCE: Sound = np.zeros(0, np.int16)
