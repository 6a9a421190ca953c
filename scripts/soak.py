"""Feed a day of sound to the app and print its memory: `scripts/soak [--hours 24]`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from itertools import cycle, repeat
from pathlib import Path

from voicecook.bench import report, soak
from voicecook.bench.corpus import HALVES, Corpus
from voicecook.bench.sounds import silence
from voicecook.errors import VoicecookError
from voicecook.kitchen import equipment
from voicecook.sound import HEARING_RATE, Pcm, read_blocks

HOUSE = Path(__file__).resolve().parents[1]
ROUNDS_AN_HOUR = 4
MOST_HOURS = 1000
PIECE = 10 * HEARING_RATE


def main() -> int:
    """Print a line every 15 minutes of sound, then the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--hours", type=_hours, default=24.0, help="of sound, not of waiting")
    parser.add_argument("--data", type=Path, default=HOUSE.parent / "shared" / "data")
    args = parser.parse_args()
    talk = _talk(args.data)
    readings = []
    try:
        with equipment() as made:
            for reading in soak.soak(made, max(1, round(args.hours * ROUNDS_AN_HOUR)), talk):
                readings.append(reading)
                print(
                    f"{reading.hours:6.2f} h {reading.memory_mb:8.2f} MB, "
                    f"{reading.heard} commands heard, {reading.said} things said",
                    flush=True,
                )
    except VoicecookError as error:
        print(f"soak: {error}", file=sys.stderr)
        return error.exit_code
    print(report.heading())
    for figure in soak.figures(readings):
        print(report.line(figure))
    return 0


def _hours(text: str) -> float:
    hours = float(text) if text.replace(".", "", 1).isdecimal() else 0.0
    if not 0 < hours <= MOST_HOURS:
        raise argparse.ArgumentTypeError(f"expected hours, up to {MOST_HOURS}, got {text!r}")
    return hours


def _talk(data: Path) -> Iterator[Pcm]:
    """Other people's talk over and over, in pieces of 10 s; silence where there is none."""
    corpus = Corpus(data)
    files = [file for half in HALVES for file in corpus.talk(half)]
    if not files:
        print(f"no talk in {data}: other people are silent in this soak")
        yield from repeat(silence(1.0))
    for file in cycle(files):
        yield from read_blocks(file, PIECE)


if __name__ == "__main__":
    sys.exit(main())
