"""Understands other people's sentences and compares: a table of precision and recall an intent.

    scripts/measure_understanding [FOLDER] [--wrong INTENT]

FOLDER (usually ../shared/data/understanding) holds cookdial.jsonl and kitchen_assistant.jsonl. Their
labels are finer or coarser than our intents, so a label names the intents that are right for it.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import time
from collections import Counter
from pathlib import Path

from voicecook.commands.commands import Commands

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
    said, hit, claimed, right = Counter[str](), Counter[str](), Counter[str](), Counter[str]()
    exact = total = false = unrelated = 0
    times: list[float] = []
    for line in path.read_text("utf-8").splitlines():
        data = json.loads(line)
        expected = data["intents"] if "intents" in data else [data["intent"]]
        started = time.perf_counter()
        found = commands.understand(data["text"], app_said=data.get("app_said", ""))
        times.append(1000 * (time.perf_counter() - started))
        names = [intent.name for intent in found]
        known = [label for label in expected if label in labels]
        if not known:
            unrelated += 1
            false += bool(names)
            if names and wrong == "none":
                print(f"  {data['text']!r} -> {names}")
            continue
        total += 1
        allowed = {name for label in known for name in labels[label].split()}
        strays = [n for n in names if n not in allowed and not ("other" in known and n in ASIDE)]
        missed = [
            label
            for label in known
            if labels[label] and not set(labels[label].split()) & set(names)
        ]
        for label in known:
            said[label] += 1
            hit[label] += label not in missed
        for name in names:
            for label in _claims(name, known, labels):
                claimed[label] += 1
                right[label] += name not in strays
        exact += not strays and not missed
        if wrong and (wrong in missed or wrong in strays):
            print(f"  [{data.get('app_said', '')[:60]}] {data['text']!r} {known} -> {names}")
    print(f"\n{path.stem}\n{'':30}{'n':>6}{'precision':>11}{'recall':>8}")
    for label, count in said.most_common():
        precision = f"{right[label] / claimed[label]:.3f}" if claimed[label] else "-"
        print(f"{label:30}{count:>6}{precision:>11}{hit[label] / count:>8.3f}")
    everything = sum(said.values()) - said["other"]
    print(
        f"{'all but other':30}{everything:>6}{sum(right.values()) / max(1, sum(claimed.values())):>11.3f}"
        f"{(sum(hit.values()) - hit['other']) / everything:>8.3f}"
    )
    print(
        f"exactly right: {exact} of {total} sentences ({exact / total:.3f}); "
        f"median {statistics.median(times):.2f} ms, longest {max(times):.1f} ms"
    )
    if unrelated:
        print(f"taken for a command though it has no counterpart here: {false} of {unrelated}")


def _claims(name: str, known: list[str], labels: dict[str, str]) -> list[str]:
    """The labels an intent is counted under: those it was right for, else the first it stands for."""
    fitting = [label for label in known if name in labels[label].split()]
    return fitting or [label for label in labels if name in labels[label].split()][:1]


if __name__ == "__main__":
    sys.exit(main())
