"""`voicecook understand`: sentences in, intents out, a line each."""

from __future__ import annotations

import argparse
import json
import sys
from typing import TYPE_CHECKING

from voicecook.errors import UsageError
from voicecook.files import lines_of
from voicecook.printable import printable

if TYPE_CHECKING:
    from voicecook.commands import Commands
    from voicecook.recipe import Recipe

LONGEST_LINE = 100_000


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what may follow `understand`."""
    parser.add_argument("--recipe", metavar="R", help="the recipe that is being cooked")
    parser.add_argument("--step", metavar="N", type=int, help="the step the cook is at, from 1")


def run(args: argparse.Namespace) -> int:
    """Answer each line of standard input at once; 2 when a line could not be read."""
    from voicecook.commands import Commands

    recipe = _recipe(args.recipe) if args.recipe else None
    last = len(recipe.steps) if recipe else 999
    if args.step is not None and not 1 <= args.step <= last:
        raise UsageError(f"--step {args.step}: the recipe's steps are 1 to {last}")
    commands = Commands.for_recipe(recipe)
    if sys.stdin.isatty():
        print("Type a sentence and press Enter; Ctrl-D ends.", file=sys.stderr)
    code = 0
    for number, (raw, whole) in enumerate(lines_of(sys.stdin.buffer, LONGEST_LINE), start=1):
        line = raw.decode("utf-8", "replace").strip()
        try:
            if not whole:
                raise UsageError(f"longer than {LONGEST_LINE} letters; write shorter sentences")
            if line:
                print(_answer(commands, line, args.step), flush=True)
        except UsageError as error:
            print(f"voicecook: line {number}: {printable(str(error))}", file=sys.stderr)
            code = error.exit_code
    return code


def _recipe(name: str) -> Recipe:
    from voicecook.recipe import find_recipe, load_recipe

    return load_recipe(find_recipe(name))


def _answer(commands: Commands, line: str, step: int | None) -> str:
    from voicecook.commands import situation_after

    text, app_said, at_step = _read(line)
    meaning = commands.understand(text, situation_after(app_said, at_step or step))
    return json.dumps({"text": text, "intents": [one.as_json() for one in meaning.intents]})


def _read(line: str) -> tuple[str, str, int | None]:
    """The text of a line, what the app had said before it, and the step. Raises UsageError."""
    if line[0] not in "{[":
        return line, "", None
    try:
        data = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise UsageError(f'not JSON ({error}): write {{"text": "…"}} or a plain sentence') from None
    if not isinstance(data, dict):
        raise UsageError('JSON, but no sentence: write {"text": "next"} or a plain sentence')
    text, app_said, step = data.get("text"), data.get("app_said") or "", data.get("step")
    if not isinstance(text, str) or not isinstance(app_said, str):
        raise UsageError('"text" and "app_said" must be texts: {"text": "next", "app_said": ""}')
    if step is not None and (not isinstance(step, int) or isinstance(step, bool) or step < 1):
        raise UsageError('"step" is a number from 1: {"text": "next", "step": 3}')
    return text, app_said, step
