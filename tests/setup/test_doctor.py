from __future__ import annotations

from pathlib import Path

import pytest

from voicecook.cli import main
from voicecook.cli.doctor import Finding, diary_folder, findings, model, packages, shared_library


def test_every_line_is_fine_or_says_what_to_do(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ended = main(["doctor", "--state", str(tmp_path)])
    lines = capsys.readouterr().out.splitlines()
    missing = [number for number, line in enumerate(lines) if line.startswith("missing")]
    assert ended == (3 if missing else 0)
    assert all(lines[number + 1].startswith(" " * 9) for number in missing)


def test_it_looks_at_all_that_cooking_takes(tmp_path: Path) -> None:
    assert [finding.what for finding in findings(tmp_path)] == [
        "Python",
        "Python packages",
        "sound",
        "voice",
        "echo removal",
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
