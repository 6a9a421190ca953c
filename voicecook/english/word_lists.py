"""Lists of words, written as one text."""

from __future__ import annotations


def word_list(text: str) -> tuple[str, ...]:
    """The words of a text that is only a list of words."""
    return tuple(text.split())


def word_set(text: str) -> frozenset[str]:
    """The same as a set."""
    return frozenset(text.split())


HESITATIONS = word_set("um uh er erm hm hmm mm mmm mmmh ah eh uhm ehm")
"""What is said without meaning anything, and counts as nothing."""
