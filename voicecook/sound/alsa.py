"""ALSA's own messages, which would otherwise be printed across the kitchen screen."""

from __future__ import annotations

import ctypes

_Handler = ctypes.CFUNCTYPE(
    None, ctypes.c_char_p, ctypes.c_int, ctypes.c_char_p, ctypes.c_int, ctypes.c_char_p
)
_ignore = _Handler(lambda file, line, function, error, message: None)
"""Kept here because ALSA keeps only its address."""


def hush_alsa() -> None:
    """Have ALSA print nothing: underruns and lost devices are counted and noticed by the card."""
    try:
        ctypes.CDLL("libasound.so.2").snd_lib_error_set_handler(_ignore)
    except (OSError, AttributeError):
        return  # no ALSA on this machine, so no messages either
