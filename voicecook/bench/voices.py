"""Synthetic cooks: espeak's voices, and flite's where it is installed."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from voicecook.rehearsal import as_loud_as_a_cook
from voicecook.sound import HEARING_RATE, Pcm, read_all, to_pcm
from voicecook.speaking import Synthesiser, resampled

ESPEAK = ("en-us", "en-gb", "en-us+f3", "en-gb+m3")
FLITE = ("slt", "rms", "awb", "kal16")
"""Recorded speakers: two Americans, a Scot and an older synthetic voice."""
BREATH = "|"
"""Where a cook may draw breath in a sentence."""


@dataclass(slots=True)
class Voices:
    """Says sentences in turns."""

    synthesiser: Synthesiser
    names: tuple[str, ...]

    def say(self, text: str, turn: int, breath_s: float | None = None) -> Pcm:
        """The sentence in the voice whose turn it is, without silence around it.

        With `breath_s`, the parts between its `|` are said apart, so far from each other.
        """
        voice = self.names[turn % len(self.names)]
        if breath_s is None:
            return as_loud_as_a_cook(self._render(text.replace(f" {BREATH}", ""), voice))
        import numpy as np

        pause = np.zeros(int(breath_s * HEARING_RATE), np.int16)
        parts = [self._render(part.strip(), voice) for part in text.split(BREATH)]
        joined = [sound for part in parts for sound in (pause, part)][1:]
        return as_loud_as_a_cook(np.concatenate(joined))

    def _render(self, text: str, voice: str) -> Pcm:
        if voice in FLITE:
            return _flite(text, voice)
        return to_pcm(resampled(self.synthesiser.render(text, voice=voice), HEARING_RATE))


def available() -> tuple[str, ...]:
    """The voices of this machine, the clearer first."""
    return (*FLITE, *ESPEAK) if shutil.which("flite") else ESPEAK


def _flite(text: str, voice: str) -> Pcm:
    import numpy as np

    with TemporaryDirectory() as folder:
        wav = Path(folder) / "said.wav"
        command = ["flite", "-voice", voice, "-t", text, "-o", str(wav)]
        subprocess.run(command, check=True, capture_output=True, timeout=60)
        sound = read_all(wav)
    loud = np.flatnonzero(np.abs(sound.astype(np.int32)) > 0.01 * np.abs(sound).max())
    return sound[loud[0] : loud[-1] + 1]
