"""Whole cooks, scripted: the real recogniser, the real voice, virtual time."""

import json
import os
from pathlib import Path

import pytest

from voicecook.cli import main
from voicecook.errors import UsageError
from voicecook.kitchen.beginning import Equipment
from voicecook.rehearsal import json_lines, load_scenario, replay

SCENARIOS = sorted((Path(__file__).parents[1] / "scenarios").glob("*.yaml"))
SOUNDING = [path for path in SCENARIOS if not load_scenario(path).silent]
"""The others are in tests/kitchen/test_typed_scenarios.py."""

pytestmark = pytest.mark.sound


@pytest.mark.parametrize("path", SOUNDING, ids=lambda path: path.stem)
def test_scenario(path: Path, parts: Equipment) -> None:
    result = replay(load_scenario(path), parts)
    assert result.failures == []


def test_a_failed_expectation_is_told_with_everything_that_happened(
    tmp_path: Path, parts: Equipment
) -> None:
    path = tmp_path / "wrong.yaml"
    path.write_text(
        "recipe: honey-glazed-pork-belly\nscript:\n"
        "  - say: next\n    expect: {step: 5, says: [pat the turkey]}\n"
    )
    result = replay(load_scenario(path), parts)
    told = "\n".join(result.failures)
    assert "line 3 (say next): expected step 5, is at step 2" in told
    assert 'expected to hear "pat the turkey"' in told
    assert "heard ['next']" in told


def test_json_tells_the_story_in_order(tmp_path: Path, parts: Equipment) -> None:
    path = tmp_path / "short.yaml"
    path.write_text(
        "recipe: honey-glazed-pork-belly\nstart: 2026-11-22 17:00:00\nscript:\n"
        "  - say: set a timer for one minute\n  - wait: 1 min\n"
    )
    lines = [json.loads(line) for line in json_lines(replay(load_scenario(path), parts))]
    kinds = [next(key for key in line if key != "at") for line in lines]
    assert kinds[0] == "said"
    assert kinds.index("heard") < kinds.index("alert") < kinds.index("scenario")
    assert lines[-1] == {"scenario": "short", "passed": True, "failures": []}
    stood = [line for line in lines if "step" in line]
    assert stood[0]["timers"]["1 minute"] == pytest.approx(60, abs=8)
    assert lines[0]["at"].startswith("2026-11-22T17:00:0")


def test_spoken_and_typed_lines_may_follow_each_other(tmp_path: Path, parts: Equipment) -> None:
    path = tmp_path / "mixed.yaml"
    path.write_text(
        "recipe: honey-glazed-pork-belly\nscript:\n"
        "  - say: next\n    expect: {step: 2}\n"
        "  - type: how much honey\n    expect: {says: [four tablespoons], step: 2}\n"
        "  - say: next\n    expect: {step: 3}\n"
    )
    assert replay(load_scenario(path), parts).failures == []


def test_what_is_not_rendered_takes_nearly_as_long_as_what_is(
    tmp_path: Path, parts: Equipment
) -> None:
    path = tmp_path / "typed.yaml"
    path.write_text(
        "recipe: honey-glazed-pork-belly\nscript:\n  - type: help\n" + "  - type: next\n" * 12
    )
    spoken, unspoken = (replay(load_scenario(path), ears).happenings for ears in (parts, None))
    took = [(told[-1].at - told[0].at).total_seconds() for told in (spoken, unspoken)]
    assert took[1] == pytest.approx(took[0], rel=0.1)


def test_a_voice_that_is_not_there_is_told_with_its_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    script = tmp_path / "some.yaml"
    script.write_text("recipe: honey-glazed-pork-belly\nscript:\n  - {say: next, voice: nobody}\n")
    assert main(["replay", str(script)]) == 2
    assert f'{script}:3: the voice "nobody" can\'t say this' in capsys.readouterr().err


def test_words_the_voice_has_no_sound_for_are_told_with_their_line(
    tmp_path: Path, parts: Equipment
) -> None:
    script = tmp_path / "some.yaml"
    script.write_text("recipe: honey-glazed-pork-belly\nscript:\n  - say: \u0663\n")
    with pytest.raises(UsageError, match=r"some.yaml:3: the voice says nothing"):
        replay(load_scenario(script), parts)


def test_a_tape_no_sound_can_be_written_to_is_told_before_the_cook(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    os.mkfifo(tmp_path / "pipe.wav")
    for tape, told in (("pipe.wav", "is no file"), ("cook.txt", "must end in .wav")):
        assert main(["replay", str(SCENARIOS[0]), "--wav", str(tmp_path / tape)]) == 2
        assert told in capsys.readouterr().err
