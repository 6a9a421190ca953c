"""How a recording is named: by its words, then who says them.

`what's_next--slt.flac` is "what's next" said by slt. A name that starts with `oov_` is speech the
app must ignore: `oov_who_left_the_fridge_open--rms.flac`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

IGNORED = "oov_"


@dataclass(frozen=True, slots=True)
class Recording:
    """What a recording says, and who says it."""

    words: str
    voice: str
    ignored: bool = False
    """Whether it is speech that is not meant for the app."""

    @property
    def file_name(self) -> str:
        """The name its file has."""
        words = "_".join(re.findall(r"[a-z']+", self.words.lower()))
        return f"{IGNORED if self.ignored else ''}{words}--{self.voice}.flac"


def recording_at(path: Path) -> Recording:
    """What the recording at `path` says, read from its name."""
    words, _, voice = path.stem.partition("--")
    ignored = words.startswith(IGNORED)
    return Recording(words.removeprefix(IGNORED).replace("_", " "), voice, ignored)
