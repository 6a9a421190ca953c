"""How soon a command is acted on after its last sound, and whether that was too soon."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from voicecook.bench.figures import Figure, at_least, at_most, quantile, share
from voicecook.bench.lab import Lab
from voicecook.bench.listeners import Heard, Intents
from voicecook.bench.sounds import in_a_room, last_sound_s
from voicecook.commands import Context
from voicecook.sound import Pcm

WHERE = Context.QUESTION
"""All commands count there, and so do yes and no."""
NOTED = 8
"""Mistakes that are told in words."""
GAPS_S = (None, 0.1, 0.2)
"""Breaths a speaker may draw inside a sentence; None says it in one go."""


@dataclass(slots=True)
class _Tally:
    n: int = 0
    right: list[int] = field(default_factory=lambda: [0, 0])
    delays_s: tuple[list[float], list[float]] = field(default_factory=lambda: ([], []))
    computed_s: list[float] = field(default_factory=list)
    early: int = 0
    wrong: list[str] = field(default_factory=list)

    def add(self, meant: Intents, end_s: float, both: tuple[Heard, Heard]) -> None:
        self.n += 1
        for side, heard in enumerate(both):
            if heard.is_just(meant):
                self.right[side] += 1
                self.delays_s[side].append(heard.acted[0].decided_s - end_s)
        self.computed_s += both[0].took_s


def commands(lab: Lab, most: int = 40) -> Iterator[Figure]:
    """Spoken commands: delay, early decisions proved wrong, and how many were understood."""
    tally = _Tally()
    for text, said in sentences(lab, most):
        meant = lab.commands.heard(text, WHERE)
        audio = in_a_room(said, 0.5)
        ours = lab.ours.hear(audio, WHERE)
        tally.add(meant, last_sound_s(audio), (ours, lab.plain.hear(audio, WHERE)))
        for early in (each for each in ours.acted if each.how == "early"):
            tally.early += 1
            if meant != early.intents != lab.plain.read_whole(audio, WHERE):
                tally.wrong.append(f"{text!r} as {early.text!r}")
    yield from _figures(tally, f"{len(lab.voices.names)} synthetic voices")


def sentences(lab: Lab, most: int) -> Iterator[tuple[str, Pcm]]:
    """Up to `most` commands, the everyday ones first, each in the next voice."""
    known = [text for text in lab.said["everyday"] if lab.commands.heard(text, WHERE)]
    others = sorted({*lab.commands.phrases(WHERE)} - {*known})
    random.Random(1).shuffle(others)  # noqa: S311
    meaning = (text for text in (*known, *others) if lab.commands.heard(text, WHERE))
    for turn, text in zip(range(most), meaning, strict=False):
        yield text, lab.voices.say(text, turn)


def traps(lab: Lab, voices: int, gaps_s: Sequence[float | None] = GAPS_S) -> Iterator[Figure]:
    """Commands that are the beginning of others, and those others said with and without a breath.

    Each by so many of the voices in turn.
    """
    pairs = lab.said["traps"][:: min(lab.setting.every, 3)]
    said = [(each, turn + nth) for turn, each in enumerate(pairs) for nth in range(voices)]
    shorter = _Trap(lab)
    for (short, _), turn in said:
        shorter.spring(short, turn)
    yield shorter.figure("trap_short", "prefix traps: the shorter command")
    for gap in gaps_s:
        longer = _Trap(lab)
        for (_, long), turn in said:
            longer.spring(long, turn, gap)
        how = "in one go" if gap is None else f"with {1000 * gap:.0f} ms between"
        key = f"trap_long_{1000 * (gap or 0):.0f}"
        yield longer.figure(key, f"prefix traps: the longer, {how}")


@dataclass(slots=True)
class _Trap:
    lab: Lab
    n: int = 0
    right: list[int] = field(default_factory=lambda: [0, 0])
    wrong: list[str] = field(default_factory=list)

    def spring(self, text: str, turn: int, gap_s: float | None = None) -> None:
        words = text.replace(" |", "")
        meant = self.lab.commands.heard(words, WHERE) or self.lab.commands.understand(words).intents
        audio = in_a_room(self.lab.voices.say(text, turn, gap_s), 0.5)
        self.n += 1
        ours = self.lab.ours.hear(audio, WHERE)
        self.right[0] += ours.is_just(meant)
        self.right[1] += self.lab.plain.hear(audio, WHERE).is_just(meant)
        if not ours.is_just(meant):
            taken = ", ".join(each.text for each in ours.acted) or "nothing"
            self.wrong.append(f"{words} as {taken}")

    def figure(self, key: str, what: str) -> Figure:
        return Figure(
            key,
            what,
            f"{len(self.lab.voices.names)} synthetic voices",
            self.n,
            "said",
            "%",
            share(self.right[0], self.n),
            share(self.right[1], self.n),
            at_least(100),
            note="; ".join(self.wrong[:NOTED]),
        )


def _figures(tally: _Tally, of: str) -> Iterator[Figure]:
    ours, plain = tally.delays_s
    for key, name, p, limit in (("median", "median", 0.5, 0.15), ("p95", "p95", 0.95, 0.3)):
        yield Figure(
            f"decision_{key}",
            f"end of speech → decision, {name}",
            of,
            len(ours),
            "said",
            "s",
            quantile(ours, p),
            quantile(plain, p),
            at_most(limit),
        )
    yield Figure(
        "early_wrong",
        "early decisions later proved wrong",
        of,
        tally.early,
        "early",
        "%",
        share(len(tally.wrong), tally.early),
        target=at_most(0.2),
        note="; ".join(tally.wrong[:NOTED]),
    )
    yield Figure(
        "computing_p95",
        "computing the block that decides, p95 (comes on top)",
        of,
        len(tally.computed_s),
        "decisions",
        "s",
        quantile(tally.computed_s, 0.95),
    )
    yield Figure(
        "commands_right",
        "commands acted on rightly",
        of,
        tally.n,
        "said",
        "%",
        share(tally.right[0], tally.n),
        share(tally.right[1], tally.n),
    )
