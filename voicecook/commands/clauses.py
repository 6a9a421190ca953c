"""One clause read in every way there is: as a command, a follow-up, a report, and as free speech.

Templates account for every word, so they are believed; what is left is free speech.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from voicecook.commands.followups import resolve
from voicecook.commands.free_speech import FreeSpeech
from voicecook.commands.intents import Intent, Risk
from voicecook.commands.matching import Matcher, Span
from voicecook.commands.modality import Caution, cautions, reported_from
from voicecook.commands.reading import SURE, Reading
from voicecook.commands.reports import Report, report
from voicecook.commands.situation import Situation
from voicecook.commands.words import Sentence
from voicecook.english import word_set

_OF_RUNNING = frozenset({"yes", "cancel_timer", "pause_timer", "resume_timer"})
"""What a bare name can only mean of a timer that runs."""
_CHAT = frozenset({"ask", "no", "yes", "thanks"})
"""What people say to each other, and what is no question to us when somebody reports it."""
_IDIOMS = frozenset({"a sec", "a second", "one sec", "one second", "a minute", "a moment"})
_NUMBERS = frozenset({"a_length", "change_length", "change_number"})
_CHANGING = word_set("make change set put")
"""Follow-ups hardly more than a number: without such a verb they must be all that is said."""
_BARE = frozenset({"name_ingredient"})
"""Follow-ups that are a name alone: it must be one the recipe has."""
_YES = word_set("yes yeah yep okay ok sure")
_REPORTED = frozenset({Caution.REPORTED})


@dataclass(frozen=True)
class ClauseReader:
    """All that is needed to read a clause while one recipe is cooked."""

    commands: Matcher
    followups: Matcher
    free: FreeSpeech
    to_intents: Callable[[Sentence, Sequence[Span]], tuple[Intent, ...]]

    def read(
        self,
        clause: Sentence,
        situation: Situation,
        around: frozenset[Caution],
        alone: bool = True,
    ) -> Reading:
        """The clause's meaning; `around` is what the rest of its sentence says against it."""
        found = self._read(clause, situation, around, alone)
        return replace(found, harmless=not around and not cautions(clause.words))

    def exact(
        self, clause: Sentence, situation: Situation, alone: bool = True
    ) -> tuple[Intent, ...]:
        """The commands that account for every word; () if there are none.

        Only what is said `alone` may be one of those that count by themselves: "ten minutes".
        """
        for bare in (False, True)[: 1 + alone]:
            spans = self.commands.cover(clause, situation.context, bare=bare) or []
            found = self.to_intents(clause, spans)
            if found and not _misread(found, situation):
                return found
        return ()

    def followup(
        self, clause: Sentence, situation: Situation, alone: bool = True
    ) -> tuple[Intent, ...]:
        """What a few words mean after what was said before; () if they are no follow-up."""
        spans = self.followups.cover(clause, situation.context) or []
        kinds = [intent for span in spans if (intent := span.intent())]
        if any(kind.name in _BARE and not self._is_in_recipe(kind) for kind in kinds):
            return ()
        bare = not _CHANGING & set(clause.words)
        if bare and not alone and any(kind.name in _NUMBERS for kind in kinds):
            return ()
        return resolve(kinds[0].name, kinds[0].slots, situation) if len(kinds) == 1 else ()

    def _is_in_recipe(self, named: Intent) -> bool:
        words = tuple(str(named.slots["ingredient"]).lower().split())
        return self.free.names.in_words("ingredient", words) is not None

    def is_risky(self, intents: Sequence[Intent]) -> bool:
        """Whether any of these does more than tell."""
        return any(self.risk(intent) is not Risk.TELLS for intent in intents)

    def risk(self, intent: Intent) -> Risk:
        """What it costs if this was not meant."""
        return self.free.risks.get(intent.name, Risk.TELLS)

    def _read(
        self, clause: Sentence, situation: Situation, around: frozenset[Caution], alone: bool
    ) -> Reading:
        words = clause.words
        exact = self.exact(clause, situation, alone)
        if exact and not (around and self.is_risky(exact)):
            return Reading(exact, SURE, exact=True)
        found = self.followup(clause, situation, alone)
        if found and not (around and self.is_risky(found)):
            return Reading(found, SURE, exact=True)
        if (start := reported_from(words)) is not None:
            return self._reported(words[start:], situation)
        whole = not (around or clause.commas or clause.stops)
        told = report(words, situation.instruction) if whole else Report.NONE
        if told is Report.DONE:
            return Reading((Intent("done", words=" ".join(words)),), SURE)
        return self.free.read(words, situation, around, told)

    def _reported(self, words: tuple[str, ...], situation: Situation) -> Reading:
        """What somebody else asks may be answered; what they say or want is not done."""
        if not words:
            return Reading(likely=0.5, nobodys=True)
        found = self.free.read(words, situation, _REPORTED, Report.NONE)
        if any(intent.name in _CHAT for intent in found.intents):
            return Reading(likely=0.5, nobodys=True)
        return replace(found, doubt=None)


def _misread(found: Sequence[Intent], situation: Situation) -> bool:
    strange = any(
        _chooses_nothing(one, situation) or _is_idiom(one) or _lists_nothing(one, situation)
        for one in found
    )
    return strange or _denies_the_rest(found) or _names_beside(found)


def _names_beside(found: Sequence[Intent]) -> bool:
    """ "Pause the dressing" is not "pause" and an answer that names a timer."""
    return len(found) > 1 and any(
        one.name == "yes" and "timer" in one.slots and not _YES & set(one.words.split())
        for one in found
    )


def _lists_nothing(intent: Intent, situation: Situation) -> bool:
    """ "And the other one" is the next ingredient only while they are read out."""
    words = set(intent.words.split())
    return intent.name == "next_ingredient" and "other" in words and not situation.listing


def _is_idiom(intent: Intent) -> bool:
    """ "A sec" is no length for a timer."""
    return intent.name == "set_timer" and intent.words in _IDIOMS


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
