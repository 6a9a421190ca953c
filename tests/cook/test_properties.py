"""Whatever a cook says and a clock does, in whatever order: no timer is lost, doubled or early."""

from hypothesis import Phase, settings

from tests.cook.stateful import Cooking

TestCooking = Cooking.TestCase
TestCooking.settings = settings(
    max_examples=60,
    stateful_step_count=30,
    deadline=None,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
)
