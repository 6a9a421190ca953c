"""Commands at a word edit distance of one from what the recogniser read.

A grammar in Vosk knows which words may stand side by side, not whole sentences, so a true
"is it ready" may be read as "in it ready". What is one word away and means something is tried.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import islice, pairwise

MOST = 24
"""Sentences that are tried for one reading."""
MOST_ASKED = 150
"""Sentences of which it is asked whether they mean something (0.3 ms each)."""
MOST_WORDS = 12

Words = tuple[str, ...]


class Neighbours:
    """Knows which words may follow which in these phrases."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self._after: defaultdict[str, dict[str, None]] = defaultdict(dict)
        for phrase in phrases:
            words = ("", *phrase.split(), "")
            for first, second in pairwise(words):
                self._after[first][second] = None

    def of(self, text: str, means: Callable[[str], object]) -> list[str]:
        """Up to 24 sentences that mean something and are at most one word away from `text`."""
        words = tuple(text.split())
        if len(words) > MOST_WORDS:
            return []
        flowing = (" ".join(changed) for changed in self._changed(words) if self._flows(changed))
        asked = islice(dict.fromkeys(flowing), MOST_ASKED)
        return list(islice(filter(means, asked), MOST))

    def _changed(self, words: Words) -> Iterator[Words]:
        """With one word replaced, put in or left out; replacements first."""
        for at in range(len(words)):
            for word in self._fitting(words[:at]):
                yield (*words[:at], word, *words[at + 1 :])
        for at in range(len(words) + 1):
            yield (*words[:at], *words[at + 1 :])
            for word in self._fitting(words[:at]):
                yield (*words[:at], word, *words[at:])

    def _fitting(self, before: Words) -> list[str]:
        return [word for word in self._after[before[-1] if before else ""] if word]

    def _flows(self, words: Words) -> bool:
        pairs = pairwise(("", *words, ""))
        return bool(words) and all(second in self._after[first] for first, second in pairs)
