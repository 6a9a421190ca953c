"""Cooking live: the sound card in, the sound card out, the wall clock."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing, nullcontext
from dataclasses import dataclass
from datetime import datetime, timedelta

from voicecook.commands.commands import Commands
from voicecook.cook import time_words
from voicecook.cook.session import Session
from voicecook.happenings import NoWitness
from voicecook.hearing.ear import Ear
from voicecook.kitchen import Kitchen, Notebook, listen
from voicecook.screen.terminal import Terminal
from voicecook.screen.view import view
from voicecook.sound.card import LiveSoundCard, SoundCard
from voicecook.sound.devices import find
from voicecook.speaking.mouth import Mouth
from voicecook.speaking.player import Player
from voicecook.talking import Talker
from voicecook.workshop import Beginning, parts

READ_TIMEOUT_S = 0.1
REDRAW_EVERY = timedelta(seconds=0.5)
GONE = (
    "I can't hear you any more: the microphone or the loudspeaker is gone. Please plug it in again."
)
BACK = "I can hear you again. I was deaf for {}."
FORESEEN = ("next", "done", "previous", "yes")


@dataclass(frozen=True, slots=True)
class Settings:
    """What the cook chose on the command line."""

    microphone: str | None = None
    """A part of the device's name, or its number; None for the machine's own choice."""
    loudspeaker: str | None = None
    screen: bool = True


def cook(
    beginning: Beginning, notebook: Notebook, now: Callable[[], datetime], settings: Settings
) -> None:
    """Cook until the cook leaves. Raises MissingError without a microphone or a loudspeaker."""
    player = Player(find("output", settings.loudspeaker).rate)
    card = LiveSoundCard(player, microphone=settings.microphone, loudspeaker=settings.loudspeaker)
    find("input", settings.microphone)
    with parts() as made, closing(Mouth(player, made.voice)) as mouth:
        screen = Terminal() if settings.screen else None
        talker = Talker(mouth, screen or NoWitness())
        kitchen = Kitchen(beginning.session, talker, notebook, screen or NoWitness())
        ear = Ear(Commands.for_recipe(beginning.session.recipe), made.model)
        with screen or nullcontext():
            card.start()
            try:
                if beginning.remark:
                    kitchen.noticed(now(), beginning.remark)
                kitchen.open(now(), beginning.seen)
                _Loop(kitchen, ear, card, talker, mouth, screen).run(now)
            finally:
                card.stop()


class _Loop:
    """Block after block, until the cook has left and the last word is spoken."""

    def __init__(
        self,
        kitchen: Kitchen,
        ear: Ear,
        card: SoundCard,
        talker: Talker,
        mouth: Mouth,
        screen: Terminal | None,
    ) -> None:
        self._kitchen = kitchen
        self._ear = ear
        self._card = card
        self._talker = talker
        self._mouth = mouth
        self._screen = screen
        self._has_heard = False
        self._deaf_since: datetime | None = None
        self._foreseen_for: Session | None = None
        self._drawn: datetime | None = None

    def run(self, now: Callable[[], datetime]) -> None:
        while not self._kitchen.leaving or self._talker.speaking:
            self._listen(now())
            self._talker.report(now())
            self._look_after_the_voice(now())
            self._foresee(now())
            self._draw(now())

    def _listen(self, at: datetime) -> None:
        block = self._card.read(READ_TIMEOUT_S)
        if block is not None:
            self._has_heard = True
            self._hear_again(at)
            listen(self._kitchen, self._ear, block.mic, block.reference, at)
            return
        self._kitchen.advance(at)
        if self._has_heard and not self._card.healthy and self._deaf_since is None:
            self._deaf_since = at
            self._kitchen.ignored(at, GONE, "no sound")

    def _hear_again(self, at: datetime) -> None:
        """A device that came back: what was to be said meanwhile is stale by now."""
        if self._deaf_since is None:
            return
        deaf, self._deaf_since = at - self._deaf_since, None
        self._talker.hush()
        self._kitchen.noticed(at, BACK.format(time_words.roughly(deaf)))

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
        self._screen.listening(self._ear.level_db, self._ear.partial)
        self._screen.show(view(self._kitchen.session, at))
