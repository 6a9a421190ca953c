"""Decodes an utterance while it is still being spoken."""

from __future__ import annotations

from dataclasses import replace
from typing import Protocol

from voicecook.hearing.recogniser import Hypothesis


class Decodes(Protocol):
    """What a decoder can do."""

    @property
    def heard_s(self) -> float:
        """How much it has been given in its life, in seconds."""
        ...

    def feed(self, audio: bytes) -> tuple[Hypothesis, ...] | None:
        """Take some sound; the readings if the decoder thinks the utterance is over."""
        ...

    def partial(self) -> str:
        """The partial result: the words so far."""
        ...

    def finish(self) -> tuple[Hypothesis, ...]:
        """Read what was fed to its very end, and begin afresh."""
        ...


class UtteranceDecoder:
    """A decoder that is given an utterance piece by piece, and again from the start if need be."""

    def __init__(self, decoder: Decodes) -> None:
        decoder.finish()  # it may be shared, and in the midst of something
        self.decoder = decoder
        self._given = 0
        self._before: tuple[Hypothesis, ...] = ()

    def catch_up(self, audio: bytearray) -> tuple[Hypothesis, ...] | None:
        """Give it what it has not had yet; the readings if it thinks the utterance is over."""
        new = bytes(audio[self._given :])
        self._given = len(audio)
        ended = self.decoder.feed(new) if new else None
        if ended:
            self._before = self._whole(ended)
        return ended

    def finish(self, audio: bytearray) -> tuple[Hypothesis, ...]:
        """Read the utterance to its very end."""
        self.catch_up(audio)
        found = self._whole(self.decoder.finish())
        self._given = 0
        self._before = ()
        return found

    def read(self, sound: bytearray) -> tuple[Hypothesis, ...]:
        """Read a sound that was not followed, from beginning to end."""
        self.forget()
        return self.finish(sound)

    def forget(self) -> None:
        """Be ready for another utterance."""
        if self._given:
            self.finish(bytearray())

    def _whole(self, found: tuple[Hypothesis, ...]) -> tuple[Hypothesis, ...]:
        """With what came before a pause so long that the decoder began afresh."""
        last = found[0]
        if not self._before or not (last.text or self._before[0].text):
            before = self._before[0].score if self._before else 0.0
            return tuple(replace(each, score=before + each.score) for each in found)
        if not last.text:
            return tuple(replace(each, score=each.score + last.score) for each in self._before)
        first = self._before[0]
        return tuple(
            Hypothesis(
                f"{first.text} {each.text}".strip(),
                first.score + each.score,
                first.start_s if first.text else each.start_s,
                each.end_s,
            )
            for each in found
        )
