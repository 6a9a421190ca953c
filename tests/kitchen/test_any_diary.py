"""Whatever bytes the diary holds: it is opened, or set aside and said, and within a second."""

import copy
import json
import os
import tempfile
import time
from collections.abc import Iterator
from datetime import timedelta
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.cook.driver import FIVE_O_CLOCK, Cook
from tests.kitchen.fakes import FakeMouth, FakeWitness
from voicecook.commands.intents import Intent
from voicecook.cook.core.events import Opened
from voicecook.cook.handlers import HANDLERS
from voicecook.kitchen.beginning import UNREADABLE, begin, menu_of
from voicecook.kitchen.diary import LARGEST_BYTES, Diary
from voicecook.kitchen.kitchen import Kitchen

LATER = FIVE_O_CLOCK + timedelta(minutes=100)
BAD: list[Any] = [
    None, True, False, 0, -1, 3, 10**30, -(10**400), 0.5, float("inf"), float("nan"), 1e308,
    "", "1/0", "1e99999999", "1/3", "9" * 5000, "\ud800", "\x1b[2J\0", "x" * 100_000,
    "2026-11-22T17:00:00", "9999-12-31T23:59:59+00:00", "0001-01-01T00:00:00-23:59",
    "1970-01-01T00:00:00+00:00", "2400-12-31T23:59:59+00:00", "1700-01-01T00:00:00+23:59",
    "which_timer", "start_timer", "keep_timers", "leftovers", "more", "quit", "finished", "paused",
    [], {}, [[]], [None], {"name": 1}, ["a"] * 5000, ["pork"],
]  # fmt: skip


@cache
def pages() -> tuple[bytes, ...]:
    """A page of one dish and a page of two, each with something of everything."""
    found = []
    for names in (
        ["honey-glazed-pork-belly"],
        ["honey-glazed-pork-belly", "weeknight-tomato-pasta"],
    ):
        cook = Cook(menu_of(names))
        cook.says("set_timer", seconds=60, name="rice")
        cook.says("set_timer", seconds=9000, name="beans")
        cook.says("pause_timer", timer="beans")
        for _ in range(8):
            cook.says("next")
            cook.says("start_timer")
        cook.waits(minutes=2)
        cook.says("scale", factor=1.5)
        cook.says("finish_time", eat_at="9:30")
        cook.says("cancel_timer", all=True)
        with tempfile.TemporaryDirectory() as folder:
            Diary(Path(folder)).save(cook.session, cook.now)
            found.append((Path(folder) / "session.json").read_bytes())
    return tuple(found)


def places(value: Any) -> Iterator[tuple[Any, Any]]:
    """Every table or list in a page, with each of its keys."""
    keys = (
        value if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ()
    )
    for key in list(keys):
        yield value, key
        yield from places(value[key])


def _numbers(value: Any) -> range:
    return range(len(value)) if isinstance(value, list) else range(0)


@st.composite
def damaged(draw: st.DrawFn) -> bytes:
    """A page with one to three of its values wrong, missing or moved."""
    page = copy.deepcopy(json.loads(draw(st.sampled_from(pages()))))
    for _ in range(draw(st.integers(1, 3))):
        found = list(places(page))
        table, key = found[draw(st.integers(0, len(found) - 1))]
        what = draw(st.sampled_from(["bad", "bad", "bad", "gone", "twin"]))
        if what == "gone":
            del table[key]
        elif what == "twin":
            other, place = found[draw(st.integers(0, len(found) - 1))]
            table[key] = copy.deepcopy(other[place])
        else:
            table[key] = draw(st.sampled_from(BAD))
    return json.dumps(page).encode()


@st.composite
def garbled(draw: st.DrawFn) -> bytes:
    """A page of which some bytes are others, or the end is missing."""
    page = bytearray(draw(st.sampled_from(pages())))
    for _ in range(draw(st.integers(0, 4))):
        page[draw(st.integers(0, len(page) - 1))] = draw(st.integers(0, 255))
    return bytes(page[: draw(st.integers(0, len(page)))])


def cooked_with(page: bytes, folder: Path, *named: str) -> FakeMouth:
    """Begin with this page and say everything there is; returns what was said at the beginning."""
    (folder / "session.json").write_bytes(page)
    diary, mouth = Diary(folder), FakeMouth()
    begun = time.process_time()
    beginning = begin(named, diary, LATER)
    kitchen = Kitchen(beginning.session, mouth, diary, FakeWitness())
    kitchen.open(LATER, beginning.seen)
    took_s = time.process_time() - begun
    assert took_s < 3, "a damaged page must not hang the start"
    if beginning.seen is None:
        assert [kept.read_bytes() for kept in diary.aside] == [page]
        assert beginning.remark or named
    "".join(mouth.done).encode()  # what can't be printed would end the screen
    everything_is_answered(kitchen)
    begin([], diary, LATER)
    return mouth


