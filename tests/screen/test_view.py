"""What the display shows of a session, and how it is drawn."""

import io
from datetime import timedelta

import pytest
from rich.console import Console

from tests.cook.driver import FIVE_O_CLOCK, Cook
from voicecook.commands.intents import Intent
from voicecook.happenings import DidRing, Happening, WasCut, WasHeard, WasIgnored, WasSaid
from voicecook.screen.terminal import Terminal
from voicecook.screen.view import View, view


def roasting(minutes: float) -> View:
    cook = Cook().goes_to("roast")
    cook.says("yes")
    cook.waits(minutes=minutes)
    return view(cook.session, cook.now)


def drawn(terminal: bool, *shown: View) -> str:
    out = io.StringIO()
    console = Console(file=out, width=80, force_terminal=terminal, highlight=False)
    with Terminal(console) as screen:
        for each in shown:
            screen.show(each)
    return out.getvalue()


def test_a_view_says_where_we_are_and_what_the_timers_do() -> None:
    seen = roasting(minutes=45)
    assert (seen.dish, seen.place, seen.mode) == ("Little Roast", "Step 2 of 6", "cooking")
    assert seen.clock == f"{FIVE_O_CLOCK + timedelta(minutes=45):%H:%M:%S}"
    (pork,) = seen.timers
    assert (pork.name, pork.words, pork.share_done, pork.rings) == (
        "pork",
        "45 minutes left",
        0.5,
        False,
    )


def test_a_timer_that_is_up_or_held_says_so() -> None:
    (up,) = roasting(minutes=90).timers
    assert (up.words, up.rings, up.share_done) == ("time's up", True, 1.0)
    cook = Cook().goes_to("roast")
    cook.says("yes")
    cook.says("pause_timer")
    (held,) = view(cook.session, cook.now).timers
    assert held.words.startswith("on hold, ")


def test_on_a_terminal_the_step_and_half_a_bar_are_drawn() -> None:
    picture = drawn(True, roasting(minutes=45))
    assert "Put the pork in." in picture
    assert "████████████" in picture
    assert "Step 2 of 6" in picture


def test_in_a_file_bars_come_only_when_something_changed() -> None:
    half = roasting(minutes=45)
    assert drawn(False, half, half, half).count("pork") == 1


@pytest.mark.parametrize(
    ("happening", "line"),
    [
        (WasHeard(FIVE_O_CLOCK, "next please", (Intent("next"),)), "17:00:00  cook  next please"),
        (WasSaid(FIVE_O_CLOCK, "Step 2."), "17:00:00  app   Step 2."),
        (WasIgnored(FIVE_O_CLOCK, "next week", "not for me"), "(not for me: next week)"),
        (WasCut(FIVE_O_CLOCK, "Step 2."), "(interrupted)"),
        (DidRing(FIVE_O_CLOCK, "pork"), "ring  pork"),
    ],
)
def test_what_happens_is_one_line(happening: Happening, line: str) -> None:
    out = io.StringIO()
    Terminal(Console(file=out, width=80)).note(happening)
    assert line in out.getvalue()
