"""What several intents in one breath come to: which of them is only a way of saying the other."""

from __future__ import annotations

import re
from dataclasses import replace

from voicecook.commands.intents import Intent
from voicecook.commands.situation import Situation

SOFT = frozenset({"not_yet", "no", "yes", "thanks", "hello", "goodbye", "done", "is_it_done"})
"""What people say to each other as well."""
_ELSEWHERE = frozenset(
    {"go_to", "skip", "previous", "start_timer", "set_timer", "cancel_timer", "pause_timer",
     "pause", "add_time", "take_time", "remind", "quit", "restart", "undo", "not_yet",
     "rename_timer"}
)  # fmt: skip
"""Beside these a report that something is done is only their reason: it does not move by itself."""
_ASKS_ON = frozenset({"more_ingredients", "step_ingredients", "meanwhile", "start", "resume"})
"""After "done", these ask for what is next: "done, what else?"."""
_WHAT_TO_DO = re.compile(
    r"(what|how) (should|shall|do|can|must|would) (i|we) (do|cook|make|start|add|put|prepare)\b"
    r"|(should|shall|can|may) (i|we) \w+ (it|them|everything|that)\b"
)
"""A question after "done" that the next step answers."""
_AGAIN = {"cancel_timer": "undo", "pause_timer": "resume_timer"}
_SO = frozenset({"that", "it", "this", "they", "these", "those"})
_CARRY_ON = frozenset({"carry on", "go on", "keep going", "continue", "carry on please"})
_MOVES = frozenset({"next", "done", "start", "skip"})


def settled(intents: tuple[Intent, ...], situation: Situation) -> tuple[Intent, ...]:
    """The intents to act on: what the situation tells of them, and none beside a better one."""
    if situation.listing:
        intents = tuple(
            replace(one, name="next_ingredient") if one.name == "next" else one for one in intents
        )
    intents = tuple(_put_right(one, situation) for one in _one_timer(intents))
    if any(one.name == "no" and {"not", "never"} & set(one.words.split()) for one in intents):
        intents = tuple(one for one in intents if one.name not in ("done", "yes"))
    names = {intent.name for intent in intents}
    if "done" in names:
        intents = _with_done(intents, names)
    if names & {"start_timer", "set_timer"} and "next" in names:
        intents = tuple(one for one in intents if one.name != "next")
    if _coming_back(situation):
        intents = tuple(_going_on(one) for one in intents)
    if "not_yet" in names and len(names) > 1:
        intents = _with_not_yet(intents, names)
    if "no" in names and len(names) > 1 and not situation.asked:
        intents = tuple(one for one in intents if one.name != "no")
    return tuple(one for at, one in enumerate(intents) if at == 0 or intents[at - 1] != one)


def _put_right(intent: Intent, situation: Situation) -> Intent:
    """ "Actually keep it going", after a timer was stopped, is about that timer."""
    instead = _AGAIN.get(situation.last_name)
    goes_on = intent.name == "next" and (
        intent.words in _CARRY_ON or {"keep", "carry"} & set(intent.words.split())
    )
    return replace(intent, name=instead) if instead and goes_on else intent


def _coming_back(situation: Situation) -> bool:
    """Whether the cook has just been told where we are, after a break."""
    return situation.paused or situation.last_name in {"resume", "where_am_i"}


def _going_on(intent: Intent) -> Intent:
    """ "Carry on" after a break goes on with this step."""
    carries_on = intent.name == "next" and intent.words in _CARRY_ON
    return replace(intent, name="resume") if carries_on else intent


def _one_timer(intents: tuple[Intent, ...]) -> tuple[Intent, ...]:
    """ "Set a timer for the rice, twelve minutes" is one, said in two pieces."""
    if [one.name for one in intents] != ["set_timer", "set_timer"]:
        return intents
    first, second = intents
    if ("seconds" in first.slots) == ("seconds" in second.slots) or set(first.slots) & set(
        second.slots
    ):
        return intents
    words = f"{first.words} {second.words}"
    return (Intent("set_timer", {**first.slots, **second.slots}, words),)


def _with_done(intents: tuple[Intent, ...], names: set[str]) -> tuple[Intent, ...]:
    if names & _ELSEWHERE or any(_asks_whether(one) for one in intents):
        return tuple(one for one in intents if one.name != "done")
    kept = tuple(one for one in intents if one.name != "yes")
    first = [one.name for one in kept].index("done")
    return tuple(
        replace(one, name="next", slots={}) if at > first and _asks_on(one) else one
        for at, one in enumerate(kept)
    )


def _asks_whether(intent: Intent) -> bool:
    """ "It's bubbling, is that right?" is no report that a step is done."""
    first, *rest = (*intent.words.split(), "")
    return first in ("is", "are", "should", "does", "do") and rest[0] in _SO


def _asks_on(intent: Intent) -> bool:
    """Whether this, said after "done", asks what is to be done then."""
    general = intent.name in ("ask", "tools") and _WHAT_TO_DO.match(intent.words)
    return intent.name in _ASKS_ON or bool(general)


def _with_not_yet(intents: tuple[Intent, ...], names: set[str]) -> tuple[Intent, ...]:
    """ "Hang on, how much honey?" only asks; "not yet" beside "next" stays."""
    dropped = _MOVES if names & _MOVES else {"not_yet"}
    return tuple(one for one in intents if one.name not in dropped)
