"""What a session wants done. The kitchen does it; the session never does."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Say:
    """Speak `text`, a few plain sentences. An alert goes before everything else that waits."""

    text: str
    kind: Literal["answer", "alert"] = "answer"
    loudness: float = 1.0
    """As a share of the volume the cook has chosen."""


@dataclass(frozen=True, slots=True)
class Hush:
    """Fall silent at once and forget what was waiting to be said (alerts too)."""


@dataclass(frozen=True, slots=True)
class Rang:
    """Timers rang: sound the chime and tell whoever watches. Their words come as a `Say`."""

    names: tuple[str, ...]
    """The most urgent first."""
    loudness: float = 1.0
    """As a share of the volume the cook has chosen; an alert begins softly and rises."""


@dataclass(frozen=True, slots=True)
class Tune:
    """Speak from now on with this volume (0 to 1) and rate (words a minute)."""

    volume: float
    rate: int


@dataclass(frozen=True, slots=True)
class Fetch:
    """Look for the recipe of this name; a `Fetched` is to come back. "" only asks what there is."""

    name: str


@dataclass(frozen=True, slots=True)
class Leave:
    """The cook is finished: end when the last word has been spoken."""


Effect = Say | Hush | Rang | Tune | Fetch | Leave
