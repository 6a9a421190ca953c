"""`voicecook cook` as a process, in a virtual kitchen: spoken to through its microphone, and heard
through its loudspeaker by a recogniser that knows what may be said about toast."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import pytest
import vosk

from tests.hearing.conftest import Speak
from tests.live.saying import Saying
from tests.live.sound_server import RATE, Recording, SoundServer
from voicecook.cli.doctor import sound_card
from voicecook.kitchen.attention import AFTER_TALK_S
from voicecook.model.files import model_path
from voicecook.sound.audio_files import Resampler, read_all, to_pcm
from voicecook.sound.pcm import HEARING_RATE

pytestmark = pytest.mark.sound

RECORDINGS = Path(__file__).parents[1] / "recordings"
TOAST = str(Path(__file__).with_name("toast.yaml"))
COOK = [sys.executable, "-m", "voicecook", "cook"]
MAY_SAY = (
    "hello today we make buttered toast in two steps",
    "say ingredients to hear what you need or help to hear what i can do",
    "step one put two slices of bread into the machine and wait",
    "step two now spread the butter on the bread and eat it",
    "you're at step two of two spread the butter",
    "welcome back i was away for ten seconds",
    "sorry i did not catch that",
    "shall we stop cooking",
)
"""What the ear listens for; one that expects all of English mishears synthetic voices too often."""

STEP_ONE = "put two slices of bread into the machine and wait"
STEP_TWO = "now spread the butter on the bread and eat it"
WHERE = "you're at step two of two spread"


@pytest.fixture(scope="module")
def english() -> vosk.Model:
    return vosk.Model(str(model_path()))


@contextmanager
def cooking(state: Path, *options: str) -> Iterator[subprocess.Popen[str]]:
    process = subprocess.Popen(
        [*COOK, TOAST, "--state", str(state / "state"), "--no-screen", *options],
        env=os.environ | {"TMPDIR": str(state), "HOME": str(state)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        yield process
    finally:
        process.send_signal(signal.SIGINT)
        try:
            process.wait(timeout=10)
        finally:
            process.kill()


class CooksEar:
    """Somebody in the kitchen who hears the loudspeaker, and knows what it may say."""

    def __init__(self, recording: Recording, model: vosk.Model) -> None:
        self._recording = recording
        self._decoder = vosk.KaldiRecognizer(model, HEARING_RATE, json.dumps([*MAY_SAY, "[unk]"]))
        self._resampler = Resampler(RATE)
        self._taken = 0
        self._heard: list[str] = []

    def wait_for(self, sentence: str, seconds: float = 120) -> str:
        """Listen until two thirds of the sentence's words were said; returns all that was heard."""
        until = time.monotonic() + seconds
        while not self.heard(sentence):
            assert time.monotonic() < until, f"not said: {sentence}; heard: {self._words()}"
            time.sleep(0.2)
        return self._words()

    def heard(self, sentence: str) -> bool:
        """Whether two thirds of these words were said by now."""
        words, heard = sentence.split(), self._words().split()
        return sum(word not in heard for word in words) <= len(words) / 3

    def _words(self) -> str:
        fresh = self._recording.samples[self._taken :]
        self._taken += len(fresh)
        sound = self._resampler.push((fresh / 32_768).astype(np.float32))
        if self._decoder.AcceptWaveform(to_pcm(sound).tobytes()):
            self._heard.append(json.loads(self._decoder.Result())["text"])
        unfinished = json.loads(self._decoder.PartialResult()).get("partial", "")
        return " ".join([*self._heard, unfinished])


def say(server: SoundServer, name: str) -> None:
    sound = read_all(next(iter(sorted(RECORDINGS.glob(f"{name}--*.flac")))))
    server.play(np.pad(sound, (4000, 12_000)), rate=HEARING_RATE)


def quiet_for(recording: Recording, seconds: float, patience: float = 40) -> None:
    """Wait until the loudspeaker has been silent that long."""
    until = time.monotonic() + patience
    while time.monotonic() < until:
        tail = recording.samples[-int(seconds * RATE) :]
        if len(recording.samples) > seconds * RATE and np.abs(tail).max(initial=0) < 200:
            return
        time.sleep(0.1)
    raise AssertionError("it never stopped talking")


