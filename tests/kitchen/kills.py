"""A cook whose process is killed at any moment, again and again, and who keeps count.

What the process has answered is acknowledged: after every kill the diary must hold all of it. What
was typed and not answered yet may be in it or not.
"""

from __future__ import annotations

import contextlib
import os
import queue
import random
import resource
import signal
import subprocess
import sys
import threading
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from subprocess import PIPE
from typing import IO

from voicecook.cli import main
from voicecook.commands.commands import Commands
from voicecook.cook.core.session import Session
from voicecook.kitchen.diary import Diary
from voicecook.kitchen.kitchen import DISK_TROUBLE, DISK_WORKS
from voicecook.recipe.load import load_recipe

RECIPE = Path(__file__).parents[2] / "recipes" / "honey-glazed-pork-belly.yaml"
COOK = [sys.executable, "-m", "voicecook", "cook", str(RECIPE), "--typed", "--state"]
NAMES = ("rice", "beans", "eggs", "bread", "soup", "pasta", "potatoes", "vegetables", "tea", "fish")
LONGEST_ANSWER_S = 600.0
"""A machine may be very busy; a cook that hangs is found all the same."""


class DiedError(Exception):
    """The process is gone."""


@dataclass(frozen=True, slots=True)
class Pipes:
    """A child process and what leads to and from it."""

    pid: int
    keyboard: IO[str]
    printed: IO[str]
    trouble: IO[str]


def started(state: Path) -> Pipes:
    """A cook from scratch."""
    child = subprocess.Popen([*COOK, str(state)], stdin=PIPE, stdout=PIPE, stderr=PIPE, text=True)
    assert child.stdin
    assert child.stdout
    assert child.stderr
    child.returncode = 0  # we wait for it ourselves
    return Pipes(child.pid, child.stdin, child.stdout, child.stderr)


def forked(state: Path) -> Pipes:
    """The same cook in a process that need not read the program first: many times quicker."""
    keyboard, printed, trouble = os.pipe(), os.pipe(), os.pipe()
    pid = os.fork()
    if pid == 0:
        os.dup2(keyboard[0], 0)
        os.dup2(printed[1], 1)
        os.dup2(trouble[1], 2)
        os.closerange(3, 1000)
        sys.stdin, sys.stdout, sys.stderr = open(0), open(1, "w"), open(2, "w")  # noqa: SIM115
        os._exit(main([*COOK[3:], str(state)]))
    for ours in (keyboard[0], printed[1], trouble[1]):
        os.close(ours)
    return Pipes(pid, os.fdopen(keyboard[1], "w"), os.fdopen(printed[0]), os.fdopen(trouble[0]))


class Process:
    """`voicecook cook --typed`, fed through a pipe."""

    def __init__(self, pipes: Pipes) -> None:
        self.alerts: list[str] = []
        self._pipes = pipes
        self._answers: queue.Queue[str | None] = queue.Queue()
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self) -> None:
        for line in self._pipes.printed:
            if line.startswith("! "):
                self.alerts.append(line[2:].strip())
            else:
                self._answers.put(line.strip())
        self._answers.put(None)

    def answer(self) -> str:
        """The next thing it says by way of answer. Raises DiedError."""
        said = self._answers.get(timeout=LONGEST_ANSWER_S)
        if said is None:
            self._answers.put(None)
            raise DiedError
        return said

    def told(self, command: str) -> str:
        """What it answers to this command. Raises DiedError."""
        try:
            self._pipes.keyboard.write(f"{command}\n")
            self._pipes.keyboard.flush()
        except OSError:
            raise DiedError from None
        return self.answer()

    def limit_files(self, size: int) -> None:
        """Let it write no file longer than this: a disk that is full, for this process alone."""
        _, most = resource.prlimit(self._pipes.pid, resource.RLIMIT_FSIZE)
        resource.prlimit(self._pipes.pid, resource.RLIMIT_FSIZE, (size, most))

    def kill_after(self, seconds: float) -> None:
        """SIGKILL that much later, whatever it is doing: no goodbye."""
        threading.Timer(seconds, os.kill, (self._pipes.pid, signal.SIGKILL)).start()

    def end(self) -> str:
        """Wait for it to be gone; returns what it said on standard error."""
        trouble = self._pipes.trouble.read()
        os.waitpid(self._pipes.pid, 0)
        self._reader.join()
        for pipe in (self._pipes.printed, self._pipes.trouble):
            pipe.close()
        with contextlib.suppress(OSError):
            self._pipes.keyboard.close()
        return trouble


def cpu_s(pid: int) -> float:
    """What a process has used of the processor so far."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True, slots=True)
class Order:
    """One command and what it must come to."""

    words: str
    step: int | None = None
    """The step it goes to (1-based)."""
    timer: str = ""
    length: timedelta | None = None
    """For a new timer; None to take the timer off."""


@dataclass
class Known:
    """What the cook has been told holds."""

    step: int = 1
    timers: dict[str, tuple[datetime, datetime]] = field(default_factory=dict)
    """Each timer's due time, between when it was asked for and when that was answered."""

    def acknowledge(self, order: Order, asked: datetime, answered: datetime) -> None:
        """The process has answered."""
        self.step = order.step or self.step
        if order.timer and order.length:
            self.timers[order.timer] = asked + order.length, answered + order.length
        elif order.timer:
            self.timers.pop(order.timer, None)

    def wrong(self, session: Session, open_order: Order | None, told: list[str]) -> list[str]:
        """What of it a session has lost, in words."""
        steps = {self.step, open_order.step if open_order else None}
        found = [] if session.position + 1 in steps else [f"step {session.position + 1}: {steps}"]
        kept = {timer.name: timer for timer in session.timers}
        rung = {alert.name for alert in session.rung}
        may_differ = open_order.timer if open_order else ""
        for name, (earliest, latest) in self.timers.items():
            if name in kept and kept[name].rang is None:
                slack = timedelta(seconds=0.1)
                if not earliest - slack <= kept[name].due <= latest + slack:
                    found.append(f"{name} is due {kept[name].due}, not {earliest} to {latest}")
            elif name not in kept and name != may_differ and name not in rung:
                found.append(f"{name} is lost")
            elif name not in kept and name != may_differ and not any(name in one for one in told):
                found.append(f"{name} rang and nobody was told")
        strange = set(kept) - set(self.timers) - {may_differ}
        return found + [f"{name} was never asked for" for name in strange]


