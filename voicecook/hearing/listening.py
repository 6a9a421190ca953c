"""One utterance at a time: follow it, notice where it may be over, judge it.

An utterance is what lies between two silences. At each little quiet it is read to its end ("peek");
if more sound follows, it is simply read again from its beginning.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from voicecook.commands.intents import Context
from voicecook.hearing.decisions import CommandSet, Decision, How, Ignored, Understood
from voicecook.hearing.judging import Judge
from voicecook.hearing.lone import LoneWords
from voicecook.hearing.nearby import Neighbours
from voicecook.hearing.reader import Reader
from voicecook.hearing.recogniser import RATE, UNKNOWN, Hypothesis, SpeechModel
from voicecook.hearing.utterance import Utterance
from voicecook.hearing.weighing import Reading

if TYPE_CHECKING:
    from voicecook.commands.intents import Intent

FRAME_S = 0.02
HUSH = 2
"""Frames of quiet after which a second reading is got ready: 40 ms."""
PEEK = 5
"""Frames of quiet after which a complete command is acted on: 100 ms."""
PEEK_PREFIX = 13
"""The same where more words could follow: 260 ms."""
CLOSE = 25
"""Frames of quiet that end an utterance: 0.5 s."""
STEADY = 20
"""Frames for which a partial must stay the same where the room is never quiet: 0.4 s."""
LONGEST = 400
"""Frames after which an utterance is no command: 8 s."""
TALK = 60
"""Frames after which an utterance with words that are in no command is talk: 1.2 s."""
AGAIN = 15
"""Frames of quiet after a decision before something new is listened to: 0.3 s."""
QUIET_AT_FIRST_S = 60.0
"""How long it is taken to have been quiet when listening begins."""
KEEP = RATE // 2

NEAR = 1.5
"""How far (log likelihood) behind the first reading a command may be and still be preferred."""

Pcm = NDArray[np.int16]


class Listener:
    """Follows utterances and gives a decision for each."""

    def __init__(
        self, commands: CommandSet, model: SpeechModel, context: Context, answers: frozenset[str]
    ) -> None:
        self._commands = commands
        self._answers = answers
        self._model = model
        self._context = context
        self._grammars: dict[Context, Reader] = {}
        self._near: dict[Context, Neighbours] = {}
        self._lones: dict[Context, LoneWords] = {}
        self._grammar = self._grammar_for(context)
        self._lone = self._lone_for(context)
        self._judge = Judge(model)
        self._now: Utterance | None = None
        self.now_s = 0.0
        """The stream's time at the end of the frame being pushed."""
        self._talk_s = -QUIET_AT_FIRST_S
        """When words were last heard that were not for us."""

    @property
    def busy(self) -> bool:
        """Whether an utterance is being followed."""
        return self._now is not None

    @property
    def partial(self) -> str:
        """The words so far."""
        return self._now.partial if self._now else ""

    @property
    def context(self) -> Context:
        """Where the cook is."""
        return self._context

    def set_context(self, context: Context) -> None:
        """Listen for what may be said there."""
        if context is self._context:
            return
        self._context = context
        self._grammar.forget()
        self._grammar = self._grammar_for(context)
        self._lone = self._lone_for(context)

    def _lone_for(self, context: Context) -> LoneWords:
        if context not in self._lones:
            phrases = self._commands.phrases(context)
            self._lones[context] = LoneWords(self._model, phrases, self._means)
        return self._lones[context]

    def _grammar_for(self, context: Context) -> Reader:
        if context not in self._grammars:
            phrases = self._commands.phrases(context)
            self._grammars[context] = Reader(self._model.grammar(phrases))
        return self._grammars[context]

    def advance(self, now_s: float, played: Pcm) -> None:
        """Time goes on to `now_s`; meanwhile the loudspeaker has played this."""
        self.now_s = now_s
        self._judge.played(played)

    def rest(self) -> None:
        """Nobody is speaking: time for what need not be done at once."""
        self._judge.rest()

    def begin(self, lead: Pcm, before: bytes = b"") -> None:
        """An utterance begins; `lead` is the sound just before and its first moments.

        `before` is what was heard before that, by which the room is known.
        """
        start_s = self.now_s - len(lead) / RATE
        self._now = Utterance(
            bytearray(lead.tobytes()),
            before,
            start_s,
            last_loud_s=self.now_s,
            quiet_before_s=start_s - self._talk_s,
        )
        self._grammar.forget()
        self._judge.begin()
        self._lone.begin()

    def push(self, frame: Pcm, stands_out: bool, level_db: float) -> list[Decision]:
        """The next 20 ms of the utterance."""
        now = self._now
        assert now is not None
        now.measure(stands_out, level_db, self.now_s)
        if now.settled:
            return self._let_pass(now)
        now.audio += frame.tobytes()
        ended = self._grammar.catch_up(now.audio)
        if ended is not None:
            return self._endpoint(now, self._grammar.finish(now.audio))
        return self._follow(now)

    def _let_pass(self, now: Utterance) -> list[Decision]:
        if now.talk:
            self._talk_s = now.last_loud_s
        if now.quiet >= AGAIN or now.frames > LONGEST:
            self._now = None
        return []

    def _follow(self, now: Utterance) -> list[Decision]:
        if now.quiet == PEEK:
            return self._peek(now)
        if now.quiet == PEEK_PREFIX:
            waiting = now.waiting
            return self._act(now, waiting, "early") if waiting else self._look_again(now)
        if now.quiet >= CLOSE:
            return self._close(now, "endpoint")
        if now.frames > LONGEST:
            return self._close(now, "endpoint")
        if now.frames % 3 == 0:
            return self._watch(now)
        return []

    def _watch(self, now: Utterance) -> list[Decision]:
        partial = self._grammar.decoder.partial()
        now.steady = now.steady + 3 if partial == now.partial else 0
        now.partial = partial
        if UNKNOWN in partial and now.frames >= TALK and not now.noisy:
            return self._take_for_talk(now)
        if now.quiet >= HUSH and _few_words(partial):
            self._lone.follow(now.audio)
        if self._means(partial):
            if now.quiet >= HUSH:
                self._judge.listen_ahead(now.audio)  # ahead of time: little is left at the end
            if now.steady >= STEADY and now.quiet == 0:
                now.steady = 0
                return self._peek(now)
        return []

    def _take_for_talk(self, now: Utterance) -> list[Decision]:
        """What began with other words is no command: nothing more of it need be decoded."""
        now.settled = now.talk = True
        return [Ignored(now.partial, self._reason(now.partial), self.now_s)]

    def _peek(self, now: Utterance) -> list[Decision]:
        readings = self._read(now)
        if not readings:
            return self._forget_noise(now)
        now.partial = readings[0].best.text
        reading = self._chosen(now, readings)
        if not reading:
            return []
        if self._commands.is_prefix(reading.best.text, self._context):
            now.waiting = reading
            return []
        return self._act(now, reading, "early")

    def _forget_noise(self, now: Utterance) -> list[Decision]:
        """A sound without words need not be followed to its end: a word may come behind it."""
        if not now.partial and now.quiet:
            self._now = None
        return []

    def _read(self, now: Utterance) -> list[Reading]:
        """The commands it may be so far: one of many words, or single ones."""
        alone = self._read_alone(now, now.partial)
        if not alone and not self._may_be_command(now.partial):
            return []
        best = self._likeliest(self._grammar.finish(now.audio))
        now.partial = best.text
        intents = self._means(best.text)
        if alone and not (intents and " " in best.text and best.score > alone[0].best.score):
            return alone
        return [Reading(best, intents)] if intents else []

    def _read_alone(self, now: Utterance, text: str) -> list[Reading]:
        """The single words it may be; `text` is what the phrases made of it."""
        cleared = now.cleared_word()
        if cleared is None:
            found = self._lone.read(now.audio) if _few_words(text) else []
            return [Reading(each, self._means(each.text)) for each in found]
        later_s = (len(now.audio) - len(cleared)) / 2 / RATE
        found = [each.later(later_s) for each in self._lone.read_afresh(cleared)]
        return [Reading(each, self._means(each.text), cleared) for each in found]

    def _may_be_command(self, partial: str) -> bool:
        """Whether it pays to read to the end, as all must be read again if more follows."""
        if not partial or self._means(partial):
            return True
        return UNKNOWN not in partial and self._commands.is_prefix(partial, self._context)

    def _close(self, now: Utterance, how: How) -> list[Decision]:
        return self._endpoint(now, self._grammar.finish(now.audio), how)

    def _endpoint(
        self, now: Utterance, found: Sequence[Hypothesis], how: How = "endpoint"
    ) -> list[Decision]:
        best = self._likeliest(found)
        decisions: list[Decision] = []
        if alone := self._read_alone(now, best.text):
            decisions = self._act_on(now, alone, how)
        elif intents := self._means(best.text):
            decisions = self._act_on(now, [Reading(best, intents)], how)
        else:
            decisions = self._look_again(now, best.text)
        if not decisions and best.text:
            decisions = [Ignored(best.text, self._reason(best.text), self.now_s)]
            self._talk_s = now.last_loud_s
        if now.quiet >= CLOSE:
            self._now = None
        elif not now.settled:
            self.begin(np.frombuffer(bytes(now.audio[-KEEP:]), np.int16), bytes(now.audio[:-KEEP]))
        return decisions

    def _look_again(self, now: Utterance, text: str = "") -> list[Decision]:
        """Read it with only those commands that are a word away from a mixture of phrases."""
        text = text or now.partial
        if UNKNOWN in text or " " not in text or text == now.looked_at:
            return []
        now.looked_at = text
        sentences = self._neighbours().of(text, self._means)
        if not sentences:
            return []
        best = Reader(self._model.grammar(sentences)).finish(now.audio)[0]
        intents = self._means(best.text)
        return self._act_on(now, [Reading(best, intents)], "second_pass") if intents else []

    def _neighbours(self) -> Neighbours:
        if self._context not in self._near:
            self._near[self._context] = Neighbours(self._commands.phrases(self._context))
        return self._near[self._context]

    def _act_on(self, now: Utterance, readings: Sequence[Reading], how: How) -> list[Decision]:
        reading = self._chosen(now, readings)
        return self._act(now, reading, how) if reading else []

    def _chosen(self, now: Utterance, readings: Sequence[Reading]) -> Reading | None:
        reading = self._judge.choose(readings, now.audio, now.quiet_before_s, self._means)
        if reading is None:
            return None
        ago_s = self.now_s - now.start_s - reading.best.start_s
        return None if self._judge.said_itself(reading.best.text, ago_s) else reading

    def _act(self, now: Utterance, reading: Reading, how: How) -> list[Decision]:
        best = reading.best
        now.settled = True
        end_s = min(now.start_s + best.end_s, now.last_loud_s)
        start_s = now.start_s + best.start_s
        return [Understood(best.text, reading.intents, start_s, end_s, self.now_s, how)]

    def _likeliest(self, found: Sequence[Hypothesis]) -> Hypothesis:
        for each in found:
            if each.score >= found[0].score - NEAR and self._means(each.text):
                return each
        return found[0]

    def _means(self, text: str) -> tuple[Intent, ...]:
        if not text or UNKNOWN in text:
            return ()
        intents = self._commands.heard(text, self._context)
        if self._context is Context.COOKING and self._only_answers(intents):
            return ()
        return intents

    def _only_answers(self, intents: tuple[Intent, ...]) -> bool:
        return all(intent.name in self._answers for intent in intents)

    def _reason(self, text: str) -> str:
        if UNKNOWN in text:
            return "not for me"
        if self._means(text):
            return "not sure enough"
        if self._commands.heard(text, self._context):
            return "nothing was asked"
        return "not a command"


def _few_words(text: str) -> bool:
    """Whether it may be a single word, of which the phrases have made up to two."""
    return text.count(" ") <= 1
