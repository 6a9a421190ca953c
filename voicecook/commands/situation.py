"""Where the cook is and what was last spoken of: all that a sentence's meaning depends on."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from voicecook.commands.intents import Context, Intent

_LISTING = re.compile(
    r"\b(?:first|next|last|final|other)(?: \w+)? "
    r"(?:ingredients?|ones?|two|three|\d)?\b.{0,12}\b(?:is|are)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Situation:
    """Made from the session; never read back from the app's own sentences."""

    context: Context = Context.COOKING
    asked: str = ""
    """What the open question is about ("start_timer", "which_timer", …); "" if none is open."""
    listing: bool = False
    """Whether ingredients are being read out, so that "next" means the next of them."""
    paused: bool = False
    instruction: str = ""
    """What the cook has been told to do, and how to see that it is done."""
    step: int | None = None
    """1-based."""
    timers: tuple[str, ...] = field(default=())
    """The names of those that run, the ones that ring first."""
    offered: str = ""
    """The name of the timer this step brings along, if it does."""
    last: Intent | None = None
    """What was asked for last, with its slots."""
    ingredient: str = ""
    """The last one spoken of."""
    timer: str = ""
    """The last one spoken of."""

    @property
    def last_name(self) -> str:
        """The name of what was asked for last; "" if nothing was."""
        return self.last.name if self.last else ""


NOWHERE = Situation()
"""Nothing is asked, nothing runs, nothing was said before."""


def situation_after(app_said: str, step: int | None = None) -> Situation:
    """The situation after another assistant's words, of which no session is known."""
    asks = app_said.rstrip().endswith("?")
    return Situation(
        context=Context.QUESTION if asks else Context.COOKING,
        asked="something" if asks else "",
        listing=bool(_LISTING.search(app_said)),
        instruction="" if asks else app_said,
        step=step,
    )
