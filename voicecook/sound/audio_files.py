"""Audio files in any common form, resampled to the 16 kHz mono PCM the recogniser wants."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from voicecook.errors import UsageError
from voicecook.sound.pcm import HEARING_RATE, Pcm, Samples

if TYPE_CHECKING:
    import soundfile

CHUNK_S = 1
LONGEST_S = 24 * 3600
RATES = (1_000, 768_000)
MOST_CHANNELS = 64


def read_blocks(path: Path, samples: int = HEARING_RATE * CHUNK_S) -> Iterator[Pcm]:
    """The recording as 16 kHz mono in blocks of this many samples (the last may be shorter).

    Memory stays bounded however long it is. Raises UsageError for what is no recording.
    """
    kept = np.empty(0, np.int16)
    for chunk in _converted(path):
        kept = np.concatenate([kept, to_pcm(chunk)])
        whole = len(kept) - len(kept) % samples
        for start in range(0, whole, samples):
            yield kept[start : start + samples]
        kept = kept[whole:]
    if len(kept):
        yield kept


def read_all(path: Path, longest_s: float = 600) -> Pcm:
    """A whole short recording as 16 kHz mono. Raises UsageError if it is longer than that."""
    parts: list[Pcm] = []
    for block in read_blocks(path):
        parts.append(block)
        if len(parts) * CHUNK_S > longest_s + CHUNK_S:
            raise UsageError(f"{path}: longer than {longest_s / 60:g} minutes; cut it shorter")
    return np.concatenate(parts)


def to_pcm(samples: Samples) -> Pcm:
    """Float audio as int16; what is too loud is clipped, what is no number is silence."""
    clean = np.nan_to_num(samples, nan=0.0, posinf=1.0, neginf=-1.0)
    return np.clip(np.round(clean * 32768), -32768, 32767).astype(np.int16)


class Resampler:
    """Brings a live stream from one rate to another, with no click where blocks meet."""

    def __init__(self, rate_in: int, rate_out: int = HEARING_RATE) -> None:
        import soxr

        self._stream = soxr.ResampleStream(rate_in, rate_out, 1, dtype="float32", quality="HQ")
        self._same = rate_in == rate_out

    def push(self, samples: Samples, last: bool = False) -> Samples:
        """The next block at the new rate; a little late, so the first may be empty."""
        if self._same:
            return samples
        out: Samples = self._stream.resample_chunk(samples, last=last)
        return out


def _converted(path: Path) -> Iterator[Samples]:
    with _opened(path) as sound:
        resampler = Resampler(sound.samplerate)
        seen = 0
        for chunk in _chunks(path, sound):
            seen += len(chunk)
            yield resampler.push(chunk)
        if not seen:
            raise UsageError(f"{path}: holds no sound; record it again")
        yield resampler.push(np.empty(0, np.float32), last=True)


def _opened(path: Path) -> soundfile.SoundFile:
    import soundfile

    _check_file(path)
    try:
        sound = soundfile.SoundFile(os.fsencode(path))  # any name, in any encoding
    except (soundfile.LibsndfileError, TypeError, RuntimeError) as error:
        raise UsageError(f"{path}: not a WAV, FLAC or Opus recording") from error
    _check_shape(path, sound)
    return sound


def _check_file(path: Path) -> None:
    """Refuse what is no file: libsndfile would wait for a pipe, and read a device for ever."""
    if os.path.isdir(path):  # noqa: PTH112 - unlike Path's, these never raise
        raise UsageError(f"{path}: a folder; name the recordings in it, such as {path}/*.wav")
    if not os.path.lexists(path):
        raise UsageError(f"{path}: no such file; give the path of a WAV, FLAC or Opus recording")
    if not os.path.isfile(path):  # noqa: PTH113
        raise UsageError(f"{path}: not a file; give the path of a WAV, FLAC or Opus recording")
    if not os.access(path, os.R_OK):
        raise UsageError(f"{path}: may not be read; check its rights")
    if os.path.getsize(path) == 0:  # noqa: PTH202
        raise UsageError(f"{path}: empty file; record it again")


def _check_shape(path: Path, sound: soundfile.SoundFile) -> None:
    low, high = RATES
    if not low <= sound.samplerate <= high:
        raise UsageError(f"{path}: {sound.samplerate} samples a second; expected {low} to {high}")
    if sound.channels > MOST_CHANNELS:
        raise UsageError(f"{path}: {sound.channels} channels; expected mono or stereo")


def _chunks(path: Path, sound: soundfile.SoundFile) -> Iterator[Samples]:
    import soundfile

    frames = sound.samplerate * CHUNK_S
    for _ in range(LONGEST_S // CHUNK_S):
        try:
            chunk = sound.read(frames, dtype="float32", always_2d=True)
        except (soundfile.LibsndfileError, RuntimeError) as error:
            raise UsageError(f"{path}: damaged; it cannot be read to its end") from error
        if not len(chunk):
            return
        yield np.ascontiguousarray(chunk.mean(axis=1, dtype=np.float32))
    raise UsageError(f"{path}: longer than {LONGEST_S // 3600} hours; cut it into shorter files")
