"""Every command that does something, said in the forms in which it must do nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import yaml

from voicecook.commands.intents import Context, Risk
from voicecook.commands.situation import Situation

SENTENCES = yaml.safe_load((Path(__file__).parent / "sentences.yaml").read_text("utf-8"))
FORMS = (
    # denied
    "don't {}", "please don't {}", "do not {} yet", "no need to {}", "let's not {}", "never {}",
    "I don't want you to {}", "you mustn't {}", "I said not to {}", "hold off, don't {}",
    # told of somebody else
    "my wife says {}", "she told me to {}", "he said {}", "the kids want to {}",
    "grandma asks whether we should {}", "everybody says I should {}", "they keep telling me to {}",
    # on a condition
    "if it burns, {}", "once it's done {}", "when the pork is ready {}", "{} when it's done",
    "{} if the guests arrive", "unless it's ready, {}", "as soon as it boils {}",
    "{} only after it has cooled", "{} once the meat is tender", "don't {} until I say so",
    # wished, or long ago
    "I wish you would {}", "we should have said {}", "yesterday I said {}",
    "{} would have been wrong", "last week you had to {}",
)  # fmt: skip
UNFINISHED = (
    "it's still {}", "it isn't {} yet", "it's nearly {}", "it's not quite {}", "almost {}",
    "it isn't really {}", "it still isn't {}", "they're not {} yet",
)  # fmt: skip
STATES = ("done", "ready", "finished", "tender", "golden", "thick", "glossy", "cooked", "brown")
RUNS_OUT = ("raw", "pink", "runny", "watery", "frozen", "hard", "cold", "pale", "doughy")
SITUATIONS = (
    Situation(timers=("pork",), instruction="Roast the pork until the meat is tender and golden."),
    Situation(Context.QUESTION, asked="start_timer", timers=("pork",), offered="pork"),
    Situation(Context.ALARM, timers=("pork",), instruction="Is the glaze thick and glossy yet?"),
)
_ANSWERS = frozenset({"yes", "no"})


def denied_forms(risks: Mapping[str, Risk]) -> Iterator[tuple[str, Situation]]:
    """Each form of each command, in the middle of a step, asked something, and while it rings."""
    for text in (*_denied(risks), *_unfinished()):
        yield from ((text, situation) for situation in SITUATIONS)


def _denied(risks: Mapping[str, Risk]) -> Iterator[str]:
    for meant, all_said in SENTENCES.items():
        names = re.findall(r"(\w+)(?:\([^)]*\))?(?:, |$)", meant)
        if (
            len(names) != 1
            or names[0] in _ANSWERS
            or "about=" in meant
            or risks.get(names[0]) in (None, Risk.TELLS)
        ):
            continue
        for said in all_said:
            command = said.rstrip(".?!")
            if not re.search(r"[.?!,]", command):
                yield from (form.format(command) for form in FORMS)


def _unfinished() -> Iterator[str]:
    yield from (form.format(state) for form in UNFINISHED for state in STATES)
    yield from (f"{it} still {state}" for it in ("it's", "the pork is") for state in RUNS_OUT)
