"""The app's own voice in the microphone: what it sets off, and commands said over it (barge-in)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from voicecook.bench.corpus import HALVES, read
from voicecook.bench.figures import Figure, at_least, at_most, exactly, share
from voicecook.bench.lab import Lab
from voicecook.bench.sounds import tiled_room
from voicecook.commands import Context
from voicecook.rehearsal import KitchenAir, as_loud_as_a_cook
from voicecook.sound import BLOCK, HEARING_RATE, Pcm, to_pcm
from voicecook.speaking import Mouth, Player

WHERE = Context.QUESTION
"""The harder place: yes and no count too."""
ECHOES_DB = (-6, 0, 6)
"""Levels of the echo against the cook's voice."""
TARGETS = {0: 97.0, 6: 90.0}
"""Of these, where a cook must be heard over it, and the share of commands wanted."""
AFTER_S = 2.0
"""How long the app goes on talking after the cook's word began."""


def recite(lab: Lab, texts: Sequence[str]) -> Pcm:
    """What the loudspeaker is given when these are said one after the other."""
    player = Player(HEARING_RATE)
    with closing(Mouth(player, lab.synthesiser, at_once=True)) as mouth:
        for text in texts:
            mouth.say(text)
        blocks = []
        while player.speaking:
            blocks.append(to_pcm(player.next_block(BLOCK)))
    return np.concatenate(blocks)


def recipe_texts(lab: Lab) -> list[str]:
    """Every sentence of the recipe that is read aloud."""
    return [text for step in lab.recipe.steps for text in (step.say, step.detail) if text]


def aloud(lab: Lab, echo_db: int, steps: int | None = None) -> Iterator[Figure]:
    """The recipe read aloud in a room: everything acted on is a mistake."""
    own = recite(lab, recipe_texts(lab)[:steps])
    with TemporaryDirectory() as folder:
        rooms = _rooms(lab, Path(folder))
        microphone = _in_the_room(np.zeros_like(own), own, rooms[0], echo_db)
    ours = lab.ours.hear(microphone, WHERE, own).acted
    yield Figure(
        f"self_trigger_{echo_db:+d}",
        f"actions its own voice sets off, echo at {echo_db:+d} dB",
        "whole recipe aloud" if steps is None else "recipe aloud",
        round(len(own) / HEARING_RATE),
        "seconds",
        "",
        exactly(len(ours)),
        exactly(len(lab.plain.hear(microphone, WHERE).acted)),
        at_most(0),
        note=", ".join(each.text for each in ours),
    )


def interrupted(lab: Lab, echo_db: int, onsets: int, voices: int | None = None) -> Iterator[Figure]:
    """Commands said over its voice, each voice at so many moments, in one room after another."""
    texts, words = recipe_texts(lab), _words_over(lab, onsets, voices)
    chance = np.random.default_rng(3)
    right = plain = 0
    missed: dict[str, int] = {}
    with TemporaryDirectory() as folder:
        rooms = _rooms(lab, Path(folder))
        for turn, (text, said) in enumerate(words):
            own = recite(lab, [texts[turn % len(texts)]] * 2)
            own, cook = with_word(own, said, int(chance.uniform(0.8, 3.0) * HEARING_RATE))
            microphone = _in_the_room(cook, own, rooms[turn % len(rooms)], echo_db)
            meant = lab.commands.heard(text, WHERE)
            was_right = lab.ours.hear(microphone, WHERE, own).is_just(meant)
            missed[text] = missed.get(text, 0) + (not was_right)
            right += was_right
            plain += lab.plain.hear(microphone, WHERE).is_just(meant)
    n = len(words)
    yield Figure(
        f"barge_in_{echo_db:+d}",
        f"said over its own voice, echo at {echo_db:+d} dB",
        _whose(lab, len(rooms), voices),
        n,
        "said",
        "%",
        share(right, n),
        share(plain, n),
        at_least(TARGETS[echo_db]),
        note="missed: " + ", ".join(f"{text} {count}" for text, count in missed.items()),
    )


def _words_over(lab: Lab, onsets: int, voices: int | None) -> list[tuple[str, Pcm]]:
    """Synthetic voices for all of the words, and real ones where they were recorded."""
    words = lab.said["over_own_voice"]
    turns = range(len(lab.voices.names[:voices]))
    said = [(text, lab.voices.say(text, turn)) for turn in turns for text in words]
    return [*said * onsets, *_real_words_over(lab)]


def _real_words_over(lab: Lab) -> list[tuple[str, Pcm]]:
    if lab.setting.data is None:
        return []
    spoken = [each for half in HALVES for each in lab.corpus.words(half) if each[0] == "stop"]
    chosen = spoken[:: max(1, len(spoken) * lab.setting.every // 24)]
    return [(text, as_loud_as_a_cook(read(file))) for text, file in chosen]


def with_word(own: Pcm, said: Pcm, onset: int) -> tuple[Pcm, Pcm]:
    """Both sides, as long as each other: the app goes on talking for two seconds."""
    length = onset + len(said) + int(AFTER_S * HEARING_RATE)
    cook = np.pad(said, (onset, length - onset - len(said)))
    return np.resize(own, length), cook


def _in_the_room(cook: Pcm, own: Pcm, room: Path, echo_db: int) -> Pcm:
    air = KitchenAir(room=room, echo_db=echo_db)
    blocks = [
        air.reaches_microphone(cook[at : at + BLOCK], own[at : at + BLOCK])
        for at in range(0, len(own), BLOCK)
    ]
    return np.concatenate(blocks)


def _rooms(lab: Lab, folder: Path) -> list[Path]:
    if lab.setting.data is not None and lab.corpus.rooms:
        return lab.corpus.rooms
    import soundfile

    soundfile.write(folder / "tiled.flac", tiled_room(), HEARING_RATE)
    return [folder / "tiled.flac"]


def _whose(lab: Lab, rooms: int, voices: int | None) -> str:
    whose = f"{len(lab.voices.names[:voices])} synthetic voices"
    if lab.setting.data is not None:
        whose += " and real ones"
    return f"{whose}, {rooms} rooms" if rooms > 1 else whose
