"""The program as a process, with standard input and output as they may be."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

VOICECOOK = [sys.executable, "-m", "voicecook"]
PLAN = "plan honey-glazed-pork-belly"
ASCII = {"LC_ALL": "C", "PYTHONIOENCODING": "ascii"}


def run(
    command: str, typed: bytes = b"", after: str = "", **environment: str
) -> subprocess.CompletedProcess[bytes]:
    """Run a command as a shell would, with what comes after it: ">&-", "| head -1"."""
    return subprocess.run(
        ["bash", "-c", f'set -o pipefail; "$@" {after}', "sh", *VOICECOOK, *command.split()],
        input=typed,
        capture_output=True,
        env=os.environ | environment,
        timeout=60,
        check=False,
    )


@pytest.fixture
def typed(tmp_path: Path) -> str:
    return f"cook --typed --state {tmp_path}"


@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&-", "<&- >&- 2>&-"])
def test_closed_streams_are_no_fault(closed: str, typed: str) -> None:
    ended = run(typed, b"next\n", closed)
    assert ended.returncode == 0
    assert ended.stderr == b""


@pytest.mark.parametrize("command", [PLAN, "recipes", "--help"])
def test_who_reads_only_the_first_letter_is_told_nothing(command: str) -> None:
    ended = run(command, after="| head -c 1")
    assert ended.returncode == 0
    assert ended.stderr == b""


def test_a_full_disk_is_told_in_one_line(typed: str) -> None:
    for command in (typed, PLAN):
        ended = run(command, b"next\n", ">/dev/full")
        assert ended.returncode == 3
        assert ended.stderr.count(b"\n") == 1
        assert b"No space left" in ended.stderr


def test_a_terminal_that_knows_only_ascii_gets_question_marks(typed: str) -> None:
    ended = run(typed, "crème brûlée\nnext\n".encode(), **ASCII)
    assert ended.returncode == 0
    assert ended.stderr == b""
    assert b"Preheat the oven to 170?C." in ended.stdout
    assert b"Step 2." in ended.stdout


def test_bytes_that_are_no_text_end_nothing(typed: str) -> None:
    ended = run(typed, b"n\xe9xt \xff\nnext\n", PYTHONIOENCODING="utf-8")
    assert ended.returncode == 0
    assert b"Step 2." in ended.stdout


def test_a_time_zone_that_can_not_be_is_told(typed: str) -> None:
    for command in (typed, PLAN):
        ended = run(command, TZ="UTC+25")
        assert ended.returncode == 2
        assert ended.stderr.startswith(b'voicecook: TZ="UTC+25" is no time zone')


def test_ctrl_c_while_the_program_is_loaded_ends_it_quietly(tmp_path: Path) -> None:
    (tmp_path / "argparse.py").write_text("print(flush=True)\nimport time\ntime.sleep(60)\n")
    slow = os.environ | {"PYTHONPATH": os.pathsep.join([str(tmp_path), *filter(None, sys.path)])}
    with subprocess.Popen(
        [*VOICECOOK, "recipes"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=slow
    ) as loading:
        assert loading.stdout
        loading.stdout.readline()
        loading.send_signal(signal.SIGINT)
        _, told = loading.communicate(timeout=20)
    assert told == b""
    assert loading.returncode in (130, -signal.SIGINT)
