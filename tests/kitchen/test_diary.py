"""The diary on a real disk."""

from datetime import timedelta
from pathlib import Path

import pytest

from tests.cook.driver import FIVE_O_CLOCK, ROAST, Cook
from voicecook.cook.core.session import Session
from voicecook.errors import UsageError
from voicecook.kitchen.beginning import begin, menu_of
from voicecook.kitchen.diary import Diary


@pytest.fixture
def diary(tmp_path: Path) -> Diary:
    return Diary(tmp_path / "state")


def test_what_was_saved_is_loaded(diary: Diary) -> None:
    cook = Cook().goes_to("roast")
    cook.says("yes")
    diary.save(cook.session, cook.now)
    entry = diary.load()
    assert entry is not None
    assert entry.session(ROAST) == cook.session
    assert entry.seen == cook.now


def test_a_beat_after_the_last_change_is_when_we_were_last_seen(diary: Diary) -> None:
    diary.save(Session(ROAST), FIVE_O_CLOCK)
    diary.beat(FIVE_O_CLOCK + timedelta(minutes=30))
    entry = diary.load()
    assert entry is not None
    assert entry.seen == FIVE_O_CLOCK + timedelta(minutes=30)


def test_no_diary_is_no_trouble(diary: Diary) -> None:
    assert diary.load() is None


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", '{"recipes": ["x"]}', '{"recipes": 1, "seen": "now", "session": {}}', "\0"],
)
def test_a_damaged_diary_is_told_and_set_aside(diary: Diary, text: str) -> None:
    diary.folder.mkdir()
    (diary.folder / "session.json").write_text(text)
    with pytest.raises(ValueError, match="can't be read"):
        diary.load()
    beginning = begin(["honey-glazed-pork-belly"], diary, FIVE_O_CLOCK)
    assert "couldn't read my diary" in beginning.remark
    assert beginning.session.position == 0
    diary.save(beginning.session, FIVE_O_CLOCK)
    assert [page.read_text() for page in diary.aside] == [text]
    assert diary.load() is not None


def test_an_interrupted_cook_is_picked_up_and_a_forgotten_one_is_not(diary: Diary) -> None:
    pork = begin(["honey-glazed-pork-belly"], diary, FIVE_O_CLOCK).session
    diary.save(pork.but(position=3), FIVE_O_CLOCK)
    soon = begin([], diary, FIVE_O_CLOCK + timedelta(minutes=5))
    assert (soon.session.position, soon.seen) == (3, FIVE_O_CLOCK)
    tomorrow = begin([], diary, FIVE_O_CLOCK + timedelta(days=1))
    assert (tomorrow.session.position, tomorrow.seen) == (0, None)


def test_a_half_written_change_leaves_the_one_before(diary: Diary) -> None:
    diary.save(Session(ROAST), FIVE_O_CLOCK)
    (diary.folder / "session.new").write_text('{"recipe": "half')
    assert diary.load() is not None


def test_only_one_app_cooks_from_a_diary(diary: Diary) -> None:
    with diary.claimed(), pytest.raises(UsageError, match="another voicecook"):
        Diary(diary.folder).claimed().__enter__()
    with diary.claimed():
        pass


def test_two_dishes_are_picked_up_together(diary: Diary) -> None:
    session = begin(["honey-glazed-pork-belly", "weeknight-tomato-pasta"], diary, FIVE_O_CLOCK)
    diary.save(session.session, FIVE_O_CLOCK)
    again = begin([], diary, FIVE_O_CLOCK + timedelta(minutes=5)).session
    assert again == session.session
    alone = begin(["weeknight-tomato-pasta"], diary, FIVE_O_CLOCK).session
    assert alone.recipe.parts == ()


@pytest.mark.parametrize("names", [["weeknight-tomato-pasta"] * 2, [], ["nowhere"], list("abcde")])
def test_a_menu_that_cannot_be_cooked_is_refused(names: list[str]) -> None:
    with pytest.raises(UsageError):
        menu_of(names)
