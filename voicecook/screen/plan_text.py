"""The plan of a cook in letters: a line a step, with a bar where its time is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from voicecook.cook import Planned, slack, step_title
from voicecook.recipe import Recipe

SHADES = "█▒░"
"""Your hands, what goes on by itself, what may take a little longer."""
PLAIN = "#=-"
_BARS = 48
_WORTH_SAYING = timedelta(minutes=5)


def plan_lines(recipe: Recipe, planned: Sequence[Planned], plain: bool = False) -> Iterator[str]:
    """The lines of the plan; `plain` for a terminal that knows only ASCII."""
    shades = PLAIN if plain else SHADES
    start, ready = planned[0].starts, max(item.ends for item in planned)
    spare = slack(recipe, planned)
    texts = [
        _words(recipe, item, number, spare[item.step])
        for number, item in enumerate(planned, start=1)
    ]
    widest = max(map(len, texts))
    yield f"{'':{widest}}  {_axis(start, ready)}".rstrip()
    for text, item in zip(texts, planned, strict=True):
        yield f"{text:{widest}}  {_bar(item, start, ready, shades)}".rstrip()
    yield f"\n{shades[0]} your hands   {shades[1]} by itself   {shades[2]} perhaps a little longer"


def _words(recipe: Recipe, item: Planned, number: int, slack: timedelta) -> str:
    step = recipe.steps[item.step]
    beside = "   " if step.during else ""
    until = f", until {item.ends:%H:%M}" if step.timer else ""
    wait = f" (may wait {_minutes(slack)})" if slack >= _WORTH_SAYING else ""
    return f"{item.starts:%H:%M}  {beside}{number}. {step_title(step)}{until}{wait}"


def _minutes(length: timedelta) -> str:
    return f"{length // timedelta(minutes=1)} min"


def _bar(item: Planned, start: datetime, ready: datetime, shades: str) -> str:
    """The bar of one step; whatever it takes is at least one letter."""
    moments = (item.starts, item.hands_free, item.early, item.ends)
    begin, *ends = (_column(moment, start, ready) for moment in moments)
    bar = ""
    for shade, end in zip(shades, (max(ends[0], begin + 1), *ends[1:]), strict=True):
        bar += shade * (end - begin - len(bar))
    return " " * begin + bar


def _axis(start: datetime, ready: datetime) -> str:
    """The full hours, each over its column; half hours too where the plan is short."""
    step = timedelta(minutes=30 if ready - start < timedelta(hours=3) else 60)
    at = start.replace(minute=0, second=0, microsecond=0)
    axis = ""
    while at <= ready:
        column = _column(at, start, ready)
        if at >= start and column >= len(axis):
            axis = f"{axis:{column}}{at:%H:%M} "
        at += step
    return axis


def _column(at: datetime, start: datetime, ready: datetime) -> int:
    return round((at - start) / max(ready - start, timedelta(minutes=1)) * _BARS)
