"""Scenario files: what is read, and every mistake at its place."""

import os
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
        ("  - type:\n", '4:10: there is nothing to say; write "type: next"'),
        ("  - wait: soon\n", "4:11: "),
        ("  - wait: until 25:99\n", "4:11: "),
        ("  - play: nowhere.flac\n", '4:11: there is no file "nowhere.flac" here or above'),
        ("  - {say: next, expect: {stp: 2}}\n", 'this expectation has no "stp"'),
        ("  - {say: next, expect: {step: two}}\n", '"two" is not a whole number, such as 3'),
        ("  - {say: next, expect: {timers: none}}\n", "timers are written {name: time left}"),
        ("  - {say: next, expect: {mode: asleep}}\n", "cooking, paused, finished"),
        ("  - say:\n", '4:9: there is nothing to say; write "say: next"'),
        ("  - over: ...\n", '4:11: there is nothing to say; write "over: next"'),
        ("  []\n", "4:3: this script is empty"),
        ("  - wait: 5 days\n  - power_cut: 5 days\n", "more than a week"),
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


@pytest.mark.parametrize("level", ["1e9", "-1e300", "inf", "nan", "101"])
@pytest.mark.parametrize("where", ["echo_db: {}", "noise: {{file: some.yaml, snr_db: {}}}"])
def test_a_level_no_sound_can_have_is_refused(tmp_path: Path, level: str, where: str) -> None:
    with pytest.raises(UsageError, match="is no level; write -100 to 100"):
        read(tmp_path, f"{HEAD}{where.format(level)}\nscript: [wait: 1 min]\n")


@pytest.mark.parametrize("start", ["0001-01-01 00:00", "9999-12-31 23:59", "1969-12-31"])
def test_a_start_too_far_off_is_refused(tmp_path: Path, start: str) -> None:
    with pytest.raises(UsageError, match="too far off; the years are 1970 to 2100"):
        read(tmp_path, f"recipe: x\nstart: {start}\nscript: [wait: 1 min]\n")


def test_what_is_no_file_is_neither_read_nor_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.yaml")
    for path in (tmp_path / "pipe.yaml", Path("/dev/zero"), tmp_path):
        with pytest.raises(UsageError, match="is not a file"):
            scenario.load_scenario(path)


def test_a_huge_file_is_refused_at_once(tmp_path: Path) -> None:
    with (tmp_path / "huge.yaml").open("wb") as file:
        file.truncate(3_000_000_000)
    with pytest.raises(UsageError, match="larger than 1 MB"):
        scenario.load_scenario(tmp_path / "huge.yaml")


def test_missing_and_binary_files_are_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no such file"):
        scenario.load_scenario(tmp_path / "none.yaml")
    (tmp_path / "binary.yaml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(UsageError, match="UTF-8"):
        scenario.load_scenario(tmp_path / "binary.yaml")
