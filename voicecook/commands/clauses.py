"""One clause read in every way there is: as a command, a follow-up, a report, and as free speech.

Templates account for every word, so they are believed. Free speech is read by the classifier, and how
far that is believed depends on the risk of what it would do: an answer may be wrong, a move must be
plain, and what changes or destroys needs every word accounted for and nothing that speaks against it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from voicecook.commands.classifier import Classifier, Guess
from voicecook.commands.followups import resolve
from voicecook.commands.free_slots import Names, slots_of
from voicecook.commands.intents import Intent, Risk
from voicecook.commands.matching import Matcher, Span
from voicecook.commands.modality import Caution, cautions, reported_from
from voicecook.commands.reports import Report, is_trouble, report
from voicecook.commands.situation import Situation
from voicecook.commands.words import Sentence
from voicecook.english.words import word_set

NOBODY = "none"
"""What the classifier calls speech that is not for the app."""
SURE = 0.97
"""How much a clause counts that a template accounts for, beside the classifier's likelihoods."""
LIKELY_ENOUGH: Mapping[Risk, float] = {
    Risk.TELLS: 0.40,
    Risk.MOVES: 0.75,
    Risk.CHANGES: 0.70,
    Risk.DESTROYS: 0.85,
}
WORTH_ASKING = 0.45
UNSURE_WHOSE = 0.5
"""A question that is less surely than this for somebody else is put to the recipe."""
NEARLY_CERTAIN = 0.92
"""So sure, one word that the intent's examples do not use is let pass where nothing is destroyed."""
_NEEDS: Mapping[str, tuple[str, ...]] = {
    "go_to": ("step", "topic"),
    "scale": ("servings", "factor"),
    "units": ("system",),
    "rename_timer": ("name",),
    "choose_recipe": ("name",),
}
"""Of these slots one must be named, or free speech is not believed."""
_STRICT = frozenset({"yes", "no", "start_timer"})
"""Without slots of their own, their words are all there is to go by."""
_OF_RUNNING = frozenset({"yes", "cancel_timer", "pause_timer", "resume_timer"})
_WAITING = frozenset({"next", "done", "skip", "start", "go_to", "resume"})
"""What a cook does not want yet who says that it is not ready."""
_HARD_CAUTIONS = frozenset(Caution) - {Caution.UNFINISHED}


@dataclass(frozen=True, slots=True)
class Reading:
    """What a clause may mean."""

    intents: tuple[Intent, ...] = ()
    likely: float = 0.2
    doubt: Intent | None = None
    guesses: tuple[str, ...] = ()
    exact: bool = False
    nobodys: bool = False
    """Whether it was most likely said to somebody else."""
    harmless: bool = False
    """Whether nothing in it speaks against what is said beside it."""
    sentence: int = 0
    """Before which word the sentence began that it is a clause of."""


