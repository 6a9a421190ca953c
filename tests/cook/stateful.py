"""Random cooks with random clocks, beside a model of when each timer truly is due.

True time runs evenly. The wall shows it with an offset; after a power cut it may be behind, as on a
machine without a clock of its own, until it is set. Whatever happens, no timer is lost, doubled or
early, undo restores exactly, and the plan never needs two pairs of hands.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from itertools import pairwise

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from tests.cook.driver import FIVE_O_CLOCK, ROAST, Cook
from voicecook.cook.core import memory
from voicecook.cook.core.effects import Rang
from voicecook.cook.core.events import ClockMoved, Event, Opened, Ticked
from voicecook.cook.core.session import Session, Timer
from voicecook.cook.dispatch import next_deadline
from voicecook.cook.handlers import HANDLERS
from voicecook.cook.time import alerts, plan

PLAIN = sorted(set(HANDLERS) - {"set_timer", "go_to"})
TIMED = frozenset({"add_time", "take_time"})
NONE = timedelta()
GRAIN = timedelta(milliseconds=1)
RING_LATE = timedelta(minutes=30)


class Cooking(RuleBasedStateMachine):
    """Commands, waiting, sleep, clocks that move, and power cuts, in any order."""

    def __init__(self) -> None:
        super().__init__()
        self.cook = Cook(ROAST)
        self.true = FIVE_O_CLOCK
        self.right = NONE
        """What a wall that is right shows beyond true time."""
        self.forgivable = NONE
        """So much later than asked for a timer may be now."""
        self.due: dict[str, datetime] = {}
        """When each running timer truly is due, as the cook has asked for it."""
        self.left: dict[str, timedelta] = {}
        """What each held timer has left."""

    @property
    def offset(self) -> timedelta:
        return self.cook.now - self.true

    # What the cook says

    @rule(name=st.sampled_from(PLAIN), seconds=st.integers(1, 4000))
    def say(self, name: str, seconds: int) -> None:
        before = self.cook.session
        self.cook.says(name, **({"seconds": seconds} if name in TIMED else {}))
        if name == "undo" and before.before:
            last = before.before[-1]
            restored = alerts.tick(last, self.cook.now)[0].but(last_said=last.last_said)
            restored = restored.but(before=before.before[:-1], nudged=before.nudged)
            assert self.cook.session == restored
        self.note_what_was_asked()

    @rule(seconds=st.integers(1, 4000), name=st.sampled_from(["rice", "beans", ""]))
    def set_timer(self, seconds: int, name: str) -> None:
        before = self.cook.session.timers
        self.cook.says("set_timer", seconds=seconds, name=name)
        known = name in {timer.name for timer in before}
        assert len(self.cook.session.timers) == len(before) + (not known)
        self.note_what_was_asked()

    @rule(place=st.integers(0, 3))
    def answer_which(self, place: int) -> None:
        self.cook.says("yes", **({"place": place} if place else {"all": True}))
        self.note_what_was_asked()

    @rule(step=st.integers(1, 7))
    def go_to(self, step: int) -> None:
        self.cook.says("go_to", step=step)
        self.note_what_was_asked()

    # What happens by itself

    @rule(seconds=st.integers(0, 5000))
    def wait(self, seconds: int) -> None:
        end = self.true + timedelta(seconds=seconds)
        for _ in range(2000):
            deadline = next_deadline(self.cook.session)
            if deadline is None or deadline - self.offset > end:
                break
            self.pass_time(max(deadline - self.cook.now, NONE))
            self.take(Ticked(self.cook.now))
        self.pass_time(end - self.true)
        assert all(self.has_rung(timer) for timer in self.running if self.is_over(timer))

    @rule(seconds=st.integers(1, 20_000))
    def sleep(self, seconds: int) -> None:
        """The machine is suspended: time passes, and nothing happens till it wakes."""
        self.pass_time(timedelta(seconds=seconds))
        self.take(Ticked(self.cook.now))

    @rule(hours=st.sampled_from([-30, -1, 1, 2, 500_000]))
    def set_clock(self, hours: int) -> None:
        """By any amount; a clock that was behind after a power cut is set right."""
        sure = self.offset == self.right
        by = timedelta(hours=hours) if sure else self.right - self.offset
        if sure and abs(self.right + by) > timedelta(days=100_000):
            by = -by
        self.right += by if sure else NONE
        self.cook.now += by
        self.take(ClockMoved(self.cook.now, by, by))

    @rule(forward=st.booleans())
    def change_to_or_from_summer_time(self, forward: bool) -> None:
        shown = timedelta(hours=1 if forward else -1)
        self.take(ClockMoved(self.cook.now, NONE, shown))

    @rule(seconds=st.integers(1, 5000))
    def cut_power(self, seconds: int) -> None:
        """Before a clock that has been behind, nobody knows how long: the timers stand still."""
        seen = self.lose_power(seconds)
        if self.offset != self.right:
            self.forgivable = timedelta(seconds=seconds)
        self.take(Opened(self.cook.now, seen))
        self.forgivable = NONE

    @precondition(lambda self: self.offset == self.right and self.right < timedelta(days=10_000))
    @rule(seconds=st.integers(1, 5000), behind_s=st.integers(10, 10**8))
    def cut_power_and_wake_behind(self, seconds: int, behind_s: int) -> None:
        seen = self.lose_power(seconds)
        self.cook.now = seen - timedelta(seconds=behind_s)
        self.take(Opened(self.cook.now, seen))

    # The model

    def lose_power(self, seconds: int) -> datetime:
        seen = self.cook.now
        kept = memory.session_from_json(memory.session_as_json(self.cook.session), self.cook.recipe)
        assert kept == self.cook.session
        self.cook.session = kept
        self.pass_time(timedelta(seconds=seconds))
        return seen

    def pass_time(self, length: timedelta) -> None:
        self.true += length
        self.cook.now += length

    def take(self, event: Event) -> None:
        """Something happens that no cook has asked for: it may ring timers, and change none."""
        before = self.cook.session
        self.cook.take(event)
        rang = {name for one in self.cook.effects if isinstance(one, Rang) for name in one.names}
        after = {timer.name: timer for timer in self.cook.session.timers}
        for timer in before.timers:
            if timer.name in after:
                self.same(timer, after[timer.name], timer.name in rang)
            else:
                assert isinstance(event, Opened)
                self.told_as_missed(timer)
        assert set(after) == {timer.name for timer in before.timers if timer.name in after}
        self.note_what_was_asked()

    def same(self, before: Timer, after: Timer, rang: bool) -> None:
        name = before.name
        assert (before.held is None) == (after.held is None)
        if after.held:
            assert after.left(self.cook.now) == self.left[name]
            return
        if after.rang is None:
            late = self.truly_due(after) - self.due[name]
            assert -GRAIN < late < self.forgivable + GRAIN
        elif before.rang is None:
            assert rang
            assert self.due[name] <= self.true + GRAIN

    def told_as_missed(self, timer: Timer) -> None:
        assert timer.rang is None
        assert self.true - self.due[timer.name] > RING_LATE - timedelta(seconds=5)
        assert any(alert.name == timer.name for alert in self.cook.session.rung)
        assert f"The {timer.name} timer was up" in self.cook.said

    @property
    def running(self) -> list[Timer]:
        return [timer for timer in self.cook.session.timers if timer.held is None]

    def is_over(self, timer: Timer) -> bool:
        return timer.due <= self.cook.now

    def has_rung(self, timer: Timer) -> bool:
        return timer.rang is not None

    def truly_due(self, timer: Timer) -> datetime:
        if timer.unsure_s:
            return timer.due - timedelta(seconds=timer.unsure_s) - self.right
        return timer.due - self.offset

    def note_what_was_asked(self) -> None:
        timers = self.cook.session.timers
        now = self.cook.now
        self.left = {timer.name: timer.left(now) for timer in timers if timer.held}
        self.due = {timer.name: self.truly_due(timer) for timer in timers if not timer.held}

    # What always holds

    @invariant()
    def names_and_places_are_sound(self) -> None:
        session = self.cook.session
        names = [timer.name for timer in session.timers]
        assert len(names) == len(set(names))
        assert 0 <= session.position < len(session.recipe.steps)

    @invariant()
    def nothing_rang_twice(self) -> None:
        rung = self.cook.session.rung
        assert len(set(rung)) == len(rung)

    @invariant()
    def one_pair_of_hands_is_enough(self) -> None:
        check_hands(self.cook.session, self.cook.now)


def check_hands(session: Session, at: datetime) -> None:
    """The plan of the rest never has two hands-on steps at once."""
    for one, following in pairwise(sorted(plan.rest(session, at), key=lambda item: item.starts)):
        assert one.hands_free <= following.starts
