"""Any recording becomes 16 kHz mono; what is no recording is refused in plain words."""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np
import pytest
import soundfile

from voicecook.errors import UsageError
from voicecook.sound.audio_files import Resampler, read_all, read_blocks, to_pcm

FORMATS = [
    ("tone.wav", 8000, 1, "PCM_16"),
    ("tone.wav", 16000, 1, "PCM_16"),
    ("tone.wav", 44100, 2, "FLOAT"),
    ("tone.wav", 48000, 1, "PCM_24"),
    ("tone.wav", 22050, 2, "PCM_U8"),
    ("tone.flac", 44100, 1, "PCM_16"),
    ("tone.flac", 96000, 2, "PCM_24"),
    ("tone.opus", 48000, 2, "OPUS"),
]


def tone(rate: int, seconds: float = 1.0) -> np.ndarray:
    return 0.5 * np.sin(2 * np.pi * 440 * np.arange(int(rate * seconds)) / rate)


def write(path: Path, rate: int, channels: int, subtype: str) -> None:
    samples = np.repeat(tone(rate)[:, None], channels, axis=1)
    container = {"opus": "OGG"}.get(path.suffix[1:])
    soundfile.write(path, samples, rate, subtype=subtype, format=container)


@pytest.mark.parametrize(("name", "rate", "channels", "subtype"), FORMATS)
def test_any_form_gives_the_same_tone(
    tmp_path: Path, name: str, rate: int, channels: int, subtype: str
) -> None:
    write(tmp_path / name, rate, channels, subtype)
    heard = read_all(tmp_path / name)
    assert heard.dtype == np.int16
    assert len(heard) == pytest.approx(16_000, abs=200)
    spectrum = np.abs(np.fft.rfft(heard[:16_000] * np.hanning(len(heard[:16_000]))))
    assert np.argmax(spectrum) == pytest.approx(440, abs=8)
    assert np.abs(heard).max() == pytest.approx(16_384, rel=0.1)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "empty file"),
        (b"dear diary, " * 400, "not a WAV"),
        (b"RIFF\x24\x00\x00\x00WAVEfmt ", "not a WAV"),
        (b"fLaC" + bytes(300), "not a WAV"),
    ],
    ids=["empty", "text renamed", "cut in the header", "zeros for FLAC"],
)
def test_what_is_no_recording_is_refused(tmp_path: Path, content: bytes, message: str) -> None:
    file = tmp_path / "broken.wav"
    file.write_bytes(content)
    with pytest.raises(UsageError, match=message) as refused:
        read_all(file)
    assert str(file) in str(refused.value)


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    for path, why in ((tmp_path / "none.wav", "no such file"), (tmp_path, "a folder")):
        with pytest.raises(UsageError, match=why):
            read_all(path)


def test_what_is_no_file_is_neither_read_nor_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.wav")
    (tmp_path / "zeros.wav").symlink_to("/dev/zero")
    for name in ("pipe.wav", "zeros.wav"):
        with pytest.raises(UsageError, match="not a file"):
            read_all(tmp_path / name)


@pytest.mark.parametrize("name", ["x" * 5_000, "a\0b"])
def test_a_name_no_file_can_have_is_refused(name: str) -> None:
    with pytest.raises(UsageError, match="no such file"):
        read_all(Path(name))


def test_a_wav_without_samples_is_refused(tmp_path: Path) -> None:
    soundfile.write(tmp_path / "none.wav", np.zeros(0), 16_000)
    with pytest.raises(UsageError, match="holds no sound"):
        read_all(tmp_path / "none.wav")


def test_a_truncated_wav_gives_what_is_there(tmp_path: Path) -> None:
    write(tmp_path / "whole.wav", 16_000, 1, "PCM_16")
    (tmp_path / "cut.wav").write_bytes((tmp_path / "whole.wav").read_bytes()[:16_044])
    assert len(read_all(tmp_path / "cut.wav")) == 8000


def test_a_long_recording_is_refused_where_a_short_one_is_wanted(tmp_path: Path) -> None:
    soundfile.write(tmp_path / "long.flac", np.zeros(16_000 * 8), 16_000)
    with pytest.raises(UsageError, match="longer than"):
        read_all(tmp_path / "long.flac", longest_s=5)


def test_blocks_are_all_of_one_size_but_the_last(tmp_path: Path) -> None:
    write(tmp_path / "tone.wav", 44_100, 1, "PCM_16")
    sizes = {len(block) for block in list(read_blocks(tmp_path / "tone.wav", 640))[:-1]}
    assert sizes == {640}


@pytest.mark.parametrize("block", [441, 1000, 4410])
def test_the_live_resampler_clicks_nowhere(block: int) -> None:
    source = tone(44_100, 2).astype(np.float32)
    resampler = Resampler(44_100)
    parts = [resampler.push(source[at : at + block]) for at in range(0, len(source), block)]
    heard = np.concatenate([*parts, resampler.push(np.empty(0, np.float32), last=True)])
    expected = tone(16_000, 2)
    size = min(len(heard), len(expected))
    assert np.abs(heard[800 : size - 800] - expected[800 : size - 800]).max() < 0.001


def test_too_loud_is_clipped_and_no_number_is_silence() -> None:
    wild = np.array([2.0, -2.0, np.nan, np.inf, 0.5], np.float32)
    assert to_pcm(wild).tolist() == [32767, -32768, 0, 32767, 16384]
