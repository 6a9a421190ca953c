"""Answers from an ingredient's line: which kind, how prepared, how big, optional, in it at all."""

from __future__ import annotations

import re

from voicecook.cook.food.answers import evidence, facts, mentions, quoting, times
from voicecook.cook.food.answers.asking import Asking
from voicecook.cook.food.measures import CENTIMETRES
from voicecook.cook.food.reading import item_words, listed, sentence
from voicecook.cook.words import matching, wording
from voicecook.english import time_words
from voicecook.recipe import Ingredient

_OPTIONAL = re.compile(
    r"optional|(?:leave|miss|skip|do) (?:out |without )?.*\b(?:out|without)\b|\bleave out|\bskip the|"
    r"\bomit|do (?:i|we) (?:really |actually |absolutely )?(?:need|have to (?:have|use|add)) (?:the|any)|"
    r"is (?:the )?\w+(?: \w+)? (?:necessary|essential|needed|required|important)|without (?:the )?\w+$"
)
_MAY_GO = re.compile(r"optional|if you like|if liked|if desired|if using|or omit|leave (?:it )?out")
_KIND = re.compile(
    r"^(?:what|which) (?:kind|sort|type|brand|variety|cut|colou?r)s? (?:of )?|^(?:what|which) \w+|"
    r"\bwhat (?:kind|sort|type) of\b|what \w+ (?:do|should) i (?:use|buy|need)"
)
_CONTAINS = re.compile(
    r"^(?:is|are) there (?:any |a |an |some )?(?P<a>.+?)(?: in (?:it|this|that|the \w+|here))?$|"
    r"^does (?:it|this|that|the (?:recipe|dish)) (?:have|contain|use|need|take|include|call for) "
    r"(?:any |a |an |some |the )?(?P<b>.+?)(?: in it)?$|"
    r"^(?:has|have) (?:it|this) got (?:any )?(?P<c>.+?)(?: in it)?$|^any (?P<d>.+?) in (?:it|this)$|"
    r"^(?:is|are) (?P<e>[\w ]+?) in (?:it|this|that)$"
)
_PREPARED = re.compile(
    r"\bhow (?:do|should|must|shall|are|is|fine|finely|small|big|thick|thin|thinly|thickly|large|"
    r"long|coarse|coarsely|roughly)\b.*"
    r"\b(?:cut|chop|slice|dice|mince|grate|prepare|prep|crush|shred|be|to be|want|need|chunks|"
    r"pieces|slices|cubes|chopped|sliced|diced|cut|minced|grated|prepared)\w*|what size|which size|"
    r"what do i (?:have to )?do (?:to|with)|\bhow .* prepared|what shape"
)
_SIZE = re.compile(
    r"\bhow (?:big|large|small|heavy|wide|deep)\b|what size|which size|\bsize of\b|how much is in|"
    r"how (?:many|much) (?:grams?|ounces?|g|ml|millilitres?) (?:is|are|does) (?:in )?(?:a|one|the|each)"
)
_WHEN = re.compile(
    r"^when (?:do|should|does|must|will|is|are)\b|^(?:which|what|in which|in what|at what|at which) "
    r"(?:step|stage|point)\b|what (?:is|are) .* (?:for|used for)$|^where (?:do|does|should|is|are)\b.*"
    r"\b(?:go|goes|in|into|used|come|comes|added|put)\b|what do i (?:do|use) (?:with )?the .*"
)
_WITHIN = ("can", "tin", "jar", "packet", "pack", "package", "bag", "carton", "bottle", "box", "tub",
           "pot", "sachet", "block", "container", "piece", "slice", "sheet", "stick", "bunch")  # fmt: skip
_TINS = {"tin": "can", "tinned": "can", "canned": "can", "package": "packet", "pack": "packet"}


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
    if len(thing.split()) > 3:
        return ""
    return wording.NOT_IN_IT.format(name=thing)


def _no_food() -> frozenset[str]:
    return matching.plain("difference way time step timer tip trick reason thing problem else more")


