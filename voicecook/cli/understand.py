"""`voicecook understand`: sentences in, intents out, a line each."""

from __future__ import annotations

import argparse
import json
import sys
from typing import TYPE_CHECKING

from voicecook.errors import UsageError

if TYPE_CHECKING:
    from voicecook.commands import Commands
    from voicecook.recipe import Recipe


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
    for number, raw in enumerate(sys.stdin.buffer, start=1):
        line = raw.decode("utf-8", "replace").strip()
        try:
            if line:
                print(_answer(commands, line, args.step), flush=True)
        except UsageError as error:
            print(f"voicecook: line {number}: {error}", file=sys.stderr)
            code = error.exit_code
    return code


def _recipe(name: str) -> Recipe:
    from voicecook.recipe import find_recipe, load_recipe

    return load_recipe(find_recipe(name))


def _answer(commands: Commands, line: str, step: int | None) -> str:
    from voicecook.commands import situation_after

    text, app_said = _read(line)
    meaning = commands.understand(text, situation_after(app_said, step))
    intents = [intent.as_json() for intent in meaning.intents]
    return json.dumps({"text": text, "intents": intents}, ensure_ascii=False)


def _read(line: str) -> tuple[str, str]:
    """The text of a line and what the app had said before it. Raises UsageError."""
    if not line.startswith("{"):
        return line, ""
    try:
        data = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise UsageError(f'not JSON ({error}): write {{"text": "…"}} or a plain sentence') from None
    text, app_said = data.get("text"), data.get("app_said") or ""
    if not isinstance(text, str) or not isinstance(app_said, str):
        raise UsageError('"text" and "app_said" must be texts: {"text": "next", "app_said": ""}')
    return text, app_said
