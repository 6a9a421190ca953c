"""The kitchen: the only place where hearing, the session, speech, diary and screen meet.

It owns no thread and no clock. Whoever drives it (`live`, `replay`, `typed`) says what time it is,
hands in what was heard, and asks when to come back.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Literal, Protocol

from voicecook.commands import Commands, Context, Intent, Meaning
from voicecook.cook import (
    ClockMoved,
    DidRing,
    Effect,
    Event,
    Fetch,
    Fetched,
    Heard,
    Hush,
    Leave,
    Noticed,
    Opened,
    Rang,
    Say,
    Session,
    Stood,
    Ticked,
    Tune,
    WasHeard,
    WasIgnored,
    Witness,
    context,
    next_deadline,
    situation,
    step,
)
from voicecook.hearing import Decision, Understood
from voicecook.kitchen.attention import NOT_FOR_ME, Attention
from voicecook.kitchen.shelf import Shelf
from voicecook.recipe import Recipe

if TYPE_CHECKING:
    from voicecook.sound import Pcm

BEAT_EVERY = timedelta(seconds=10)
LONGEST_TYPED = 2000
"""Characters of a typed sentence; nobody means the rest."""
DISK_TROUBLE = (
    "I can't write my diary: the disk won't take it. Cook on; only if the power goes "
    "would I forget where we are."
)
DISK_WORKS = "My diary works again."


class Speaker(Protocol):
    """What can speak."""

    def say(self, text: str, kind: Literal["answer", "alert"], loudness: float = 1.0) -> None:
        """Speak after what is waiting, an alert before it, at a share of the usual volume."""

    def chime(self, loudness: float) -> None:
        """Sound the bell before the next alert, at a share of the usual volume."""

    def hush(self) -> None:
        """Be silent at once and forget what was waiting."""

    def tune(self, volume: float, rate: int) -> None:
        """Speak like this from now on."""


class Notebook(Protocol):
    """What keeps the session over a power cut."""

    def save(self, session: Session, at: datetime) -> None:
        """Keep it; OSError when that can't be done."""

    def beat(self, at: datetime) -> None:
        """Note that the app is alive."""

    def forget(self) -> None:
        """The cook is over."""


class Library(Protocol):
    """Where other recipes are found."""

    def find(self, name: str) -> Recipe | None:
        """The recipe of this name; None if there is none. May raise whatever is wrong with it."""

    def names(self) -> tuple[str, ...]:
        """What can be cooked."""
        ...

    def said(self) -> dict[str, str]:
        """The ways to say each recipe's name, and the name."""
        ...


class Hearer(Protocol):
    """What turns sound into decisions."""

    def set_context(self, context: Context) -> None:
        """Say where the cook is."""

    def feed(self, block: Pcm, reference: Pcm | None = None) -> list[Decision]:
        """Take the next block of 16 kHz sound, and what the loudspeaker played meanwhile."""
        ...


def listen(
    kitchen: Kitchen, ear: Hearer, microphone: Pcm, loudspeaker: Pcm | None, at: datetime
) -> None:
    """One block of sound through the ear into the session; then let time pass."""
    ear.set_context(kitchen.context(at))
    for heard in ear.feed(microphone, loudspeaker):
        decision = kitchen.judge(heard, at)
        if isinstance(decision, Understood):
            kitchen.heard(at, decision.text, decision.intents)
        else:
            kitchen.ignored(at, decision.text, decision.reason)
    kitchen.advance(at)


