"""What listening costs: processor and memory."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from voicecook.bench.figures import Figure, at_most, exactly, mean, quantile
from voicecook.bench.lab import Lab
from voicecook.bench.sounds import fan, hiss
from voicecook.commands import Context
from voicecook.hearing import Ear
from voicecook.sound import BLOCK, HEARING_RATE, Pcm

STRETCHES = 4
WARM_S = 5.0
"""How much is heard before counting begins: the room's noise is learnt, all is loaded."""
MOST_MB = 230.0
SCENARIO = """
recipe: honey-glazed-pork-belly
start: 2026-11-22 17:00:00
script:
  - say: next
  - say: how much honey
  - say: the neighbours are coming round at seven
  - say: what are the ingredients
  - say: set a timer for ten minutes
  - over: stop
  - wait: 11 min
  - say: okay
  - say: where am i
"""


def processor(lab: Lab, seconds: float) -> Iterator[Figure]:
    """The ear in silence, beside a fan and in continuous talk, for so many seconds each."""
    for key, what, sound, limit in (
        ("cpu_silence", "listening to silence, share of one core", hiss, 0.005),
        ("cpu_fan", "listening to a steady fan, share of one core", fan, 0.01),
        ("cpu_speech", "listening to talk, share of one core", lambda s: talking(lab, s), 0.05),
    ):
        audio = sound(seconds + WARM_S)
        yield Figure(
            key,
            what,
            "the ear",
            seconds,
            "seconds",
            "of a core",
            mean(_shares(audio, _our_ear(lab))),
            mean(_shares(audio, lab.plain.feed)),
            at_most(limit),
        )


def talking(lab: Lab, seconds: float, turn: int = 0) -> Pcm:
    """Talk that is not for the app, one voice after the other, for so long."""
    parts: list[Pcm] = []
    while sum(map(len, parts)) < seconds * HEARING_RATE:
        text = lab.said["talk"][turn % len(lab.said["talk"])]
        parts += [lab.voices.say(text, turn), hiss(0.4, -75.0)]
        turn += 1
    return np.concatenate(parts)[: int(seconds * HEARING_RATE)]


def understanding(lab: Lab, most: int = 300) -> Iterator[Figure]:
    """How long it takes to tell what a sentence means."""
    phrases = lab.commands.phrases(Context.COOKING)
    taken = []
    for text in phrases[:: max(1, len(phrases) // most)]:
        began = time.perf_counter()
        lab.commands.heard(text, Context.COOKING)
        taken.append(1000 * (time.perf_counter() - began))
    for key, p in (("median", 0.5), ("p95", 0.95)):
        yield Figure(
            f"understanding_{key}",
            f"telling what a sentence means, {key}",
            "phrases",
            len(taken),
            "phrases",
            "ms",
            quantile(taken, p),
        )


def memory(_: Lab) -> Iterator[Figure]:
    """The whole app, voice and all, at its largest in a scripted session."""
    with TemporaryDirectory() as folder:
        scenario = Path(folder) / "session.yaml"
        scenario.write_text(SCENARIO, encoding="utf-8")
        most = peak_mb([sys.executable, "-m", "voicecook", "replay", str(scenario)])
    yield Figure(
        "memory",
        "memory of the whole app at its most",
        "a scripted session",
        1,
        "run",
        "MB",
        exactly(most),
        target=at_most(MOST_MB),
    )


def peak_mb(command: list[str]) -> float:
    """The most resident memory of a command and its children together while it runs, MB."""
    app = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    most = 0.0
    while app.poll() is None:
        most = max(most, family_mb(app.pid))
        time.sleep(0.02)
    return most


def family_mb(pid: int) -> float:
    """Resident memory of a process and its children, MB (Linux)."""
    return sum(_resident_mb(one) for one in (pid, *_children(pid)))


def _resident_mb(pid: int) -> float:
    try:
        status = Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
    except OSError:  # it has just ended
        return 0.0
    sizes = [line.split()[1] for line in status.splitlines() if line.startswith("VmRSS")]
    return int(sizes[0]) / 1000 if sizes else 0.0


def _children(pid: int) -> list[int]:
    try:
        lists = [file.read_text() for file in Path(f"/proc/{pid}/task").glob("*/children")]
    except OSError:
        return []
    return [int(child) for found in lists for child in found.split()]


def _our_ear(lab: Lab) -> Callable[[Pcm], object]:
    return Ear(lab.commands, lab.ours.model).feed


def _shares(audio: Pcm, feed: Callable[[Pcm], object]) -> list[float]:
    """Processor time a second of sound, in each of a few stretches."""
    warm = int(WARM_S * HEARING_RATE)
    _feed(audio[:warm], feed)
    return [_feed(each, feed) for each in np.array_split(audio[warm:], STRETCHES)]


def _feed(audio: Pcm, feed: Callable[[Pcm], object]) -> float:
    began = time.process_time()
    for at in range(0, len(audio), BLOCK):
        feed(audio[at : at + BLOCK])
    return (time.process_time() - began) / (len(audio) / HEARING_RATE)
