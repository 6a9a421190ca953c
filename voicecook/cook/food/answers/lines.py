"""Answers from an ingredient's line: which kind, how prepared, how big, optional, in it at all."""

from __future__ import annotations

import re

from voicecook.cook.food.answers import evidence, facts, mentions, quoting, times
from voicecook.cook.food.answers.asking import Asking
from voicecook.cook.food.answers.patterns import pattern
from voicecook.cook.food.measures import CENTIMETRES
from voicecook.cook.food.reading import item_words, sentence
from voicecook.cook.words import matching, wording
from voicecook.english import listed, stem, word_set
from voicecook.recipe import Ingredient

_OPTIONAL = pattern("lines", "optional")
_STATE = pattern("lines", "state")
_MUST = pattern("lines", "must")
_MAY_GO = pattern("lines", "may_go")
_KIND = pattern("lines", "kind")
_CONTAINS = pattern("lines", "contains")
_PREPARED = pattern("lines", "prepared")
_SIZE = pattern("lines", "size")
_SIZED = pattern("lines", "sized")
_WHEN = pattern("lines", "when")
_WITHIN = word_set(
    "can tin jar packet pack package bag carton bottle box tub pot sachet block container piece "
    "slice sheet stick bunch"
)
_TINS = {"tin": "can", "tinned": "can", "canned": "can", "package": "packet", "pack": "packet"}


def must(text: str) -> bool:
    """Whether it is asked if something has to go in: "do we really need the nuts"."""
    return bool(_MUST.search(text.casefold()))


def optional(asked: Asking) -> str:
    """Whether something may be left out."""
    match = _OPTIONAL.search(asked.text)
    if not match:
        return ""
    if not asked.ingredients:
        return _left_out_unknown(asked)
    item = asked.ingredients[0]
    line = item_words(asked.session, item)
    if _MAY_GO.search(f"{item.name} {item.preparation}"):
        return wording.OPTIONAL.format(item=line.replace(", optional", ""))
    says = wording.NOT_OPTIONAL.format(name=item.name, item=line)
    for fact in evidence.holding(asked, _MAY_GO.pattern):
        return evidence.said(asked, fact)
    return says


def _left_out_unknown(asked: Asking) -> str:
    """Something that is to be left out and isn't in it."""
    match = re.search(r"(?:leave out|omit|skip|without) (?:the )?(\w+(?: \w+)?)$", asked.text)
    if not match or not mentions.is_food(match[1]) or mentions.is_told(asked.recipe, match[1]):
        return ""
    return wording.NOT_IN_RECIPE.format(name=match[1])


def contains(asked: Asking) -> str:
    """Whether something is in it."""
    match = _CONTAINS.search(asked.text)
    if not match:
        return ""
    thing = next(filter(None, match.groups())).strip()
    found = mentions.ingredients(asked.recipe, thing)
    if found:
        lines = listed([item_words(asked.session, one) for one in found])
        return wording.IN_IT.format(items=lines)
    known = matching.plain(thing)
    if not known or not asked.recipe.ingredients or known <= asked.wanted & _no_food():
        return ""
    if len(thing.split()) > 3 or mentions.is_told(asked.recipe, thing):
        return ""
    return wording.NOT_IN_IT.format(name=thing)


def _no_food() -> frozenset[str]:
    return matching.plain("difference way time step timer tip trick reason thing problem else more")


def kind(asked: Asking) -> str:
    """Which kind an ingredient is: "which vinegar"."""
    if not (_KIND.search(asked.text) and asked.named) or _WHEN.search(asked.text):
        return ""
    if re.match(
        r"(?:what|which) (?:is|are|was|do|does|should|can|could|if|about|next|step)\b", asked.text
    ):
        return ""
    head = re.search(
        r"(?:kinds?|sorts?|types?|brand|variety|cut|colou?r) of (.+)|^(?:what|which) (.+)",
        asked.text,
    )
    if head and not mentions.ingredients(asked.recipe, _noun(head[1] or head[2])):
        return ""
    return _lines(asked, asked.named)


def _noun(text: str) -> str:
    """The first noun phrase of the rest of a question: what stands before its verb."""
    return re.split(
        r"\b(?:for|in|on|at|do|does|should|is|are|shall|goes|go|can|did|to|works|work)\b", text
    )[0]


def _lines(asked: Asking, items: tuple[Ingredient, ...]) -> str:
    return sentence(listed([item_words(asked.session, one) for one in items])) + "."


def prepared(asked: Asking) -> str:
    """How an ingredient is to be prepared: "how fine do I chop the garlic"."""
    if not _PREPARED.search(asked.text):
        return ""
    told = [one for one in asked.ingredients if one.preparation]
    return _lines(asked, tuple(told)) if told else ""


def state(asked: Asking) -> str:
    """How an ingredient is to be: "does the butter have to be soft"."""
    match = _STATE.search(asked.text)
    if not match:
        return ""
    thing, uses = matching.plain(match["thing"]), {use.casefold() for use in asked.step.uses}
    used = (one for one in asked.recipe.ingredients if one.name.casefold() in uses)
    here = [one for one in used if thing and thing <= matching.plain(one.name)]
    told = here or [one for one in asked.named if one.preparation]
    return _lines(asked, tuple(told)) if told else ""


def amount(asked: Asking) -> str:
    """How much of something there is."""
    if not re.search(r"\bhow (?:much|many)\b", asked.text) or not asked.named:
        return ""
    if times.ASKS.search(asked.text) or evidence.asked_aspect(asked) or _is_of_more(asked):
        return ""
    if not any(item.amount or item.preparation for item in asked.named):
        return wording.NO_AMOUNT.format(name=asked.named[0].name)
    return _lines(asked, asked.named)


