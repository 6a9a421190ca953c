"""Other people's speech: what is acted on in it, and whether that would destroy anything."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from voicecook.bench.corpus import Half, read
from voicecook.bench.figures import Figure, at_most, rate
from voicecook.bench.lab import Lab
from voicecook.bench.listeners import Intents
from voicecook.commands import Context
from voicecook.hearing import DESTRUCTIVE, Understood
from voicecook.sound import HEARING_RATE, Pcm


def recorded(lab: Lab, half: Half) -> Iterator[Figure]:
    """Of real people: orders, meetings, actors, sentences to another assistant."""
    yield from false_actions(lab, [read(file) for file in lab.corpus.talk(half)], half)


def synthetic(lab: Lab, seconds: float) -> Iterator[Figure]:
    """Of synthetic voices, as long as so many seconds."""
    from voicecook.bench.cost import talking

    sounds = [talking(lab, min(30.0, seconds), turn) for turn in range(max(1, int(seconds // 30)))]
    yield from false_actions(lab, sounds, f"{len(lab.voices.names)} synthetic voices")


def false_actions(lab: Lab, sounds: list[Pcm], of: str) -> Iterator[Figure]:
    """All actions in an hour, and the destructive ones."""
    hours = sum(len(audio) for audio in sounds) / HEARING_RATE / 3600
    heard = [lab.ours.hear(audio, Context.COOKING) for audio in sounds]
    ours = [each for one in heard for each in one.acted]
    unjudged = [each for one in heard for each in lab.ours.unjudged(one, Context.COOKING)]
    plain = [each for audio in sounds for each in lab.plain.hear(audio, Context.COOKING).acted]
    figure = Figure(
        "false_actions",
        "false actions an hour of other people's speech",
        of,
        round(hours, 3),
        "hours",
        "an hour",
        rate(len(ours), hours),
        rate(len(plain), hours),
        at_most(0.1),
        rate(len(unjudged), hours),
        ", ".join(each.text for each in ours[:20]),
    )
    yield figure
    counts = [sum(map(_destroys, each)) for each in (_meant(ours), _meant(plain), unjudged)]
    worst = [rate(count, hours) for count in counts]
    yield replace(
        figure,
        key="destructive",
        what="of these, destructive",
        ours=worst[0],
        plain=worst[1],
        target=at_most(0),
        unjudged=worst[2],
        note="",
    )


def _meant(acted: list[Understood]) -> list[Intents]:
    return [each.intents for each in acted]


def _destroys(intents: Intents) -> bool:
    return any(each.name in DESTRUCTIVE for each in intents)
