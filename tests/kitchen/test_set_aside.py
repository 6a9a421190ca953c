"""A page of the diary that is not gone on with: kept, told by name, and its timers handed over."""

import json
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from tests.cook.driver import FIVE_O_CLOCK, ROAST, Cook
from tests.kitchen.fakes import FakeMouth, FakeWitness
from voicecook.commands.intents import Intent
from voicecook.kitchen.beginning import FORGOTTEN_AFTER, begin
from voicecook.kitchen.diary import MOST_ASIDE, Diary
from voicecook.kitchen.kitchen import Kitchen
from voicecook.recipe.load import load_recipe

SOUP = """
name: {name}
ingredients: {{For the soup: [1 l water]}}
steps:
  - title: Heat the water
    say: Heat the water.
    {more}
  - title: Eat the soup
    say: Eat the soup.
"""
SOON = FIVE_O_CLOCK + timedelta(minutes=18)


class Table:
    """A kitchen over a diary, as `voicecook cook` sets it up."""

    def __init__(self, folder: Path, *recipes: str, at: timedelta = timedelta()) -> None:
        self.diary, self.mouth, self.now = Diary(folder), FakeMouth(), FIVE_O_CLOCK + at
        self.beginning = begin(recipes, self.diary, self.now)
        session = self.beginning.session
        self.kitchen = Kitchen(session, self.mouth, self.diary, FakeWitness())
        if self.beginning.remark:
            self.kitchen.noticed(self.now, self.beginning.remark)
        self.kitchen.open(self.now, self.beginning.seen)

    @property
    def said(self) -> str:
        return "\n".join(self.mouth.done)

    def says(self, name: str) -> str:
        self.mouth.done.clear()
        self.kitchen.heard(self.now, name, (Intent(name),))
        return self.said

    @property
    def left(self) -> dict[str, float]:
        return dict(self.kitchen.stands(self.now).timers)


@pytest.fixture
def state(tmp_path: Path) -> Path:
    return tmp_path / "state"


@pytest.fixture
def soup(tmp_path: Path) -> Path:
    return written(tmp_path / "soup.yaml")


def written(path: Path, name: str = "Soup", more: str = "") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(SOUP.format(name=name, more=more))
    return path


def roasting(state: Path, recipe: Path) -> bytes:
    """Leave a diary in the middle of a roast with a timer of 30 minutes; returns its page."""
    path = recipe.with_name("roast.yaml")
    written(path, "Little Roast", "timer: {name: ribs, for: 30 min, done: Take it out.}")
    cook = Cook(load_recipe(path))
    cook.says("yes")
    cook.says("next")
    Diary(state).save(cook.session, cook.now)
    return (state / "session.json").read_bytes()


AGAIN = "The ribs timer was still running, 12 minutes left. Shall I keep it?"


def test_another_recipe_sets_the_page_aside_and_asks_for_the_timer(state: Path, soup: Path) -> None:
    page = roasting(state, soup)
    table = Table(state, str(soup), at=SOON - FIVE_O_CLOCK)
    assert table.mouth.done[0] == "alert: I've put the little roast aside; we were at step 2."
    assert "Today we make Soup" in table.said
    assert table.mouth.done[-1] == f"answer: {AGAIN}"
    assert [kept.read_bytes() for kept in table.diary.aside] == [page]
    assert table.says("yes").endswith("Good. The ribs timer has 12 minutes left.")
    assert table.left == {"ribs": 720}
    table.mouth.done.clear()
    table.kitchen.advance(table.now + timedelta(minutes=12))
    assert table.mouth.done[-1] == "alert: The ribs timer is up. Take it out."


def test_a_no_leaves_the_timer_and_undo_brings_it_back(state: Path, soup: Path) -> None:
    roasting(state, soup)
    table = Table(state, str(soup), at=SOON - FIVE_O_CLOCK)
    assert "the ribs timer is off" in table.says("no")
    assert table.left == {}
    table.says("undo")
    assert table.left == {"ribs": 720}


def test_an_unanswered_question_misses_no_timer_and_survives_a_power_cut(
    state: Path, soup: Path
) -> None:
    roasting(state, soup)
    Table(state, str(soup), at=SOON - FIVE_O_CLOCK)
    table = Table(state, at=timedelta(minutes=20))
    assert "The ribs timer has 10 minutes left." in table.said
    assert table.said.endswith("Shall I keep the ribs timer?")
    table.kitchen.advance(table.now + timedelta(minutes=10))
    assert "The ribs timer is up. Take it out." in table.said


