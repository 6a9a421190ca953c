"""What free speech names: the timer, the ingredient, the length … of an intent already known.

Templates read their slots where they stand. Here the sentence is free, so each slot is looked for
in the whole of it: known names first, then the words around a preposition.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from voicecook.commands.intents import Slot
from voicecook.commands.lexicon import DISH, FOOD, Lexicon
from voicecook.commands.situation import Situation
from voicecook.commands.slots import Values
from voicecook.commands.words import Sentence
from voicecook.english import clock_times, durations, ordinals, quantities, whole_numbers, word_set

Words = tuple[str, ...]
Slots = dict[str, Slot]

T = TypeVar("T")
_MINUTE = 60
_TIMED = word_set(
    "timer alarm timers set start put give time add another more longer less extra off"
)
"""Beside one of these a bare number is one of minutes."""
_NO_NAME = word_set(
    "a an the my our your his her some any this that these those it them one ones me us you i we "
    "timer timers alarm clock countdown minute minutes second seconds hour hours more less longer "
    "another please for to of on in at with and or now then again just extra new step recipe "
    "everything all both time left up off going is are be will do does did what how when long much "
    "many well too also set start put give let make need want only about around after from until "
    "and but so because if cook cooking go eat eating called named call name"
)
_LEADING = word_set("a an the my our your some this that these those")
_ALL = word_set("all both every everything each")
_LAST = word_set("last final")


@dataclass(frozen=True)
class Names:
    """The names a cook may speak of, by the list they are in."""

    known: Mapping[str, Values]
    lexicon: Lexicon

    def in_words(self, list_name: str, words: Words) -> Slot | None:
        """The longest name of this list that stands in the words."""
        values = self.known.get(list_name)
        if values is None:
            return None
        sentence = Sentence(words, frozenset(), frozenset())
        found = [
            (end - start, -start, value)
            for start in range(len(words))
            for end, value, _ in values.read(sentence, start)
        ]
        return max(found, key=lambda one: one[:2])[2] if found else None

    def foods(self, words: Words) -> Iterator[str]:
        """The foods and dishes named, in order."""
        for token in self.lexicon.tokens(words):
            if token.kind in (FOOD, DISH):
                yield " ".join(words[token.start : token.end])


def slots_of(intent: str, words: Words, names: Names, situation: Situation) -> Slots:
    """What these words name for this intent; what is not named is left out."""
    found: Slots = {}
    for slot, read in _READERS.get(intent, {}).items():
        if (value := read(words, names, situation)) is not None:
            found[slot] = value
    if intent == "go_to" and "step" in found:
        found.pop("topic", None)
    if found.get("all"):
        return {"all": True}
    return found


Read = Callable[[Words, Names, Situation], Slot | None]


def _seconds(words: Words, names: Names, situation: Situation) -> Slot | None:
    """The last length of time; a bare number is minutes, as people speak of timers."""
    times = list(values_in(words, durations))
    if times:
        return times[-1]
    if not _TIMED & set(words):
        return None
    numbers = [n for n in values_in(words, quantities) if 0 < n < 600]
    return round(numbers[-1] * _MINUTE) if len(numbers) == 1 else None


def values_in(words: Words, reader: Callable[[Words, int], Sequence[tuple[int, T]]]) -> Iterator[T]:
    """All values, each the longest that begins at its place."""
    place = 0
    while place < len(words):
        found = reader(words, place)
        if found:
            yield found[0][1]
            place = found[0][0]
        else:
            place += 1


def _running(words: Words, names: Names, situation: Situation) -> Slot | None:
    """A running timer by its name, by a part of it, by its length, or one the recipe has."""
    exact = [name for name in situation.timers if _within(tuple(name.lower().split()), words)]
    if exact:
        return max(exact, key=len)
    part = [
        name
        for name in situation.timers
        if {_bare(word) for word in name.lower().split()}
        & {_bare(word) for word in words} - _LEADING
    ]
    if len(part) == 1:
        return part[0]
    return names.in_words("timer", words) or _named(words, names)


def _bare(word: str) -> str:
    return word.removesuffix("s")


def _within(phrase: Words, words: Words) -> bool:
    size = len(phrase)
    return any(words[at : at + size] == phrase for at in range(len(words) - size + 1))


def _named(words: Words, names: Names) -> str | None:
    """ "the rice timer", "the timer for the eggs", "turn off the eggs"."""
    for place, word in enumerate(words):
        if word in {"timer", "alarm"} and place and (name := _name_before(words, place)):
            return name
    for place, word in enumerate(words):
        if word in {"for", "on", "called", "named", "to"} and (
            name := _name_after(words, place + 1)
        ):
            return name
    return next(iter(names.foods(words)), None)


def _name_before(words: Words, end: int) -> str | None:
    start = end
    while (
        start
        and words[start - 1] not in _NO_NAME
        and end - start < 3
        and not _figure(words[start - 1])
    ):
        start -= 1
    return " ".join(words[start:end]) or None


def _name_after(words: Words, start: int) -> str | None:
    while start < len(words) and words[start] in _LEADING:
        start += 1
    end = start
    while (
        end < len(words)
        and words[end] not in _NO_NAME
        and end - start < 3
        and not _figure(words[end])
    ):
        end += 1
    return " ".join(words[start:end]) or None


def _figure(word: str) -> bool:
    return bool(whole_numbers((word,), 0)) or word in {"half", "quarter"}


def _new_name(words: Words, names: Names, situation: Situation) -> Slot | None:
    """What a new timer is to be called."""
    for mark in (("called",), ("named",), ("call", "it"), ("name", "it"), ("labelled",)):
        for at in range(len(words) - len(mark)):
            if words[at : at + len(mark)] == mark and (name := _name_after(words, at + len(mark))):
                return name
    return _named(words, names)


def _call_it(words: Words, names: Names, situation: Situation) -> Slot | None:
    """The new name, at the end: "call it potatoes", "rename the rice to risotto"."""
    marks = [
        at for at, word in enumerate(words) if word in {"to", "it", "as", "timer", "call", "into"}
    ]
    for at in reversed(marks):
        if name := _name_after(words, at + 1):
            return name
    return None


def _every(words: Words, names: Names, situation: Situation) -> Slot | None:
    return True if _ALL & set(words) else None


def _place(words: Words, names: Names, situation: Situation) -> Slot | None:
    """ "the second one", "the last one"."""
    if {"one", "timer", "alarm"} & set(words):
        if _LAST & set(words):
            return "last"
        return next((value for value in values_in(words, ordinals) if value), None)
    return None


def _step(words: Words, names: Names, situation: Situation) -> Slot | None:
    if "first" in words or {"beginning", "start", "top"} & set(words):
        return "first"
    if _LAST & set(words) or "end" in words:
        return "last"
    numbers = [*values_in(words, ordinals), *(int(n) for n in values_in(words, whole_numbers))]
    return next((n for n in numbers if 0 < n < 100), None)


def _topic(words: Words, names: Names, situation: Situation) -> Slot | None:
    for list_name in ("topic", "work", "dish"):
        if (found := names.in_words(list_name, words)) is not None:
            return found
    marks = [at for at, word in enumerate(words) if word in {"to", "with", "about", "the"}]
    return next(filter(None, (_name_after(words, at + 1) for at in reversed(marks))), None)


def _known_topic(words: Words, names: Names, situation: Situation) -> Slot | None:
    return names.in_words("topic", words) or names.in_words("dish", words)


def _ingredient(words: Words, names: Names, situation: Situation) -> Slot | None:
    if (found := names.in_words("ingredient", words)) is not None:
        return found
    return next(iter(names.foods(words)), None) or _after_how_much(words)


def _after_how_much(words: Words) -> str | None:
    for at, word in enumerate(words):
        counts = word in {"much", "many", "of", "without", "have", "no"}
        if counts and (name := _name_after(words, at + 1)):
            return name
    return None


def _swapped(words: Words, names: Names, situation: Situation) -> Slot | None:
    """What is to be left out: "instead of the honey", "I have no honey"."""
    if _only_has(words):
        return None
    for mark in (("instead", "of"), ("in", "place", "of"), ("for", "the"), ("without",), ("no",)):
        for at in range(len(words) - len(mark)):
            if words[at : at + len(mark)] == mark:
                rest = words[at + len(mark) :]
                if (found := _ingredient(rest, names, situation)) is not None:
                    return found
    known = names.in_words("ingredient", words)
    return known if known is not None else next(iter(names.foods(words)), None)


def _only_has(words: Words) -> bool:
    """ "I've only got fusilli" names what there is, not what is missing."""
    return "only" in words and bool({"have", "got"} & set(words))


def _substitute(words: Words, names: Names, situation: Situation) -> Slot | None:
    """What is to be used: "use maple syrup", "swap it for syrup"."""
    if _only_has(words):
        return next(iter(names.foods(words)), None)
    left_out = _swapped(words, names, situation)
    foods = [
        food
        for food in names.foods(words)
        if names.in_words("ingredient", tuple(food.split())) is None
    ]
    if foods:
        return next((food for food in foods if food != left_out), None)
    for at, word in enumerate(words):
        if word in {"use", "with"} and (name := _name_after(words, at + 1)):
            return name if name != left_out else None
    return None


def _servings(words: Words, names: Names, situation: Situation) -> Slot | None:
    if _factor(words, names, situation) is not None:
        return None
    return next((int(n) for n in values_in(words, whole_numbers) if 0 < n <= 200), None)


_FACTORS: Mapping[str, Slot] = {
    "double": 2, "doubled": 2, "twice": 2, "triple": 3, "treble": 3, "half": 0.5, "halve": 0.5,
    "halved": 0.5, "quadruple": 4, "thrice": 3, "quarter": 0.25,
}  # fmt: skip


def _factor(words: Words, names: Names, situation: Situation) -> Slot | None:
    for word in words:
        if word in _FACTORS and not ({"people", "persons", "guests", "servings"} & set(words)):
            return _FACTORS[word]
    for at, word in enumerate(words):
        if word in {"times", "batches"} and at and (found := quantities(words, at - 1)):
            value = found[0][1]
            return int(value) if value.denominator == 1 else float(value)
    return None


_METRIC = word_set(
    "gram grams kilo kilos metric litre litres liters millilitres milliliters european centimetres"
)
_IMPERIAL = word_set("cups cup ounces ounce pounds pound imperial american us inches pints english")
_SYSTEMS: Mapping[str, str] = {
    **dict.fromkeys(_METRIC, "metric"),
    **dict.fromkeys(_IMPERIAL, "imperial"),
    "celsius": "celsius",
    "centigrade": "celsius",
    "fahrenheit": "fahrenheit",
}


def _system(words: Words, names: Names, situation: Situation) -> Slot | None:
    wanted = [_SYSTEMS[word] for word in words if word in _SYSTEMS]
    if "from" in words or "instead" in words or "not" in words:
        start = next(at for at, word in enumerate(words) if word in {"from", "instead", "not"})
        first = [_SYSTEMS[word] for word in words[:start] if word in _SYSTEMS]
        after_to = [
            _SYSTEMS[w]
            for at, w in enumerate(words)
            if w in _SYSTEMS and words[at - 1] in {"to", "in", "into"}
        ]
        wanted = after_to or first or wanted
    return wanted[-1] if wanted else None


def _group(words: Words, names: Names, situation: Situation) -> Slot | None:
    return names.in_words("group", words)


_CHOOSING = word_set(
    "make cook bake do doing fancy want have let start begin prepare choose select recipe making "
    "cooking baking like try"
)


def _recipe(words: Words, names: Names, situation: Situation) -> Slot | None:
    if not _CHOOSING & set(words):
        return None
    if (found := names.in_words("recipe", words)) is not None:
        return found
    foods = list(names.foods(words))
    if foods:
        return foods[-1]
    for at, word in enumerate(words):
        makes = word in {"make", "cook", "bake", "do", "making", "cooking", "fancy", "prepare"}
        if makes and (name := _name_after(words, at + 1)):
            return name
    return None


def _clock(words: Words, names: Names, situation: Situation) -> Slot | None:
    """A time of day that follows "at", "by", "for" or "around", or says its half of the day."""
    for at in range(1, len(words)):
        if words[at - 1] in {"at", "by", "for", "around", "about", "before", "past", "until", "to"}:
            found = sorted(clock_times(words, at), key=lambda one: one[0])
            if found and not durations(words, at):
                return found[-1][1]
    for at in range(len(words)):
        for end, value in clock_times(words, at):
            if value.endswith(("am", "pm")) or end - at >= 3:
                return value
    return None


def _about(words: Words, names: Names, situation: Situation) -> Slot | None:
    """What a reminder is to say: "to call mum", "about the bread"."""
    start = words.index("remind") if "remind" in words else 0
    for at in range(start, len(words)):
        if words[at] in {"to", "about", "that"} and at > 0 and not durations(words, at + 1):
            rest = _without_time(words[at + 1 :])
            if rest:
                return " ".join(rest)
    return None


def _without_time(words: Words) -> Words:
    """The words up to "in ten minutes" or "at seven"."""
    for at in range(len(words)):
        if words[at] in {"in", "after"} and at + 1 < len(words) and durations(words, at + 1):
            end = durations(words, at + 1)[0][0]
            return words[:at] + words[end:]
        if words[at] == "at" and at + 1 < len(words) and list(clock_times(words, at + 1)):
            return words[:at]
    return words


def _words(words: Words, names: Names, situation: Situation) -> Slot | None:
    return " ".join(words)


_TIMER: Mapping[str, Read] = {"timer": _running, "place": _place}
_READERS: Mapping[str, Mapping[str, Read]] = {
    "go_to": {"step": _step, "topic": _topic},
    "where_am_i": {"topic": _known_topic},
    "choose_recipe": {"name": _recipe},
    "how_long_left": {"timer": _running},
    "elapsed": {"timer": _running},
    "timer_ends": {"timer": _running},
    "is_it_done": {},
    "finish_time": {"eat_at": _clock},
    "start_timer": {"timer": _running},
    "set_timer": {"seconds": _seconds, "name": _new_name},
    "add_time": {"seconds": _seconds, "timer": _running},
    "take_time": {"seconds": _seconds, "timer": _running},
    "pause_timer": _TIMER,
    "resume_timer": _TIMER,
    "cancel_timer": {**_TIMER, "all": _every},
    "rename_timer": {"timer": _running, "name": _call_it},
    "remind": {"seconds": _seconds, "at": _clock, "about": _about},
    "ingredients": {"group": _group},
    "ingredient_amount": {"ingredient": _ingredient},
    "use_all": {"ingredient": _ingredient},
    "substitute": {"ingredient": _swapped, "with": _substitute},
    "scale": {"factor": _factor, "servings": _servings},
    "units": {"system": _system},
    "ask": {"question": _words},
}
