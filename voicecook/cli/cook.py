"""`voicecook cook`: cook live, by voice or at the keyboard."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path


def arguments(parser: argparse.ArgumentParser) -> None:
    """What `cook` takes."""
    parser.add_argument(
        "recipes", nargs="*", metavar="RECIPE", help="a file, or a name in recipes/; or several"
    )
    parser.add_argument("--typed", action="store_true", help="type commands, read the answers")
    parser.add_argument(
        "--input", metavar="DEVICE", help="microphone: part of its name, or a number"
    )
    parser.add_argument("--output", metavar="DEVICE", help="loudspeaker, likewise")
    parser.add_argument(
        "--wake-word",
        default="",
        metavar="WORDS",
        help='needed before a command, such as "hey chef"; for a few seconds after each answer, '
        "and while a timer rings, commands count without it",
    )
    parser.add_argument(
        "--keep-audio",
        type=Path,
        metavar="DIR",
        help="keep recordings of what is heard, at most 500, for 30 days (else no sound is kept)",
    )
    parser.add_argument("--state", type=Path, metavar="DIR", help="where the diary is kept")
    parser.add_argument("--no-screen", action="store_true", help="print nothing while cooking")


def run(args: argparse.Namespace) -> int:
    """Cook until the cook says goodbye."""
    from voicecook.cli.state import state_folder
    from voicecook.kitchen import Clock, Diary, begin

    diary = Diary(state_folder(args.state))
    clock = Clock()
    with diary.claimed():
        beginning = begin(args.recipes, diary, clock.now())
        if args.typed:
            from voicecook.kitchen import cook_typed

            cook_typed(beginning, diary, clock, sys.stdin, sys.stdout)
        else:
            from voicecook.kitchen import Settings, cook_live

            settings = Settings(
                args.input, args.output, not args.no_screen, args.wake_word, args.keep_audio
            )
            cook_live(beginning, diary, clock, settings)
    return 0
