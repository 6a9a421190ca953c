"""A kitchen in which nothing sounds: what is said takes its time all the same, and time jumps.

For scripts that are typed. Neither the recogniser nor the voice is needed, so a whole conversation
takes milliseconds, and its timers stand where they would if the app had spoken.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from voicecook.cook import WasCut, WasSaid, Witness
from voicecook.kitchen import Kitchen
from voicecook.rehearsal.virtual import LONGEST_TALK, Watcher
from voicecook.speaking import pronounce, sentences

LETTER_S = 0.06
"""What a letter of a sentence takes the voice at its usual pace; right to about 8 %."""
USUAL_RATE = 165
"""Words a minute of that pace."""
PAUSE_S = 0.25
"""Between sentences."""
CHIME_S = 0.92
SHORTEST_STEP = timedelta(seconds=0.02)
"""Time goes on by at least this, so that it always goes on."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One sentence or chime that waits for its turn."""

    sentence: str
    lasts_s: float
    whole: str = ""
    """What is said in all, with the first of its sentences."""


class QuietMouth:
    """Says nothing, in the order and at the pace in which the voice would say it."""

    def __init__(self, now: datetime, witness: Witness) -> None:
        self._now = self._free_at = now
        self._witness = witness
        self._rate = USUAL_RATE
        self._alerts: deque[Piece] = deque()
        self._answers: deque[Piece] = deque()
        self._sentence = ""

    @property
    def speaking(self) -> bool:
        """Whether anything is being said or waits to be said."""
        return self._free_at > self._now or bool(self._alerts or self._answers)

    @property
    def next_change(self) -> datetime | None:
        """When the next sentence begins, or the last one is over; None if nothing is said."""
        return max(self._free_at, self._now) if self.speaking else None

    def say(self, text: str, kind: Literal["answer", "alert"], loudness: float = 1.0) -> None:
        """Speak after what is waiting, an alert before it."""
        waiting = self._alerts if kind == "alert" else self._answers
        for index, sentence in enumerate(sentences(pronounce(text))):
            lasts_s = len(sentence) * LETTER_S * USUAL_RATE / self._rate
            waiting.append(Piece(sentence, lasts_s, "" if index else text))

    def chime(self, loudness: float) -> None:
        """The bell before the next alert takes its time, too."""
        self._alerts.append(Piece("", CHIME_S))

    def hush(self) -> None:
        """Fall silent and forget what was waiting."""
        if self._free_at > self._now and self._sentence:
            self._witness.note(WasCut(self._now, self._sentence))
        self.lose_power()

    def lose_power(self) -> None:
        """Everything that was to be said is gone, and nobody is told."""
        self._alerts.clear()
        self._answers.clear()
        self._free_at = self._now
        self._sentence = ""

    def tune(self, volume: float, rate: int) -> None:
        """Speak at this pace from now on."""
        self._rate = rate

    def pass_to(self, at: datetime) -> None:
        """Let time pass, and tell the witness what has begun meanwhile."""
        while self._free_at <= at and (waiting := self._alerts or self._answers):
            self._begin(waiting.popleft(), max(self._free_at, self._now))
        self._now = max(self._now, at)

    def _begin(self, piece: Piece, at: datetime) -> None:
        self._sentence = piece.sentence
        self._free_at = at + timedelta(seconds=piece.lasts_s + PAUSE_S)
        if piece.whole:
            self._witness.note(WasSaid(at, piece.whole))


class QuietRoom:
    """The clock of a kitchen in which nothing sounds."""

    def __init__(self, now: datetime, witness: Witness, watcher: Watcher) -> None:
        self.now = now
        self.mouth = QuietMouth(now, witness)
        self.kitchen: Kitchen
        self._watcher = watcher

    def move_in(self, kitchen: Kitchen) -> None:
        """Put a session into the room."""
        self.kitchen = kitchen

    def lose_power(self, back: datetime) -> None:
        """All is dark until `back`."""
        self.mouth.lose_power()
        self.now = back
        self.mouth.pass_to(back)

    def wait(self, end: datetime) -> None:
        """Let time pass until `end`, from one thing that happens to the next."""
        self._pass_to(self.now)
        while self.now < end:
            self._pass_to(min(end, self._next()))

    def settle(self) -> None:
        """Let the app finish."""
        end = self.now + LONGEST_TALK
        self._pass_to(self.now)
        while self.mouth.speaking and self.now < end:
            self._pass_to(self._next())

    def _next(self) -> datetime:
        moments = (self.mouth.next_change, self.kitchen.deadline)
        coming = [moment for moment in moments if moment is not None]
        return max(min(coming, default=datetime.max.replace(tzinfo=self.now.tzinfo)),
                   self.now + SHORTEST_STEP)  # fmt: skip

    def _pass_to(self, at: datetime) -> None:
        self.now = at
        self.mouth.pass_to(at)
        self.kitchen.advance(at)
        self.mouth.pass_to(at)
        self._watcher.look(self.kitchen.session, at)
