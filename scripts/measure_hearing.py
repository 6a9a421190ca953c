"""Print the table of docs/hearing.md, measured now: `scripts/measure_hearing [--quick]`."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

HOUSE = Path(__file__).resolve().parents[1]


def main() -> int:
    """Measure and print, line by line as the figures come."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="one sound in eight")
    parser.add_argument("--every", type=int, default=1, metavar="N", help="one sound in N")
    parser.add_argument("--data", type=Path, default=HOUSE.parent / "shared" / "data")
    args = parser.parse_args()
    if not args.data.is_dir():
        print(f"no recordings to measure with in {args.data}; name their folder with --data")
        return 3
    from voicecook.commands.commands import Commands
    from voicecook.hearing.figures import HEADING
    from voicecook.hearing.measure import Bench
    from voicecook.hearing.model_files import model_path
    from voicecook.hearing.recogniser import load_model
    from voicecook.recipe.library import find
    from voicecook.recipe.load import load

    commands = Commands.for_recipe(load(find("honey-glazed-pork-belly")))
    every = 8 if args.quick else max(1, args.every)
    recordings = HOUSE / "tests" / "recordings"
    bench = Bench(load_model(model_path()), commands, args.data, recordings, every)
    print("Signal to noise is that of the loudest 2,048-sample frames; intervals are 95 %.\n")
    print(HEADING, flush=True)
    for figure in bench.figures():
        print(figure.row(), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
