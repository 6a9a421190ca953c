"""Text to sound through pyttsx3 and espeak, prepared ahead and remembered."""

from __future__ import annotations

import contextlib
import json
import subprocess
import sys
import threading
from collections import OrderedDict
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import IO, TYPE_CHECKING, Any, Protocol, cast

from voicecook.errors import MissingError, UsageError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Sound = NDArray[np.int16]

VOICE_RATE = 22_050
"""Samples a second of everything that is rendered: what espeak gives."""

VOICE = "en-us"
"""No other espeak voice is measurably clearer (docs/speaking.md)."""
WORDS_A_MINUTE = 165
SLOWEST, FASTEST = 80, 320

_QUIET = 150  # of 32,768: what counts as silence before and after a sentence
_LEAD_S, _TAIL_S = 0.005, 0.03
_START_TIMEOUT_S = 30.0
_MEND = "Mend it with: sudo apt-get install libespeak-ng1"


class Synthesiser(Protocol):
    """Whatever turns a sentence into sound."""

    def render(self, text: str, *, voice: str = VOICE, rate: int = WORDS_A_MINUTE) -> Sound:
        """`text` as int16 mono at `VOICE_RATE` without silence around it."""

    def prepare(self, text: str, *, voice: str = VOICE, rate: int = WORDS_A_MINUTE) -> None:
        """Have `text` ready soon, without waiting for it."""


class EspeakSynthesiser:
    """The real voice. May be used from any thread; requests are served one after another.

    pyttsx3 and espeak live in a process of their own (`voice_process`), begun with the first
    request, so that nothing they do can hang, end or print into the app.
    """

    def __init__(self, *, cache_bytes: int = 16_000_000, timeout_s: float = 10.0) -> None:
        self._cache: OrderedDict[tuple[str, str, int], Sound] = OrderedDict()
        self._room_left = cache_bytes
        self._timeout_s = timeout_s
        self._process: subprocess.Popen[bytes] | None = None
        self._one_at_a_time = threading.Lock()
        self._ahead = ThreadPoolExecutor(1, "voicecook-prepare")

    def render(self, text: str, *, voice: str = VOICE, rate: int = WORDS_A_MINUTE) -> Sound:
        """`text` as int16 mono at `VOICE_RATE`, at `rate` words a minute, no silence around it.

        Raises UsageError for an unknown voice and MissingError when espeak is not installed.
        """
        key = (text, voice, min(max(rate, SLOWEST), FASTEST))
        with self._one_at_a_time:
            if key not in self._cache:
                self._remember(key, _trim(self._ask(*key)))
            self._cache.move_to_end(key)
            return self._cache[key]

    def prepare(self, text: str, *, voice: str = VOICE, rate: int = WORDS_A_MINUTE) -> None:
        """Render `text` in the background, so that `render` has it at once."""
        with contextlib.suppress(RuntimeError):  # closed meanwhile: nobody will ask for it
            self._ahead.submit(self.render, text, voice=voice, rate=rate)

    def close(self) -> None:
        """End the voice's process and what is still being prepared."""
        self._ahead.shutdown(cancel_futures=True)
        with self._one_at_a_time:
            self._end_process()

    @property
    def cached_bytes(self) -> int:
        """Bytes of sound that are ready."""
        return sum(sound.nbytes for sound in list(self._cache.values()))

    @property
    def pid(self) -> int | None:
        """The voice's process, once it runs."""
        return self._process.pid if self._process else None

    def _remember(self, key: tuple[str, str, int], sound: Sound) -> None:
        self._cache[key] = sound
        self._room_left -= sound.nbytes
        while self._room_left < 0 and len(self._cache) > 1:
            _, oldest = self._cache.popitem(last=False)
            self._room_left += oldest.nbytes

    def _ask(self, text: str, voice: str, rate: int) -> bytes:
        request = json.dumps({"text": text, "voice": voice, "rate": rate}).encode() + b"\n"
        for _ in range(2):  # a process that hung or died is replaced once
            with contextlib.suppress(EOFError, BrokenPipeError):
                return self._exchange(request)
            self._end_process()
        raise MissingError(f"The voice (espeak) does not answer. {_MEND}")

    def _exchange(self, request: bytes) -> bytes:
        if self._process is None:
            self._process = _start()
            with _killed_after(_START_TIMEOUT_S, self._process):
                _receive(self._process)
        with _killed_after(self._timeout_s, self._process):
            cast("IO[bytes]", self._process.stdin).write(request)
            cast("IO[bytes]", self._process.stdin).flush()
            return _receive(self._process)

    def _end_process(self) -> None:
        if self._process is None:
            return
        process, self._process = self._process, None
        process.kill()
        with contextlib.suppress(BrokenPipeError):  # what was still to be written
            process.communicate()


def _start() -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "voicecook.speaking.voice_process"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )


@contextlib.contextmanager
def _killed_after(seconds: float, process: subprocess.Popen[bytes]) -> Iterator[None]:
    """Bounds the wait for an answer: a process that hangs is killed, and reading from it ends."""
    watch = threading.Timer(seconds, process.kill)
    watch.daemon = True
    watch.start()
    try:
        yield
    finally:
        watch.cancel()


def _receive(process: subprocess.Popen[bytes]) -> bytes:
    """One answer. Raises EOFError when the process has ended in the middle of it."""
    answers = cast("IO[bytes]", process.stdout)
    line = answers.readline()
    if not line.endswith(b"\n"):
        raise EOFError
    head: dict[str, Any] = json.loads(line)
    if "missing" in head:
        raise MissingError(
            f"The voice (espeak) is missing: {head['missing']}. Mend it with: {head['mend']}"
        )
    if "error" in head:
        raise UsageError(f"The voice cannot say this: {head['error']}")
    sound = answers.read(head["bytes"])
    if len(sound) < head["bytes"]:
        raise EOFError
    return sound


def _trim(raw: bytes) -> Sound:
    """Without the silence before and after, which would be heard as slowness."""
    import numpy as np

    sound = np.frombuffer(raw, np.int16)
    loud = np.flatnonzero(np.abs(sound.astype(np.int32)) > _QUIET)
    if not len(loud):
        return sound[:0]
    first = max(0, int(loud[0]) - int(_LEAD_S * VOICE_RATE))
    trimmed = sound[first : int(loud[-1]) + 1 + int(_TAIL_S * VOICE_RATE)].copy()
    trimmed.flags.writeable = False
    return trimmed
