"""A scripted session as data: what is said and played when, and what must come of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal, TypeVar

from voicecook.files import text_of
from voicecook.recipe import (
    Entry,
    Listing,
    Node,
    Problems,
    QuantityError,
    Scalar,
    compose,
    did_you_mean,
    read_span,
    shown,
)

LOUDEST_DB = 100.0
YEARS = (1970, 2100)
LONGEST_S = 7 * 24 * 3600
"""So long all waits and power cuts of one script may take: a week."""
MODES = ("cooking", "paused", "finished")
AUDIO = (".flac", ".wav", ".opus", ".ogg")

Kind = Literal["say", "play", "type", "over", "wait", "power_cut"]
KINDS: tuple[Kind, ...] = ("say", "play", "type", "over", "wait", "power_cut")
SILENT: frozenset[Kind] = frozenset({"type", "wait", "power_cut"})
"""Lines that make no sound."""
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Expectation:
    """What must hold after a line; None where nothing is expected."""

    step: int | None = None
    says: tuple[str, ...] = ()
    not_says: tuple[str, ...] = ()
    intents: tuple[str, ...] | None = None
    alerts: tuple[str, ...] | None = None
    timers: Mapping[str, float] | None = None
    """Seconds left by name."""
    mode: str | None = None
    silent_within_ms: float | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that happens."""

    number: int
    """The line in the file."""
    kind: Kind
    words: str = ""
    audio: Path | None = None
    voice: str = ""
    seconds: float = 0.0
    until: tuple[int, int] | None = None
    """Wait until this hour and minute, in place of `seconds`."""
    expect: Expectation = Expectation()

    def __str__(self) -> str:
        what = self.audio.name if self.audio else self.words
        return f"{self.kind} {what}".strip()


@dataclass(frozen=True, slots=True)
class Noise:
    """A bed under everything, its peak frames this much below the cook's."""

    file: Path
    snr_db: float


@dataclass(frozen=True, slots=True)
class Scenario:
    """A whole scripted session."""

    path: Path
    recipes: tuple[str, ...]
    """What is cooked: one, or several at once."""
    start: datetime
    script: tuple[Line, ...]
    noise: Noise | None = None
    room: Path | None = None
    """Impulse response of the way from the loudspeaker to the microphone."""
    echo_db: float = 0.0
    """The echo's level against the cook's voice."""

    @property
    def name(self) -> str:
        """What the scenario is called: its file without the ending."""
        return self.path.stem

    @property
    def silent(self) -> bool:
        """Whether the cook makes no sound in it, so that neither ear nor voice is needed."""
        return all(line.kind in SILENT for line in self.script)


def load_scenario(path: Path) -> Scenario:
    """Read a scenario. Raises UsageError with every problem as `file:line:column: …`."""
    problems = Problems(str(path))
    root = compose(text_of(path), problems)
    scenario = _ScenarioReader(path, problems).scenario(root)
    problems.raise_if_any()
    return scenario


