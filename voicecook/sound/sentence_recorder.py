"""Record one sentence from a microphone: from before the first word to after the last."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Protocol

import numpy as np

from voicecook.errors import MissingError, UsageError
from voicecook.sound.pcm import HEARING_RATE, Samples

BLOCK_S = 0.05
LISTEN_S = 8.0
"""How long a speaker may take, in seconds."""
QUIET_S = 1.0
"""How much quiet ends a sentence, in seconds."""
STANDS_OUT = 4.0
"""How many times louder than the room speech is."""


class Microphone(Protocol):
    """Whatever a sentence can be recorded from."""

    def take(self) -> Samples | None:
        """The next sentence, mono at 16 kHz, or None if nothing was said."""


class CardMicrophone:
    """The machine's microphone. Raises MissingError when there is none."""

    def __init__(self, wanted: str | None) -> None:
        from voicecook.sound.devices import find_device, portaudio

        self._device = find_device("input", wanted)
        self._sd = portaudio()

    def take(self) -> Samples | None:
        """The next sentence, mono at 16 kHz, or None if nothing was said."""
        import soxr

        rate = self._device.rate
        try:
            sound = sentence_in(self._blocks(rate))
        except self._sd.PortAudioError as error:
            raise MissingError(
                f"The microphone {self._device.name} cannot be used: {error.args[0]}."
                " `voicecook doctor` shows what there is."
            ) from error
        return (
            None
            if sound is None
            else np.asarray(soxr.resample(sound, rate, HEARING_RATE), np.float32)
        )

    def _blocks(self, rate: int) -> Iterator[Samples]:
        stream: Any = self._sd.InputStream(
            rate, device=self._device.index, channels=1, dtype="float32"
        )
        with stream:
            while True:
                yield stream.read(int(rate * BLOCK_S))[0][:, 0].copy()


def sentence_in(blocks: Iterable[Samples]) -> Samples | None:
    """What was said in a stream of 50 ms blocks, up to a second of quiet; None if nothing was."""
    heard: list[Samples] = []
    floor = np.inf
    quiet, spoken = 0, 0
    for block in blocks:
        heard.append(block)
        loudness = float(np.sqrt(np.mean(block**2)))
        floor = min(floor, max(loudness, 1e-5))
        loud = loudness > STANDS_OUT * floor
        spoken += loud
        quiet = 0 if loud else quiet + 1
        over = spoken >= 3 and quiet * BLOCK_S >= QUIET_S
        if over or len(heard) * BLOCK_S >= LISTEN_S:
            break
    return np.concatenate(heard) if spoken >= 3 else None


def level_words(sound: Samples) -> tuple[float, str]:
    """The loudest moment in decibels of full scale, and what to say of it."""
    loudest_db = 20 * float(np.log10(max(float(np.abs(sound).max()), 1e-5)))
    if loudest_db > -1:
        return loudest_db, "Too loud, step back a little"
    return loudest_db, "Rather quiet, come closer" if loudest_db < -30 else "A good level"


def save_sentence(sound: Samples, file: Path) -> None:
    """Write it as 16-bit FLAC. Raises UsageError if it cannot be written."""
    import soundfile

    try:
        soundfile.write(file, sound, HEARING_RATE, subtype="PCM_16", format="FLAC")
    except (OSError, soundfile.LibsndfileError) as error:
        raise UsageError(
            f"cannot write {file}: {error}. Choose another folder with --to."
        ) from error
