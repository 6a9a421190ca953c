"""Recordings of what was heard: only as many and as old as was said."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from pathlib import Path

import numpy as np
import pytest
import soundfile

from tests.cook.driver import FIVE_O_CLOCK
from voicecook.commands.intents import Intent
from voicecook.errors import UsageError
from voicecook.hearing.decisions import Ignored, Understood
from voicecook.kitchen import kept_audio
from voicecook.kitchen.kept_audio import Keeper
from voicecook.sound import HEARING_RATE

NEXT = Understood("next", (Intent("next"),), 10.0, 10.4, 10.5, "early")
CHAT = Ignored("next week", "not for me", 20.0)


class Clock:
    now = FIVE_O_CLOCK

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now


def after(seconds: float, keeper: Keeper) -> Keeper:
    """The keeper once it has heard so many seconds, each of its own loudness."""
    for second in range(int(seconds)):
        for _ in range(50):
            keeper.hear(np.full(320, second, np.int16))
    return keeper


def test_a_command_is_kept_with_what_it_was_taken_for(tmp_path: Path) -> None:
    after(30, Keeper(tmp_path / "new" / "mine", Clock())).keep(NEXT)
    (sound,) = (tmp_path / "new" / "mine").glob("*.flac")
    samples, rate = soundfile.read(sound, dtype="int16")
    assert rate == HEARING_RATE
    assert len(samples) == HEARING_RATE  # half a second before it, and it
    assert set(samples) == {29}
    about = json.loads(sound.with_suffix(".json").read_text())
    assert about["text"] == "next"
    assert about["intents"] == [{"name": "next", "slots": {}}]
    assert about["at"].startswith("2026-11-22T17:00")


def test_what_was_left_alone_is_kept_with_the_reason(tmp_path: Path) -> None:
    after(30, Keeper(tmp_path, Clock())).keep(CHAT)
    (about,) = tmp_path.glob("*.json")
    assert json.loads(about.read_text())["reason"] == "not for me"


def test_the_memory_is_ten_seconds(tmp_path: Path) -> None:
    keeper = after(100, Keeper(tmp_path, Clock()))
    assert sum(map(len, keeper._recent)) == 10 * HEARING_RATE


def test_the_oldest_go_when_there_are_too_many(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept_audio, "MOST_FILES", 3)
    keeper = after(2, Keeper(tmp_path, Clock()))
    for _ in range(5):
        keeper.keep(NEXT)
    kept = sorted(tmp_path.iterdir())
    assert len(kept) == 6
    assert kept[0].name > "heard-20261122-170004"


def test_none_is_kept_for_longer_than_a_month(tmp_path: Path) -> None:
    for name in ("heard-20261001-120000-000000", "heard-20261120-120000-000000"):
        (tmp_path / f"{name}.flac").touch()
        (tmp_path / f"{name}.json").touch()
    (tmp_path / "holiday.flac").touch()
    Keeper(tmp_path, Clock())
    assert sorted(file.name for file in tmp_path.iterdir()) == [
        "heard-20261120-120000-000000.flac", "heard-20261120-120000-000000.json", "holiday.flac",
    ]  # fmt: skip


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(UsageError, match="choose another with --keep-audio"):
        Keeper(tmp_path / "file" / "in", Clock())