def test_a_first_step_with_a_time_is_offered_after_the_question(state: Path, soup: Path) -> None:
    roasting(state, soup)
    written(soup, "Soup", "id: warm\n    timer: {name: ribs, for: 5 min, done: Stir.}")
    table = Table(state, str(soup), at=SOON - FIVE_O_CLOCK)
    assert "The earlier ribs timer was still running" in table.said
    assert table.says("yes").endswith("Shall I start a timer for 5 minutes?")
    table.says("yes")
    assert table.left == {"earlier ribs": 720, "ribs": 300}


@pytest.mark.parametrize("how", ["deleted", "broken"])
def test_a_recipe_that_is_gone_leaves_its_timer(state: Path, soup: Path, how: str) -> None:
    page = roasting(state, soup)
    roast = soup.with_name("roast.yaml")
    roast.unlink() if how == "deleted" else roast.write_text("name: [")
    table = Table(state, at=SOON - FIVE_O_CLOCK)
    assert "I can't read the recipe for the little roast any more" in table.said
    assert table.said.endswith(AGAIN)
    table.kitchen.advance(table.now + timedelta(minutes=12))
    assert table.mouth.done[-1] == "alert: The ribs timer is up. Take it out."
    assert [kept.read_bytes() for kept in table.diary.aside] == [page]


def test_a_cook_left_long_ago_is_told_with_the_timer_that_was_missed(
    state: Path, soup: Path
) -> None:
    roasting(state, soup)
    table = Table(state, at=FORGOTTEN_AFTER + timedelta(minutes=20))
    assert "It's long ago that we left the little roast at step 2" in table.said
    assert "The ribs timer was up 17 hours 50 minutes ago, while I was off. Take it out." in (
        table.said
    )
    assert table.left == {}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"scale": "1"', '"scale": "1/0"'),
        ('"position": 1', '"position": Infinity'),
        ('"before": [', '"before": [' + "[" * 200_000),
        ('"version": 3}}', ""),
        ('"step": "eat', '"step": ["eat'),
    ],
)
def test_the_timers_of_a_damaged_page_are_saved(
    state: Path, soup: Path, old: str, new: str
) -> None:
    page = roasting(state, soup).decode()
    assert old in page
    damaged = page.replace(old, new)
    (state / "session.json").write_text(damaged)
    table = Table(state, str(soup), at=SOON - FIVE_O_CLOCK)
    assert "I couldn't read my diary, so we start afresh. I kept the old one." in table.said
    assert table.said.endswith(AGAIN)
    assert [kept.read_text() for kept in table.diary.aside] == [damaged]


def test_of_damaged_timers_the_whole_ones_are_saved(state: Path, soup: Path) -> None:
    entry = json.loads(roasting(state, soup))
    (ribs,) = entry["session"]["timers"]
    entry["session"]["timers"] = [ribs | {"name": ["rice"]}, ribs | {"due": "soon"}, 7, ribs]
    (state / "session.json").write_text(json.dumps(entry))
    assert Table(state, str(soup), at=timedelta(minutes=5)).left == {}
    entry["session"]["timers"].remove(7)
    (state / "session.json").write_text(json.dumps(entry))
    assert Table(state, str(soup), at=timedelta(minutes=5)).left == {"ribs": 1500}


def test_pages_set_aside_are_never_written_over(state: Path, soup: Path) -> None:
    pages = []
    for _ in range(3):
        pages.append(roasting(state, soup))
        Table(state, str(soup), at=SOON - FIVE_O_CLOCK)
        Diary(state).forget()
    assert [kept.read_bytes() for kept in Diary(state).aside] == pages
    (state / "aside-0099.json").touch()
    roasting(state, soup)
    Table(state, str(soup), at=SOON - FIVE_O_CLOCK)
    assert [kept.name for kept in Diary(state).aside[-2:]] == ["aside-0099.json", "aside-100.json"]


def test_the_oldest_pages_go_when_there_are_too_many(state: Path, soup: Path) -> None:
    roasting(state, soup)
    for number in range(1, MOST_ASIDE + 5):
        (state / f"aside-{number}.json").touch()
    Diary(state).set_aside()
    assert len(Diary(state).aside) == MOST_ASIDE


