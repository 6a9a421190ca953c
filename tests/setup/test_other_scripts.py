"""What the rarer scripts say when they cannot do what they are for."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A checkout in which set-up does nothing, and a PATH with nothing but the plainest tools."""
    scripts = tmp_path / "tree/scripts"
    scripts.mkdir(parents=True)
    for name in ("pure.sh", "test-pythons", "try-fresh"):
        shutil.copy(ROOT / "scripts" / name, scripts / name)
    program(scripts / "setup", 'mkdir -p "$VOICECOOK_VENV/bin"; cp "$VOICECOOK_PYTHON" "$_/python"')
    (tmp_path / "bin").mkdir()
    for name in ("bash", "cp", "dirname", "env", "mkdir", "readlink"):
        (tmp_path / "bin" / name).symlink_to(shutil.which(name) or "")
    return tmp_path / "tree"


def program(file: Path, does: str) -> None:
    file.write_text(f"#!/bin/bash\n{does}\n")
    file.chmod(0o755)


def run(tree: Path, *words: str) -> subprocess.CompletedProcess[str]:
    tools = tree.parent / "bin"
    return subprocess.run(
        [tree / "scripts" / words[0], *words[1:]],
        env={"PATH": os.fspath(tools), "HOME": os.fspath(tree)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def python(version: str, tests: str = "exit 0") -> str:
    return f'case "$*" in *version_info*) echo {version} ;; *pytest*) {tests} ;; esac'


def test_each_python_that_is_here_is_tried_and_the_others_are_named(tree: Path) -> None:
    program(tree.parent / "bin/python3.11", "exit 127")  # pyenv's for a Python it has not
    program(tree.parent / "bin/python3.12", python("3.12"))
    tried = run(tree, "test-pythons")
    assert tried.returncode == 0
    assert tried.stdout.splitlines()[-3:] == [
        "test-pythons: Python 3.11 is not here",
        "test-pythons: Python 3.12: passed",
        "test-pythons: Python 3.13 is not here",
    ]


def test_one_python_that_fails_is_enough(tree: Path) -> None:
    program(tree.parent / "bin/python3.12", python("3.12"))
    program(tree.parent / "bin/python3.13", python("3.13", "exit 1"))
    tried = run(tree, "test-pythons")
    assert tried.returncode == 1
    assert "Python 3.13: FAILED" in tried.stdout


def test_without_any_python_nothing_has_passed(tree: Path) -> None:
    assert run(tree, "test-pythons").returncode == 3


@pytest.mark.parametrize("words", [("--suite", "woody"), ("--arch", "m68k"), ("--suite",), ("-h",)])
def test_another_debian_than_those_we_know_is_refused(tree: Path, words: tuple[str, ...]) -> None:
    tried = run(tree, "try-fresh", *words)
    assert tried.returncode == 2
    assert "usage: scripts/try-fresh [--suite bookworm|trixie] [--arch amd64|arm64]" in tried.stderr
