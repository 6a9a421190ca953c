"""The classifier and what it was made from: plain sentences by intent, in `en/examples`.

A line there is a sentence, perhaps after the situation it needs: `[asked]`, `[ringing]` or
`[listing]`. `scripts/make_meaning` turns them into `en/meaning.npz`.
"""

from __future__ import annotations

import hashlib
import json
import zlib
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from zipfile import BadZipFile, ZipFile

import numpy as np

from voicecook.commands.classifier import BUCKETS, Classifier, hashed, trained
from voicecook.commands.lexicon import FOLDER as LEXICON
from voicecook.commands.lexicon import kitchen_lexicon
from voicecook.commands.words import read_sentence
from voicecook.errors import MissingError

ENGLISH = Path(__file__).parent / "en"
EXAMPLES = ENGLISH / "examples"
FILE = ENGLISH / "meaning.npz"
NOBODY = "none"
_FLAGS = {"[asked]": "question", "[ringing]": "alarm", "[listing]": "listing"}
_MOST_BYTES = 32_000_000
"""Unpacked. Ours is an eighth of that; what is larger is not ours."""
_OFTEN_ENOUGH = 2
"""How many examples of an intent must use a word for it to be one of that intent's words."""
_IN_MANY = 20
"""A word that so many intents are said with speaks for none of them."""


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence, what it means, and where."""

    intent: str
    tokens: tuple[str, ...]
    """Its words, names and numbers masked."""
    flags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MeaningModel:
    """The classifier, and by intent the words its examples use."""

    classifier: Classifier
    known_words: Mapping[str, frozenset[str]]


@cache
def meaning_model() -> MeaningModel:
    """The model that comes with voicecook."""
    return read_model(FILE)


def read_model(path: Path) -> MeaningModel:
    """The model in this file. Raises MissingError if it is missing, damaged or not one of ours."""
    try:
        weights, intents, words = _arrays(path)
        known = {name: frozenset(words[name].split()) for name in intents}
        if weights.dtype != np.int8 or weights.shape != (BUCKETS, len(intents)):
            raise ValueError(f"weights of {weights.dtype} {weights.shape}")
    except FileNotFoundError:
        raise MissingError(_mend(path, "is missing")) from None
    except _UNREADABLE as error:
        raise MissingError(_mend(path, "is damaged or from another version")) from error
    return MeaningModel(Classifier(weights, tuple(intents)), known)


_UNREADABLE = (
    OSError, ValueError, KeyError, TypeError, AttributeError, EOFError, MemoryError, SyntaxError,
    NotImplementedError, RecursionError, RuntimeError, BadZipFile, zlib.error,
)  # fmt: skip
"""What zip, numpy and JSON say of a file that is none of theirs."""


def _arrays(path: Path) -> tuple[Any, Any, Any]:
    """Weights, intents and words, as they are written."""
    with ZipFile(path) as packed:
        if sum(entry.file_size for entry in packed.infolist()) > _MOST_BYTES:
            raise ValueError("too large")
    with np.load(path) as file:
        return file["weights"], json.loads(str(file["intents"])), json.loads(str(file["words"]))


def _mend(path: Path, what: str) -> str:
    return f"{path}: the model that reads free speech {what}. Mend it with: scripts/make_meaning"


def examples(folder: Path = EXAMPLES) -> Iterator[Example]:
    """All examples, file by file."""
    for path in sorted(folder.glob("*.txt")):
        intent = NOBODY if path.stem.startswith(NOBODY) else path.stem
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.strip() and not line.startswith("#"):
                yield _example(intent, line.strip())


def _example(intent: str, line: str) -> Example:
    mark, _, rest = line.partition(" ")
    flags = (_FLAGS[mark],) if mark in _FLAGS else ()
    words = read_sentence(rest if flags else line).words
    return Example(intent, tuple(one.kind for one in kitchen_lexicon().tokens(words)), flags)


def make() -> dict[str, object]:
    """The model of all examples, as it is written to its file. The same every time."""
    found = [example for example in examples() if example.tokens]
    intents = sorted({example.intent for example in found})
    places = {intent: place for place, intent in enumerate(intents)}
    model = trained([(hashed(one.tokens, one.flags), places[one.intent]) for one in found], intents)
    return {
        "weights": model.weights,
        "intents": json.dumps(intents),
        "words": json.dumps(_words(found)),
        "made_from": made_from(),
    }


def made_from() -> str:
    """A sum over all that goes into the model."""
    files = sorted((*EXAMPLES.glob("*.txt"), *LEXICON.glob("*.txt")))
    return hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()


def _words(found: list[Example]) -> dict[str, str]:
    counts: dict[str, Counter[str]] = {}
    for example in found:
        counts.setdefault(example.intent, Counter()).update(set(example.tokens))
    everywhere = Counter(word for count in counts.values() for word in count)
    common = {word for word, intents in everywhere.items() if intents >= _IN_MANY}
    return {
        intent: " ".join(sorted(common | {word for word, n in count.items() if n >= _OFTEN_ENOUGH}))
        for intent, count in counts.items()
    }
