from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
import soundfile

from voicecook.cli import main
from voicecook.cli.record import record_all, wanted_recordings
from voicecook.errors import UsageError
from voicecook.hearing.recording_names import Recording, recording_at
from voicecook.sound.pcm import HEARING_RATE, Samples
from voicecook.sound.sentence_recorder import LISTEN_S, level_words, sentence_in

BLOCK = HEARING_RATE // 20
NEXT = Recording("next", "maria")


def room(blocks: int) -> list[Samples]:
    return [np.full(BLOCK, 0.001, np.float32)] * blocks


def speech(blocks: int, loud: float = 0.2) -> list[Samples]:
    return [np.full(BLOCK, loud, np.float32)] * blocks


class Takes:
    """A microphone that gives these one after the other."""

    def __init__(self, *sounds: Samples | None) -> None:
        self._sounds = iter(sounds)

    def take(self) -> Samples | None:
        return next(self._sounds)


def answering(*answers: str) -> Callable[[str], str]:
    """A speaker who presses these keys, then closes the keyboard."""
    left: Iterator[str] = iter(answers)

    def ask(_: str) -> str:
        for answer in left:
            return answer
        raise EOFError

    return ask


@pytest.mark.parametrize(
    ("recording", "name"),
    [
        (Recording("what's next", "slt"), "what's_next--slt.flac"),
        (Recording("Go to step three", "maria"), "go_to_step_three--maria.flac"),
        (Recording("who's there", "rms", True), "oov_who's_there--rms.flac"),
    ],
)
def test_a_recording_is_named_by_its_words(recording: Recording, name: str) -> None:
    assert recording.file_name == name
    read = recording_at(Path("recordings") / name)
    assert (read.words, read.ignored) == (recording.words.lower(), recording.ignored)


def test_a_take_ends_a_second_after_the_last_word() -> None:
    sound = sentence_in(room(10) + speech(12) + room(200))
    assert sound is not None
    assert len(sound) == (10 + 12 + 20) * BLOCK


def test_a_pause_inside_a_sentence_does_not_end_it() -> None:
    sound = sentence_in(room(5) + speech(6) + room(15) + speech(6) + room(100))
    assert sound is not None
    assert len(sound) == (5 + 6 + 15 + 6 + 20) * BLOCK


def test_a_silent_room_is_given_up_after_eight_seconds() -> None:
    blocks = iter(room(1000))
    assert sentence_in(blocks) is None
    assert 1000 - len(list(blocks)) == LISTEN_S * 20


@pytest.mark.parametrize(
    ("loudest", "advice"), [(1.0, "Too loud"), (0.2, "A good level"), (0.01, "Rather quiet")]
)
def test_the_speaker_is_told_how_loud_it_was(loudest: float, advice: str) -> None:
    assert level_words(np.array([0, loudest], np.float32))[1].startswith(advice)


def test_what_is_kept_is_on_the_disk_as_it_was_said(tmp_path: Path) -> None:
    sound = np.concatenate(speech(10))
    assert record_all([NEXT], Takes(sound), tmp_path / "mine", answering("", "")) == 1
    written, rate = soundfile.read(tmp_path / "mine" / "next--maria.flac", dtype="float32")
    assert rate == HEARING_RATE
    assert np.allclose(written, sound, atol=1e-4)


def test_going_again_replaces_the_take(tmp_path: Path) -> None:
    first, second = np.concatenate(speech(5)), np.concatenate(speech(9))
    record_all([NEXT], Takes(first, second), tmp_path, answering("", "r", "", ""))
    assert len(soundfile.read(tmp_path / NEXT.file_name)[0]) == len(second)


def test_nothing_heard_is_told_and_tried_again(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    takes = Takes(None, np.concatenate(speech(5)))
    assert record_all([NEXT], takes, tmp_path, answering("", "", "")) == 1
    assert "Nothing was heard" in capsys.readouterr().out


@pytest.mark.parametrize("answers", [("s",), ("q",), (), ("", "q")])
def test_what_is_not_kept_is_not_written(answers: tuple[str, ...], tmp_path: Path) -> None:
    takes = Takes(np.concatenate(speech(5)))
    assert record_all([NEXT], takes, tmp_path, answering(*answers)) == 0
    assert list(tmp_path.iterdir()) == []


def test_the_usual_sentences_hold_some_that_must_be_ignored() -> None:
    usual = list(wanted_recordings([], "maria", False))
    assert any(recording.ignored for recording in usual)
    assert len({recording.file_name for recording in usual}) == len(usual)


@pytest.mark.parametrize("sentence", ["go to 3", "", "../../etc", "ändern", "a" * 200])
def test_a_sentence_is_written_in_plain_words(sentence: str) -> None:
    with pytest.raises(UsageError, match="in words"):
        list(wanted_recordings([sentence], "maria", False))


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(UsageError, match="Choose another --to"):
        record_all([NEXT], Takes(), tmp_path / "file" / "in", answering())


def test_a_name_without_a_letter_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["record", "--name", "..."]) == 2
    assert "--name maria" in capsys.readouterr().err
