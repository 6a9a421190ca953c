"""`voicecook bench` where something is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from voicecook.cli import main


def test_without_a_model_it_names_the_mending_command(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setenv("VOICECOOK_MODEL", str(tmp_path / "nowhere"))
    assert main(["bench", "--json"]) == 3
    printed = capsys.readouterr()
    assert "voicecook model fetch" in printed.err
    assert printed.out == ""


def test_an_unknown_option_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(["bench", "--jason"])
    assert "--jason" in capsys.readouterr().err
