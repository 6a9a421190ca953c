"""Text from outside, safe to print: a file's name or a diary may hold what steers a terminal."""

from __future__ import annotations


def printable(text: str, keep: str = "") -> str:
    """The text on one line, each invisible character as its number; those in `keep` stay."""
    if text.isprintable():
        return text
    return "".join(one if one in keep else _shown(one) for one in text)


def _shown(one: str) -> str:
    if one.isprintable():
        return one
    return " " if one.isspace() and one not in "\x1c\x1d\x1e\x1f\x85" else ascii(one)[1:-1]
