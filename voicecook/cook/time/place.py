"""Where the cook is: in the recipe, or with one part of it such as the glaze."""

from __future__ import annotations

from datetime import datetime

from voicecook.commands import Intent
from voicecook.cook.core.session import Session
from voicecook.cook.core.turn import Turn, say
from voicecook.cook.time import dishes, naming, plan, timers
from voicecook.cook.words import matching
from voicecook.english import clock_words, listed, roughly

_PARTS = matching.plain("step part bit section stage point place")
"""What a step is called, which says nothing of what is done in it."""


def dish(session: Session) -> str:
    """What the cook would call the dish."""
    recipe = session.recipe
    return recipe.also[0] if recipe.also else recipe.name


def by_topic(session: Session, topic: str) -> int | None:
    """The step (0-based) these words mean: by its topics, title or id, or by its text."""
    wanted = topic.casefold()
    for position, step in enumerate(session.recipe.steps):
        if wanted in {word.casefold() for word in (*step.topics, step.title, step.id)}:
            return position
    for position, step in enumerate(session.recipe.steps):
        if wanted in f"{step.title} {step.say}".casefold():
            return position
    return _by_words(session, topic)


def _by_words(session: Session, topic: str) -> int | None:
    """The first step with all of these words in any form: in its title, else in its text."""
    wanted = matching.plain(topic) - _PARTS
    if not wanted:
        return None
    steps = session.recipe.steps
    titles = [matching.plain(f"{step.title} {' '.join(step.topics)}") for step in steps]
    texts = [matching.plain(f"{step.title} {step.say}") for step in steps]
    return next(
        (at % len(steps) for at, words in enumerate(titles + texts) if wanted <= words), None
    )


def said_topic(intent: Intent) -> str:
    """The topic in the cook's words; the rest of them too where it says nothing alone."""
    topic = str(intent.slots.get("topic") or "")
    if not topic or matching.plain(topic) - _PARTS or topic not in intent.words:
        return topic
    return intent.words[intent.words.index(topic) :]


def of_dish(session: Session, said: str) -> int | None:
    """The next step (0-based) of the dish these words name; None if they name none."""
    found = _steps_of_dish(session, said)
    return next(iter(_open(session, found)), found[-1]) if found else None


def _steps_of_dish(session: Session, said: str) -> list[int]:
    dish = dishes.named(session.recipe, said)
    found = enumerate(session.recipe.steps)
    return [index for index, step in found if dish and step.dish == dish]


def _open(session: Session, part: list[int]) -> list[int]:
    """Of these steps, the ones the cook has not gone on from."""
    behind = {left.step for left in session.behind}
    return [index for index in part if session.recipe.steps[index].id not in behind]


def on_where_am_i(session: Session, intent: Intent, at: datetime) -> Turn:
    """Say which step this is, or where a part of the dish has come to."""
    if session.mode == "finished":
        return say(session, f"We've finished the {dish(session)}.")
    if topic := str(intent.slots.get("topic") or ""):
        return say(session, _with_part(session, topic, at))
    place = f"You're at step {session.position + 1} of {len(session.recipe.steps)}"
    words = f"{place}: {dishes.step_title(session.step)}. {_running_words(session, at)}"
    return say(session, words.strip())


def _with_part(session: Session, topic: str, at: datetime) -> str:
    """Which step of this part is next, and the timers it has running."""
    part = _steps_of_dish(session, topic) or _part(session, topic)
    if not part:
        return f"I can't find a step about {topic}."
    open_steps = _open(session, part)
    notes = _left_notes(session, part, at)
    if not open_steps:
        return _sentences(f"All the steps for the {topic} are done", *notes)
    following = session.position if session.position in open_steps else open_steps[0]
    title = dishes.step_title(session.recipe.steps[following])
    if following == session.position:
        return _sentences(f"You're at it, step {following + 1}: {title}", *notes)
    begun = "next for" if len(open_steps) < len(part) else "first for"
    when = _when(session, following, at)
    return _sentences(f"The {begun} the {topic} is step {following + 1}{when}: {title}", *notes)


def _when(session: Session, step: int, at: datetime) -> str:
    """When the plan has a dish begin that waits for a longer one."""
    begun = plan.standing(session, at).begun
    if not session.recipe.parts or session.recipe.steps[step].dish in begun:
        return ""
    starts = {item.step: item.starts for item in plan.rest(session, at)}
    return f" at about {clock_words(starts[step])}"


def _part(session: Session, topic: str) -> list[int]:
    """The step these words mean and what belongs with it: from it on, under the same heading."""
    steps = session.recipe.steps
    first = by_topic(session, topic)
    if first is None:
        return []
    heading = (steps[first].dish, steps[first].section)
    after = range(first + 1, len(steps))
    same = [index for index in after if (steps[index].dish, steps[index].section) == heading]
    return [first, *(same if heading[1] else [])]


def _left_notes(session: Session, part: list[int], at: datetime) -> list[str]:
    found = [timers.of_step(session, session.recipe.steps[index]) for index in part]
    return [
        f"{naming.opening(timer)} is up"
        if timer.rang
        else f"{naming.opening(timer)} has {roughly(timer.left(at))} left"
        for timer in found
        if timer
    ]


def _running_words(session: Session, at: datetime) -> str:
    running = [timer for timer in session.timers if timer.rang is None]
    notes = [f"{naming.full(t)} has {roughly(t.left(at))} left" for t in running]
    words = listed(notes)
    return words[:1].upper() + words[1:] + "." if words else ""


def _sentences(*parts: str) -> str:
    return ". ".join(parts) + "."
