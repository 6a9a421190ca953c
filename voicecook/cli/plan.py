"""`voicecook plan`: what starts when, and what runs beside what."""

from __future__ import annotations

import argparse
import re
from datetime import datetime, timedelta


def arguments(parser: argparse.ArgumentParser) -> None:
    """What `plan` takes."""
    parser.add_argument("recipe", metavar="RECIPE", help="a file, or a name in recipes/")
    parser.add_argument("--eat-at", type=_clock, metavar="TIME", help="when to eat: 19:30")


def run(args: argparse.Namespace) -> int:
    """Print the plan, from now or backwards from when dinner is to be ready."""
    from voicecook.cook import plan
    from voicecook.recipe.library import find
    from voicecook.recipe.load import load

    recipe = load(find(args.recipe))
    now = datetime.now().astimezone().replace(second=0, microsecond=0)
    planned = plan.schedule(recipe, now)
    ready = max(item.ends for item in planned)
    if args.eat_at:
        wanted = now.replace(hour=args.eat_at[0], minute=args.eat_at[1])
        wanted += timedelta(days=1) if wanted < now else timedelta()
        planned = plan.schedule(recipe, now + (wanted - ready))
        ready = wanted
    print(f"{recipe.name}: start at {planned[0].starts:%H:%M}, ready at {ready:%H:%M}\n")
    for item in planned:
        step = recipe.steps[item.step]
        until = f", until {item.ends:%H:%M}" if step.timer else ""
        beside = "   " if step.during else ""
        print(f"{item.starts:%H:%M}  {beside}{item.step + 1}. {step.title}{until}")
    if planned[0].starts < now:
        late = ready + (now - planned[0].starts)
        print(f"\nThat start is past: if you start now, it will be ready at {late:%H:%M}.")
    return 0


def _clock(text: str) -> tuple[int, int]:
    match = re.fullmatch(r"(\d{1,2})[:.](\d{2})", text)
    if not match or int(match[1]) > 23 or int(match[2]) > 59:
        raise argparse.ArgumentTypeError(f"{text!r} is no time of day; write it like 19:30")
    return int(match[1]), int(match[2])
