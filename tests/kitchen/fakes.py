"""Hand-written stand-ins for the edges of the house; the real ones have tests of their own."""

from __future__ import annotations

import errno
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Literal

from voicecook.cook.core.happenings import Happening
from voicecook.cook.core.session import Session
from voicecook.kitchen.disk import Disk


@dataclass
class FakeMouth:
    """Remembers what it was told to do."""

    done: list[str] = field(default_factory=list)

    def say(self, text: str, kind: Literal["answer", "alert"], loudness: float = 1.0) -> None:
        self.done.append(f"{kind}: {text}")

    def chime(self, loudness: float) -> None:
        self.done.append(f"chime {loudness}")

    def hush(self) -> None:
        self.done.append("hush")

    def tune(self, volume: float, rate: int) -> None:
        self.done.append(f"tune {volume} {rate}")


@dataclass
class FakeNotebook:
    """A diary in memory, whose disk can be full."""

    full: bool = False
    saved: list[Session] = field(default_factory=list)
    beats: list[datetime] = field(default_factory=list)
    forgotten: bool = False

    def save(self, session: Session, at: datetime) -> None:
        if self.full:
            raise OSError(28, "No space left on device")
        self.saved.append(session)

    def beat(self, at: datetime) -> None:
        self.beats.append(at)

    def forget(self) -> None:
        self.forgotten = True


@dataclass
class FakeWitness:
    """Keeps what it was told."""

    seen: list[Happening] = field(default_factory=list)

    def note(self, happening: Happening) -> None:
        self.seen.append(happening)


class PowerCut(BaseException):
    """Nothing after this happens, not even tidying up."""


class BadDisk(Disk):
    """A real disk on which one of the things done to it goes wrong; a write stops half-way."""

    def __init__(self, wrong_at: int = 10**9, trouble: BaseException | None = None) -> None:
        self.wrong_at = wrong_at
        """The how-manieth thing fails, from 1, and every one after it."""
        self.trouble = trouble or OSError(errno.ENOSPC, "No space left on device")
        self.done: list[str] = []

    def open(self, path: Path, flags: int) -> int:
        self._next("open")
        return super().open(path, flags)

    def write(self, handle: int, data: bytes) -> int:
        half = len(data) // 2 + 1
        if len(self.done) + 1 == self.wrong_at:
            super().write(handle, data[:half])
        self._next("write")
        return super().write(handle, data[:half])

    def sync(self, handle: int) -> None:
        self._next("sync")
        super().sync(handle)

    def rename(self, fresh: Path, place: Path) -> None:
        self._next("rename")
        super().rename(fresh, place)

    def _next(self, what: str) -> None:
        self.done.append(what)
        if len(self.done) >= self.wrong_at:
            raise self.trouble
