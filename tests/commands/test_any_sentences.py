"""Sentence files that are not ours: hassil's format, with the mistakes people make in it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
import yaml

from voicecook.commands.commands import Commands, vocabulary
from voicecook.commands.intents import Intent
from voicecook.errors import UsageError

MISTAKES = yaml.safe_load(Path(__file__).with_name("mistakes.yaml").read_text())
HOME = """
language: en
intents:
  TurnOn:
    data:
      - sentences:
          - "Turn on [the] <light> [in [the] {area}]!"
        slots: {domain: light}
        expansion_rules: {light: (light|lights|lamp)}
  SetLevel:
    data:
      - sentences: ["set [the] {area} {what} to {level}[ percent]"]
        lists:
          what: {values: [brightness, volume]}
lists:
  area:
    values:
      - Kitchen
      - {in: (living room|lounge), out: living_room}
  level: {range: {from: 0, to: 200}}
"""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    (tmp_path / "home.yaml").write_text(HOME)
    return tmp_path / "home.yaml"


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("turn on the lights", Intent("TurnOn", {"domain": "light"})),
        (
            "turn on the lamp in the lounge",
            Intent("TurnOn", {"domain": "light", "area": "living_room"}),
        ),
        (
            "set the kitchen volume to seventy five percent",
            Intent("SetLevel", {"area": "Kitchen", "what": "volume", "level": 75}),
        ),
        (
            "set living room brightness to one hundred and twenty",
            Intent("SetLevel", {"area": "living_room", "what": "brightness", "level": 120}),
        ),
    ],
)
def test_lists_ranges_and_rules_fill_slots(home: Path, text: str, intent: Intent) -> None:
    assert Commands.from_sentences_file(home).heard(text) == (intent,)


def test_every_word_and_number_is_listened_for(home: Path) -> None:
    phrases = Commands.from_sentences_file(home).phrases()
    assert all(phrase == phrase.lower() for phrase in phrases)
    assert vocabulary(phrases) >= {"turn", "kitchen", "lounge", "zero", "ninety", "hundred"}
    assert "!" not in "".join(phrases)


def test_a_sentence_with_a_word_that_cannot_be_heard_takes_no_other_with_it(home: Path) -> None:
    commands = Commands.from_sentences_file(home, is_word=lambda word: word != "lounge")
    assert "lounge" not in vocabulary(commands.phrases())
    assert "living" in vocabulary(commands.phrases())


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: str(mistake["told"])[15:60])
def test_a_mistake_is_told_with_its_line(mistake: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "sentences.yaml").write_text(mistake["file"])
    with pytest.raises(UsageError) as told:
        Commands.from_sentences_file(tmp_path / "sentences.yaml")
    assert str(told.value).removeprefix(f"{tmp_path}/").startswith(mistake["told"])


def test_what_is_no_file_is_neither_read_nor_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.yaml")
    for path in (tmp_path / "pipe.yaml", Path("/dev/zero")):
        with pytest.raises(UsageError, match="is not a file"):
            Commands.from_sentences_file(path)
