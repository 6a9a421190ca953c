"""What comes from outside can't steer the terminal."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voicecook.cli import main
from voicecook.printable import printable

RED = "\x1b[31m"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("crème brûlée for 4, 180°C ½", "crème brûlée for 4, 180°C ½"),
        (f"{RED}red", "\\x1b[31mred"),
        ("a\nb\tc\xa0d", "a b c d"),
        ("\x9b2J\x7f\x07", "\\x9b2J\\x7f\\x07"),
        ("evil\u202etxt.exe", "evil\\u202etxt.exe"),
        ("\ud800\udcff", "\\ud800\\udcff"),
    ],
)
def test_what_can_not_be_seen_is_shown_as_a_number(text: str, shown: str) -> None:
    assert printable(text) == shown


@given(st.text())
def test_any_text_becomes_one_that_can_be_seen(text: str) -> None:
    assert printable(text).isprintable()
    assert printable(printable(text)) == printable(text)


SOUP = "name: Soup\ningredients: [1 onion]\nsteps: [{title: Chop, say: Chop it.}]\n"


@pytest.mark.parametrize(
    "command",
    ["check {}", "check {}x", "plan {}x", "recipes", "recipes {}", "replay {}", "recipes --{}"],
)
def test_no_name_reaches_the_terminal_as_it_is(
    command: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("VOICECOOK_RECIPES", str(tmp_path))
    file = tmp_path / f"{RED}soup.yaml"
    file.write_text(SOUP)
    try:
        main([word.format(file) for word in command.split()])
    except SystemExit:
        assert command == "recipes --{}"
    out, err = capsys.readouterr()
    assert "\\x1b[31msoup" in out + err
    assert "\x1b" not in out + err
