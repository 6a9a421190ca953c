"""Sentence templates: what they can say, how they may begin, and what is wrong with a bad one."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.commands.kitchen_words import pork_belly, written
from voicecook.commands.commands import Commands
from voicecook.commands.first_words import ANYTHING
from voicecook.english import parse, ways
from voicecook.errors import UsageError

SAYS = {
    "stop": ["stop"],
    "(stop|halt) [now]": ["stop now", "stop", "halt now", "halt"],
    "light[s] on": ["lights on", "light on"],
    "go (on|(a|to the) head|)": ["go on", "go a head", "go to the head", "go"],
    "(please;now) stop": ["please now stop", "now please stop"],
    r"smile \(wide\)": ["smile (wide)"],
}
FILE = """
language: en
intents:
  Lamp:
    data:
      - sentences: {sentences}
        slots: {{kind: lamp}}
lists:
  room: {{values: [kitchen, {{in: "(hall|corridor)", out: hall}}]}}
  level: {{range: {{from: 0, to: 100, step: 5}}}}
expansion_rules:
  switch: (turn|switch)
  round: a <round>
"""


def lamp(folder: Path, *sentences: str) -> Commands:
    path = folder / "lamp.yaml"
    path.write_text(FILE.format(sentences=list(sentences)), "utf-8")
    return Commands.from_sentences_file(path)


@pytest.mark.parametrize(("template", "said"), SAYS.items())
def test_a_template_says(template: str, said: list[str]) -> None:
    assert [" ".join(way.split()) for way in ways(parse(template))] == said


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("switch on the corridor lamp", "Lamp(kind=lamp, room=hall)"),
        ("turn on the kitchen lamp", "Lamp(kind=lamp, room=kitchen)"),
        ("lamp to twenty five", "Lamp(kind=lamp, level=25)"),
        ("lamp to twenty four", ""),
        ("scene seven", "Lamp(kind=lamp, scene=7)"),
        ("scene twenty", ""),
        ("now please lamp", "Lamp(kind=lamp)"),
    ],
)
def test_a_sentence_of_a_file_is_heard(tmp_path: Path, said: str, meant: str) -> None:
    commands = lamp(
        tmp_path,
        "<switch> on the {room} lamp",
        "lamp to {level}",
        "scene {1..10:scene}",
        "(please;now) lamp",
    )
    assert written(commands.heard(said)) == meant
    if meant:
        assert commands.phrases()


@pytest.mark.parametrize(
    ("sentence", "complaint"),
    [
        ("turn (on", 'cannot be used: a "(" is never closed; add ")"'),
        ("turn on)", 'cannot be used: a ")" closes nothing'),
        ("turn {room", "check {} and <>"),
        ("<swich> on", "no rule <swich>"),
        ("<round>", "contains itself"),
        ("turn on {lamp}", "no list {lamp}"),
        ("[please]", "may be empty"),
        ("(a|b;c)", 'between ";"'),
        ("(a;b;c;d;e;f)", "at most 5"),
        ("(" * 99 + "a" + ")" * 99, "too many brackets"),
        ("(a|b|c|d) " * 400 + "(a;b;c;d;e) " * 30, "too many ways"),
    ],
)
def test_what_is_wrong_with_a_template_is_said(
    tmp_path: Path, sentence: str, complaint: str
) -> None:
    with pytest.raises(UsageError) as wrong:
        lamp(tmp_path, sentence)
    assert "Lamp" in str(wrong.value)
    assert complaint in str(wrong.value)


def test_how_a_template_begins_is_known_without_its_graph() -> None:
    for template in pork_belly().templates:
        words = {state.words[0] if state.words else ANYTHING for state in template.starts}
        told = template.first_words
        assert told == words or ANYTHING in told, template
