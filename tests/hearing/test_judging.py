"""What the judge does while nobody speaks, and how it knows the app's own voice."""

from __future__ import annotations

from typing import cast

import numpy as np
import pytest

from voicecook.commands.intents import Intent
from voicecook.hearing.acceptance import Reading
from voicecook.hearing.judging import PLAYED_BYTES, WARM_MOST, WARM_PIECE, WORN_S, Judge
from voicecook.hearing.recogniser import Hypothesis, SpeechModel
from voicecook.hearing.voice_activity import FRAME_S

from .fakes import A_WORD, FakeModel, as_bytes, room, spoken

REPEAT = (Intent("repeat"),)
REPEATED = Reading(Hypothesis("repeat", 1.0, 0.0, 0.2), REPEAT)
HALF_A_SECOND = round(0.5 / FRAME_S)
PIECES = -(-WARM_MOST // WARM_PIECE)


def means(text: str) -> tuple[Intent, ...]:
    return REPEAT if text == "repeat" else ()


@pytest.fixture
def model() -> FakeModel:
    return FakeModel()


@pytest.fixture
def judge(model: FakeModel) -> Judge:
    return Judge(cast(SpeechModel, model))


def judge_an_utterance(judge: Judge, seconds: float) -> Reading | None:
    judge.begin()
    audio = as_bytes([*room(round(seconds / FRAME_S)), *spoken("repeat")])
    return judge.choose([REPEATED], audio, 60.0, means)


def test_rest_changes_nothing_before_the_decoder_is_worn(judge: Judge, model: FakeModel) -> None:
    judge_an_utterance(judge, WORN_S / 2)
    judge.rest()
    assert len(model.english) == 1


def test_a_worn_decoder_is_replaced_and_warmed_up_piece_by_piece(
    judge: Judge, model: FakeModel
) -> None:
    judge_an_utterance(judge, WORN_S)
    judge.rest()
    assert len(model.english) == 2
    fresh, begun = model.english[1], model.english[1].finished
    heard = []
    for _ in range(PIECES + 3):
        judge.rest()
        heard.append(fresh.heard_s)
    steps = np.diff([0.0, *heard])
    assert steps[:PIECES].max() == pytest.approx(WARM_PIECE / 32_000)
    assert heard[-1] == pytest.approx(WARM_MOST / 32_000)
    assert not steps[PIECES:].any()
    assert (fresh.finished, len(fresh.had)) == (begun + 1, 0)


def test_an_utterance_in_the_midst_of_warming_up_is_judged_by_itself(
    judge: Judge, model: FakeModel
) -> None:
    judge.begin()
    last = [*spoken("weather"), *room(WARM_MOST // 640 - A_WORD)]
    judge.choose([REPEATED], as_bytes([*room(round(WORN_S / FRAME_S)), *last]), 60.0, means)
    judge.rest()
    judge.rest()
    assert model.english[1].partial() == "weather"
    assert judge_an_utterance(judge, 0.1) == REPEATED
    heard_s = model.english[1].heard_s
    judge.rest()
    assert model.english[1].heard_s == heard_s  # what was left of the old sound is forgotten


def test_it_speaks_until_half_a_second_after_its_last_sound(judge: Judge) -> None:
    assert not judge.speaking
    for frame in spoken("nice"):
        judge.played(frame)
    assert judge.speaking
    silent = room(HALF_A_SECOND, loudness=0)
    for frame in silent[1:]:
        judge.played(frame)
    assert judge.speaking
    judge.played(silent[0])
    assert not judge.speaking
    judge.played(spoken("nice")[0])
    assert judge.speaking


@pytest.mark.parametrize(
    ("played", "text", "itself"),
    [
        ("repeat", "repeat", True),
        ("weather is nice", "weather is", True),
        ("weather is nice", "repeat", False),
        ("", "repeat", False),
    ],
    ids=["its very words", "a part of its words", "other words", "it was silent"],
)
def test_words_that_the_loudspeaker_was_saying_are_its_own(
    judge: Judge, played: str, text: str, itself: bool
) -> None:
    frames = spoken(played) or room(10, loudness=0)
    for frame in frames:
        judge.played(frame)
    assert judge.said_itself(text, len(frames) * FRAME_S) is itself


def test_words_that_it_said_before_the_utterance_are_not_its_own(judge: Judge) -> None:
    for frame in [*spoken("repeat"), *room(HALF_A_SECOND, loudness=0), *spoken("nice")]:
        judge.played(frame)
    assert judge.said_itself("repeat", 1.0)
    assert not judge.said_itself("repeat", 0.2)


def test_what_it_played_long_ago_is_forgotten(judge: Judge) -> None:
    for frame in [*spoken("repeat"), *room(PLAYED_BYTES // 640, loudness=0)]:
        judge.played(frame)
    assert not judge.said_itself("repeat", 60.0)
    assert len(judge._played) == PLAYED_BYTES
