"""Which microphone and which loudspeaker, and what to do when there is none."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from voicecook.errors import MissingError
from voicecook.sound.quiet import hush_libraries

Kind = Literal["input", "output"]

_KINDS: dict[Kind, str] = {"input": "microphone", "output": "loudspeaker"}


class DeviceError(Exception):
    """The sound system refuses a device; the message is its own."""


@dataclass(frozen=True, slots=True)
class Device:
    """One side of the sound card as PortAudio knows it."""

    index: int
    name: str
    rate: int
    """Its own sample rate in hertz."""
    channels: int


def portaudio() -> Any:
    """The sounddevice module. Raises MissingError when PortAudio's library is not there."""
    hush_libraries()
    try:
        import sounddevice
    except OSError as error:
        raise MissingError(f"{error}. Mend it with: sudo apt-get install libportaudio2") from error
    return sounddevice


def find_device(kind: Kind, wanted: str | None) -> Device:
    """The device with this number or name (a part of it will do), or the machine's own choice.

    Raises MissingError when there is none, naming those that there are.
    """
    sd = portaudio()
    try:
        found = sd.query_devices(_number_or_name(wanted), kind)
    except (ValueError, sd.PortAudioError) as error:
        raise MissingError(_none(kind, wanted)) from error
    channels = found[f"max_{kind}_channels"]
    if channels < 1:
        raise MissingError(_none(kind, wanted))
    return Device(found["index"], found["name"], int(found["default_samplerate"]), channels)


def rescan() -> None:
    """Look again for devices: PortAudio only looks when it starts. Raises DeviceError."""
    sd = portaudio()
    try:
        sd._terminate()
        sd._initialize()
    except sd.PortAudioError as error:
        raise DeviceError(str(error.args[0])) from error


def _number_or_name(wanted: str | None) -> int | str | None:
    return int(wanted) if wanted and wanted.isdecimal() else wanted or None


def _none(kind: Kind, wanted: str | None) -> str:
    names = device_names(kind)
    what = _KINDS[kind] + (f' "{wanted}"' if wanted else "")
    if names:
        return f"There is no {what}. Choose one with --{kind}: {', '.join(names)}."
    return (
        f"There is no {what}. Plug one in, or cook from the keyboard with: voicecook cook --typed"
    )


def device_names(kind: Kind) -> list[str]:
    """The devices there are, by name. Raises MissingError when PortAudio is not there."""
    sd = portaudio()
    try:
        return [d["name"] for d in sd.query_devices() if d[f"max_{kind}_channels"] > 0]
    except sd.PortAudioError:  # the sound system itself is gone
        return []
