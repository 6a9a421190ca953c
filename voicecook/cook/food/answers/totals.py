"""What it comes to: all of an ingredient, how many pieces it makes, what is in one of them."""

from __future__ import annotations

from voicecook.cook.food import portions
from voicecook.cook.food.answers import facts, quoting
from voicecook.cook.food.answers.asking import Asking
from voicecook.cook.food.answers.facts import Fact
from voicecook.cook.food.answers.patterns import pattern
from voicecook.cook.food.reading import item_words, sentence
from voicecook.cook.words import matching
from voicecook.english import listed, quantities, stem
from voicecook.recipe import Question

_IN_ALL = pattern("totals", "in_all")
_YIELD = pattern("totals", "yield")
_MAKES = pattern("totals", "makes")
_OF_ONE = pattern("totals", "of_one")


def in_all(asked: Asking) -> str:
    """Every line of an ingredient: "how much butter altogether"."""
    if not (_IN_ALL.search(asked.text) and asked.named):
        return ""
    wanted = matching.plain(_IN_ALL.sub(" ", asked.text))
    every = [one for one in asked.recipe.ingredients if wanted <= matching.plain(one.name)]
    lines = [item_words(asked.session, one) for one in every or asked.named]
    return sentence(f"{listed(lines)}.")


def made(asked: Asking) -> str:
    """The sentence that counts what is made: "how many slices do we get"."""
    match = _YIELD.search(asked.text)
    if not match or asked.named:
        return ""
    if asked.session.scale != 1:
        return portions.serves_words(asked.session) if asked.recipe.serves else ""
    thing = stem(match["thing"])
    told = (fact for fact in facts.of_recipe(asked.recipe) if _counts(fact, thing))
    found = next(told, None)
    return sentence(quoting.quoted(asked.session, found)) if found else ""


def _counts(fact: Fact, thing: str) -> bool:
    """Whether a sentence gives a number of these things."""
    words = matching.words(fact.text)
    if fact.topic == "nutrition" or not _MAKES.search(fact.text):
        return False
    after = (words[end : end + 1] for at in range(len(words)) for end, _ in quantities(words, at))
    return any(thing in {stem(word) for word in some} for some in after)


def of_one(asked: Asking) -> str:
    """How much sugar or fat is in a portion, if the recipe tells it."""
    match = _OF_ONE.search(asked.text)
    return nutrient(asked, asked.text[: match.start()]) if match else ""


def nutrient(asked: Asking, name: str) -> str:
    """What the recipe tells of this nutrient: "fat"; "" if nothing."""
    wanted = matching.plain(name)
    told = next((one for one in asked.recipe.questions if _is_of(one, wanted)), None)
    return sentence(quoting.spoken(asked.session, told.answer, scales=False)) if told else ""


def _is_of(question: Question, wanted: frozenset[str]) -> bool:
    key = matching.plain(question.key)
    return question.topic == "nutrition" and bool(wanted) and key == wanted
