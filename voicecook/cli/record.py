"""`voicecook record`: a cook's own voice saying commands, as test recordings."""

from __future__ import annotations

import argparse
import getpass
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from voicecook.errors import UsageError
from voicecook.hearing import Recording
from voicecook.printable import printable

if TYPE_CHECKING:
    from voicecook.sound import Microphone

SENTENCES = Path(__file__).with_name("record_sentences.yaml")
End = Literal["kept", "skipped", "quit"]


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what may follow `voicecook record`."""
    parser.add_argument("sentence", nargs="*", help="what to say (default: a list of commands)")
    parser.add_argument("--to", type=Path, default=Path("recordings"), metavar="DIR")
    parser.add_argument(
        "--name", metavar="VOICE", help="who is speaking (default: your login name)"
    )
    parser.add_argument("--input", metavar="DEVICE", help="the microphone, by name or number")
    parser.add_argument(
        "--oov", action="store_true", help="the sentences are ones the app must ignore"
    )


def run(args: argparse.Namespace) -> int:
    """Record one sentence after the other. Raises MissingError without a microphone."""
    from voicecook.sound import CardMicrophone

    voice = re.sub(r"[^a-z0-9]+", "-", (args.name or _login_name()).lower()).strip("-")
    if not voice:
        raise UsageError("--name needs a letter or a figure in it, such as: --name maria")
    wanted = list(wanted_recordings(args.sentence, voice, args.oov))
    microphone = CardMicrophone(args.input)
    print(f"Your voice will be written to {printable(str(args.to.absolute()))}, and nowhere else.")
    print("voicecook records only here, never while cooking. Ctrl-C ends it.")
    kept = record_all(wanted, microphone, args.to, input)
    print(f"{kept} recording{'' if kept == 1 else 's'} in {printable(str(args.to))}.")
    return 0


def wanted_recordings(sentences: list[str], voice: str, ignored: bool) -> Iterator[Recording]:
    """What is to be said: these sentences, or the usual ones. Raises UsageError."""
    if not sentences:
        import yaml

        usual = yaml.safe_load(SENTENCES.read_text(encoding="utf-8"))
        yield from (Recording(words, voice) for words in usual["commands"])
        yield from (Recording(words, voice, True) for words in usual["not_for_the_app"])
    for sentence in sentences:
        words = sentence.lower().strip(" .?!")
        if not re.fullmatch(r"[a-z' ]{1,120}", words):
            raise UsageError(f"{sentence!r}: write it as it is said, in words: `go to step three`")
        yield Recording(words, voice, ignored)


def record_all(
    wanted: list[Recording], microphone: Microphone, to: Path, ask: Callable[[str], str]
) -> int:
    """Record each until the speaker keeps or skips it, or quits; returns how many were kept."""
    try:
        to.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(f"cannot write to {to}: {error.strerror}. Choose another --to.") from error
    kept = 0
    for number, recording in enumerate(wanted, 1):
        print(f'\n{number} of {len(wanted)}: "{recording.words}"')
        end = record_one(microphone, to / recording.file_name, ask)
        if end == "quit":
            break
        kept += end == "kept"
    return kept


def record_one(microphone: Microphone, file: Path, ask: Callable[[str], str]) -> End:
    """Record until it is kept. The end of standard input quits."""
    from voicecook.sound import level_words, save_sentence

    while True:
        answer = _answer(ask, "  Enter, then speak (s skips, q quits) ")
        if answer in ("s", "q"):
            return "skipped" if answer == "s" else "quit"
        sound = microphone.take()
        if sound is None:
            print("  Nothing was heard. Is this the right microphone? --input chooses another.")
            continue
        loudest_db, advice = level_words(sound)
        answer = _answer(ask, f"  {advice} ({loudest_db:.0f} dB). Enter keeps it, r goes again ")
        if answer == "q":
            return "quit"
        if answer != "r":
            save_sentence(sound, file)
            return "kept"


def _answer(ask: Callable[[str], str], prompt: str) -> str:
    try:
        return ask(prompt).strip().lower()[:1]
    except EOFError:
        return "q"


def _login_name() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # an account with no name
        return "cook"
