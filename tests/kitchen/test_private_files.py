"""What we write is the cook's alone: files 0600, folders of ours 0700, and no link is followed."""

import os
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pytest

from tests.cook.driver import FIVE_O_CLOCK, ROAST
from voicecook.cook.core.session import Session
from voicecook.hearing.decisions import Ignored
from voicecook.kitchen.diary import Diary
from voicecook.kitchen.kept_audio import Keeper

AT = datetime(2026, 11, 22, 17, 0, tzinfo=UTC)


def mode(path: Path) -> int:
    return path.lstat().st_mode & 0o777


def cook_once(state: Path) -> None:
    diary = Diary(state)
    with diary.claimed():
        diary.save(Session(ROAST), FIVE_O_CLOCK)
        diary.beat(FIVE_O_CLOCK)
        diary.set_aside()


def keep_once(folder: Path) -> None:
    keeper = Keeper(folder, lambda: AT)
    keeper.hear(np.zeros(1600, np.int16))
    keeper.keep(Ignored("next week", "not for me", 20.0))


@pytest.mark.parametrize("work", [cook_once, keep_once])
def test_folders_we_make_are_closed_to_others_and_files_too(
    tmp_path: Path, work: Callable[[Path], None]
) -> None:
    folder = tmp_path / "made" / "mine"
    work(folder)
    assert {mode(one) for one in (folder, folder.parent)} == {0o700}
    files = list(folder.iterdir())
    assert files
    assert {mode(file) for file in files} == {0o600}


@pytest.mark.parametrize("work", [cook_once, keep_once])
def test_a_folder_of_the_cooks_keeps_its_rights_and_our_files_in_it_are_closed(
    tmp_path: Path, work: Callable[[Path], None]
) -> None:
    tmp_path.chmod(0o755)
    work(tmp_path)
    assert mode(tmp_path) == 0o755
    assert {mode(file) for file in tmp_path.iterdir()} == {0o600}


def test_files_that_were_open_to_others_are_closed(tmp_path: Path) -> None:
    for name in ("lock", "alive", "session.new", "session.json"):
        (tmp_path / name).touch(0o644)
        (tmp_path / name).chmod(0o644)
    cook_once(tmp_path)
    assert {mode(file) for file in tmp_path.iterdir()} == {0o600}


@pytest.mark.parametrize("name", ["lock", "alive", "session.new", "session.json"])
def test_no_link_in_the_diarys_folder_is_followed(tmp_path: Path, name: str) -> None:
    precious = tmp_path / "precious"
    precious.write_text("mine")
    state = tmp_path / "state"
    state.mkdir()
    (state / name).symlink_to(precious)
    cook_once(state)
    assert precious.read_text() == "mine"
    assert not (state / name).is_symlink()
    assert Diary(state).load() is not None


@pytest.mark.parametrize(
    "name", ["heard-test", "heard-20261122-170000-000000.flac", "heard-20261122-170000-000000.json"]
)
def test_no_link_among_the_kept_recordings_is_followed(tmp_path: Path, name: str) -> None:
    precious, folder = tmp_path / "precious", tmp_path / "kept"
    precious.write_text("mine")
    folder.mkdir()
    (folder / name).symlink_to(precious)
    keep_once(folder)
    assert precious.read_text() == "mine"
    assert len([file for file in folder.iterdir() if file.is_file()]) == 2
    assert not any(file.is_symlink() for file in folder.iterdir())


def test_a_pipe_in_the_place_of_the_lock_holds_nobody_up(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "lock")
    cook_once(tmp_path)
    assert (tmp_path / "lock").is_file()
