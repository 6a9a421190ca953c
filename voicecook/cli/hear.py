"""`voicecook hear`: what the app would have acted on in these recordings."""

from __future__ import annotations

import argparse
import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from voicecook.errors import UsageError

if TYPE_CHECKING:
    from voicecook.commands import Commands, CommandSet
    from voicecook.hearing import Decision, Ear, SpeechModel
    from voicecook.kitchen import Attention

DEFAULT_RECIPE = "honey-glazed-pork-belly"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what may follow `hear`."""
    parser.add_argument("audio", nargs="+", type=Path, metavar="AUDIO", help="WAV, FLAC or Opus")
    parser.add_argument("--recipe", default=DEFAULT_RECIPE, help="a path or a name in recipes/")
    parser.add_argument("--sentences", type=Path, help="listen for this file's sentences instead")
    parser.add_argument("--context", choices=["cooking", "question", "alarm"], default="cooking")
    parser.add_argument("--speaking", type=Path, help="what the loudspeaker played meanwhile")
    parser.add_argument(
        "--wake-word", default="", metavar="WORDS", help='count only what follows, say, "hey chef"'
    )
    parser.add_argument("--json", action="store_true", help="one JSON object a line")


def run(args: argparse.Namespace) -> int:
    """Hear every recording from a fresh start; prints each decision as it falls.

    A recording that can't be heard is told, and the others are heard; the exit code is then 2.
    """
    from voicecook.commands import Context
    from voicecook.hearing import Ear, load_model, read_blocks, uninterrupted
    from voicecook.kitchen import Attention, checked_wake_word, listened_for
    from voicecook.model import model_path

    with uninterrupted():
        model = load_model(model_path())
    wake_word = args.wake_word and checked_wake_word(args.wake_word, model.knows)
    commands, answers = _sentences(args, model)
    if args.speaking:
        next(read_blocks(args.speaking))
    ended = 0
    for audio in args.audio:
        with uninterrupted():
            ear = Ear(listened_for(commands, wake_word), model, Context(args.context), answers)
        attention = None if args.sentences and not wake_word else Attention(wake_word)
        try:
            _hear(ear, attention, audio, args)
        except UsageError as error:
            print(f"voicecook: {error}", file=sys.stderr)
            ended = error.exit_code
    return ended


def _hear(ear: Ear, attention: Attention | None, audio: Path, args: argparse.Namespace) -> None:
    from voicecook.commands import Context
    from voicecook.hearing import TAIL_S, hear_file

    heard = False
    for decided in hear_file(ear, audio, args.speaking):
        decision = decided
        heard = True
        if attention is not None:
            context = Context(args.context)
            attention, decision = attention.judge(decision, context, decision.decided_s)
        print(_line(audio, decision, args.json), flush=True)
    if not heard and not args.json:
        print(f"{_shown(audio)}  nothing was heard: no speech in {ear.stream_s - TAIL_S:.1f} s")


def _sentences(args: argparse.Namespace, model: SpeechModel) -> tuple[CommandSet, frozenset[str]]:
    from voicecook.commands import Commands
    from voicecook.hearing import ANSWERS
    from voicecook.recipe import find_recipe, load_recipe

    if args.sentences:
        return _from_file(args.sentences, model), frozenset()
    return Commands.for_recipe(load_recipe(find_recipe(args.recipe))), ANSWERS


def _from_file(path: Path, model: SpeechModel) -> Commands:
    """The sentences of a file, less what the recogniser can't hear; that is told."""
    from voicecook.commands import Commands

    unknown = model.unknown_words(Commands.from_sentences_file(path).phrases())
    if unknown:
        words = ", ".join(unknown)
        print(f"voicecook: {path}: never heard, as the model lacks them: {words}", file=sys.stderr)
    commands = Commands.from_sentences_file(path, model.knows)
    if not commands.phrases():
        raise UsageError(f"{path}: there is no sentence in it that can be listened for")
    return commands


def _line(audio: Path, decision: Decision, as_json: bool) -> str:
    return _json_line(audio, decision) if as_json else _plain_line(audio, decision)


def _json_line(audio: Path, decision: Decision) -> str:
    from voicecook.hearing import Ignored

    found = {"file": str(audio)} | decision.as_json()
    if isinstance(decision, Ignored):
        found["ignored"] = found.pop("reason")
    rounded = {k: round(v, 3) if isinstance(v, float) else v for k, v in found.items()}
    return json.dumps(rounded)


def _plain_line(audio: Path, decision: Decision) -> str:
    from voicecook.hearing import Ignored

    start = f"{_shown(audio)} {decision.decided_s:7.2f} s  {decision.text!r}"
    if isinstance(decision, Ignored):
        return f"{start}  ignored: {decision.reason}"
    return f"{start}  {', '.join(_name(each) for each in decision.as_json()['intents'])}"


def _shown(audio: Path) -> str:
    """Its name, printable whatever encoding it was written in."""
    return os.fsencode(audio.name).decode(errors="replace")


def _name(intent: dict[str, object]) -> str:
    slots = intent["slots"]
    assert isinstance(slots, dict)
    return f"{intent['name']} {' '.join(f'{k}={v}' for k, v in slots.items())}".strip()
