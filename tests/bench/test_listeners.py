"""What counts as heard rightly, and the naive way beside the ear."""

from __future__ import annotations

import numpy as np
import pytest

from tests.hearing.conftest import Speak
from tests.hearing.phrasebook import KITCHEN
from voicecook.bench.listeners import Heard, OurEar, PlainVosk
from voicecook.commands.intents import Context, Intent
from voicecook.hearing.decisions import Decision, Ignored, Understood
from voicecook.hearing.recogniser import load_model
from voicecook.model.files import model_path

NEXT, STOP = (Intent("next"),), (Intent("stop_talking"),)


def acted(*intents: Intent) -> Understood:
    return Understood("next", intents, 0.5, 1.0, 1.1, "early")


@pytest.mark.parametrize(
    ("decisions", "right"),
    [
        ([acted(*NEXT)], True),
        ([], False),
        ([acted(*STOP)], False),
        ([acted(*NEXT), acted(*NEXT)], False),
        ([Ignored("the weather", "not a command", 1.0), acted(*NEXT)], True),
        ([Ignored("next", "not sure enough", 1.0)], False),
    ],
    ids=["once", "never", "another", "twice", "after other talk", "rejected"],
)
def test_a_command_must_be_acted_on_once_and_nothing_else(
    decisions: list[Decision], right: bool
) -> None:
    assert Heard(tuple(decisions)).is_just(NEXT) is right


@pytest.mark.sound
def test_what_was_rejected_but_means_something_counts_as_unjudged() -> None:
    ours = OurEar(KITCHEN, load_model(model_path()))
    heard = Heard((Ignored("next", "not sure enough", 1.0), Ignored("the the", "", 2.0)))
    assert ours.unjudged(heard, Context.COOKING) == [NEXT]
    yes = Heard((Ignored("yes", "nothing was asked", 1.0),))
    assert ours.unjudged(yes, Context.COOKING) == []


@pytest.mark.sound
def test_plain_vosk_waits_for_its_own_end_of_utterance(speak: Speak) -> None:
    audio = speak("go to the glaze")
    plain = PlainVosk(KITCHEN, model_path()).hear(audio, Context.COOKING)
    ours = OurEar(KITCHEN, load_model(model_path())).hear(audio, Context.COOKING)
    assert [each.text for each in plain.acted] == [each.text for each in ours.acted]
    assert plain.acted[0].decided_s > ours.acted[0].decided_s + 0.3


@pytest.mark.sound
def test_silence_is_nothing_to_either() -> None:
    quiet = np.zeros(32_000, np.int16)
    assert PlainVosk(KITCHEN, model_path()).hear(quiet, Context.COOKING).acted == []
    assert OurEar(KITCHEN, load_model(model_path())).hear(quiet, Context.COOKING).acted == []
