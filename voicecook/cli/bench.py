"""`voicecook bench`: measure this machine."""

from __future__ import annotations

import argparse
import json


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what may follow `bench`."""
    parser.add_argument("--json", action="store_true", help="one JSON object a line")


def run(args: argparse.Namespace) -> int:
    """Measure with synthetic voices, line by line; 0 whether or not the targets are met."""
    from voicecook.bench import report, suite
    from voicecook.bench.lab import Setting

    if not args.json:
        print(f"{report.LEGEND}\nOnly synthetic voices speak here; people are harder.\n")
        print(report.heading(), flush=True)
    tasks = [*suite.for_a_machine(), *suite.costs(suite.SHORT_S)]
    for figure in suite.measure(Setting(), tasks):
        print(json.dumps(report.as_json(figure)) if args.json else report.line(figure), flush=True)
    return 0
