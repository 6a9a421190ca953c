"""Moving through the recipe: next, back, to a step or a topic, undo."""

from __future__ import annotations

import re
from datetime import datetime

from voicecook.commands import Intent, Slot
from voicecook.cook.core.effects import Say
from voicecook.cook.core.session import Asked, Left, Session, Timer
from voicecook.cook.core.turn import Turn, say
from voicecook.cook.food import at_hand
from voicecook.cook.time import (
    alerts,
    dishes,
    leftovers,
    naming,
    place,
    step_timer,
    time_left,
    timers,
)
from voicecook.english import clock_words, listed, roughly, span_words

_ALTOGETHER = re.compile(r"\bsteps (?:are|is) there\b(?! left)|\b(?:altogether|in (?:all|total))\b")
LAST_WORDS = "That was the last step. Enjoy your {dish}!"


def arrive(session: Session, position: int, at: datetime, before: str = "") -> Turn:
    """Go to a step, read it aloud and offer its timer; `before` is said first."""
    here = session.recipe.steps[position].id
    behind = tuple(left for left in session.behind if left.step != here)
    session = session.but(position=position, mode="cooking", asked=None, list_next=0, behind=behind)
    text = " ".join(part for part in (before, step_words(session, at)) if part)
    early = _not_yet(session, at) is not None
    if step_timer.is_offered(session) and not early:
        session = session.but(asked=Asked("start_timer", session.step.id))
    return say(session, text, early=early)


def count_of_steps(session: Session) -> str:
    """How many steps there are: "13 steps"."""
    count = len(session.recipe.steps)
    return f"{count} {'step' if count == 1 else 'steps'}"


def step_words(session: Session, at: datetime) -> str:
    """The step as it is read aloud: its number, what to do, and what its time is."""
    step = session.step
    number = f"Step {session.position + 1}."
    if wait := _not_yet(session, at):
        return f"{number} {wait} Then: {dishes.step_text(step)}"
    return f"{number} {dishes.step_text(step)} {timer_words(session, at)}".rstrip()


def _not_yet(session: Session, at: datetime) -> str | None:
    """What this step still waits for, in words."""
    awaited = max(_awaited(session), key=lambda timer: timer.left(at), default=None)
    if awaited:
        left = roughly(awaited.left(at))
        return f"Not quite yet: the {awaited.name} timer has {left} left, and I'll call you."
    if start := dishes.held_back(session, at):
        when = clock_words(start)
        return f"There's time until about {when}, so that all is ready together; I'll call you."
    return None


def _awaited(session: Session) -> list[Timer]:
    """The timers that still run and that this step waits for."""
    waits = [session.recipe.steps[index] for index in session.recipe.waits_for(session.position)]
    found = [timer for step in waits if (timer := timers.of_step(session, step))]
    return [timer for timer in found if timer.rang is None]


def timer_words(session: Session, at: datetime) -> str:
    """How the step's own time stands: offered, running or over; "" if it has none."""
    spec = session.step.timer
    if spec is None:
        return ""
    if (running := timers.of_step(session, session.step)) is None:
        if not step_timer.is_offered(session):
            return "Its timer has rung."
        return f"Shall I start a timer for {span_words(spec.span)}?"
    if running.rang:
        return "Its timer is up."
    return f"Its timer has {roughly(running.left(at))} left."


def on_next(session: Session, intent: Intent, at: datetime) -> Turn:
    """Go on to the next step."""
    if due := _due_by_now(session):
        return arrive(due, due.position, at)
    session = alerts.settle(session)
    note = ""
    if step_timer.is_offered(session) and session.asked:
        spec = session.step.timer
        assert spec is not None
        note = f"The {spec.name} timer isn't running; say start the {spec.name} timer any time."
    return _forward(session, at, note)


def on_done(session: Session, intent: Intent, at: datetime) -> Turn:
    """This step is done: start its timer if that was offered, and go on."""
    if elsewhere := [timer for timer in session.ringing if not _belongs_here(session, timer)]:
        words = " ".join(timer.done for timer in elsewhere if timer.until)
        session = timers.drop(session, *elsewhere)
        back = f"You're at step {session.position + 1}: {dishes.step_title(session.step)}."
        return say(session, " ".join(part for part in ("Good.", words, back) if part))
    if due := _due_by_now(session):
        return arrive(due, due.position, at)
    session = alerts.settle(session)
    if step_timer.is_offered(session) and session.asked:
        started = step_timer.start(session, at)
        if _holds_back(started.session, at):
            return say(started.session, started.all_words)
        return _forward(started.session, at, started.words)
    if own := _holds_back(session, at):
        return say(session, f"Good. {time_left.left_words(own, at)}")
    return _forward(session, at, "")


def _holds_back(session: Session, at: datetime) -> Timer | None:
    """This step's own timer, where it still runs and what comes next waits for it."""
    own = timers.of_step(session, session.step)
    if own is None or own.rang or session.mode == "finished":
        return None
    after = _behind_us(session, at)
    if after.position + 1 >= len(after.recipe.steps):
        return None
    awaited = _awaited(after.but(position=after.position + 1))
    return own if own in awaited else None


def _due_by_now(session: Session) -> Session | None:
    """A step read out too early that waits for nothing now: it is read again.

    One without a timer only after a look, which the cook has just answered.
    """
    steps = session.recipe.steps
    waited = {steps[index].id for index in session.recipe.waits_for(session.position)}
    rings = [timer for timer in session.ringing if timer.step in waited]
    runs = {timer.step for timer in session.timers} - {timer.step for timer in rings}
    unread = step_timer.is_offered(session) or any(timer.until for timer in rings)
    if not session.early or not unread or waited & runs:
        return None
    return alerts.acknowledge(timers.drop(session, *rings))


