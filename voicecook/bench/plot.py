"""Commands accepted against false actions an hour, as an SVG that a page can show."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from html import escape

from voicecook.bench.figures import Estimate, Figure

WIDTH, HEIGHT = 640, 400
LEFT, RIGHT, TOP, BOTTOM = 70, 20, 40, 60
COLOURS = ("#1b6ca8", "#2a9d60", "#d9822b", "#8a4fbf", "#b03a48")


@dataclass(frozen=True, slots=True)
class Point:
    """One way to listen: what it costs and what it brings."""

    label: str
    false_an_hour: float
    accepted: float
    """Per cent."""


@dataclass(frozen=True, slots=True)
class Curve:
    """Points that belong together, in order."""

    name: str
    points: Sequence[Point]


def curves(figures: Sequence[Figure]) -> list[Curve]:
    """Three ways to listen: commands at every level of noise against talk, held-out halves."""
    held_out = {each.key: each for each in figures if each.of == "held-out half"}
    ways = {
        "plain Vosk": lambda figure: figure.plain,
        "the ear without rejection": lambda figure: figure.unjudged,
        "the ear": lambda figure: figure.ours,
    }
    return [Curve(name, _points(held_out, way)) for name, way in ways.items()]


def _points(figures: Mapping[str, Figure], way: Callable[[Figure], Estimate | None]) -> list[Point]:
    talk = way(figures["false_actions"]) if "false_actions" in figures else None
    if talk is None:
        return []
    words = [(key, way(each)) for key, each in figures.items() if key.startswith("words_")]
    return [
        Point(key.removeprefix("words_").replace("db", " dB"), talk.value, found.value)
        for key, found in words
        if found
    ]


def svg(curves: Sequence[Curve], title: str) -> str:
    """The picture. Both axes begin at nothing and end over the largest value."""
    widest = max((p.false_an_hour for c in curves for p in c.points), default=1.0)
    scale = _Scale(max(1.0, widest * 1.1))
    parts = [*_axes(scale), *_target(scale)]
    for curve, colour in zip(curves, COLOURS, strict=False):
        parts += _curve(curve, colour, scale)
    parts += _legend([curve.name for curve in curves])
    return "\n".join([_head(title), *parts, "</svg>", ""])


@dataclass(frozen=True, slots=True)
class _Scale:
    most: float

    def x(self, false_an_hour: float) -> float:
        return round(LEFT + (WIDTH - LEFT - RIGHT) * false_an_hour / self.most, 1)

    def y(self, accepted: float) -> float:
        return round(HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * accepted / 100, 1)


def _head(title: str) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" '
        'font-family="sans-serif" font-size="12">\n'
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="white"/>\n'
        + _text(WIDTH / 2, 20, title, "middle")
    )


def _axes(scale: _Scale) -> list[str]:
    bottom, right = scale.y(0), WIDTH - RIGHT
    parts = []
    for accepted in range(0, 101, 20):
        y = scale.y(accepted)
        parts.append(f'<path d="M{LEFT} {y}H{right}" stroke="#ddd"/>')
        parts.append(_text(LEFT - 8, y + 4, f"{accepted} %", "end"))
    for fifth in range(6):
        false_an_hour = scale.most * fifth / 5
        parts.append(_text(scale.x(false_an_hour), bottom + 18, f"{false_an_hour:.1f}", "middle"))
    parts.append(f'<path d="M{LEFT} {TOP}V{bottom}H{right}" stroke="black" fill="none"/>')
    parts.append(_text((LEFT + right) / 2, HEIGHT - 22, "false actions an hour of talk", "middle"))
    return parts


def _target(scale: _Scale) -> list[str]:
    x, y = scale.x(0.1), scale.y(99.5)
    star = f'<circle cx="{x}" cy="{y}" r="6" fill="none" stroke="black" stroke-dasharray="2"/>'
    return [star, _text(x + 10, y - 6, "target", "start")]


def _curve(curve: Curve, colour: str, scale: _Scale) -> list[str]:
    places = [(scale.x(p.false_an_hour), scale.y(p.accepted)) for p in curve.points]
    line = " ".join(f"{x},{y}" for x, y in places)
    parts = [f'<polyline points="{line}" fill="none" stroke="{colour}"/>']
    for (x, y), point in zip(places, curve.points, strict=True):
        parts.append(f'<circle cx="{x}" cy="{y}" r="4" fill="{colour}"/>')
        parts.append(_text(x + 6, y + 14, point.label, "start", colour))
    return parts


def _legend(names: Sequence[str]) -> list[str]:
    lowest = HEIGHT - BOTTOM - 12 - 16 * (len(names) - 1)
    return [
        _text(WIDTH - RIGHT - 10, lowest + 16 * nth, name, "end", colour)
        for nth, (name, colour) in enumerate(zip(names, COLOURS, strict=False))
    ]


def _text(x: float, y: float, words: str, anchor: str, colour: str = "black") -> str:
    return f'<text x="{x}" y="{y}" text-anchor="{anchor}" fill="{colour}">{escape(words)}</text>'
