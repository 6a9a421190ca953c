"""The plan of a cook as a picture: a Gantt chart in SVG, a row a step, 1000 pixels wide."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from html import escape

from voicecook.cook import Planned, slack
from voicecook.english import duration_words, span_words
from voicecook.recipe import Recipe, Step

WIDTH = 1000
_LEFT = 300
_RIGHT = 965
_TOP = 118
_ROW = 30
_BAR = 18
_COLOURS = ("#b5432e", "#2f6f8f", "#5b7f3a", "#8a5a9c")
"""A colour a dish: its hands-on bars; what goes on by itself is a lighter shade of it."""
_INK = "#33302c"
_PALE = "#8a857d"
_SHORTEST = 4
"""Pixels; a minute of work must be seen."""
_WORTH_SAYING = timedelta(minutes=5)


def plan_svg(recipe: Recipe, planned: Sequence[Planned]) -> str:
    """The picture as the text of an SVG file."""
    chart = _Chart.of(recipe, planned)
    height = chart.bottom + 70
    body = "\n".join(chart.parts())
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" '
        f'width="{WIDTH}" height="{height}" font-family="Helvetica, Arial, sans-serif">\n'
        f'<rect width="{WIDTH}" height="{height}" fill="#fffdf9"/>\n{body}\n</svg>\n'
    )


@dataclass(frozen=True)
class _Chart:
    recipe: Recipe
    planned: Sequence[Planned]
    start: datetime
    ready: datetime
    dishes: tuple[str, ...]

    @classmethod
    def of(cls, recipe: Recipe, planned: Sequence[Planned]) -> _Chart:
        start = min(item.starts for item in planned)
        ready = max(item.ends for item in planned)
        dishes = tuple(dict.fromkeys(step.dish for step in recipe.steps))
        return cls(recipe, planned, start, ready, dishes)

    @property
    def bottom(self) -> int:
        return _TOP + _ROW * len(self.planned)

    def x(self, at: datetime) -> float:
        """Where a time is, in pixels from the left."""
        share = (at - self.start) / max(self.ready - self.start, timedelta(minutes=1))
        return round(_LEFT + share * (_RIGHT - _LEFT), 1)

    def parts(self) -> Iterator[str]:
        yield from self._gradients()
        yield from self._heading()
        yield from self._axis()
        spare = slack(self.recipe, self.planned)
        for row, item in enumerate(self.planned):
            yield from self._row(_TOP + _ROW * row, item, spare[item.step])
        yield self._mark(self.start, "start", "start")
        yield self._mark(self.ready, "ready", "end")
        yield from self._legend()

    def _gradients(self) -> Iterator[str]:
        """A bar that fades out: a range's end is not a moment."""
        for number, _ in enumerate(self.dishes):
            colour = _COLOURS[number % len(_COLOURS)]
            yield (
                f'<linearGradient id="fade{number}"><stop stop-color="{colour}" '
                f'stop-opacity=".38"/><stop offset="1" stop-color="{colour}" stop-opacity=".06"/>'
                "</linearGradient>"
            )

    def _heading(self) -> Iterator[str]:
        times = f"start at {self.start:%H:%M}, ready at {self.ready:%H:%M}"
        whole = duration_words(self.ready - self.start)
        yield _text(24, 36, _short(self.recipe.name, 75), size=21, font_weight="bold")
        yield _text(24, 60, f"{times}: {whole} in all", size=14, fill=_PALE)

    def _axis(self) -> Iterator[str]:
        every = _tick(self.ready - self.start)
        first = self.start.replace(minute=0, second=0, microsecond=0)
        for number in range(int((self.ready - first) / every) + 1):
            at = first + number * every
            if at < self.start:
                continue
            x, bold = self.x(at), at.minute == 0
            colour = "#d8d2c8" if bold else "#ece7de"
            yield f'<path d="M{x} {_TOP - 8}V{self.bottom}" stroke="{colour}"/>'
            yield _text(x, _TOP - 14, f"{at:%H:%M}", size=12, text_anchor="middle", fill=_PALE)

    def _row(self, y: int, item: Planned, slack: timedelta) -> Iterator[str]:
        step = self.recipe.steps[item.step]
        number = self.dishes.index(step.dish) % len(_COLOURS)
        middle = y + _ROW / 2
        yield _text(24, middle + 4, f"{item.starts:%H:%M}", size=12, fill=_PALE)
        yield _text(66, middle + 4.5, _short(step.title, 33), size=14)
        if slack >= _WORTH_SAYING:
            yield self._line(item.ends, item.ends + slack, middle)
        yield from self._bars(item, middle - _BAR / 2, number)
        words = _time_of(step)
        yield from self._note(item, middle + 4, words, slack)

    def _bars(self, item: Planned, y: float, number: int) -> Iterator[str]:
        colour = _COLOURS[number]
        yield self._bar(item.hands_free, item.early, y, f'fill="{colour}" fill-opacity=".38"')
        yield self._bar(item.early, item.ends, y, f'fill="url(#fade{number})"')
        yield self._bar(item.starts, item.hands_free, y, f'fill="{colour}"', _SHORTEST)

    def _bar(self, begin: datetime, end: datetime, y: float, fill: str, least: float = 0) -> str:
        width = round(max(self.x(end) - self.x(begin), least), 1)
        if width <= 0:
            return ""
        return (
            f'<rect x="{self.x(begin)}" y="{y:g}" width="{width}" height="{_BAR}" rx="2" {fill}/>'
        )

    def _line(self, begin: datetime, end: datetime, y: float) -> str:
        return (
            f'<path d="M{self.x(begin)} {y:g}H{self.x(end)}" stroke="{_PALE}" '
            'stroke-dasharray="1 4" stroke-linecap="round"/>'
        )

    def _note(self, item: Planned, y: float, words: str, slack: timedelta) -> Iterator[str]:
        """How long it goes on by itself: in its bar, else beside it."""
        width = 6.3 * len(words)
        room = self.x(item.early) - self.x(item.hands_free)
        if not words:
            return
        if room > width + 12:
            middle = (self.x(item.hands_free) + self.x(item.early)) / 2
            yield _text(middle, y, words, size=12, text_anchor="middle")
        elif self.x(item.ends) + width + 8 < _RIGHT and slack < _WORTH_SAYING:
            yield _text(self.x(item.ends) + 6, y, words, size=12, fill=_PALE)
        else:
            yield _text(self.x(item.starts) - 6, y, words, size=12, fill=_PALE, text_anchor="end")

    def _mark(self, at: datetime, words: str, anchor: str) -> str:
        x = self.x(at)
        line = f'<path d="M{x} {_TOP - 8}V{self.bottom + 8}" stroke="{_INK}" stroke-width="1.5"/>'
        text = f"{words} {at:%H:%M}"
        return line + _text(
            x, self.bottom + 24, text, size=13, text_anchor=anchor, font_weight="bold"
        )

    def _legend(self) -> Iterator[str]:
        y = self.bottom + 50
        x = 24.0
        for number, dish in enumerate(self.dishes):
            colour = _COLOURS[number % len(_COLOURS)]
            yield f'<rect x="{x}" y="{y - 11}" width="14" height="14" rx="2" fill="{colour}"/>'
            words = dish or "your hands"
            yield _text(x + 20, y, words, size=12)
            x += 40 + 7 * len(words)
        lighter = f'fill="{_COLOURS[0]}" fill-opacity=".38"'
        fading = 'fill="url(#fade0)"'
        for fill, words in ((lighter, "goes on by itself"), (fading, "perhaps a little longer")):
            yield f'<rect x="{x}" y="{y - 11}" width="26" height="14" rx="2" {fill}/>'
            yield _text(x + 32, y, words, size=12)
            x += 56 + 6.6 * len(words)
        yield (
            f'<path d="M{x} {y - 4}h26" stroke="{_PALE}" stroke-dasharray="1 4" '
            'stroke-linecap="round"/>'
        )
        yield _text(x + 32, y, "may wait", size=12)


def _text(x: float, y: float, words: str, size: int, **style: str) -> str:
    """Words from (or around, or up to) a place on their line; `style` as SVG has it."""
    drawn = {"fill": _INK, **style}
    more = " ".join(f'{name.replace("_", "-")}="{value}"' for name, value in drawn.items())
    return f'<text x="{x:g}" y="{y:g}" font-size="{size}" {more}>{escape(words)}</text>'


def _short(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1]}…"


def _time_of(step: Step) -> str:
    span = step.timer.span if step.timer else step.by_itself
    return span_words(span) if span else ""


def _tick(length: timedelta) -> timedelta:
    """How far apart the hours and minutes stand, so that they can be read."""
    for minutes in (5, 10, 15, 30, 60, 120, 240):
        if length / timedelta(minutes=minutes) <= 14:
            return timedelta(minutes=minutes)
    return timedelta(hours=12)
