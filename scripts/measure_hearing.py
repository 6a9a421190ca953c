"""Measure how well voicecook hears, beside plain Vosk: the table and the plot of docs/hearing.md.

Everything `voicecook bench` measures, at length, and real speakers, kitchens, rooms and talk where
there are any. The tuning half (thresholds were chosen on it) and the held-out half stand apart.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from voicecook.bench import plot, report, suite
from voicecook.bench.corpus import Corpus
from voicecook.bench.figures import Figure
from voicecook.bench.lab import Setting
from voicecook.errors import VoicecookError

HOUSE = Path(__file__).resolve().parents[1]
SLIDES = HOUSE / "tests" / "hearing" / "slides.yaml"
PAGE = HOUSE / "docs" / "hearing.md"
PLOT = HOUSE / "docs" / "hearing.svg"
BEGIN, END = "<!-- measured -->", "<!-- end of measured -->"

Measured = dict[str, list[Figure]]


def main() -> int:
    """Measure and print, line by line as the figures come; 0 when it was measured."""
    args = _arguments()
    try:
        measured = _print_all(args)
    except VoicecookError as error:
        print(f"measure_hearing: {error}", file=sys.stderr)
        return error.exit_code
    if args.write:
        _write(measured, _every(args))
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="one sound in eight")
    parser.add_argument("--every", type=_count, default=1, metavar="N", help="one sound in N")
    parser.add_argument("--data", type=Path, default=HOUSE.parent / "shared" / "data")
    parser.add_argument("--processes", type=_count, default=2, metavar="N")
    parser.add_argument("--json", action="store_true", help="one JSON object a line")
    parser.add_argument("--write", action="store_true", help="put table and plot into docs/")
    return parser.parse_args()


def _count(text: str) -> int:
    if not text.isdecimal() or not int(text):
        raise argparse.ArgumentTypeError(f"expected a number from 1 on, got {text!r}")
    return int(text)


def _every(args: argparse.Namespace) -> int:
    return 8 if args.quick else int(args.every)


def _print_all(args: argparse.Namespace) -> Measured:
    every = _every(args)
    data = args.data if _is_there(args.data, args.json) else None
    if not args.json:
        print(f"{report.LEGEND}\n\n{report.heading()}", flush=True)
    measured: Measured = {}
    for name, figures in _sections(data, every, args.processes):
        if not args.json:
            print(f"\n{name}")
        measured[name] = []
        for figure in figures:
            measured[name].append(figure)
            print(_as_json(name, figure) if args.json else report.line(figure), flush=True)
    return measured


def _is_there(data: Path, quietly: bool) -> bool:
    """Whether the recordings are there; tells what is missing."""
    missing = Corpus(data).missing
    if missing:
        print(
            f"not in {data}: {', '.join(missing)}. Measuring with synthetic voices only; "
            "name another folder with --data.\n",
            file=sys.stderr if quietly else sys.stdout,
        )
    return not missing


def _sections(
    data: Path | None, every: int, processes: int
) -> Iterator[tuple[str, Iterator[Figure]]]:
    own = Setting(data, every=every)
    yield (
        "voicecook's commands, pork belly",
        suite.measure(own, suite.in_depth(every, with_recordings=data is not None), processes),
    )
    slides = Setting(data, SLIDES, every)
    tasks = suite.of_other_commands(with_recordings=data is not None)
    yield "another set of commands, slides", suite.measure(slides, tasks, processes)
    seconds = suite.LONG_S if every == 1 else suite.SHORT_S
    yield "time and memory", suite.measure(own, suite.costs(seconds))


def _as_json(section: str, figure: Figure) -> str:
    return json.dumps({"section": section} | report.as_json(figure), ensure_ascii=False)


def _write(measured: Measured, every: int) -> None:
    """Put the tables between the marks of the page, and the plot beside it."""
    when = f"Measured on {date.today():%-d %B %Y}, one sound in {every}."
    picture = f"![Commands accepted against false actions an hour]({PLOT.name})"
    tables = [f"### {name}\n\n{report.markdown(figures)}" for name, figures in measured.items()]
    page = PAGE.read_text(encoding="utf-8")
    before, _, rest = page.partition(BEGIN)
    _, _, after = rest.partition(END)
    middle = "\n\n".join([when, picture, *tables])
    PAGE.write_text(f"{before}{BEGIN}\n{middle}\n{END}{after}", encoding="utf-8")
    own = next(iter(measured.values()))
    title = "Commands accepted (by noise) against false actions, held-out half"
    PLOT.write_text(plot.svg(plot.curves(own), title), encoding="utf-8")
    print(f"\nwritten: {PAGE} and {PLOT}")


if __name__ == "__main__":
    sys.exit(main())
