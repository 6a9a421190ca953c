"""Reading the ingredients aloud, a few at a time, at the cook's pace.

`session.list_group` is the group being read ("": all of them); `session.list_next` the place in
`recipe.ingredients` reading has come to.
"""

from __future__ import annotations

from datetime import datetime
from math import ceil

from voicecook.commands import Intent
from voicecook.cook.core.session import Asked, Session
from voicecook.cook.core.turn import Turn, say
from voicecook.cook.food import amounts
from voicecook.cook.time import dishes
from voicecook.cook.words import matching, wording
from voicecook.english import count_words, how_many, listed
from voicecook.recipe import Ingredient, Recipe

MOST_AT_ONCE = 4
MORE = Asked("more", "ingredients")


def continue_reading(session: Session, at: datetime) -> Turn:
    """Go on with the list where it stopped; from the top if it was at its end."""
    left = _left(session)
    return _read(session, left or _order(session))


def item_words(session: Session, item: Ingredient) -> str:
    """One line of the list: "three cloves of garlic, finely minced"."""
    words = amounts.serving(item, session.scale, session.units)
    return f"{words}, {item.preparation}" if item.preparation else words


def sentence(text: str) -> str:
    """The text with a capital letter to begin with."""
    return text[:1].upper() + text[1:]


def on_ingredients(session: Session, intent: Intent, at: datetime) -> Turn:
    """Read the ingredients aloud, a few at a time."""
    recipe = session.recipe
    if not recipe.ingredients:
        return say(session, wording.NO_INGREDIENTS)
    wanted = str(intent.slots.get("group") or "")
    group = group_called(recipe, wanted) if wanted else ""
    if group is None:
        return say(session, _no_such_group(recipe, wanted))
    return continue_reading(session.but(list_group=group, list_next=0), at)


def on_next_ingredient(session: Session, intent: Intent, at: datetime) -> Turn:
    """Read the next one."""
    session = _from_the_top(session)
    left = _left(session)
    if not left:
        words = wording.NO_MORE_TO_READ if session.recipe.ingredients else wording.NO_INGREDIENTS
        return say(_answered(session), words)
    item = sentence(item_words(session, session.recipe.ingredients[left[0]]))
    words = (wording.NEXT_ITEM if left[1:] else wording.LAST_ITEM).format(item=item)
    return say(_answered(session), words, list_next=left[0] + 1)


def on_more_ingredients(session: Session, intent: Intent, at: datetime) -> Turn:
    """Say whether there are more to be read."""
    session = _from_the_top(session)
    left = _left(session)
    if not left:
        return say(_answered(session), wording.NO_MORE)
    words = wording.MORE if session.list_next else wording.NONE_READ_YET
    return say(session, words.format(count=count_words(len(left))), asked=MORE)


def on_count_ingredients(session: Session, intent: Intent, at: datetime) -> Turn:
    """Say how many there are."""
    recipe = session.recipe
    if not recipe.ingredients:
        return say(session, wording.NO_INGREDIENTS)
    count = sentence(how_many(len(recipe.ingredients), "ingredient"))
    if not recipe.groups:
        return say(session, wording.COUNT.format(count=count))
    sizes = [(count_words(len(recipe.group_of(name))), name) for name in recipe.groups]
    groups = [wording.COUNT_OF_GROUP.format(count=n, group=group_words(name)) for n, name in sizes]
    return say(session, wording.COUNT_IN_GROUPS.format(count=count, groups=listed(groups)))


def group_words(name: str) -> str:
    """A group's name as it goes into a sentence after "the": "honey glaze"."""
    words = name.removeprefix("For ").removeprefix("for ").removeprefix("the ")
    return words[:1].lower() + words[1:]


def group_called(recipe: Recipe, wanted: str) -> str | None:
    """The group these words mean; None if there is none."""
    asked = matching.plain(wanted)
    if asked and (dish := dishes.named(recipe, wanted)):
        return dish
    scored = [(len(asked & matching.plain(name)), name) for name in recipe.groups]
    best = max(scored, key=lambda pair: pair[0], default=(0, ""))
    return best[1] if best[0] else None


def _read(session: Session, left: list[int]) -> Turn:
    """Read the next few of these places and ask whether to go on."""
    if not left:
        return say(session, wording.NO_INGREDIENTS)
    lines = session.recipe.ingredients
    group = lines[left[0]].group
    size = next((n for n, at in enumerate(left) if lines[at].group != group), len(left))
    here = left[: ceil(size / ceil(size / MOST_AT_ONCE))]
    rest = left[len(here) :]
    text = f"{_few(session, here)} {_after(session, group, rest)}"
    session = session.but(list_next=here[-1] + 1)
    return say(session, text, asked=MORE) if rest else say(_answered(session), text)


def _few(session: Session, here: list[int]) -> str:
    lines = session.recipe.ingredients
    items = listed([item_words(session, lines[place]) for place in here])
    group = lines[here[0]].group
    begins = here[0] == 0 or lines[here[0] - 1].group != group
    if group and begins:
        return wording.GROUP.format(group=group_words(group), items=items)
    return wording.ITEMS.format(items=sentence(items))


def _after(session: Session, group: str, rest: list[int]) -> str:
    if rest:
        following = session.recipe.ingredients[rest[0]].group
        new = following and following != group
        return wording.GO_ON_WITH.format(group=group_words(following)) if new else wording.GO_ON
    if session.list_group:
        return wording.THAT_IS_ALL_FOR.format(group=group_words(session.list_group))
    return wording.THAT_IS_ALL


def _order(session: Session) -> list[int]:
    """The places that are read, in order."""
    group = session.list_group
    lines = enumerate(session.recipe.ingredients)
    return [place for place, item in lines if not group or group in (item.group, item.dish)]


def _left(session: Session) -> list[int]:
    return [place for place in _order(session) if place >= session.list_next]


def _from_the_top(session: Session) -> Session:
    """All groups again, where no list is being read; moving to another step ends a reading."""
    return session if session.list_next else session.but(list_group="")


def _answered(session: Session) -> Session:
    """Without the question whether to go on; any other question stays open."""
    more = session.asked is not None and session.asked.what == "more"
    return session.but(asked=None) if more else session


def _no_such_group(recipe: Recipe, wanted: str) -> str:
    named = [f"one for the {group_words(name)}" for name in recipe.groups]
    groups = listed(named) if named else "just one list"
    return wording.NO_SUCH_GROUP.format(group=wanted, groups=groups)
