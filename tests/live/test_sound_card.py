"""The real sound card code against a sound server: what it hears, plays, loses and finds again."""

from __future__ import annotations

import json
import re
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

import numpy as np
import pytest

from tests.live.conftest import Apart
from tests.live.sound_server import RATE, SoundServer
from voicecook.errors import MissingError
from voicecook.sound.card import LiveSoundCard
from voicecook.sound.devices import find_device
from voicecook.sound.pcm import HEARING_RATE
from voicecook.speaking.mouth import Mouth
from voicecook.speaking.player import Player, Sentence
from voicecook.speaking.synthesiser import EspeakSynthesiser

if TYPE_CHECKING:
    from numpy.typing import NDArray

MODEL = Path(__file__).parents[2] / "models" / "vosk-model-small-en-us-0.15"

pytestmark = pytest.mark.sound


@contextmanager
def working(card: LiveSoundCard) -> Iterator[LiveSoundCard]:
    card.start()
    try:
        until = time.monotonic() + 10
        while card.read(0.1) is None:
            assert time.monotonic() < until, "the device never began"
        yield card
    finally:
        card.stop()


def tone(pitch_hz: float, seconds: float) -> NDArray[np.float32]:
    t = np.arange(int(seconds * RATE)) / RATE
    return (0.3 * np.sin(2 * np.pi * pitch_hz * t)).astype(np.float32)


def pcm(samples: NDArray[np.float32]) -> NDArray[np.int16]:
    return (samples * 32_767).astype(np.int16)


def loudest_pitch(samples: NDArray[np.int16], rate: int) -> float:
    spectrum = np.abs(np.fft.rfft(samples.astype(np.float64)))
    return float(np.argmax(spectrum)) * rate / len(samples)


def listen(card: LiveSoundCard, seconds: float) -> NDArray[np.int16]:
    until = time.monotonic() + seconds
    blocks = []
    while time.monotonic() < until:
        if block := card.read(0.1):
            blocks.append(block.mic)
    return np.concatenate(blocks)


@pytest.mark.parametrize(
    ("microphone", "loudspeaker"),
    [(None, None), ("usb_microphone", "kitchen_speakers"), ("default", None)],
)
def test_it_hears_what_is_said_into_the_microphone(
    kitchen: SoundServer, microphone: str | None, loudspeaker: str | None
) -> None:
    card = LiveSoundCard(Player(RATE), microphone=microphone, loudspeaker=loudspeaker)
    with working(card):
        speaking = threading.Thread(target=kitchen.play, args=(pcm(tone(500, 2)),))
        speaking.start()
        heard = listen(card, 2.5)
        speaking.join()
    assert loudest_pitch(heard, HEARING_RATE) == pytest.approx(500, abs=2)


def test_the_loudspeaker_sounds_what_the_player_plays(kitchen: SoundServer) -> None:
    player = Player(RATE, volume=1)
    with kitchen.recording() as recording, working(LiveSoundCard(player)) as card:
        player.say(Sentence("la", samples=tone(700, 1)))
        listen(card, 2)
    assert loudest_pitch(recording.samples, RATE) == pytest.approx(700, abs=2)


def test_every_sentence_is_understood_from_the_loudspeaker(kitchen: SoundServer) -> None:
    sentences = ["pat the pork belly dry", "the pork is done", "brush the pork with the glaze"]
    synthesiser = EspeakSynthesiser()
    player = Player(RATE, volume=1)
    mouth = Mouth(player, synthesiser)
    with kitchen.recording() as recording, working(LiveSoundCard(player)) as card:
        mouth.say(". ".join(sentences))
        while player.speaking:
            card.read(0.1)
        listen(card, 0.5)
    mouth.close()
    synthesiser.close()
    assert words(recording.samples, sentences) == sentences


