"""What came of a sentence: what is to be done, what to ask back, or whom it was for."""

from __future__ import annotations

from dataclasses import dataclass

from voicecook.commands.intents import Intent


@dataclass(frozen=True, slots=True)
class Meaning:
    """What the cook meant, as far as it is sure enough."""

    intents: tuple[Intent, ...] = ()
    """What to do, in spoken order."""
    doubt: Intent | None = None
    """Where there is nothing to do: what it may have been, to be asked back, never done unasked."""
    likely: tuple[str, ...] = ()
    """Where even that is not clear: the names of the two likeliest intents."""
    for_us: bool = True
    """False where it was plainly said to somebody else."""
