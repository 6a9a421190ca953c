"""The loop that cooks live, in virtual time: what a cook is told of trouble with the sound."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

import numpy as np
import pytest
from numpy.typing import NDArray

from tests.cook.driver import FIVE_O_CLOCK, Cook
from tests.kitchen.fakes import FakeNotebook, FakeWitness
from tests.sound.fakes import FakeHost
from tests.speaking.fakes import FakeSynthesiser
from voicecook.commands.intents import Context, Intent
from voicecook.cook.core.happenings import WasHeard, WasSaid
from voicecook.hearing.decisions import Decision, Understood
from voicecook.kitchen.kitchen import Kitchen
from voicecook.kitchen.live import Loop
from voicecook.kitchen.talker import Talker
from voicecook.screen.view import View
from voicecook.sound.card import LiveSoundCard
from voicecook.sound.devices import Kind
from voicecook.speaking.mouth import Mouth
from voicecook.speaking.player import Player

UTTERANCE = 25
"""Blocks of sound that make a command for this ear: half a second."""


class FakeEar:
    """Understands one "next" from half a second of sound in one piece, if it understands at all."""

    level_db = -20.0
    partial = ""

    def __init__(self, understands: bool = False) -> None:
        self._blocks = 0 if understands else UTTERANCE

    def set_context(self, context: Context) -> None:
        """Always the same."""

    def feed(
        self, block: NDArray[np.int16], reference: NDArray[np.int16] | None = None
    ) -> list[Decision]:
        self._blocks += 1
        if self._blocks != UTTERANCE:
            return []
        return [Understood("next", (Intent("next"),), 0.0, 0.5, 0.6, "early")]


class FakeDisplay:
    """Remembers what trouble it was told of."""

    def __init__(self) -> None:
        self.troubles: list[str] = []

    def listening(self, level_db: float, partial: str, attentive: bool | None = None) -> None:
        """Not looked at here."""

    def trouble(self, what: str) -> None:
        self.troubles.append(what)

    def show(self, view: View) -> None:
        """Not looked at here."""


class Evening:
    """A kitchen whose devices can be pulled, in virtual time."""

    def __init__(self, new_ear: Callable[[], FakeEar] = FakeEar) -> None:
        self.host = FakeHost()
        self.witness = FakeWitness()
        self.display = FakeDisplay()
        player = Player(16_000)
        self.card = LiveSoundCard(player, host=self.host, clock=lambda: self.host.now)
        mouth = Mouth(player, FakeSynthesiser(), at_once=True)
        self.talker = Talker(mouth, self.witness)
        self.kitchen = Kitchen(Cook().session, self.talker, FakeNotebook(), self.witness)
        self._loop = Loop(self.kitchen, new_ear, self.card, self.talker, mouth, self.display)
        self.card._open()

    def now(self) -> datetime:
        return FIVE_O_CLOCK + timedelta(seconds=self.host.now)

    def runs(self, seconds: float) -> None:
        self.host.run(seconds, self.card, self._listen)

    def _listen(self) -> None:
        for _ in range(6):  # a little more than sounds in a tick
            self._loop.once(self.now, 0)

    def said(self) -> list[str]:
        return [each.text for each in self.witness.seen if isinstance(each, WasSaid)]


def test_without_a_microphone_the_cook_is_told_aloud_within_two_seconds() -> None:
    evening = Evening()
    evening.runs(1)
    evening.kitchen.noticed(evening.now(), "Something long. " * 20)
    evening.host.there["input"] = False
    evening.runs(2)
    assert evening.said()[-1].startswith("I can't hear you: the microphone is gone.")
    assert np.abs(evening.host.played[-1]).max() > 0.1
    evening.host.there["input"] = True
    evening.runs(3)
    evening.runs(3)  # for what is still being said
    assert evening.said()[-1].startswith("I can hear you again.")


@pytest.mark.parametrize("pulled", [("output",), ("input", "output")])
def test_without_a_loudspeaker_it_is_shown_and_told_afterwards(pulled: tuple[Kind, ...]) -> None:
    evening = Evening()
    evening.runs(1)
    for kind in pulled:
        evening.host.there[kind] = False
    evening.runs(2)
    assert len(evening.display.troubles) == 1
    assert "plug it in" in evening.display.troubles[0]
    evening.kitchen.noticed(evening.now(), "The pork is done.")
    evening.runs(60)
    evening.host.there = {"input": True, "output": True}
    evening.witness.seen.clear()
    evening.host.played.clear()
    evening.runs(3)
    assert evening.said() == ["I can hear you again. I was deaf for 1 minute."]
    assert evening.display.troubles[-1] == ""


def test_a_freeze_is_told_even_if_the_device_can_be_opened() -> None:
    evening = Evening()
    evening.runs(1)
    evening.host.stalled = True
    evening.runs(2)
    assert len(evening.display.troubles) == 1


def test_a_command_begun_before_a_gap_is_not_gone_on_with() -> None:
    evening = Evening(lambda: FakeEar(understands=True))
    evening.runs(0.4)
    evening.host.stalled = True
    evening.runs(5)
    evening.host.stalled = False
    evening.runs(3.2)
    heard_at = [each.at for each in evening.witness.seen if isinstance(each, WasHeard)]
    assert len(heard_at) == 1
    back_at = next(each.at for each in evening.witness.seen if isinstance(each, WasSaid))
    assert heard_at[0] - back_at >= timedelta(seconds=0.25)


def test_a_goodbye_without_a_loudspeaker_is_not_waited_for() -> None:
    evening = Evening()
    evening.runs(1)
    evening.host.there["output"] = False
    evening.runs(2)
    evening.kitchen.noticed(evening.now(), "Goodbye, and enjoy!")
    evening.kitchen.leaving = True
    turns = iter(range(50))

    def another_turn() -> None:
        assert next(turns, None) is not None, "it waits for what nobody can hear"

    evening._loop.run(evening.now, another_turn)
    assert evening.talker.speaking
