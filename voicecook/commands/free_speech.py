"""What no template covers, read by the classifier and believed as far as its risk allows.

An answer may be wrong; it costs a sentence. What moves, changes or destroys must be likely, must
have every word accounted for, and nothing may speak against it: no denial, no "still", no "if",
nobody else's words. Else it is at most asked back.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from voicecook.commands.classifier import Classifier, Guess
from voicecook.commands.free_slots import Names, slots_of, values_in
from voicecook.commands.intents import Intent, Risk
from voicecook.commands.modality import Caution, cautions
from voicecook.commands.reading import Reading
from voicecook.commands.reports import Report, is_trouble
from voicecook.commands.situation import Situation
from voicecook.english import durations, quantities, word_set

NOBODY = "none"
"""What the classifier calls speech that is not for the app."""
LIKELY_ENOUGH: Mapping[Risk, float] = {
    Risk.TELLS: 0.40,
    Risk.MOVES: 0.75,
    Risk.CHANGES: 0.70,
    Risk.DESTROYS: 0.85,
}
WORTH_ASKING = 0.45
"""From here on a command that is not believed is asked back."""
TROUBLE_LIKELY = 0.6
"""What is told and not asked ("it's too salty") is as often told to somebody else."""
SURELY_NOBODYS = 0.6
UNSURE_WHOSE = 0.5
"""A question that is less surely than this for somebody else is put to the recipe."""
NEARLY_CERTAIN = 0.92
"""So sure, one word its examples do not use is let pass, where nothing is destroyed."""
_NEEDS: Mapping[str, tuple[str, ...]] = {
    "go_to": ("step", "topic"),
    "scale": ("servings", "factor"),
    "units": ("system",),
    "rename_timer": ("name",),
    "choose_recipe": ("name",),
    "set_timer": ("seconds",),
}
"""Of these slots one must be named, or free speech is not believed."""
_ONE_NUMBER = frozenset({"set_timer", "add_time", "take_time", "scale"})
_FEW = 3
_STRICT = frozenset({"yes", "no", "start_timer"})
"""Without slots of their own, their words are all there is to go by."""
_WAITING = frozenset({"next", "done", "skip", "start", "go_to", "resume"})
"""What a cook does not want yet who says that it is not ready."""
_DENIED_ONLY = frozenset(Caution) - {Caution.UNFINISHED, Caution.REPORTED}
_QUESTION_WORDS = word_set(
    "what which how why where when who is are does did can could should shall may must will "
    "would was were whose"
)
_SIGHS = word_set("ugh oh no well ah please hey oi")
_ASKED_OF = word_set("i we you they it these those people")
_PERSONAL = word_set(
    "want fancy feed fed like remember feel coming going bring brought buy bought see seen watch "
    "watched fetch eat eaten try tried hungry ready"
)
_YES_WORDS = word_set(
    "yes yeah yep yup aye sure okay ok please do did go right correct true fine good great lovely "
    "perfect course absolutely definitely certainly indeed would love nice alright sounds think "
    "start is are does has have can thanks thank mmm why"
)
_NO_WORDS = word_set(
    "no nope nah not never leave skip nothing later wait forget without need bother"
)
_CUES: Mapping[str, frozenset[str]] = {"yes": _YES_WORDS, "no": _NO_WORDS}
"""After a question anything looks like an answer; one of these must be said."""
_OF_FACTS = word_set("would will is are does do did was were has which where")
"""A question that begins so wants to know; "can you" and "shall we" may want it done."""
_TELLING_MOVES = word_set("what how")
_REFUSING = word_set("do not never please")
"""What a clause begins with that asks us not to do a thing."""
_ASKED_LAST = word_set("what when where why how")


@dataclass(frozen=True)
class Clause:
    """A clause with all that is known of it."""

    words: tuple[str, ...]
    guesses: Sequence[Guess]
    against: frozenset[Caution]
    """What speaks against taking it at its word, in it or around it."""
    told: Report
    risk: Risk
    """Of the likeliest intent."""
    likely: float
    """How likely it is an intent of that risk: which of them matters less than whether any."""

    @property
    def text(self) -> str:
        """The words in a row."""
        return " ".join(self.words)

    @property
    def first(self) -> str:
        """The likeliest intent."""
        return self.guesses[0].intent

    @property
    def names(self) -> tuple[str, ...]:
        """The two likeliest intents, to be offered."""
        return tuple(one.intent for one in self.guesses[:3] if one.intent != NOBODY)[:2]

    def means(self, name: str, **slots: str) -> Reading:
        """A reading as this intent."""
        return Reading((Intent(name, slots, self.text),), self.likely)

    def asks(self, likely: float | None = None) -> Reading:
        """A reading as a question to the recipe."""
        asked = Intent("ask", {"question": self.text}, self.text)
        return Reading((asked,), self.likely if likely is None else likely)


@dataclass(frozen=True)
class FreeSpeech:
    """All that is needed to read free speech while one recipe is cooked."""

    names: Names
    classifier: Classifier
    known_words: Mapping[str, frozenset[str]]
    """By intent, the words its examples use."""
    risks: Mapping[str, Risk]
    ask: Callable[[Sequence[str]], Intent | None]
    """A question about what only this recipe knows."""
    recipe_words: frozenset[str] = frozenset()
    """What its steps are called by: a cook may name one with them."""

    def read(
        self,
        words: tuple[str, ...],
        situation: Situation,
        around: frozenset[Caution],
        told: Report,
    ) -> Reading:
        """The likeliest meaning; `around` is what the rest of the sentence says against it."""
        clause = self._clause(words, situation, around, told)
        if clause.first == NOBODY:
            return self._nobodys(clause)
        for rule in self._rules:
            if reading := rule(clause, situation):
                return reading
        return self._doubtful(clause, situation)

    @cached_property
    def _rules(self) -> tuple[Callable[[Clause, Situation], Reading | None], ...]:
        return (
            _unsure_question,
            _trouble,
            _not_yet,
            self._answer,
            self._action,
            _open_question,
            _denied,
            _reported_done,
        )

    def _clause(
        self,
        words: tuple[str, ...],
        situation: Situation,
        around: frozenset[Caution],
        told: Report,
    ) -> Clause:
        tokens = [token.kind for token in self.names.lexicon.tokens(words)]
        guesses = self.classifier.guesses(tokens, flags_of(situation))
        risk = self.risks.get(guesses[0].intent, Risk.TELLS)
        alike = sum(one.likely for one in guesses[:6] if self.risks.get(one.intent) is risk)
        likely = guesses[0].likely if risk is Risk.TELLS else alike
        return Clause(words, guesses, cautions(words) | around, told, risk, likely)

    def _intent(self, clause: Clause, situation: Situation) -> Intent:
        slots = slots_of(clause.first, clause.words, self.names, situation)
        return Intent(clause.first, slots, clause.text)

    def _answer(self, clause: Clause, situation: Situation) -> Reading | None:
        if clause.risk is not Risk.TELLS:
            return None
        told = clause.first == "ask" and not asks(clause.words)
        sure = clause.likely >= (TROUBLE_LIKELY if told else LIKELY_ENOUGH[Risk.TELLS])
        intents = (self._intent(clause, situation),) if sure else ()
        return Reading(intents, clause.likely, guesses=clause.names)

    def _action(self, clause: Clause, situation: Situation) -> Reading | None:
        if clause.likely < LIKELY_ENOUGH[clause.risk] or clause.against or _wants_to_know(clause):
            return None
        if not _CUES.get(clause.first, frozenset(clause.words)) & set(clause.words):
            return None
        intent = self._intent(clause, situation)
        return Reading((intent,), clause.likely) if self._accounted(intent, clause) else None

    def _doubtful(self, clause: Clause, situation: Situation) -> Reading:
        asked_back = clause.likely >= WORTH_ASKING and not clause.against & _DENIED_ONLY
        if Caution.REPORTED in clause.against or not asked_back:
            return Reading((), clause.likely, guesses=clause.names)
        return Reading((), clause.likely, self._intent(clause, situation), clause.names)

    def _nobodys(self, clause: Clause) -> Reading:
        """Most likely said to somebody else, unless it asks what the recipe knows."""
        nobody = clause.guesses[0].likely
        if to_somebody(clause.words):
            return Reading((), max(nobody, SURELY_NOBODYS), nobodys=True)
        if asked := self.ask(clause.words):
            return Reading((asked,), 1 - nobody / 2)
        if nobody < UNSURE_WHOSE and asks(clause.words):
            return clause.asks(1 - nobody)
        doubt = Intent("done", words=clause.text) if clause.told is Report.PERHAPS else None
        names = tuple(one.intent for one in clause.guesses[1:3] if one.likely > 0.15)
        return Reading((), nobody, doubt, names, nobodys=nobody > SURELY_NOBODYS and not doubt)

    def _accounted(self, intent: Intent, clause: Clause) -> bool:
        """Whether every word is one that this intent is said with, or a name in its slots."""
        if intent.name in _ONE_NUMBER and _counts_twice(clause.words):
            return False
        numbers = values_in(clause.words, quantities)
        if intent.name == "choose_recipe" and next(numbers, None) is not None:
            return False
        if (
            intent.name == "next"
            and len(clause.words) <= _FEW
            and any(self.names.foods(clause.words))
        ):
            return False
        needed = () if "timer" in clause.words else _NEEDS.get(intent.name, ())
        if needed and not set(needed) & set(intent.slots):
            return False
        named = {word for value in intent.slots.values() for word in str(value).lower().split()}
        known = self.known_words[intent.name] | named
        known |= self.recipe_words if intent.name == "go_to" else frozenset()
        strange = [
            token
            for token in self.names.lexicon.tokens(clause.words)
            if token.kind not in known and not {*clause.words[token.start : token.end]} <= known
        ]
        lenient = clause.likely >= NEARLY_CERTAIN and intent.name not in _STRICT
        return len(strange) <= (lenient and clause.risk is not Risk.DESTROYS)


def _unsure_question(clause: Clause, situation: Situation) -> Reading | None:
    unsure = clause.guesses[0].likely < LIKELY_ENOUGH[Risk.TELLS]
    if to_somebody(clause.words):
        return Reading((), SURELY_NOBODYS, nobodys=True) if clause.first == "ask" else None
    if unsure and asks(clause.words) and not clause.against & _DENIED_ONLY:
        return clause.asks(1 - clause.guesses[0].likely)
    return None


def _trouble(clause: Clause, situation: Situation) -> Reading | None:
    return clause.asks() if clause.first == "done" and is_trouble(clause.words) else None


def _not_yet(clause: Clause, situation: Situation) -> Reading | None:
    unready = clause.against & {Caution.UNFINISHED, Caution.NEGATED}
    return clause.means("not_yet") if clause.first in _WAITING and unready else None


def _open_question(clause: Clause, situation: Situation) -> Reading | None:
    """A question that is no plain command is better answered than asked back."""
    if asks(clause.words) and not clause.against - {Caution.NEGATED}:
        return clause.asks(max(clause.likely, 0.5))
    return None


def _denied(clause: Clause, situation: Situation) -> Reading | None:
    """A command that is denied is not done, and that is all right."""
    first = next((word for word in clause.words if word not in _SIGHS), "")
    refused = first in _REFUSING
    if refused and Caution.NEGATED in clause.against and clause.likely >= WORTH_ASKING:
        return clause.means("no")
    return None


def _wants_to_know(clause: Clause) -> bool:
    """ "Would it be enough for twelve?" changes nothing."""
    first = clause.words[0]
    if clause.first in _CUES:
        return asks(clause.words) and first not in {"why", "can", "could"}
    if len(clause.words) < 2:
        return False
    return first in _OF_FACTS or (clause.first == "go_to" and first in _TELLING_MOVES)


def _reported_done(clause: Clause, situation: Situation) -> Reading | None:
    """Somebody says it's done: the cook is told how to tell."""
    if Caution.REPORTED in clause.against and clause.first == "done":
        return clause.means("is_it_done")
    return None