class _ScenarioReader:
    """Turns nodes into a scenario, noting every problem at its place."""

    def __init__(self, path: Path, problems: Problems) -> None:
        self._path = path
        self._problems = problems

    def scenario(self, root: Node) -> Scenario:
        keys = ("recipe", "start", "script", "noise", "room", "echo_db")
        fields = self._entry(root, "scenario", keys)
        noise = fields.get("noise")
        for needed in ("recipe", "script"):
            if needed not in fields:
                self._problems.add(root.place, f'this scenario lacks "{needed}:"; add it')
        return Scenario(
            path=self._path,
            recipes=self._texts(fields.get("recipe")) or (),
            start=self._value(fields.get("start"), _moment, datetime(2026, 1, 1, 17, tzinfo=UTC)),
            script=self._script(fields.get("script")),
            noise=self._noise(noise) if noise else None,
            room=self._file(fields["room"]) if "room" in fields else None,
            echo_db=self._value(fields.get("echo_db"), _level, 0.0),
        )

    def _script(self, node: Node | None) -> tuple[Line, ...]:
        script = tuple(self._line(item) for item in self._items(node))
        if node and not script:
            self._problems.add(node.place, 'this script is empty; begin with "- say: next"')
        if node and sum(line.seconds for line in script) > LONGEST_S:
            self._problems.add(node.place, "this script takes more than a week; shorten its waits")
        return script

    def _line(self, node: Node) -> Line:
        fields = self._entry(node, "script line", (*KINDS, "voice", "expect"))
        kinds: list[Kind] = [kind for kind in KINDS if kind in fields]
        if len(kinds) != 1:
            self._problems.add(node.place, f"a script line needs one of {', '.join(KINDS)}")
            return Line(node.place.line, "wait")
        what, kind = fields[kinds[0]], kinds[0]
        expect = self._expectation(fields["expect"]) if "expect" in fields else Expectation()
        line = Line(
            node.place.line, kind, self._words(what), voice=self._words(fields.get("voice")),
            expect=expect,
        )  # fmt: skip
        if kind in ("wait", "power_cut"):
            return self._waiting(line, what)
        if kind == "play" or (kind != "type" and line.words.endswith(AUDIO)):
            return replace(line, audio=self._file(what))
        if not any(map(str.isalnum, line.words)):
            self._problems.add(what.place, f'there is nothing to say; write "{kind}: next"')
        return line

    def _waiting(self, line: Line, what: Node) -> Line:
        match = re.fullmatch(r"until (\d{1,2}):(\d{2})", line.words)
        if match and int(match[1]) < 24 and int(match[2]) < 60:
            return replace(line, until=(int(match[1]), int(match[2])))
        return replace(line, seconds=self._value(what, _seconds, 0.0))

    def _expectation(self, node: Node) -> Expectation:
        keys = ("step", "says", "not_says", "intents", "alerts", "timers", "mode",
                "silent_within_ms")  # fmt: skip
        fields = self._entry(node, "expectation", keys)
        mode = self._words(fields.get("mode")) or None
        if mode is not None and mode not in MODES:
            self._problems.add(fields["mode"].place, did_you_mean(mode, MODES))
        return Expectation(
            step=self._value(fields.get("step"), int, None),
            says=self._texts(fields.get("says")) or (),
            not_says=self._texts(fields.get("not_says")) or (),
            intents=self._texts(fields.get("intents")),
            alerts=self._texts(fields.get("alerts")),
            timers=self._timers(fields["timers"]) if "timers" in fields else None,
            mode=mode,
            silent_within_ms=self._value(fields.get("silent_within_ms"), float, None),
        )

    def _timers(self, node: Node) -> dict[str, float]:
        items = node.items if isinstance(node, Entry) else {}
        if not isinstance(node, Entry):
            self._problems.add(node.place, "timers are written {name: time left}, or {} for none")
        return {name: self._value(left, _seconds, 0.0) for name, left in items.items()}

    def _noise(self, node: Node) -> Noise:
        fields = self._entry(node, "noise", ("file", "snr_db"))
        if "file" not in fields:
            self._problems.add(node.place, 'noise needs a "file:"')
        return Noise(
            self._file(fields.get("file", node)), self._value(fields.get("snr_db"), _level, 12.0)
        )

    def _file(self, node: Node) -> Path:
        name = self._words(node)
        for folder in (self._path.parent, *self._path.resolve().parents):
            if name and (folder / name).is_file():
                return folder / name
        self._problems.add(node.place, f"there is no file {shown(name)} here or above")
        return Path(name)

    def _entry(self, node: Node, what: str, keys: tuple[str, ...]) -> dict[str, Node]:
        if not isinstance(node, Entry):
            self._problems.add(node.place, f"this {what} is written with keys: {', '.join(keys)}")
            return {}
        for key, written in node.keys.items():
            if key not in keys:
                hint = did_you_mean(key, keys)
                self._problems.add(written.place, f"this {what} has no {shown(key)}; {hint}")
        return dict(node.items)

    def _items(self, node: Node | None) -> list[Node]:
        if node is None or isinstance(node, Listing):
            return node.items if node else []
        self._problems.add(node.place, "this must be a list: each entry after a dash")
        return []

    def _words(self, node: Node | None) -> str:
        if node is None or isinstance(node, Scalar):
            return node.text.strip() if node else ""
        self._problems.add(node.place, "this must be plain text")
        return ""

    def _texts(self, node: Node | None) -> tuple[str, ...] | None:
        if node is None:
            return None
        entries = node.items if isinstance(node, Listing) else [node]
        return tuple(self._words(entry) for entry in entries)

    def _value(self, node: Node | None, parse: Callable[[str], T], otherwise: T) -> T:
        text = self._words(node)
        if node is None:
            return otherwise
        try:
            return parse(text)
        except QuantityError as error:
            self._problems.add(node.place, str(error))
        except (ValueError, OverflowError):
            self._problems.add(node.place, f"{shown(text)} is not {_WANTED[parse]}")
        return otherwise


def _seconds(text: str) -> float:
    return float(read_span(text).low_s)


def _moment(text: str) -> datetime:
    moment = datetime.fromisoformat(text).replace(tzinfo=UTC)
    first, last = YEARS
    if not first <= moment.year <= last:
        raise QuantityError(f"{shown(text)} is too far off; the years are {first} to {last}")
    return moment


def _level(text: str) -> float:
    level = float(text)
    if not abs(level) <= LOUDEST_DB:
        raise QuantityError(f"{shown(text)} is no level; write {-LOUDEST_DB:g} to {LOUDEST_DB:g}")
    return level


_WANTED: Mapping[Callable[[str], object], str] = {
    int: "a whole number, such as 3",
    float: "a number, such as 12 or -6.5",
    _level: "a number, such as 12 or -6.5",
    _moment: "a date and time, such as 2026-11-22 17:00:00",
    _seconds: "a length of time, such as 90 min",
}
