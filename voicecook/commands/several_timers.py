"""Several timers set in one breath: "set the rice for twelve and the greens for four"."""

from __future__ import annotations

from collections.abc import Iterator

from voicecook.commands.free_slots import Names, slots_of
from voicecook.commands.intents import Intent
from voicecook.commands.modality import cautions
from voicecook.commands.situation import Situation
from voicecook.commands.words import Sentence
from voicecook.english import word_set

_SETTING = word_set("set start put give make need run begin timer timers")
_BETWEEN = word_set("and then also plus")


def several_timers(sentence: Sentence, names: Names, situation: Situation) -> tuple[Intent, ...]:
    """A timer for each part that names a thing and a time; () unless there are at least two."""
    if not _SETTING & set(sentence.words[:4]) or cautions(sentence.words):
        return ()
    parts = [part for part in _parts(sentence) if part]
    found = [slots_of("set_timer", part, names, situation) for part in parts]
    if len(found) < 2 or not all({"name", "seconds"} <= set(slots) for slots in found):
        return ()
    return tuple(
        Intent("set_timer", slots, " ".join(part)) for slots, part in zip(found, parts, strict=True)
    )


def _parts(sentence: Sentence) -> Iterator[tuple[str, ...]]:
    """What stands between pauses and joints; a pause alone parts nothing, if a joint follows."""
    start = 0
    for place, word in enumerate(sentence.words):
        if word in _BETWEEN:
            yield sentence.words[start:place]
            start = place + 1
    yield sentence.words[start:]