@dataclass
class Tally:
    """What came of many kills."""

    kills: int = 0
    orders: int = 0
    """Commands that were answered."""
    while_starting: int = 0
    ready_s: list[float] = field(default_factory=list)
    """From starting a process from scratch to its answer to a first command."""
    ready_cpu_s: list[float] = field(default_factory=list)
    """What of that the processor was busy with it."""
    wrong: list[str] = field(default_factory=list)


class Torture:
    """Kills one cook after the other over the same diary."""

    def __init__(self, state: Path, seed: int) -> None:
        self.state = state
        self.tally = Tally()
        self._known = Known()
        self._dice = random.Random(seed)
        self._recipe = load_recipe(RECIPE)
        Commands.for_recipe(self._recipe).understand("next")  # what is forked need not learn it
        self._told: list[str] = []

    def once(self, from_scratch: bool) -> None:
        """Start, cook, and be killed."""
        begun = time.monotonic()
        pipes = started(self.state) if from_scratch else forked(self.state)
        process = Process(pipes)
        early = self._dice.random() < 0.1
        if early:
            process.kill_after(self._dice.uniform(0, 0.8 if from_scratch else 0.05))
        try:
            self._told.append(process.answer())
            process.told("where am i")
            if from_scratch:
                self.tally.ready_s.append(time.monotonic() - begun)
                self.tally.ready_cpu_s.append(cpu_s(pipes.pid))
        except (DiedError, OSError):
            pass
        if not early:
            process.kill_after(self._dice.uniform(0, 0.3))
        open_order = self._cook(process)
        trouble = process.end()
        self.tally.kills += 1
        self.tally.while_starting += early
        self._told += process.alerts
        self._check(open_order, trouble)

    def _cook(self, process: Process) -> Order:
        """Order and be answered until the process is gone; returns what was left unanswered."""
        while True:
            order = self._order()
            asked = datetime.now(UTC)
            try:
                process.told(order.words)
            except DiedError:
                return order
            self._known.acknowledge(order, asked, datetime.now(UTC))
            self.tally.orders += 1

    def _order(self) -> Order:
        """Go somewhere, set a timer, or take one off."""
        if self._dice.random() < 0.4:
            step = self._dice.randint(1, len(self._recipe.steps))
            return Order(f"go to step {step}", step=step)
        name = self._dice.choice(NAMES)
        if name in self._known.timers:
            return Order(f"cancel the {name} timer", timer=name)
        minutes = self._dice.choice([0, 60, 90, 1000])
        words = f"{minutes} minutes" if minutes else "1 second"
        length = timedelta(minutes=minutes) if minutes else timedelta(seconds=1)
        return Order(f"set a {name} timer for {words}", timer=name, length=length)

    def _check(self, open_order: Order | None, trouble: str) -> None:
        kill = f"kill {self.tally.kills}"
        if trouble:
            self.tally.wrong.append(f"{kill}: {trouble.strip()}")
        try:
            entry = Diary(self.state).load()
        except ValueError as error:
            self.tally.wrong.append(f"{kill}: {error}")
            return
        if entry is None:
            if self.tally.orders:
                self.tally.wrong.append(f"{kill}: the diary is gone")
            return
        session = entry.session(self._recipe)
        found = self._known.wrong(session, open_order, self._told)
        self.tally.wrong += [f"{kill}: {what}" for what in found]
        self._learn(session)

    def _learn(self, session: Session) -> None:
        """What was typed but not answered may hold; from here on it is known."""
        self._known.step = session.position + 1
        known = self._known.timers
        self._known.timers = {
            timer.name: known.get(timer.name, (timer.due, timer.due)) for timer in session.timers
        }


def full_disk(state: Path) -> list[str]:
    """A cook whose disk fills up, and empties again while it cooks; returns what went wrong."""
    process = Process(started(state))
    process.answer()
    for name in NAMES:  # a page too long for what the disk will take
        process.told(f"set a {name} timer for 90 minutes")
    process.limit_files(100)
    for step in (3, 4, 5):
        process.told(f"go to step {step}")
    process.limit_files(resource.RLIM_INFINITY)
    process.told("go to step 7")
    process.told("where am i")  # what it remarks on comes after an answer
    said = process.alerts.copy()
    process.kill_after(0)
    trouble = process.end()
    entry = Diary(state).load()
    found = [] if said == [DISK_TROUBLE, DISK_WORKS] else [f"said {said}"]
    step_kept = entry.kept.step if entry else "nothing"
    found += [] if step_kept == load_recipe(RECIPE).steps[6].id else [f"kept {step_kept}"]
    return found + ([trouble] if trouble else [])
