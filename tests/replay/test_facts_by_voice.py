"""Every fact of the pork belly, asked aloud by several voices and answered."""

from __future__ import annotations

import numpy as np
import pytest

from tests.cook.test_food_facts import COMMANDS, FACTS, cook_at, missing
from voicecook.cook.core.events import Heard
from voicecook.hearing.decisions import Understood
from voicecook.hearing.ear import Ear
from voicecook.kitchen.beginning import Equipment
from voicecook.rehearsal.air import as_loud_as_a_cook
from voicecook.sound.audio_files import to_pcm
from voicecook.speaking.mouth import resampled

pytestmark = pytest.mark.sound

VOICES = ("en-gb", "en-us", "en-us+f3", "en-gb-x-rp", "en-us+m3")
BLOCK = 640
ANSWERED = 104
"""Of the spoken questions, so many must be answered with their fact."""


def answered(index: int, ear: Ear, parts: Equipment) -> bool:
    fact = FACTS[index]
    voice = VOICES[index % len(VOICES)]
    sound = to_pcm(resampled(parts.voice.render(fact["ask"], voice=voice, rate=150), 16_000))
    sound = np.pad(as_loud_as_a_cook(sound), (8_000, 16_000))
    decisions = [
        decision
        for start in range(0, len(sound) // BLOCK * BLOCK, BLOCK)
        for decision in ear.feed(sound[start : start + BLOCK])
    ]
    cook = cook_at(fact)
    said = " ".join(
        cook.take(Heard(cook.now, one.text, one.intents))
        for one in decisions
        if isinstance(one, Understood)
    )
    return bool(said) and missing(fact, said) == []


def test_questions_asked_aloud_are_answered(parts: Equipment) -> None:
    ear = Ear(COMMANDS, parts.model)
    lost = [fact["ask"] for i, fact in enumerate(FACTS) if not answered(i, ear, parts)]
    assert len(FACTS) - len(lost) >= ANSWERED, f"{len(lost)} of {len(FACTS)} lost: {lost}"
