"""Whole conversations as people have them, with what a good sous-chef would say and do.

Where the app does otherwise as yet, a `known_failures` file beside the dialogs names the line. It
must come off the list once it holds.
"""

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from voicecook.rehearsal import load_scenario, replay

FOLDER = Path(__file__).parents[1] / "dialogs"
LISTS = sorted(FOLDER.glob("known_failures*.yaml"))
DIALOGS = sorted(set(FOLDER.glob("*.yaml")) - set(LISTS))
KNOWN: list[dict[str, Any]] = [
    one for path in LISTS for one in yaml.safe_load(path.read_text()) or []
]
PLACES = {(one["file"], one["line"]) for one in KNOWN}


@cache
def failed(name: str) -> Mapping[int, list[str]]:
    """What did not hold in this dialog, by its line in the file."""
    lines = defaultdict(list)
    for failure in replay(load_scenario(FOLDER / name)).failures:
        match = re.match(r"line (\d+) ", failure)
        assert match, failure
        lines[int(match[1])].append(failure)
    return dict(lines)


@pytest.mark.parametrize("path", DIALOGS, ids=lambda path: path.stem)
def test_dialog(path: Path) -> None:
    fresh = [told for line, told in failed(path.name).items() if (path.name, line) not in PLACES]
    assert fresh == []


if KNOWN:  # pytest takes no empty set of parameters

    @pytest.mark.parametrize(
        "one",
        [
            pytest.param(one, marks=pytest.mark.xfail(strict=True, reason=one["what"]))
            for one in KNOWN
        ],
        ids=lambda one: f"{one['file']}:{one['line']}",
    )
    def test_known_failure(one: dict[str, Any]) -> None:
        assert one["line"] not in failed(one["file"]), "not yet as it should be"


def test_the_list_names_lines_that_are_there() -> None:
    """So that a dialog that is changed takes its entries with it."""
    for one in KNOWN:
        script = load_scenario(FOLDER / one["file"]).script
        assert one["line"] in {line.number for line in script}, one


@pytest.mark.parametrize("path", DIALOGS, ids=lambda path: path.stem)
def test_a_dialog_has_ten_turns_or_more(path: Path) -> None:
    assert sum(line.kind == "type" for line in load_scenario(path).script) >= 10