def test_a_power_cut_before_the_first_word_loses_nothing(state: Path, soup: Path) -> None:
    page = roasting(state, soup)
    for _ in range(3):
        begin([str(soup)], Diary(state), SOON)
    table = Table(state, str(soup), at=SOON - FIVE_O_CLOCK)
    assert table.said.endswith(AGAIN)
    assert [kept.read_bytes() for kept in table.diary.aside] == [page]


def test_the_same_recipe_is_found_from_another_folder(
    state: Path, soup: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(soup.parent)
    Table(state, "soup.yaml").says("next")
    monkeypatch.chdir("/")
    again = Table(state, at=timedelta(minutes=5))
    assert "You're at step 2: Eat the soup." in again.said
    assert "Welcome back" in Table(state, str(soup), at=timedelta(minutes=5)).said


def test_another_file_of_the_same_name_is_not_cooked_in_its_place(
    state: Path, soup: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = written(soup.parent / "other" / "soup.yaml", "Other Soup")
    monkeypatch.chdir(soup.parent)
    Table(state, "soup.yaml").says("next")
    monkeypatch.chdir(other.parent)
    assert "step 2: Eat the soup." in Table(state, at=timedelta(minutes=5)).said
    assert "Today we make Other Soup" in Table(state, "soup.yaml").said


def test_an_edited_recipe_is_told_and_its_step_found_by_id_or_title(
    state: Path, soup: Path
) -> None:
    Table(state, str(soup)).says("next")
    before = soup.read_text().split("  - title: Eat")[0]
    by_id, by_title = "title: Have the soup\n    id: eat-the-soup", "title: Have the soup"
    for minutes, new in ((5, by_id), (10, by_title)):
        soup.write_text(
            f"{before}  - title: Add salt\n    say: Add salt.\n  - {new}\n    say: Eat it now.\n"
        )
        table = Table(state, at=timedelta(minutes=minutes))
        assert "alert: The recipe for the soup has changed since we stopped." in table.mouth.done
        assert "You're at step 3: Eat it now." in table.said
    assert table.beginning.remark
    assert not Table(state, at=timedelta(minutes=15)).beginning.remark
    soup.write_text(soup.read_text().replace("Have the soup", "Dine"))
    gone = Table(state, at=timedelta(minutes=20))
    assert "The step we were at is gone, so check where we are." in gone.said
    assert "You're at step 3" in gone.said


def test_what_is_no_longer_in_the_recipe_is_not_asked_for(state: Path, soup: Path) -> None:
    written(soup, more="timer: {name: soup, for: 5 min, done: Stir.}")
    Table(state, str(soup))
    written(soup)
    table = Table(state, at=timedelta(minutes=1))
    assert table.says("yes") == "hush\nanswer: All right. Say next when you want to go on."


def test_a_diary_of_version_2_is_gone_on_with(state: Path, soup: Path) -> None:
    entry = json.loads(roasting(state, soup))
    for moment in (entry["session"], *entry["session"]["before"]):
        del moment["title"]
    entry["session"]["version"] = 2
    del entry["names"], entry["fingerprints"]
    (state / "session.json").write_text(json.dumps(entry))
    table = Table(state, at=SOON - FIVE_O_CLOCK)
    assert "Welcome back. I was away for 18 minutes." in table.mouth.done[-1]
    assert table.left == {"ribs": 720}
    (state / "session.json").write_text(json.dumps(entry))
    assert "I've put the roast aside" in Table(state, str(soup)).said


def test_a_page_too_long_to_be_read_again_gives_up_the_oldest_that_can_be_undone(
    state: Path,
) -> None:
    cook = Cook(ROAST)
    cook.says("next")
    cook.says("yes")
    before = tuple(replace(cook.session, before=(), last_said=one * 900_000) for one in "abcd")
    Diary(state).save(cook.session.but(before=before), cook.now)
    entry = Diary(state).load()
    assert entry is not None
    assert entry.session(ROAST) == cook.session.but(before=before[-1:])


def test_the_timer_of_the_same_recipe_begun_anew_is_still_its_own(state: Path, soup: Path) -> None:
    page = roasting(state, soup)
    (state / "session.json").write_bytes(page.replace(b'"1"', b'"1/0"'))
    table = Table(state, str(soup.with_name("roast.yaml")), at=SOON - FIVE_O_CLOCK)
    assert "Its timer has 12 minutes left." in table.said
    table.says("yes")
    assert table.left == {"ribs": 720}
