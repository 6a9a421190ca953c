"""What is installed has all that voicecook reads: no file of the package is left out of a wheel."""

from __future__ import annotations

import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "voicecook"
SETUP = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
PATTERNS: list[str] = SETUP["tool"]["setuptools"]["package-data"]["voicecook"]


def test_every_file_that_is_not_python_is_packed() -> None:
    there = {
        path for path in PACKAGE.rglob("*") if path.is_file() and "__pycache__" not in path.parts
    }
    packed = {path for pattern in PATTERNS for path in PACKAGE.glob(pattern)}
    assert {path for path in there - packed if path.suffix != ".py"} == set()
    assert PACKAGE / "commands/en/meaning.npz" in packed
    assert PACKAGE / "commands/en/examples/next.txt" in packed


def test_every_pattern_packs_something() -> None:
    assert all(any(PACKAGE.glob(pattern)) for pattern in PATTERNS)
