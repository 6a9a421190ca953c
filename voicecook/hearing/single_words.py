"""Isolated-word recognition (keyword spotting): one-word commands among everyday words.

Said alone, a short word is soon lost among thousands of phrases, above all in noise. So it is read
once more with a small vocabulary: the words that are commands by themselves, and a few hundred
everyday words that anyone may say. What comes out is weighed by meaning: "yes", "yeah" and "yep"
stand for each other. Silence is no choice: that something was said is known from elsewhere.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

import numpy as np

from voicecook.hearing.everyday import everyday_words
from voicecook.hearing.recogniser import Hypothesis, SpeechModel
from voicecook.hearing.utterance_decoder import UtteranceDecoder
from voicecook.sound import HEARING_RATE

LIKELIER = 150
"""How much likelier than an everyday word a command is taken to be."""
LISTED = 12
"""How often everything is listed: the more, the fewer words are strung together."""
BEHIND_OTHERS = 0.5
"""How far (log likelihood) a command may lie behind everything else together."""
RIVALS = 2.0
"""How near to the likeliest command another may be and still be asked for."""
LONGEST_S = 1.8
"""Seconds after which an utterance is no single word."""
BYTES_S = 2 * HEARING_RATE


class SingleWords:
    """Follows an utterance for as long as it may be a single word."""

    def __init__(
        self, model: SpeechModel, phrases: list[str], means: Callable[[str], object]
    ) -> None:
        """`phrases` are listened for anyway; `means` tells which of them are commands."""
        commands = sorted({p for p in phrases if " " not in p and means(p)})
        others = sorted(word for word in everyday_words() if not means(word))
        meanings = [means(command) for command in commands]
        self._kinds = {
            command: meanings.index(meant)
            for command, meant in zip(commands, meanings, strict=True)
        }
        self._vocabulary = UtteranceDecoder(model.words([*commands * LIKELIER, *others] * LISTED))
        self._alone = True

    def begin(self) -> None:
        """Another utterance begins."""
        self._vocabulary.forget()
        self._alone = bool(self._kinds)

    def follow(self, audio: bytearray) -> None:
        """Take what is new of the utterance, unless there are several words already."""
        self._alone = self._alone and len(audio) < LONGEST_S * BYTES_S
        if not self._alone:
            return
        ended = self._vocabulary.catch_up(audio)
        words = len((ended[0].text if ended else self._vocabulary.decoder.partial()).split())
        self._alone = words <= 1

    def read(self, audio: bytearray) -> list[Hypothesis]:
        """The commands it may be, likeliest first, if it is a single word."""
        return self._weigh(self._vocabulary.finish(audio)) if self._alone else []

    def read_afresh(self, audio: bytearray) -> list[Hypothesis]:
        """The same for a sound that was not followed."""
        return self._weigh(self._vocabulary.read(audio)) if self._kinds else []

    def _weigh(self, found: Sequence[Hypothesis]) -> list[Hypothesis]:
        """One for each meaning that does not lie far behind all else."""
        words = [each for each in found if each.text]
        weights: dict[int | None, float] = {}
        first: dict[int, Hypothesis] = {}
        for each in words:
            kind = self._kinds.get(each.text)
            weights[kind] = _together(weights.get(kind, -math.inf), each.score)
            if kind is not None:
                first.setdefault(kind, each)
        other = weights.pop(None, -math.inf)
        likeliest = max(weights.values(), default=-math.inf)
        if likeliest < other - BEHIND_OTHERS:
            return []
        near = {kind: weight for kind, weight in weights.items() if weight >= likeliest - RIVALS}
        ranked = sorted(near, key=lambda kind: -near[kind])
        return [first[kind] for kind in ranked if kind is not None]


def _together(one: float, other: float) -> float:
    """The likelihood of either, as a logarithm."""
    return float(np.logaddexp(one, other))
