"""The machine's sound system, as little of it as is needed: the edge at which a test puts its own.

A stream is opened with two functions that it calls from a thread of its own. It may never begin,
and it may stop at any moment without a word.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from voicecook.sound import devices
from voicecook.sound.devices import Device, DeviceError, Kind, portaudio

if TYPE_CHECKING:
    from voicecook.sound.pcm import Samples

CALLBACK_S = 0.01
"""How much sound one callback carries."""


class OnSound(Protocol):
    """What a stream calls every 10 ms; must not block and must not raise."""

    def __call__(self, heard: Samples | None, out: Samples, delay_s: float, lost: bool) -> None:
        """`heard` is (frames, channels), None without a microphone; `out` is to be filled.

        `delay_s` is the way from playing to hearing; `lost` says that sound was lost before.
        """


@dataclass(frozen=True, slots=True)
class Wish:
    """A stream as it is asked for."""

    rate: int
    latency_s: float
    loudspeaker: Device
    microphone: Device | None = None
    """None: only play."""
    channels: int = 1
    """Of the microphone."""


class Stream(Protocol):
    """A device at work."""

    def start(self) -> None:
        """Begin. Raises DeviceError."""

    def stop(self) -> None:
        """Play what has been handed over, then be still."""

    def close(self) -> None:
        """Let go of the device, whatever state it is in. Never raises."""


class Host(Protocol):
    """Whatever finds and opens devices."""

    def find(self, kind: Kind, wanted: str | None) -> Device:
        """The device of that number or name. Raises MissingError."""

    def rescan(self) -> None:
        """Look again for devices; no stream may be open. Raises DeviceError."""

    def open(self, wish: Wish, on_sound: OnSound, on_end: Callable[[], None]) -> Stream:
        """A stream that still has to be started. Raises DeviceError."""


class PortAudio:
    """The real sound system."""

    def find(self, kind: Kind, wanted: str | None) -> Device:
        """The device of that number or name. Raises MissingError."""
        return devices.find_device(kind, wanted)

    def rescan(self) -> None:
        """Look again for devices. Raises DeviceError."""
        devices.rescan()

    def open(self, wish: Wish, on_sound: OnSound, on_end: Callable[[], None]) -> Stream:
        """A stream that still has to be started. Raises DeviceError."""
        sd = portaudio()
        try:
            return _PortAudioStream(_opened(sd, wish, on_sound, on_end), sd.PortAudioError)
        except (sd.PortAudioError, ValueError) as error:
            raise DeviceError(str(error.args[0])) from error


def _opened(sd: Any, wish: Wish, on_sound: OnSound, on_end: Callable[[], None]) -> Any:
    common = {
        "samplerate": wish.rate,
        "blocksize": round(wish.rate * CALLBACK_S),
        "dtype": "float32",
        "latency": wish.latency_s,
        "finished_callback": on_end,
    }
    speaker, channels = wish.loudspeaker, min(wish.loudspeaker.channels, 2)
    if wish.microphone is None:

        def play(out: Samples, n: int, times: Any, status: Any) -> None:
            on_sound(None, out, 0.0, bool(status))

        return sd.OutputStream(device=speaker.index, channels=channels, callback=play, **common)

    def hear_and_play(heard: Samples, out: Samples, n: int, times: Any, status: Any) -> None:
        delay_s = times.outputBufferDacTime - times.inputBufferAdcTime
        on_sound(heard, out, delay_s, bool(status))

    return sd.Stream(
        device=(wish.microphone.index, speaker.index),
        channels=(wish.channels, channels),
        callback=hear_and_play,
        **common,
    )


class _PortAudioStream:
    def __init__(self, stream: Any, refusal: type[Exception]) -> None:
        self._stream = stream
        self._refusal = refusal

    def start(self) -> None:
        try:
            self._stream.start()
        except self._refusal as error:
            raise DeviceError(str(error.args[0])) from error

    def stop(self) -> None:
        self._stream.stop(ignore_errors=True)

    def close(self) -> None:
        self._stream.close(ignore_errors=True)
