"""The kitchen carries out what the session wants, and keeps it."""

from dataclasses import dataclass, replace
from datetime import timedelta

import pytest

from tests.cook.driver import FIVE_O_CLOCK, ROAST
from tests.kitchen.fakes import FakeMouth, FakeNotebook, FakeWitness
from voicecook.commands.intents import Context, Intent
from voicecook.cook.core.happenings import DidRing, WasHeard, WasIgnored
from voicecook.cook.core.session import Session
from voicecook.errors import UsageError
from voicecook.kitchen.kitchen import DISK_TROUBLE, Kitchen, Library
from voicecook.recipe import Question, Recipe, Step


@dataclass
class OneRecipe:
    """A library with one recipe; an error in its place is raised when it is looked for."""

    recipe: Recipe | Exception

    def find(self, name: str) -> Recipe | None:
        if isinstance(self.recipe, Exception):
            raise self.recipe
        return self.recipe

    def names(self) -> tuple[str, ...]:
        return ("Soup",)

    def said(self) -> dict[str, str]:
        return {"soup": "Soup"}


class Room:
    def __init__(self, library: Library | None = None) -> None:
        self.mouth, self.notebook, self.witness = FakeMouth(), FakeNotebook(), FakeWitness()
        self.kitchen = Kitchen(Session(ROAST), self.mouth, self.notebook, self.witness, library)
        self.now = FIVE_O_CLOCK
        self.kitchen.open(self.now)
        self.mouth.done.clear()

    def says(self, name: str) -> None:
        self.kitchen.heard(self.now, name, (Intent(name),))

    def heard(self) -> tuple[Intent, ...]:
        last = self.witness.seen[-1]
        assert isinstance(last, WasHeard)
        return last.intents


@pytest.fixture
def room() -> Room:
    return Room()


def test_what_the_cook_says_interrupts_what_is_being_said(room: Room) -> None:
    room.says("next")
    assert room.mouth.done[0] == "hush"
    assert room.mouth.done[1].startswith("answer: Step 2.")


def test_every_change_is_kept_before_it_is_spoken_of(room: Room) -> None:
    before = len(room.notebook.saved)
    room.says("next")
    assert room.notebook.saved[before:] == [room.kitchen.session]


def test_a_timer_rings_with_a_chime_and_an_alert(room: Room) -> None:
    room.says("next")
    room.says("yes")
    room.says("next")
    assert room.kitchen.deadline == room.now + timedelta(minutes=90)
    room.mouth.done.clear()
    room.kitchen.advance(room.now + timedelta(minutes=90))
    assert room.mouth.done == ["chime 0.4", "alert: The pork timer is up. Take it out."]
    assert DidRing(room.now + timedelta(minutes=90), "pork") in room.witness.seen
    assert room.kitchen.context(room.now) is Context.ALARM


def test_a_full_disk_is_told_once_and_the_cook_goes_on(room: Room) -> None:
    room.notebook.full = True
    room.says("next")
    room.says("next")
    assert room.mouth.done.count(f"alert: {DISK_TROUBLE}") == 1
    assert room.kitchen.session.step.id == "mix"


def test_leaving_keeps_the_diary_unless_the_cook_is_finished(room: Room) -> None:
    room.says("quit")
    room.says("yes")
    assert room.kitchen.leaving
    assert not room.notebook.forgotten
    finished = Room()
    finished.kitchen.session = finished.kitchen.session.but(position=5, mode="finished")
    finished.says("goodbye")
    assert finished.notebook.forgotten


def test_the_diary_hears_that_we_are_alive_every_ten_seconds(room: Room) -> None:
    for second in range(31):
        room.kitchen.advance(room.now + timedelta(seconds=second))
    assert len(room.notebook.beats) == 4


def test_the_witness_learns_what_was_heard_and_what_was_ignored(room: Room) -> None:
    room.says("next")
    room.kitchen.ignored(room.now, "next week", "not for me")
    heard, ignored = room.witness.seen[-2:]
    assert isinstance(heard, WasHeard)
    assert ignored == WasIgnored(room.now, "next week", "not for me")


def test_what_is_typed_is_understood_where_the_cook_is(room: Room) -> None:
    room.kitchen.typed(room.now, "go on, then how much honey is there")
    assert [one.name for one in room.heard()] == ["next", "ingredient_amount"]
    room.kitchen.typed(room.now, "yes")  # to the timer that step 2 has just offered
    assert [timer.name for timer in room.kitchen.session.timers] == ["pork"]


def test_what_is_typed_to_somebody_else_gets_no_answer(room: Room) -> None:
    before = list(room.mouth.done)
    room.kitchen.typed(room.now, "did you feed the cat this morning")
    assert isinstance(room.witness.seen[-1], WasIgnored)
    assert room.mouth.done == before


SOUP = Recipe("Soup", (), (Step("boil", "Boil", "Boil it."),), also=("soup",))


def test_a_dish_joins_what_is_being_cooked() -> None:
    room = Room(OneRecipe(SOUP))
    room.kitchen.heard(room.now, "soup", (Intent("choose_recipe", {"name": "Soup"}),))
    assert room.mouth.done[-1].startswith("answer: Good, we make the soup as well.")
    assert room.kitchen.commands.recipe == room.kitchen.session.recipe


@pytest.mark.parametrize(
    "broken",
    [
        UsageError("soup.yaml:1:1: this recipe lacks steps"),
        OSError("the stick with the recipes was pulled out"),
        replace(SOUP, questions=(Question(("[please] [now]",), "Yes."),)),
        replace(SOUP, steps=()),
    ],
    ids=["mistakes", "unreadable", "a question without a word", "nothing to do"],
)
def test_a_dish_that_fails_does_not_take_the_dinner_with_it(broken: Recipe | Exception) -> None:
    room = Room(OneRecipe(broken))
    room.says("next")
    before = room.kitchen.session
    room.kitchen.heard(room.now, "soup", (Intent("choose_recipe", {"name": "Soup"}),))
    assert room.mouth.done[-1].startswith("answer: I have a recipe for Soup, but there are mistak")
    assert room.kitchen.session.recipe is before.recipe
    room.says("next")
    assert "Step 3. Mix the glaze." in room.mouth.done[-1]
    assert room.kitchen.commands.understand("next")
