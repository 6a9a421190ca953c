"""Words that anyone may say at any time, in talk that is not for the app."""

from functools import cache
from pathlib import Path

EVERYDAY = Path(__file__).with_name("everyday.txt")


@cache
def everyday_words() -> frozenset[str]:
    """A few hundred of them, lower case."""
    return frozenset(EVERYDAY.read_text(encoding="utf-8").split())