class Kitchen:
    """One cook, from the first word to the last."""

    def __init__(
        self,
        session: Session,
        speaker: Speaker,
        notebook: Notebook,
        witness: Witness,
        library: Library | None = None,
        attention: Attention | None = None,
    ) -> None:
        self.session = session
        self._attention = attention or Attention()
        self._library = library or Shelf()
        self._commands: Commands | None = None
        self._deadline: tuple[Session, datetime | None] | None = None
        self.leaving = False
        self._speaker = speaker
        self._notebook = notebook
        self._witness = witness
        self._last_beat: datetime | None = None
        self._disk_trouble = False

    def open(self, at: datetime, seen: datetime | None = None) -> None:
        """Begin, or go on with a session from the diary, which knew the app alive at `seen`."""
        self._take(Opened(at, seen))

    def typed(self, at: datetime, text: str) -> None:
        """The cook said exactly this, at a keyboard or through a button."""
        text = text[:LONGEST_TYPED]
        meaning = self.meaning(at, text)
        if meaning.for_us or meaning.intents:
            self._mean(at, text, meaning)
        else:
            self.ignored(at, text, NOT_FOR_ME)

    def heard(self, at: datetime, text: str, intents: tuple[Intent, ...]) -> None:
        """The ear took a sound for `text`, and that for `intents` as far as it could know."""
        meaning = self.meaning(at, text)
        self._mean(at, text, meaning if meaning.intents else Meaning(intents))

    def meaning(self, at: datetime, text: str) -> Meaning:
        """What this sentence means where the cook is."""
        return self.commands.understand(text, situation(self.session, at))

    def _mean(self, at: datetime, text: str, meaning: Meaning) -> None:
        """It interrupts what is being said."""
        self._witness.note(WasHeard(at, text, meaning.intents))
        heard = Heard(at, text, meaning.intents, meaning.doubt, meaning.likely)
        self._take(heard, interrupts=True)

    def attend(self, at: datetime, speaking: bool) -> None:
        """The app is speaking or silent; for a while after speaking it listens more closely."""
        farewell = self.session.mode == "finished"
        self._attention = self._attention.during(at.timestamp(), speaking or farewell)

    def attentive(self, at: datetime) -> bool | None:
        """Whether no wake word is needed just now; None if none was asked for."""
        if not self._attention.wake_word:
            return None
        return self._attention.attentive(at.timestamp(), self.context(at))

    def judge(self, decision: Decision, at: datetime) -> Decision:
        """What becomes of what the ear decided: was it said to us?"""
        context = self.context(at)
        self._attention, judged = self._attention.judge(decision, context, at.timestamp())
        return judged

    def ignored(self, at: datetime, text: str, reason: str) -> None:
        """Words were heard that are not for us."""
        self._witness.note(WasIgnored(at, text, reason))

    def noticed(self, at: datetime, what: str) -> None:
        """Tell the cook something about the machine."""
        self._take(Noticed(at, what))

    def clock_moved(self, moved: ClockMoved | None) -> None:
        """Go with a clock that was set, if it was; the diary must not be from the future."""
        if moved is not None:
            self._take(moved)
            self._last_beat = None

    def advance(self, at: datetime) -> None:
        """Let time pass to `at`: timers ring, the diary notes that we are alive."""
        deadline = self.deadline
        if deadline is not None and deadline <= at:
            self._take(Ticked(at))
        if self._last_beat is None or at - self._last_beat >= BEAT_EVERY:
            self._last_beat = at
            if self._disk_trouble:
                self._remark(self._keep(at))
            self._notebook.beat(at)

    @property
    def commands(self) -> Commands:
        """What may be said while this is cooked; another one when a dish has joined."""
        self._commands = self._commands_for(self.session.recipe)
        return self._commands

    def _commands_for(self, recipe: Recipe) -> Commands:
        before = self._commands
        if before is None or before.recipe is None or before.recipe.source != recipe.source:
            return Commands.for_recipe(recipe, self._library.said())
        return before

    @property
    def deadline(self) -> datetime | None:
        """When something will happen by itself; worked out once for each state of the session."""
        if self._deadline is None or self._deadline[0] is not self.session:
            self._deadline = (self.session, next_deadline(self.session))
        return self._deadline[1]

    def context(self, at: datetime) -> Context:
        """What may be said just now."""
        return context(self.session, at)

    def foresee(self, names: Iterable[str], at: datetime) -> list[str]:
        """What would be said if the cook said one of these now; nothing is changed by asking."""
        turns = (step(self.session, Heard(at, name, (Intent(name),))) for name in names)
        return [one.text for _, effects in turns for one in effects if isinstance(one, Say)]

    def stands(self, at: datetime) -> Stood:
        """How things stand."""
        session = self.session
        left = {timer.name: timer.left(at).total_seconds() for timer in session.timers}
        return Stood(at, session.position + 1, session.mode, left)

    def _take(self, event: Event, interrupts: bool = False) -> None:
        """What the cook has asked for is kept before it is answered; what happens by itself is said
        first, so that a power cut between the two has it said again and not lost."""
        before = self.session
        self.session, effects = step(before, event)
        news = self.session != before or isinstance(event, Opened | ClockMoved)
        asked = isinstance(event, Heard)
        remark = self._keep(event.at) if news and asked else ""
        if interrupts and any(isinstance(effect, Say | Hush | Fetch) for effect in effects):
            self._speaker.hush()
        for effect in effects:
            self._perform(effect, event.at)
        if news and not asked:
            remark = self._keep(event.at)
        self._remark(remark)

    def _perform(self, effect: Effect, at: datetime) -> None:
        match effect:
            case Say(text, kind, loudness):
                self._speaker.say(text, kind, loudness)
            case Hush():
                self._speaker.hush()
            case Rang(names, loudness):
                self._ring(names, loudness, at)
            case Tune(volume, rate):
                self._speaker.tune(volume, rate)
            case Fetch(name):
                self._take(self._fetched(name, at))
            case Leave():
                self.leaving = True
                if self.session.mode == "finished" and not self.session.timers:
                    self._notebook.forget()

    def _fetched(self, name: str, at: datetime) -> Fetched:
        """What came of looking; a dish that fails must not take the dinner with it."""
        try:
            found = self._library.find(name) if name else None
            event = Fetched(at, name, found, self._library.names())
            joined, _ = step(self.session, event)
            self._commands_for(joined.recipe).phrases()
        except Exception:  # whatever it is: what is on the hob comes first
            return Fetched(at, name, None, broken=True)
        return event

    def _ring(self, names: tuple[str, ...], loudness: float, at: datetime) -> None:
        for name in names:
            self._witness.note(DidRing(at, name))
        self._speaker.chime(loudness)

    def _keep(self, at: datetime) -> str:
        """Write the session down; returns what the cook must know about that."""
        had_trouble = self._disk_trouble
        try:
            self._notebook.save(self.session, at)
            self._disk_trouble = False
        except OSError:
            self._disk_trouble = True
        if had_trouble == self._disk_trouble:
            return ""
        return DISK_TROUBLE if self._disk_trouble else DISK_WORKS

    def _remark(self, words: str) -> None:
        if words:
            self._speaker.say(words, "alert")
