"""What the cook asks about the food: how much of it, what goes in now, is that all of it."""

from __future__ import annotations

from datetime import datetime

from voicecook.commands import Intent
from voicecook.cook.core.session import Session
from voicecook.cook.core.turn import Turn, say
from voicecook.cook.food import amounts, following, reading
from voicecook.cook.food.answers import mentions
from voicecook.cook.food.reading import item_words, sentence
from voicecook.cook.time import dishes
from voicecook.cook.words import matching, wording
from voicecook.english import how_many, listed
from voicecook.recipe import Ingredient


def on_ingredient_amount(session: Session, intent: Intent, at: datetime) -> Turn:
    """Say how much of an ingredient there is."""
    name = named(intent)
    if not name:
        return on_step_ingredients(session, intent, at)
    every = called(session, name)
    named_dish = dishes.named(session.recipe, _dish(intent))
    dish = named_dish or following.dish_spoken_of(session, intent)
    found = dishes.meant(session, every, dish)
    if not found:
        return _amount_for_a_dish(session, name, at) or _amount_of_no_ingredient(session, name)
    if len(found) == 1 and found[0].amount is None and not found[0].preparation:
        return say(session, wording.NO_AMOUNT.format(name=found[0].name))
    items = listed([item_words(session, item) for item in found])
    if len({item.dish for item in every}) > 1 and len({item.dish for item in found}) == 1:
        items = wording.FOR_DISH.format(dish=found[0].dish, item=items)
    return say(session, wording.HOW_MUCH.format(item=sentence(items)))


def _amount_for_a_dish(session: Session, name: str, at: datetime) -> Turn | None:
    """How much of what was just asked about goes into the dish that is named now."""
    dish = following.dish_called(session.recipe, name)
    before = following.ingredient_spoken_of(session)
    if not (dish and before):
        return None
    for wanted in (before, before.split()[-1]):
        if any(item.dish == dish for item in called(session, wanted)):
            slots = {"ingredient": wanted, "dish": dish}
            return on_ingredient_amount(session, Intent("ingredient_amount", slots), at)
    return say(session, wording.NOT_IN_RECIPE.format(name=f"{before} for the {dish}"))


def called(session: Session, name: str) -> tuple[Ingredient, ...]:
    """The ingredients a name means, also a kind of food: the spaghetti for "pasta"."""
    found = matching.ingredients_called(session.recipe, name)
    return found or mentions.of_kind(session.recipe, name.casefold())


def about(session: Session, intent: Intent) -> str:
    """The one ingredient spoken of, by its name; "" if none or several."""
    found = called(session, named(intent)) if named(intent) else ()
    return found[0].name if len(found) == 1 else ""


def _dish(intent: Intent) -> str:
    return str(intent.slots.get("dish") or "")


def _amount_of_no_ingredient(session: Session, name: str) -> Turn:
    """It may be what a group of ingredients makes: "how much glaze"."""
    group = reading.group_called(session.recipe, name)
    if group is None:
        return say(session, wording.NOT_IN_RECIPE.format(name=name))
    lines = session.recipe.ingredients
    size = sum(group in (item.group, item.dish) for item in lines)
    count = how_many(size, "ingredient")
    words = wording.MADE_FROM.format(group=reading.group_words(group), count=count)
    return say(session, words, asked=reading.MORE, list_group=group, list_next=0)


def on_step_ingredients(session: Session, intent: Intent, at: datetime) -> Turn:
    """Say what goes in at this step."""
    told = any(step.uses for step in session.recipe.steps)
    nothing = wording.STEP_NEEDS_NOTHING if told else wording.STEPS_NAME_NOTHING
    return say(session, step_needs(session) or nothing)


def step_needs(session: Session) -> str:
    """What goes in at this step and how much of it; "" if nothing does."""
    items = listed([_portion(session, item) for item in _used_here(session)])
    return wording.STEP_NEEDS.format(items=items) if items else ""


def amounts_here(session: Session) -> str:
    """What goes in at this step for the first time, with amounts; "" if nothing does."""
    new = any(_places(session, item)[0] == session.position for item in _used_here(session))
    return step_needs(session) if new else ""


def on_use_all(session: Session, intent: Intent, at: datetime) -> Turn:
    """Say whether all of an ingredient goes in here."""
    name = named(intent)
    items = matching.ingredients_called(session.recipe, name) if name else _used_here(session)
    if items:
        return say(session, " ".join(_how_used(session, item) for item in items[:3]))
    if name:
        return say(session, _use_of_no_ingredient(session, name))
    return on_step_ingredients(session, intent, at)


def _use_of_no_ingredient(session: Session, name: str) -> str:
    """What the step explains about something made on the way: "do I use all the glaze"."""
    wanted = matching.plain(name)
    texts = [session.step.detail, session.step.say]
    if wanted and wanted <= matching.plain(" ".join(texts)):
        return session.step.detail or wording.HOW_MUCH_UNSAID.format(name=name)
    if reading.group_called(session.recipe, name):
        return wording.HOW_MUCH_UNSAID.format(name=name)
    return wording.NOT_IN_RECIPE.format(name=name)


def _how_used(session: Session, item: Ingredient) -> str:
    places = _places(session, item)
    words = amounts.serving(item, session.scale, session.units)
    if not places:
        return wording.USED_NOWHERE.format(item=words)
    if len(places) > 1:
        steps = listed([str(place + 1) for place in places])
        return wording.USED_IN_SEVERAL.format(item=words, steps=steps)
    if places == [session.position]:
        return wording.USE_ALL.format(item=words)
    return wording.USED_ONCE_ELSEWHERE.format(item=words, step=places[0] + 1)


def _portion(session: Session, item: Ingredient) -> str:
    """With its amount where it goes in first; later only its name, for some may be used up."""
    places = _places(session, item)
    return item_words(session, item) if places[:1] == [session.position] else f"the {item.name}"


def _places(session: Session, item: Ingredient) -> list[int]:
    """The steps (0-based) this ingredient goes into."""
    name = item.name.casefold()
    steps = [(n, step) for n, step in enumerate(session.recipe.steps) if step.dish == item.dish]
    return [place for place, step in steps if name in {use.casefold() for use in step.uses}]


def _used_here(session: Session) -> tuple[Ingredient, ...]:
    return tuple(i for i in session.recipe.ingredients if session.position in _places(session, i))


def named(intent: Intent) -> str:
    """The ingredient asked about; "" where only "it" or nothing was said."""
    name = str(intent.slots.get("ingredient") or "").strip()
    return name if matching.plain(name) else ""
