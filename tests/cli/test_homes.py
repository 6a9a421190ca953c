"""Homes that nobody has."""

from __future__ import annotations

import pytest

from voicecook.cli import main
from voicecook.cli.doctor import diary_folder, model

NOBODYS = "~nobody-by-this-name/kitchen"


@pytest.mark.parametrize(
    ("variable", "command"),
    [
        ("VOICECOOK_RECIPES", "recipes"),
        ("VOICECOOK_MODEL", "model path"),
        ("XDG_STATE_HOME", "cook --typed"),
    ],
)
def test_a_home_nobody_has_is_told(
    variable: str,
    command: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv(variable, NOBODYS)
    assert main(command.split()) == 2
    assert capsys.readouterr().err == (
        f"voicecook: {NOBODYS}: there is no such home; set HOME, or write it out\n"
    )


def test_doctor_tells_it_and_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VOICECOOK_MODEL", NOBODYS)
    monkeypatch.setenv("XDG_STATE_HOME", NOBODYS)
    for finding in (model(), diary_folder(None)):
        assert "there is no such home" in finding.mend
