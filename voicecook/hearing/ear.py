"""From a stream of sound to decisions: what was said, and whether it was meant for the app.

Live, recorded and replayed sound all take this path. Time is the stream's own: how much of it
has been fed (or skipped), never a clock.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass

import numpy as np

from voicecook.commands import CommandSet, Context
from voicecook.hearing.decisions import Decision
from voicecook.hearing.echo import EchoCanceller
from voicecook.hearing.endpointing import Listener
from voicecook.hearing.intent_groups import ANSWERS
from voicecook.hearing.recogniser import SpeechModel
from voicecook.hearing.voice_activity import FRAME, FRAME_S, VoiceActivityDetector
from voicecook.sound import HEARING_RATE, Pcm

PRE_ROLL = 15
"""Frames kept from before anything stood out, so that no first sound is lost: 0.3 s."""
ROOM_FRAMES = 50
"""Frames by which the room's own noise is known, the pre-roll among them: 1 s."""
REST = 50
"""Frames of quiet after which old decoders are replaced: 1 s."""
OPENING = 2
"""Frames in a row that must stand out before anything is decoded."""


@dataclass(slots=True)
class _Opening:
    """What leads up to an utterance."""

    frames: deque[Pcm]
    in_a_row: int = 0


class Ear:
    """Listens for a set of commands. `feed` it sound, act on what it returns."""

    def __init__(
        self,
        commands: CommandSet,
        model: SpeechModel,
        context: Context = Context.COOKING,
        answers: frozenset[str] = ANSWERS,
    ) -> None:
        """`answers` are the intents that count only where something was asked or rings."""
        self._voice_activity = VoiceActivityDetector()
        self._opening = _Opening(deque(maxlen=ROOM_FRAMES))
        self._listener = Listener(commands, model, context, answers)
        self._quiet = 0
        """Frames since anything stood out."""
        self._rest: Pcm = np.empty(0, np.int16)
        self._reference: Pcm = np.empty(0, np.int16)
        self._echo: EchoCanceller | None = None
        self._frames = 0
        self._skipped_s = 0.0

    @property
    def stream_s(self) -> float:
        """How much of the stream has been heard, in seconds."""
        return self._skipped_s + self._frames * FRAME_S + len(self._rest) / HEARING_RATE

    @property
    def level_db(self) -> float:
        """How loud it is right now, dB full scale (0 is the loudest there is)."""
        return self._voice_activity.level_db

    @property
    def partial(self) -> str:
        """The words being said right now, as far as they are known."""
        return self._listener.partial

    @property
    def busy(self) -> bool:
        """Whether something is being listened to that is not decided yet."""
        return self._listener.busy or self._opening.in_a_row > 0

    def set_context(self, context: Context) -> None:
        """Say where the cook is; what may be said changes at once, even in mid-sentence."""
        self._listener.set_context(context)

    def skip(self, seconds: float) -> None:
        """Let silent time pass without feeding it."""
        self._skipped_s += seconds

    def feed(self, block: Pcm, reference: Pcm | None = None) -> list[Decision]:
        """Take the next block of 16 kHz sound (up to 40 ms is best) and decide what can be.

        `reference` is what the loudspeaker played meanwhile, as many samples, for echo removal.
        """
        played = np.zeros(len(block), np.int16) if reference is None else reference
        self._rest = np.concatenate([self._rest, block])
        self._reference = np.concatenate([self._reference, played])
        if self._echo is None and played.any():
            self._echo = EchoCanceller()
        decisions: list[Decision] = []
        while len(self._rest) >= FRAME:
            decisions += self._hear(*self._next_frame())
        return decisions

    def _next_frame(self) -> tuple[Pcm, Pcm]:
        frame, self._rest = self._rest[:FRAME], self._rest[FRAME:]
        played, self._reference = self._reference[:FRAME], self._reference[FRAME:]
        return (self._echo.clean(frame, played) if self._echo else frame), played

    def _hear(self, frame: Pcm, played: Pcm) -> list[Decision]:
        leftover = self._echo.leftover_db() if self._echo and self._echo.active else None
        stands_out = self._voice_activity.push(frame, leftover)
        self._frames += 1
        self._listener.advance(self._skipped_s + self._frames * FRAME_S, played)
        if self._listener.busy:
            self._quiet = 0
            return self._listener.push(frame, stands_out, self._voice_activity.level_db)
        self._quiet = 0 if stands_out or leftover is not None else self._quiet + 1
        if self._quiet > REST:
            self._listener.rest()
        return self._wait(frame, stands_out)

    def _wait(self, frame: Pcm, stands_out: bool) -> list[Decision]:
        opening = self._opening
        opening.frames.append(frame)
        opening.in_a_row = opening.in_a_row + 1 if stands_out else 0
        if opening.in_a_row >= OPENING:
            heard = np.concatenate(opening.frames)
            lead = PRE_ROLL * FRAME
            heard = np.pad(heard, (max(0, lead - len(heard)), 0))  # it may be the very first sound
            self._listener.begin(heard[-lead:], heard[:-lead].tobytes())
            opening.frames.clear()
            opening.in_a_row = 0
        return []
