"""Two timers in one breath: each is a thing and a time, and no word is left over."""

import pytest

from voicecook.commands import Commands, Situation

COMMANDS = Commands.for_recipe()
SET = {
    "set the rice for twelve and the greens for four": {"rice": 720, "greens": 240},
    "set the rice for twelve minutes and the greens for four": {"rice": 720, "greens": 240},
    "rice twelve minutes, beans eight": {"rice": 720, "beans": 480},
    "twelve minutes for the rice and four for the greens": {"rice": 720, "greens": 240},
    "set a timer for the rice for twelve minutes and one for the beans for eight": {
        "rice": 720,
        "beans": 480,
    },
    "set a timer for the bacon for eight minutes and one for the coffee, four minutes": {
        "bacon": 480,
        "coffee": 240,
    },
    "set a timer for twelve minutes for the bread and one for five minutes for the tea": {
        "bread": 720,
        "tea": 300,
    },
    "set two timers, ten minutes for the pasta and twenty for the sauce": {
        "pasta": 600,
        "sauce": 1200,
    },
}
NOT_SET = (
    "the rice takes twelve and the beans take eight",
    "set the rice for twelve people and the beans for four",
    "don't set the rice for twelve minutes and the greens for four",
    "set the rice on the table and the beans on the side",
)


@pytest.mark.parametrize("said", SET)
def test_each_thing_gets_its_time(said: str) -> None:
    intents = COMMANDS.understand(said, Situation()).intents
    assert {one.slots["name"]: one.slots["seconds"] for one in intents} == SET[said]


@pytest.mark.parametrize("said", NOT_SET)
def test_what_sets_no_timer(said: str) -> None:
    intents = COMMANDS.understand(said, Situation()).intents
    assert "set_timer" not in {one.name for one in intents}
