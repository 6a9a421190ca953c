"""A sound system in virtual time that can misbehave in every way a real one was seen to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from voicecook.errors import MissingError
from voicecook.sound.card import LOOK_EVERY_S, LiveSoundCard
from voicecook.sound.devices import Device, DeviceError, Kind
from voicecook.sound.host import OnSound, Wish

Samples = NDArray[np.float32]

TICK_S = 0.1
"""How much sound one callback carries here."""
CYCLE_S = 40
"""After how long the sound of the microphone begins again from its beginning."""


def sound_of(at: float) -> float:
    """What the microphone hears then: a steady level that tells the second."""
    return 0.1 + 0.8 * (int(at) % CYCLE_S) / CYCLE_S


def second_of(level: float) -> int:
    """Which second of the cycle sounded like this."""
    return round((level - 0.1) / 0.8 * CYCLE_S)


def as_it_is(heard: Samples) -> Samples:
    """A device that does what it ought to."""
    return heard


@dataclass
class FakeHost:
    """A microphone and a loudspeaker that obey, until told otherwise."""

    now: float = 1000.0
    there: dict[Kind, bool] = field(default_factory=lambda: {"input": True, "output": True})
    rates: tuple[int, ...] = (16_000, 44_100, 48_000)
    """At which a stream may be opened."""
    mic_channels: int = 1
    """The only number of channels the microphone will do."""
    stalled: bool = False
    """No callback comes, and nobody says so."""
    opens: bool = True
    rescans: bool = True
    deform: Callable[[Samples], NDArray[np.generic]] = as_it_is
    """What becomes of a callback's sound."""
    lost: bool = False
    looked: float = 0.0
    stream: FakeStream | None = None
    played: list[Samples] = field(default_factory=list)
    """What the loudspeaker sounded since it was last asked."""

    def find(self, kind: Kind, wanted: str | None) -> Device:
        if not self.there[kind]:
            raise MissingError(f"There is no {kind}.")
        return Device(0, f"fake {kind}", 48_000, 2)

    def rescan(self) -> None:
        assert self.stream is None, "looking for devices would end the stream"
        if not self.rescans:
            raise DeviceError("the sound system does not answer")

    def open(self, wish: Wish, on_sound: OnSound, on_end: Callable[[], None]) -> FakeStream:
        if not self.opens or wish.rate not in self.rates:
            raise DeviceError("it refuses")
        if wish.microphone and wish.channels != self.mic_channels:
            raise DeviceError("it refuses this number of channels")
        return FakeStream(self, wish, on_sound, on_end)

    def run(self, seconds: float, card: LiveSoundCard, each: Callable[[], None]) -> None:
        """Let time pass, callback after callback; the card is looked after as its thread would."""
        until = self.now + seconds
        while self.now < until:
            self.now += TICK_S
            if self.stream is not None:
                self.stream.sound()
            if self.now - self.looked >= LOOK_EVERY_S:
                self.looked = self.now
                card.look_after()
            each()


@dataclass
class FakeStream:
    """One open stream; it belongs to the devices it was opened with."""

    host: FakeHost
    wish: Wish
    on_sound: OnSound
    on_end: Callable[[], None]
    dead: bool = False
    """Its device was pulled: even when that is back, this stream stays silent."""

    def start(self) -> None:
        assert self.host.stream is None, "a second stream beside the first"
        self.host.stream = self

    def stop(self) -> None:
        assert self.host.stream is self

    def close(self) -> None:
        self.host.stream = None

    def sound(self) -> None:
        needed: list[Kind] = ["input", "output"] if self.wish.microphone else ["output"]
        self.dead = self.dead or not all(self.host.there[kind] for kind in needed)
        if self.dead or self.host.stalled:
            return
        n = round(self.wish.rate * TICK_S)
        out = np.full((n, 2), 99, np.float32)
        self.on_sound(self._heard(n), out, 0.08, self.host.lost)
        assert np.abs(out).max() <= 1, "the loudspeaker was not given all its samples"
        self.host.played.append(out[:, 0])

    def _heard(self, n: int) -> Samples | None:
        if self.wish.microphone is None:
            return None
        level = sound_of(self.host.now)
        heard = np.full((n, self.wish.channels), level, np.float32)
        return self.host.deform(heard)  # type: ignore[return-value]  # wrong on purpose
