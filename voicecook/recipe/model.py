"""What a recipe is: frozen values with every fact structured once, when it is read.

Nothing here parses text or knows YAML; `voicecook.recipe.load` does.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from typing import Literal


@dataclass(frozen=True, slots=True)
class Amount:
    """How much of something: `low` to `high` (equal for one figure) of `unit`.

    `unit` is a singular English word ("gram", "tablespoon", "clove") or "" for a bare count.
    """

    low: Fraction
    high: Fraction
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Span:
    """A length of time in seconds; `low_s == high_s` unless the source gives a range."""

    low_s: int
    high_s: int

    @property
    def is_range(self) -> bool:
        """Whether the source gives two moments, not one."""
        return self.low_s != self.high_s


@dataclass(frozen=True, slots=True)
class Temperature:
    """Degrees as the source writes them."""

    degrees: int
    scale: Literal["celsius", "fahrenheit"] = "celsius"


@dataclass(frozen=True, slots=True)
class Ingredient:
    """One line of the ingredient list."""

    name: str
    amount: Amount | None = None
    preparation: str = ""
    """What is to be done with it first, or what to choose: "finely minced"."""
    group: str = ""
    also: tuple[str, ...] = ()
    """Other words a cook may use for it: "ginger" for "fresh ginger"."""
    dish: str = ""
    """Which dish it goes into, where several are cooked together."""


@dataclass(frozen=True, slots=True)
class Reminder:
    """Something to say while a timer runs."""

    when: Literal["halfway", "every", "before_end", "after_start"]
    seconds: int
    """The interval for `every`, the distance for the other two, 0 for `halfway`."""
    say: str


@dataclass(frozen=True, slots=True)
class TimerSpec:
    """The time a step takes by itself."""

    name: str
    """What is cooking, as the cook would call it: "pork"."""
    span: Span
    done: str
    """What to do when it is over."""
    look: str = ""
    """What to look for when the first moment of a range comes."""
    reminders: tuple[Reminder, ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do, short enough to say and to remember."""

    id: str
    title: str
    say: str
    section: str = ""
    """The source's heading: "Preparing the pork"."""
    detail: str = ""
    """Why or how, for a cook who asks for more."""
    topics: tuple[str, ...] = ()
    """Words that `go to …` may use for this step."""
    uses: tuple[str, ...] = ()
    """Names of the ingredients that go in."""
    tools: tuple[str, ...] = ()
    temperature: Temperature | None = None
    heat: str = ""
    """How hot the hob is: "medium heat"."""
    takes: Span | None = None
    """How long the cook's own hands are busy, where the recipe knows."""
    by_itself: Span | None = None
    """What goes on afterwards without a timer: an oven that heats up."""
    timer: TimerSpec | None = None
    during: str = ""
    """The id of the step that goes on by itself while this one is done."""
    after: tuple[str, ...] = ()
    """The ids of the steps it waits for, where the order on the page doesn't say it."""
    done_when: str = ""
    """How one sees that it is done."""
    dish: str = ""
    """Which dish it belongs to, where several are cooked together: "pasta"."""


@dataclass(frozen=True, slots=True)
class Question:
    """Something a cook may ask and the recipe's answer."""

    asks: tuple[str, ...]
    """Ways to ask it, as sentence templates: "can i make (this|it) ahead [of time]"."""
    answer: str
    topic: Literal[
        "tip", "faq", "storage", "serving", "nutrition", "note", "about", "substitute"
    ] = "faq"
    key: str = ""
    """The heading inside the topic ("freezing", "calories"); of a substitute, the ingredient."""
    swap: str = ""
    """What may go in instead, for a substitute: "maple syrup"."""
    dish: str = ""
    """Which dish it is about, where several are cooked together."""


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Something the source says in two ways. A `Question` with `about` as key tells both."""

    about: str
    says: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Recipe:
    """A whole recipe."""

    name: str
    ingredients: tuple[Ingredient, ...]
    steps: tuple[Step, ...]
    also: tuple[str, ...] = ()
    """What else a cook calls the dish: "pork belly"."""
    intro: str = ""
    serves: int | None = None
    chill_within_s: int = 0
    """How long the dish may stand at room temperature, in seconds; 0 if that isn't said."""
    course: str = ""
    cuisine: str = ""
    difficulty: str = ""
    tools: tuple[str, ...] = ()
    questions: tuple[Question, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    source: str = ""
    """The file's path as it was given, for messages and the diary."""
    groups: tuple[str, ...] = field(default=())
    """Ingredient groups in the order they are written."""
    parts: tuple[Recipe, ...] = ()
    """The recipes it was put together from, where several dishes are cooked together."""

    def step_index(self, step_id: str) -> int:
        """Where the step with this id stands (0-based). Raises KeyError."""
        for index, step in enumerate(self.steps):
            if step.id == step_id:
                return index
        raise KeyError(step_id)

    def waits_for(self, index: int) -> tuple[int, ...]:
        """The steps (0-based) that must be over, timers included, before step `index` begins.

        The step named by `during` is not among them: that one must only have been begun.
        """
        return self.waits[index]

    @property
    def waits(self) -> tuple[tuple[int, ...], ...]:
        """`waits_for` each step, in order."""
        return waiting(self.steps)

    def group_of(self, name: str) -> tuple[Ingredient, ...]:
        """The ingredients in one group, in order."""
        return tuple(item for item in self.ingredients if item.group == name)


def waiting(steps: tuple[Step, ...]) -> tuple[tuple[int, ...], ...]:
    """For each step the steps it waits for, as `Recipe.waits_for` has them.

    A step waits for everything before it that nothing waits for yet; steps beside another one wait
    only for each other; `after` overrules both. don't wait for each other.
    """
    places = {step.id: index for index, step in enumerate(steps)}
    of_dishes: dict[str, set[int]] = {}
    beside: dict[str, int] = {}
    found: list[tuple[int, ...]] = []
    for index, step in enumerate(steps):
        open_ends = of_dishes.get(step.dish, set())
        if step.after:
            waits = {places[name] for name in step.after}
        elif step.during:
            waits = {beside[step.during]} if step.during in beside else set()
        else:
            waits = set(open_ends)
        if step.during:
            beside[step.during] = index
        of_dishes[step.dish] = (open_ends - waits) | {index}
        found.append(tuple(sorted(waits)))
    return tuple(found)
