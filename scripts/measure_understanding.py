"""Understands other people's sentences and compares: a table of precision and recall an intent.

    scripts/measure_understanding [FOLDER] [--wrong INTENT]

FOLDER (usually ../shared/data/understanding) holds cookdial.jsonl and kitchen_assistant.jsonl.
Their labels are finer or coarser than our intents: each names the intents that are right for it.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from voicecook.commands import Commands

FOLDER = Path(__file__).resolve().parents[2] / "shared/data/understanding"

COOKDIAL = {
    "req_instruction": "next go_to start step_ingredients previous ask",
    "confirm": "done",
    "req_repeat": "repeat previous go_to",
    "req_ingredient": "next_ingredient more_ingredients step_ingredients",
    "req_ingredient_list": "ingredients",
    "req_ingredient_list_length": "count_ingredients",
    "req_ingredient_list_ends": "more_ingredients",
    "req_amount": "ingredient_amount count_ingredients",
    "req_duration": "how_long_left step_duration finish_time is_it_done",
    "req_temperature": "temperature",
    "req_title": "recipe_title list_recipes choose_recipe",
    "req_start": "start next go_to",
    "req_is_recipe_finished": "steps_left is_it_done",
    "req_is_recipe_ongoing": "steps_left is_it_done",
    "req_substitute": "substitute",
    "req_use_all": "use_all",
    "req_tool": "tools",
    "req_parallel_action": "meanwhile",
    "thank": "thanks",
    "greeting": "hello",
    "goodbye": "goodbye",
    "affirm": "yes",
    "negate": "no",
    "other": "",
}
KITCHEN = {
    "SelectRecipe": "choose_recipe",
    "StartRecipe": "start choose_recipe",
    "NextStep": "next done",
    "PreviousStep": "previous",
    "SkipStep": "skip",
    "RepeatExplanation": "repeat",
    "SkipIngredient": "substitute",
    "RequestAlternativeIngredient": "substitute",
    "SetPortions": "scale",
    "SetProcessTime": "set_timer",
    "IncreaseProcessDuration": "add_time",
    "DecreaseProcessDuration": "take_time",
    "GetDuration": "finish_time step_duration how_long_left",
    "GetAmountOfIngredient": "ingredient_amount",
    "Confirm": "yes",
    "Refuse": "no",
    "IncreaseSoundvolume": "louder",
    "DecreaseSoundvolume": "quieter",
    "CancelRecipe": "quit list_recipes",
}
ASIDE = frozenset({"ask", "undo", "help"})
"""Intents no label stands for: never counted against a sentence labelled "other"."""


def main() -> int:
    """Measure both sets; 3 when they are not there."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=FOLDER)
    parser.add_argument("--wrong", metavar="LABEL", help="show the sentences that went wrong")
    args = parser.parse_args()
    if not (args.folder / "cookdial.jsonl").exists():
        print(f"There are no sentences to measure on in {args.folder}.", file=sys.stderr)
        return 3
    commands = Commands.for_recipe()
    for name, labels in (("cookdial", COOKDIAL), ("kitchen_assistant", KITCHEN)):
        measure(commands, args.folder / f"{name}.jsonl", labels, args.wrong)
    return 0


def measure(commands: Commands, path: Path, labels: dict[str, str], wrong: str | None) -> None:
    """Print the table of one file."""
    tally = Tally(labels)
    for line in path.read_text("utf-8").splitlines():
        data = json.loads(line)
        expected = data["intents"] if "intents" in data else [data["intent"]]
        started = time.perf_counter()
        found = commands.understand(data["text"], app_said=data.get("app_said", ""))
        tally.times_ms.append(1000 * (time.perf_counter() - started))
        known = [label for label in expected if label in labels]
        names = [intent.name for intent in found]
        if wrong in tally.count(known, names):
            print(f"  [{data.get('app_said', '')[:60]}] {data['text']!r} {known} -> {names}")
    print(f"\n{path.stem}\n{tally.table()}")


@dataclass
class Tally:
    """What was said, what was claimed, and how much of it was right."""

    labels: dict[str, str]
    said: Counter[str] = field(default_factory=Counter)
    hit: Counter[str] = field(default_factory=Counter)
    claimed: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    sentences: Counter[str] = field(default_factory=Counter)
    times_ms: list[float] = field(default_factory=list)

    def count(self, known: list[str], names: list[str]) -> set[str]:
        """Count one sentence; gives the labels missed and the intents that were too much."""
        if not known:
            self.sentences["without counterpart"] += 1
            self.sentences["taken for a command"] += bool(names)
            return {"none"} if names else set()
        allowed = {name for label in known for name in self.meant(label)}
        spared = ASIDE if "other" in known else frozenset()
        strays = {name for name in names if name not in allowed | spared}
        missed = {one for one in known if self.meant(one) and not self.meant(one) & set(names)}
        for label in known:
            self.said[label] += 1
            self.hit[label] += label not in missed
        for name in set(names) - spared:
            for label in self._claims(name, known):
                self.claimed[label] += 1
                self.right[label] += name not in strays
        self.sentences["all"] += 1
        self.sentences["exact"] += not strays and not missed
        return strays | missed

    def meant(self, label: str) -> set[str]:
        """The intents that are right for a label."""
        return set(self.labels[label].split())

    def table(self) -> str:
        """The figures as text."""
        rows = [f"{'':30}{'n':>6}{'precision':>11}{'recall':>8}"]
        for label, count in self.said.most_common():
            if self.meant(label):
                rows.append(self._row(label, count, [label]))
        meaning = [label for label in self.said if self.meant(label)]
        rows.append(self._row("all of them", sum(self.said[label] for label in meaning), meaning))
        exact, every = self.sentences["exact"], self.sentences["all"]
        rows.append(f"exactly right: {exact} of {every} sentences ({exact / every:.3f})")
        rows.append(
            f"median {statistics.median(self.times_ms):.2f} ms, longest {max(self.times_ms):.1f} ms"
        )
        if others := self.sentences["without counterpart"]:
            taken = self.sentences["taken for a command"]
            rows.append(f"without a counterpart here: {others}, taken for a command: {taken}")
        return "\n".join(rows)

    def _row(self, name: str, count: int, labels: list[str]) -> str:
        claimed = sum(self.claimed[label] for label in labels)
        right = sum(self.right[label] for label in labels) / claimed if claimed else float("nan")
        recall = sum(self.hit[label] for label in labels) / count
        return f"{name:30}{count:>6}{right:>11.3f}{recall:>8.3f}"

    def _claims(self, name: str, known: list[str]) -> list[str]:
        """The labels an intent counts under: those it is right for, else the first it may be."""
        fitting = [label for label in known if name in self.meant(label)]
        return fitting or [label for label in self.labels if name in self.meant(label)][:1]


if __name__ == "__main__":
    sys.exit(main())
