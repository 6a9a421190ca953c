"""Measures the ear against plain Vosk on the same sounds: the table of docs/hearing.md.

Plain Vosk means the same model and the same grammar, acting on every final result that is a
command, at Vosk's own end of utterance.
"""

from __future__ import annotations

import csv
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean

import numpy as np

from voicecook.commands.intents import Context, Intent
from voicecook.hearing.audio_files import RATE, Pcm, read_all
from voicecook.hearing.decisions import CommandSet, Understood
from voicecook.hearing.ear import Ear
from voicecook.hearing.figures import Figure, percentiles, rate, share
from voicecook.hearing.recogniser import UNKNOWN, Decoder, SpeechModel

BLOCK = RATE * 40 // 1000
TAIL = np.zeros(RATE * 6 // 5, np.int16)
WORDS = ("stop", "yes", "no")
"""Commands of which recordings by many people exist."""
NOISE_TARGETS = {24: "≥ 99 %", 12: "≥ 97 %", 6: "≥ 94 %", 0: "≥ 85 %"}
ECHO_TARGETS = {-6: "≥ 97 %", 0: "≥ 97 %", 6: "≥ 90 %"}
OVER_SPEECH = ("stop", "next", "repeat")
FRAME = 2048


@dataclass(frozen=True, slots=True)
class Acted:
    """One action: what was understood and how much of the stream had been fed."""

    text: str
    intents: tuple[Intent, ...]
    at_s: float


@dataclass(slots=True)
class Bench:
    """Where the sounds lie and what is listened for; `every` takes one sound in so many."""

    model: SpeechModel
    commands: CommandSet
    data: Path
    recordings: Path
    every: int = 1

    def figures(self) -> Iterator[Figure]:
        """All figures, each as soon as it is known."""
        yield from self.early()
        yield self.words("real speakers, quiet", "≥ 99.5 %")
        for snr_db, target in NOISE_TARGETS.items():
            yield self.words(f"with kitchen noise at {snr_db} dB", target, snr_db)
        yield self.other_words()
        yield self.other_speech()
        yield from self.over_own_voice()

    def early(self) -> Iterator[Figure]:
        """How soon, and how rightly, spoken commands are acted on (synthetic voices)."""
        late: list[float] = []
        plain_late: list[float] = []
        right = plain_right = n = 0
        for text, audio in self._commands():
            n += 1
            meant, end_s = self.commands.heard(text, Context.QUESTION), _end_s(audio)
            ours, plain = self._ours(audio), self._plain(audio)
            late += [each.at_s - end_s for each in ours[:1]]
            plain_late += [each.at_s - end_s for each in plain[:1]]
            right += [each.intents for each in ours] == [meant]
            plain_right += [each.intents for each in plain] == [meant]
        yield Figure(
            "end of speech → decision, median / p95 (synthetic voices)",
            "≤ 0.15 / 0.30 s",
            str(n),
            percentiles(late),
            percentiles(plain_late),
        )
        yield Figure(
            "commands acted on rightly (synthetic voices)", "", str(n), share(right, n),
            share(plain_right, n),
        )  # fmt: skip

    def words(self, name: str, target: str, snr_db: float | None = None) -> Figure:
        """Commands of real speakers that are acted on rightly."""
        rng = random.Random(2)  # noqa: S311
        right = plain_right = n = 0
        for text, audio in self._words(commands=True):
            mixed = audio if snr_db is None else self._with_noise(audio, snr_db, rng)
            n += 1
            meant = [self.commands.heard(text, Context.QUESTION)]
            right += [each.intents for each in self._ours(mixed)] == meant
            plain_right += [each.intents for each in self._plain(mixed)] == meant
        return Figure(name, target, str(n), share(right, n), share(plain_right, n))

    def other_words(self) -> Figure:
        """Single words that are no command and were acted on all the same."""
        sounds = [audio for _, audio in self._words(commands=False)]
        wrong = sum(bool(self._ours(audio)) for audio in sounds)
        plain = sum(bool(self._plain(audio)) for audio in sounds)
        n = len(sounds)
        return Figure(
            "words that are no command, acted on", "≤ 0.5 %", str(n), share(wrong, n),
            share(plain, n),
        )  # fmt: skip

    def other_speech(self) -> Figure:
        """False actions in an hour of other people's talk."""
        wrong = plain = 0
        seconds = 0.0
        for file in self._talk()[:: self.every]:
            audio = read_all(file, 1800)
            seconds += len(audio) / RATE
            wrong += len(self._ours(audio, Context.COOKING))
            plain += len(self._plain(audio, Context.COOKING))
        hours = seconds / 3600
        return Figure(
            "false actions an hour of other people's speech", "≤ 0.1", f"{hours:.2f} h",
            rate(wrong, hours), rate(plain, hours),
        )  # fmt: skip

    def over_own_voice(self) -> Iterator[Figure]:
        """Commands said over the app's own voice, and what that voice sets off by itself."""
        own = np.concatenate([read_all(file) for file in self._own_voice()])
        room = self._room()
        for echo_db, target in ECHO_TARGETS.items():
            heard = plain = n = itself = itself_plain = 0
            for text, audio in self._commands(every=1):
                if text not in OVER_SPEECH:
                    continue
                n += 1
                voice = own[: len(audio) + 2 * RATE]
                echo = _at_level(_through(voice, room), audio, echo_db)
                mixed = _add(echo, audio, RATE)
                heard += text in [each.text for each in self._ours(mixed, reference=voice)]
                plain += text in [each.text for each in self._plain(mixed)]
                if n == 1:
                    alone = _at_level(_through(own, room), audio, echo_db)
                    itself = len(self._ours(alone, reference=own))
                    itself_plain = len(self._plain(alone))
            yield Figure(
                f"said over its own voice, echo at {echo_db:+d} dB (synthetic voices)", target,
                str(n), share(heard, n), share(plain, n),
            )  # fmt: skip
            yield Figure(
                f"actions its own voice sets off, echo at {echo_db:+d} dB", "0",
                f"{len(own) / RATE:.0f} s", str(itself), str(itself_plain),
            )  # fmt: skip

    def _ours(
        self, audio: Pcm, context: Context = Context.QUESTION, reference: Pcm | None = None
    ) -> list[Acted]:
        ear = Ear(self.commands, self.model, context)
        found: list[Acted] = []
        audio = np.concatenate([audio, TAIL])
        played = np.zeros_like(audio)
        if reference is not None:
            played[: len(reference)] = reference
        for at in range(0, len(audio), BLOCK):
            decisions = ear.feed(audio[at : at + BLOCK], played[at : at + BLOCK])
            found += [
                Acted(each.text, each.intents, each.decided_s)
                for each in decisions
                if isinstance(each, Understood)
            ]
        return found

    def _plain(self, audio: Pcm, context: Context = Context.QUESTION) -> list[Acted]:
        decoder = self.model.grammar(self.commands.phrases(context))
        audio = np.concatenate([audio, TAIL])
        found = []
        for at in range(0, len(audio), BLOCK):
            ended = decoder.feed(audio[at : at + BLOCK].tobytes())
            if ended:
                found.append((ended[0].text, (at + BLOCK) / RATE))
        found.append((_last(decoder), len(audio) / RATE))
        return [each for text, at_s in found for each in self._act(text, at_s, context)]

    def _act(self, text: str, at_s: float, context: Context) -> list[Acted]:
        if not text or UNKNOWN in text:
            return []
        intents = self.commands.heard(text, context)
        return [Acted(text, intents, at_s)] if intents else []

    def _commands(self, every: int = 0) -> Iterator[tuple[str, Pcm]]:
        files = sorted(self.recordings.glob("*--*.flac"))
        for file in files[:: every or self.every]:
            text = file.stem.split("--")[0].replace("_", " ")
            if not text.startswith("oov") and self.commands.heard(text, Context.QUESTION):
                yield text, np.pad(read_all(file), (RATE // 2, 0))

    def _words(self, commands: bool) -> Iterator[tuple[str, Pcm]]:
        folder = self.data / "speech" / "words"
        with (folder / "manifest.csv").open(encoding="utf-8") as manifest:
            rows = [
                row for row in csv.DictReader(manifest) if _is_row(row, commands, self.commands)
            ]
        for row in rows[:: self.every]:
            yield row["transcript"], read_all(folder / row["file"])

    def _talk(self) -> list[Path]:
        places = (
            "background/*/*.flac",
            "background/*/*.opus",
            "speech/home_control_sentences/*.flac",
        )
        return sorted(file for place in places for file in self.data.glob(place))

    def _own_voice(self) -> list[Path]:
        return sorted(self.recordings.glob("*--rms.flac"))[:12]

    def _room(self) -> Pcm:
        return read_all(self.data / "rooms" / "speechbrain_rir2.flac")[: RATE // 2]

    def _with_noise(self, audio: Pcm, snr_db: float, rng: random.Random) -> Pcm:
        noise = read_all(rng.choice(sorted((self.data / "noise").glob("*/*.flac"))))
        return _add(_at_level(np.resize(noise, len(audio)), audio, -snr_db), audio, 0)


def _is_row(row: dict[str, str], commands: bool, known: CommandSet) -> bool:
    text = row["transcript"]
    if commands:
        return text in WORDS
    return not known.heard(text, Context.QUESTION)


def _last(decoder: Decoder) -> str:
    return decoder.finish()[0].text


def _end_s(audio: Pcm) -> float:
    """Where the last sound ends: the last 10 ms within 35 dB of the loudest."""
    frames = audio[: len(audio) // 160 * 160].reshape(-1, 160).astype(np.float64)
    loud = np.flatnonzero((frames**2).mean(axis=1) > (frames**2).mean(axis=1).max() / 10**3.5)
    return float((loud[-1] + 1) * 160 / RATE)


def _loudest(audio: Pcm) -> float:
    """Power of the loudest 2,048-sample frame."""
    starts = range(0, max(1, len(audio) - FRAME + 1), FRAME)
    return max(fmean((audio[at : at + FRAME].astype(np.float64) ** 2).tolist()) for at in starts)


def _at_level(audio: Pcm, against: Pcm, db: float) -> Pcm:
    """The sound so loud that its loudest frame is `db` over that of `against`."""
    gain = (_loudest(against) / max(_loudest(audio), 1.0)) ** 0.5 * 10 ** (db / 20)
    return _clip(audio.astype(np.float64) * gain)


def _add(under: Pcm, audio: Pcm, at: int) -> Pcm:
    mixed = under.astype(np.float64)
    mixed[at : at + len(audio)] += audio
    return _clip(mixed)


def _clip(audio: np.ndarray[tuple[int], np.dtype[np.float64]]) -> Pcm:
    return np.clip(audio, -32768, 32767).astype(np.int16)


def _through(voice: Pcm, room: Pcm) -> Pcm:
    """The voice as it sounds in the room."""
    size = len(voice) + len(room)
    spectrum = np.fft.rfft(voice.astype(np.float64), size) * np.fft.rfft(room / 32768.0, size)
    return _clip(np.fft.irfft(spectrum, size)[: len(voice)])