def size(asked: Asking) -> str:
    """How big a tin is, or the one of anything else that the line gives."""
    if not _SIZE.search(asked.text):
        return ""
    said = {_TINS.get(word, word) for word in asked.words}
    packed = [one for one in asked.recipe.ingredients
              if one.amount and one.amount.unit in _WITHIN
              and {one.amount.unit, _TINS.get(one.amount.unit, "")} & said]  # fmt: skip
    measured = [one for one in packed if re.search(r"\d", one.preparation)]
    tools = mentions.tools(asked.recipe, asked.text)
    if tools and not measured:
        return _tool_size(asked, tools[0])
    sized = [one for one in asked.named if _has_size(one)]
    if measured or sized:
        return _lines(asked, tuple(measured or sized))
    items = tuple(packed) or asked.named
    each = listed([item_words(asked.session, item) for item in items])
    return wording.NO_SIZE.format(item=each) if items else ""


def _has_size(item: Ingredient) -> bool:
    long = item.amount is not None and item.amount.unit in CENTIMETRES
    return long or bool(_SIZED.search(item.preparation))


_LENGTH = r"\d+[- ]?(?:cm|centimet|mm|inch|litre|liter|quart)"


def _tool_size(asked: Asking, tool: str) -> str:
    head = tool.rsplit(maxsplit=1)[-1]
    word = rf"\b{re.escape(head)}\b"
    size_ = rf"{word}.*{_LENGTH}|{_LENGTH}.*{word}"
    for fact in evidence.holding(asked, size_):
        return evidence.said(asked, fact)
    if re.search(r"\d|large|small|medium|deep|big|wide|shallow", tool):
        return wording.TOOL.format(tool=sentence(f"a {tool}" if not tool[0].isdigit() else tool))
    return wording.NO_TOOL_SIZE.format(tool=tool)


def when(asked: Asking) -> str:
    """At which step an ingredient goes in."""
    if not (_WHEN.search(asked.text) and asked.ingredients) or _is_of_more(asked):
        return ""
    words = [_when(asked, item) for item in asked.ingredients[:3]]
    return " ".join(filter(None, words))


def _is_of_more(asked: Asking) -> bool:
    """Whether the question is about something else that is told: the water of the pasta."""
    if asked.is_about_it and not asked.named:
        return False
    names = " ".join(f"{one.name} {' '.join(one.also)}" for one in asked.named)
    kinds = matching.content(" ".join(mentions.families()))
    rest = asked.wanted - matching.content(names) - kinds - _ASKING
    told = (fact for fact in facts.of_recipe(asked.recipe) if fact.step is not None)
    return bool(rest) and any(rest <= fact.stems for fact in told)


_ASKING = matching.content("add step stage point part used come comes need have should")


def _when(asked: Asking, item: Ingredient) -> str:
    places = uses(asked, item)
    if not places:
        return ""
    here = asked.session.position
    if here in places and len(places) == 1:
        words = _telling(asked, item, here)
        return wording.USED_HERE.format(name=item.name, go=_go(item), words=words)
    if len(places) == 1:
        place = places[0]
        words = _telling(asked, item, place)
        return wording.USED_AT.format(name=item.name, go=_go(item), step=place + 1, words=words)
    steps = listed([str(place + 1) for place in places])
    following = next((place for place in places if place >= here), places[-1])
    words = _telling(asked, item, following)
    return wording.USED_AT_SEVERAL.format(
        name=item.name, steps=steps, step=following + 1, words=words
    )


def _go(item: Ingredient) -> str:
    return "go" if item.name.endswith("s") and not item.name.endswith("ss") else "goes"


def _telling(asked: Asking, item: Ingredient, place: int) -> str:
    """The sentence of a step that names the ingredient, or all it says."""
    step = asked.recipe.steps[place]
    own = [fact for fact in facts.of_step(step, place) if fact.kind == "step"]
    naming = [one for one in own if item in mentions.every_ingredient(asked.recipe, one.text)]
    return " ".join(quoting.quoted(asked.session, fact) for fact in naming or own)


def uses(asked: Asking, item: Ingredient) -> list[int]:
    """The steps (0-based) an ingredient goes into, by their lists or else by their words."""
    steps = [(n, step) for n, step in enumerate(asked.recipe.steps) if step.dish == item.dish]
    name = item.name.casefold()
    listed_ = [n for n, step in steps if name in {use.casefold() for use in step.uses}]
    if listed_:
        return listed_
    return [n for n, step in steps if item in mentions.every_ingredient(asked.recipe, step.say)]


def now(asked: Asking) -> str:
    """Whether an ingredient goes in at this step: "do I add the butter now"."""
    adds = re.match(
        r"(?:do|should|shall|must|can|may) i (?:already |also )?(?:add|put|use|mix|stir|throw|pour|"
        r"tip)\b.*\b(?:now|yet|already|here|at this (?:point|stage)|in this step|first|next)\b",
        asked.text,
    )
    if not (adds and asked.ingredients):
        return ""
    item = asked.ingredients[0]
    places = uses(asked, item)
    if asked.session.position in places:
        return f"Yes. {_telling(asked, item, asked.session.position)}"
    return f"No. {_when(asked, item)}" if places else ""


def plain_amount(asked: Asking) -> str:
    """The line of what is named, where only that was said or asked for: "and the vinegar"."""
    if asked.text.startswith(("what is", "what are")):
        return ""
    words = {stem(word) for word in asked.words if word not in matching.EMPTY}
    for item in asked.named:
        line = {stem(w) for w in matching.words(f"{item.name} {' '.join(item.also)}")}
        if words <= line:
            return sentence(f"{item_words(asked.session, item)}.")
    return ""