@dataclass(frozen=True)
class ClauseReader:
    """All that is needed to read a clause while one recipe is cooked."""

    commands: Matcher
    followups: Matcher
    names: Names
    classifier: Classifier
    known_words: Mapping[str, frozenset[str]]
    """By intent, the words its examples use."""
    risks: Mapping[str, Risk]
    to_intents: Callable[[Sentence, Sequence[Span]], tuple[Intent, ...]]
    ask: Callable[[Sequence[str]], Intent | None]
    """A question about what only this recipe knows."""
    recipe_words: frozenset[str] = frozenset()
    """What its steps are told with: words by which a cook may name one."""

    def read(self, clause: Sentence, situation: Situation, around: frozenset[Caution]) -> Reading:
        """The clause's meaning; `around` is what the rest of its sentence says against it."""
        found = self._read(clause, situation, around)
        return replace(found, harmless=not around and not cautions(clause.words))

    def _read(self, clause: Sentence, situation: Situation, around: frozenset[Caution]) -> Reading:
        if not clause.words:
            return Reading(likely=1.0)
        exact = self.exact(clause, situation)
        if exact and not (around and self._risky(exact)):
            return Reading(exact, SURE, exact=True)
        if found := self.followup(clause, situation):
            return Reading(found, SURE, exact=True)
        if (start := reported_from(clause.words)) is not None:
            return self._reported(clause.words[start:], situation)
        whole = not (around or clause.commas or clause.stops)
        told = report(clause.words, situation.instruction) if whole else Report.NONE
        if told is Report.DONE:
            return Reading((Intent("done", words=" ".join(clause.words)),), SURE)
        return self._free(clause.words, situation, around, told)

    def exact(self, clause: Sentence, situation: Situation) -> tuple[Intent, ...]:
        """The commands that account for every word; () if there are none."""
        for bare in (False, True):
            spans = self.commands.cover(clause, situation.context, bare=bare) or []
            found = self.to_intents(clause, spans)
            if found and not _misread(found, situation):
                return found
        return ()

    def followup(self, clause: Sentence, situation: Situation) -> tuple[Intent, ...]:
        """What a few words mean after what was said before; () if they are no follow-up."""
        spans = self.followups.cover(clause, situation.context) or []
        kinds = [intent for span in spans if (intent := span.intent())]
        return resolve(kinds[0].name, kinds[0].slots, situation) if len(kinds) == 1 else ()

    def _reported(self, words: tuple[str, ...], situation: Situation) -> Reading:
        """What somebody else asks may be answered; what they say or want is not done."""
        if not words:
            return Reading(likely=0.5, nobodys=True)
        found = self._free(words, situation, frozenset({Caution.REPORTED}), Report.NONE)
        if any(intent.name in {"ask", "no", "yes", "thanks"} for intent in found.intents):
            return Reading(likely=0.5, nobodys=True)
        return replace(found, doubt=None)

    def _free(
        self,
        words: tuple[str, ...],
        situation: Situation,
        around: frozenset[Caution],
        told: Report,
    ) -> Reading:
        guesses = self._guesses(words, situation)
        first = guesses[0]
        against = cautions(words) | around
        names = tuple(one.intent for one in guesses[:3] if one.intent != NOBODY)[:2]
        if first.intent == NOBODY:
            return self._nobodys(words, first, guesses, told)
        if first.likely < LIKELY_ENOUGH[Risk.TELLS] and asks(words) and not around:
            return Reading((_ask(words),), 1 - guesses[0].likely)
        risk = self.risks[first.intent]
        likely = self._sureness(guesses, risk)
        if first.intent == "done" and is_trouble(words):
            return Reading((_ask(words),), likely)
        if first.intent in _WAITING and against & {Caution.UNFINISHED, Caution.NEGATED}:
            return Reading((Intent("not_yet", words=" ".join(words)),), likely)
        intent = Intent(
            first.intent, slots_of(first.intent, words, self.names, situation), " ".join(words)
        )
        if risk is Risk.TELLS:
            sure = likely >= LIKELY_ENOUGH[risk]
            return Reading((intent,) if sure else (), likely, guesses=names)
        if likely >= LIKELY_ENOUGH[risk] and not against and self._accounted(intent, words, likely):
            return Reading((intent,), likely)
        if asks(words) and not against:
            return Reading((_ask(words),), max(likely, 0.5))
        if against & _HARD_CAUTIONS and Caution.REPORTED not in against:
            return self._held_back(intent, words, likely, against)
        doubt = intent if likely >= WORTH_ASKING and Caution.REPORTED not in against else None
        if intent.name == "done" and Caution.REPORTED in against:
            return Reading((Intent("is_it_done", words=" ".join(words)),), likely)
        return Reading((), likely, doubt, names)

    def _sureness(self, guesses: Sequence[Guess], risk: Risk) -> float:
        """How likely it is an intent of this risk: which of them matters less than whether any."""
        same = (one.likely for one in guesses[:6] if self.risks.get(one.intent) is risk)
        return guesses[0].likely if risk is Risk.TELLS else sum(same)

    def _held_back(
        self, intent: Intent, words: tuple[str, ...], likely: float, against: frozenset[Caution]
    ) -> Reading:
        """A command that is denied is not done, and that is all right."""
        if Caution.NEGATED in against and likely >= WORTH_ASKING:
            return Reading((Intent("no", words=" ".join(words)),), likely)
        return Reading((), likely, guesses=(intent.name,))

    def _nobodys(
        self, words: tuple[str, ...], first: Guess, guesses: Sequence[Guess], told: Report
    ) -> Reading:
        if asked := self.ask(words):
            return Reading((asked,), 1 - first.likely / 2)
        if first.likely < UNSURE_WHOSE and asks(words):
            return Reading((_ask(words),), 1 - first.likely)
        doubt = Intent("done", words=" ".join(words)) if told is Report.PERHAPS else None
        names = tuple(one.intent for one in guesses[1:3] if one.likely > 0.15)
        return Reading((), first.likely, doubt, names, nobodys=first.likely > 0.6 and not doubt)

    def _guesses(self, words: tuple[str, ...], situation: Situation) -> list[Guess]:
        tokens = [token.kind for token in self.names.lexicon.tokens(words)]
        return self.classifier.guesses(tokens, flags_of(situation))

    def _accounted(self, intent: Intent, words: tuple[str, ...], likely: float) -> bool:
        """Whether every word is one that this intent is said with, or a name in one of its slots."""
        needed = _NEEDS.get(intent.name, ())
        if needed and not set(needed) & set(intent.slots):
            return False
        named = {word for value in intent.slots.values() for word in str(value).lower().split()}
        known = self.known_words[intent.name] | named
        if intent.name == "go_to":
            known |= self.recipe_words
        tokens = self.names.lexicon.tokens(words)
        strange = [
            token
            for token in tokens
            if token.kind not in known and not set(words[token.start : token.end]) <= known
        ]
        lenient = likely >= NEARLY_CERTAIN and intent.name not in _STRICT
        lenient = lenient and self.risks[intent.name] is not Risk.DESTROYS
        return len(strange) <= lenient

    def _risky(self, intents: Sequence[Intent]) -> bool:
        return any(self.risks.get(one.name, Risk.TELLS) is not Risk.TELLS for one in intents)

    @cached_property
    def fillers(self) -> Callable[[tuple[str, ...], int], int]:
        """How far polite and empty words reach from a place."""
        return self.commands.filler_end


