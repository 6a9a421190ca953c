from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from voicecook.cli import doctor, main
from voicecook.cli.doctor import (
    Finding,
    diary_folder,
    findings,
    level,
    listened,
    model,
    packages,
    shared_library,
)
from voicecook.sound.blocks import Block
from voicecook.sound.card import Gone
from voicecook.sound.pcm import BLOCK


def test_every_line_is_fine_or_says_what_to_do(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ended = main(["doctor", "--state", str(tmp_path)])
    lines = capsys.readouterr().out.splitlines()
    missing = [number for number, line in enumerate(lines) if line.startswith("mend")]
    assert ended == (3 if missing else 0)
    assert all(lines[number + 1].startswith(" " * 6) for number in missing)


def test_it_looks_at_all_that_cooking_takes(tmp_path: Path) -> None:
    assert [finding.what for finding in findings(tmp_path)] == [
        "Python",
        "Python packages",
        "sound",
        "voice",
        "recogniser",
        "speech",
        "speech model",
        "microphone",
        "loudspeaker",
        "diary",
    ]


def test_the_tests_run_where_all_packages_are() -> None:
    assert packages().mend == ""


def test_a_missing_library_is_told_with_the_package_it_comes_in() -> None:
    found = shared_library("sound", "libnosuchthing.so.2", "libnosuchthing2")
    assert found == Finding(
        "sound", "no libnosuchthing.so.2", "Run: sudo apt-get install libnosuchthing2"
    )


def test_a_missing_model_is_told_with_the_command_that_mends_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("VOICECOOK_MODEL", str(tmp_path))
    assert "`voicecook model fetch`" in model().mend


def test_a_diary_that_would_lie_in_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert "--state" in diary_folder(tmp_path / "file" / "state").mend


def test_a_diary_folder_is_not_made_by_looking(tmp_path: Path) -> None:
    assert diary_folder(tmp_path / "new" / "state").mend == ""
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize(
    ("peak_db", "found", "mend"),
    [
        (-90, "usb, muted", "Turn it up: alsamixer -V capture"),
        (-55, "usb, -55 dB in this room", ""),
        (-0.5, "usb, -0 dB in this room", "Too loud. Turn it down: alsamixer -V capture"),
    ],
)
def test_the_level_of_the_microphone_is_told(peak_db: float, found: str, mend: str) -> None:
    assert level(Finding("microphone", "usb"), peak_db) == Finding("microphone", found, mend)


class Quiet:
    """A card that hears the same all the time."""

    gone: Gone = ""

    def __init__(self, loudness: int | None) -> None:
        self._loudness = loudness

    def start(self) -> None:
        """Always works."""

    def stop(self) -> None:
        """Nothing to end."""

    def read(self, timeout_s: float) -> Block | None:
        if self._loudness is None:
            return None
        sound = np.full(BLOCK, self._loudness, np.int16)
        return Block(sound, np.zeros(BLOCK, np.int16))


@pytest.mark.parametrize(
    ("loudness", "found"),
    [(0, "usb, muted"), (-32768, "usb, 0 dB"), (None, "usb, but no sound comes")],
)
def test_a_microphone_is_listened_to(
    loudness: int | None, found: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(doctor, "PATIENCE_S", 0.5)
    finding = listened(Quiet(loudness), Finding("microphone", "usb"))
    assert finding.found.startswith(found)
    assert finding.mend
