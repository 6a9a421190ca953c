"""Files that are no recipe at all: refused at once, and never with a traceback."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from voicecook.errors import UsageError
from voicecook.recipe.load import load_recipe, parse
from voicecook.recipe.problems import MOST_TOLD, RecipeProblems

BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{b}: &{b} [{', '.join([f'*{a}'] * 9)}]\n"
    for a, b in zip("abcdefghi", "bcdefghij", strict=True)
)

REFUSED = {
    "empty": (b"", "1:1: the file is empty"),
    "only space": (b" \n\n", "1:1: the file is empty"),
    "only a remark": (b"# soon\n", "1:1: this recipe must be written with keys"),
    "not UTF-8": (b"name: Soup\nintro: caf\xe9\n", "2:1: this is not UTF-8"),
    "a zero byte": (b"name: Soup\nintro: \0\n", "2:1: there is a zero byte"),
    "a control character": (b"name: Soup\x07\n", "1:1: there is an unprintable character"),
    "an invisible character": ("name: So\u200bup".encode(), "1:7: \"name\" holds an invisible"),
    "a picture": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "1:1: this is not UTF-8"),
    "over 1 MB": (b"a" * 1_000_001, "1:1: the file is larger than 1 MB"),
    "an alias bomb": (BOMB.encode(), "1:4: anchors are not allowed"),
    "nested": (b"[" * 100_000, "1:14: nested too deeply"),
    "nested keys": (b"".join(b" " * n + b"a:\n" for n in range(900)), "nested too deeply"),
    "many entries": (b"[" + b"a," * 400_000 + b"]", "too many entries"),
    "one long word": (b"name: " + b"a" * 900_000, "1:7: \"name\" has 900000 letters"),
    "many keys": (b"".join(b"k%d: v\n" % n for n in range(4_000)), "and more; mend these first"),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_a_file_that_is_no_recipe_is_refused_within_a_second(tmp_path: Path, name: str) -> None:
    content, told = REFUSED[name]
    path = tmp_path / "soup.yaml"
    path.write_bytes(content)
    began = time.process_time()
    with pytest.raises(RecipeProblems) as refused:
        load_recipe(path)
    assert time.process_time() - began < 1
    assert told in str(refused.value)
    assert len(str(refused.value)) < 60_000
    assert len(refused.value.lines()) <= MOST_TOLD + 1


def test_a_byte_order_mark_and_windows_line_ends_do_no_harm() -> None:
    text = "name: Soup\r\ningredients: [1 onion]\r\nsteps:\r\n  - {title: Chop, say: Chop it.}\r\n"
    assert parse(text).steps[0].say == "Chop it."


def test_a_folder_is_not_a_recipe(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="is not a file"):
        load_recipe(tmp_path)


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "soup.yaml")
    with pytest.raises(UsageError, match="is not a file"):
        load_recipe(tmp_path / "soup.yaml")


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no such file"):
        load_recipe(tmp_path / "soup.yaml")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    path = tmp_path / "soup.yaml"
    path.write_text("name: Soup")
    path.chmod(0)
    with pytest.raises(UsageError, match="can't be read"):
        load_recipe(path)


@pytest.mark.parametrize("name", ["a\0b", "x" * 5_000])
def test_a_name_no_file_can_have(name: str) -> None:
    with pytest.raises(UsageError):
        load_recipe(name)
