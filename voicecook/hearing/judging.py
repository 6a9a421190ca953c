"""Was it meant? A second pass (rescoring) over what the grammar heard, before anything is done."""

from __future__ import annotations

from collections.abc import Sequence

from voicecook.hearing.acceptance import Means, Reading, choose, stands_alone
from voicecook.hearing.agreement import alike
from voicecook.hearing.recogniser import SpeechModel, give_back_memory
from voicecook.hearing.utterance_decoder import UtteranceDecoder
from voicecook.sound import HEARING_RATE, Pcm

WORN_S = 20.0
"""Seconds of sound after which the decoder for English is made anew, as its memory only grows."""
WARM_PIECE, WARM_MOST = 6_400, 80_000
"""Bytes with which a new one is warmed up at once, and altogether: 0.2 and 2.5 s."""
PLAYED_BYTES = 2 * HEARING_RATE * 10
"""Bytes kept of what the loudspeaker played: 10 s."""
MARGIN_S = 0.3


class Judge:
    """Reads an utterance with all of English, and knows what the loudspeaker was saying."""

    def __init__(self, model: SpeechModel) -> None:
        self._model = model
        self._english = UtteranceDecoder(model.dictation())
        self._sample = b""
        """What English is yet to be warmed up with."""
        self._last = b""
        self._played = bytearray()

    def played(self, sound: Pcm) -> None:
        """What the loudspeaker has played meanwhile."""
        self._played += sound.tobytes()
        del self._played[:-PLAYED_BYTES]

    @property
    def speaking(self) -> bool:
        """Whether the loudspeaker has sounded in the last half second."""
        return self._played.count(0, -HEARING_RATE) < min(HEARING_RATE, len(self._played))

    def begin(self) -> None:
        """Another utterance begins."""
        if self._sample:
            self._sample = b""
            self._english.decoder.finish()
        self._english.forget()

    def rest(self) -> None:
        """Use 20 ms in which nobody speaks: a worn decoder is replaced, then warmed up.

        The first sounds that a decoder hears take four times as long, so it is given old ones.
        """
        if self._sample:
            piece, self._sample = self._sample[:WARM_PIECE], self._sample[WARM_PIECE:]
            self._english.decoder.feed(piece)
            if not self._sample:
                self._english.decoder.finish()
                give_back_memory()
        elif self._english.decoder.heard_s > WORN_S:
            self._sample = self._last
            del self._english
            self._english = UtteranceDecoder(self._model.dictation_afresh())

    def listen_ahead(self, audio: bytearray) -> None:
        """Read what there is so far, so that little is left to do at the end."""
        self._english.catch_up(audio)

    def choose(
        self,
        readings: Sequence[Reading],
        audio: bytearray,
        quiet_s: float,
        means: Means,
    ) -> Reading | None:
        """Which of these readings of one sound it is, if it is any.

        `quiet_s` is how long nobody had spoken before.
        """
        if not any(stands_alone(each, quiet_s) for each in readings):
            return None
        cleared = readings[0].cleared
        self._last = bytes(audio[-WARM_MOST:])
        others = self._english.finish(audio) if cleared is None else self._english.read(cleared)
        return choose(readings, others, quiet_s, means, self.speaking)

    def said_itself(self, text: str, ago_s: float) -> bool:
        """Whether the loudspeaker was saying these very words from so long ago on."""
        played = self._played[-2 * int((ago_s + MARGIN_S) * HEARING_RATE) :]
        if not any(played):
            return False
        readings = self._english.finish(played)
        return any(
            alike(text, each.text) > 0.5 or f" {text} " in f" {each.text} " for each in readings
        )
