"""Makes the small model of meaning from the sentences in voicecook/commands/en/examples.

    scripts/make_meaning

The same sentences give the same model; tests/commands/test_meaning_model.py sees that they match.
"""

from __future__ import annotations

import time

import numpy as np

from voicecook.commands.meaning_model import FILE, make


def main() -> None:
    """Make it and say how long that took."""
    started = time.perf_counter()
    arrays = make()
    np.savez_compressed(FILE, **arrays)
    size = FILE.stat().st_size / 1e6
    print(f"{FILE.name}: {size:.1f} MB, made in {time.perf_counter() - started:.1f} s")


if __name__ == "__main__":
    main()
