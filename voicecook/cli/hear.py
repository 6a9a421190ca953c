"""`voicecook hear`: what the app would have acted on in these recordings."""

from __future__ import annotations

import argparse
import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from voicecook.hearing.decisions import CommandSet, Decision

DEFAULT_RECIPE = "honey-glazed-pork-belly"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what may follow `hear`."""
    parser.add_argument("audio", nargs="+", type=Path, metavar="AUDIO", help="WAV, FLAC or Opus")
    parser.add_argument("--recipe", default=DEFAULT_RECIPE, help="a path or a name in recipes/")
    parser.add_argument("--sentences", type=Path, help="listen for this file's sentences instead")
    parser.add_argument("--context", choices=["cooking", "question", "alarm"], default="cooking")
    parser.add_argument("--speaking", type=Path, help="what the loudspeaker played meanwhile")
    parser.add_argument("--json", action="store_true", help="one JSON object a line")


def run(args: argparse.Namespace) -> int:
    """Hear every recording from a fresh start; prints each decision as it falls."""
    from voicecook.commands.intents import Context
    from voicecook.hearing.ear import Ear
    from voicecook.hearing.model_files import model_path
    from voicecook.hearing.recogniser import load_model
    from voicecook.hearing.recordings import hear_file

    commands, answers = _sentences(args)
    model = load_model(model_path())
    for audio in args.audio:
        ear = Ear(commands, model, Context(args.context), answers)
        for decision in hear_file(ear, audio, args.speaking):
            print(_line(audio, decision, args.json), flush=True)
    return 0


def _sentences(args: argparse.Namespace) -> tuple[CommandSet, frozenset[str]]:
    from voicecook.commands.commands import Commands
    from voicecook.hearing.ear import ANSWERS
    from voicecook.recipe.library import find
    from voicecook.recipe.load import load

    if args.sentences:
        return Commands.from_sentences_file(args.sentences), frozenset()
    return Commands.for_recipe(load(find(args.recipe))), ANSWERS


def _line(audio: Path, decision: Decision, as_json: bool) -> str:
    return _json_line(audio, decision) if as_json else _plain_line(audio, decision)


def _json_line(audio: Path, decision: Decision) -> str:
    from voicecook.hearing.decisions import Ignored

    found = {"file": str(audio)} | asdict(decision)
    if isinstance(decision, Ignored):
        found["ignored"] = found.pop("reason")
    rounded = {k: round(v, 3) if isinstance(v, float) else v for k, v in found.items()}
    return json.dumps(rounded, ensure_ascii=False)


def _plain_line(audio: Path, decision: Decision) -> str:
    from voicecook.hearing.decisions import Ignored

    start = f"{audio.name} {decision.decided_s:7.2f} s  {decision.text!r}"
    if isinstance(decision, Ignored):
        return f"{start}  ignored: {decision.reason}"
    return f"{start}  {', '.join(_name(each) for each in asdict(decision)['intents'])}"


def _name(intent: dict[str, object]) -> str:
    slots = intent["slots"]
    assert isinstance(slots, dict)
    return f"{intent['name']} {' '.join(f'{k}={v}' for k, v in slots.items())}".strip()
