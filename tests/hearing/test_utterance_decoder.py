"""An utterance is read to its end as a whole, whatever pauses the decoder makes of it."""

from __future__ import annotations

from voicecook.hearing.recogniser import NOTHING, Hypothesis
from voicecook.hearing.utterance_decoder import UtteranceDecoder

PAUSE = b".."


class Letters:
    """Reads bytes as the letters they are; two dots are a pause, after which it begins afresh."""

    heard_s = 0.0

    def __init__(self) -> None:
        self.had = b""

    def feed(self, audio: bytes) -> tuple[Hypothesis, ...] | None:
        self.had += audio
        return self.finish() if self.had.endswith(PAUSE) else None

    def partial(self) -> str:
        return self.had.decode()

    def finish(self) -> tuple[Hypothesis, ...]:
        had, self.had = self.had, b""
        text = had.decode().strip(".")
        return (Hypothesis(text, float(len(had)), 0.0, 0.0),) if had else NOTHING


def test_what_comes_after_a_pause_is_added() -> None:
    reader = UtteranceDecoder(Letters())
    audio = bytearray(b"ab..")
    assert reader.catch_up(audio)
    audio += b"cd"
    assert reader.finish(audio)[0] == Hypothesis("ab cd", 6.0, 0.0, 0.0)


def test_quiet_after_a_pause_adds_its_score_alone() -> None:
    reader = UtteranceDecoder(Letters())
    reader.catch_up(bytearray(b"ab.."))
    assert reader.finish(bytearray(b"ab...."))[0] == Hypothesis("ab", 6.0, 0.0, 0.0)


def test_more_sound_is_read_again_from_the_beginning() -> None:
    reader = UtteranceDecoder(Letters())
    assert reader.finish(bytearray(b"ab"))[0].text == "ab"
    assert reader.finish(bytearray(b"abcd"))[0].text == "abcd"


def test_a_forgotten_utterance_leaves_nothing_behind() -> None:
    reader = UtteranceDecoder(Letters())
    reader.catch_up(bytearray(b"ab"))
    reader.forget()
    assert reader.finish(bytearray(b"cd"))[0].text == "cd"


def test_a_shared_decoder_begins_afresh() -> None:
    shared = Letters()
    UtteranceDecoder(shared).catch_up(bytearray(b"ab"))
    assert UtteranceDecoder(shared).finish(bytearray(b"cd"))[0].text == "cd"
