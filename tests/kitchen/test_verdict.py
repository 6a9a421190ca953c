"""What a failed expectation says, and what counts as held."""

from datetime import UTC, datetime

import pytest

from voicecook.commands.intents import Intent
from voicecook.cook.core.happenings import DidRing, Stood, WasHeard, WasIgnored, WasSaid
from voicecook.rehearsal.scenario import Expectation, Line
from voicecook.rehearsal.verdict import Outcome, failures

NOW = datetime(2026, 11, 22, 17, tzinfo=UTC)
HAPPENED = (
    WasHeard(NOW, "next", (Intent("next"),)),
    WasSaid(NOW, "Step 2. Heat it to 220°C, then wait."),
    DidRing(NOW, "pork"),
    WasIgnored(NOW, "purple", "not for me"),
)
TIMERS = {"glaze": 119.0, "pork": 0.0}
OUTCOME = Outcome(HAPPENED, Stood(NOW, 2, "cooking", TIMERS), TIMERS, 80.0)


@pytest.mark.parametrize(
    "expect",
    [
        Expectation(),
        Expectation(step=2, mode="cooking", intents=("next",), alerts=("pork",)),
        Expectation(
            says=("heat it to 220 degrees celsius", "STEP 2", "to 220 °C then"), not_says=("wai",)
        ),
        Expectation(timers={"glaze": 120.0}, silent_within_ms=100),
    ],
)
def test_these_hold(expect: Expectation) -> None:
    assert failures(Line(7, "say", "next", expect=expect), OUTCOME) == []


@pytest.mark.parametrize(
    ("expect", "told"),
    [
        (Expectation(step=3), "expected step 3, is at step 2"),
        (Expectation(mode="paused"), "expected to be paused, is cooking"),
        (Expectation(says=("pat the pork",)), 'expected to hear "pat the pork"'),
        (Expectation(not_says=("then wait",)), 'did not expect to hear "then wait"'),
        (Expectation(intents=()), "expected intents [], were ['next']"),
        (Expectation(alerts=()), "expected alerts [], rang ['pork']"),
        (Expectation(timers={}), "expected no timers, running {'glaze': 119}"),
        (Expectation(timers={"glaze": 60.0}), "expected glaze to have 60 s left"),
        (Expectation(timers={"rice": 60.0}), "expected rice to have 60 s left"),
        (Expectation(silent_within_ms=50), "took 80 ms"),
    ],
)
def test_these_do_not_and_say_why(expect: Expectation, told: str) -> None:
    first, circumstances = failures(Line(7, "say", "next", expect=expect), OUTCOME)
    assert first.startswith("line 7 (say next): ")
    assert told in first
    assert "heard ['next'], ignored ['purple (not for me)'], said ['Step 2." in circumstances
