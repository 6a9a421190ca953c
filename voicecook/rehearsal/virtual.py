"""A kitchen in virtual time: sound goes round in blocks, and where nothing sounds, time jumps.

The same ear, player and session as live; only the clock and the air between them are made here.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Protocol

import numpy as np

from voicecook.commands import Commands
from voicecook.cook import Session
from voicecook.hearing import Ear
from voicecook.kitchen import Kitchen, Talker, listen
from voicecook.sound import BLOCK, HEARING_RATE, Pcm, to_pcm
from voicecook.speaking import Player

BLOCK_TIME = timedelta(seconds=BLOCK / HEARING_RATE)
LOOK_EVERY = timedelta(seconds=0.5)
LONGEST_TALK = timedelta(minutes=5)
"""Nobody goes on longer than this without a pause; a guard against a loop that never ends."""


class Air(Protocol):
    """What the microphone gets of the cook, the loudspeaker and the room."""

    def reaches_microphone(self, cook: Pcm, loudspeaker: Pcm) -> Pcm:
        """One block, all mixed."""
        ...

    @property
    def echoes(self) -> bool:
        """Whether the loudspeaker reaches the microphone."""
        ...


class Watcher:
    """Somebody who sees and hears all of a virtual kitchen. This one looks away."""

    def hear(self, block: Pcm) -> None:
        """The next block of both sides, cook and loudspeaker together."""

    def look(self, session: Session, at: datetime) -> None:
        """How things stand, twice a second and after every jump in time."""


class VirtualRoom:
    """Cook, loudspeaker, microphone and wall clock of a scripted session."""

    def __init__(
        self,
        now: datetime,
        new_ear: Callable[[Commands], Ear],
        player: Player,
        talker: Talker,
        air: Air,
        watcher: Watcher,
    ) -> None:
        self.now = now
        self.kitchen: Kitchen
        self.cook_silent_since = now
        """When the cook's last word ended."""
        self._new_ear = new_ear
        self._ear: Ear
        self._commands: Commands
        self._player = player
        self.mouth = talker
        self._air = air
        self._watcher = watcher
        self._next_look = now
        self._cook: Pcm = np.empty(0, np.int16)

    def move_in(self, kitchen: Kitchen) -> None:
        """Put a session into the room, with fresh ears."""
        self.kitchen = kitchen
        self._commands = kitchen.commands
        self._ear = self._new_ear(self._commands)

    def lose_power(self, back: datetime) -> None:
        """All is dark until `back`."""
        self.mouth.lose_power()
        self.now = back

    def speak(self, words: Pcm) -> None:
        """The cook begins to say this now."""
        self._cook = np.concatenate([self._cook, words])

    @property
    def cook_is_speaking(self) -> bool:
        """Whether something of the cook's words is still to come."""
        return len(self._cook) > 0

    @property
    def app_is_speaking(self) -> bool:
        """Whether the loudspeaker sounds or is about to."""
        return self.mouth.speaking

    @property
    def ear_is_busy(self) -> bool:
        """Whether an utterance is being decided."""
        return self._ear.busy

    def run_until(self, done: Callable[[], bool], most: timedelta = LONGEST_TALK) -> None:
        """Let it sound, block by block, until `done` or for `most`."""
        end = self.now + most
        while not done() and self.now < end:
            self._block()

    def wait(self, end: datetime) -> None:
        """Let time pass until `end`, jumping where all is quiet."""
        while self.now < end:
            if self._quiet:
                self._jump(end)
            if self.now < end:
                self._block()

    def settle(self) -> None:
        """Run until nobody speaks and nothing is left to decide."""
        self.run_until(lambda: self._quiet)

    @property
    def _quiet(self) -> bool:
        sounding = self.cook_is_speaking or self.app_is_speaking
        return not sounding and not self.ear_is_busy

    def _jump(self, end: datetime) -> None:
        deadline = self.kitchen.deadline
        target = end if deadline is None else min(end, deadline)
        if target > self.now:
            self._ear.skip((target - self.now).total_seconds())
            self.now = target
        self.kitchen.advance(self.now)
        self._show()

    def _show(self) -> None:
        if self.now >= self._next_look:
            self._next_look = self.now + LOOK_EVERY
            self._watcher.look(self.kitchen.session, self.now)

    def _block(self) -> None:
        cook, self._cook = self._cook[:BLOCK], self._cook[BLOCK:]
        cook = np.pad(cook, (0, BLOCK - len(cook)))
        loudspeaker = to_pcm(self._player.next_block(BLOCK))
        microphone = self._air.reaches_microphone(cook, loudspeaker)
        self.now += BLOCK_TIME
        if np.any(cook):
            self.cook_silent_since = self.now
        if self.kitchen.commands is not self._commands:  # another dish has joined
            self.move_in(self.kitchen)
        reference = loudspeaker if self._air.echoes else None
        self.kitchen.attend(self.now, self.app_is_speaking)
        listen(self.kitchen, self._ear, microphone, reference, self.now)
        self.mouth.report(self.now)
        self._watcher.hear(_together(cook, loudspeaker))
        self._show()


def _together(cook: Pcm, loudspeaker: Pcm) -> Pcm:
    both: Pcm = np.clip(cook.astype(np.int32) + loudspeaker, -32768, 32767).astype(np.int16)
    return both
