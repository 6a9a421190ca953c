"""Figures as lines for people, for tools, and for docs/hearing.md."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from voicecook.bench.figures import Estimate, Figure, Unit

COLUMNS = ("", "n", "plain Vosk", "no rejection", "voicecook", "target", "")
WIDTHS = (72, 13, 10, 12, 25, 9, 7)
DIGITS: dict[Unit, int] = {
    "s": 2, "of a core": 4, "ms": 1, "an hour": 1, "%": 1, "MB": 1, "": 0,
}  # fmt: skip
IN_WORDS = frozenset({"an hour", "of a core"})
"""Units that the name of the figure tells already."""
LEGEND = (
    "Intervals are 95 %. A question mark: the interval reaches over the target. Plain Vosk has\n"
    "the same phrases and its own end of utterance; no rejection is the ear if it acted on all\n"
    "that means something. Signal to noise is that of the loudest 2,048-sample frames."
)


def heading() -> str:
    """The names of the columns."""
    return _aligned(COLUMNS)


def line(figure: Figure) -> str:
    """A figure under the heading, with its note beneath."""
    aligned = _aligned(_cells(figure))
    return f"{aligned}\n    {figure.note}" if figure.note else aligned


def markdown(figures: list[Figure]) -> str:
    """The figures as a table for a page."""
    rows = [COLUMNS, ("---",) * len(COLUMNS), *(_cells(figure) for figure in figures)]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def as_json(figure: Figure) -> dict[str, Any]:
    """A figure as docs/hearing.md describes it."""
    found = {
        key: _rounded(value) for key, value in asdict(figure).items() if key not in {"ours", "note"}
    }
    ours = figure.ours
    found |= _rounded(asdict(ours)) if ours else {"value": None, "low": None, "high": None}
    if figure.target:
        side = "at_least" if figure.target.at_least else "at_most"
        found["target"] = {side: figure.target.limit}
    return found | {"met": figure.met, "sure": figure.sure, "note": figure.note}


def _rounded(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _rounded(each) for key, each in value.items()}
    return round(value, 5) if isinstance(value, float) else value


def _cells(figure: Figure) -> tuple[str, ...]:
    return (
        f"{figure.what} ({figure.of})" if figure.of else figure.what,
        f"{figure.n:g} {figure.counted}",
        _value(figure.plain, figure.unit),
        _value(figure.unjudged, figure.unit),
        _estimate(figure.ours, figure.unit) or "not measured",
        _target(figure),
        _verdict(figure),
    )


def _aligned(cells: tuple[str, ...]) -> str:
    return "  ".join(f"{cell:{width}}" for cell, width in zip(cells, WIDTHS, strict=True)).rstrip()


def _estimate(found: Estimate | None, unit: Unit) -> str:
    if found is None or found.low == found.high:
        return _value(found, unit)
    low, high = (f"{each:.{DIGITS[unit]}f}" for each in (found.low, found.high))
    return f"{_value(found, unit)} ({low} to {high})"


def _value(found: Estimate | None, unit: Unit) -> str:
    if found is None:
        return ""
    return f"{found.value:.{DIGITS[unit]}f} {'' if unit in IN_WORDS else unit}".strip()


def _target(figure: Figure) -> str:
    if figure.target is None:
        return ""
    unit = "" if figure.unit in IN_WORDS else f" {figure.unit}"
    return f"{'≥' if figure.target.at_least else '≤'} {figure.target.limit:g}{unit}".strip()


def _verdict(figure: Figure) -> str:
    if figure.met is None:
        return ""
    return ("met" if figure.met else "missed") + ("" if figure.sure else "?")
