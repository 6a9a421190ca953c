"""What the display shows of a session, and how it is drawn."""

import io
from dataclasses import replace
from datetime import timedelta

import pytest
from rich.console import Console

from tests.cook.driver import FIVE_O_CLOCK, Cook
from voicecook.commands.intents import Intent
from voicecook.cook.core.happenings import DidRing, Happening, WasCut, WasHeard, WasIgnored, WasSaid
from voicecook.screen.terminal import IGNORED_FOR, Terminal
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


def quiet_line(width: int, *heard: tuple[float, str, bool | None]) -> str:
    """The last line that was drawn inside the panel."""
    out = io.StringIO()
    console = Console(file=out, width=width, force_terminal=True, color_system=None)
    with Terminal(console) as screen:
        screen.note(WasIgnored(FIVE_O_CLOCK, "next [unk] week", "not for me"))
        for level_db, partial, attentive in heard:
            screen.listening(level_db, partial, attentive)
        screen.show(roasting(minutes=45))
    return [line for line in out.getvalue().splitlines() if line.startswith("│")][-1]


def test_the_quiet_line_shows_the_level_and_the_words() -> None:
    assert quiet_line(80, (-36, "how much [unk]", None)).startswith("│ ████░░░░  how much … ")
    assert quiet_line(80, (-96, "", True)).startswith('│ ░░░░░░░░  listening  "next')
    assert "waiting for the wake word" in quiet_line(80, (0, "", False))


def test_words_left_alone_flash_on_the_quiet_line_and_go_by_themselves() -> None:
    silence = (-96.0, "", None)
    assert quiet_line(80, silence).startswith('│ ░░░░░░░░  "next … week": not for me ')
    assert quiet_line(80, *[silence] * IGNORED_FOR).startswith("│ ░░░░░░░░    ")


def test_words_left_alone_do_not_scroll_on_a_terminal() -> None:
    out = io.StringIO()
    with Terminal(Console(file=out, width=80, force_terminal=True)) as screen:
        screen.note(WasIgnored(FIVE_O_CLOCK, "next week", "not for me"))
    assert "next week" not in out.getvalue()


@pytest.mark.parametrize("width", [20, 38, 80, 200])
def test_bars_and_the_quiet_line_never_wrap(width: int) -> None:
    assert len(quiet_line(width, (-20, "how much soy sauce " * 20, True))) == width
    out = io.StringIO()
    console = Console(file=out, width=width, force_terminal=True, color_system=None)
    with Terminal(console) as screen:
        screen.show(roasting(minutes=45))
    bars = [line for line in out.getvalue().splitlines() if "pork " in line and "░" in line]
    assert {len(line) for line in bars} == {width}


def test_trouble_stays_until_it_is_mended() -> None:
    out = io.StringIO()
    with Terminal(Console(file=out, width=80, force_terminal=True)) as screen:
        screen.trouble("the microphone is gone")
        screen.show(roasting(minutes=45))
        screen.show(roasting(minutes=45))
        screen.trouble("")
        assert out.getvalue().count("the microphone is gone") == 2
        screen.show(roasting(minutes=45))
    assert out.getvalue().count("the microphone is gone") == 2


def test_where_there_is_no_terminal_trouble_and_ignored_words_are_lines() -> None:
    out = io.StringIO()
    with Terminal(Console(file=out, width=80)) as screen:
        screen.trouble("the microphone is gone")
        screen.trouble("")
        screen.note(WasIgnored(FIVE_O_CLOCK, "next week", "not for me"))
    assert out.getvalue().splitlines()[0] == "(the microphone is gone)"
    assert "\x1b" not in out.getvalue()


def test_a_terminal_that_can_only_print_gets_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "dumb")
    assert drawn(True, roasting(minutes=45), roasting(minutes=45)).count("pork") == 1


@pytest.mark.parametrize("paints", [True, False])
def test_no_words_steer_the_terminal(paints: bool) -> None:
    out = io.StringIO()
    odd = "[/bold] \x1b[2J :pizza:"
    stood = roasting(minutes=45)
    timers = tuple(replace(timer, name=odd) for timer in stood.timers)
    console = Console(file=out, width=120, force_terminal=paints, color_system=None)
    with Terminal(console) as screen:
        for happening in (WasSaid(FIVE_O_CLOCK, odd), WasIgnored(FIVE_O_CLOCK, odd, "not for me")):
            screen.note(happening)
        screen.trouble(odd)
        screen.listening(-36, odd)
        screen.show(replace(stood, dish=odd, step=odd, timers=timers))
    assert out.getvalue().count("[/bold] \\x1b[2J :pizza:") >= 3
    assert "\x1b[2J" not in out.getvalue()
