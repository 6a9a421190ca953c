"""Scripts that are typed: whole cooks in milliseconds, with neither recogniser nor voice."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

from voicecook.rehearsal import Result, load_scenario, replay

SCENARIOS = sorted((Path(__file__).parents[1] / "scenarios").glob("*.yaml"))
TYPED = [path for path in SCENARIOS if load_scenario(path).silent]
PORK = "recipe: honey-glazed-pork-belly\nstart: 2026-11-22 17:00:00\nscript:\n"
SOUNDS = ("vosk", "pyttsx3", "sounddevice", "soxr")


def played(folder: Path, script: str) -> Result:
    path = folder / "typed.yaml"
    path.write_text(PORK + script)
    return replay(load_scenario(path))


@pytest.mark.parametrize("path", TYPED, ids=lambda path: path.stem)
def test_scenario(path: Path) -> None:
    assert replay(load_scenario(path)).failures == []


def test_timers_run_on_while_the_app_speaks(tmp_path: Path) -> None:
    result = played(
        tmp_path,
        "  - type: set a timer for one minute\n    expect: {timers: {1 minute: 60 s}}\n"
        "  - type: go to step five\n"
        "  - wait: 30 s\n"
        "  - type: how long left\n    expect: {alerts: [], says: [seconds left]}\n"
        "  - wait: 30 s\n    expect: {alerts: [1 minute]}\n",
    )
    assert result.failures == []


def test_a_wait_counts_from_what_the_line_before_did(tmp_path: Path) -> None:
    result = played(
        tmp_path,
        "  - type: set a rice timer for ten minutes\n"
        "  - wait: 9 min\n    expect: {timers: {rice: 1 min}}\n"
        "  - wait: until 17:30\n    expect: {alerts: [rice]}\n",
    )
    assert result.failures == []
    assert result.happenings[-1].at.strftime("%H:%M:%S") in ("17:30:00", "17:30:01")


def test_after_a_power_cut_the_diary_knows_how_long_it_was(tmp_path: Path) -> None:
    result = played(
        tmp_path,
        "  - type: set a rice timer for ten minutes\n  - wait: 5 min\n"
        "  - power_cut: 4 min\n"
        "    expect: {says: [away for 4 minutes, 1 minute left], timers: {rice: 1 min}}\n",
    )
    assert result.failures == []


def test_what_is_nearly_a_command_is_asked_back(tmp_path: Path) -> None:
    result = played(
        tmp_path,
        "  - type: okay we better move on from this\n"
        "    expect: {intents: [], step: 1, says: [Shall I go on?]}\n",
    )
    assert result.failures == []


def test_a_failed_expectation_names_the_line_and_what_happened(tmp_path: Path) -> None:
    result = played(tmp_path, "  - type: next\n    expect: {step: 5}\n")
    told = "\n".join(result.failures)
    assert "line 4 (type next): expected step 5, is at step 2" in told
    assert "heard ['next']" in told


def test_fifteen_lines_take_less_than_a_tenth_of_a_second(tmp_path: Path) -> None:
    script = "  - type: next\n  - type: how much honey\n  - type: how long left\n" * 5
    taken = []
    for _ in range(5):
        begun = time.process_time()
        assert played(tmp_path, script).passed
        taken.append(time.process_time() - begun)
    assert min(taken) < 0.1


def test_neither_recogniser_nor_voice_is_loaded(tmp_path: Path) -> None:
    script = tmp_path / "typed.yaml"
    script.write_text(PORK + "  - type: next\n    expect: {step: 2}\n")
    code = (
        "import subprocess, sys; from voicecook.cli import main\n"
        "subprocess.Popen = None  # the voice is a process of its own\n"
        f"assert main(['replay', {str(script)!r}]) == 0\n"
        f"assert not set(sys.modules) & set({SOUNDS!r}), sys.modules"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "ok   typed\n"), done.stderr
