"""Recordings named by what they say, such as `voicecook record` makes of a cook's own voice."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from voicecook.bench.corpus import AUDIO, read
from voicecook.bench.figures import Figure, at_least, at_most, share
from voicecook.bench.lab import Lab
from voicecook.commands import Context
from voicecook.hearing import Recording, recording_at

WHERE = Context.QUESTION
Named = tuple[Recording, Path]
PLACES = (Path("recordings"), Path(__file__).resolve().parents[2] / "tests" / "recordings")
"""Where `voicecook record` puts them, and those of the project."""


def found() -> Path | None:
    """The folder of recordings on this machine, a cook's own first."""
    folders = (place for place in PLACES if any(place.glob("*--*.*")))
    return next(folders, None)


def recordings(lab: Lab, folder: Path, most: int) -> Iterator[Figure]:
    """Commands acted on rightly, and what must be ignored and was not."""
    files = [file for file in sorted(folder.glob("*--*.*")) if file.suffix in AUDIO]
    named = [(recording_at(file), file) for file in files]
    yield _rightly(lab, _some([each for each in named if _means(lab, each[0])], most), folder)
    yield _wrongly(lab, _some([each for each in named if each[0].ignored], most), folder)


def _rightly(lab: Lab, commands: list[Named], folder: Path) -> Figure:
    right = plain = 0
    missed = []
    for recording, file in commands:
        meant, audio = lab.commands.heard(recording.words, WHERE), read(file)
        is_right = lab.ours.hear(audio, WHERE).is_just(meant)
        right += is_right
        plain += lab.plain.hear(audio, WHERE).is_just(meant)
        missed += [] if is_right else [recording.words]
    return Figure(
        "recorded_right",
        "recorded commands acted on rightly",
        str(folder),
        len(commands),
        "files",
        "%",
        share(right, len(commands)),
        share(plain, len(commands)),
        at_least(99.5),
        note=f"missed: {', '.join(missed)}" if missed else "",
    )


def _wrongly(lab: Lab, others: list[Named], folder: Path) -> Figure:
    sounds = [(recording.words, read(file)) for recording, file in others]
    wrong = [words for words, audio in sounds if lab.ours.hear(audio, Context.COOKING).acted]
    plain = sum(bool(lab.plain.hear(audio, Context.COOKING).acted) for _, audio in sounds)
    return Figure(
        "recorded_ignored",
        "recorded talk acted on all the same",
        str(folder),
        len(others),
        "files",
        "%",
        share(len(wrong), len(others)),
        share(plain, len(others)),
        at_most(0.5),
        note=", ".join(wrong),
    )


def _some(named: list[Named], most: int) -> list[Named]:
    """At most so many, spread over all."""
    return named[:: max(1, -(-len(named) // most))]


def _means(lab: Lab, recording: Recording) -> bool:
    return not recording.ignored and bool(lab.commands.heard(recording.words, WHERE))
