"""Where the diary lives."""

from __future__ import annotations

import os
from pathlib import Path

from voicecook.files import at_home


def state_folder(given: Path | None) -> Path:
    """Where the diary lives: what was given, or the user's state directory. Raises UsageError."""
    if given:
        return given
    return at_home(os.environ.get("XDG_STATE_HOME") or "~/.local/state") / "voicecook"