def test_a_cook_is_heard_and_answered_and_a_restart_goes_on(
    kitchen: SoundServer, english: vosk.Model, saying: Saying, tmp_path: Path
) -> None:
    with kitchen.recording() as recording, cooking(tmp_path) as app:
        ear = CooksEar(recording, english)
        ear.wait_for(STEP_ONE)
        quiet_for(recording, 1.5)
        saying.until(lambda: say(kitchen, "next"), lambda: ear.heard(STEP_TWO), 20)
        quiet_for(recording, 1.5)
        saying.until(lambda: say(kitchen, "where_am_i"), lambda: ear.heard(WHERE), 20)
        assert app.poll() is None
        os.kill(app.pid, signal.SIGKILL)
    with kitchen.recording() as recording, cooking(tmp_path):
        heard = CooksEar(recording, english).wait_for("welcome back i was away for seconds")
    assert "today we make" not in heard
    assert sounds_in(tmp_path) == []


def test_stop_silences_it_and_is_kept_where_that_was_asked_for(
    kitchen: SoundServer, english: vosk.Model, saying: Saying, tmp_path: Path
) -> None:
    kept = tmp_path / "kept"
    with (
        kitchen.recording() as recording,
        cooking(tmp_path, "--keep-audio", str(kept)) as app,
    ):
        assert app.stdout
        assert app.stdout.readline().startswith(f"Recordings of what I hear are kept in {kept}")
        CooksEar(recording, english).wait_for("say ingredients to hear what")
        saying.until(lambda: say(kitchen, "stop"), lambda: "stop" in texts_in(kept), 1)
        quiet_for(recording, 1.0)
    assert {file.parent for file in sounds_in(tmp_path)} == {kept}


def test_with_a_wake_word_only_what_follows_it_counts_and_both_are_kept(
    kitchen: SoundServer, english: vosk.Model, saying: Saying, speak: Speak, tmp_path: Path
) -> None:
    kept = tmp_path / "kept"
    options = ("--wake-word", "hey chef", "--keep-audio", str(kept))
    with kitchen.recording() as recording, cooking(tmp_path, *options):
        ear = CooksEar(recording, english)
        ear.wait_for(STEP_ONE)
        quiet_for(recording, AFTER_TALK_S + 1)
        saying.until(lambda: say(kitchen, "next"), lambda: "next" in texts_in(kept), 3)
        quiet_for(recording, 2.0, patience=2.5)  # heard, but not said to it
        called = speak("hey chef next")
        saying.until(
            lambda: kitchen.play(called, rate=HEARING_RATE), lambda: ear.heard(STEP_TWO), 20
        )
    assert {"next", "hey chef next"} <= texts_in(kept)
    assert {file.stem for file in sounds_in(kept)} == {file.stem for file in kept.glob("*.json")}
    assert all(np.abs(read_all(file)).max() > 1000 for file in sounds_in(kept))


def texts_in(kept: Path) -> set[str]:
    """What the recordings in this folder were taken for."""
    return {json.loads(file.read_text())["text"] for file in kept.glob("*.json")}


def sounds_in(folder: Path) -> list[Path]:
    """Files that hold sound, whatever they are called."""
    files = [file for file in folder.rglob("*") if file.is_file()]
    return [file for file in files if file.read_bytes()[:4] in (b"RIFF", b"fLaC", b"OggS")]


def test_without_a_microphone_or_loudspeaker_it_says_what_to_do(
    no_sound: None, tmp_path: Path
) -> None:
    done = subprocess.run(
        [*COOK, "--state", str(tmp_path)], capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert done.returncode == 3
    assert "--typed" in done.stderr
    assert "Traceback" not in done.stderr


def test_an_unknown_device_is_answered_with_those_there_are(
    kitchen: SoundServer, tmp_path: Path
) -> None:
    done = subprocess.run(
        [*COOK, "--state", str(tmp_path), "--input", "banana"],
        capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert done.returncode == 3
    assert "kitchen_usb_microphone" in done.stderr


def test_typed_works_without_any_sound(no_sound: None, tmp_path: Path) -> None:
    done = subprocess.run(
        [*COOK, "--typed", "--state", str(tmp_path)],
        input="next\nhow much salt\nquit\nyes\n",
        capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert done.returncode == 0
    assert "Pat the pork belly dry" in done.stdout
    assert "One teaspoon" in done.stdout
    assert "Goodbye" in done.stdout


def test_the_doctor_listens_to_the_microphone(kitchen: SoundServer) -> None:
    microphone, loudspeaker = sound_card()
    assert re.fullmatch(r"default \(--input .*kitchen_usb_mic.*\), muted", microphone.found)
    assert re.fullmatch(r"default \(--output .*kitchen_speakers.*\)", loudspeaker.found)
