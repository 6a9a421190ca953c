"""How soon an answer begins after a decision, and how soon the voice falls silent."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime

import numpy as np

from voicecook.bench.figures import Figure, Target, at_most, exactly, quantile
from voicecook.bench.lab import Lab
from voicecook.commands import Context
from voicecook.cook import NoWitness, Session
from voicecook.kitchen import FORESEEN, Kitchen, Talker
from voicecook.speaking import EspeakSynthesiser, Mouth, Player, Synthesiser

DEVICE_RATE = 48_000
BLOCK = 480
PATIENCE_S = 5.0
"""After so long without a sound, it hangs."""
QUESTIONS = (
    "repeat",
    "how long left",
    "what temperature",
    "what are the ingredients",
    "how much honey",
    "where am i",
    "when will it be ready",
    "what can i do in the meantime",
)
TALK = ("Pat the pork belly dry with kitchen paper.", "Score the skin in a criss-cross pattern.")


class NoNotebook:
    """A diary that keeps nothing."""

    def save(self, session: Session, at: datetime) -> None:
        """Not kept."""

    def beat(self, at: datetime) -> None:
        """Not noted."""

    def forget(self) -> None:
        """Nothing to forget."""


def first_sample(lab: Lab, steps: int = 100) -> Iterator[Figure]:
    """From a decision to the first sound of the answer, all through the recipe.

    At each step something is asked, then "next" said; what the app prepares ahead in between, it
    has had the time for, as it has while a step is read aloud.
    """
    taken: dict[str, list[float]] = {"next": [], "question": []}
    with closing(EspeakSynthesiser()) as voice:
        voice.render("Hello.")
        with closing(Mouth(Player(DEVICE_RATE), voice)) as mouth:
            counter = _Counter(lab, mouth, voice)
            for turn in range(min(steps, len(lab.recipe.steps) - 1)):
                taken["question"].append(counter.ask(QUESTIONS[turn % len(QUESTIONS)]))
                taken["next"].append(counter.ask("next"))
    both = [1000 * seconds for each in taken.values() for seconds in each]
    yield _answered("first_sample", "decision → first sample, p95", both, at_most(30))
    for key, what in (("next", 'of these, "next"'), ("question", "of these, questions")):
        yield _answered(f"first_sample_{key}", what, [1000 * each for each in taken[key]], None)


class _Counter:
    """Stands at the loudspeaker of a kitchen and times the first sound."""

    def __init__(self, lab: Lab, mouth: Mouth, voice: EspeakSynthesiser) -> None:
        self._lab = lab
        self._mouth = mouth
        self._voice = voice
        self._now = datetime.now().astimezone()
        self._kitchen = Kitchen(
            Session(lab.recipe), Talker(mouth, NoWitness()), NoNotebook(), NoWitness()
        )
        self._kitchen.open(self._now)

    def ask(self, text: str) -> float:
        """Seconds until something sounds."""
        self._get_ready()
        intents = self._lab.commands.heard(text, Context.COOKING)
        began = time.perf_counter()
        self._kitchen.heard(self._now, text, intents)
        while not self._mouth.player.next_block(BLOCK // 10).any():
            time.sleep(0.0002)
            if time.perf_counter() - began > PATIENCE_S:
                break
        return time.perf_counter() - began

    def _get_ready(self) -> None:
        """Let it prepare what it does, and be silent again."""
        for text in self._kitchen.foresee(FORESEEN, self._now):
            self._mouth.prepare(text)
        ready = -1
        while ready != self._voice.cached_bytes:
            ready = self._voice.cached_bytes
            time.sleep(0.15)
        self._mouth.hush()
        self._mouth.player.next_block(DEVICE_RATE)


@dataclass(frozen=True, slots=True)
class Stops:
    """What came of many interruptions."""

    silent_ms: list[float]
    """From each hush to the last sample that can be heard."""
    lost: int
    """Sentences that were not heard within 5 s of being said."""


def stops(voice: Synthesiser, times: int = 1000) -> Stops:
    """Hush the voice in the middle of a block at random moments of a sentence, then say another."""
    chance = random.Random(1)  # noqa: S311
    silent_ms, lost = [], 0
    with closing(Mouth(Player(DEVICE_RATE), voice)) as mouth:
        for turn in range(times):
            mouth.say(TALK[turn % 2])
            lost += not _sounds_within(mouth.player, PATIENCE_S)
            for _ in range(chance.randrange(1, 150)):
                mouth.player.next_block(BLOCK)
            silent_ms.append(_hush_ms(mouth, chance.randrange(BLOCK)))
    return Stops(silent_ms, lost)


def interruptions(lab: Lab, times: int = 1000) -> Iterator[Figure]:
    """How soon it is silent after a stop, and whether it goes on speaking afterwards."""
    found = stops(lab.synthesiser, times)
    yield Figure(
        "stop_p99",
        "stop → last sample, p99",
        "at the player",
        times,
        "stops",
        "ms",
        quantile(found.silent_ms, 0.99),
        target=at_most(50),
        note=f"longest {max(found.silent_ms):.1f} ms",
    )
    yield Figure(
        "stop_lost",
        "sentences lost or hanging after a stop",
        "at the player",
        times,
        "stops",
        "",
        exactly(found.lost),
        target=at_most(0),
    )


def _hush_ms(mouth: Mouth, played: int) -> float:
    """From a hush, `played` samples into a block, to the last sample that is not silence."""
    mouth.hush()
    after = np.flatnonzero(np.concatenate([mouth.player.next_block(BLOCK) for _ in range(3)]))
    return 1000 * (BLOCK - played + (after[-1] + 1 if len(after) else 0)) / DEVICE_RATE


def _sounds_within(player: Player, seconds: float) -> bool:
    began = time.perf_counter()
    while time.perf_counter() - began < seconds:
        if player.next_block(BLOCK).any():
            return True
        time.sleep(0.0002)
    return False


def _answered(key: str, what: str, taken_ms: list[float], target: Target | None) -> Figure:
    estimate = quantile(taken_ms, 0.95)
    return Figure(
        key, what, "at the player", len(taken_ms), "answers", "ms", estimate, target=target
    )  # fmt: skip
