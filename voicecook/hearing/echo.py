"""Takes the app's own voice out of what the microphone hears, with the system's libspeexdsp."""

from __future__ import annotations

import ctypes
import ctypes.util
from functools import cache
from weakref import finalize

import numpy as np
from numpy.typing import NDArray

from voicecook.errors import MissingError

RATE = 16_000
FRAME = 320
TAIL = 4096
"""Samples over which a room may still answer: 256 ms."""
LINGER = 25
"""Frames for which a room is taken to ring on after the last word: 0.5 s."""
SET_RATE = 24
"""SPEEX_ECHO_SET_SAMPLING_RATE, from speex_echo.h."""
PREPROCESS_SET_ECHO_STATE = 24
PREPROCESS_SET_DENOISE = 0

Pcm = NDArray[np.int16]


class EchoCanceller:
    """Learns how the loudspeaker sounds at the microphone and subtracts it, 20 ms at a time.

    `reference` must be what is played at that very moment: 50 ms late costs 11 dB.
    Raises MissingError where libspeexdsp is not installed.
    """

    def __init__(self) -> None:
        library = _library()
        self._library = library
        self._state = library.speex_echo_state_init(FRAME, TAIL)
        self._residue = library.speex_preprocess_state_init(FRAME, RATE)
        _set(library.speex_echo_ctl, self._state, SET_RATE, ctypes.c_int(RATE))
        _set(library.speex_preprocess_ctl, self._residue, PREPROCESS_SET_DENOISE, ctypes.c_int(0))
        library.speex_preprocess_ctl(self._residue, PREPROCESS_SET_ECHO_STATE, self._state)
        finalize(self, library.speex_echo_state_destroy, self._state)
        finalize(self, library.speex_preprocess_state_destroy, self._residue)
        self._silent = LINGER

    def clean(self, heard: Pcm, reference: Pcm) -> Pcm:
        """What the microphone heard less the app's own voice, for one frame of 320 samples."""
        self._silent = 0 if reference.any() else self._silent + 1
        if self._silent > LINGER:
            return heard
        heard, reference = np.ascontiguousarray(heard), np.ascontiguousarray(reference)
        out = np.empty(FRAME, np.int16)
        cancel = self._library.speex_echo_cancellation
        cancel(self._state, heard.ctypes.data, reference.ctypes.data, out.ctypes.data)
        self._library.speex_preprocess_run(self._residue, out.ctypes.data)
        return out


def _set(control: ctypes._NamedFuncPointer, state: int, what: int, value: ctypes.c_int) -> None:
    control(state, what, ctypes.byref(value))


@cache
def _library() -> ctypes.CDLL:
    name = ctypes.util.find_library("speexdsp") or "libspeexdsp.so.1"
    try:
        library = ctypes.CDLL(name)
    except OSError as error:
        raise MissingError(
            "libspeexdsp, which removes the app's own voice, is not installed; "
            "run: sudo apt-get install libspeexdsp1"
        ) from error
    pointer = ctypes.c_void_p
    for new in (library.speex_echo_state_init, library.speex_preprocess_state_init):
        new.restype = pointer
        new.argtypes = [ctypes.c_int, ctypes.c_int]
    for control in (library.speex_echo_ctl, library.speex_preprocess_ctl):
        control.argtypes = [pointer, ctypes.c_int, pointer]
    for destroy in (library.speex_echo_state_destroy, library.speex_preprocess_state_destroy):
        destroy.argtypes = [pointer]
        destroy.restype = None
    library.speex_echo_cancellation.argtypes = [pointer] * 4
    library.speex_preprocess_run.argtypes = [pointer, pointer]
    return library
