"""The sound card: one duplex stream that hears and plays, opened again whenever it is lost."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import replace
from typing import Literal, Protocol

from voicecook.errors import MissingError
from voicecook.sound.blocks import Block
from voicecook.sound.devices import DeviceError
from voicecook.sound.feed import Feed
from voicecook.sound.host import Host, PortAudio, Stream, Wish
from voicecook.sound.pcm import HEARING_RATE
from voicecook.sound.source import Source

Gone = Literal["", "microphone", "loudspeaker", "sound"]
"""What is missing; "sound": both, or nobody knows which."""

SILENT_FOR_S = 1.0
"""A device whose callbacks stay away this long is gone: PortAudio itself never says so."""
LOOK_EVERY_S = 0.25
"""How often that is looked at, and how often a lost device is looked for."""

_GRACE_S = 2.5  # a sound server may take its time before the first callback
_RETRY_S = 0.5
_HEAR_OUT_S = 2.0  # how long a sentence may go on before the microphone is looked for again
_LONGEST_LATENCY_S = 0.12
_COMMON_RATES = (48_000, 44_100, HEARING_RATE)


class SoundCard(Protocol):
    """Whatever hears and plays."""

    def start(self) -> None:
        """Begin. Raises MissingError when there is no microphone or no loudspeaker."""

    def stop(self) -> None:
        """Play what has been handed over, then end."""

    def read(self, timeout_s: float) -> Block | None:
        """The next 20 ms heard, or None when there was nothing for so long."""

    @property
    def gone(self) -> Gone:
        """What is missing at this moment, "" if all is well."""


class LiveSoundCard:
    """A microphone and a loudspeaker, which may be one device or two.

    Devices are named by number or by a part of their name; None is the machine's own choice. When
    one vanishes, a thread of ours opens both again as soon as they are back. Until then the
    loudspeaker, if it is still there, goes on playing; if it is not, what would be said passes
    unheard, so that nothing is said late and nothing piles up.
    """

    def __init__(
        self,
        source: Source,
        *,
        microphone: str | None = None,
        loudspeaker: str | None = None,
        latency_s: float = 0.04,
        host: Host | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.reopened = 0
        """How often the devices were opened again."""
        self._source = source
        self._names = (microphone, loudspeaker)
        self._latency_s = latency_s
        self._host = host or PortAudio()
        self._clock = clock
        self._missing: Gone = ""
        self._feed = Feed(source, source.rate, clock)
        self._lost_before = 0
        self._stream: Stream | None = None
        self._opened = self._passed_until = clock()
        self._tried = self._opened - _HEAR_OUT_S
        self._ended = threading.Event()
        self._watcher = threading.Thread(target=self._watch, name="voicecook-sound", daemon=True)

    def start(self) -> None:
        """Open the devices. Raises MissingError naming the remedy when that cannot be done."""
        self._open()
        self._watcher.start()

    def stop(self) -> None:
        """Play what has been handed over, then close the devices."""
        self._ended.set()
        if self._watcher.is_alive():
            self._watcher.join(timeout=10)
        if self._stream is not None and self._alive:
            self._stream.stop()
        self._close()

    def read(self, timeout_s: float) -> Block | None:
        """The next 20 ms heard, with what was played meanwhile; None after `timeout_s`."""
        return self._feed.read(timeout_s)

    @property
    def gone(self) -> Gone:
        """What is missing at this moment, "" if all is well."""
        sounds = self._alive and (self._feed.began or not self.reopened)
        return self._missing or ("" if sounds else "sound")

    @property
    def lost(self) -> int:
        """Callbacks before or in which the device lost sound, in or out."""
        return self._lost_before + self._feed.lost

    def look_after(self) -> None:
        """Open again what was lost. Whoever drives the card without its thread calls this."""
        if self._alive and not self._missing:
            return
        in_the_middle = self._alive and self._source.speaking  # looking for devices cuts it off
        if self._clock() - self._tried >= (_HEAR_OUT_S if in_the_middle else _RETRY_S):
            self._reopen()
        self._let_pass()

    @property
    def _alive(self) -> bool:
        """Whether the stream's callbacks are coming, or may still begin."""
        feed = self._feed
        if self._stream is None or feed.ended:
            return False
        if not feed.began:
            return self._clock() - self._opened < _GRACE_S
        return self._clock() - feed.last_callback < SILENT_FOR_S

    def _watch(self) -> None:
        while not self._ended.wait(LOOK_EVERY_S):
            self.look_after()

    def _reopen(self) -> None:
        self._tried = self._clock()
        if not (self._feed.began or self._missing):  # some servers never do with a short buffer
            self._latency_s = min(2 * self._latency_s, _LONGEST_LATENCY_S)
        self._missing = self._missing or "sound"
        self._close()
        with suppress(DeviceError):
            self._host.rescan()
        try:
            self._open()
        except (MissingError, DeviceError):
            self._missing = self._play_only()
        else:
            self.reopened += 1

    def _open(self) -> None:
        """Both devices at the first rate that they share. Raises MissingError."""
        microphone = self._host.find("input", self._names[0])
        loudspeaker = self._host.find("output", self._names[1])
        wish = Wish(self._source.rate, self._latency_s, loudspeaker, microphone)
        try:
            self._begin_one(_ways(wish))
        except DeviceError as refusal:
            raise MissingError(
                f'The microphone "{microphone.name}" and the loudspeaker "{loudspeaker.name}" '
                f"cannot be used together: {refusal}. Choose others with --input and --output."
            ) from refusal
        self._missing = ""

    def _play_only(self) -> Gone:
        """Have the loudspeaker sound alone, if it is there; returns what is missing."""
        try:
            loudspeaker = self._host.find("output", self._names[1])
            self._begin_one(_ways(Wish(loudspeaker.rate, self._latency_s, loudspeaker)))
        except (MissingError, DeviceError):
            return "loudspeaker" if self._there_is_a_microphone() else "sound"
        return "microphone"

    def _there_is_a_microphone(self) -> bool:
        try:
            self._host.find("input", self._names[0])
        except (MissingError, DeviceError):
            return False
        return True

    def _begin_one(self, wishes: Iterable[Wish]) -> None:
        """The first of these that works. Raises DeviceError when none does."""
        refusal = DeviceError("it cannot be opened")
        for wish in wishes:
            try:
                return self._begin(wish)
            except DeviceError as error:
                refusal = error
        raise refusal

    def _begin(self, wish: Wish) -> None:
        """Open and start a stream. Raises DeviceError, and then nothing is open."""
        feed = Feed(self._source, wish.rate, self._clock)
        stream = self._host.open(wish, feed.on_sound, feed.on_end)
        self._lost_before += self._feed.lost
        self._feed, self._stream, self._opened = feed, stream, self._clock()
        try:
            stream.start()
        except DeviceError:
            self._close()
            raise

    def _let_pass(self) -> None:
        """What would be said while there is no loudspeaker passes unheard."""
        now = self._clock()
        if self._stream is None:
            self._source.next_block(round(min(now - self._passed_until, 1.0) * self._source.rate))
        self._passed_until = now

    def _close(self) -> None:
        stream, self._stream = self._stream, None
        if stream is not None:
            stream.close()
            self._passed_until = self._clock()


def _ways(wish: Wish) -> Iterator[Wish]:
    """The ways to open a stream, the best first: at the rate of what is played, in one channel."""
    microphone = wish.microphone or wish.loudspeaker
    rates = (wish.rate, wish.loudspeaker.rate, microphone.rate, *_COMMON_RATES)
    for rate in dict.fromkeys(rates):
        for channels in range(1, min(microphone.channels, 2) + 1 if wish.microphone else 2):
            yield replace(wish, rate=rate, channels=channels)
