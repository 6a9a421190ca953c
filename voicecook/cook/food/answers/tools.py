"""Which pan, with what, and whether a tool is needed at all."""

from __future__ import annotations

import re

from voicecook.cook.food.answers import evidence, mentions
from voicecook.cook.food.answers.asking import Asking
from voicecook.cook.food.answers.patterns import pattern
from voicecook.cook.food.reading import sentence
from voicecook.cook.words import matching, wording
from voicecook.english import as_tool, listed, stem

_TOOLS = pattern("tools", "tool").pattern
_WHICH = pattern("tools", "which")
_IN_ALL = pattern("tools", "in_all")
_NEED = pattern("tools", "need")


def asks_for_all(text: str) -> bool:
    """Whether the tools of the whole recipe are asked for: "what pans will I need"."""
    return bool(_IN_ALL.search(text.casefold()))


def which(asked: Asking) -> str:
    """The tool of a kind that is used: "which pan"."""
    match = _WHICH.search(asked.text)
    if not match or evidence.asked_aspect(asked):
        return ""
    heads = {stem(word) for word in matching.words(match[0])}
    place = _place(asked)
    for tools in (asked.recipe.steps[place].tools, _every(asked)):
        fits = [tool for tool in tools if heads & {stem(w) for w in _alike(tool)}]
        if fits:
            each = [as_tool(tool) for tool in dict.fromkeys(fits)]
            return sentence(f"{listed(each)}.")
    kind = re.search(_TOOLS, match[0])
    assert kind is not None
    found = evidence.holding(asked, rf"\b{kind[0].rstrip('s')}s?\b")
    return evidence.said(asked, found[0]) if found else ""


def _place(asked: Asking) -> int:
    """The step named, else the one at hand."""
    text = re.sub(_TOOLS, " ", asked.text)
    found = mentions.steps(asked.recipe, text)
    named = bool(found) and mentions.score(asked.recipe, found[0], text) > 0.5
    return found[0] if named else asked.session.position


def _every(asked: Asking) -> list[str]:
    of_steps = (tool for step in asked.recipe.steps for tool in step.tools)
    return list(dict.fromkeys((*asked.recipe.tools, *of_steps)))


_ALIKE = {
    "oven": "pot pan casserole",
    "casserole": "pot casserole",
    "pan": "pan saucepan skillet",
    "saucepan": "pan saucepan",
    "skillet": "pan skillet",
    "tin": "tin tray pan",
}


def _alike(tool: str) -> list[str]:
    head = tool.rsplit(maxsplit=1)[-1]
    if head == "oven" and "dutch" not in tool.casefold():
        return []
    return _ALIKE.get(head, head).split()


def needed(asked: Asking) -> str:
    """Whether a tool is needed: "do I need a whisk"."""
    match = _NEED.search(asked.text)
    thing = (match["a"] or match["b"]) if match else ""
    if not thing or thing.startswith("to ") or not re.search(rf"{_TOOLS}$", thing):
        return ""
    if found := mentions.tools(asked.recipe, thing):
        tools = listed([as_tool(tool) for tool in found])
        steps = [
            str(n + 1) for n, step in enumerate(asked.recipe.steps) if {*step.tools} & {*found}
        ]
        text = wording.TOOL_NEEDED_AT if steps else wording.TOOL_NEEDED
        word = "steps" if steps[1:] else "step"
        return text.format(tools=tools, steps=f"{word} {listed(steps)}")
    head = re.escape(thing.split()[-1].rstrip("s"))
    if facts := evidence.holding(asked, rf"\b{head}"):
        return f"Yes. {evidence.said(asked, facts[0])}"
    return wording.NO_SUCH_TOOL.format(tool=thing)