def everything_is_answered(kitchen: Kitchen) -> None:
    opened = kitchen.session
    for name in HANDLERS:
        kitchen.session = opened
        kitchen.heard(LATER, name, (Intent(name),))
    kitchen.session = opened
    for minutes in (1, 10, 100):
        kitchen.advance(LATER + timedelta(minutes=minutes))
    kitchen.foresee(["next"], LATER)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    page=st.one_of(damaged(), garbled(), st.binary(max_size=300)),
    named=st.sampled_from([(), ("honey-glazed-pork-belly",), ("weeknight-tomato-pasta",)]),
)
def test_whatever_the_diary_holds_it_is_opened_or_set_aside(
    page: bytes, named: tuple[str, ...]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        cooked_with(page, Path(folder), *named)


@pytest.mark.parametrize(
    ("place", "bad"),
    [
        ("scale", "1/0"), ("scale", "1e99999999"), ("scale", "9" * 5000), ("position", 1e999),
        ("position", 10**400), ("position", -1), ("eat_at", "9999-12-31T23:59:59+00:00"),
        ("eat_at", "2026-11-22T17:00:00"), ("last_said", ["Hello"]), ("last_said", "\ud800"),
        ("volume", float("nan")), ("timers", {}), ("before", [None]), ("nudged", [[]]),
        ("asked", {"what": "which_timer", "about": "boil 3", "until": None}),
        ("asked", {"what": "start_timer", "about": "", "until": None}), ("version", 2.0),
    ],
)  # fmt: skip
def test_one_wrong_value_ends_no_start(tmp_path: Path, place: str, bad: Any) -> None:
    page = json.loads(pages()[1])
    page["session"][place] = bad
    cooked_with(json.dumps(page).encode(), tmp_path)


@pytest.mark.parametrize("name", ["\0", "\ud800", "x" * 100_000, "/dev/zero", ""])
def test_a_name_that_no_file_can_have_is_a_recipe_that_is_gone(tmp_path: Path, name: str) -> None:
    page = json.loads(pages()[0])
    page["recipes"] = [name]
    for named in ((), ("weeknight-tomato-pasta",)):
        cooked_with(json.dumps(page).encode(), tmp_path, *named)
        for kept in Diary(tmp_path).aside:
            kept.unlink()


@pytest.mark.parametrize(
    "page",
    [
        b"[" * 200_000,
        b'{"a":' * 200_000,
        b"\xff\xfe" * 100,
        b"[" + b"[]," * 900_000,
        b"9" * 10**6,
    ],
    ids=["brackets", "braces", "not text", "lists", "digits"],
)
def test_bytes_that_are_no_page_are_set_aside_within_a_second(tmp_path: Path, page: bytes) -> None:
    assert "Hello!" in " ".join(cooked_with(page, tmp_path).done)


def test_of_a_huge_file_only_the_first_megabytes_are_read(tmp_path: Path) -> None:
    with (tmp_path / "session.json").open("wb") as file:
        file.truncate(100_000_000)
    (tmp_path / "alive").symlink_to("/dev/zero")
    begun = time.process_time()
    assert begin([], Diary(tmp_path), LATER).remark == UNREADABLE
    assert time.process_time() - begun < 1
    assert Diary(tmp_path).aside[0].stat().st_size == 100_000_000
    assert LARGEST_BYTES < 10_000_000


@pytest.mark.parametrize("kind", ["link", "pipe", "folder", "nowhere"])
def test_what_is_no_plain_file_is_no_diary(tmp_path: Path, kind: str) -> None:
    place, other = tmp_path / "state" / "session.json", tmp_path / "other.json"
    place.parent.mkdir()
    other.write_bytes(pages()[0])
    if kind == "pipe":
        os.mkfifo(place)
    elif kind == "folder":
        place.mkdir()
    else:
        place.symlink_to(other if kind == "link" else tmp_path / "gone")
    beginning = begin([], Diary(place.parent), LATER)
    assert beginning.remark == UNREADABLE
    if kind != "folder":
        Diary(place.parent).save(beginning.session, LATER)
        assert place.is_file()
        assert not place.is_symlink()
    assert other.read_bytes() == pages()[0]
    assert len(Diary(place.parent).aside) == 1


def test_a_clock_that_is_wrong_by_decades_is_no_damage(tmp_path: Path) -> None:
    early = FIVE_O_CLOCK.replace(year=1970)
    cook = Cook(menu_of(["honey-glazed-pork-belly"]), now=early)
    cook.says("set_timer", seconds=600, name="rice")
    Diary(tmp_path).save(cook.session, early)
    beginning = begin([], Diary(tmp_path), LATER)
    cook.session = beginning.session
    assert beginning.seen == early
    assert "The rice timer has 10 minutes left." in cook.take(Opened(LATER, beginning.seen))
