"""One utterance at a time: follow it, notice where it may be over, judge it.

An utterance is what lies between two silences. At each little quiet it is read to its end ("peek");
if more sound follows, it is simply read again from its beginning.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from voicecook.commands.intents import Context
from voicecook.hearing.agreement import agrees, alike
from voicecook.hearing.decisions import CommandSet, Decision, How, Ignored, Understood
from voicecook.hearing.nearby import Neighbours
from voicecook.hearing.recogniser import RATE, UNKNOWN, Decoder, Hypothesis, SpeechModel

if TYPE_CHECKING:
    from voicecook.commands.intents import Intent

FRAME_S = 0.02
HUSH = 2
"""Frames of quiet after which a second reading is got ready: 40 ms."""
PEEK = 5
"""Frames of quiet after which a complete command is acted on: 100 ms."""
PEEK_PREFIX = 11
"""The same where more words could follow: 220 ms."""
CLOSE = 25
"""Frames of quiet that end an utterance: 0.5 s."""
STEADY = 20
"""Frames for which a partial must stay the same where the room is never quiet: 0.4 s."""
LONGEST = 400
"""Frames after which an utterance is no command: 8 s."""
BELOW_PEAK_DB = 28.0
"""How far under the loudest moment of the utterance it counts as quiet in any room."""
AGAIN = 15
"""Frames of quiet after a decision before something new is listened to: 0.3 s."""
KEEP = RATE // 2
REMEMBERED = 2 * RATE * 10
"""Bytes kept of what the loudspeaker played: 10 s."""
MARGIN_S = 0.3

NEAR = 1.5
"""How far (log likelihood) behind the first reading a command may be and still be preferred."""

Pcm = NDArray[np.int16]


class Reader:
    """A decoder that is given an utterance piece by piece, and again from the start if need be."""

    def __init__(self, decoder: Decoder) -> None:
        self.decoder = decoder
        self._given = 0
        self._ended: tuple[Hypothesis, ...] | None = None

    def catch_up(self, audio: bytearray) -> tuple[Hypothesis, ...] | None:
        """Give it what it has not had yet; the readings if it thinks the utterance is over."""
        new = bytes(audio[self._given :])
        self._given = len(audio)
        ended = self.decoder.feed(new) if new else None
        if ended and ended[0].text:
            self._ended = ended
        return ended

    def finish(self, audio: bytearray) -> tuple[Hypothesis, ...]:
        """Read the utterance to its very end."""
        self.catch_up(audio)
        found = self._ended or self.decoder.finish()
        self.forget()
        return found

    def forget(self) -> None:
        """Be ready for another utterance."""
        if self._given:
            self.decoder.finish()
            self._given = 0
            self._ended = None


@dataclass(slots=True)
class _Utterance:
    audio: bytearray = field(default_factory=bytearray)
    start_s: float = 0.0
    loudest_db: float = -96.0
    quiet: int = 0
    frames: int = 0
    partial: str = ""
    steady: int = 0
    looked_at: str = ""
    """The words whose neighbours were tried already."""
    tried: str = ""
    """The words that were judged at this quiet already."""
    settled: bool = False
    """Decided: the rest is let pass until it is quiet."""
    last_loud_s: float = 0.0


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
        self._grammar = self._grammar_for(context)
        self._english = Reader(model.dictation())
        self._now: _Utterance | None = None
        self.now_s = 0.0
        """The stream's time at the end of the frame being pushed."""
        self._played = bytearray()

    @property
    def busy(self) -> bool:
        """Whether an utterance is being followed."""
        return self._now is not None

    @property
    def partial(self) -> str:
        """The words so far."""
        return self._now.partial if self._now else ""

    def set_context(self, context: Context) -> None:
        """Listen for what may be said there."""
        if context is self._context:
            return
        self._context = context
        self._grammar.forget()
        self._grammar = self._grammar_for(context)

    def _grammar_for(self, context: Context) -> Reader:
        if context not in self._grammars:
            phrases = self._commands.phrases(context)
            self._grammars[context] = Reader(self._model.grammar(phrases))
        return self._grammars[context]

    def advance(self, now_s: float, played: Pcm) -> None:
        """Time goes on to `now_s`; meanwhile the loudspeaker has played this."""
        self.now_s = now_s
        self._played += played.tobytes()
        del self._played[:-REMEMBERED]

    def begin(self, lead: Pcm) -> None:
        """An utterance begins; `lead` is the sound just before and its first moments."""
        self._now = _Utterance(
            bytearray(lead.tobytes()), self.now_s - len(lead) / RATE, last_loud_s=self.now_s
        )
        self._grammar.forget()
        self._english.forget()

    def push(self, frame: Pcm, stands_out: bool, level_db: float) -> list[Decision]:
        """The next 20 ms of the utterance."""
        now = self._now
        assert now is not None
        self._measure(now, stands_out, level_db)
        if now.settled:
            return self._let_pass(now)
        now.audio += frame.tobytes()
        ended = self._grammar.catch_up(now.audio)
        if ended is not None:
            return self._endpoint(now, ended)
        return self._follow(now)

    def _measure(self, now: _Utterance, stands_out: bool, level_db: float) -> None:
        now.frames += 1
        now.loudest_db = max(now.loudest_db, level_db)
        if stands_out and level_db > now.loudest_db - BELOW_PEAK_DB:
            now.quiet = 0
            now.tried = ""
            now.last_loud_s = self.now_s
        else:
            now.quiet += 1

    def _let_pass(self, now: _Utterance) -> list[Decision]:
        if now.quiet >= AGAIN or now.frames > LONGEST:
            self._now = None
        return []

    def _follow(self, now: _Utterance) -> list[Decision]:
        if now.quiet == PEEK:
            return self._peek(now)
        if now.quiet == PEEK_PREFIX:
            return self._peek(now, more_may_follow=False) if now.tried else self._look_again(now)
        if now.quiet >= CLOSE:
            return self._close(now, "endpoint")
        if now.frames > LONGEST:
            return self._close(now, "endpoint")
        if now.frames % 3 == 0:
            return self._watch(now)
        return []

    def _watch(self, now: _Utterance) -> list[Decision]:
        partial = self._grammar.decoder.partial()
        now.steady = now.steady + 3 if partial == now.partial else 0
        now.partial = partial
        if self._means(partial):
            if now.quiet >= HUSH:
                self._english.catch_up(now.audio)  # ahead of time: little is left at the end
            if now.steady >= STEADY and now.quiet == 0:
                now.steady = 0
                return self._peek(now)
        return []

    def _peek(self, now: _Utterance, more_may_follow: bool = True) -> list[Decision]:
        if UNKNOWN in now.partial:
            return []
        found = self._grammar.finish(now.audio)
        best = self._likeliest(found)
        now.partial = best.text
        intents = self._means(best.text)
        if not intents:
            return []
        now.tried = best.text
        if more_may_follow and self._commands.is_prefix(best.text, self._context):
            return []
        now.tried = ""
        return self._judge(now, best, intents, "early")

    def _close(self, now: _Utterance, how: How) -> list[Decision]:
        return self._endpoint(now, self._grammar.finish(now.audio), how)

    def _endpoint(
        self, now: _Utterance, found: Sequence[Hypothesis], how: How = "endpoint"
    ) -> list[Decision]:
        best = self._likeliest(found)
        decisions: list[Decision] = []
        if intents := self._means(best.text):
            decisions = self._judge(now, best, intents, how)
        else:
            decisions = self._look_again(now, best.text)
        if not decisions and best.text:
            decisions = [Ignored(best.text, self._reason(best.text), self.now_s)]
        if now.quiet >= CLOSE:
            self._now = None
        elif not now.settled:
            self.begin(np.frombuffer(bytes(now.audio[-KEEP:]), np.int16))
        return decisions

    def _look_again(self, now: _Utterance, text: str = "") -> list[Decision]:
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
        return self._judge(now, best, intents, "second_pass") if intents else []

    def _neighbours(self) -> Neighbours:
        if self._context not in self._near:
            self._near[self._context] = Neighbours(self._commands.phrases(self._context))
        return self._near[self._context]

    def _judge(
        self, now: _Utterance, best: Hypothesis, intents: tuple[Intent, ...], how: How
    ) -> list[Decision]:
        others = self._english.finish(now.audio)
        if not agrees(best, others, lambda text: self._means(text) == intents):
            return []
        if self._said_itself(now, best):
            return []
        now.settled = True
        end_s = min(now.start_s + best.end_s, now.last_loud_s)
        start_s = now.start_s + best.start_s
        return [Understood(best.text, intents, start_s, end_s, self.now_s, how)]

    def _likeliest(self, found: Sequence[Hypothesis]) -> Hypothesis:
        for each in found:
            if each.score >= found[0].score - NEAR and self._means(each.text):
                return each
        return found[0]

    def _said_itself(self, now: _Utterance, best: Hypothesis) -> bool:
        """Whether the loudspeaker was saying these very words at that moment."""
        ago_s = self.now_s - now.start_s - best.start_s + MARGIN_S
        played = self._played[-2 * int(ago_s * RATE) :]
        if not any(played):
            return False
        readings = self._english.finish(played)
        return any(
            alike(best.text, each.text) > 0.5 or f" {best.text} " in f" {each.text} "
            for each in readings
        )

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
