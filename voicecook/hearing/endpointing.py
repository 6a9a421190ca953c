"""Endpointing: follow one utterance at a time, notice where it may be over, have it judged.

An utterance is what lies between two silences. At each little quiet it is read to its end ("peek");
if more sound follows, it is simply read again from its beginning.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import numpy as np

from voicecook.commands import CommandSet, Context
from voicecook.hearing.acceptance import Reading
from voicecook.hearing.candidates import Candidates
from voicecook.hearing.decisions import Decision, How, Ignored, Understood
from voicecook.hearing.judging import Judge
from voicecook.hearing.recogniser import UNKNOWN, SpeechModel
from voicecook.hearing.utterance import Utterance
from voicecook.sound import HEARING_RATE, Pcm

HUSH = 2
"""Frames of quiet after which a second reading is got ready: 40 ms."""
PEEK = 5
"""Frames of quiet after which a complete command is acted on: 100 ms."""
PEEK_PREFIX = 13
"""The same where more words could follow: 260 ms."""
CLOSE = 25
"""Frames of quiet that end an utterance: 0.5 s."""
STEADY = 20
"""Frames for which a partial result must stay the same where the room is never quiet: 0.4 s."""
LONGEST_FRAMES = 400
"""Frames after which an utterance is no command: 8 s."""
TALK = 60
"""Frames after which an utterance with words that are in no command is talk: 1.2 s."""
AGAIN = 15
"""Frames of quiet after a decision before something new is listened to: 0.3 s."""
QUIET_AT_FIRST_S = 60.0
"""How long it is taken to have been quiet when listening begins."""
KEEP_BYTES, ROOM_BYTES = HEARING_RATE // 2, 2 * HEARING_RATE
"""Bytes of an utterance that the next one begins with, and by which the room is known."""


class Listener:
    """Follows utterances and gives a decision for each."""

    def __init__(
        self, commands: CommandSet, model: SpeechModel, context: Context, answers: frozenset[str]
    ) -> None:
        self._candidates_for = cache(lambda context: Candidates(commands, model, context, answers))
        self._candidates = self._candidates_for(context)
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
        """The partial result: the words so far."""
        return self._now.partial if self._now else ""

    def set_context(self, context: Context) -> None:
        """Listen for what may be said there."""
        candidates = self._candidates_for(context)
        if candidates is not self._candidates:
            self._candidates.begin()
            self._candidates = candidates

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
        start_s = self.now_s - len(lead) / HEARING_RATE
        self._now = Utterance(
            bytearray(lead.tobytes()),
            before,
            start_s,
            last_loud_s=self.now_s,
            quiet_before_s=start_s - self._talk_s,
        )
        self._candidates.begin()
        self._judge.begin()

    def push(self, frame: Pcm, stands_out: bool, level_db: float) -> list[Decision]:
        """The next 20 ms of the utterance."""
        now = self._now
        assert now is not None
        now.measure(stands_out, level_db, self.now_s)
        if now.settled:
            return self._let_pass(now)
        now.audio += frame.tobytes()
        if self._candidates.catch_up(now):
            return self._end(now)
        return self._follow(now)

    def _let_pass(self, now: Utterance) -> list[Decision]:
        if now.talk:
            self._note_talk(now)
        if now.quiet >= AGAIN or now.frames > LONGEST_FRAMES:
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
            return self._act_on(now, self._candidates.nearby(now), "second_pass")
        if now.quiet >= CLOSE or now.frames > LONGEST_FRAMES:
            return self._end(now)
        if now.frames % 3 == 0:
            return self._watch(now)
        return []

    def _watch(self, now: Utterance) -> list[Decision]:
        partial = self._candidates.partial
        now.steady = now.steady + 3 if partial == now.partial else 0
        now.partial = partial
        if UNKNOWN in partial and now.frames >= TALK and not now.noisy:
            return self._take_for_talk(now)
        if now.quiet >= HUSH:
            self._candidates.follow_word(now)
        if self._candidates.means(partial):
            if now.quiet >= HUSH:
                self._judge.listen_ahead(now.audio)  # ahead of time: little is left at the end
            if now.steady >= STEADY and now.quiet == 0:
                now.steady = 0
                return self._peek(now)
        return []

    def _take_for_talk(self, now: Utterance) -> list[Decision]:
        """What began with other words is no command: nothing more of it need be decoded."""
        now.settled = now.talk = True
        return [Ignored(now.partial, self._candidates.reason(now.partial), self.now_s)]

    def _peek(self, now: Utterance) -> list[Decision]:
        readings = self._candidates.readings(now)
        if not readings:
            return self._forget_noise(now)
        now.partial = readings[0].best.text
        reading = self._chosen(now, readings)
        if not reading:
            return []
        if self._candidates.may_go_on(reading.best.text):
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
        best = self._candidates.finish(now)
        now.partial = best.text
        intents = self._candidates.means(best.text)
        found = self._candidates.words(now) or ([Reading(best, intents)] if intents else [])
        decisions = self._act_on(now, found, "endpoint")
        if not found:
            decisions = self._act_on(now, self._candidates.nearby(now), "second_pass")
        if not decisions and best.text:
            decisions = [Ignored(best.text, self._candidates.reason(best.text), self.now_s)]
            self._note_talk(now)
        if now.quiet >= CLOSE:
            self._now = None
        elif not now.settled:
            before = bytes(now.audio[:-KEEP_BYTES][-ROOM_BYTES:])
            self.begin(np.frombuffer(bytes(now.audio[-KEEP_BYTES:]), np.int16), before)
        return decisions

    def _act_on(self, now: Utterance, readings: Sequence[Reading], how: How) -> list[Decision]:
        reading = self._chosen(now, readings)
        return self._act(now, reading, how) if reading else []

    def _chosen(self, now: Utterance, readings: Sequence[Reading]) -> Reading | None:
        reading = self._judge.choose(
            readings, now.audio, now.quiet_before_s, self._candidates.means
        )
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
