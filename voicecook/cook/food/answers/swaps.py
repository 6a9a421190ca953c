"""Whether something else may go in instead, as the recipe says."""

from __future__ import annotations

from voicecook.cook.food.answers import mentions
from voicecook.cook.food.answers.asking import Asking
from voicecook.cook.food.answers.patterns import pattern
from voicecook.cook.food.reading import item_words, sentence
from voicecook.cook.words import matching, wording
from voicecook.english import listed, stem
from voicecook.recipe import Ingredient, Question, Recipe

_INSTEAD = pattern("swaps", "instead")
_NONE_LEFT = pattern("swaps", "none_left")
_NO_FOOD = pattern("swaps", "no_food")
_TOOL = pattern("swaps", "tool")
_MAY_USE = pattern("swaps", "may_use")


def instead(asked: Asking) -> str:
    """What the recipe says to "X instead of Y", or to having no Y."""
    if match := _INSTEAD.fullmatch(asked.text):
        swap = match["swap"] or match["swap2"] or match["swap3"] or match["swap4"]
        of = match["of"] or match["of2"] or match["of3"] or match["of4"]
        if mentions.ingredients(asked.recipe, of) or "instead" in asked.text:
            return swap_words(asked.recipe, of, swap)
    if match := _NONE_LEFT.fullmatch(asked.text):
        of = match["of"]
        if mentions.ingredients(asked.recipe, of):
            return swap_words(asked.recipe, of, "")
    return ""


def may_use(asked: Asking) -> str:
    """Whether something named may be used: it is in the recipe, or the recipe says of a swap."""
    match = _MAY_USE.fullmatch(asked.text)
    thing = next((part for part in match.groups() if part), "") if match else ""
    if not thing or _NO_FOOD.search(thing):
        return ""
    if question := swap_question(asked.recipe, set(), thing, anywhere=True):
        return question.answer
    exact = [one for one in mentions.ingredients(asked.recipe, thing) if _is_just(one, thing)]
    if exact:
        lines = listed([item_words(asked.session, one) for one in exact])
        return wording.IT_IS_IN.format(items=lines)
    if mentions.tools(asked.recipe, thing) or not _is_food(asked, thing):
        return ""
    alike = _same_kind(asked, thing)
    words = wording.NO_SUCH_SWAP_AT_ALL.format(swap=thing)
    return f"{words} {wording.IT_LISTS.format(items=alike)}" if alike else words


def _is_just(item: Ingredient, thing: str) -> bool:
    """Whether a line holds every word of what was named."""
    line = f"{item.name} {item.preparation} {' '.join(item.also)}"
    return matching.plain(thing) <= matching.plain(line)


def _is_food(asked: Asking, thing: str) -> bool:
    """Whether it may be something to eat and is no tool or way of cooking."""
    return not _TOOL.search(thing) and len(thing.split()) <= 4


def _same_kind(asked: Asking, thing: str) -> str:
    """The recipe's own ingredients of the same kind: spaghetti for fusilli."""
    words = {stem(word) for word in thing.split()}
    kinds = [members for members in mentions.families().values()
             if words & {stem(word) for word in members}]  # fmt: skip
    small = min(kinds, key=len, default=frozenset[str]())
    found = [one for one in asked.recipe.ingredients if small and mentions.belongs(one, small)]
    named = found or list(mentions.ingredients(asked.recipe, thing))
    return listed([item_words(asked.session, one) for one in named[:2]])


def swap_words(recipe: Recipe, of: str, swap: str) -> str:
    """What the recipe says about this swap, or that it doesn't say."""
    names = {item.name for item in mentions.ingredients(recipe, of)} if of else set()
    if question := swap_question(recipe, names, swap, anywhere=not of):
        return question.answer if swap else without_yes(question.answer)
    return no_substitute(of, swap, names)


def without_yes(words: str) -> str:
    """The answer to a question that yes doesn't answer."""
    return sentence(words.removeprefix("Yes. ").removeprefix("Yes, "))


def swap_question(recipe: Recipe, names: set[str], swap: str, anywhere: bool) -> Question | None:
    """What the recipe says about this swap: both sides must be the ones asked about."""
    wanted = matching.plain(swap)
    for question in recipe.questions:
        right = anywhere or question.key in names
        told = matching.plain(question.swap)
        meant = wanted <= told or told <= wanted if wanted else not anywhere
        if question.topic == "substitute" and told and right and meant:
            return question
    return None


def no_substitute(of: str, swap: str, names: set[str]) -> str:
    """That the recipe doesn't say."""
    if of and not names:
        return wording.NOT_IN_RECIPE.format(name=of)
    name = min(names, key=len) if len(names) == 1 else of
    if swap and of:
        return wording.NO_SUCH_SWAP.format(swap=swap, name=name)
    if swap:
        return wording.NO_SUCH_SWAP_AT_ALL.format(swap=swap)
    return wording.NO_SUBSTITUTE.format(name=name) if of else wording.WHICH_TO_REPLACE
