"""All that may be said while cooking one recipe: understand it, list it, look ahead in it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from types import MappingProxyType
from typing import Protocol

from voicecook.commands.clauses import ClauseReader
from voicecook.commands.file_places import placed
from voicecook.commands.free_slots import Names
from voicecook.commands.free_speech import FreeSpeech
from voicecook.commands.graph import State
from voicecook.commands.intents import Context, Intent
from voicecook.commands.lexicon import DISH, FOOD, kitchen_lexicon, states
from voicecook.commands.lookahead import more_may_follow
from voicecook.commands.matching import Matcher, Span
from voicecook.commands.meaning import Meaning
from voicecook.commands.meaning_model import meaning_model
from voicecook.commands.names import RECIPE_LISTS, recipe_values, typed_values
from voicecook.commands.phrases import covering_phrases
from voicecook.commands.questions import Asker, question_templates
from voicecook.commands.sentences import SentenceFile, Template, list_templates, read_sentences
from voicecook.commands.situation import NOWHERE, Situation
from voicecook.commands.slots import (
    Reader,
    Values,
    either,
    free_reader,
    listed,
    number_reader,
    read_anything,
    read_clock,
    read_duration,
    read_factor,
    read_ordinal,
)
from voicecook.commands.syntax import TemplateError
from voicecook.commands.understanding import understand
from voicecook.commands.words import Sentence, plain_words, read_sentence
from voicecook.recipe import Recipe

FREE_LISTS = frozenset({"ingredient", "timer"})
"""Lists of a recipe's names in which a typed sentence may name something else."""
NO_OTHERS: Mapping[str, str] = MappingProxyType({})
ENGLISH = Path(__file__).parent / "en"


class CommandSet(Protocol):
    """What hearing needs to know about commands."""

    def phrases(self, context: Context) -> list[str]:
        """What the recogniser listens for."""

    def heard(self, text: str, context: Context) -> tuple[Intent, ...]:
        """What a recognised text means: () unless every word of it belongs to a command."""

    def is_prefix(self, text: str, context: Context) -> bool:
        """Whether more words could still turn `text` into another command."""


