"""What a handler gives back, and the shorthands for building it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from voicecook.commands import Intent
from voicecook.cook.core.effects import Effect, Say
from voicecook.cook.core.session import Session

Turn = tuple[Session, tuple[Effect, ...]]
Handler = Callable[[Session, Intent, datetime], Turn]


def say(session: Session, text: str, **changes: Any) -> Turn:
    """Answer with `text`, change these fields and remember the words for "repeat"."""
    return session.but(last_said=text, **changes), (Say(text),)
