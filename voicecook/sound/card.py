"""The real sound card through PortAudio: hears and plays in one duplex stream."""

from __future__ import annotations

import queue
import threading
import time
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np

from voicecook.errors import MissingError
from voicecook.sound.alsa import hush_alsa
from voicecook.sound.blocks import Block, EchoPairs
from voicecook.sound.devices import Device, find, portaudio, rescan
from voicecook.sound.source import Source, at_rate

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Samples = NDArray[np.float32]

CALLBACK_S = 0.01
"""How much sound one callback carries."""
SILENT_FOR_S = 1.5
"""A device whose callbacks stay away this long is gone: PortAudio itself never says so."""

_GRACE_S = 3.0  # a sound server may take its time before the first callback
_RETRY_S = 0.5
_LONGEST_LATENCY_S = 0.12
_MOST_WAITING = 1000  # callbacks, so 10 s: someone has stopped reading


class SoundCard(Protocol):
    """Whatever hears and plays."""

    def start(self) -> None:
        """Begin. Raises MissingError when there is no microphone or no loudspeaker."""

    def stop(self) -> None:
        """Play what has been handed over, then end."""

    def read(self, timeout_s: float) -> Block | None:
        """The next 20 ms heard, or None when there was nothing for so long."""

    @property
    def healthy(self) -> bool:
        """Whether the device works at this moment."""


class LiveSoundCard:
    """A microphone and a loudspeaker, which may be one device or two.

    Devices are named by number or by a part of their name; None is the machine's own choice. When
    they vanish, a thread of ours opens them again as soon as they are back.
    """

    def __init__(
        self,
        source: Source,
        *,
        microphone: str | None = None,
        loudspeaker: str | None = None,
        latency_s: float = 0.04,
    ) -> None:
        self.lost = 0
        """Callbacks before or in which the device lost sound, in or out."""
        self.reopened = 0
        """How often the device was opened again."""
        self._source = self._playing = source
        self._names = (microphone, loudspeaker)
        self._latency_s = latency_s
        self._chunks: queue.Queue[tuple[Samples, Samples, float]] = queue.Queue(_MOST_WAITING)
        self._ready: list[Block] = []
        self._pairs = EchoPairs(source.rate)
        self._stream: Any = None
        self._last_callback = 0.0
        self._began = False
        self._ended = threading.Event()
        self._watcher = threading.Thread(target=self._watch, name="voicecook-sound", daemon=True)

    def start(self) -> None:
        """Open the devices. Raises MissingError naming the remedy when that cannot be done."""
        hush_alsa()
        self._open()
        self._watcher.start()

    def stop(self) -> None:
        """Play what has been handed over, then close the devices."""
        self._ended.set()
        if self._watcher.is_alive():
            self._watcher.join(timeout=10)
        if self._stream is not None:
            self._stream.stop()
        self._close()

    def read(self, timeout_s: float) -> Block | None:
        """The next 20 ms heard, with what was played meanwhile; None after `timeout_s`."""
        until = time.monotonic() + timeout_s
        while not self._ready:
            try:
                chunk = self._chunks.get(timeout=max(until - time.monotonic(), 0))
            except queue.Empty:
                return None
            self._ready = self._pairs.add(*chunk)
        return self._ready.pop(0)

    @property
    def healthy(self) -> bool:
        """Whether the device's callbacks are coming."""
        return self._stream is not None and time.monotonic() - self._last_callback < SILENT_FOR_S

    def _open(self) -> None:
        microphone, loudspeaker = find("input", self._names[0]), find("output", self._names[1])
        refused = ""
        for rate in dict.fromkeys((self._source.rate, microphone.rate, loudspeaker.rate, 48_000)):
            try:
                self._stream = self._stream_at(rate, microphone, loudspeaker)
                self._last_callback = time.monotonic() + _GRACE_S - SILENT_FOR_S
                self._stream.start()
                return
            except portaudio().PortAudioError as error:
                self._close()
                refused = str(error.args[0])
        raise MissingError(
            f'The microphone "{microphone.name}" and the loudspeaker "{loudspeaker.name}" cannot '
            f"be used together: {refused}. Choose others with --input and --output."
        )

    def _stream_at(self, rate: int, microphone: Device, loudspeaker: Device) -> Any:
        self._began = False
        self._playing = at_rate(self._source, rate)
        self._pairs = EchoPairs(rate)
        return portaudio().Stream(
            samplerate=rate,
            blocksize=round(rate * CALLBACK_S),
            device=(microphone.index, loudspeaker.index),
            channels=(1, min(loudspeaker.channels, 2)),
            dtype="float32",
            latency=self._latency_s,
            callback=self._on_sound,
            finished_callback=self._on_end,
        )

    def _on_sound(self, heard: Samples, out: Samples, n: int, times: Any, status: Any) -> None:
        """PortAudio's callback: copies and queues, nothing more."""
        self._began = True
        self._last_callback = max(self._last_callback, time.monotonic())
        self.lost += bool(status)
        played = self._playing.next_block(n)
        out[:] = played[:, np.newaxis]
        delay_s = times.outputBufferDacTime - times.inputBufferAdcTime
        try:
            self._chunks.put_nowait((heard[:, 0].copy(), played, delay_s))
        except queue.Full:
            self.lost += 1

    def _on_end(self) -> None:
        self._last_callback = 0.0

    def _watch(self) -> None:
        while not self._ended.wait(_RETRY_S):
            if not self.healthy:
                self._reopen()

    def _reopen(self) -> None:
        self._close()
        if not self._began:  # some sound servers never begin when the buffer is too short
            self._latency_s = min(2 * self._latency_s, _LONGEST_LATENCY_S)
        try:
            rescan()
            self._open()
        except (MissingError, portaudio().PortAudioError):
            return  # still away; the next round tries again
        self.reopened += 1

    def _close(self) -> None:
        stream, self._stream = self._stream, None
        if stream is not None:
            stream.close(ignore_errors=True)
