"""Kills, fills and confuses a cook, and counts what is lost.

    scripts/torture kills [COUNT]   SIGKILL of a live cook at random moments (1,000); every 20th is
                                    started from scratch, which tells how soon one is ready again
    scripts/torture disk [COUNT]    a live cook whose disk fills up and empties again (20)
    scripts/torture model [COUNT]   random cooks with random clocks and power cuts (10,000), beside
                                    a model of true time

What an answer has acknowledged must survive. The exit code is 1 if anything did not.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from pathlib import Path


def main() -> int:
    """Run one kind of torture and print what came of it."""
    parser = argparse.ArgumentParser(prog="scripts/torture")
    parser.add_argument("kind", choices=("kills", "disk", "model"))
    parser.add_argument("count", nargs="?", type=int)
    args = parser.parse_args()
    begun = time.monotonic()
    kinds = {"kills": kills, "disk": disk, "model": model}
    failed = kinds[args.kind](args.count)
    load = ", ".join(f"{one:.1f}" for one in os.getloadavg())
    print(f"{time.monotonic() - begun:.0f} s on {os.cpu_count()} cores, load {load}")
    return int(failed)


def kills(count: int | None) -> bool:
    """SIGKILL after SIGKILL over one diary."""
    from tests.kitchen.kills import Torture

    with tempfile.TemporaryDirectory() as folder:
        torture = Torture(Path(folder), seed=1)
        for number in range(count or 1000):
            torture.once(from_scratch=number % 20 == 0)
            if number % 100 == 99:
                print(f"  {number + 1} kills, {len(torture.tally.wrong)} things wrong", flush=True)
    tally = torture.tally
    print(f"{tally.kills} kills, {tally.while_starting} of them while starting")
    print(f"{tally.orders} commands acknowledged, {len(tally.wrong)} things wrong")
    print("\n".join(tally.wrong[:20]))
    print(f"ready again, from scratch to the first answer: {_spread(tally.ready_s)}")
    print(f"the processor's share of that: {_spread(tally.ready_cpu_s)}")
    return bool(tally.wrong)


def _spread(seconds: list[float]) -> str:
    ordered = sorted(seconds)
    middle, last = ordered[len(ordered) // 2], ordered[int(0.99 * (len(ordered) - 1))]
    return f"median {middle:.2f} s, p99 {last:.2f} s, n = {len(ordered)}"


def disk(count: int | None) -> bool:
    """The disk fills up and empties while a cook goes on."""
    from tests.kitchen.kills import full_disk

    with tempfile.TemporaryDirectory() as folder:
        wrong = [what for _ in range(count or 20) for what in full_disk(Path(folder))]
    print(f"{count or 20} full disks, {len(wrong)} things wrong")
    print("\n".join(wrong[:20]))
    return bool(wrong)


def model(count: int | None) -> bool:
    """Random runs of the session beside a model of it; a failing one is printed, shortened."""
    from hypothesis import HealthCheck, Phase, settings
    from hypothesis.stateful import run_state_machine_as_test

    from tests.cook.stateful import Cooking

    done, wanted = 0, count or 10_000
    while done < wanted:
        runs = settings(
            max_examples=min(500, wanted - done),
            stateful_step_count=30,
            deadline=None,
            database=None,
            suppress_health_check=list(HealthCheck),
            phases=(Phase.generate, Phase.shrink),
        )
        run_state_machine_as_test(Cooking, settings=runs)  # type: ignore[no-untyped-call]
        done += runs.max_examples
        print(f"  {done} random cooks", flush=True)
    print(f"{done} random cooks of up to 30 events: nothing lost, doubled or early")
    return False


if __name__ == "__main__":
    sys.exit(main())
