"""Whatever a cook says in whatever order: no timer is lost, doubled or early."""

from datetime import timedelta

from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from tests.cook.driver import Cook
from voicecook.cook import memory
from voicecook.cook.effects import Rang
from voicecook.cook.events import Opened, Ticked
from voicecook.cook.step import HANDLERS, next_deadline

PLAIN = sorted(set(HANDLERS) - {"set_timer"})


class Cooking(RuleBasedStateMachine):
    """Random cooks, with power cuts."""

    def __init__(self) -> None:
        super().__init__()
        self.cook = Cook()

    @rule(name=st.sampled_from(PLAIN), seconds=st.integers(1, 4000))
    def say(self, name: str, seconds: int) -> None:
        slots = {"seconds": seconds} if name in {"add_time", "take_time"} else {}
        before = self.cook.session
        self.cook.says(name, **slots)
        if name == "undo" and before.before:
            assert self.cook.session == before.before[-1].but(before=before.before[:-1])

    @rule(seconds=st.integers(1, 4000), name=st.sampled_from(["rice", "beans", ""]))
    def set_timer(self, seconds: int, name: str) -> None:
        count = len(self.cook.session.timers)
        self.cook.says("set_timer", seconds=seconds, name=name)
        assert len(self.cook.session.timers) == count + 1

    @rule(seconds=st.integers(0, 5000))
    def wait(self, seconds: int) -> None:
        end = self.cook.now + timedelta(seconds=seconds)
        while (deadline := next_deadline(self.cook.session)) is not None and deadline <= end:
            self.cook.now = max(self.cook.now, deadline)
            due = {t.name: t.due for t in self.cook.session.timers}
            self.cook.take(Ticked(self.cook.now))
            for effect in self.cook.effects:
                if isinstance(effect, Rang):
                    assert all(due[name] <= self.cook.now for name in effect.names)
        self.cook.now = end

    @rule(seconds=st.integers(1, 5000))
    def cut_power(self, seconds: int) -> None:
        seen = self.cook.now
        kept = memory.read(memory.write(self.cook.session), self.cook.recipe)
        assert kept == self.cook.session
        self.cook.session = kept
        self.cook.now += timedelta(seconds=seconds)
        self.cook.take(Opened(self.cook.now, seen))

    @invariant()
    def names_are_unique_and_what_is_past_rings(self) -> None:
        session = self.cook.session
        names = [timer.name for timer in session.timers]
        assert len(names) == len(set(names))
        assert 0 <= session.position < len(session.recipe.steps)
        for timer in session.timers:
            assert timer.rang or timer.held or timer.due > self.cook.now - timedelta(seconds=1)


TestCooking = Cooking.TestCase
TestCooking.settings = settings(
    max_examples=60,
    stateful_step_count=30,
    deadline=None,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
)
