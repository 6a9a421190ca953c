"""Reading the steps, their timers and what refers from one to another."""

from __future__ import annotations

import re

from voicecook.recipe.fields import Fields, one_text
from voicecook.recipe.ingredients import Pantry
from voicecook.recipe.model import Reminder, Span, Step, TimerSpec
from voicecook.recipe.problems import Problems, did_you_mean, shown
from voicecook.recipe.quantities import QuantityError, read_span, temperature
from voicecook.recipe.yaml_nodes import Entry, Listing, Node

MOST = 100
MOST_REMINDERS = 20
MOST_TIMES = 200
"""So often one reminder may be said while its timer runs."""
SHORTEST_S = 10
"""A reminder takes some seconds to be said."""


def read_steps(recipe: Fields, pantry: Pantry) -> tuple[Step, ...]:
    """The steps in order, each referring only to steps before it."""
    problems = recipe.problems
    entries = recipe.entries("steps")
    if isinstance(recipe.node("steps"), Listing) and not entries:
        recipe.note("steps", 'there are no steps; write at least one, beginning with "- title:"')
    if len(entries) > MOST:
        recipe.note("steps", f"{len(entries)} steps are too many; {MOST} are the most")
        return ()
    fields = [Fields(entry, "step", problems) for entry in entries]
    steps = tuple(_step(entry, pantry) for entry in fields)
    for index, entry in enumerate(fields):
        _check_references(entry, index, steps)
        _check_timer_name(entry, index, steps)
    return steps


def slug(title: str) -> str:
    """ "Score the skin, lightly" → "score-the-skin-lightly"."""
    return re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-") or "step"


def _step(fields: Fields, pantry: Pantry) -> Step:
    title = fields.text("title")
    return Step(
        id=fields.text("id") or slug(title),
        title=title,
        say=fields.text("say", "spoken"),
        section=fields.text("section"),
        detail=fields.text("detail", "long"),
        topics=fields.texts("topics"),
        uses=_uses(fields, pantry),
        tools=fields.texts("tools"),
        temperature=fields.value("temperature", temperature),
        heat=fields.text("heat"),
        takes=fields.value("takes", read_span),
        by_itself=fields.value("by_itself", read_span),
        timer=_timer(fields),
        during=fields.text("during"),
        after=fields.texts("after"),
        done_when=fields.text("done_when", "long"),
    )


def _uses(fields: Fields, pantry: Pantry) -> tuple[str, ...]:
    names = []
    for word in fields.scalars("uses"):
        name = pantry.find(word.text)
        if name:
            names.append(name)
        else:
            fields.problems.add(word.place, pantry.unknown(word.text))
    return tuple(dict.fromkeys(names))


def _check_references(fields: Fields, index: int, steps: tuple[Step, ...]) -> None:
    step = steps[index]
    earlier = {other.id: other for other in steps[:index]}
    later = [other.id for other in steps[index:]]
    if fields.node("id") and slug(step.id) != step.id:
        fields.note("id", f'an id is short and plain; write "{slug(step.id)}"')
    if step.id in earlier and step.title:
        fields.note("id", f'two steps are called {shown(step.id)}; give one its own "id:"')
    for key, name in [("during", step.during), *(("after", name) for name in step.after)]:
        if name and name not in earlier:
            fields.note(key, _unknown_step(name, list(earlier), later))
    if step.during in earlier and not _goes_on(earlier[step.during]):
        what = f'the step {shown(step.during)} has no "timer:" or "by_itself:"; give it one'
        fields.note("during", what)
    if step.timer and step.by_itself:
        fields.note("by_itself", 'the timer tells this already; take "by_itself:" out')


def _goes_on(step: Step) -> bool:
    return step.timer is not None or step.by_itself is not None


def _unknown_step(name: str, earlier: list[str], later: list[str]) -> str:
    if name in later:
        return f"{shown(name)} is not an earlier step; a step can only lean on those before it"
    hint = did_you_mean(name, earlier) if earlier else "this is the first, so take it out"
    return f"no step is called {shown(name)}; {hint}"


def _check_timer_name(fields: Fields, index: int, steps: tuple[Step, ...]) -> None:
    """Two timers by one name could not be told apart by voice."""
    timer = steps[index].timer
    others = [other.timer.name.lower() for other in steps[:index] if other.timer]
    if timer and timer.name and timer.name.lower() in others:
        fields.note("timer", f"another timer is called {shown(timer.name)}; give it its own name")


def _timer(step: Fields) -> TimerSpec | None:
    fields = step.inner("timer", "timer")
    if fields is None:
        return None
    length = fields.value("for", read_span) or Span(60, 60)
    entries = fields.entries("reminders")
    if len(entries) > MOST_REMINDERS:
        fields.note("reminders", f"{len(entries)} reminders; {MOST_REMINDERS} are the most")
    reminders = [_reminder(entry, length, step.problems) for entry in entries]
    return TimerSpec(
        name=fields.text("name"),
        span=length,
        done=fields.text("done", "long"),
        look=fields.text("look", "long"),
        reminders=tuple(filter(None, reminders)),
    )


_WHEN = {"every": "every", "last": "before_end", "after": "after_start"}


def _reminder(entry: Node, timer: Span, problems: Problems) -> Reminder | None:
    """A reminder from "halfway: …", "every 10 min: …", "last 10 min: …" or "after 5 min: …"."""
    if not isinstance(entry, Entry) or len(entry.items) != 1:
        hint = 'write it as "- halfway: Turn it over."'
        problems.add(entry.place, f"a reminder is one moment and what to say; {hint}")
        return None
    (moment, said), (key,) = next(iter(entry.items.items())), entry.keys.values()
    say = one_text(said, "what a reminder says", "long", problems)
    try:
        return _at_moment(moment.strip(), say, timer)
    except QuantityError as error:
        problems.add(key.place, str(error))
        return None


def _at_moment(moment: str, say: str, timer: Span) -> Reminder:
    if moment == "halfway":
        return Reminder("halfway", 0, say)
    first, _, rest = moment.partition(" ")
    if first not in _WHEN:
        known = '"halfway", "every 10 min", "last 10 min" or "after 5 min"'
        raise QuantityError(f"{shown(moment)} is no moment; write {known}")
    distance = read_span(rest)
    if distance.is_range:
        raise QuantityError(f"{shown(moment)} must be one time, not a range")
    if distance.low_s >= timer.low_s:
        raise QuantityError(f"{shown(moment)} is as long as the timer or longer; make it shorter")
    if first == "every":
        _check_how_often(moment, distance.low_s, timer)
    return Reminder(_WHEN[first], distance.low_s, say)  # type: ignore[arg-type]


def _check_how_often(moment: str, every_s: int, timer: Span) -> None:
    """Raises QuantityError for a reminder that would hardly ever be silent, or go on for ever."""
    times = (timer.low_s - 1) // every_s
    if every_s >= SHORTEST_S and times <= MOST_TIMES:
        return
    wanted = max(SHORTEST_S, -(-timer.low_s // MOST_TIMES))
    shortest = f"{wanted} s" if wanted <= 60 else f"{-(-wanted // 60)} min"
    raise QuantityError(
        f"{shown(moment)} would be said {times:,} times in this timer; "
        f'write "every {shortest}" or longer'
    )
