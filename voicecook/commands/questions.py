"""Questions that only the recipe can answer: its own templates, and what plainly is about it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

from voicecook.commands.intents import Intent, Slot
from voicecook.commands.sentences import Template
from voicecook.commands.words import plain_words
from voicecook.english import stem, word_set
from voicecook.recipe import Question, Recipe

_ASKING = word_set(
    "what which how can could do does did is are was should shall may must will would why "
    "where when who any"
)
_BEFORE_A_QUESTION = word_set("okay so and but well now then hey please sorry great oh")
_OTHERS = word_set("he she him her his your yours yourself mine")
_COMMON = word_set(
    "day days even feed half hour hours inch late long lovely minut minute minutes nice "
    "night one people season second talk tell think three tonight two week year a about "
    "actually am an and any anything are as at be been best better but by can could did do "
    "does doing for from get go good have how i if in into is it its just know like long "
    "make me more much must my need needs new not now of off on one or other our out over "
    "please put right s shall should so some something still than that the their them then "
    "there these they thing this those time to too try use used very want was way we well "
    "what when where which while who why will with work works would yes you your"
)
_COMMON_STEMS = frozenset(map(stem, _COMMON))


def question_templates(recipe: Recipe) -> Iterator[Template]:
    """The recipe's own ways to ask, as templates of `ask`, or of `substitute` for a swap."""
    for question in recipe.questions:
        for ask in question.asks:
            text = ask.lower().rstrip("?")
            swap = _swap(question, text)
            yield Template("substitute" if swap else "ask", text, slots=swap)


def _swap(question: Question, ask: str) -> dict[str, Slot]:
    """What a substitute question asks to replace, and with what, if it names that."""
    if question.topic != "substitute" or not question.key:
        return {}
    named = {"with": question.swap} if question.swap and question.swap.lower() in ask else {}
    return {"ingredient": question.key, **named}


class Asker:
    """Knows the words of one recipe, and so whether a question is about it."""

    def __init__(self, recipe: Recipe) -> None:
        self._recipe = recipe

    def ask(self, words: Sequence[str]) -> Intent | None:
        """`ask` with these words, if they are a question about the recipe."""
        start = 0
        while start < len(words) and words[start] in _BEFORE_A_QUESTION:
            start += 1
        if start == len(words) or words[start] not in _ASKING or _OTHERS & set(words):
            return None
        content = {stem(word) for word in words[start:]} - _COMMON_STEMS
        known = content & self._stems
        if not known or 2 * len(known) <= len(content):
            return None
        return Intent("ask", {"question": " ".join(words[start:])})

    @cached_property
    def _stems(self) -> frozenset[str]:
        words = (word for text in _texts(self._recipe) for word in plain_words(text))
        return frozenset(map(stem, words)) - _COMMON_STEMS


def _texts(recipe: Recipe) -> Iterator[str]:
    yield from (recipe.name, *recipe.also, recipe.intro)
    for question in recipe.questions:
        yield from (*question.asks, question.answer, question.key, question.topic)
    for item in recipe.ingredients:
        yield from (item.name, *item.also, item.preparation)
    for step in recipe.steps:
        yield from (step.title, step.say, step.detail, step.done_when, *step.tools)
