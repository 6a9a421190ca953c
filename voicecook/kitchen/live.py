"""Cooking live: the sound card in, the sound card out, the wall clock."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing, nullcontext
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Protocol

from voicecook.cook import ClockMoved, NoWitness, Session
from voicecook.english import roughly
from voicecook.hearing import Ear, SpeechModel, deferred_interrupt
from voicecook.kitchen.attention import Attention, checked_wake_word, listened_for
from voicecook.kitchen.beginning import Beginning, equipment
from voicecook.kitchen.clock import Clock
from voicecook.kitchen.kept_audio import Keeper, KeptEar
from voicecook.kitchen.kitchen import Hearer, Kitchen, Notebook, listen
from voicecook.kitchen.talker import Talker
from voicecook.printable import printable
from voicecook.screen import Terminal, View, view
from voicecook.sound import Block, Gone, LiveSoundCard, SoundCard, find_device
from voicecook.speaking import Mouth, Player

READ_TIMEOUT_S = 0.1
REDRAW_EVERY = timedelta(seconds=0.5)
SILENCE_DB = -96.0
SURE_AFTER = timedelta(seconds=0.4)
"""A device that is back by then was only opened again."""
GONE: dict[Gone, str] = {
    "microphone": "I can't hear you: the microphone is gone. Please plug it in again.",
    "loudspeaker": "the loudspeaker is gone, and I only listen with it; please plug it in again",
    "sound": "the microphone or the loudspeaker is gone; please plug it in again",
}
BACK = "I can hear you again. I was deaf for {}."
KEEPING = "I'm keeping recordings of what I hear, as you asked."
FORESEEN = ("next", "done", "previous", "yes")


@dataclass(frozen=True, slots=True)
class Settings:
    """What the cook chose on the command line."""

    microphone: str | None = None
    """A part of the device's name, or its number; None for the machine's own choice."""
    loudspeaker: str | None = None
    screen: bool = True
    wake_word: str = ""
    """Without which no command counts; "" if none is wanted."""
    keep_audio: Path | None = None
    """Where recordings of what is heard are kept; None: nowhere."""


def cook_live(beginning: Beginning, notebook: Notebook, clock: Clock, settings: Settings) -> None:
    """Cook until the cook leaves. Raises MissingError without a microphone or a loudspeaker."""
    player = Player(find_device("output", settings.loudspeaker).rate)
    card = LiveSoundCard(player, microphone=settings.microphone, loudspeaker=settings.loudspeaker)
    find_device("input", settings.microphone)
    keeper = Keeper(settings.keep_audio, clock.now) if settings.keep_audio else None
    if keeper:
        print(printable(keeper.notice), flush=True)
    with equipment() as made, closing(Mouth(player, made.voice)) as mouth:
        screen = Terminal() if settings.screen else None
        talker = Talker(mouth, screen or NoWitness())
        wake_word = settings.wake_word and checked_wake_word(settings.wake_word, made.model.knows)
        kitchen = Kitchen(
            beginning.session,
            talker,
            notebook,
            screen or NoWitness(),
            attention=Attention(wake_word),
        )
        new_ear = partial(_new_ear, kitchen, made.model, wake_word, keeper)
        with screen or nullcontext():
            card.start()
            try:
                if keeper:
                    kitchen.noticed(clock.now(), KEEPING)
                if beginning.remark:
                    kitchen.noticed(clock.now(), beginning.remark)
                kitchen.open(clock.now(), beginning.seen)
                loop = Loop(kitchen, new_ear, card, talker, mouth, screen)
                loop.run(clock.now, clock.moved)
            finally:
                card.stop()


def _new_ear(
    kitchen: Kitchen, model: SpeechModel, wake_word: str, keeper: Keeper | None
) -> ShownEar:
    with deferred_interrupt():
        ear = Ear(listened_for(kitchen.commands, wake_word), model)
    return KeptEar(ear, keeper) if keeper else ear


class ShownEar(Hearer, Protocol):
    """An ear whose work can be seen."""

    @property
    def level_db(self) -> float:
        """How loud it is right now, dB full scale."""

    @property
    def partial(self) -> str:
        """The words being said right now, as far as they are known."""


class Display(Protocol):
    """What shows a cook how things stand."""

    def listening(self, level_db: float, partial: str, attentive: bool | None = None) -> None:
        """How loud it is, the words so far, and whether no wake word is needed."""

    def trouble(self, what: str) -> None:
        """Something that must be mended, "" once it is."""

    def show(self, view: View) -> None:
        """How things stand."""


class Loop:
    """Block after block, until the cook has left and the last word is spoken."""

    def __init__(
        self,
        kitchen: Kitchen,
        new_ear: Callable[[], ShownEar],
        card: SoundCard,
        talker: Talker,
        mouth: Mouth,
        screen: Display | None,
    ) -> None:
        self._kitchen = kitchen
        self._new_ear = new_ear
        self._ear = new_ear()
        self._commands = kitchen.commands
        self._card = card
        self._talker = talker
        self._mouth = mouth
        self._screen = screen
        self._has_heard = False
        self._deaf_since: datetime | None = None
        self._missed: Gone = ""
        self._missed_since = datetime.min
        self._told: Gone = ""
        self._foreseen_for: Session | None = None
        self._drawn: datetime | None = None
        self._loudest_db = SILENCE_DB
        """Since it was last drawn."""

    def run(
        self,
        now: Callable[[], datetime],
        moved: Callable[[], ClockMoved | None] = lambda: None,
    ) -> None:
        """Cook until the cook leaves; `moved` tells when the clock was set."""
        while not self._kitchen.leaving or (self._talker.speaking and not self._card.gone):
            self._go_with(moved())
            self.once(now, READ_TIMEOUT_S)

    def once(self, now: Callable[[], datetime], timeout_s: float) -> None:
        """One block of sound, or `timeout_s` without one."""
        self._listen(now(), self._card.read(timeout_s))
        self._learn_new_names()
        self._talker.report(now())
        self._look_after_the_voice(now())
        self._foresee(now())
        self._draw(now())

    def _learn_new_names(self) -> None:
        """Another dish has joined, or left again: listen for what may be said now."""
        if self._kitchen.commands is not self._commands:
            self._commands = self._kitchen.commands
            self._ear = self._new_ear()

    def _go_with(self, moved: ClockMoved | None) -> None:
        if moved is None:
            return
        self._kitchen.clock_moved(moved)
        self._drawn = None
        self._missed_since = moved.at
        self._deaf_since = self._deaf_since and self._deaf_since + moved.by

    def _listen(self, at: datetime, block: Block | None) -> None:
        if block is None:
            self._kitchen.advance(at)
            self._notice_loss(at)
            return
        if block.after_gap and self._has_heard:  # what was said before it is not gone on with
            self._ear = self._new_ear()
        self._has_heard = True
        self._loudest_db = max(self._loudest_db, self._ear.level_db)
        self._hear_again(at)
        self._kitchen.attend(at, self._talker.speaking)
        listen(self._kitchen, self._ear, block.mic, block.reference, at)

    def _notice_loss(self, at: datetime) -> None:
        """Tell which device is gone: aloud if that can be heard, on the screen in any case."""
        gone = self._card.gone
        if not gone:
            return
        self._deaf_since = self._deaf_since or at
        if gone != self._missed:
            self._missed, self._missed_since = gone, at
        sure = gone != "sound" or at - self._missed_since >= SURE_AFTER
        if gone == self._told or not sure:
            return
        self._told = gone
        if self._screen is not None:
            self._screen.trouble(GONE[gone])
        if gone == "microphone":
            self._talker.hush()
            self._kitchen.noticed(at, GONE[gone])

    def _hear_again(self, at: datetime) -> None:
        """A device that came back: what was to be said unheard is stale by now."""
        if self._deaf_since is None:
            return
        deaf, self._deaf_since = at - self._deaf_since, None
        if self._told != "microphone":
            self._talker.hush()
        self._told = self._missed = ""
        if self._screen is not None:
            self._screen.trouble("")
        self._kitchen.noticed(at, BACK.format(roughly(deaf)))

    def _look_after_the_voice(self, at: datetime) -> None:
        if self._mouth.trouble is not None:
            self._kitchen.ignored(at, str(self._mouth.trouble), "I couldn't say something")
            self._mouth.trouble = None

    def _foresee(self, at: datetime) -> None:
        """Render ahead what the likely next commands would make the app say."""
        session = self._kitchen.session
        if session is self._foreseen_for:
            return
        self._foreseen_for = session
        for text in self._kitchen.foresee(FORESEEN, at):
            self._mouth.prepare(text)

    def _draw(self, at: datetime) -> None:
        if self._screen is None or (self._drawn and at - self._drawn < REDRAW_EVERY):
            return
        self._drawn = at
        self._screen.listening(self._loudest_db, self._ear.partial, self._kitchen.attentive(at))
        self._loudest_db = SILENCE_DB
        self._screen.show(view(self._kitchen.session, at))
