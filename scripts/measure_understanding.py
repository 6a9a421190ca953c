"""How well is understood what people say? Tables with n, intervals and false actions beside hits.

    scripts/measure_understanding [--part tune|unseen|all] [--wrong INTENT] [FOLDER]

FOLDER (usually ../shared/data/understanding) holds cookdial.jsonl (cooks talking to another
assistant) and kitchen_assistant.jsonl. Two thirds of each were looked at while building; `--part
unseen` (the default) measures on the rest: CookDial's dialogs from 87 on, every third sentence to
the kitchen assistant. Nothing of either is in our examples or in the model. Then every command of
our own, denied, unfinished, reported and on a condition.
"""

from __future__ import annotations

import argparse
import json
import resource
import sys
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.commands.denied import denied_forms
from voicecook.bench.intervals import wilson
from voicecook.commands import Commands, Risk, situation_after

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT.parent / "shared/data/understanding"
FIRST_UNSEEN_DIALOG = 87

COOKDIAL = {
    "confirm": "done", "req_instruction": "next", "req_ingredient": "next_ingredient",
    "thank": "thanks", "other": "ask", "greeting": "hello", "affirm": "yes", "negate": "no",
    "req_title": "recipe_title", "req_repeat": "repeat", "req_duration": "step_duration",
    "req_amount": "ingredient_amount", "req_is_recipe_finished": "is_it_done",
    "req_substitute": "substitute", "req_start": "start", "req_ingredient_list": "ingredients",
    "req_parallel_action": "meanwhile", "req_ingredient_list_length": "count_ingredients",
    "req_ingredient_list_ends": "more_ingredients", "req_temperature": "temperature",
    "req_use_all": "use_all", "req_tool": "tools", "goodbye": "goodbye",
    "req_is_recipe_ongoing": "steps_left",
}  # fmt: skip
KITCHEN = {
    "SelectRecipe": "choose_recipe", "StartRecipe": "start choose_recipe",
    "NextStep": "next done", "PreviousStep": "previous", "SkipStep": "skip",
    "RepeatExplanation": "repeat more_detail", "SkipIngredient": "substitute",
    "RequestAlternativeIngredient": "substitute", "SetPortions": "scale",
    "SetProcessTime": "set_timer", "IncreaseProcessDuration": "add_time",
    "DecreaseProcessDuration": "take_time",
    "GetDuration": "finish_time step_duration how_long_left",
    "GetAmountOfIngredient": "ingredient_amount", "Confirm": "yes", "Refuse": "no",
    "IncreaseSoundvolume": "louder", "DecreaseSoundvolume": "quieter",
    "CancelRecipe": "quit list_recipes",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence, what was said before it, and the intents that are right (any of each set)."""

    text: str
    app_said: str
    wanted: tuple[frozenset[str], ...]


@dataclass
class Tally:
    """What was meant, what was understood, what would have been done unasked."""

    risks: Mapping[str, Risk]
    n: int = 0
    exact: int = 0
    acted: int = 0
    """Sentences after which something moved, changed or was destroyed that nobody asked for."""
    meant: Counter[str] = field(default_factory=Counter)
    hit: Counter[str] = field(default_factory=Counter)
    claimed: Counter[str] = field(default_factory=Counter)
    confused: Counter[tuple[str, str]] = field(default_factory=Counter)
    times_ms: list[float] = field(default_factory=list)

    def count(self, said: Said, found: frozenset[str]) -> bool:
        """Count one; returns whether it was exactly right."""
        right = frozenset().union(*said.wanted)
        strays = found - right
        missed = [one for one in said.wanted if not one & found]
        self.n += 1
        self.exact += not strays and not missed
        self.acted += any(self.risks.get(name, Risk.TELLS) is not Risk.TELLS for name in strays)
        for one in said.wanted:
            name = " or ".join(sorted(one))
            self.meant[name] += 1
            self.hit[name] += bool(one & found)
            for stray in strays or {"nothing"}:
                self.confused[name, stray] += not one & found
        for name in found:
            self.claimed[name] += 1
        return not strays and not missed

    def table(self) -> Iterator[str]:
        """The figures, a line each."""
        yield f"  {'intent':34}{'n':>5}{'understood':>12}"
        for name, count in self.meant.most_common():
            yield f"  {name:34}{count:>5}{self.hit[name] / count:>12.3f}"
        hits, claims, wants = sum(self.hit.values()), self.claimed.total(), self.meant.total()
        precision, recall = hits / max(claims, 1), hits / max(wants, 1)
        yield f"  micro-F1 {2 * precision * recall / (precision + recall):.3f}"
        yield f"  precision {precision:.3f}, recall {recall:.3f} (n {wants})"
        yield f"  exactly right {_share(self.exact, self.n)}"
        yield f"  acted unasked {_share(self.acted, self.n)}"
        worst = [f"{name} → {stray}: {n}" for (name, stray), n in self.confused.most_common(8) if n]
        yield f"  most confused: {'; '.join(worst)}"
        times = sorted(self.times_ms)
        middle, slow = times[len(times) // 2], times[len(times) * 99 // 100]
        yield f"  a sentence {middle:.1f} ms, p99 {slow:.1f}"


def main() -> int:
    """Measure; 3 when the sentences are not there."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=FOLDER)
    parser.add_argument("--part", choices=("tune", "unseen", "all"), default="unseen")
    parser.add_argument("--wrong", metavar="INTENT", help="show the sentences where it was missed")
    args = parser.parse_args()
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    commands = Commands.for_recipe()
    commands.understand("next")
    after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(f"memory added by understanding: {(after - before) / 1024:.0f} MB")
    denied(commands)
    if not (args.folder / "cookdial.jsonl").exists():
        print(f"There are no sentences to measure on in {args.folder}.", file=sys.stderr)
        return 3
    for name, read in (("cookdial", cookdial), ("kitchen assistant", kitchen_assistant)):
        measure(name, commands, read(args.folder, args.part), args.wrong)
    return 0


def denied(commands: Commands) -> None:
    """Every command that does something, in every form in which it must do nothing."""
    risks = commands.file.risks
    total = acted = 0
    for text, situation in denied_forms(risks):
        total += 1
        names = {intent.name for intent in commands.understand(text, situation).intents} - {"no"}
        acted += any(risks.get(name, Risk.TELLS) is not Risk.TELLS for name in names)
    print(f"commands denied, unfinished, reported, conditional: acted on {_share(acted, total)}")


def measure(name: str, commands: Commands, all_said: Sequence[Said], wrong: str | None) -> None:
    """Print the table of one set."""
    tally = Tally(commands.file.risks)
    for said in all_said:
        started = time.process_time()
        meaning = commands.understand(said.text, situation_after(said.app_said))
        tally.times_ms.append(1000 * (time.process_time() - started))
        found = frozenset(intent.name for intent in meaning.intents)
        right = tally.count(said, found)
        if not right and wrong and any(wrong in one for one in said.wanted):
            print(f"  [{said.app_said[-60:]}] {said.text!r} -> {sorted(found)} {meaning.doubt}")
    print(f"\n{name}, {tally.n} sentences", *tally.table(), sep="\n")


def cookdial(folder: Path, part: str) -> list[Said]:
    """The turns of the dialogs of this part."""
    rows = _rows(folder / "cookdial.jsonl")
    return [
        Said(row["text"], row["app_said"], tuple(frozenset({COOKDIAL[i]}) for i in row["intents"]))
        for row in rows
        if _wanted(part, row["dialog"] >= FIRST_UNSEEN_DIALOG)
    ]


def kitchen_assistant(folder: Path, part: str) -> list[Said]:
    """Its sentences that have a counterpart here."""
    rows = enumerate(_rows(folder / "kitchen_assistant.jsonl"))
    return [
        Said(row["text"], "", (frozenset(KITCHEN[row["intent"]].split()),))
        for number, row in rows
        if row["intent"] in KITCHEN and _wanted(part, number % 3 == 2)
    ]


def _wanted(part: str, unseen: bool) -> bool:
    return part == "all" or unseen == (part == "unseen")


def _rows(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def _share(count: int, n: int) -> str:
    low, high = wilson(count, n)
    return f"{count} of {n}: {100 * count / max(n, 1):.1f} % ({100 * low:.1f} to {100 * high:.1f})"


if __name__ == "__main__":
    sys.exit(main())
