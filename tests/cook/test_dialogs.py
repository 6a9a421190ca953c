"""Whole dialogs about timers: what is said turn by turn, and what runs then. See `dialogs.yaml`."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.cook.driver import ROAST, Cook
from voicecook.commands import Intent
from voicecook.cook.core.events import Heard

DIALOGS = yaml.safe_load(Path(__file__).with_name("dialogs.yaml").read_text("utf-8"))
SHINES = replace(ROAST.steps[3], done_when="It shines.")
RECIPE = replace(ROAST, steps=(*ROAST.steps[:3], SHINES, *ROAST.steps[4:]))


def test_there_are_dialogs_enough() -> None:
    assert sum(map(len, DIALOGS.values())) >= 80


@pytest.mark.parametrize("title", DIALOGS)
def test_the_dialog(title: str) -> None:
    cook = Cook(RECIPE)
    for turn in DIALOGS[title]:
        said = take(cook, turn)
        assert said == turn.get("said", said), turn
        assert cook.left() == pytest.approx(turn.get("timers", cook.left())), turn
        assert cook.session.position + 1 == turn.get("step", cook.session.position + 1), turn
        asked = cook.session.asked.what if cook.session.asked else ""
        assert asked == turn.get("asked", asked), turn


def take(cook: Cook, turn: dict[str, Any]) -> str:
    if "wait" in turn:
        return cook.waits(seconds=turn["wait"])
    if "unclear" in turn:
        return cook.take(Heard(cook.now, "mumble", likely=tuple(turn["unclear"])))
    if "doubt" in turn:
        [(name, slots)] = turn["doubt"].items()
        return cook.take(Heard(cook.now, "mumble", doubt=Intent(name, slots)))
    *first, last = turn["cook"] if isinstance(turn["cook"], list) else [turn["cook"]]
    intent = Intent(last, turn.get("slots", {}), turn.get("words", ""))
    return cook.take(Heard(cook.now, intent.words, (*map(Intent, first), intent)))
