"""A small linear model that reads free speech: which intent are these words most like?

Multinomial logistic regression over hashed features (words, neighbouring words, letters inside
words and the situation), made by `scripts/make_meaning` from the sentences in `en/examples`.
Feature hashing: Weinberger et al. 2009, "Feature Hashing for Large Scale Multitask Learning".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

BUCKETS = 1 << 16
SCALE = 20.0
"""Weights are kept as whole numbers, so many to one nat."""
_LETTERS = (3, 4, 5)
_MOST_TOKENS = 60


@dataclass(frozen=True, slots=True)
class Guess:
    """An intent and how likely it is, between 0 and 1."""

    intent: str
    likely: float


@dataclass(frozen=True)
class Classifier:
    """Weights (buckets x intents) and the names of the intents."""

    weights: NDArray[np.int8]
    intents: tuple[str, ...]

    def guesses(self, tokens: Sequence[str], flags: Sequence[str] = ()) -> list[Guess]:
        """All intents, the likeliest first."""
        buckets = np.array(hashed(tokens, flags), np.int64)
        scores = self.weights[buckets].sum(axis=0, dtype=np.int32) / SCALE
        likely = np.exp(scores - scores.max())
        likely /= likely.sum()
        order = np.argsort(-likely)
        return [Guess(self.intents[place], float(likely[place])) for place in order]


def hashed(tokens: Sequence[str], flags: Sequence[str] = ()) -> list[int]:
    """The buckets of everything that is noticed in these tokens."""
    return [crc32(one.encode()) % BUCKETS for one in features(tokens, flags)]


def features(tokens: Sequence[str], flags: Sequence[str] = ()) -> Iterator[str]:
    """What is noticed: words, neighbours, letters, the ends, the length, the situation."""
    tokens = list(tokens[:_MOST_TOKENS])
    padded = ["^", *tokens, "$"]
    yield "bias"
    yield f"n:{min(len(tokens), 12)}"
    yield from dict.fromkeys(f"w:{token}" for token in tokens)
    yield from dict.fromkeys(f"b:{a} {b}" for a, b in pairwise(padded))
    yield from dict.fromkeys(
        f"t:{a} {b} {c}" for a, b, c in zip(padded, padded[1:], padded[2:], strict=False)
    )
    yield from dict.fromkeys(f"s:{a} {c}" for a, c in zip(padded, padded[2:], strict=False))
    for token in dict.fromkeys(tokens):
        yield from _letters(token)
    for flag in flags:
        yield f"f:{flag}"
        yield from (f"f:{flag} {token}" for token in dict.fromkeys(tokens))


@cache
def _letters(token: str) -> tuple[str, ...]:
    if token.startswith("<"):
        return ()
    word = f"({token})"
    return tuple(
        f"c:{word[start : start + size]}"
        for size in _LETTERS
        for start in range(len(word) - size + 1)
    )


def trained(
    examples: Sequence[tuple[Sequence[int], int]],
    intents: Sequence[str],
    *,
    rounds: int = 12,
    rate: float = 0.25,
    decay: float = 1e-6,
) -> Classifier:
    """A model of examples: (their buckets, the place of their intent). The same every time.

    Stochastic gradient descent with AdaGrad (Duchi et al. 2011) on the logistic loss.
    """
    random = np.random.default_rng(7)
    weights = np.zeros((BUCKETS, len(intents)), np.float32)
    seen = np.full((BUCKETS,), 1e-2, np.float32)
    buckets = [np.array(one, np.int64) for one, _ in examples]
    wanted = [intent for _, intent in examples]
    for _ in range(rounds):
        for place in random.permutation(len(examples)):
            at = buckets[place]
            scores = weights[at].sum(axis=0)
            error = np.exp(scores - scores.max())
            error /= error.sum()
            error[wanted[place]] -= 1.0
            seen[at] += float(error @ error)
            step = rate / np.sqrt(seen[at])
            weights[at] -= step[:, None] * (error[None, :] + decay * weights[at])
    return Classifier(_whole(weights), tuple(intents))


def _whole(weights: NDArray[np.float32]) -> NDArray[np.int8]:
    whole: NDArray[np.int8] = np.clip(np.rint(weights * SCALE), -127, 127).astype(np.int8)
    return whole
