"""Which pan, with what, and whether a tool is needed at all."""

from __future__ import annotations

import re

from voicecook.cook.food.answers import evidence, mentions
from voicecook.cook.food.answers.asking import Asking
from voicecook.cook.food.reading import sentence
from voicecook.cook.words import matching, wording
from voicecook.english import nouns, time_words

_TOOLS = (
    r"\b(?:pans?|pots?|saucepans?|skillets?|frying pans?|tins?|trays?|baking sheets?|dish(?:es)?|bowls?|kni(?:fe|ves)|boards?|"
    r"whisks?|spoons?|spatulas?|brush(?:es)?|graters?|peelers?|sieves?|colanders?|racks?|blenders?|mixers?|"
    r"processors?|tools?|equipment|utensils?|foil|paper|scales?|thermometers?|rolling pins?|lids?|woks?|"
    r"casseroles?|tongs|ladles?|mould|mold|jars?|jugs?|skewers?|mortars?|mashers?)\b"
)
_WHICH = re.compile(rf"^(?:in |with |on )?(?:what|which)(?: kind of| sort of| type of| size)?(?: \w+)? ?{_TOOLS}")
_NEED = re.compile(
    r"^(?:do|will|would|should) i (?:really |also )?(?:need|use|want|have to (?:use|have)|get out|require) (?:a |an |any |the |my |some )?(?P<a>.+?)"
    r"(?: for (?:this|it|that))?$|^(?:is|are) (?:a |an |the )?(?P<b>.+?) (?:needed|necessary|required)$"
)


def which(asked: Asking) -> str:
    """The tool of a kind that is used: "which pan"."""
    match = _WHICH.search(asked.text)
    if not match or evidence.asked_aspect(asked):
        return ""
    heads = {matching.stem(word) for word in matching.words(match[0])}
    place = _place(asked)
    for tools in (asked.recipe.steps[place].tools, _every(asked)):
        fits = [tool for tool in tools if heads & {matching.stem(w) for w in _alike(tool)}]
        if fits:
            return sentence(time_words.names([nouns.as_tool(tool) for tool in dict.fromkeys(fits)])) + "."
    kind = re.search(_TOOLS, match[0])
    assert kind is not None
    found = evidence.holding(asked, rf"\b{kind[0].rstrip('s')}")
    return evidence.said(asked, found[0]) if found else ""


def _place(asked: Asking) -> int:
    """The step named, else the one at hand."""
    text = re.sub(_TOOLS, " ", asked.text)
    found = mentions.steps(asked.recipe, text)
    return found[0] if found and mentions.score(asked.recipe, found[0], text) > 0.5 else asked.session.position


def _every(asked: Asking) -> list[str]:
    of_steps = (tool for step in asked.recipe.steps for tool in step.tools)
    return list(dict.fromkeys((*asked.recipe.tools, *of_steps)))


_ALIKE = {"pan": "pan saucepan skillet", "saucepan": "pan saucepan", "skillet": "pan skillet",
          "tin": "tin tray pan", "pot": "pot", "saucepot": "pot"}  # fmt: skip


def _alike(tool: str) -> list[str]:
    head = tool.split()[-1]
    return _ALIKE.get(head, head).split()


def needed(asked: Asking) -> str:
    """Whether a tool is needed: "do I need a whisk"."""
    match = _NEED.search(asked.text)
    thing = (match["a"] or match["b"]) if match else ""
    if not thing or thing.startswith("to ") or not re.search(rf"{_TOOLS}$", thing):
        return ""
    if found := mentions.tools(asked.recipe, thing):
        return wording.TOOL_NEEDED.format(tools=time_words.names([nouns.as_tool(t) for t in found]))
    head = re.escape(thing.split()[-1].rstrip("s"))
    if facts := evidence.holding(asked, rf"\b{head}"):
        return f"Yes. {evidence.said(asked, facts[0])}"
    return wording.NO_SUCH_TOOL.format(tool=thing)
