"""What may be said where the cook is, and which of it an utterance may be: the candidates."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from voicecook.commands import CommandSet, Context
from voicecook.hearing.acceptance import Reading
from voicecook.hearing.one_word_away import Neighbours
from voicecook.hearing.recogniser import UNKNOWN, Hypothesis, SpeechModel
from voicecook.hearing.single_words import SingleWords
from voicecook.hearing.utterance import Utterance
from voicecook.hearing.utterance_decoder import UtteranceDecoder
from voicecook.sound import HEARING_RATE

if TYPE_CHECKING:
    from voicecook.commands import Intent

NEAR = 1.5
"""How far (log likelihood) behind the first reading a command may be and still be preferred."""


class Candidates:
    """Reads utterances with the grammar of one context, or as a single word (keyword spotting)."""

    def __init__(
        self, commands: CommandSet, model: SpeechModel, context: Context, answers: frozenset[str]
    ) -> None:
        self._commands = commands
        self._model = model
        self._context = context
        self._answers = answers
        phrases = commands.phrases(context)
        self._grammar = UtteranceDecoder(model.grammar(phrases))
        self._single_words = SingleWords(model, phrases, self.means)

    @property
    def partial(self) -> str:
        """The partial result: the words so far."""
        return self._grammar.decoder.partial()

    def begin(self) -> None:
        """Another utterance begins."""
        self._grammar.forget()
        self._single_words.begin()

    def catch_up(self, now: Utterance) -> bool:
        """Read what is new of it; whether the recogniser thinks that it is over."""
        return self._grammar.catch_up(now.audio) is not None

    def follow_word(self, now: Utterance) -> None:
        """Read it as a single word ahead of time, as far as it may be one."""
        if _few_words(now.partial):
            self._single_words.follow(now.audio)

    def finish(self, now: Utterance) -> Hypothesis:
        """The likeliest reading of all of it, a command if one is near."""
        return self._likeliest(self._grammar.finish(now.audio))

    def readings(self, now: Utterance) -> list[Reading]:
        """The commands it may be so far: one of many words, or single ones."""
        alone = self.words(now)
        if not alone and not self._may_be_command(now.partial):
            return []
        best = self.finish(now)
        now.partial = best.text
        intents = self.means(best.text)
        if alone and not (intents and " " in best.text and best.score > alone[0].best.score):
            return alone
        return [Reading(best, intents)] if intents else []

    def words(self, now: Utterance) -> list[Reading]:
        """The single words it may be, likeliest first."""
        cleared = now.cleared_word()
        if cleared is None:
            found = self._single_words.read(now.audio) if _few_words(now.partial) else []
            return [Reading(each, self.means(each.text)) for each in found]
        later_s = (len(now.audio) - len(cleared)) / 2 / HEARING_RATE
        found = [each.later(later_s) for each in self._single_words.read_afresh(cleared)]
        return [Reading(each, self.means(each.text), cleared) for each in found]

    def nearby(self, now: Utterance) -> list[Reading]:
        """What it is when read with only the commands a word away from a mixture of phrases."""
        text = now.partial
        if UNKNOWN in text or " " not in text or text == now.looked_at:
            return []
        now.looked_at = text
        sentences = self._neighbours.of(text, self.means)
        if not sentences:
            return []
        best = UtteranceDecoder(self._model.grammar(sentences)).finish(now.audio)[0]
        intents = self.means(best.text)
        return [Reading(best, intents)] if intents else []

    def may_go_on(self, text: str) -> bool:
        """Whether a longer command that means something else begins with these words."""
        return self._commands.is_prefix(text, self._context)

    def means(self, text: str) -> tuple[Intent, ...]:
        """What these words mean here; empty if nothing."""
        if not text or UNKNOWN in text:
            return ()
        intents = self._commands.heard(text, self._context)
        if self._context is Context.COOKING and self._only_answers(intents):
            return ()
        return intents

    def reason(self, text: str) -> str:
        """Why these words are left alone, as a cook understands it."""
        if UNKNOWN in text:
            return "not for me"
        if self.means(text):
            return "not sure enough"
        if self._commands.heard(text, self._context):
            return "nothing was asked"
        return "not a command"

    @cached_property
    def _neighbours(self) -> Neighbours:
        return Neighbours(self._commands.phrases(self._context))

    def _may_be_command(self, partial: str) -> bool:
        """Whether it pays to read to the end, as all must be read again if more follows."""
        if not partial or self.means(partial):
            return True
        return UNKNOWN not in partial and self.may_go_on(partial)

    def _likeliest(self, found: Sequence[Hypothesis]) -> Hypothesis:
        for each in found:
            if each.score >= found[0].score - NEAR and self.means(each.text):
                return each
        return found[0]

    def _only_answers(self, intents: tuple[Intent, ...]) -> bool:
        return all(intent.name in self._answers for intent in intents)


def _few_words(text: str) -> bool:
    """Whether it may be a single word, of which the phrases have made up to two."""
    return text.count(" ") <= 1
