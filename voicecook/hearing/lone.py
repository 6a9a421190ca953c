"""One-word commands, heard among everyday words.

Said alone, a short word is soon lost among thousands of phrases, above all in noise. So it is read
once more with a small vocabulary: the words that are commands by themselves, and a few hundred
everyday words that anyone may say. Only what still sounds more like the command counts.
"""

from __future__ import annotations

from collections.abc import Callable

from voicecook.hearing.everyday import everyday_words
from voicecook.hearing.reader import Reader
from voicecook.hearing.recogniser import Hypothesis, SpeechModel

LIKELIER = 33
"""How much likelier than an everyday word a command is taken to be."""
LISTED = 12
"""How often everything is listed: the more, the fewer words are strung together."""
LONGEST = 2.5
"""Seconds after which an utterance is no single word."""
BYTES_S = 32_000


class LoneWords:
    """Follows an utterance for as long as it may be a single word."""

    def __init__(
        self, model: SpeechModel, phrases: list[str], means: Callable[[str], object]
    ) -> None:
        """`phrases` are listened for anyway; `means` tells which of them are commands."""
        self._commands = frozenset(p for p in phrases if " " not in p and means(p))
        others = sorted(word for word in everyday_words() if not means(word))
        listed = [*sorted(self._commands) * LIKELIER, *others] * LISTED
        self._reader = Reader(model.words(listed))
        self._alone = True

    def begin(self) -> None:
        """Another utterance begins."""
        self._reader.forget()
        self._alone = bool(self._commands)

    def follow(self, audio: bytearray) -> None:
        """Take what is new of the utterance, unless there are several words already."""
        if not self._alone:
            return
        ended = self._reader.catch_up(audio)
        words = len((ended[0].text if ended else self._reader.decoder.partial()).split())
        self._alone = words <= 1 and len(audio) < LONGEST * BYTES_S

    def read(self, audio: bytearray) -> Hypothesis | None:
        """The command it is, if it is a single one."""
        if not self._alone:
            return None
        best = self._reader.finish(audio)[0]
        return best if best.text in self._commands else None
