"""Whether a command is meant for us: the wake word, and the moments in which none is needed.

Addressee detection. Pure: a value goes in with the time in seconds, a value comes out. Without a
wake word only pleasantries are left alone, where the app has said nothing that they could answer.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from voicecook.commands import CommandSet, Context, Intent
from voicecook.errors import UsageError
from voicecook.hearing import PLEASANTRIES, Decision, Ignored, Understood

WOKEN_S = 8.0
"""How long a command may keep us waiting after the wake word alone."""
AFTER_TALK_S = 6.0
"""How long what the cook says may be an answer, after the app has spoken."""

CALLED = "go ahead"
NOT_CALLED = "no wake word"
NOT_FOR_ME = "not said to me"


@dataclass(frozen=True, slots=True)
class Attention:
    """What is remembered of who spoke when."""

    wake_word: str = ""
    """Without which no command counts; "" if the cook wants none."""
    until_s: float = -math.inf
    """Until when none is needed."""

    def during(self, now_s: float, speaking: bool) -> Attention:
        """Time has come to `now_s`, and the app is speaking or silent."""
        return self._until(now_s + AFTER_TALK_S) if speaking else self

    def attentive(self, now_s: float, context: Context) -> bool:
        """Whether what is said now needs no wake word; a ringing timer is always listened for."""
        longest = max(WOKEN_S, AFTER_TALK_S)  # a clock that was set back opens no longer window
        return context is Context.ALARM or now_s <= self.until_s <= now_s + longest

    def judge(
        self, decision: Decision, context: Context, now_s: float
    ) -> tuple[Attention, Decision]:
        """What becomes of what the ear decided, and of the attention."""
        rest = after_wake_word(self.wake_word, decision.text) if self.wake_word else None
        if rest is not None:
            return self._until(now_s + WOKEN_S), _called(decision, rest)
        if isinstance(decision, Ignored) or self.attentive(now_s, context):
            return self, decision
        if self.wake_word:
            return self, Ignored(decision.text, NOT_CALLED, decision.decided_s)
        if all(intent.name in PLEASANTRIES for intent in decision.intents):
            asked = context is Context.QUESTION
            return self, decision if asked else _not_for_me(decision)
        return self, decision

    def _until(self, until_s: float) -> Attention:
        return replace(self, until_s=max(until_s, self.until_s))


def _called(decision: Decision, rest: str) -> Decision:
    if isinstance(decision, Understood):
        return replace(decision, text=rest)
    return Ignored(decision.text, CALLED, decision.decided_s) if not rest else decision


def _not_for_me(decision: Understood) -> Ignored:
    return Ignored(decision.text, NOT_FOR_ME, decision.decided_s)


def after_wake_word(wake_word: str, text: str) -> str | None:
    """What follows the wake word at the beginning of `text`; None if it does not begin so."""
    if text != wake_word and not text.startswith(f"{wake_word} "):
        return None
    return text[len(wake_word) :].strip()


def checked_wake_word(given: str, knows: Callable[[str], bool]) -> str:
    """The wake word as it is heard. Raises UsageError if the recogniser can't hear it."""
    words = " ".join(given.lower().split())
    if not re.fullmatch(r"[a-z']+( [a-z']+){0,3}", words):
        raise UsageError(f'--wake-word "{given}": give one to four plain words, such as: hey chef')
    unknown = [word for word in words.split() if not knows(word)]
    if unknown:
        raise UsageError(
            f'--wake-word "{given}": the recogniser does not know "{unknown[0]}"; '
            "choose everyday words, such as: hey chef"
        )
    return words


def listened_for(commands: CommandSet, wake_word: str) -> CommandSet:
    """These commands, with the wake word if there is one."""
    return Woken(commands, wake_word) if wake_word else commands


@dataclass(frozen=True)
class Woken:
    """Commands that may begin with the wake word, in one breath."""

    commands: CommandSet
    wake_word: str

    def heard(self, text: str, context: Context) -> tuple[Intent, ...]:
        """What it means, with or without the wake word; the wake word alone means nothing."""
        rest = after_wake_word(self.wake_word, text)
        return self.commands.heard(text if rest is None else rest, context)

    def is_prefix(self, text: str, context: Context) -> bool:
        """Whether a longer sentence that means something else begins with these words."""
        rest = after_wake_word(self.wake_word, text)
        return rest == "" or self.commands.is_prefix(text if rest is None else rest, context)

    def phrases(self, context: Context) -> list[str]:
        """The commands, the wake word, and the wake word before each word that may follow it."""
        phrases = self.commands.phrases(context)
        shortest = {phrase.split()[0]: phrase for phrase in sorted(phrases, key=len, reverse=True)}
        called = [f"{self.wake_word} {phrase}" for phrase in shortest.values()]
        return [self.wake_word, *called, *phrases]
