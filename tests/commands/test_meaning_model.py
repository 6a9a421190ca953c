"""The model of meaning is the one its examples make, and a broken one is told in a line."""

from __future__ import annotations

import json
import re
from itertools import islice
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import numpy as np
import pytest

from voicecook.commands.classifier import BUCKETS, hashed, trained
from voicecook.commands.meaning_model import (
    ENGLISH,
    EXAMPLES,
    FILE,
    NOBODY,
    examples,
    made_from,
    meaning_model,
    read_model,
)
from voicecook.commands.sentences import read_sentences
from voicecook.errors import MissingError

STALE = "en/meaning.npz was made of other examples: run scripts/make_meaning and commit the file"
PARTS = {
    "weights": np.zeros((BUCKETS, 2), np.int8),
    "intents": '["next", "none"]',
    "words": '{"next": "next please", "none": ""}',
}


def test_it_was_made_of_the_examples_and_words_beside_it() -> None:
    with np.load(FILE) as file:
        assert str(file["made_from"]) == made_from(), STALE


def test_it_knows_the_sentences_it_was_made_of() -> None:
    some = [one for one in islice(examples(), 0, None, 40) if one.tokens]
    model = meaning_model().classifier
    right = [model.guesses(one.tokens, one.flags)[0].intent == one.intent for one in some]
    assert sum(right) > 0.95 * len(right), STALE


def test_it_knows_every_intent_there_is_and_each_has_examples() -> None:
    with_examples = {path.stem for path in EXAMPLES.glob("*.txt")}
    intents = {NOBODY if name.startswith(NOBODY) else name for name in with_examples}
    assert set(meaning_model().classifier.intents) == intents
    assert intents - {NOBODY} == set(read_sentences(ENGLISH).risks)


def test_made_twice_it_is_the_same() -> None:
    some = [one for one in islice(examples(), 0, None, 100) if one.tokens]
    intents = sorted({one.intent for one in some})
    wanted = [(hashed(one.tokens, one.flags), intents.index(one.intent)) for one in some]
    first, second = (trained(wanted, intents, rounds=2) for _ in range(2))
    assert np.any(first.weights)
    assert np.array_equal(first.weights, second.weights)


def test_it_is_small_in_memory() -> None:
    weights = meaning_model().classifier.weights
    assert weights.dtype == np.int8
    assert weights.nbytes < 8_000_000


def test_a_whole_file_is_read(tmp_path: Path) -> None:
    model = read_model(saved(tmp_path))
    assert model.classifier.intents == ("next", "none")
    assert model.known_words["next"] == {"next", "please"}


def test_a_missing_file_is_told_with_what_mends_it(tmp_path: Path) -> None:
    path = tmp_path / "meaning.npz"
    with pytest.raises(MissingError, match=r"missing\. Mend it with: scripts/make_meaning"):
        read_model(path)


@pytest.mark.parametrize(
    "bad",
    [
        {"weights": np.zeros((BUCKETS, 3), np.int8)},
        {"weights": np.zeros((8, 2), np.int8)},
        {"weights": np.zeros((BUCKETS, 2), np.float32)},
        {"weights": np.array([{"an": "object"}])},
        {"intents": "next"},
        {"intents": "[1, 2]"},
        {"intents": "7"},
        {"intents": "[" * 100_000},
        {"words": "[]"},
        {"words": '{"next": "next"}'},
        {"words": '{"next": 1, "none": 2}'},
    ],
)
def test_a_file_with_other_things_in_it_is_refused(tmp_path: Path, bad: dict[str, object]) -> None:
    refused(saved(tmp_path, **bad))


@pytest.mark.parametrize("part", PARTS)
def test_a_file_that_lacks_a_part_is_refused(tmp_path: Path, part: str) -> None:
    path = tmp_path / "meaning.npz"
    np.savez_compressed(path, **{name: value for name, value in PARTS.items() if name != part})  # type: ignore[arg-type]
    refused(path)


@pytest.mark.parametrize("held", [b"", b"PK\x03\x04", b"not a model", bytes(1000)])
def test_a_file_that_is_no_archive_is_refused(tmp_path: Path, held: bytes) -> None:
    path = tmp_path / "meaning.npz"
    path.write_bytes(held)
    refused(path)


def test_a_file_that_is_cut_short_or_has_a_wrong_byte_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "meaning.npz"
    whole = FILE.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    refused(path)
    for place in (len(whole) // 3, len(whole) // 2):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 0xFF]) + whole[place + 1 :])
        refused(path)


def test_a_folder_in_its_place_is_refused(tmp_path: Path) -> None:
    refused(tmp_path)


def test_a_small_file_that_unpacks_to_a_huge_one_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "meaning.npz"
    with ZipFile(path, "w", ZIP_DEFLATED) as packed, packed.open("weights.npy", "w") as entry:
        for _ in range(40):
            entry.write(bytes(1_000_000))
    assert path.stat().st_size < 100_000
    refused(path)


def test_an_array_that_claims_to_be_huge_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "meaning.npz"
    header = json.dumps(str({"descr": "|i1", "fortran_order": False, "shape": (10**15,)}))[1:-1]
    with ZipFile(path, "w") as packed:
        size = len(header).to_bytes(2, "little")
        packed.writestr("weights.npy", b"\x93NUMPY\x01\x00" + size + header.encode())
    refused(path)


def saved(folder: Path, **other: object) -> Path:
    path = folder / "meaning.npz"
    np.savez_compressed(path, **PARTS | other)  # type: ignore[arg-type]
    return path


def refused(path: Path) -> None:
    with pytest.raises(MissingError, match=re.escape(str(path))) as told:
        read_model(path)
    assert "Mend it with: scripts/make_meaning" in str(told.value)
    assert "\n" not in str(told.value)
