"""Scenario files: what is read, and every mistake at its place."""

from pathlib import Path

import pytest

from voicecook.errors import UsageError
from voicecook.rehearsal import scenario

HEAD = "recipe: honey-glazed-pork-belly\nstart: 2026-11-22 17:00:00\n"


def read(folder: Path, text: str) -> scenario.Scenario:
    path = folder / "some.yaml"
    path.write_text(text)
    return scenario.load_scenario(path)


def test_a_script_is_read_line_by_line(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        HEAD
        + "script:\n"
        + "  - say: next\n    voice: en-gb\n"
        + "    expect: {step: 2, says: [pat the pork], timers: {}}\n"
        + "  - wait: 90 min\n  - wait: until 18:30\n  - power_cut: 4 min\n",
    )
    said, waited, until, cut = found.script
    assert (said.kind, said.words, said.voice, said.number) == ("say", "next", "en-gb", 4)
    assert said.expect == scenario.Expectation(step=2, says=("pat the pork",), timers={})
    assert (waited.seconds, until.until, cut.seconds) == (5400, (18, 30), 240)
    assert (found.start.hour, found.name) == (17, "some")


def test_a_script_is_silent_if_nothing_in_it_sounds(tmp_path: Path) -> None:
    typed = "script:\n  - type: play a.wav\n  - wait: 1 min\n  - power_cut: 1 min\n"
    found = read(tmp_path, HEAD + typed)
    assert (found.script[0].kind, found.script[0].words) == ("type", "play a.wav")
    assert found.silent
    assert not read(tmp_path, HEAD + typed + "  - over: stop\n").silent


@pytest.mark.parametrize(
    ("script", "told"),
    [
        ("  - sya: next\n", '4:5: this script line has no "sya"; did you mean "say"?'),
        ("  - {say: next, wait: 3 min}\n", "4:5: a script line needs one of say, play"),
        ("  - type:\n", '4:10: write what the cook types, such as "type: next"'),
        ("  - wait: soon\n", "4:11: "),
        ("  - wait: until 25:99\n", "4:11: "),
        ("  - play: nowhere.flac\n", '4:11: there is no file "nowhere.flac" here or above'),
        ("  - {say: next, expect: {stp: 2}}\n", 'this expectation has no "stp"'),
        ("  - {say: next, expect: {step: two}}\n", '"two" is not a whole number, such as 3'),
        ("  - {say: next, expect: {timers: none}}\n", "timers are written {name: time left}"),
        ("  - {say: next, expect: {mode: asleep}}\n", "cooking, paused, finished"),
    ],
)
def test_a_mistake_is_told_with_its_place(tmp_path: Path, script: str, told: str) -> None:
    with pytest.raises(UsageError) as error:
        read(tmp_path, HEAD + "script:\n" + script)
    assert told in str(error.value)
    assert "some.yaml:" in str(error.value)


@pytest.mark.parametrize(
    "text", ["", "just words", "- a\n- b\n", "recipe: x\n", "\tx: {", "a: &a [*a]"]
)
def test_what_is_no_scenario_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(UsageError):
        read(tmp_path, text)


def test_missing_and_binary_files_are_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="can't be read"):
        scenario.load_scenario(tmp_path / "none.yaml")
    (tmp_path / "binary.yaml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(UsageError, match="UTF-8"):
        scenario.load_scenario(tmp_path / "binary.yaml")
