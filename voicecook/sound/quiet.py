"""PortAudio's and ALSA's own lines, which would otherwise be printed across the kitchen screen."""

from __future__ import annotations

import ctypes
import os
from functools import cache


@cache
def hush_libraries() -> None:
    """Have the C libraries print nothing: what fails is told by the exceptions they end in.

    They print from threads of their own too, whenever a device fails, so their `stderr` itself is
    sent nowhere. Python's is another one and stays as it is.
    """
    libc = ctypes.CDLL(None)
    if not hasattr(libc, "gnu_get_libc_version"):
        return  # elsewhere `stderr` can't be replaced
    libc.fopen.restype = ctypes.c_void_p
    nowhere = libc.fopen(os.fsencode(os.devnull), b"we")
    if nowhere:
        ctypes.c_void_p.in_dll(libc, "stderr").value = nowhere
