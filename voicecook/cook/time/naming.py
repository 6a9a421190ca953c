"""What a timer is called when it is spoken of: "the rice timer", "the reminder to call mum"."""

from __future__ import annotations

from collections.abc import Iterable

from voicecook.cook.core.session import Timer
from voicecook.english import listed

UNTOLD = "reminder"
"""The name of a reminder that says nothing in particular."""

LINKS = ("about", "that")
"""What a reminder's name begins with where it is not for doing something."""


def full(timer: Timer) -> str:
    """The timer with its kind: "the rice timer"."""
    return called(timer.name, timer.reminder)


def called(name: str, reminder: bool) -> str:
    """What a timer of this name is called, with its kind."""
    return _reminder(name) if reminder else f"the {name} timer"


def short(timer: Timer) -> str:
    """The timer as one of several: "the rice"."""
    return _reminder(timer.name) if timer.reminder else f"the {timer.name}"


def opening(timer: Timer) -> str:
    """The timer at the beginning of a sentence: "The rice timer"."""
    return capital(full(timer))


def several(found: Iterable[Timer], last: str = "and") -> str:
    """Timers in one breath: "the beans and the rice"."""
    return listed([short(timer) for timer in found], last)


def capital(words: str) -> str:
    """With a capital letter in front."""
    return words[:1].upper() + words[1:]


def _reminder(name: str) -> str:
    if name.endswith(UNTOLD) or name.startswith(f"{UNTOLD} "):
        return f"the {name}"
    linked = name.split(" ", 1)[0] in LINKS
    return f"the reminder {name}" if linked else f"the reminder to {name}"
