"""Two dishes go through everything that one dish does: random cooks, clocks and power cuts."""

from hypothesis import Phase, settings

from tests.cook.driver import ROAST, Cook
from tests.cook.stateful import Cooking
from tests.cook.test_dishes import SOUP
from voicecook.recipe.menu import together


class CookingTwo(Cooking):
    """The same as with one dish."""

    def __init__(self) -> None:
        super().__init__()
        self.cook = Cook(together([ROAST, SOUP]))


TestCookingTwo = CookingTwo.TestCase
TestCookingTwo.settings = settings(
    max_examples=30,
    stateful_step_count=30,
    deadline=None,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
)
