"""A whole cook from recordings, shown as it goes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path

from voicecook.cook import DidRing, Session, WasHeard
from voicecook.errors import MissingError
from voicecook.kitchen import equipment
from voicecook.printable import printable
from voicecook.rehearsal.player import Result, replay
from voicecook.rehearsal.scenario import load_scenario
from voicecook.rehearsal.tape import Tape
from voicecook.rehearsal.virtual import Watcher
from voicecook.screen import Terminal, view
from voicecook.sound import HEARING_RATE, Pcm, portaudio

QUESTIONS = frozenset(
    [
        "ask",
        "temperature",
        "ingredient_amount",
        "how_long_left",
        "finish_time",
        "substitute",
        "step_duration",
        "is_it_done",
        "tools",
        "meanwhile",
        "where_am_i",
        "count_ingredients",
    ]
)


def run_demo(script: Path, wav: Path, real_time: bool) -> int:
    """Play the demo; returns the exit code."""
    if not script.is_file():
        raise MissingError(f"the demo's recordings are not here ({script}); run it from a clone")
    tape = Tape()
    with suppress(OSError):
        wav.parent.mkdir(parents=True, exist_ok=True)
    tape.require_place(wav)
    print("One whole cook, from the first word to the last: recordings into the real recogniser,")
    print("answers through the real voice. Quiet stretches are skipped.\n")
    with equipment() as made, _loudspeaker(real_time) as play, Terminal() as screen:
        audience = _Audience(tape, screen, play)
        result = replay(load_scenario(script), made, screen, audience)
    tape.save(wav)
    _sum_up(result, wav)
    return 0 if result.passed else 1


class _Audience(Watcher):
    """Records both sides, shows how things stand, and may listen along."""

    def __init__(self, tape: Tape, screen: Terminal, play: Callable[[Pcm], None]) -> None:
        self._tape = tape
        self._screen = screen
        self._play = play

    def hear(self, block: Pcm) -> None:
        """Onto the tape, and to the loudspeaker if there is one."""
        self._tape.hear(block)
        self._play(block)

    def look(self, session: Session, at: datetime) -> None:
        """Draw it."""
        self._screen.show(view(session, at))


def _sum_up(result: Result, wav: Path) -> None:
    questions = sum(
        intent.name in QUESTIONS
        for one in result.happenings
        if isinstance(one, WasHeard)
        for intent in one.intents
    )
    rang = sorted({one.name for one in result.happenings if isinstance(one, DidRing)})
    print(f"\n{questions} questions answered; timers that rang: {printable(', '.join(rang))}.")
    print(f"Listen to both sides: {printable(str(wav))}")
    for failure in result.failures:
        print(f"not as expected: {printable(failure)}")


@contextmanager
def _loudspeaker(real_time: bool) -> Iterator[Callable[[Pcm], None]]:
    """Something to give each block to: the loudspeaker, which sets the pace, or nothing."""
    if not real_time:
        yield lambda block: None
        return
    sounddevice = portaudio()
    try:
        stream = sounddevice.OutputStream(samplerate=HEARING_RATE, channels=1, dtype="int16")
    except Exception as error:
        raise MissingError(f"no loudspeaker to listen along on ({error}); plug one in") from None
    with stream:
        yield stream.write
