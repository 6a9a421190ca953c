"""A sentence to its meaning: corrected, cut into clauses, each clause read, the readings weighed.

People say several things in one breath, with and without pauses. Every way to cut a sentence at its
pauses and joints is weighed: the readings' likelihoods multiply, and each cut costs.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from math import log

from voicecook.commands.clauses import ClauseReader
from voicecook.commands.danger import is_danger
from voicecook.commands.free_speech import passed_on
from voicecook.commands.intents import Intent, Risk
from voicecook.commands.lexicon import PERSON
from voicecook.commands.meaning import Meaning
from voicecook.commands.modality import Caution, cautions, without_courtesies
from voicecook.commands.reading import Reading
from voicecook.commands.settling import SOFT, settled
from voicecook.commands.several_timers import several_timers
from voicecook.commands.situation import Situation
from voicecook.commands.words import Sentence
from voicecook.english import quantities, word_set

CUT_COST = 0.35
"""For each cut within a sentence."""
STOP_COST = 1.2
"""For each full stop or question mark that a clause goes over."""
COMMA_COST = 0.3
"""For each comma that a clause goes over; a cut there costs half of it."""
_JOINTS = word_set("and then but so also plus")
_TRAILING = word_set("please and then but so chef though thanks mate love dear")
_OPENINGS = word_set("what how when where which why next okay can could go start set")
"""Words that may begin a new clause although nobody paused before them."""
_DEEDS = word_set("skip start stop cancel set go back next undo restart pause quit add turn")
_OATHS = word_set(
    "bloody damn damned darn flipping freaking fucking blasted ruddy sodding frigging goddamn "
    "effing blooming"
)
_GOVERNING = word_set(
    "not never no to you i we they he she it us let should would could will can must shall may do "
    "does did please and or the a just really always"
)
"""Words that belong with what follows them: "don't | go on" is no cut."""
_OPENING_COST = 0.6
_MOST_PIECES = 9
_SPREADING = frozenset({Caution.REPORTED, Caution.CONDITIONAL})
"""What is said of one clause and holds for the rest of its sentence."""
_CORRECTIONS = tuple(
    tuple(phrase.split())
    for phrase in (
        "no wait", "wait no", "no sorry", "sorry no", "no i mean", "no i meant", "sorry i mean",
        "sorry i meant", "i mean", "i meant", "scratch that", "no make that", "actually no",
        "no actually", "or rather", "no no", "correction", "no hang on", "no hold on", "sorry",
        "no", "actually make that", "make that", "wait", "actually", "well let us say",
        "let us say", "or let us say", "say",
    )
)  # fmt: skip
_LONGEST_GRAFT = 4
_TAKEN_BACK = frozenset(
    {("no", "wait"), ("wait", "no"), ("scratch", "that"), ("actually", "no"), ("no", "sorry")}
)
"""What does so at the end by itself."""
_TAKING_BACK = frozenset(
    tuple(phrase.split())
    for phrase in (
        "leave it", "leave it on", "leave it running", "leave it alone", "leave that", "leave them",
        "keep it", "keep it on", "keep it going", "keep it running", "let it run", "let it go on",
        "do not", "forget it", "never mind", "not that", "better not", "maybe not", "let us not",
    )
)  # fmt: skip
"""What after "no" or "wait" takes back all that was said before it."""


def understand(sentence: Sentence, situation: Situation, reader: ClauseReader) -> Meaning:
    """What this sentence means here."""
    sentence = _plain(sentence)
    if not sentence.words:
        return Meaning(for_us=False)
    if at_once := _at_first_glance(sentence, reader):
        return at_once
    if corrected := _corrected(sentence, situation, reader):
        return Meaning(corrected)
    if whole := reader.exact(sentence, situation) or reader.followup(sentence, situation):
        return Meaning(settled(whole, situation))
    if timers := several_timers(sentence, reader.free.names, situation):
        return Meaning(timers)
    return _meaning(_best_cut(sentence, situation, reader), situation, reader)


def _at_first_glance(sentence: Sentence, reader: ClauseReader) -> Meaning | None:
    """What needs no reading: danger, and what is called to somebody else."""
    text = " ".join(sentence.words)
    if is_danger(text):
        return Meaning((Intent("ask", {"question": text}, text),))
    elsewhere = passed_on(sentence.words, "tell") or _calls_somebody(sentence, reader)
    return Meaning(for_us=False) if elsewhere else None


def _calls_somebody(sentence: Sentence, reader: ClauseReader) -> bool:
    """ "Kids, wash your hands": what follows is said to them."""
    if 1 not in sentence.commas and 2 not in sentence.commas:
        return False
    called = sentence.words[: min(sentence.commas - {0})]
    tokens = reader.free.names.lexicon.tokens(called)
    return tokens[-1].kind == PERSON and len(tokens) <= 2


def _plain(sentence: Sentence) -> Sentence:
    """Without courtesies such as "if you don't mind", oaths, and an impatient "yeah yeah"."""
    words = tuple(word for word in without_courtesies(sentence.words) if word not in _OATHS)
    if len(words) > 2 and words[:2] == ("yeah", "yeah"):
        words = words[2:]
    if len(words) > 2 and words[0] == "right":
        words = words[1:]
    return sentence if words == sentence.words else _without(sentence, words)


def _without(sentence: Sentence, words: tuple[str, ...]) -> Sentence:
    """The sentence with only these of its words, its pauses where they were."""
    left: list[int] = []
    at = 0
    for place, word in enumerate(sentence.words):
        if at < len(words) and word == words[at]:
            left.append(place)
            at += 1
    moved = {old: new for new, old in enumerate(left)}
    stops = frozenset(_next_kept(moved, stop, len(words)) for stop in sentence.stops)
    commas = frozenset(_next_kept(moved, comma, len(words)) for comma in sentence.commas)
    return Sentence(words, stops, commas)


def _next_kept(moved: Mapping[int, int], place: int, size: int) -> int:
    return min((new for old, new in moved.items() if old >= place), default=size)


def _meaning(readings: Sequence[Reading], situation: Situation, reader: ClauseReader) -> Meaning:
    if any(one.nobodys for one in readings) and all(_is_soft(one) for one in readings):
        return Meaning(for_us=False)
    readings = _without_taken_back(_without_asides(readings))
    kept = tuple(one for one in readings if not _unsafe(one, readings, reader))
    intents = tuple(intent for reading in kept for intent in reading.intents)
    if intents:
        return Meaning(settled(intents, situation))
    held = [intent for one in readings for intent in one.intents]
    doubt = next(iter(held), None) or next((one.doubt for one in readings if one.doubt), None)
    names = tuple(dict.fromkeys(name for reading in readings for name in reading.guesses))[:2]
    nobodys = all(reading.nobodys for reading in readings) if readings else True
    return Meaning((), doubt, names, for_us=not nobodys)


def _without_asides(readings: Sequence[Reading]) -> Sequence[Reading]:
    """Without a "no" in mid-sentence, which answers nothing."""
    if len(readings) < 2:
        return readings
    last = len(readings) - 1
    return [one for at, one in enumerate(readings) if not (0 < at < last and _is_bare(one, "no"))]


def _is_bare(reading: Reading, name: str) -> bool:
    return [(one.name, one.words) for one in reading.intents] == [(name, name)]


def _without_taken_back(readings: Sequence[Reading]) -> list[Reading]:
    """ "Skip, no, don't skip": what a later clause denies by the same word is not done."""
    denials = [
        (at, {word for intent in one.intents for word in intent.words.split()})
        for at, one in enumerate(readings)
        if any(intent.name in ("no", "not_yet") for intent in one.intents)
    ]
    return [
        one
        for at, one in enumerate(readings)
        if not any(at < later and _said(one) & denied for later, denied in denials)
    ]


def _said(reading: Reading) -> set[str]:
    """The words that name what it would do."""
    words = {word for intent in reading.intents for word in intent.words.split()}
    return words & _DEEDS


def _is_soft(reading: Reading) -> bool:
    """Whether it would be as well said to the family at the table."""
    return all(intent.name in SOFT for intent in reading.intents) and not reading.exact


def _unsafe(reading: Reading, readings: Sequence[Reading], reader: ClauseReader) -> bool:
    """Whether it would do something although its sentence has words nobody has accounted for."""
    if not reader.is_risky(reading.intents):
        return False
    mates = [one for one in readings if one.sentence == reading.sentence]
    left_over = [one for one in mates if not one.intents]
    return bool(left_over) and not _small_talk(mates, left_over, reader)


def _small_talk(
    mates: Sequence[Reading], left_over: Sequence[Reading], reader: ClauseReader
) -> bool:
    """Whether what is left over is plainly talk beside a plain command that only moves."""
    acts = [one for one in mates if one.intents]
    only_moves = all(
        reader.risk(intent) in (Risk.TELLS, Risk.MOVES) for one in acts for intent in one.intents
    )
    return all(one.exact for one in acts) and only_moves and all(one.harmless for one in left_over)


def _best_cut(sentence: Sentence, situation: Situation, reader: ClauseReader) -> list[Reading]:
    """The readings of the likeliest clauses, mere fillers left out."""
    cuts = _cuts(sentence)
    best: list[tuple[float, list[Reading]]] = [(0.0, [])]
    for place in range(1, len(cuts)):
        best.append(
            max(_ways(sentence, cuts, place, best, situation, reader), key=lambda one: one[0])
        )
    return best[-1][1]


def _ways(
    sentence: Sentence,
    cuts: Sequence[int],
    place: int,
    best: Sequence[tuple[float, list[Reading]]],
    situation: Situation,
    reader: ClauseReader,
) -> Iterator[tuple[float, list[Reading]]]:
    for before in range(place):
        start, end = cuts[before], cuts[place]
        clause = _trimmed(_piece(sentence, start, end), reader)
        score, readings = best[before]
        if not clause.words:
            yield score, readings
            continue
        reading = reader.read(
            clause, situation, _around(sentence, start, end), alone=(start, end) == (0, cuts[-1])
        )
        reading = replace(reading, sentence=_begins(sentence, start))
        cost = _cost(sentence, start, end) if readings else _cost(sentence, 0, end, first=True)
        yield score + log(max(reading.likely, 1e-6)) - cost, [*readings, reading]


def _cost(sentence: Sentence, start: int, end: int, first: bool = False) -> float:
    """What a clause costs for beginning where it does and for the pauses it goes over."""
    over = STOP_COST * sum(start < stop < end for stop in sentence.stops)
    over += COMMA_COST * sum(start < comma < end for comma in sentence.commas)
    if first or start in sentence.stops:
        return over
    if start in sentence.commas:
        return over + COMMA_COST / 2
    return over + (_OPENING_COST if sentence.words[start] in _OPENINGS else CUT_COST)


def _cuts(sentence: Sentence) -> list[int]:
    size = len(sentence.words)
    words = sentence.words
    joints = {
        at
        for at, word in enumerate(words)
        if word in _JOINTS and not (word == "also" and at and words[at - 1] in _GOVERNING)
    }
    joints |= {
        at for at in range(1, size) if words[at] in _OPENINGS and words[at - 1] not in _GOVERNING
    }
    marks = sorted(({0, size} | sentence.stops | sentence.commas | joints) & set(range(size + 1)))
    if len(marks) > _MOST_PIECES:
        marks = sorted(({0, size} | sentence.stops | sentence.commas) & set(range(size + 1)))
    return marks if len(marks) <= 2 * _MOST_PIECES else [0, size]


def _around(sentence: Sentence, start: int, end: int) -> frozenset[Caution]:
    """What the rest of its sentence says against a clause: "when it boils", before or after."""
    before = sentence.words[_begins(sentence, start) : start]
    stop = min((at for at in sentence.stops if at >= end), default=len(sentence.words))
    after = sentence.words[end:stop]
    against = cautions(before) if before else frozenset()
    if start in sentence.commas or sentence.words[start] not in _OPENINGS:
        against &= _SPREADING
    return against | (cautions(after) & {Caution.CONDITIONAL} if after else frozenset())


def _begins(sentence: Sentence, start: int) -> int:
    return max((stop for stop in sentence.stops if stop <= start), default=0)


def _piece(sentence: Sentence, start: int, end: int) -> Sentence:
    return Sentence(
        sentence.words[start:end],
        frozenset(at - start for at in sentence.stops if start < at < end),
        frozenset(at - start for at in sentence.commas if start < at < end),
    )


def _trimmed(clause: Sentence, reader: ClauseReader) -> Sentence:
    """Without joints and polite or empty words at its ends."""
    start, end, words = 0, len(clause.words), clause.words
    while start < end and (
        words[start] in _JOINTS or reader.commands.filler_end(words, start) > start
    ):
        start = start + 1 if words[start] in _JOINTS else reader.commands.filler_end(words, start)
    if start >= end:
        return _piece(clause, 0, 0)
    while end > start + 1 and words[end - 1] in _TRAILING:
        end -= 1
    return _piece(clause, start, end)


def _corrected(
    sentence: Sentence, situation: Situation, reader: ClauseReader
) -> tuple[Intent, ...]:
    """ "Go to step two no sorry three": what was said first with its end put right."""
    words = sentence.words
    for at, size in _marks(words):
        left, right = words[:at], _without_excuse(words[at + size :])
        if right in _TAKING_BACK or (not right and words[at:] in _TAKEN_BACK):
            return (Intent("no", words=" ".join(words)),)
        known = bool(reader.exact(_bare(left), situation))
        if not right or cautions(left) or not (known or quantities(right, 0)):
            continue
        if known and (whole := reader.exact(_bare(right), situation)):
            return whole
        grafts = (left[: len(left) - cut] + right for cut in range(1, _LONGEST_GRAFT + 1))
        for graft in grafts:
            if found := reader.exact(_bare(graft), situation):
                return found
    return ()


def _without_excuse(words: tuple[str, ...]) -> tuple[str, ...]:
    """ "Four I mean" is four."""
    ends = (("i", "mean"), ("i", "meant"), ("rather",), ("instead",))
    size = next((len(end) for end in ends if words[-len(end) :] == end), 0)
    return words[: len(words) - size]


def _marks(words: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    for at in range(1, len(words)):
        for phrase in _CORRECTIONS:
            if words[at : at + len(phrase)] == phrase:
                yield at, len(phrase)
                break


def _bare(words: tuple[str, ...]) -> Sentence:
    return Sentence(words, frozenset(), frozenset())
