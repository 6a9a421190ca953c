"""Single words of real speakers: commands, in quiet and in noise, and words that are none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from voicecook.bench.corpus import Half, read
from voicecook.bench.figures import Figure, Target, at_least, at_most, share
from voicecook.bench.lab import Lab
from voicecook.bench.listeners import Intents
from voicecook.bench.sounds import in_noise
from voicecook.commands import Context
from voicecook.sound import Pcm

WHERE = Context.QUESTION
"""Something was asked, so that yes and no are commands."""
OWN_WORDS = ("stop", "yes", "no")
"""voicecook's commands of which recordings by many people exist."""
LEVELS_DB = {24: 99.0, 12: 97.0, 6: 94.0, 0: 85.0}
"""Signal to noise, and the share of commands wanted there."""
NOT_COMMANDS = 0.5
COST = 1.0

Words = Sequence[tuple[Intents, Pcm]]


def commands(lab: Lab, half: Half) -> Iterator[Figure]:
    """Acted on rightly in quiet and in noise, and what the rejection cost in all of it."""
    words, noises = _commands(lab, half), lab.corpus.noises(half)
    chance = np.random.default_rng(2)
    rejected: dict[str, int] = {}
    for snr_db, target in ((None, at_least(99.5)), *((d, at_least(t)) for d, t in _levels())):
        where = "quiet" if snr_db is None else f"{snr_db} dB"
        sounds = [(meant, _mixed(said, noises, snr_db, chance)) for meant, said in words]
        figure, rejected[where] = _measured(lab, sounds, where, half, target)
        yield figure
    n = len(words) * len(rejected)
    yield Figure(
        "rejection_cost",
        "commands lost to the rejection, all rows above together",
        half,
        n,
        "words",
        "%",
        share(sum(rejected.values()), n),
        target=at_most(COST),
        note=", ".join(f"{where}: {count} of {len(words)}" for where, count in rejected.items()),
    )


def no_commands(lab: Lab, half: Half) -> Iterator[Figure]:
    """Acted on although no command."""
    sounds = [read(file) for _, file in _listed(lab, half, commands=False)]
    ours = [lab.ours.hear(audio, WHERE) for audio in sounds]
    plain = sum(bool(lab.plain.hear(audio, WHERE).acted) for audio in sounds)
    acted = [heard.acted[0].text for heard in ours if heard.acted]
    unjudged = sum(bool(lab.ours.unjudged(heard, WHERE)) for heard in ours)
    yield Figure(
        "other_words",
        "words that are no command, acted on",
        half,
        len(sounds),
        "words",
        "%",
        share(len(acted), len(sounds)),
        share(plain, len(sounds)),
        at_most(NOT_COMMANDS),
        unjudged=share(unjudged, len(sounds)),
        note=", ".join(acted),
    )


def _measured(
    lab: Lab, sounds: Words, where: str, half: Half, target: Target
) -> tuple[Figure, int]:
    right = plain = unjudged = 0
    for meant, audio in sounds:
        ours = lab.ours.hear(audio, WHERE)
        right += ours.is_just(meant)
        unjudged += _all_are(meant, lab.ours.unjudged(ours, WHERE))
        plain += lab.plain.hear(audio, WHERE).is_just(meant)
    name = "real speakers, quiet" if where == "quiet" else f"with kitchen noise at {where}"
    n = len(sounds)
    key = f"words_{where.replace(' ', '').lower()}"
    figure = Figure(
        key,
        name,
        half,
        n,
        "words",
        "%",
        share(right, n),
        share(plain, n),
        target,
        unjudged=share(unjudged, n),
    )
    return figure, unjudged - right


def _all_are(meant: Intents, found: Sequence[Intents]) -> bool:
    """Whether only this was heard, be it more than once: a rejected utterance is read again."""
    return bool(found) and all(each == meant for each in found)


def _levels() -> list[tuple[int, float]]:
    return list(LEVELS_DB.items())


def _mixed(said: Pcm, noises: list[Pcm], snr_db: int | None, chance: np.random.Generator) -> Pcm:
    if snr_db is None:
        return said
    return in_noise(said, noises[int(chance.integers(len(noises)))], snr_db, chance)


def _commands(lab: Lab, half: Half) -> Words:
    listed = _listed(lab, half, commands=True)
    return [(lab.commands.heard(text, WHERE), read(file)) for text, file in listed]


def _listed(lab: Lab, half: Half, commands: bool) -> list[tuple[str, Path]]:
    """The words of this half that are commands here, or those that are not."""
    wanted = [
        (text, file)
        for text, file in lab.corpus.words(half)
        if _is_command(lab, text) is commands and (commands or not lab.commands.heard(text, WHERE))
    ]
    return wanted[:: lab.corpus.step(half)]


def _is_command(lab: Lab, text: str) -> bool:
    known = bool(lab.commands.heard(text, WHERE))
    return known and (lab.setting.sentences is not None or text in OWN_WORDS)
