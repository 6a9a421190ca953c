"""What each step waits for, as tables: a step a line."""

from __future__ import annotations

import pytest

from voicecook.recipe.model import Span, Step, TimerSpec, waiting

ORDERS = {
    "one after the other": (["a", "b", "c"], [(), (0,), (1,)]),
    "a chain beside a timer": (
        ["roast", "mix during roast", "simmer during roast", "glaze", "rest"],
        [(), (), (1,), (0, 2), (3,)],
    ),
    "a plain step between two beside the same timer": (
        ["roast", "mix during roast", "peel", "simmer during roast", "serve"],
        [(), (), (0, 1), (1,), (2, 3)],
    ),
    "a timer beside a timer": (
        ["roast", "boil during roast", "chop during boil", "drain during roast", "serve"],
        [(), (), (), (1,), (0, 2, 3)],
    ),
    "said outright": (["dough", "sauce", "bake after dough"], [(), (0,), (0,)]),
    "said outright beside a timer": (
        ["roast", "mix during roast", "chop", "serve after roast mix chop"],
        [(), (), (0, 1), (0, 1, 2)],
    ),
}


def step(line: str) -> Step:
    """ "mix during roast" or "bake after dough sauce"."""
    name, relation, *others = [*line.split(), ""]
    names = tuple(filter(None, others))
    timer = TimerSpec(name, Span(60, 60), "Go on.")
    after, during = (names, "") if relation == "after" else ((), "".join(names))
    return Step(name, name, name, timer=timer, during=during, after=after)


@pytest.mark.parametrize("name", ORDERS)
def test_a_step_waits_for(name: str) -> None:
    lines, expected = ORDERS[name]
    assert list(waiting(tuple(step(line) for line in lines))) == expected
