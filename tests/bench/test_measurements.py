"""Each measurement on a corpus of a few synthetic sounds, laid out as real ones are."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
import soundfile

from tests.hearing.conftest import Speak
from voicecook.bench import own_voice, talk, words
from voicecook.bench.corpus import Corpus, Half, half_of
from voicecook.bench.figures import Figure
from voicecook.bench.lab import Lab, Setting, opened
from voicecook.bench.sounds import fan, tiled_room
from voicecook.sound.pcm import HEARING_RATE, Pcm

pytestmark = pytest.mark.sound
HALF: Half = "held-out half"


def name_in(half: str, stem: str) -> str:
    """A name that the hash puts into this half."""
    names = (f"{stem}{number}.flac" for number in range(100))
    return next(name for name in names if half_of(name) == half)


def save(sound: Pcm, file: Path) -> str:
    file.parent.mkdir(parents=True, exist_ok=True)
    soundfile.write(file, sound, HEARING_RATE)
    return file.name


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory, speak: Speak) -> Path:
    """Two commands and another word, a sentence of talk, a fan and a room."""
    folder = tmp_path_factory.mktemp("data")
    speaker = name_in(HALF, "speaker")
    rows = ["file,transcript,speaker"]
    for word in ("stop", "yes", "marvin"):
        file = save(speak(word), folder / "speech" / "words" / f"{word}.flac")
        rows.append(f"{file},{word},{speaker}")
    (folder / "speech" / "words" / "manifest.csv").write_text("\n".join(rows), encoding="utf-8")
    for half in (HALF, "tuning half"):
        save(fan(3.0), folder / "noise" / "fan" / name_in(half, "fan"))
    other = speak("my brother never stops talking about football")
    save(other, folder / "background" / "chat" / name_in(HALF, "chat"))
    save(other, folder / "speech" / "home_control_sentences" / name_in(HALF, "home"))
    save(tiled_room(), folder / "rooms" / "tiled.flac")
    return folder


@pytest.fixture(scope="module")
def lab(corpus: Path) -> Iterator[Lab]:
    with opened(Setting(corpus)) as lab:
        yield lab


def by_key(figures: Iterator[Figure]) -> dict[str, Figure]:
    return {each.key: each for each in figures}


def value(figure: Figure) -> float:
    assert figure.ours is not None
    return figure.ours.value


def test_commands_are_measured_in_quiet_and_in_every_noise(lab: Lab) -> None:
    found = by_key(words.commands(lab, HALF))
    levels = ["words_quiet", "words_24db", "words_12db", "words_6db", "words_0db"]
    assert list(found) == [*levels, "rejection_cost"]
    assert (value(found["words_quiet"]), found["words_quiet"].n) == (100, 2)
    assert found["rejection_cost"].n == 10


def test_other_words_and_talk_are_measured(lab: Lab) -> None:
    (marvin,) = words.no_commands(lab, HALF)
    assert (marvin.n, value(marvin)) == (1, 0)
    false_actions, destructive = talk.recorded(lab, HALF)
    assert 0 < false_actions.n < 0.01
    assert (value(false_actions), value(destructive)) == (0, 0)


def test_its_own_voice_is_measured_in_a_room(lab: Lab) -> None:
    (itself,) = own_voice.aloud(lab, 0, steps=1)
    assert value(itself) == 0
    (over,) = own_voice.interrupted(lab, 0, onsets=1, voices=1)
    assert over.n == 3 + 1  # stop, next, repeat, and the corpus's own stop
    assert over.plain is not None


def test_what_is_said_over_the_voice_is_said_in_it() -> None:
    own, said = np.arange(1, 5000, dtype=np.int16), np.full(800, 7, np.int16)
    own, cook = own_voice.with_word(own, said, 1600)
    assert len(own) == len(cook) == 1600 + 800 + 2 * HEARING_RATE
    assert own.all()
    assert np.flatnonzero(cook).tolist() == list(range(1600, 2400))


def test_what_a_corpus_lacks_is_named(tmp_path: Path, corpus: Path) -> None:
    assert Corpus(corpus).missing == []
    assert "noise" in Corpus(tmp_path).missing