def _counts_twice(words: Sequence[str]) -> bool:
    """Whether two lengths or numbers are said, of which one would be dropped."""
    found, at = 0, 0
    words = tuple(words)
    while at < len(words):
        lengths = [end for end, _ in durations(words, at)]
        ends = lengths or [end for end, _ in quantities(words, at)]
        found += bool(lengths) or (bool(ends) and words[at] not in ("a", "an", "one", "another"))
        at = max(ends, default=at + 1)
    return found > 1


def to_somebody(words: Sequence[str]) -> bool:
    """Whether it asks what only a person can want, like or have done: "do you want some wine"."""
    if passed_on(words, "tell") or passed_on(words, "ask"):
        return True
    return bool({"yours", "yourself"} & set(words)) or any(
        a == "you" and b in _PERSONAL for a, b in pairwise(words)
    )


def passed_on(words: Sequence[str], verb: str) -> bool:
    """Whether it is for us to pass on, which is said to somebody else: "tell the kids …"."""
    return words[0] == verb and len(words) > 1 and words[1] not in ("me", "us")


def asks(words: Sequence[str]) -> bool:
    """Whether this is put as a question, or leaves a choice: "thick slices or thin ones"."""
    put = words[0] in _QUESTION_WORDS or words[-1] in _ASKED_LAST
    put = put or (words[0] == "do" and bool(_ASKED_OF & set(words[1:2])))
    return len(words) > 1 and (put or "or" in words[1:-1])


def flags_of(situation: Situation) -> tuple[str, ...]:
    """What the classifier is told of the situation."""
    flags = [situation.context.value] if situation.context.value != "cooking" else []
    return (*flags, "listing") if situation.listing else tuple(flags)
