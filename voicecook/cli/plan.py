"""`voicecook plan`: what starts when, and what runs beside what."""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from voicecook.errors import UsageError
from voicecook.printable import printable

if TYPE_CHECKING:
    from voicecook.cook import Planned
    from voicecook.recipe import Recipe


def arguments(parser: argparse.ArgumentParser) -> None:
    """What `plan` takes."""
    parser.add_argument(
        "recipes", nargs="+", metavar="RECIPE", help="a file, or a name in recipes/; or several"
    )
    parser.add_argument("--eat-at", type=_clock, metavar="TIME", help="when to eat: 19:30")
    parser.add_argument("--picture", type=Path, metavar="FILE.svg", help="draw it, too")
    parser.add_argument("--json", action="store_true", help="print it for a program")


def run(args: argparse.Namespace) -> int:
    """Print the plan, from now or backwards from when dinner is to be ready."""
    from voicecook.cook import schedule
    from voicecook.kitchen import menu_of, wall_time

    recipe = menu_of(args.recipes)
    now = wall_time().replace(second=0, microsecond=0)
    planned = schedule(recipe, now)
    if args.eat_at:
        length = max(item.ends for item in planned) - now
        planned = schedule(recipe, _next(args.eat_at, now) - length)
    if args.picture:
        _draw(args.picture, recipe, planned)
    if args.json:
        print(json.dumps(_as_json(recipe, planned), indent=2))
    else:
        print("\n".join(printable(line, keep="\n") for line in _lines(recipe, planned, now)))
    return 0


def _lines(recipe: Recipe, planned: Sequence[Planned], now: datetime) -> Iterator[str]:
    from voicecook.screen import SHADES, plan_lines

    start = planned[0].starts
    ready = max(item.ends for item in planned)
    yield f"{recipe.name}: start at {start:%H:%M}, ready at {ready:%H:%M}"
    yield ""
    yield from plan_lines(recipe, planned, plain=not _can_print(SHADES))
    if start < now:
        late = ready + (now - start)
        yield f"\nThat start is past: if you start now, it will be ready at {late:%H:%M}."


def _as_json(recipe: Recipe, planned: Sequence[Planned]) -> dict[str, Any]:
    from voicecook.cook import slack

    spare = slack(recipe, planned)
    return {
        "recipe": recipe.name,
        "start": planned[0].starts.isoformat(),
        "ready": max(item.ends for item in planned).isoformat(),
        "steps": [
            {
                "dish": recipe.steps[item.step].dish,
                "title": recipe.steps[item.step].title,
                "starts": item.starts.isoformat(),
                "hands_free": item.hands_free.isoformat(),
                "early_end": item.early.isoformat(),
                "ends": item.ends.isoformat(),
                "slack_s": spare[item.step].total_seconds(),
            }
            for item in planned
        ],
    }


def _draw(file: Path, recipe: Recipe, planned: Sequence[Planned]) -> None:
    from voicecook.screen import plan_svg

    if file.suffix.lower() != ".svg":
        raise UsageError(f"{file}: the picture is drawn as SVG; give it a name that ends in .svg")
    try:
        file.write_text(plan_svg(recipe, planned), encoding="utf-8")
    except OSError as error:
        raise UsageError(f"{file} can't be written: {error.strerror}") from None


def _can_print(letters: str) -> bool:
    try:
        letters.encode(sys.stdout.encoding or "ascii")
    except UnicodeEncodeError:
        return False
    return True


def _next(clock: tuple[int, int], now: datetime) -> datetime:
    wanted = now.replace(hour=clock[0], minute=clock[1])
    return wanted + timedelta(days=1) if wanted < now else wanted


def _clock(text: str) -> tuple[int, int]:
    match = re.fullmatch(r"(\d{1,2})[:.](\d{2})", text)
    if not match or int(match[1]) > 23 or int(match[2]) > 59:
        raise argparse.ArgumentTypeError(f"{text!r} is no time of day; write it like 19:30")
    return int(match[1]), int(match[2])
