"""The kitchen display in a terminal: what was said scrolls by, the step and the timers stay."""

from __future__ import annotations

import io
import sys
from types import TracebackType

from rich.console import Console, Group, RenderableType
from rich.live import Live
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from voicecook.cook import DidRing, Happening, WasCut, WasHeard, WasIgnored, WasSaid
from voicecook.printable import printable
from voicecook.screen.view import TimerView, View

BAR = 24
"""Cells of a timer's bar where there is room."""
LEVEL = 8
"""Cells of the microphone's level."""
QUIETEST_DB, LOUDEST_DB = -60.0, -12.0
IGNORED_FOR = 12
"""Redraws for which words that were left alone stay on the quiet line: 6 s."""


class Terminal:
    """A witness that prints what happens, above a panel that shows how things stand.

    At the foot of the panel is one quiet line: how loud it is, the words as they are heard, and why
    words were left alone. Where the output is no terminal there is no panel, only lines; timers
    are printed as bars when the step or the list of timers changes.
    """

    def __init__(self, console: Console | None = None) -> None:
        self._console = console or _console()
        self._paints = self._console.is_terminal and not self._console.is_dumb_terminal
        self._live = Live(console=self._console, auto_refresh=False, transient=True)
        self._shown: tuple[object, ...] = ()
        self._ear = ""
        self._trouble = ""
        self._ignored = ""
        self._ignored_for = 0

    def __enter__(self) -> Terminal:
        if self._paints:
            self._live.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._live.stop()

    def note(self, happening: Happening) -> None:
        """Print one line about what happened, if it is worth one; words left alone only flash."""
        if isinstance(happening, WasIgnored) and self._paints:
            self._ignored, self._ignored_for = _left_alone(happening), IGNORED_FOR
        elif (line := _line(happening)) is not None:
            self._console.print(line)

    def trouble(self, what: str) -> None:
        """Show what must be mended until it is: until this is called with ""."""
        self._trouble = printable(what)
        if what and not self._paints:
            self._console.print(Text(printable(f"({what})")))

    def listening(self, level_db: float, partial: str, attentive: bool | None = None) -> None:
        """The quiet line: how loud it is, and the words so far or those just left alone.

        `attentive`: whether no wake word is needed just now; None if none ever is.
        """
        share = (level_db - QUIETEST_DB) / (LOUDEST_DB - QUIETEST_DB)
        waits = {None: "", True: "listening  ", False: "waiting for the wake word  "}[attentive]
        self._ignored_for = max(self._ignored_for - 1, 0)
        words = _words(partial) or (self._ignored if self._ignored_for else "")
        self._ear = f"{_cells(share, LEVEL)}  {waits}{words}"

    def show(self, view: View) -> None:
        """How things stand."""
        if self._paints:
            width = self._console.width - 4
            self._live.update(_panel(view, self._ear, self._trouble, width), refresh=True)
            return
        shown = (view.place, tuple(timer.name for timer in view.timers))
        if shown != self._shown and view.timers:
            self._console.print(Group(*(_bar(timer, 100) for timer in view.timers)))
        self._shown = shown


def _console() -> Console:
    """A terminal as wide as it is; in a file, a line for each thing that happens."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")  # a terminal without UTF-8 gets question marks
    console = Console(highlight=False)
    return console if console.is_terminal else Console(highlight=False, width=10_000)


_STYLES = {"cook": "bold green", "app": "bold cyan", "ring": "bold red", "": "dim italic"}


def _line(happening: Happening) -> RenderableType | None:
    if (found := _who_and_what(happening)) is None:
        return None
    who, what = found
    line = Table.grid(padding=(0, 2))
    line.add_column(style="dim", no_wrap=True)
    line.add_column(width=4, style=_STYLES[who], no_wrap=True)
    line.add_column(style="" if who else "dim italic")
    line.add_row(f"{happening.at:%H:%M:%S}", who, Text(printable(what)))
    return line


def _who_and_what(happening: Happening) -> tuple[str, str] | None:
    match happening:
        case WasHeard(_, text, _):
            return "cook", text
        case WasSaid(_, text):
            return "app", text
        case WasIgnored(_, text, reason):
            return "", f"({reason}: {_words(text)})"
        case WasCut():
            return "", "(interrupted)"
        case DidRing(_, name):
            return "ring", name
    return None


def _left_alone(happening: WasIgnored) -> str:
    return f'"{_words(happening.text)}": {happening.reason}'


def _words(text: str) -> str:
    return printable(text.replace("[unk]", "…"))


def _cells(share: float, of: int) -> str:
    filled = max(0, min(of, round(share * of)))
    return "█" * filled + "░" * (of - filled)


def _bar(timer: TimerView, width: int) -> Text:
    """A timer on one line of so many cells."""
    name = min(16, width // 3)
    cells = _cells(timer.share_done, max(4, min(BAR, width - name - len(timer.words) - 4)))
    return Text.assemble(
        (f"{printable(timer.name)[:name]:>{name}}  ", "bold"),
        (cells.rstrip("░"), "bold red" if timer.rings else "yellow"),
        (cells.lstrip("█"), "dim"),
        f"  {timer.words}",
        no_wrap=True,
        overflow="ellipsis",
    )


def _panel(view: View, ear: str, trouble: str, width: int) -> RenderableType:
    body: list[RenderableType] = [Text(printable(view.step), style="bold")]
    body += [_bar(timer, width) for timer in view.timers]
    if trouble:
        body.append(Text(trouble, style="bold red"))
    body.append(Text(ear, style="dim", no_wrap=True, overflow="ellipsis"))
    mode = "" if view.mode == "cooking" else f" · {view.mode}"
    return Panel(
        Group(*body),
        title=Text(printable(f"{view.dish} · {view.place}{mode}")),
        subtitle=view.clock,
        expand=True,
    )