def kind(asked: Asking) -> str:
    """Which kind an ingredient is: "which vinegar"."""
    if not (_KIND.search(asked.text) and asked.named) or _WHEN.search(asked.text):
        return ""
    if re.match(r"(?:what|which) (?:is|are|was|do|does|should|can|could|if|about|next|step)\b", asked.text):
        return ""
    head = re.search(r"(?:kinds?|sorts?|types?|brand|variety|cut|colou?r) of (.+)|^(?:what|which) (.+)", asked.text)
    if head and not mentions.ingredients(asked.recipe, _noun(head[1] or head[2])):
        return ""
    return _lines(asked, asked.named)


def _noun(text: str) -> str:
    """The first noun phrase of the rest of a question: what stands before its verb."""
    return re.split(r"\b(?:do|does|should|is|are|shall|goes|go|can|did|to|works|work)\b", text)[0]


def _lines(asked: Asking, items: tuple[Ingredient, ...]) -> str:
    return sentence(listed([item_words(asked.session, one) for one in items])) + "."


def prepared(asked: Asking) -> str:
    """How an ingredient is to be prepared: "how fine do I chop the garlic"."""
    if not _PREPARED.search(asked.text):
        return ""
    told = [one for one in asked.ingredients if one.preparation]
    return _lines(asked, tuple(told)) if told else ""


def amount(asked: Asking) -> str:
    """How much of something there is."""
    if not re.search(r"\bhow (?:much|many)\b", asked.text) or not asked.named:
        return ""
    if times.ASKS.search(asked.text) or evidence.asked_aspect(asked):
        return ""
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
    if measured:
        return _lines(asked, tuple(measured))
    if tools := mentions.tools(asked.recipe, asked.text):
        return _tool_size(asked, tools[0])
    lengths = [one for one in asked.named if one.amount and one.amount.unit in CENTIMETRES]
    if lengths:
        return _lines(asked, tuple(lengths))
    if packed or asked.named:
        items = tuple(packed) or asked.named
        return wording.NO_SIZE.format(item=listed([item_words(asked.session, i) for i in items]))
    return ""


def _tool_size(asked: Asking, tool: str) -> str:
    head = tool.split()[-1]
    size_ = rf"\b{re.escape(head)}\b.*\d+ ?(?:cm|centimet|mm|inch|litre|liter|-inch|quart)|\d+[- ]?(?:cm|centimet|mm|inch|litre|liter|quart).*\b{re.escape(head)}\b"  # noqa: E501
    for fact in evidence.holding(asked, size_):
        return evidence.said(asked, fact)
    if re.search(r"\d|large|small|medium|deep|big|wide|shallow", tool):
        return wording.TOOL.format(tool=sentence(f"a {tool}" if not tool[0].isdigit() else tool))
    return wording.NO_TOOL_SIZE.format(tool=tool)


def when(asked: Asking) -> str:
    """At which step an ingredient goes in."""
    if not (_WHEN.search(asked.text) and asked.ingredients):
        return ""
    words = [_when(asked, item) for item in asked.ingredients[:3]]
    return " ".join(filter(None, words))


def _when(asked: Asking, item: Ingredient) -> str:
    places = uses(asked, item)
    if not places:
        return ""
    here = asked.session.position
    if here in places and len(places) == 1:
        return wording.USED_HERE.format(name=item.name, words=_telling(asked, item, here))
    if len(places) == 1:
        place = places[0]
        words = _telling(asked, item, place)
        return wording.USED_AT.format(name=item.name, step=place + 1, words=words)
    steps = time_words.names([str(place + 1) for place in places])
    following = next((place for place in places if place >= here), places[-1])
    words = _telling(asked, item, following)
    return wording.USED_AT_SEVERAL.format(name=item.name, steps=steps, step=following + 1, words=words)


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
    words = {matching.stem(word) for word in asked.words if word not in matching.EMPTY}
    for item in asked.named:
        line = {matching.stem(w) for w in matching.words(f"{item.name} {' '.join(item.also)}")}
        if words <= line:
            return sentence(f"{item_words(asked.session, item)}.")
    return ""
