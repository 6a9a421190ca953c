"""The answer to a question: each answerer is tried in turn, and the first that knows it answers.

What none of them finds in the recipe or in a table of ours is told as not said. Nothing is made up:
an answer is a sentence of the recipe, a line of it, or a figure reckoned from one by a table.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from voicecook.cook.core.session import Session
from voicecook.cook.food.answers import (
    actions,
    choices,
    degrees,
    diets,
    evidence,
    lines,
    meanings,
    order,
    own_questions,
    reasons,
    search,
    signs,
    swaps,
    times,
    tools,
    trouble,
    warmth,
    weights,
)
from voicecook.cook.food.answers.asking import Asking, asking
from voicecook.cook.food.answers.unsaid import absent, unsaid
from voicecook.cook.words import matching, wording
from voicecook.english import listed

Answerer = Callable[[Asking], str]


def answer(session: Session, said: str, at: datetime) -> tuple[str, str]:
    """What to say to these words, and the ingredient spoken of ("": none in particular)."""
    asked = asking(session, said, at)
    words = next(filter(None, (answerer(asked) for answerer in _ANSWERERS)), "")
    about = asked.ingredients[0].name if len(asked.ingredients) == 1 else ""
    return words or unsaid(asked), about


def _danger(asked: Asking) -> str:
    return trouble.help_with(asked) if trouble.is_danger(asked) else ""


def _trouble(asked: Asking) -> str:
    """Trouble that is told, or asked about with "what if"; the recipe's own answer goes first."""
    return trouble.help_with(asked, own=lambda: own_questions.likely(asked))


def _disagrees(asked: Asking) -> str:
    """Where the recipe disagrees with itself."""
    if not (asked.wanted & matching.content("disagree") and asked.recipe.disagreements):
        return ""
    about = listed([f"the {one.about}" for one in asked.recipe.disagreements])
    return wording.DISAGREES.format(about=about)


_ANSWERERS: tuple[Answerer, ...] = (
    _danger,
    own_questions.exact,
    _trouble,
    weights.converted,
    swaps.instead,
    own_questions.sure,
    degrees.converted,
    order.in_order,
    lines.optional,
    swaps.may_use,
    diets.suits,
    lines.contains,
    absent,
    choices.chosen,
    lines.now,
    signs.sign,
    lines.when,
    tools.needed,
    tools.which,
    lines.size,
    lines.prepared,
    lines.kind,
    lines.amount,
    times.named_time,
    reasons.why,
    meanings.meaning,
    own_questions.likely,
    own_questions.keeping,
    evidence.told,
    actions.acted,
    warmth.how_hot,
    _disagrees,
    lines.plain_amount,
    search.line_with,
    search.sentence_with,
)
"""Who is tried, in this order."""
