"""What came of a scenario as JSON, one object a line, as CONTRACT's `replay --json` has it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from voicecook.cook import DidRing, Happening, Stood, WasCut, WasHeard, WasIgnored, WasSaid
from voicecook.rehearsal.player import Result


def json_lines(result: Result) -> Iterator[str]:
    """The happenings in order, then whether it all held."""
    for happening in result.happenings:
        yield json.dumps(_as_json(happening))
    yield json.dumps(
        {
            "scenario": result.scenario.name,
            "passed": result.passed,
            "failures": result.failures,
        }
    )


def _as_json(happening: Happening) -> dict[str, Any]:
    at = {"at": happening.at.replace(tzinfo=None).isoformat(timespec="milliseconds")}
    match happening:
        case WasHeard(_, text, intents):
            return at | {"heard": text, "intents": [intent.as_json() for intent in intents]}
        case WasIgnored(_, text, reason):
            return at | {"ignored": text, "reason": reason}
        case WasSaid(_, text):
            return at | {"said": text}
        case WasCut(_, text):
            return at | {"cut": text}
        case DidRing(_, name):
            return at | {"alert": name}
        case Stood(_, step, mode, timers):
            left = {name: round(max(seconds, 0.0), 1) for name, seconds in timers.items()}
            return at | {"step": step, "mode": mode, "timers": left}
