"""Hand-written stand-ins for the edges of the house; the real ones have tests of their own."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from voicecook.cook.session import Session
from voicecook.happenings import Happening


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
