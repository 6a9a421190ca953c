from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LOCKS = sorted(ROOT.glob("requirements*.lock"))


def entries(lock: Path) -> dict[str, list[str]]:
    """Each `name==version ; marker` of a lock and its hashes."""
    found: dict[str, list[str]] = {}
    for line in lock.read_text().splitlines():
        words = line.removesuffix("\\").strip()
        if words.startswith("--hash="):
            found[list(found)[-1]].append(words)
        else:
            found[words] = []
    return found


def versions(lock: str) -> set[str]:
    return {entry.partition(" ")[0] for entry in entries(ROOT / lock)}


def names(requirements: list[str]) -> set[str]:
    return {re.split(r"[^A-Za-z0-9_.-]", line)[0].lower() for line in requirements}


def test_the_four_locks_are_there() -> None:
    assert [lock.name for lock in LOCKS] == [
        "requirements-build.lock",
        "requirements-dev.lock",
        "requirements-uv.lock",
        "requirements.lock",
    ]


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_every_package_is_pinned_with_its_sums(lock: Path) -> None:
    for entry, hashes in entries(lock).items():
        assert re.match(r"[a-z0-9-]+==[0-9]\S*", entry)
        assert hashes
        assert all(re.fullmatch(r"--hash=sha256:[0-9a-f]{64}", line) for line in hashes)


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_no_lock_says_where_packages_come_from(lock: Path) -> None:
    assert not re.search(r"://|--(extra-)?index|--find-links", lock.read_text())


def test_what_the_project_asks_for_is_locked() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    base = {pin.partition("==")[0] for pin in versions("requirements.lock")}
    dev = {pin.partition("==")[0] for pin in versions("requirements-dev.lock")}
    assert names(project["dependencies"]) <= base
    assert names(project["optional-dependencies"]["dev"]) <= dev


def test_the_tests_run_with_the_versions_a_cook_has() -> None:
    assert versions("requirements.lock") <= versions("requirements-dev.lock")