@dataclass(frozen=True)
class Commands:
    """Sentence templates with the lists their slots need. Make one per recipe and keep it."""

    file: SentenceFile
    templates: tuple[Template, ...]
    readers: Mapping[str, Reader]
    known: Mapping[str, Values]
    """Lists whose values are known, so that they can be listened for."""
    recipe: Recipe | None = None
    is_word: Callable[[str], bool] | None = None
    """What the recogniser knows; None: everything."""

    @classmethod
    def for_recipe(
        cls, recipe: Recipe | None = None, others: Mapping[str, str] = NO_OTHERS
    ) -> Commands:
        """voicecook's own commands, with this recipe's names and questions.

        `others` are ways to say the names of other recipes, and those names.
        """
        meaning_model()  # a broken one is told before the cook begins, not amid it
        file, templates = _english()
        lists = {name: listed(name, body) for name, body in file.lists.items()}
        named = {name: found for name, found in lists.items() if isinstance(found, Values)}
        known = recipe_values(recipe, states("good"), others) if recipe else {}
        besides = typed_values(recipe) if recipe else {}
        readers = _builtin() | {name: _reader(found) for name, found in lists.items()}
        free = free_reader(frozenset(" ".join(_words_of(file, "not_in_names")).split()))
        readers["free"] = free
        for name in RECIPE_LISTS:
            ways = [them[name].read for them in (known, besides) if name in them]
            readers[name] = either(*ways, *([free] if name in FREE_LISTS else []))
        asks = question_templates(recipe) if recipe else ()
        return cls(file, (*templates, *asks), readers, named | known, recipe)

    @classmethod
    def from_sentences_file(
        cls, path: Path | str, is_word: Callable[[str], bool] | None = None
    ) -> Commands:
        """The commands of any sentence file in hassil's format.

        `is_word` tells what the recogniser knows. Raises UsageError with the line of a mistake.
        """
        path = Path(path)
        file = read_sentences(path)
        templates = list_templates(file)
        lists: dict[str, Values | Reader] = {}
        for name, body in file.lists.items():
            with placed(path, name):
                lists[name] = listed(name, body)
        readers = _builtin() | {name: _reader(found) for name, found in lists.items()}
        for template in templates:
            with placed(path, template.text):
                _add_lists(template, template.starts, readers)
        known = {name: found for name, found in lists.items() if isinstance(found, Values)}
        return cls(file, templates, readers, known, is_word=is_word)

    def understand(self, text: str, situation: Situation = NOWHERE) -> Meaning:
        """What a sentence means here, typed, spoken, pressed or sent."""
        return understand(read_sentence(text), situation, self._reader)

    def heard(self, text: str, context: Context = Context.COOKING) -> tuple[Intent, ...]:
        """The intents of recognised words; () unless all words are covered by commands."""
        sentence = read_sentence(text)
        for bare in (False, True):
            spans = self._spoken.cover(sentence, context, bare=bare) or []
            if found := self._intents(sentence, spans):
                return found
        return ()

    def is_prefix(self, text: str, context: Context = Context.COOKING) -> bool:
        """Whether `text` is also the beginning of a longer command that means something else."""
        return more_may_follow(
            self._spoken, read_sentence(text), self.heard(text, context), context
        )

    def phrases(
        self, context: Context = Context.COOKING, is_word: Callable[[str], bool] | None = None
    ) -> list[str]:
        """The phrases a recogniser should listen for: every pair of words occurs in one.

        `is_word` tells what the recogniser knows; what needs other words is left out.
        """
        is_word = is_word or self.is_word
        if (context, is_word) not in self._listened_for:
            heard = [
                template
                for template in self._heard_templates
                if not (where := template.contexts | template.only_in) or context.value in where
            ]
            phrases = covering_phrases(heard, self.known, self.readers, is_word)
            self._listened_for[context, is_word] = tuple(phrases)
        return list(self._listened_for[context, is_word])

    @cached_property
    def _listened_for(self) -> dict[tuple[Context, Callable[[str], bool] | None], tuple[str, ...]]:
        return {}

    @cached_property
    def _heard_templates(self) -> tuple[Template, ...]:
        return tuple(template for template in self.templates if not template.typed)

    @cached_property
    def _reader(self) -> ClauseReader:
        model = meaning_model()
        free = FreeSpeech(
            names=Names(self.known, kitchen_lexicon().with_names(self._own_names())),
            classifier=model.classifier,
            known_words=model.known_words,
            risks=self.file.risks,
            ask=self._asker.ask if self._asker else lambda words: None,
            recipe_words=self._step_words(),
        )
        return ClauseReader(
            commands=Matcher(self.templates, self.readers, self.file.skip_words),
            followups=Matcher(_followups(), self.readers, self.file.skip_words),
            free=free,
            to_intents=self._intents,
        )

    def _step_words(self) -> frozenset[str]:
        steps = self.recipe.steps if self.recipe else ()
        texts = (f"{step.title} {step.section} {' '.join(step.topics)}" for step in steps)
        return frozenset(word for text in texts for word in plain_words(text))

    def _own_names(self) -> dict[str, list[str]]:
        """What this recipe adds to the words of a kitchen."""
        foods = self.known["ingredient"].said if "ingredient" in self.known else {}
        taught = frozenset().union(*meaning_model().known_words.values())
        return {FOOD: list(foods), DISH: sorted(self._topic_words() - taught - set(foods))}

    def _topic_words(self) -> frozenset[str]:
        """Names of steps, of which the examples may know nothing: "the caramelizing"."""
        said = self.known["topic"].said if "topic" in self.known else {}
        return frozenset(name for name in said if " " not in name)

    @cached_property
    def _spoken(self) -> Matcher:
        readers = dict(self.readers) | {name: values.read for name, values in self.known.items()}
        fillers = _words_of(self.file, "heard_skip_words")
        return Matcher(self._heard_templates, readers, fillers, self.known)

    @cached_property
    def _asker(self) -> Asker | None:
        return Asker(self.recipe) if self.recipe else None

    def _intents(self, sentence: Sentence, spans: Iterable[Span]) -> tuple[Intent, ...]:
        found: list[Intent] = []
        for span in spans:
            intent = span.intent()
            if intent is None:
                continue
            words = " ".join(sentence.words[span.start : span.end])
            slots = {"question": words} if intent.name == "ask" else intent.slots
            intent = Intent(intent.name, slots, words)
            if not found or found[-1] != intent:
                found.append(intent)
        return tuple(found)


def vocabulary(phrases: Iterable[str]) -> set[str]:
    """The words the recogniser must know to hear these phrases."""
    return {word for phrase in phrases for word in phrase.split()}


@cache
def _english() -> tuple[SentenceFile, tuple[Template, ...]]:
    file = read_sentences(ENGLISH)
    return file, list_templates(file)


@cache
def _followups() -> tuple[Template, ...]:
    return list_templates(read_sentences(ENGLISH / "followups"))


def _builtin() -> dict[str, Reader]:
    return {
        "any": read_anything,
        "number": number_reader(),
        "step": number_reader(1, 99),
        "servings": number_reader(1, 200),
        "ordinal": read_ordinal,
        "duration": read_duration,
        "length": read_duration,
        "factor": read_factor,
        "clock": read_clock,
    }


def _reader(found: Values | Reader) -> Reader:
    return found.read if isinstance(found, Values) else found


def _words_of(file: SentenceFile, setting: str) -> list[str]:
    return [str(word) for word in file.settings.get(setting) or ()]


def _add_lists(template: Template, states: Iterable[State], readers: dict[str, Reader]) -> None:
    """Check that every list exists; make readers for ranges written in the template."""
    import re

    seen: set[int] = set()
    stack = list(states)
    while stack:
        state = stack.pop()
        if id(state) in seen:
            continue
        seen.add(id(state))
        stack.extend(state.after)
        if not state.list_name or state.list_name in readers:
            continue
        inline = re.fullmatch(r"(\d{1,6})\.\.(\d{1,6})(?:,(\d{1,4}))?", state.list_name)
        if not inline:
            raise TemplateError(
                f"intent {template.intent}: there is no list {{{state.list_name}}}: "
                "add it under lists"
            )
        readers[state.list_name] = number_reader(*(int(part or 1) for part in inline.groups()))