def _belongs_here(session: Session, timer: Timer) -> bool:
    """Whether this step is the timer's own, or has waited for it."""
    steps = session.recipe.steps
    waited = {steps[index].id for index in session.recipe.waits_for(session.position)}
    return timer.step in waited | {session.step.id}


def on_skip(session: Session, intent: Intent, at: datetime) -> Turn:
    """Leave this step out."""
    return _forward(alerts.settle(session), at, "Skipped.")


def _forward(session: Session, at: datetime, note: str) -> Turn:
    if session.mode == "finished":
        return say(session, "We're at the end already. Say goodbye, or start over.")
    session = _behind_us(session, at)
    if session.position + 1 < len(session.recipe.steps):
        return arrive(session, session.position + 1, at, note)
    running = [naming.full(timer) for timer in session.timers]
    words = LAST_WORDS.format(dish=place.dish(session))
    if running:
        words = f"{words} Still running: {listed(running)}."
    session, offer = leftovers.offer(session, at)
    return say(session, " ".join(part for part in (note, words, offer) if part), mode="finished")


def _behind_us(session: Session, at: datetime) -> Session:
    """The session once the cook has gone on from this step, and what is left is in order."""
    session = session.but(behind=(*session.behind, Left(session.step.id, at)))
    return dishes.rearranged(session, at)


def on_steps_left(session: Session, intent: Intent, at: datetime) -> Turn:
    """Say how many steps are to come; first how many there are, where that is asked."""
    after, effects = at_hand.on_steps_left(session, intent, at)
    if session.mode == "finished" or not _ALTOGETHER.search(intent.words):
        return after, effects
    return say(session, f"{count_of_steps(session)} altogether. {after.last_said}")


def on_previous(session: Session, intent: Intent, at: datetime) -> Turn:
    """Go one step back."""
    session = alerts.acknowledge(session)
    if session.mode == "finished":
        return arrive(session, session.position, at)
    if session.position == 0:
        return say(session, "This is the first step; there's nothing before it.")
    return arrive(session, session.position - 1, at)


def on_repeat(session: Session, intent: Intent, at: datetime) -> Turn:
    """Say the last thing again."""
    text = session.last_said or step_words(session, at)
    return session, (Say(text),)


def on_go_to(session: Session, intent: Intent, at: datetime) -> Turn:
    """Go to a step by its number or topic."""
    if topic := place.said_topic(intent):
        position = place.of_dish(session, topic)
        if position is None:
            position = place.by_topic(session, topic)
        if position is None:
            return say(session, f"I can't find a step about {topic}.")
        return _jump(session, position, at)
    step = _step_number(session, intent.slots.get("step"))
    count = len(session.recipe.steps)
    if step is None:
        return say(session, "Which step would you like? Say go to step, and its number.")
    if not 1 <= step <= count:
        are = "is" if count == 1 else "are"
        return say(session, f"There {are} {count_of_steps(session)}, so there's no step {step}.")
    return _jump(session, step - 1, at)


def _jump(session: Session, position: int, at: datetime) -> Turn:
    session = dishes.jumped(alerts.acknowledge(session), position, at)
    return arrive(session, position, at)


def _step_number(session: Session, step: Slot | None) -> int | None:
    if step == "first":
        return 1
    if step == "last":
        return len(session.recipe.steps)
    return int(step) if isinstance(step, int | float) else None


def on_undo(session: Session, intent: Intent, at: datetime) -> Turn:
    """Take the last change back."""
    if not session.before:
        return say(session, "There's nothing to take back.")
    *earlier, last = session.before
    rung, _ = alerts.tick(last, at)  # what came due meanwhile has been said, or rings on
    restored = rung.but(before=tuple(earlier), nudged=session.nudged, last_said=last.last_said)
    return restored, (Say(f"Taken back. {_what_is_back(session, restored, at)}"),)


def _what_is_back(session: Session, restored: Session, at: datetime) -> str:
    """Where the cook is again, or what the timers are again."""
    if restored.eat_at != session.eat_at:
        return _eating_words(restored)
    now = {timer.name: timer for timer in session.timers}
    again = [timer for timer in restored.timers if timer.name not in now]
    words = [f"Running again: {naming.several(again)}."] if again else []
    if (session.step.id, session.mode) == (restored.step.id, restored.mode):
        kept = {timer.name for timer in restored.timers}
        gone = [timer for timer in session.timers if timer.name not in kept]
        changed = [t for t in restored.timers if t.name in now and _reset(now[t.name], t, at)]
        words += [f"{naming.opening(timer)} is off again." for timer in gone]
        words += [time_left.left_words(timer, at) for timer in changed]
        if words:
            return " ".join(words)
    title = dishes.step_title(restored.step)
    return " ".join([f"You're at step {restored.position + 1}: {title}.", *words])


def _reset(now: Timer, again: Timer, at: datetime) -> bool:
    """Whether it has another time left than before."""
    return (now.left(at), now.held, now.rang) != (again.left(at), again.held, again.rang)


def _eating_words(session: Session) -> str:
    if session.eat_at is None:
        return "You haven't told me when you want to eat."
    return f"You want to eat at {clock_words(session.eat_at)}."
