"""The command line: arguments and messages, nothing more.

One module a command, imported only when that command runs. A module has `arguments(parser)`,
which declares what may follow the name, and `run(args)`, which returns the exit code.
"""

from __future__ import annotations

import argparse
import contextlib
import importlib
import sys
from collections.abc import Sequence
from typing import NoReturn

from voicecook import __version__
from voicecook.cli.streams import mend_streams, settle_streams
from voicecook.errors import MissingError, VoicecookError, lack_behind
from voicecook.printable import printable

COMMANDS = {
    "cook": "cook live: microphone in, loudspeaker out",
    "demo": "cook the whole pork belly from recordings, and listen",
    "replay": "run scripted sessions in virtual time",
    "hear": "what the app would have acted on in these recordings",
    "understand": "read sentences on standard input, print their intents",
    "record": "record your own voice saying commands",
    "plan": "what starts when, and what runs beside what",
    "check": "look for mistakes in recipes",
    "recipes": "list the recipes, or find one",
    "model": "fetch, verify or find the speech model",
    "doctor": "see whether this machine has all it needs",
    "bench": "measure how well and how fast this machine listens",
}


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; returns the process's exit code."""
    words = list(sys.argv[1:] if argv is None else argv)
    mend_streams()
    try:
        args = _parser(words[0] if words else "").parse_args(words)
        code = int(args.run(args))
        sys.stdout.flush()
        return code
    except VoicecookError as error:
        return _failed(str(error), error.exit_code)
    except KeyboardInterrupt:
        return _failed("", 130)
    except BrokenPipeError:
        return 0
    except (ImportError, OSError) as error:
        lack = lack_behind(error)
        if lack is None and isinstance(error, ImportError):
            raise
        told = lack or f"the machine won't have it: {error}"
        return _failed(str(told), MissingError.exit_code)
    finally:
        settle_streams()


def _failed(why: str, code: int) -> int:
    with contextlib.suppress(OSError):
        print(why and f"voicecook: {printable(why, keep=chr(10))}", file=sys.stderr)
    return code


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        super().error(printable(message))


def _parser(chosen: str) -> argparse.ArgumentParser:
    parser = _Parser(prog="voicecook", description="Cook by voice, hands free and offline.")
    parser.add_argument("--version", action="version", version=f"voicecook {__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for name, summary in COMMANDS.items():
        command = commands.add_parser(name, help=summary, description=summary.capitalize() + ".")
        if name == chosen:
            module = importlib.import_module(f"voicecook.cli.{name}")
            module.arguments(command)
            command.set_defaults(run=module.run)
    return parser
