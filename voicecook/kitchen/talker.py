"""The kitchen's speaker: says what the session wants said, and tells what was heard of it."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from voicecook.cook import WasCut, WasSaid, Witness
from voicecook.speaking import Mouth, Played


class Talker:
    """Texts go to the speaking room; what became of them comes back with `report`."""

    def __init__(self, mouth: Mouth, witness: Witness) -> None:
        self._mouth = mouth
        self._witness = witness
        self._texts: dict[int, str] = {}

    @property
    def speaking(self) -> bool:
        """Whether anything is being said or waits to be said."""
        return self._mouth.player.speaking

    def say(self, text: str, kind: Literal["answer", "alert"], loudness: float = 1.0) -> None:
        """Speak after what is waiting, an alert before it, at a share of the usual volume."""
        self._texts[self._mouth.say(text, kind, loudness)] = text

    def chime(self, loudness: float) -> None:
        """Sound the bell before the next alert, at a share of the usual volume."""
        self._mouth.player.chime(loudness)

    def hush(self) -> None:
        """Be silent at once and forget what was waiting."""
        self._mouth.hush()

    def tune(self, volume: float, rate: int) -> None:
        """Speak like this from now on."""
        self._mouth.player.set_volume(volume)
        self._mouth.rate = rate

    def lose_power(self) -> None:
        """Everything that was to be said is gone, and nobody is told."""
        self._mouth.hush()
        self._mouth.player.next_block(self._mouth.player.rate)
        self._mouth.player.events.clear()
        self._texts.clear()

    def report(self, at: datetime) -> None:
        """Tell the witness what has begun and what was cut since the last time."""
        while self._mouth.player.events:
            self._tell(self._mouth.player.events.popleft(), at)

    def _tell(self, played: Played, at: datetime) -> None:
        if played.what == "began" and played.utterance in self._texts:
            self._witness.note(WasSaid(at, self._texts.pop(played.utterance)))
        elif played.what == "cut" and played.kind != "chime":
            self._witness.note(WasCut(at, played.text))
        elif played.what == "forgotten":
            self._texts.pop(played.utterance, None)
