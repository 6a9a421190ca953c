"""A thin wrapper around Vosk that steps around its traps (see docs/hearing.md)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from voicecook.errors import MissingError
from voicecook.sound import HEARING_RATE

UNKNOWN = "[unk]"
"""What a grammar says for a word that is not in it."""
ALTERNATIVES = 20
SEARCH = {"--beam": "11.0", "--lattice-beam": "6.0"}
"""How far behind the best a reading may lie and still be told (the model itself: 10 and 2).

What comes second tells how sure the first is. It costs a tenth more.
"""
TIMES = {1: 400, 2: 100}
LEAST_TIMES = 10
"""How often a phrase of so many words is listed: the grammar counts, so short ones become likelier.

The more often all are listed, the less it jumps from the midst of one phrase into another.
"""
UNKNOWNS = [UNKNOWN] * 400


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """One of the n-best readings: its words, how well they fit (log likelihood), where they are."""

    text: str
    score: float
    start_s: float
    end_s: float

    def later(self, seconds: float) -> Hypothesis:
        """The same words, so much later."""
        return replace(self, start_s=self.start_s + seconds, end_s=self.end_s + seconds)


SILENT_FRAME = bytes(HEARING_RATE // 50 * 2)
"""20 ms of silence."""
NOTHING = (Hypothesis("", 0.0, 0.0, 0.0),)


def _times(phrase: str) -> int:
    return TIMES.get(len(phrase.split()), LEAST_TIMES)


class Decoder:
    """Turns 16 kHz audio into words; best reading first. Not thread-safe."""

    def __init__(self, recogniser: Any) -> None:
        recogniser.SetMaxAlternatives(ALTERNATIVES)
        recogniser.SetWords(True)
        self._recogniser = recogniser
        self._fed = 0
        self._paused = False
        self._began = 0

    def feed(self, audio: bytes) -> tuple[Hypothesis, ...] | None:
        """Take some int16 audio; the readings if Vosk itself thinks the utterance is over."""
        self._fed += len(audio) // 2
        self._paused = bool(self._recogniser.AcceptWaveform(audio))
        if not self._paused:
            return None
        return self._read(self._recogniser.Result())  # always asked for: else memory grows

    @property
    def heard_s(self) -> float:
        """How much it has been given in its life, in seconds."""
        return self._fed / HEARING_RATE

    def partial(self) -> str:
        """The partial result: the words so far."""
        return str(json.loads(self._recogniser.PartialResult()).get("partial", ""))

    def finish(self) -> tuple[Hypothesis, ...]:
        """Read everything fed since the last finish to its very end, and begin afresh."""
        if self._paused:  # after a result nothing is flushed: the next would begin with the rest
            self._recogniser.AcceptWaveform(SILENT_FRAME)
        found = self._read(self._recogniser.FinalResult())
        self._paused = False
        self._began = self._fed
        return found

    def _read(self, answer: str) -> tuple[Hypothesis, ...]:
        found = json.loads(answer).get("alternatives", [])
        return tuple(self._hypothesis(each) for each in found) or NOTHING

    def _hypothesis(self, found: dict[str, Any]) -> Hypothesis:
        words = found.get("result") or [{"start": 0.0, "end": 0.0}]
        began = self._began / HEARING_RATE
        return Hypothesis(
            text=found["text"],
            score=found["confidence"],
            start_s=words[0]["start"] - began,
            end_s=words[-1]["end"] - began,
        )


class SpeechModel:
    """The acoustic model and its vocabulary, loaded once (half a second, 120 MB)."""

    def __init__(self, folder: Path) -> None:
        import vosk

        if not (folder / "am" / "final.mdl").is_file():
            raise MissingError(f"no speech model in {folder}; run: voicecook model fetch")
        vosk.SetLogLevel(-1)
        with _searched_wider(folder) as wider:
            self._model = vosk.Model(str(wider))
        self._dictation: Decoder | None = None

    def afresh(self) -> SpeechModel:
        """The same model for another listener, whose decoders know nothing of what this one heard.

        A decoder adapts to the voices it hears: without this, one scripted run colours the next.
        """
        fresh = SpeechModel.__new__(SpeechModel)
        fresh._model = self._model
        fresh._dictation = None
        return fresh

    def knows(self, word: str) -> bool:
        """Whether the vocabulary holds this word; others can never be heard."""
        return bool(self._model.vosk_model_find_word(word) >= 0)

    def unknown_words(self, phrases: Iterable[str]) -> list[str]:
        """The words of these phrases that can never be heard, sorted."""
        words = {word for phrase in phrases for word in phrase.split()}
        return sorted(word for word in words if not self.knows(word))

    def grammar(self, phrases: Sequence[str]) -> Decoder:
        """A decoder that listens for these phrases and for something unknown (up to 50 ms)."""
        unknown = set(self.unknown_words(phrases))
        heard = [phrase for phrase in phrases if unknown.isdisjoint(phrase.split())]
        listed = [phrase for phrase in heard for _ in range(_times(phrase))]
        return self._listening_for([*listed, *UNKNOWNS])

    def words(self, words: Sequence[str]) -> Decoder:
        """A decoder that knows only these words; the oftener one is listed, the likelier it is."""
        unknown = set(self.unknown_words(set(words)))
        return self._listening_for([word for word in words if word not in unknown])

    def _listening_for(self, listed: Sequence[str]) -> Decoder:
        import vosk

        return Decoder(vosk.KaldiRecognizer(self._model, HEARING_RATE, json.dumps(listed)))

    def dictation_afresh(self) -> Decoder:
        """The decoder for any English, made anew (0.1 s); nobody must be using the one before.

        A decoder keeps each state of its graph it has ever been in: 1.7 MB for a second of sound.
        """
        self._dictation = None
        give_back_memory()
        return self.dictation()

    def dictation(self) -> Decoder:
        """The one decoder for any English, made ready at its first use (0.1 s); share it."""
        import vosk

        if self._dictation is None:
            self._dictation = Decoder(vosk.KaldiRecognizer(self._model, HEARING_RATE))
            self._dictation.feed(SILENT_FRAME)
            self._dictation.finish()
        return self._dictation


def give_back_memory() -> None:
    """Have the C library return what was freed; by itself it keeps it."""
    import ctypes

    if trim := getattr(ctypes.CDLL(None), "malloc_trim", None):
        trim(0)


@contextmanager
def _searched_wider(folder: Path) -> Iterator[Path]:
    """The model beside settings of ours, for as long as it takes to load; nothing is copied."""
    with TemporaryDirectory(prefix="voicecook-model-") as name:
        place = Path(name)
        for part in folder.iterdir():
            if part.name != "conf":
                (place / part.name).symlink_to(part.resolve())
        (place / "conf").mkdir()
        for part in (folder / "conf").iterdir():
            (place / "conf" / part.name).symlink_to(part.resolve())
        settings = (folder / "conf" / "model.conf").read_text(encoding="utf-8").splitlines()
        kept = [line for line in settings if line.partition("=")[0] not in SEARCH]
        (place / "conf" / "model.conf").unlink()
        (place / "conf" / "model.conf").write_text(
            "\n".join([*kept, *(f"{name}={value}" for name, value in SEARCH.items()), ""])
        )
        yield place


@lru_cache(maxsize=1)
def load_model(folder: Path) -> SpeechModel:
    """The speech model in this folder. Raises MissingError."""
    return SpeechModel(folder)
