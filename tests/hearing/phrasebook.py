"""A small hand-written set of commands, so that the ear is tested without the commands room."""

from __future__ import annotations

from dataclasses import dataclass

from voicecook.commands.intents import Context, Intent

COOKING = {
    "next": "next", "next step": "next", "what's next": "next", "okay next": "next",
    "done": "done", "i'm done": "done", "previous": "previous", "go back": "previous",
    "previous step": "previous", "repeat": "repeat", "repeat that": "repeat",
    "say that again": "repeat", "go to step one": "go_to", "go to step two": "go_to",
    "go to step three": "go_to", "go to the glaze": "go_to", "go to the last step": "go_to",
    "start": "start", "pause": "pause", "resume": "resume", "stop": "stop_talking",
    "stop talking": "stop_talking", "be quiet": "stop_talking", "stop the timer": "cancel_timer",
    "cancel the timer": "cancel_timer", "quit": "quit", "where am i": "where_am_i",
    "how long": "how_long_left", "how long left": "how_long_left",
    "when will it be ready": "finish_time", "start the timer": "start_timer",
    "set a timer for ten minutes": "set_timer", "set a timer for twenty minutes": "set_timer",
    "set a timer for twenty five minutes": "set_timer", "add five minutes": "add_time",
    "list the timers": "list_timers", "ingredients": "ingredients",
    "what are the ingredients": "ingredients", "how much honey": "ingredient_amount",
    "how much salt": "ingredient_amount", "what temperature": "temperature", "help": "help",
    "louder": "louder", "quieter": "quieter", "slower": "slower", "faster": "faster",
    "skip this step": "skip", "undo": "undo", "thank you": "thanks", "goodbye": "goodbye",
    "what can i use instead of soy sauce": "substitute", "can i make this ahead": "ask",
}  # fmt: skip
QUESTION = {"yes": "yes", "no": "no", "yes please": "yes", "no thanks": "no"}


@dataclass(frozen=True)
class Phrasebook:
    """Sentences and their intents, as a dictionary for each context."""

    anywhere: dict[str, str]
    question: dict[str, str]

    def _table(self, context: Context) -> dict[str, str]:
        return self.anywhere | (self.question if context is Context.QUESTION else {})

    def heard(self, text: str, context: Context) -> tuple[Intent, ...]:
        name = self._table(context).get(text)
        return (Intent(name),) if name else ()

    def is_prefix(self, text: str, context: Context) -> bool:
        return any(phrase.startswith(text + " ") for phrase in self._table(context))

    def phrases(self, context: Context) -> list[str]:
        return list(self._table(context))


KITCHEN = Phrasebook(COOKING, QUESTION)
