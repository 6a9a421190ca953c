from __future__ import annotations

from pathlib import Path

import pytest
import soundfile
import yaml

from tests.recordings.make import RATE, recordings_in
from voicecook.hearing.recording_names import recording_at

FOLDER = Path(__file__).parents[1] / "recordings"
FILES = sorted(FOLDER.glob("*.flac"))
WORDS = yaml.safe_load((FOLDER / "words.yaml").read_text())
VOICES = WORDS.pop("voices")


def test_every_listed_sentence_is_recorded() -> None:
    listed = {recording.file_name for recording in recordings_in(WORDS, list(VOICES))}
    assert listed <= {file.name for file in FILES}


def test_every_voice_says_commands_and_kitchen_talk() -> None:
    said = {(at.voice, at.ignored) for at in map(recording_at, FILES)}
    assert {(voice, ignored) for voice in VOICES for ignored in (True, False)} <= said


def test_they_are_small() -> None:
    assert sum(file.stat().st_size for file in FILES) < 6_500_000


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_recording_is_mono_at_16_khz(file: Path) -> None:
    found = soundfile.info(file)
    assert (found.samplerate, found.channels) == (RATE, 1)
    assert 1.0 < found.duration < 8.0
