"""Figures for people, for tools and for a page."""

from __future__ import annotations

import json
from xml.etree import ElementTree as ET

import pytest

from voicecook.bench import plot, report
from voicecook.bench.figures import Estimate, Figure, at_least, at_most, exactly

QUIET = Figure(
    "words_quiet", "real speakers, quiet", "held-out half", 73, "words", "%",
    Estimate(95.9, 88.6, 98.6), Estimate(94.5, 86.7, 97.9), at_least(99.5),
    Estimate(97.3, 90.5, 99.2), "missed: no",
)  # fmt: skip
TALK = Figure(
    "false_actions", "false actions", "held-out half", 0.21, "hours", "an hour",
    Estimate(0.0, 0.0, 14.3), Estimate(9.5, 1.2, 34.4), at_most(0.1), Estimate(19.0, 5.2, 48.8),
)  # fmt: skip
ROWS = [
    (QUIET, ["real speakers, quiet (held-out half)", "73 words", "94.5 %", "97.3 %",
             "95.9 % (88.6 to 98.6)", "≥ 99.5 %", "missed"]),
    (TALK, ["false actions (held-out half)", "0.21 hours", "9.5", "19.0", "0.0 (0.0 to 14.3)",
            "≤ 0.1", "met?"]),
    (Figure("memory", "memory", "", 1, "run", "MB", exactly(201.5), target=at_most(230)),
     ["memory", "1 run", "", "", "201.5 MB", "≤ 230 MB", "met"]),
    (Figure("none", "nothing there", "", 0, "words", "%", None),
     ["nothing there", "0 words", "", "", "not measured", "", ""]),
]  # fmt: skip


@pytest.mark.parametrize(("figure", "cells"), ROWS, ids=lambda value: getattr(value, "key", ""))
def test_a_row(figure: Figure, cells: list[str]) -> None:
    assert report.markdown([figure]).splitlines()[-1] == f"| {' | '.join(cells)} |"


def test_lines_stand_under_their_headings_with_the_note_beneath() -> None:
    line, note = report.line(QUIET).splitlines()
    assert line.index("95.9 % (") == report.heading().index("voicecook")
    assert line.index("≥ 99.5") == report.heading().index("target")
    assert note.strip() == "missed: no"


def test_json_says_the_same() -> None:
    assert json.loads(json.dumps(report.as_json(QUIET))) == {
        "key": "words_quiet", "what": "real speakers, quiet", "of": "held-out half",
        "n": 73, "counted": "words", "unit": "%", "value": 95.9, "low": 88.6, "high": 98.6,
        "plain": {"value": 94.5, "low": 86.7, "high": 97.9},
        "unjudged": {"value": 97.3, "low": 90.5, "high": 99.2},
        "target": {"at_least": 99.5}, "met": False, "sure": True, "note": "missed: no",
    }  # fmt: skip


def test_what_was_not_measured_is_null_in_json() -> None:
    found = report.as_json(ROWS[-1][0])
    assert [found[key] for key in ("value", "low", "high", "target", "met")] == [None] * 5


def test_the_plot_shows_three_ways_to_listen_where_they_belong() -> None:
    ways = {curve.name: curve.points for curve in plot.curves([QUIET, TALK])}
    assert ways == {
        "plain Vosk": [plot.Point("quiet", 9.5, 94.5)],
        "the ear without rejection": [plot.Point("quiet", 19.0, 97.3)],
        "the ear": [plot.Point("quiet", 0.0, 95.9)],
    }


def test_the_plot_is_a_picture() -> None:
    picture = ET.fromstring(plot.svg(plot.curves([QUIET, TALK]), "accepted & false"))
    texts = [each.text for each in picture.iter("{http://www.w3.org/2000/svg}text")]
    assert "accepted & false" in texts
    assert texts.count("quiet") == 3


def test_a_plot_of_nothing_is_still_a_picture() -> None:
    assert ET.fromstring(plot.svg(plot.curves([]), "nothing")).tag.endswith("svg")
