from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.setup.archives import MODEL, SUMS, write_model
from voicecook.cli import main
from voicecook.errors import MissingError
from voicecook.model.files import SUMS_FILE, Fault, faults_in, model_path, pinned_sums, write_stamp


@pytest.fixture
def model(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A model of the cook's own, with its sums in it."""
    folder = write_model(tmp_path / "tiny")
    lines = [f"{digest}  ./{path}\n" for path, digest in SUMS.items()]
    (folder / SUMS_FILE).write_text("".join(lines))
    monkeypatch.setenv("VOICECOOK_MODEL", str(folder))
    return folder


def test_the_pinned_model_is_fourteen_files() -> None:
    assert len(pinned_sums()) == 14
    assert "am/final.mdl" in pinned_sums()


def test_a_model_elsewhere_is_found_by_its_variable(model: Path) -> None:
    assert model_path() == model


def test_without_sums_of_its_own_a_model_must_be_the_pinned_one(model: Path) -> None:
    (model / SUMS_FILE).unlink()
    with pytest.raises(MissingError, match="damaged"):
        model_path()


@pytest.mark.parametrize("end", [b"", b"\n", b"\r\n"])
def test_a_line_end_more_or_less_in_a_text_file_is_the_same_model(model: Path, end: bytes) -> None:
    (model / "conf/model.conf").write_bytes(MODEL["conf/model.conf"] + end)
    (model / "README").write_bytes(b"a tiny model" + end)
    assert faults_in(model, SUMS) == []


def test_every_fault_is_named(model: Path) -> None:
    (model / "README").unlink()
    os.truncate(model / "am/final.mdl", 10)
    (model / "conf/model.conf").write_bytes(b"--beam=11.0")
    assert faults_in(model, SUMS) == [
        Fault("README", "is missing"),
        Fault("am/final.mdl", "has been changed or cut short"),
        Fault("conf/model.conf", "has been changed or cut short"),
    ]


def test_a_model_that_counts_as_checked_is_not_read_again(model: Path) -> None:
    (model / "README").write_bytes(b"damaged")
    write_stamp(model, SUMS)
    assert model_path() == model


def test_a_change_after_the_check_is_noticed_even_with_the_old_time_put_back(model: Path) -> None:
    model_path()
    file = model / "am/final.mdl"
    before = file.stat()
    data = bytearray(file.read_bytes())
    data[1000] ^= 1
    file.write_bytes(data)
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    with pytest.raises(MissingError, match=r"am/final\.mdl has been changed"):
        model_path()


@pytest.mark.parametrize("stamp", ["", "null", "[]", "{", '{"README": 1}'])
def test_a_damaged_memory_of_the_check_only_means_checking_again(model: Path, stamp: str) -> None:
    (model.parent / ".tiny.verified").write_text(stamp)
    assert model_path() == model


def test_a_folder_that_is_not_there_is_told(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("VOICECOOK_MODEL", str(tmp_path / "nowhere"))
    with pytest.raises(MissingError, match="unset it and run `voicecook model fetch`"):
        model_path()


@pytest.mark.parametrize("action", ["fetch", "verify", "path"])
def test_a_damaged_model_ends_each_command_with_exit_3(
    action: str, model: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (model / "README").unlink()
    assert main(["model", action]) == 3
    assert "README is missing" in capsys.readouterr().err


def test_verify_says_what_was_verified(model: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["model", "verify"]) == 0
    assert "3 files, each with its sum" in capsys.readouterr().out


@pytest.mark.parametrize("sums", ["", "\n\n"])
def test_with_an_empty_list_of_sums_no_model_is_whole(model: Path, sums: str) -> None:
    (model / SUMS_FILE).write_text(sums)
    with pytest.raises(MissingError, match="is empty"):
        model_path()


def test_a_list_of_sums_that_is_none_is_told(model: Path) -> None:
    (model / SUMS_FILE).write_text("hello\n")
    with pytest.raises(MissingError, match="not a list of sha256 sums"):
        model_path()


@pytest.mark.parametrize("lines", [f"{'0' * 64}  a\0b\n", f"{'0' * 64}  README\n" * 20_000])
def test_a_list_of_sums_no_model_can_have_is_told(model: Path, lines: str) -> None:
    (model / SUMS_FILE).write_text(lines)
    with pytest.raises(MissingError, match="list of sha256 sums"):
        model_path()


@pytest.mark.parametrize("device", ["pipe", "/dev/zero"])
def test_what_is_no_file_is_neither_read_nor_waited_for(model: Path, device: str) -> None:
    for name, told in (("README", "README is no file"), (SUMS_FILE, "is not a file")):
        (model / name).unlink()
        if device == "pipe":
            os.mkfifo(model / name)
        else:
            (model / name).symlink_to(device)
        with pytest.raises(MissingError, match=told):
            model_path()
