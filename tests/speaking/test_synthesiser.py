"""The real voice: what it gives, how fast, and how it survives its own engine."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest

from voicecook.errors import MissingError, UsageError
from voicecook.speaking.synthesiser import VOICE_RATE, EspeakSynthesiser

pytestmark = pytest.mark.sound

PAT = "Pat the pork belly dry with kitchen paper."


@pytest.fixture(scope="module")
def voice() -> Iterator[EspeakSynthesiser]:
    synthesiser = EspeakSynthesiser()
    yield synthesiser
    synthesiser.close()


def test_a_sentence_sounds_from_its_first_moment_to_its_last(voice: EspeakSynthesiser) -> None:
    sound = voice.render(PAT)
    assert 1.5 < len(sound) / VOICE_RATE < 4
    assert np.abs(sound[: VOICE_RATE // 50]).max() > 150
    assert np.abs(sound[-VOICE_RATE // 20 :]).max() > 150


def test_a_slower_voice_takes_longer(voice: EspeakSynthesiser) -> None:
    assert len(voice.render(PAT, rate=100)) > 1.4 * len(voice.render(PAT, rate=165))


@pytest.mark.parametrize("name", ["en-us", "en-gb", "en-us+f3", "en-gb+m3", "en-gb-scotland"])
def test_other_voices_speak_in_the_same_process(voice: EspeakSynthesiser, name: str) -> None:
    sound = voice.render("Stop the timer.", voice=name)
    assert len(sound) > VOICE_RATE // 2
    assert not np.array_equal(sound, voice.render("Stop the timer.", voice="en-029"))


def test_an_unknown_voice_is_the_users_mistake(voice: EspeakSynthesiser) -> None:
    with pytest.raises(UsageError, match="nobody"):
        voice.render("Hello.", voice="nobody")
    assert len(voice.render("Hello.")) > 0


def test_an_odd_text_gives_sound_or_silence_and_no_trouble(voice: EspeakSynthesiser) -> None:
    for text, sounds in (
        ("", False), (" ", False), ("...", False), ("🍯", True), ("x" * 2000, True),
        ("<speak>no</speak>", True), ("[[h@loU]]", True), ("%s%n", True), ("\0", False),
    ):  # fmt: skip
        assert (len(voice.render(text)) > 0) is sounds, text


def test_every_sentence_comes_whole_when_many_ask_at_once(voice: EspeakSynthesiser) -> None:
    texts = [f"This is sentence number {number} of the list." for number in range(60)]
    with ThreadPoolExecutor(4) as threads:
        sounds = list(threads.map(voice.render, texts))
    assert min(len(sound) for sound in sounds) > VOICE_RATE


def test_what_was_prepared_is_there_at_once() -> None:
    synthesiser = EspeakSynthesiser()
    synthesiser.prepare(PAT)
    synthesiser.render("Something else.")
    until = time.monotonic() + 30
    while synthesiser.cached_bytes < 100_000:
        assert time.monotonic() < until, "it was never prepared"
        time.sleep(0.01)
    began = time.perf_counter()
    synthesiser.render(PAT)
    assert time.perf_counter() - began < 0.005
    synthesiser.close()


def test_the_memory_of_sentences_is_bounded() -> None:
    synthesiser = EspeakSynthesiser(cache_bytes=200_000)
    for number in range(10):
        synthesiser.render(f"Sentence number {number}.")
    assert 0 < synthesiser.cached_bytes <= 200_000
    synthesiser.close()


@pytest.mark.parametrize("trouble", [signal.SIGKILL, signal.SIGSTOP])
def test_an_engine_that_dies_or_hangs_is_replaced(trouble: signal.Signals) -> None:
    synthesiser = EspeakSynthesiser(timeout_s=1)
    synthesiser.render("Hello.")
    assert synthesiser.pid is not None
    os.kill(synthesiser.pid, trouble)
    assert len(synthesiser.render("Hello again.")) > 0
    synthesiser.close()


def test_a_missing_espeak_names_what_mends_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A pyttsx3 of its own stands before the real one and fails as that does without espeak."""
    (tmp_path / "pyttsx3.py").write_text("raise RuntimeError('eSpeak is not installed')")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    with pytest.raises(MissingError, match="apt-get install libespeak-ng1"):
        EspeakSynthesiser().render("Hello.")


def test_nothing_is_printed_and_no_file_is_left(
    capfd: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    synthesiser = EspeakSynthesiser()
    synthesiser.render("Hello.")
    synthesiser.close()
    assert capfd.readouterr() == ("", "")
    assert list(tmp_path.iterdir()) == []
