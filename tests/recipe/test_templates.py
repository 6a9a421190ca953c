"""Ways to ask, and what is wrong with some."""

from __future__ import annotations

import pytest

from voicecook.english import TemplateError, count_ways, parse
from voicecook.recipe.questions import usual
from voicecook.recipe.templates import plain, speakable

SENTENCES = {
    "can i freeze it": 1,
    "can i (freeze|keep) it": 2,
    "[please] can i (freeze|keep) it [now]": 8,
    "(this (dish|meal)|it) [[very] well]": 9,
    "(a|b|c) (d|e|f)": 9,
}


@pytest.mark.parametrize("template", SENTENCES)
def test_how_many_sentences_a_template_makes(template: str) -> None:
    assert count_ways(parse(template)) == SENTENCES[template]


def test_capitals_and_punctuation_do_not_matter_and_the_dish_is_filled_in() -> None:
    assert plain("Can I freeze <dish>, please?", "(it|the soup)") == (
        "can i freeze (it|the soup) please"
    )


@pytest.mark.parametrize(
    ("template", "told"),
    [
        ("can i (freeze it", "never closed"),
        ("can i freeze] it", "closes nothing"),
        ("(a [b) c]", "closes nothing"),
        ("freeze|cool", "round brackets"),
        ("(" * 50 + "a" + ")" * 50, "too many brackets"),
        ("for 3 days", "numbers as words"),
        ("keep {it}", "no meaning here"),
        ("keep <it>", "no meaning here"),
        ("salt & pepper", "can't be spoken"),
        ("(a|b|c|d) " * 5, "1024 sentences"),
        ("[please] [now]", "no word at all"),
        ("[[inp]]", "no word at all"),
        ("(a|b|)", "no word at all"),
        ("(um|u[m]) -", "no word at all"),
        ("can i [] freeze it", "nothing between"),
    ],
)
def test_a_template_that_can_not_be_used(template: str, told: str) -> None:
    with pytest.raises(TemplateError, match=told.replace("|", r"\|")):
        plain(template, "(it|this)")


@pytest.mark.parametrize("topic", usual())
def test_the_usual_ways_to_ask_are_good(topic: str) -> None:
    words = {"{use}": "maple syrup", "{instead}": "honey"}
    for entry in usual()[topic].values():
        for ask in entry["ask"]:
            for name, word in words.items():
                ask = ask.replace(name, word)  # noqa: PLW2901
            assert plain(ask, "(it|this|the soup)")


def test_a_name_whose_small_letters_are_no_letters_is_not_spoken() -> None:
    assert speakable("crème brûlée")
    assert not speakable("İskender")  # its small letter is an i and a dot of its own
