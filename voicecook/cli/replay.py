"""`voicecook replay`: run scripted sessions and see whether they hold."""

from __future__ import annotations

import argparse
import os
from pathlib import Path
from typing import TYPE_CHECKING

from voicecook.printable import printable

if TYPE_CHECKING:
    from voicecook.rehearsal import Result


def arguments(parser: argparse.ArgumentParser) -> None:
    """What `replay` takes."""
    parser.add_argument(
        "scenario", nargs="+", type=Path, help="a scenario file, or a folder of them"
    )
    parser.add_argument("--wav", type=Path, metavar="OUT", help="write both sides to listen to")
    parser.add_argument("--json", action="store_true", help="one JSON object a line")


def run(args: argparse.Namespace) -> int:
    """Play the scenarios; 1 if an expectation does not hold."""
    from contextlib import nullcontext

    from voicecook.kitchen import equipment
    from voicecook.rehearsal import Tape, load_scenario, replay

    scenarios = [load_scenario(path) for path in _files(args.scenario)]
    tape = Tape()
    if args.wav:
        tape.require_place(args.wav)
    sounding = {one.path for one in scenarios if args.wav or not one.silent}
    with equipment() if sounding else nullcontext() as made:
        results = []
        for one in scenarios:
            parts = made if one.path in sounding else None
            result = replay(one, parts, watcher=tape if args.wav else None)
            _print(result, args.json)
            results.append(result)
    if args.wav:
        tape.save(args.wav)
    return 0 if all(result.passed for result in results) else 1


def _files(paths: list[Path]) -> list[Path]:
    from voicecook.errors import UsageError

    found: list[Path] = []
    for path in paths:
        files = sorted(path.glob("*.yaml")) if os.path.isdir(path) else [path]  # noqa: PTH112
        if not files:
            raise UsageError(f"{path} holds no scenario (*.yaml)")
        found += files
    return found


def _print(result: Result, as_json: bool) -> None:
    from voicecook.rehearsal import json_lines

    if as_json:
        for line in json_lines(result):
            print(line, flush=True)
        return
    name = printable(result.scenario.name)
    print(f"{'ok  ' if result.passed else 'FAIL'} {name}", flush=True)
    for failure in result.failures:
        print(f"     {printable(failure)}")
