"""What a few words mean after what was said before: "and the vinegar?", "make that twenty".

Nothing is guessed: where the last thing asked for does not fit, a follow-up means nothing here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from voicecook.commands.intents import Intent, Slot
from voicecook.commands.situation import Situation

Slots = Mapping[str, Slot]
Found = tuple[Intent, ...]

_OF_FOOD = frozenset({"ingredient_amount", "use_all", "substitute"})
_SETS = frozenset({"set_timer", "start_timer"})
_CHANGES = frozenset({"add_time", "take_time"})
_OF_TIMERS = _SETS | _CHANGES | {
    "cancel_timer", "pause_timer", "resume_timer", "how_long_left", "timer_ends", "elapsed",
    "rename_timer", "list_timers",
}  # fmt: skip
_UNDONE_FIRST = frozenset({"cancel_timer", "pause_timer", "resume_timer", *_CHANGES})
_UNDO = Intent("undo")
_MINUTE = 60


def resolve(kind: str, slots: Slots, situation: Situation) -> Found:
    """The intents this kind of follow-up stands for; () if it fits nothing said before."""
    return _KINDS[kind](slots, situation)


def _about_ingredient(slots: Slots, situation: Situation) -> Found:
    name = situation.last_name
    return (Intent(name if name in _OF_FOOD else "ingredient_amount", dict(slots)),)


def _plainly(intent: str) -> Callable[[Slots, Situation], Found]:
    """A kind that stands for the same intent whatever was said before."""
    return lambda slots, situation: (Intent(intent, dict(slots)),)


def _seconds(slots: Slots) -> int:
    """The length that was said; a bare number is minutes."""
    return int(slots["seconds"] if "seconds" in slots else int(slots["number"]) * _MINUTE)


def _a_length(slots: Slots, situation: Situation) -> Found:
    """How long, when that was asked."""
    seconds = _seconds(slots)
    asked = situation.asked == "timer_length"
    return (Intent("set_timer", {"seconds": seconds}),) if asked and seconds > 0 else ()


def _more_for_it(slots: Slots, situation: Situation) -> Found:
    name = situation.last_name
    asks = name in {"how_long_left", "timer_ends", "elapsed"}
    return (Intent(name if asks else "how_long_left", dict(slots)),)


def _change_length(slots: Slots, situation: Situation) -> Found:
    return _to_length(_seconds(slots), situation)


def _to_length(seconds: int, situation: Situation) -> Found:
    name, timer = situation.last_name, situation.timer
    if situation.asked == "timer_length":
        return (Intent("set_timer", {"seconds": seconds}),)
    if name in _CHANGES:
        old = situation.last.slots if situation.last else {}
        return (_UNDO, Intent(name, {**old, "seconds": seconds}))
    if name == "remind" and situation.last:
        return (_UNDO, Intent("remind", {**situation.last.slots, "seconds": seconds}))
    if situation.asked == "start_timer" and situation.offered:
        return (Intent("set_timer", {"seconds": seconds, "name": situation.offered}),)
    if timer and name in _OF_TIMERS:
        return (Intent("set_timer", {"seconds": seconds, "name": timer}),)
    return ()


def _change_number(slots: Slots, situation: Situation) -> Found:
    number, name = int(slots["number"]), situation.last_name
    if number < 1:
        return ()
    if name == "scale":
        return (Intent("scale", {"servings": number}),)
    if name == "go_to":
        return (Intent("go_to", {"step": number}),)
    return _to_length(number * _MINUTE, situation)


def _change_clock(slots: Slots, situation: Situation) -> Found:
    return (Intent("finish_time", dict(slots)),) if situation.last_name == "finish_time" else ()


def _put_back(slots: Slots, situation: Situation) -> Found:
    changed = situation.last_name in _OF_TIMERS | {"scale", "finish_time", "remind"}
    return (_UNDO,) if changed and not situation.asked else ()


def _retime(slots: Slots, situation: Situation) -> Found:
    """ "Make the bread twelve": only where such a timer runs."""
    name = str(slots["timer"])
    if name not in situation.timers:
        return ()
    return (Intent("set_timer", {"seconds": _seconds(slots), "name": name}),)


def _by_steps(way: int) -> Callable[[Slots, Situation], Found]:
    def found(slots: Slots, situation: Situation) -> Found:
        if situation.step is None:
            return (Intent("previous" if way < 0 else "next"),)
        return (Intent("go_to", {"step": max(situation.step + way * int(slots["number"]), 1)}),)

    return found


def _the_other(slots: Slots, situation: Situation) -> Found:
    """The one of two timers that was not meant; what was done to the wrong one is taken back."""
    others = [name for name in situation.timers if name != situation.timer]
    known = set(situation.timers) | {situation.timer}
    if len(others) != 1 or len(known) != 2 or situation.last is None:
        return ()
    name = situation.last.name
    if name not in _OF_TIMERS or name in _SETS:
        return ()
    right = Intent(name, {**situation.last.slots, "timer": others[0]})
    done = name in _UNDONE_FIRST and not situation.asked
    return (_UNDO, right) if done else (right,)


def _of_it(slots: Slots, situation: Situation) -> Found:
    about = {"ingredient": situation.ingredient} if situation.ingredient else {}
    return (Intent("ingredient_amount", about),)


def _to_timer(intent: str) -> Callable[[Slots, Situation], Found]:
    def found(slots: Slots, situation: Situation) -> Found:
        spoken_of = situation.timer if situation.timer in situation.timers else ""
        if situation.last_name in _OF_TIMERS and spoken_of:
            return (Intent(intent, {"timer": spoken_of}),)
        return (Intent(intent),) if situation.timers else ()

    return found


def _start_it(slots: Slots, situation: Situation) -> Found:
    return (Intent("start_timer"),) if situation.asked in ("", "start_timer") else (Intent("yes"),)


_KINDS: Mapping[str, Callable[[Slots, Situation], Found]] = {
    "about_ingredient": _about_ingredient,
    "name_ingredient": _plainly("ingredient_amount"),
    "a_length": _a_length,
    "more_for_it": _more_for_it,
    "change_length": _change_length,
    "change_number": _change_number,
    "change_step": _plainly("go_to"),
    "change_clock": _change_clock,
    "retime": _retime,
    "put_back": _put_back,
    "for_people": _plainly("scale"),
    "the_other": _the_other,
    "of_it": _of_it,
    "cancel_it": _to_timer("cancel_timer"),
    "hold_it": _to_timer("pause_timer"),
    "resume_it": _to_timer("resume_timer"),
    "start_it": _start_it,
    "back_steps": _by_steps(-1),
    "on_steps": _by_steps(1),
}
