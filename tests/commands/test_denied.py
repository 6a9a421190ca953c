"""What is denied, unfinished, reported or on a condition moves, changes and destroys nothing."""

from __future__ import annotations

from tests.commands.denied import denied_forms
from tests.commands.kitchen_words import pork_belly
from voicecook.commands.intents import Risk


def test_no_command_is_carried_out_in_a_form_that_forbids_it() -> None:
    commands = pork_belly()
    risks = commands.file.risks
    harmful = {name for name, risk in risks.items() if risk is not Risk.TELLS} - {"no"}
    forms = list(denied_forms(risks))
    assert len(forms) > 10_000
    acted = [
        (text, situation.context.value, names)
        for text, situation in forms
        if (names := {one.name for one in commands.understand(text, situation).intents} & harmful)
    ]
    assert acted == []