_QUESTION_WORDS = word_set(
    "what which how why where when who is are do does did can could should shall may must will "
    "would was were whose"
)


def asks(words: Sequence[str]) -> bool:
    """Whether this is put as a question, or leaves a choice: "thick slices or thin ones"."""
    ends = words[-1] in {"what", "when", "where", "why", "how"}
    return len(words) > 1 and (words[0] in _QUESTION_WORDS or "or" in words[1:-1] or ends)


def _ask(words: Sequence[str]) -> Intent:
    text = " ".join(words)
    return Intent("ask", {"question": text}, text)


def _misread(found: Sequence[Intent], situation: Situation) -> bool:
    return any(_chooses_nothing(one, situation) for one in found) or _denies_the_rest(found)


def _denies_the_rest(found: Sequence[Intent]) -> bool:
    """ "Please don't" and "never" belong to what follows them."""
    return any(one.name == "no" and set(one.words.split()) & {"not", "never"} for one in found[:-1])


def _chooses_nothing(intent: Intent, situation: Situation) -> bool:
    """A bare name answers "which one?" and nothing else, and only what runs can be stopped."""
    if intent.name not in _OF_RUNNING or "timer" not in intent.slots:
        return False
    if {"timer", "alarm", "countdown"} & set(intent.words.split()):
        return False
    name = set(str(intent.slots["timer"]).lower().split())
    return not any(name & set(one.lower().split()) for one in situation.timers)


def flags_of(situation: Situation) -> tuple[str, ...]:
    """What the classifier is told of the situation."""
    flags = [situation.context.value] if situation.context.value != "cooking" else []
    return (*flags, "listing") if situation.listing else tuple(flags)
