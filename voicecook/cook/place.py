"""Where the cook is: in the recipe, or with one part of it such as the glaze."""

from __future__ import annotations

from datetime import datetime

from voicecook.commands.intents import Intent
from voicecook.cook import time_words, timers
from voicecook.cook.session import Session
from voicecook.cook.turn import Handler, Turn, say


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
    return None


def _where_am_i(session: Session, intent: Intent, at: datetime) -> Turn:
    if session.mode == "finished":
        return say(session, f"We've finished the {dish(session)}.")
    if topic := str(intent.slots.get("topic") or ""):
        return say(session, _with_part(session, topic, at))
    place = f"You're at step {session.position + 1} of {len(session.recipe.steps)}: "
    return say(session, f"{place}{session.step.title}. {_running_words(session, at)}".strip())


def _with_part(session: Session, topic: str, at: datetime) -> str:
    """Which step of this part is next, and the timers it has running."""
    first = by_topic(session, topic)
    if first is None:
        return f"I can't find a step about {topic}."
    part = _part(session, first)
    behind = {left.step for left in session.behind}
    open_steps = [index for index in part if session.recipe.steps[index].id not in behind]
    notes = _left_notes(session, part, at)
    if not open_steps:
        return _sentences(f"All the steps for the {topic} are done", *notes)
    following = session.position if session.position in open_steps else open_steps[0]
    title = session.recipe.steps[following].title
    if following == session.position:
        return _sentences(f"You're at it, step {following + 1}: {title}", *notes)
    begun = "next for" if len(open_steps) < len(part) else "first for"
    return _sentences(f"The {begun} the {topic} is step {following + 1}: {title}", *notes)


def _part(session: Session, first: int) -> list[int]:
    """The steps that belong with this one: from it on, under the same heading."""
    steps = session.recipe.steps
    heading = steps[first].section
    after = [
        index
        for index in range(first + 1, len(steps))
        if heading and steps[index].section == heading
    ]
    return [first, *after]


def _left_notes(session: Session, part: list[int], at: datetime) -> list[str]:
    found = [timers.of_step(session, session.recipe.steps[index]) for index in part]
    return [
        f"The {timer.name} timer is up"
        if timer.rang
        else f"The {timer.name} timer has {time_words.roughly(timer.left(at))} left"
        for timer in found
        if timer
    ]


def _running_words(session: Session, at: datetime) -> str:
    running = [timer for timer in session.timers if timer.rang is None]
    notes = [f"the {t.name} timer has {time_words.roughly(t.left(at))} left" for t in running]
    words = time_words.names(notes)
    return words[:1].upper() + words[1:] + "." if words else ""


def _sentences(*parts: str) -> str:
    return ". ".join(parts) + "."


HANDLERS: dict[str, Handler] = {"where_am_i": _where_am_i}
