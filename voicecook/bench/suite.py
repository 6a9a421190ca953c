"""What is measured, in which order, and by which process.

A task is a measurement with its particulars, so that it can be handed to another process. Each
begins with ears that have heard nothing, so that the figures do not depend on who does what.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context

from voicecook.bench import answering, cost, own_voice, promptness, recorded, talk, words
from voicecook.bench.corpus import HALVES
from voicecook.bench.figures import Figure
from voicecook.bench.lab import Lab, Setting, opened

Task = Callable[[Lab], Iterator[Figure]]
SHORT_S, LONG_S = 12.0, 60.0
"""How much is heard to measure the processor."""


def for_a_machine() -> list[Task]:
    """What any machine can measure by itself, in a minute or two."""
    folder = recorded.found()
    return [
        *([partial(recorded.recordings, folder=folder, most=12)] if folder else []),
        partial(promptness.commands, most=16),
        partial(promptness.traps, voices=1, gaps_s=(0.2,)),
        partial(talk.synthetic, seconds=30),
        partial(own_voice.aloud, echo_db=0, steps=4),
        partial(own_voice.interrupted, echo_db=0, onsets=1, voices=4),
    ]


def in_depth(every: int, with_recordings: bool) -> list[Task]:
    """All that is heard: real speakers where there are recordings, synthetic ones at length."""
    most = max(25, 100 // every)
    onsets = max(1, 3 // every)
    steps = None if every == 1 else 5
    return [
        *(_of_halves() if with_recordings else []),
        partial(promptness.commands, most=most),
        partial(promptness.traps, voices=2),
        *(partial(own_voice.interrupted, echo_db=db, onsets=onsets) for db in own_voice.TARGETS),
        *(partial(own_voice.aloud, echo_db=db, steps=steps) for db in own_voice.ECHOES_DB),
    ]


def of_other_commands(with_recordings: bool) -> list[Task]:
    """How the ear does with another set of commands."""
    recorded = _of_halves() if with_recordings else []
    return [*recorded, partial(promptness.commands, most=40)]


def costs(seconds: float) -> list[Task]:
    """Time and memory, which must be measured with nothing else going on."""
    return [
        answering.first_sample,
        answering.interruptions,
        partial(cost.processor, seconds=seconds),
        cost.understanding,
        cost.memory,
    ]


def measure(setting: Setting, tasks: Sequence[Task], processes: int = 1) -> Iterator[Figure]:
    """The figures in order, each as soon as it and all before it are known."""
    if processes == 1:
        for task in tasks:
            yield from _done(setting, task)
        return
    pool = ProcessPoolExecutor(processes, get_context("spawn"))
    try:
        for found in [pool.submit(_done, setting, task) for task in tasks]:
            yield from found.result()
    finally:  # after a mistake, the rest need not be waited for
        pool.shutdown(cancel_futures=True)


def _of_halves() -> list[Task]:
    """What needs other people's recordings, the two halves apart."""
    tasks = (words.commands, words.no_commands, talk.recorded)
    return [partial(task, half=half) for task in tasks for half in HALVES]


def _done(setting: Setting, task: Task) -> list[Figure]:
    with opened(setting) as lab:
        return list(task(lab))
