"""Where the diary lives."""

from __future__ import annotations

import os
from pathlib import Path


def state_folder(given: Path | None) -> Path:
    """Where the diary lives: what was given, or the user's state directory."""
    if given:
        return given
    base = os.environ.get("XDG_STATE_HOME") or Path.home() / ".local" / "state"
    return Path(base) / "voicecook"
