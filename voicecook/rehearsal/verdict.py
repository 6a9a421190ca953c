"""Whether what happened is what a scenario expected, and how to say so when it isn't."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from voicecook.cook import DidRing, Happening, Stood, WasHeard, WasIgnored, WasSaid
from voicecook.rehearsal.scenario import Expectation, Line
from voicecook.speaking import pronounce

TIMER_SLACK_S = 2.0


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one script line."""

    happenings: Sequence[Happening]
    stood: Stood
    timers: Mapping[str, float]
    """Seconds left when the line had done its work, before anything was said about it."""
    silent_after_ms: float | None = None
    """From the end of the cook's words to the app's silence; None if it was not talking."""


def failures(line: Line, outcome: Outcome) -> list[str]:
    """Every expectation of the line that does not hold, in words."""
    missed = list(_missed(line.expect, outcome))
    if missed:
        missed.append(_circumstances(outcome))
    return [f"line {line.number} ({line}): {words}" for words in missed]


def _missed(expect: Expectation, outcome: Outcome) -> Iterator[str]:
    if expect.step not in (None, outcome.stood.step):
        yield f"expected step {expect.step}, is at step {outcome.stood.step}"
    if expect.mode not in (None, outcome.stood.mode):
        yield f"expected to be {expect.mode}, is {outcome.stood.mode}"
    yield from _missed_words(expect, outcome)
    heard = [one for one in outcome.happenings if isinstance(one, WasHeard)]
    intents = [intent.name for one in heard for intent in one.intents]
    if expect.intents is not None and intents != list(expect.intents):
        yield f"expected intents {list(expect.intents)}, were {intents}"
    rang = sorted({one.name for one in outcome.happenings if isinstance(one, DidRing)})
    if expect.alerts is not None and rang != sorted(set(expect.alerts)):
        yield f"expected alerts {sorted(set(expect.alerts))}, rang {rang}"
    yield from _missed_timers(expect, outcome.timers)
    yield from _missed_silence(expect, outcome.silent_after_ms)


def _missed_words(expect: Expectation, outcome: Outcome) -> Iterator[str]:
    said = [one.text for one in outcome.happenings if isinstance(one, WasSaid)]
    for phrase in expect.says:
        if not spoken(phrase, said):
            yield f'expected to hear "{phrase}"'
    for phrase in expect.not_says:
        if spoken(phrase, said):
            yield f'did not expect to hear "{phrase}"'


def _missed_timers(expect: Expectation, timers: Mapping[str, float]) -> Iterator[str]:
    running = {name: left for name, left in timers.items() if left > 0}
    if expect.timers == {} and running:
        yield f"expected no timers, running {_rounded(running)}"
    for name, left in (expect.timers or {}).items():
        if abs(running.get(name, -1e9) - left) > TIMER_SLACK_S:
            yield f"expected {name} to have {left:.0f} s left, running {_rounded(running)}"


def _missed_silence(expect: Expectation, silent_after_ms: float | None) -> Iterator[str]:
    if expect.silent_within_ms is None:
        return
    if silent_after_ms is None:
        yield f"expected silence within {expect.silent_within_ms:.0f} ms, was not talking at all"
    elif silent_after_ms > expect.silent_within_ms:
        yield (
            f"expected silence within {expect.silent_within_ms:.0f} ms, "
            f"took {silent_after_ms:.0f} ms"
        )


def spoken(phrase: str, said: Sequence[str]) -> bool:
    """Whether the phrase is in what was said: case, punctuation and how figures are put aside."""
    text = " ".join(said)
    return _words(phrase) in _words(text) or _words(pronounce(phrase)) in _words(pronounce(text))


def _words(text: str) -> str:
    words = re.findall(r"[^\W_]+", text.casefold().replace("'", ""))
    return f" {' '.join(words)} "


def _circumstances(outcome: Outcome) -> str:
    heard = [one.text for one in outcome.happenings if isinstance(one, WasHeard)]
    ignored = [f"{o.text} ({o.reason})" for o in outcome.happenings if isinstance(o, WasIgnored)]
    said = [one.text for one in outcome.happenings if isinstance(one, WasSaid)]
    return f"heard {heard}, ignored {ignored}, said {said}, running {_rounded(outcome.timers)}"


def _rounded(timers: Mapping[str, float]) -> dict[str, int]:
    return {name: round(left) for name, left in timers.items()}
