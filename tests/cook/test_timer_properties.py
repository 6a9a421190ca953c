"""Whatever a cook says about timers, in any order: none is lost unsaid, undo brings back all."""

from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.cook.driver import Cook
from voicecook.commands import Intent
from voicecook.cook.core.events import Heard
from voicecook.cook.core.session import Session, Timer
from voicecook.cook.handlers import HANDLERS
from voicecook.cook.time import alerts

NAMES = ("rice", "brown rice", "second rice", "eggs", "10 minute", "pork", "glazing", "call mum")
TELLS = ("how_long_left", "timer_ends", "elapsed", "list_timers", "missed_alerts")
CHANGES = (
    "set_timer", "start_timer", "add_time", "take_time", "pause_timer", "resume_timer",
    "cancel_timer", "rename_timer", "remind",
)  # fmt: skip
OTHERS = ("yes", "no", "not_yet", "stop_talking", "undo", "done", "next", "thanks")
WORDS = (
    "", "the rice", "set another one", "cancel the ten minute one", "which rings first",
    "change the timer", "the second one", "cancel the reminder", "pause all the reminders",
)  # fmt: skip

slots = st.fixed_dictionaries(
    {},
    optional={
        "seconds": st.sampled_from([1, 60, 600, 720, 10**6]),
        "name": st.sampled_from(NAMES),
        "timer": st.sampled_from((*NAMES, "both", "peas", "second", "timer")),
        "place": st.sampled_from([1, 2, 9, "last"]),
        "all": st.just(True),
        "about": st.sampled_from(["call mum", "the bread"]),
        "at": st.sampled_from(["6:00", "soon"]),
    },
)
names = st.sampled_from((*TELLS, *CHANGES, *CHANGES, *OTHERS))
intents = st.builds(Intent, names, slots, st.sampled_from(WORDS))
turns = st.lists(st.one_of(intents, st.sampled_from([5, 60, 700])), max_size=25)


@settings(max_examples=200, deadline=None)
@given(turns)
def test_nothing_said_of_timers_loses_one_unsaid(taken: list[Intent | int]) -> None:
    cook = Cook().goes_to("roast")
    for turn in taken:
        if isinstance(turn, int):
            cook.waits(seconds=turn)
            continue
        before = cook.session
        said = cook.take(Heard(cook.now, turn.words, (turn,)))
        assert said or turn.name == "stop_talking"
        called = [timer.name.casefold() for timer in cook.session.timers]
        assert len(called) == len(set(called))
        if turn.name in TELLS:
            assert cook.session.timers == before.timers
        if turn.name != "undo":
            check_losses(before, cook.session, said)
            check_undo(cook, before)


def check_losses(before: Session, after: Session, said: str) -> None:
    """What is gone rang, or is named, or has another name now."""
    kept = {timer.name for timer in after.timers}
    gone = [timer for timer in before.timers if timer.name not in kept]
    renamed = len(before.timers) == len(after.timers)
    for timer in gone:
        told = timer.name in said or "All timers are off." in said or "call you" in said
        assert timer.rang or told or renamed


def check_undo(cook: Cook, before: Session) -> None:
    """Undo brings back exactly the timers there were."""
    if cook.session.before == before.before:
        return
    undone = Cook(cook.recipe)
    undone.now, undone.session = cook.now, cook.session
    undone.take(Heard(cook.now, "undo", (Intent("undo"),)))
    assert undone.session.timers == alerts.tick(before, cook.now)[0].timers


ALL = tuple(HANDLERS)


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(ALL), slots, st.booleans())
def test_what_is_asked_back_happens_at_yes_and_not_at_no(
    name: str, given_slots: dict[str, str | int], agreed: bool
) -> None:
    said_at_once, asked_back = kitchen_with_rice(), kitchen_with_rice()
    doubt = Intent(name, given_slots)
    before = asked_back.session
    asked_back.take(Heard(asked_back.now, "mumble", doubt=doubt))
    assert asked_back.session.timers == before.timers
    if not asked_back.session.asked or asked_back.session.asked.what != "confirm":
        return
    asked_back.says("yes" if agreed else "no")
    if agreed:
        said_at_once.take(Heard(said_at_once.now, "", (doubt,)))
    here, there = asked_back.session, said_at_once.session
    assert (here.step, here.mode, here.scale) == (there.step, there.mode, there.scale)
    assert timers_of(here) == timers_of(there)
    assert here.asked is None or here.asked.what != "confirm"


def kitchen_with_rice() -> Cook:
    cook = Cook().goes_to("roast")
    cook.says("set_timer", seconds=600, name="rice")
    return cook


def timers_of(session: Session) -> list[tuple[Timer, timedelta]]:
    return [(timer, timer.due - timer.started) for timer in session.timers]
