"""The kitchen display in a terminal: what was said scrolls by, the step and the timers stay."""

from __future__ import annotations

from types import TracebackType

from rich.console import Console, Group, RenderableType
from rich.live import Live
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from voicecook.happenings import (
    DidRing,
    Happening,
    WasCut,
    WasHeard,
    WasIgnored,
    WasSaid,
)
from voicecook.screen.view import TimerView, View

BAR = 24


class Terminal:
    """A witness that prints what happens, above a panel that shows how things stand.

    Where the output is no terminal there is no panel, only lines; timers are printed as bars when
    the step or the list of timers changes.
    """

    def __init__(self, console: Console | None = None) -> None:
        self._console = console or _console()
        self._live = Live(console=self._console, auto_refresh=False, transient=True)
        self._shown: tuple[object, ...] = ()
        self._ear = ""

    def __enter__(self) -> Terminal:
        if self._console.is_terminal:
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
        """Print one line about what happened, if it is worth one."""
        if (line := _line(happening)) is not None:
            self._console.print(line)

    def listening(self, level_db: float, partial: str, attentive: bool | None = None) -> None:
        """The ear's quiet line: how loud it is, and the words so far.

        `attentive`: whether no wake word is needed just now; None if none ever is.
        """
        filled = max(0, min(8, round((level_db + 60) / 6)))
        waits = {None: "", True: "listening  ", False: "waiting for the wake word  "}[attentive]
        self._ear = f"{'▮' * filled}{'▯' * (8 - filled)}  {waits}{partial.replace('[unk]', '…')}"

    def show(self, view: View) -> None:
        """How things stand."""
        if self._console.is_terminal:
            self._live.update(_panel(view, self._ear), refresh=True)
            return
        shown = (view.place, tuple(timer.name for timer in view.timers))
        if shown != self._shown and view.timers:
            self._console.print(Group(*map(_bar, view.timers)))
        self._shown = shown


def _console() -> Console:
    """A terminal as wide as it is; in a file, a line for each thing that happens."""
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
    line.add_row(f"{happening.at:%H:%M:%S}", who, Text(what))
    return line


def _who_and_what(happening: Happening) -> tuple[str, str] | None:
    match happening:
        case WasHeard(_, text, _):
            return "cook", text
        case WasSaid(_, text):
            return "app", text
        case WasIgnored(_, text, reason):
            return "", f"({reason}: {text.replace('[unk]', '…')})"
        case WasCut():
            return "", "(interrupted)"
        case DidRing(_, name):
            return "ring", name
    return None


def _bar(timer: TimerView) -> Text:
    filled = round(timer.share_done * BAR)
    style = "bold red" if timer.rings else "yellow"
    return Text.assemble(
        (f"{timer.name:>16}  ", "bold"),
        ("█" * filled, style),
        ("░" * (BAR - filled), "dim"),
        f"  {timer.words}",
    )


def _panel(view: View, ear: str) -> RenderableType:
    body: list[RenderableType] = [Text(view.step, style="bold")]
    body += [_bar(timer) for timer in view.timers]
    if ear:
        body.append(Text(ear, style="dim"))
    mode = "" if view.mode == "cooking" else f" · {view.mode}"
    return Panel(
        Group(*body), title=f"{view.dish} · {view.place}{mode}", subtitle=view.clock, expand=True
    )
