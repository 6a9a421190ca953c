"""`voicecook demo`: the whole pork belly from recordings, to watch and to listen to."""

from __future__ import annotations

import argparse
from pathlib import Path

HOME = Path(__file__).parents[2]
DEMO = HOME / "tests" / "scenarios" / "demo.yaml"
WAV = HOME / "out" / "demo.wav"


def arguments(parser: argparse.ArgumentParser) -> None:
    """What `demo` takes."""
    parser.add_argument("--wav", type=Path, metavar="OUT", default=WAV)
    parser.add_argument(
        "--real-time", action="store_true", help="play it on the loudspeaker while it goes"
    )


def run(args: argparse.Namespace) -> int:
    """Cook; 1 if something did not go as expected."""
    from voicecook.rehearsal import run_demo

    return run_demo(DEMO, args.wav, args.real_time)
