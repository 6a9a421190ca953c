"""The voice's own process: requests on standard input, sound on standard output.

espeak can be set up once a process, runs threads of its own beneath pyttsx3, and ends the whole
process when its data is missing. Here it may do all that: whoever started this process times each
request, and starts another when one hangs or dies.

It begins with an answer: `{"bytes": 0}` when it is ready, `{"missing": WHY, "mend": COMMAND}` when
it cannot be. A request is a line of JSON, `{"text", "voice", "rate"}`. An answer is a line of JSON,
`{"bytes": N}`, followed by so many bytes, int16 mono at 22,050 Hz; or it is `{"error": WHY}`.
"""

from __future__ import annotations

import io
import json
import os
import signal
import sys
import time
import wave
from collections.abc import Callable
from typing import Any, BinaryIO

from voicecook.errors import lack_behind

TRIES = 3


def main() -> None:
    """Answer requests until standard input ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the app; we end with our input
    answers = _keep_standard_output()
    try:
        voice = _Voice()
    except Exception as error:  # pyttsx3 and ctypes raise all sorts when espeak is not there
        _send(answers, {"missing": str(error), "mend": _mend(error)})
        return
    _send(answers, {"bytes": 0})
    for line in sys.stdin.buffer:
        _answer(answers, voice, json.loads(line))


def _mend(error: Exception) -> str:
    lack = lack_behind(error) if isinstance(error, ImportError | OSError) else None
    return lack.command if lack else "sudo apt-get install libespeak-ng1"


def _keep_standard_output() -> BinaryIO:
    """Standard output for answers only: what pyttsx3 prints goes nowhere."""
    answers = os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.close(nowhere)
    return answers


def _answer(answers: BinaryIO, voice: _Voice, request: dict[str, Any]) -> None:
    try:
        sound = voice.render(request["text"], request["voice"], request["rate"])
    except ValueError as error:
        _send(answers, {"error": str(error)})
    else:
        _send(answers, {"bytes": len(sound)}, sound)


def _send(answers: BinaryIO, head: dict[str, Any], sound: bytes = b"") -> None:
    answers.write(json.dumps(head).encode() + b"\n" + sound)
    answers.flush()


class _Voice:
    """pyttsx3, one utterance at a time.

    espeak works on a thread of its own, also when it only sets a rate. If pyttsx3 is told to speak
    before that thread has come to rest, it takes the one for the other and cancels the utterance:
    so wait for espeak itself before and after, and believe only an utterance that is completed.
    """

    def __init__(self) -> None:
        import pyttsx3
        from pyttsx3.drivers import _espeak

        self._engine = pyttsx3.init("espeak")
        self._is_busy: Callable[[], int] = _espeak.IsPlaying
        self._errors: list[Exception] = []
        self._completed = False
        self._engine.connect("error", lambda name, exception: self._errors.append(exception))
        self._engine.connect("finished-utterance", self._on_finished)
        self._ids = self._ids_by_language()

    def render(self, text: str, voice: str, rate: int) -> bytes:
        """`text` as int16 mono at 22,050 Hz. Raises ValueError when there is no such voice."""
        if not text.strip():
            return b""
        for _ in range(TRIES):
            sound = self._try(text, voice, rate)
            if self._errors:
                raise ValueError(str(self._errors[0]))
            if self._completed:
                return sound
        raise ValueError(f"espeak broke off {TRIES} times")

    def _try(self, text: str, voice: str, rate: int) -> bytes:
        self._errors.clear()
        self._completed = False
        self._engine.setProperty("voice", self._id(voice))
        self._engine.setProperty("rate", rate)
        self._wait_for_espeak()
        wav = io.BytesIO()  # save_to_file hands its target to `wave.open`, which takes files too
        self._engine.save_to_file(text, wav)
        self._engine.runAndWait()
        self._wait_for_espeak()
        return _samples(wav)

    def _wait_for_espeak(self) -> None:
        while self._is_busy():
            time.sleep(0.0005)

    def _on_finished(self, name: str | None, completed: bool) -> None:
        self._completed = completed

    def _id(self, voice: str) -> str:
        language, plus, variant = voice.partition("+")
        return self._ids.get(language, language) + plus + variant

    def _ids_by_language(self) -> dict[str, str]:
        ids: dict[str, str] = {}
        for voice in self._engine.getProperty("voices"):
            for language in voice.languages:
                ids.setdefault(language, voice.id)
        return ids


def _samples(wav: io.BytesIO) -> bytes:
    if not wav.getbuffer():
        return b""
    wav.seek(0)
    with wave.open(wav) as sound:
        return bytes(sound.readframes(sound.getnframes()))


if __name__ == "__main__":
    main()
