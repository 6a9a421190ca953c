"""`voicecook understand`: whatever a line is, the next ones are answered."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

BAD = {
    "half a letter": ('{"text": "\\ud800"}', ""),
    "a list": ("[1, 2]", "JSON, but no sentence"),
    "a number for a text": ('{"text": 5}', '"text" and "app_said" must be texts'),
    "a list for a text": ('{"text": ["next"]}', '"text" and "app_said" must be texts'),
    "a step that is none": ('{"text": "next", "step": 1e999}', '"step" is a number from 1'),
    "cut short": ('{"text": ', "not JSON"),
    "nested": ("[" * 50_000, "not JSON"),
    "nested keys": ('{"a":' * 10_000, "not JSON"),
    "huge": ("next " * 30_000, "longer than 100000 letters"),
}


@pytest.mark.parametrize("kind", BAD)
def test_a_bad_line_is_told_and_the_next_is_answered(kind: str) -> None:
    line, told = BAD[kind]
    command = [sys.executable, "-m", "voicecook", "understand"]
    lines = f"repeat\n{line}\nnext\n".encode()
    ended = subprocess.run(command, input=lines, capture_output=True, timeout=60, check=False)
    answers = [json.loads(answer) for answer in ended.stdout.splitlines()]
    assert [answers[0]["text"], answers[-1]["text"]] == ["repeat", "next"]
    assert ended.returncode == (2 if told else 0)
    assert ended.stderr.decode().startswith(f"voicecook: line 2: {told}" if told else "")
    assert ended.stderr.count(b"\n") == bool(told)
