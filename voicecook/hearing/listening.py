"""One utterance at a time: follow it, notice where it may be over, judge it.

An utterance is what lies between two silences. At each little quiet it is read to its end ("peek");
if more sound follows, it is simply read again from its beginning.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

from voicecook.commands import CommandSet, Context
from voicecook.hearing.decisions import Decision, How, Ignored, Understood
from voicecook.hearing.judging import Judge
from voicecook.hearing.phrases import Phrases
from voicecook.hearing.recogniser import RATE, UNKNOWN, SpeechModel
from voicecook.hearing.utterance import Utterance
from voicecook.hearing.weighing import Reading

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
KEEP, ROOM = RATE // 2, 2 * RATE
"""Bytes of an utterance that the next one begins with, and by which the room is known."""

Pcm = NDArray[np.int16]


class Listener:
    """Follows utterances and gives a decision for each."""

    def __init__(
        self, commands: CommandSet, model: SpeechModel, context: Context, answers: frozenset[str]
    ) -> None:
        self._phrases_for = cache(lambda context: Phrases(commands, model, context, answers))
        self._phrases = self._phrases_for(context)
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

    def set_context(self, context: Context) -> None:
        """Listen for what may be said there."""
        phrases = self._phrases_for(context)
        if phrases is not self._phrases:
            self._phrases.begin()
            self._phrases = phrases

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
        self._phrases.begin()
        self._judge.begin()

    def push(self, frame: Pcm, stands_out: bool, level_db: float) -> list[Decision]:
        """The next 20 ms of the utterance."""
        now = self._now
        assert now is not None
        now.measure(stands_out, level_db, self.now_s)
        if now.settled:
            return self._let_pass(now)
        now.audio += frame.tobytes()
        if self._phrases.catch_up(now):
            return self._end(now)
        return self._follow(now)

    def _let_pass(self, now: Utterance) -> list[Decision]:
        if now.talk:
            self._note_talk(now)
        if now.quiet >= AGAIN or now.frames > LONGEST:
            self._now = None
        return []

    def _note_talk(self, now: Utterance) -> None:
        """Somebody else has spoken; what is left of the app's own voice is nobody."""
        if not self._judge.speaking:
            self._talk_s = now.last_loud_s

    def _follow(self, now: Utterance) -> list[Decision]:
        if now.quiet == PEEK:
            return self._peek(now)
        if now.quiet == PEEK_PREFIX:
            if now.waiting:
                return self._act(now, now.waiting, "early")
            return self._act_on(now, self._phrases.nearby(now), "second_pass")
        if now.quiet >= CLOSE or now.frames > LONGEST:
            return self._end(now)
        if now.frames % 3 == 0:
            return self._watch(now)
        return []

    def _watch(self, now: Utterance) -> list[Decision]:
        partial = self._phrases.partial
        now.steady = now.steady + 3 if partial == now.partial else 0
        now.partial = partial
        if UNKNOWN in partial and now.frames >= TALK and not now.noisy:
            return self._take_for_talk(now)
        if now.quiet >= HUSH:
            self._phrases.follow_word(now)
        if self._phrases.means(partial):
            if now.quiet >= HUSH:
                self._judge.listen_ahead(now.audio)  # ahead of time: little is left at the end
            if now.steady >= STEADY and now.quiet == 0:
                now.steady = 0
                return self._peek(now)
        return []

    def _take_for_talk(self, now: Utterance) -> list[Decision]:
        """What began with other words is no command: nothing more of it need be decoded."""
        now.settled = now.talk = True
        return [Ignored(now.partial, self._phrases.reason(now.partial), self.now_s)]

    def _peek(self, now: Utterance) -> list[Decision]:
        readings = self._phrases.readings(now)
        if not readings:
            return self._forget_noise(now)
        now.partial = readings[0].best.text
        reading = self._chosen(now, readings)
        if not reading:
            return []
        if self._phrases.may_go_on(reading.best.text):
            now.waiting = reading
            return []
        return self._act(now, reading, "early")

    def _forget_noise(self, now: Utterance) -> list[Decision]:
        """A sound without words need not be followed to its end: a word may come behind it."""
        if not now.partial and now.quiet:
            self._now = None
        return []

    def _end(self, now: Utterance) -> list[Decision]:
        """It is over, or too long: the last chance to be a command."""
        best = self._phrases.finish(now)
        now.partial = best.text
        intents = self._phrases.means(best.text)
        found = self._phrases.words(now) or ([Reading(best, intents)] if intents else [])
        decisions = self._act_on(now, found, "endpoint")
        if not found:
            decisions = self._act_on(now, self._phrases.nearby(now), "second_pass")
        if not decisions and best.text:
            decisions = [Ignored(best.text, self._phrases.reason(best.text), self.now_s)]
            self._note_talk(now)
        if now.quiet >= CLOSE:
            self._now = None
        elif not now.settled:
            before = bytes(now.audio[:-KEEP][-ROOM:])
            self.begin(np.frombuffer(bytes(now.audio[-KEEP:]), np.int16), before)
        return decisions

    def _act_on(self, now: Utterance, readings: Sequence[Reading], how: How) -> list[Decision]:
        reading = self._chosen(now, readings)
        return self._act(now, reading, how) if reading else []

    def _chosen(self, now: Utterance, readings: Sequence[Reading]) -> Reading | None:
        reading = self._judge.choose(readings, now.audio, now.quiet_before_s, self._phrases.means)
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
