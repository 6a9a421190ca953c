"""Cooking at a keyboard: commands are typed, answers are printed. Works on every machine."""

from __future__ import annotations

import queue
import threading
from datetime import datetime
from typing import Literal, TextIO

from voicecook.cook import Happening, WasIgnored
from voicecook.files import lines_of
from voicecook.kitchen.beginning import Beginning
from voicecook.kitchen.clock import Clock
from voicecook.kitchen.kitchen import LONGEST_TYPED, Kitchen, Notebook
from voicecook.printable import printable

LONGEST_SLEEP_S = 5.0


class PrintedSpeaker:
    """Prints what would be said."""

    def __init__(self, out: TextIO) -> None:
        self._out = out

    def say(self, text: str, kind: Literal["answer", "alert"], loudness: float = 1.0) -> None:
        """Print it at once; an alert is marked."""
        mark = "! " if kind == "alert" else ""
        print(f"{mark}{printable(text)}", file=self._out, flush=True)

    def chime(self, loudness: float) -> None:
        """The bell is the mark in front of the alert."""

    def hush(self) -> None:
        """What is printed is printed."""

    def tune(self, volume: float, rate: int) -> None:
        """Letters have no volume."""


class LeftAlone:
    """Tells what was taken for talk with somebody else; aloud that would get no answer at all."""

    def __init__(self, out: TextIO) -> None:
        self._out = out

    def note(self, happening: Happening) -> None:
        """A remark in brackets for words that were left alone."""
        if isinstance(happening, WasIgnored):
            print("(I took that for talk with somebody else.)", file=self._out, flush=True)


def cook_typed(
    beginning: Beginning,
    notebook: Notebook,
    clock: Clock,
    lines: TextIO,
    out: TextIO,
) -> None:
    """Cook this session, reading commands from `lines` and printing what is said to `out`."""
    kitchen = Kitchen(beginning.session, PrintedSpeaker(out), notebook, LeftAlone(out))
    if beginning.remark:
        kitchen.noticed(clock.now(), beginning.remark)
    kitchen.open(clock.now(), beginning.seen)
    run_typed(kitchen, clock, lines)


def run_typed(kitchen: Kitchen, clock: Clock, lines: TextIO) -> None:
    """Cook until the cook leaves or there is nothing more to read."""
    typed: queue.Queue[str | None] = queue.Queue(maxsize=100)
    threading.Thread(target=_read, args=(lines, typed), daemon=True).start()
    while not kitchen.leaving:
        line = _next_line(typed, _patience(kitchen, clock.now()))
        if line is None:
            return
        kitchen.clock_moved(clock.moved())
        kitchen.advance(clock.now())
        if words := line.strip():
            kitchen.typed(clock.now(), words)


def _next_line(typed: queue.Queue[str | None], patience_s: float) -> str | None:
    """What was typed; nothing when time is up, None when there is nothing more to read."""
    try:
        return typed.get(timeout=patience_s)
    except queue.Empty:
        return ""


def _read(lines: TextIO, typed: queue.Queue[str | None]) -> None:
    try:
        for line, _ in lines_of(lines, LONGEST_TYPED):
            typed.put(line)
    finally:
        typed.put(None)


def _patience(kitchen: Kitchen, at: datetime) -> float:
    if kitchen.deadline is None:
        return LONGEST_SLEEP_S
    return min(max((kitchen.deadline - at).total_seconds(), 0.0), LONGEST_SLEEP_S)
