"""`voicecook model`: fetch, verify or find the speech model."""

from __future__ import annotations

import argparse
import os
import sys
from types import TracebackType
from typing import Any, Self

from voicecook.errors import MissingError
from voicecook.model import chosen_model, model_path, require_intact, write_stamp
from voicecook.printable import printable


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what may follow `voicecook model`."""
    parser.add_argument(
        "action",
        choices=("fetch", "verify", "path"),
        help="fetch: bring it here if it is not here whole; verify: read every file and compare"
        " it with its sum; path: print where it is",
    )


def run(args: argparse.Namespace) -> int:
    """Do one of the three; returns the exit code. Raises MissingError."""
    if args.action == "path":
        print(model_path())
    elif args.action == "verify":
        _verify()
    else:
        _fetch()
    return 0


def _verify() -> None:
    folder, sums = chosen_model()
    require_intact(folder, sums)
    write_stamp(folder, sums)
    place = printable(str(folder))
    print(f"The speech model in {place} is whole: {len(sums)} files, each with its sum.")


def _fetch() -> None:
    from voicecook.model import SOURCES, fetch_model

    try:
        print(f"The speech model is here: {printable(str(model_path()))}")
        return
    except MissingError:
        if os.environ.get("VOICECOOK_MODEL"):
            raise
    folder, sums = chosen_model()
    with Bar() as bar:
        fetch_model(folder, sums, SOURCES, bar)
    print(f"The speech model is here: {printable(str(folder))}")


class Bar:
    """A progress bar on a terminal, a line for every quarter elsewhere."""

    def __init__(self) -> None:
        self._live: Any = None
        self._task: Any = None
        self._quarter = 0

    def __enter__(self) -> Self:
        if sys.stdout.isatty():
            from rich.progress import BarColumn, DownloadColumn, Progress, TimeRemainingColumn

            self._live = Progress("  ", BarColumn(), DownloadColumn(), TimeRemainingColumn())
            self._live.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._live:
            self._live.stop()

    def say(self, text: str) -> None:
        """Print a line and forget how far the download before it had come."""
        self._quarter = 0
        line = f"voicecook: {printable(text)}"
        if not self._live:
            print(line, flush=True)
            return
        self._live.console.print(line, markup=False, highlight=False)
        if self._task is not None:
            self._live.remove_task(self._task)
            self._task = None

    def progress(self, done: int, total: int) -> None:
        """Show how many of how many bytes are here."""
        if self._live:
            if self._task is None:
                self._task = self._live.add_task("", total=total)
            self._live.update(self._task, completed=done)
            return
        quarter = 4 * done // total
        if quarter > self._quarter:
            self._quarter = quarter
            print(f"  {done / 1e6:.0f} of {total / 1e6:.0f} MB", flush=True)
