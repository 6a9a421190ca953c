"""What is to be heard, mixed block by block: sentences in order, alerts first, silence at once.

Nothing here knows of devices, threads or clocks. `say`, `chime`, `hush` and `set_volume` may be
called from any thread: they only put a note into the inbox. `next_block` alone reads the notes and
owns everything else, so the audio callback never waits for a lock.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import numpy as np

from voicecook.speaking.chime import chime

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Samples = NDArray[np.float32]

Kind = Literal["answer", "alert", "chime"]

FADE_S = 0.005
"""How long a sentence that is cut takes to fall silent, so that it does not click."""
PAUSE_S = 0.25
"""Silence between sentences."""


@dataclass(slots=True, eq=False)
class Sentence:
    """One sentence on its way to the loudspeaker."""

    text: str
    kind: Kind = "answer"
    utterance: int = 0
    """Which `say` it belongs to."""
    last: bool = True
    """Whether it ends its utterance."""
    loudness: float = 1.0
    """As a share of the player's volume."""
    samples: Samples | None = None
    """Mono at the player's rate, -1 to 1; None while it is still being rendered."""


@dataclass(frozen=True, slots=True)
class Played:
    """What became of a sentence.

    It `began`, then `finished` or was `cut` in the middle; or it was `forgotten` before it began.
    """

    what: Literal["began", "finished", "cut", "forgotten"]
    text: str
    kind: Kind
    utterance: int
    last: bool
    """Whether it was the last sentence of its utterance."""


class Player:
    """Mixes sentences into blocks of float32 mono at `rate` samples a second."""

    def __init__(self, rate: int, *, volume: float = 0.8) -> None:
        self.rate = rate
        self.events: deque[Played] = deque(maxlen=1000)
        """What happened, oldest first; whoever listens takes from the left."""
        self._inbox: deque[Sentence | _Hush | _Volume] = deque()
        self._alerts: deque[Sentence] = deque()
        self._answers: deque[Sentence] = deque()
        self._now: Sentence | None = None
        self._position = 0
        self._pause = 0
        self._tail = _NOTHING
        self._volume = self._wanted_volume = volume
        self._chime = chime(rate)

    def say(self, *sentences: Sentence) -> None:
        """Speak these after what waits already; alerts before everything that is no alert."""
        self._inbox.extend(sentences)

    def chime(self, loudness: float = 1.0) -> None:
        """Sound the chime of an alert, in its turn among the alerts."""
        self._inbox.append(Sentence("", "chime", loudness=loudness, samples=self._chime))

    def hush(self) -> None:
        """Fall silent within the next block and forget everything said before this moment."""
        self._inbox.append(_Hush())

    def set_volume(self, volume: float) -> None:
        """From the next block on, this loud (0 to 1)."""
        self._inbox.append(_Volume(min(max(volume, 0.0), 1.0)))

    @property
    def speaking(self) -> bool:
        """Whether anything is being said or waits to be said."""
        return bool(self._inbox or self._now or self._alerts or self._answers)

    def next_block(self, n: int) -> Samples:
        """The next `n` samples. Never blocks, never raises; silence when there is nothing."""
        self._read_inbox()
        block = np.zeros(n, np.float32)
        self._fill(block)
        if self._volume != self._wanted_volume:
            block *= np.linspace(self._volume, self._wanted_volume, n, dtype=np.float32)
            self._volume = self._wanted_volume
        else:
            block *= self._volume
        self._add_tail(block)
        return block

    def _read_inbox(self) -> None:
        for _ in range(len(self._inbox)):
            note = self._inbox[0]
            if isinstance(note, Sentence):
                (self._answers if note.kind == "answer" else self._alerts).append(note)
            elif isinstance(note, _Volume):
                self._wanted_volume = note.volume
            else:
                self._forget_everything()
            self._inbox.popleft()  # last, so that `speaking` never misses it

    def _forget_everything(self) -> None:
        if self._now is not None and self._now.samples is not None:
            rest = self._now.samples[self._position :][: int(FADE_S * self.rate)]
            volume = self._volume * self._now.loudness
            self._tail = rest * np.linspace(volume, 0, len(rest), dtype=np.float32)
            self._report("cut", self._now)
        self._now = None
        self._pause = 0
        for waiting in (*self._alerts, *self._answers):
            self._report("forgotten", waiting)
        self._alerts.clear()
        self._answers.clear()

    def _fill(self, block: Samples) -> None:
        """Sentences and the pauses between them, until the block is full or nothing is ready."""
        at = 0
        while at < len(block):
            if self._pause:
                step = min(self._pause, len(block) - at)
                self._pause -= step
            elif self._begin():
                step = self._copy(block[at:])
            else:
                return
            at += step

    def _begin(self) -> bool:
        """Whether a sentence is being played; takes up the next one that is ready if not."""
        if self._now is not None:
            return True
        waiting = self._alerts or self._answers
        if not waiting or waiting[0].samples is None:
            return False
        self._now, self._position = waiting[0], 0
        waiting.popleft()
        self._report("began", self._now)
        return True

    def _copy(self, space: Samples) -> int:
        sentence = self._now
        assert sentence is not None
        assert sentence.samples is not None
        part = sentence.samples[self._position : self._position + len(space)]
        space[: len(part)] = part * np.float32(sentence.loudness)
        self._position += len(part)
        if self._position >= len(sentence.samples):
            self._now = None
            self._pause = int(PAUSE_S * self.rate)
            self._report("finished", sentence)
        return len(part)

    def _add_tail(self, block: Samples) -> None:
        if not len(self._tail):
            return
        part = self._tail[: len(block)]
        block[: len(part)] += part
        self._tail = self._tail[len(part) :]

    def _report(self, what: Literal["began", "finished", "cut", "forgotten"], of: Sentence) -> None:
        self.events.append(Played(what, of.text, of.kind, of.utterance, of.last))


@dataclass(frozen=True, slots=True)
class _Hush:
    pass


@dataclass(frozen=True, slots=True)
class _Volume:
    volume: float


_NOTHING: Samples = np.zeros(0, np.float32)
