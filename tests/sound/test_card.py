"""A sound card that loses its devices and finds them again, in virtual time."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import numpy as np
import pytest
from numpy.typing import NDArray

from tests.sound.fakes import CYCLE_S, FakeHost, Samples, as_it_is, second_of
from voicecook.errors import MissingError
from voicecook.sound.blocks import Block
from voicecook.sound.card import Gone, LiveSoundCard
from voicecook.sound.feed import STALE_S
from voicecook.sound.pcm import BLOCK

BACK_WITHIN_S = 3.0
TOLD_WITHIN_S = 2.0
TIMES = 1000


@dataclass
class Talk:
    """Something that speaks when it is told to, and remembers how much was taken from it."""

    rate: int = 48_000
    speaking: bool = False
    broken: bool = False
    taken: int = 0

    def next_block(self, n: int) -> NDArray[np.float32]:
        if self.broken:
            raise RuntimeError("the voice is broken")
        self.taken += n
        return np.full(n, 0.5 if self.speaking else 0.0, np.float32)


@dataclass
class Room:
    """A card on a fake sound system, listened to all the time."""

    host: FakeHost = field(default_factory=FakeHost)
    talk: Talk = field(default_factory=Talk)
    heard: list[tuple[float, Block]] = field(default_factory=list)
    gone: set[Gone] = field(default_factory=set)
    reading: bool = True

    def __post_init__(self) -> None:
        self.card = LiveSoundCard(self.talk, host=self.host, clock=lambda: self.host.now)
        self.card._open()

    def runs(self, seconds: float) -> None:
        self.host.run(seconds, self.card, self._read)

    def runs_until(self, what: Callable[[], bool], most: float) -> float:
        """How long it took until `what` held."""
        began = self.host.now
        while not what():
            assert self.host.now - began <= most, "it took too long"
            self.runs(0.1)
        return self.host.now - began

    def hears_again(self, most: float = BACK_WITHIN_S) -> None:
        """Wait for sound that is heard now."""
        self.heard.clear()
        since = self.host.now
        self.runs_until(lambda: any(at > since for at, _ in self.heard), most)

    def _read(self) -> None:
        if gone := self.card.gone:
            self.gone.add(gone)
        while self.reading and (block := self.card.read(0)) is not None:
            self.heard.append((self.host.now, block))


def age(at: float, block: Block) -> float:
    """How old a block is, by the second that its sound tells."""
    said = second_of(float(np.median(block.mic)) / 32_767)
    return (int(at) - said) % CYCLE_S


def test_what_is_heard_is_heard_at_once() -> None:
    room = Room()
    room.runs(5)
    assert len(room.heard) * BLOCK / 16_000 == pytest.approx(5, abs=0.1)
    assert {age(at, block) for at, block in room.heard[5:]} <= {0, 1}
    assert [block.after_gap for _, block in room.heard].count(True) == 1


@pytest.mark.parametrize("rate", [44_100, 48_000])
@pytest.mark.parametrize("channels", [1, 2])
def test_a_device_with_one_rate_and_one_number_of_channels_will_do(
    rate: int, channels: int
) -> None:
    room = Room(FakeHost(rates=(rate,), mic_channels=channels), Talk(rate=22_050))
    room.runs(5)
    assert len(room.heard) * BLOCK / 16_000 == pytest.approx(5, abs=0.1)
    assert {age(at, block) for at, block in room.heard[5:]} <= {0, 1}


def test_devices_that_share_no_rate_are_named() -> None:
    with pytest.raises(MissingError, match=r"cannot be used together: it refuses\. Choose others"):
        Room(FakeHost(rates=(11_025,)))


def test_a_pulled_microphone_is_told_while_the_loudspeaker_still_plays() -> None:
    room = Room()
    room.runs(1)
    room.host.there["input"] = False
    room.runs_until(lambda: room.card.gone == "microphone", TOLD_WITHIN_S)
    room.talk.speaking = True
    room.host.played.clear()
    room.runs(1.5)
    sounded = np.concatenate(room.host.played)
    assert len(sounded) > 48_000
    assert np.all(sounded == 0.5)
    room.host.there["input"] = True
    room.hears_again()
    assert room.card.gone == ""


def test_without_a_loudspeaker_what_would_be_said_passes_in_its_time() -> None:
    room = Room()
    room.runs(1)
    room.host.there["output"] = False
    room.runs_until(lambda: room.card.gone == "loudspeaker", TOLD_WITHIN_S)
    before = room.talk.taken
    room.runs(60)
    assert (room.talk.taken - before) / room.talk.rate == pytest.approx(60, abs=1)


def test_who_was_busy_hears_nothing_old_and_knows_of_the_gap() -> None:
    room = Room()
    room.runs(1)
    room.reading = False
    room.runs(30)
    room.reading = True
    room.heard.clear()
    room.runs(1)
    assert {age(at, block) for at, block in room.heard[3:]} <= {0, 1}
    assert room.heard[0][1].after_gap


def test_a_stream_that_never_begins_is_tried_with_a_longer_buffer() -> None:
    room = Room(FakeHost(stalled=True))
    room.runs(4)
    assert room.host.stream is not None
    assert room.host.stream.wish.latency_s == 0.08


@contextmanager
def stall(room: Room, rng: random.Random) -> Iterator[None]:
    room.host.stalled = True
    yield
    room.host.stalled = False


@contextmanager
def unplug(room: Room, rng: random.Random) -> Iterator[None]:
    for kind in room.host.there:
        room.host.there[kind] = rng.random() < 0.5
    yield
    room.host.there = {"input": True, "output": True}
    room.host.rates = rng.choice([(44_100,), (48_000,), (16_000, 48_000), (16_000,)])
    room.host.mic_channels = rng.choice([1, 2])


@contextmanager
def refuse(room: Room, rng: random.Random) -> Iterator[None]:
    room.host.opens = rng.random() < 0.5
    room.host.rescans = room.host.opens and rng.random() < 0.5
    if room.host.stream is not None:
        room.host.stream.dead = True
    yield
    room.host.opens = room.host.rescans = True


@contextmanager
def end_by_itself(room: Room, rng: random.Random) -> Iterator[None]:
    if room.host.stream is not None:
        room.host.stream.dead = True
        room.host.stream.on_end()
    yield


@contextmanager
def overflow(room: Room, rng: random.Random) -> Iterator[None]:
    room.host.lost = True
    yield
    room.host.lost = False


@contextmanager
def break_the_voice(room: Room, rng: random.Random) -> Iterator[None]:
    room.talk.broken = True
    yield
    room.talk.broken = False


@contextmanager
def stop_reading(room: Room, rng: random.Random) -> Iterator[None]:
    room.reading = False
    yield
    room.reading = True


@contextmanager
def give_nonsense(room: Room, rng: random.Random) -> Iterator[None]:
    room.host.deform = rng.choice(NONSENSE)
    yield
    room.host.deform = as_it_is


@contextmanager
def speak(room: Room, rng: random.Random) -> Iterator[None]:
    """Nothing wrong with that; but what comes next happens in mid-sentence."""
    room.talk.speaking = not room.talk.speaking
    yield


NONSENSE: list[Callable[[Samples], NDArray[np.generic]]] = [
    lambda heard: heard * np.float32("nan"),
    lambda heard: heard * np.float32("inf"),
    lambda heard: heard * 1e30,
    lambda heard: heard.astype(np.float64),
    lambda heard: heard[:0],
    lambda heard: heard[: len(heard) // 3],
    lambda heard: np.concatenate([heard, heard]),
    lambda heard: heard[:, 0],
    lambda heard: np.repeat(heard, 3, axis=1),
    lambda heard: np.zeros((len(heard), 0), np.float32),
]
MISBEHAVIOURS = (
    stall, unplug, refuse, end_by_itself, overflow, break_the_voice, stop_reading, give_nonsense,
    speak,
)  # fmt: skip


def test_a_thousand_misbehaviours_are_survived() -> None:
    """No exception, nothing old is heard, told within 2 s, back within 3, nothing piles up."""
    rng = random.Random(7)
    room = Room(talk=Talk(rate=16_000))
    checked = 0
    for number in range(TIMES):
        misbehave, seconds = rng.choice(MISBEHAVIOURS), rng.choice([0.1, 0.5, 1.5, 2.5, 5.0])
        room.gone.clear()
        room.heard.clear()
        with misbehave(room, rng):
            room.runs(min(seconds, TOLD_WITHIN_S))
            silent = not room.heard and room.reading
            assert room.gone or not silent or seconds < TOLD_WITHIN_S, (number, misbehave.__name__)
            room.runs(max(seconds - TOLD_WITHIN_S, 0))
            checked += check_blocks(room, misbehave is give_nonsense)
        room.hears_again()
        checked += check_blocks(room, misbehave is give_nonsense)
        assert room.card._feed._chunks.qsize() == 0
    assert checked > TIMES
    assert room.card.lost > 0
    assert room.card.reopened > TIMES // 10


def check_blocks(room: Room, nonsense: bool) -> int:
    """One in five of what was heard; returns how many of them told their age."""
    told = 0
    for at, block in room.heard[::5]:
        assert len(block.mic) == len(block.reference) == BLOCK
        assert block.mic.dtype == block.reference.dtype == np.int16
        fades_in = np.ptp(block.mic) > 1000  # a resampler's first moments
        if not (nonsense or fades_in):
            told += 1
            assert age(at, block) <= STALE_S + 1
    return told
