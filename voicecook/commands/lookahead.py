"""Whether what was heard so far may still become another command."""

from __future__ import annotations

from voicecook.commands.intents import Context, Intent
from voicecook.commands.matching import Matcher, Place
from voicecook.commands.words import Sentence

OFTEN_FOLLOWED = frozenset({"done"})
"""Said in one breath with the next command: "I'm done, what's next" must not move on twice."""

_GROWTH = tuple(
    tuple(words.split())
    for words in ("five", "hundred", "minutes", "minute", "hours", "thirty", "and a half",
                  "and five minutes", "first", "of an hour", "an hour", "quarters", "dozen")
)  # fmt: skip


def more_may_follow(
    matcher: Matcher, sentence: Sentence, now: tuple[Intent, ...], context: Context
) -> bool:
    """Whether a longer command begins with `sentence` and means something else than `now`."""
    if now and now[-1].name in OFTEN_FOLLOWED:
        return True
    return any(
        _can_go_on(matcher, sentence, place) and _differs(place, now)
        for place in matcher.places(sentence, context, later=len(now) != 1)
        if not place.template.fluent
    )


def _differs(place: Place, now: tuple[Intent, ...]) -> bool:
    if not now or place.state.fills or place.state.slot_ahead:
        return True
    meant = {**place.template.slots, **dict(place.slots)}
    return now[-1] != Intent(place.template.intent, meant) and now[-1].name != "ask"


def _can_go_on(matcher: Matcher, sentence: Sentence, place: Place) -> bool:
    rest = sentence.words[place.at :]
    if place.state.words or not rest:
        return True
    known = matcher.known.get(place.state.list_name)
    if known is not None:
        return known.begins(rest)
    return any(_grows(matcher, sentence, place, more) for more in _GROWTH)


def _grows(matcher: Matcher, sentence: Sentence, place: Place, more: tuple[str, ...]) -> bool:
    longer = Sentence((*sentence.words, *more), sentence.stops, sentence.commas)
    found = matcher.readers[place.state.list_name](longer, place.at)
    return any(end == len(longer.words) for end, _, _ in found)
