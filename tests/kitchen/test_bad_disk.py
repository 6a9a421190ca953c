"""A disk that is full, broken, or loses its power in the middle: nothing that was said is lost."""

import errno
from datetime import timedelta
from pathlib import Path

import pytest

from tests.cook.driver import FIVE_O_CLOCK, ROAST, Cook
from tests.kitchen.fakes import BadDisk, FakeMouth, FakeWitness, PowerCut
from voicecook.commands.intents import Intent
from voicecook.cook.core.session import Session
from voicecook.kitchen.diary import Diary
from voicecook.kitchen.kitchen import BEAT_EVERY, DISK_TROUBLE, DISK_WORKS, Kitchen

OLD = Session(ROAST)
NEW = Cook().goes_to("roast").session


def moments(folder: Path) -> list[str]:
    """What saving does to the disk, in order."""
    disk = BadDisk()
    Diary(folder, disk).save(NEW, FIVE_O_CLOCK)
    return disk.done


MOMENTS = range(1, 32)
"""More than there are."""


def kept(folder: Path) -> Session:
    entry = Diary(folder).load()
    assert entry is not None
    return entry.session(ROAST)


def test_saving_goes_step_by_step(tmp_path: Path) -> None:
    done = moments(tmp_path)
    assert [what for what in done if what != "write"] == ["open", "sync", "rename", "open", "sync"]
    assert len(done) < MOMENTS[-1]


@pytest.mark.parametrize("moment", MOMENTS)
def test_power_lost_at_any_moment_leaves_the_old_page_or_the_new_one(
    tmp_path: Path, moment: int
) -> None:
    Diary(tmp_path).save(OLD, FIVE_O_CLOCK)
    disk = BadDisk(moment, PowerCut())
    try:
        Diary(tmp_path, disk).save(NEW, FIVE_O_CLOCK)
    except PowerCut:
        assert kept(tmp_path) == (NEW if "rename" in disk.done[:-1] else OLD)
    else:
        assert kept(tmp_path) == NEW


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO, errno.EROFS, errno.EDQUOT])
@pytest.mark.parametrize("moment", [1, 2, 4, -5, -4, -3, -2, -1])
def test_a_disk_that_fails_at_any_moment_is_told_once_and_the_cook_goes_on(
    tmp_path: Path, moment: int, code: int
) -> None:
    count = len(moments(tmp_path))
    disk = BadDisk()
    mouth = FakeMouth()
    kitchen = Kitchen(OLD, mouth, Diary(tmp_path, disk), FakeWitness())
    kitchen.open(FIVE_O_CLOCK)
    disk.done.clear()
    disk.wrong_at = moment if moment > 0 else count + 1 + moment
    disk.trouble = OSError(code, "trouble")
    for _ in range(3):
        kitchen.heard(FIVE_O_CLOCK, "next", (Intent("next"),))
    assert kitchen.session.step.id == "brush"
    assert mouth.done.count(f"alert: {DISK_TROUBLE}") == 1
    assert mouth.done.index(f"alert: {DISK_TROUBLE}") > mouth.done.index("hush")
    assert kept(tmp_path).recipe == ROAST
    disk.wrong_at = 10**9
    kitchen.advance(FIVE_O_CLOCK + 2 * BEAT_EVERY)
    assert mouth.done[-1] == f"alert: {DISK_WORKS}"
    assert kept(tmp_path) == kitchen.session


@pytest.mark.parametrize("share", [0.0, 0.3, 0.999])
def test_a_torn_page_that_never_got_its_place_changes_nothing(tmp_path: Path, share: float) -> None:
    Diary(tmp_path).save(OLD, FIVE_O_CLOCK)
    page = (tmp_path / "session.json").read_bytes()
    (tmp_path / "session.new").write_bytes(page[: int(share * len(page))])
    assert kept(tmp_path) == OLD


@pytest.mark.parametrize("beat", ["", "\0\0", "yesterday", "2026-11-22T23:00:00+00:00 never"])
def test_a_torn_or_stale_beat_is_no_beat(tmp_path: Path, beat: str) -> None:
    Diary(tmp_path).save(OLD, FIVE_O_CLOCK)
    (tmp_path / "alive").write_text(beat)
    entry = Diary(tmp_path).load()
    assert entry is not None
    assert entry.seen == FIVE_O_CLOCK


def test_what_was_missed_is_told_again_if_the_power_goes_while_it_is_told(tmp_path: Path) -> None:
    cook = Cook().goes_to("roast")
    cook.says("done")
    Diary(tmp_path).save(cook.session, cook.now)
    later = cook.now + timedelta(hours=3)
    for disk, told in ((BadDisk(1, PowerCut()), True), (BadDisk(), True), (BadDisk(), False)):
        entry = Diary(tmp_path).load()
        assert entry is not None
        mouth = FakeMouth()
        kitchen = Kitchen(entry.session(ROAST), mouth, Diary(tmp_path, disk), FakeWitness())
        try:
            kitchen.open(later, entry.seen)
        except PowerCut:
            assert disk.done == ["open"]
        assert ("while I was off" in " ".join(mouth.done)) == told