def words(sound: NDArray[np.int16], phrases: list[str]) -> list[str]:
    """Which of the phrases the recogniser hears, in order."""
    import vosk

    model = vosk.Model(str(MODEL))
    recogniser = vosk.KaldiRecognizer(model, RATE, json.dumps([*phrases, "[unk]"]))
    pieces = [sound[at : at + RATE // 25].tobytes() for at in range(0, len(sound), RATE // 25)]
    results = [recogniser.Result() for piece in pieces if recogniser.AcceptWaveform(piece)]
    heard = [json.loads(result)["text"] for result in (*results, recogniser.FinalResult())]
    return re.findall("|".join(phrases), " ".join(heard))


def test_a_hush_is_silence_at_the_loudspeaker(kitchen: SoundServer) -> None:
    """Long before the sentence would end; scripts/measure_speaking says how soon."""
    player = Player(RATE, volume=1)
    took = []
    with kitchen.recording() as recording, working(LiveSoundCard(player)) as card:
        for _ in range(5):
            player.say(Sentence("la", samples=tone(700, 5)))
            listen(card, 0.5)
            hushed = time.monotonic()
            player.hush()
            listen(card, 0.5)
            took.append(recording.last_loud(hushed, time.monotonic()) - hushed)
    assert [event.what for event in player.events] == ["began", "cut"] * 5
    assert 0 < median(took) < 0.5, took


def test_the_reference_meets_its_echo(kitchen: SoundServer) -> None:
    """A device that hears nothing but itself: both sides of a block hold the same sound."""
    rng = np.random.default_rng(1)
    noise = (0.2 * rng.standard_normal(6 * RATE)).astype(np.float32)
    player = Player(RATE, volume=1)
    card = LiveSoundCard(player, microphone="kitchen_echo", loudspeaker="kitchen_echo")
    with working(card):
        player.say(Sentence("noise", samples=noise))
        mic, reference = [], []
        until = time.monotonic() + 6
        while time.monotonic() < until:
            if block := card.read(0.1):
                mic.append(block.mic)
                reference.append(block.reference)
    late_s = delay_s(
        np.concatenate(mic)[-2 * HEARING_RATE :], np.concatenate(reference)[-2 * HEARING_RATE :]
    )
    assert -0.005 < late_s < 0.06


def delay_s(mic: NDArray[np.int16], reference: NDArray[np.int16]) -> float:
    """By how much `mic` is later than `reference`, from where they resemble each other most."""
    n = 2 * len(mic)
    both = np.fft.rfft(mic, n) * np.conj(np.fft.rfft(reference, n))
    peak = int(np.argmax(np.abs(np.fft.irfft(both))))
    return (peak if peak < len(mic) else peak - n) / HEARING_RATE


def test_it_recovers_when_the_sound_server_dies_and_returns(kitchen: SoundServer) -> None:
    player = Player(RATE)
    with working(LiveSoundCard(player)) as card:
        assert not card.gone
        kitchen.kill()
        try:
            wait_until(lambda: card.gone != "")
        finally:
            kitchen.start()
        wait_until(lambda: not card.gone and card.read(0.1) is not None)
    assert card.reopened == 1


def test_it_recovers_when_the_sound_server_freezes(kitchen: SoundServer) -> None:
    """Nothing comes and nothing is refused; what was said meanwhile is not heard later."""
    with working(LiveSoundCard(Player(RATE))) as card:
        kitchen.freeze()
        try:
            wait_until(lambda: card.gone != "")
        finally:
            kitchen.thaw()
        wait_until(lambda: not card.gone and card.read(0.1) is not None)


def test_a_pulled_microphone_is_told_through_the_loudspeaker(apart: Apart) -> None:
    player = Player(RATE, volume=1)
    card = LiveSoundCard(player, microphone="usb_microphone", loudspeaker="loud_speakers")
    with working(card), apart.loudspeaker.recording() as recording:
        apart.microphone.kill()
        wait_until(lambda: card.gone == "microphone")
        player.say(Sentence("la", samples=tone(700, 3)))
        wait_until(lambda: np.abs(recording.samples).max(initial=0) > 3000)
        wait_until(lambda: not player.speaking)
        apart.microphone.start()
        wait_until(lambda: not card.gone and card.read(0.1) is not None)
    loud = recording.samples[np.abs(recording.samples) > 1000]
    assert loudest_pitch(recording.samples, RATE) == pytest.approx(700, abs=3)
    assert len(loud) > RATE


def test_a_pulled_loudspeaker_is_missed_and_found_again(apart: Apart) -> None:
    player = Player(RATE, volume=1)
    card = LiveSoundCard(player, microphone="usb_microphone", loudspeaker="loud_speakers")
    with working(card):
        apart.loudspeaker.kill()
        wait_until(lambda: card.gone == "loudspeaker")
        player.say(Sentence("la", samples=tone(700, 1)))
        wait_until(lambda: not player.speaking)  # it passes unheard
        apart.loudspeaker.start()
        wait_until(lambda: not card.gone and card.read(0.1) is not None)


def wait_until(what: Callable[[], bool], seconds: float = 30) -> None:
    """Wait until `what` holds; how soon it ought to is tested in virtual time."""
    began = time.monotonic()
    while not what():
        assert time.monotonic() - began < seconds, "it never came to pass"
        time.sleep(0.02)


def test_a_device_that_never_begins_gets_a_longer_buffer(kitchen: SoundServer) -> None:
    """pulseaudio gives no sound at all with 30 ms at 44,100 Hz."""
    with working(LiveSoundCard(Player(44_100), latency_s=0.03)) as card:
        assert len(listen(card, 1)) > HEARING_RATE // 2


def test_an_unknown_device_is_named_with_those_there_are(kitchen: SoundServer) -> None:
    with pytest.raises(MissingError, match=r'no microphone "banana".*--input.*usb_microphone'):
        find_device("input", "banana")


def test_without_a_sound_device_the_remedy_is_told(no_sound: None) -> None:
    with pytest.raises(MissingError, match=r"no microphone.*voicecook cook --typed"):
        LiveSoundCard(Player(RATE)).start()
