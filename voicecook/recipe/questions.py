"""Everything a recipe answers when asked, made from its sections: one list of questions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from voicecook.english import TemplateError, listed, plural, span_words
from voicecook.recipe.fields import Fields
from voicecook.recipe.ingredients import Pantry
from voicecook.recipe.model import Amount, Disagreement, Question
from voicecook.recipe.problems import did_you_mean, shown
from voicecook.recipe.quantities import amount, read_span
from voicecook.recipe.schema import topics
from voicecook.recipe.templates import plain, speakable

Topic = str
ABOUT = ("intro", "course", "cuisine", "difficulty")


@cache
def usual() -> Mapping[str, Mapping[str, Mapping[str, Any]]]:
    """How cooks ask what every recipe may answer, by section and heading (asks.yaml)."""
    text = (files("voicecook.recipe") / "asks.yaml").read_text("utf-8")
    loaded: Mapping[str, Mapping[str, Mapping[str, Any]]] = yaml.safe_load(text)
    return loaded


class Questions:
    """Reads the sections of one recipe that answer questions."""

    def __init__(self, recipe: Fields, pantry: Pantry, dish: str) -> None:
        self._recipe = recipe
        self._pantry = pantry
        self._dish = dish
        self.disagreements = self._read_disagreements()

    def read(self) -> tuple[Question, ...]:
        """All questions; where the source disagrees with itself, the answer gives every version."""
        found = [
            *self._written("questions", "faq"),
            *self._written("tips", "tip"),
            *self._substitutions(),
            *self._storage(),
            *self._nutrition(),
            *self._about(),
            *self._together("serving", "serving", "suggestions"),
            *self._together("notes", "note", "all"),
        ]
        told = {disagreement.about for disagreement in self.disagreements}
        kept = [question for question in found if question.key not in told]
        return (*kept, *self._disagreeing(found))

    def _usual(self, topic: Topic, key: str, answer: str, **words: str) -> Question:
        """A question with the usual ways to ask; `{value}` in the usual answer is `answer`."""
        entry = usual()[topic][key]
        asks = tuple(plain(_filled(ask, words), self._dish) for ask in entry["ask"])
        said = str(entry.get("answer", "{value}")).replace("{value}", answer)
        return Question(asks, said, topic, key)  # type: ignore[arg-type]

    def _asks(self, fields: Fields) -> tuple[str, ...]:
        """The ways to ask that the recipe itself gives, checked."""
        found = []
        for scalar in fields.scalars("ask", "line"):
            try:
                found.append(plain(scalar.text, self._dish))
            except TemplateError as error:
                fields.problems.add(scalar.place, f"{shown(scalar.text)}: {error}")
        return tuple(found)

    def _written(self, section: str, topic: Topic) -> Iterable[Question]:
        for entry in self._recipe.entries(section):
            fields = Fields(entry, "question", self._recipe.problems)
            own = fields.text("topic") or topic
            if own not in topics():
                fields.note("topic", f"{shown(own)} is no topic; {did_you_mean(own, topics())}")
            asks, answer = self._asks(fields), fields.text("answer", "long")
            yield Question(asks, answer, own, fields.text("key"))  # type: ignore[arg-type]

    def _substitutions(self) -> Iterable[Question]:
        for entry in self._recipe.entries("substitutions"):
            fields = Fields(entry, "substitution", self._recipe.problems)
            word, use = fields.text("instead of"), fields.text("use")
            name = self._pantry.find(word)
            if word and not name:
                fields.note("instead of", self._pantry.unknown(word))
            if not (name and use):
                continue
            asks = self._asks(fields)
            if speakable(word) and speakable(use):
                asks += self._usual("substitute", "swap", "", instead=word, use=use).asks
            else:
                fields.note("use", "name both in plain words, without signs or figures")
            yield Question(asks, fields.text("answer", "long"), "substitute", name, use)

    def _storage(self) -> Iterable[Question]:
        fields = self._recipe.inner("storage", "storage")
        if fields is None:
            return
        kept = {key: fields.text(key, "long") for key in fields.written}
        for key, answer in kept.items():
            yield self._usual("storage", key, answer)
        if len(kept) > 1:
            said = " ".join(f"{_PLACES[key]}: {answer}" for key, answer in kept.items())
            yield self._usual("storage", "all", said)

    def _nutrition(self) -> Iterable[Question]:
        fields = self._recipe.inner("nutrition", "nutrition")
        if fields is None:
            return
        figures = {
            key: _measured(value)
            for key in fields.written
            if key != "note" and (value := fields.value(key, amount))
        }
        note = fields.text("note", "long")
        for key, said in figures.items():
            yield self._usual("nutrition", key, said)
        if note:
            yield self._usual("nutrition", "note", note)
        if figures:
            yield self._usual("nutrition", "all", f"{_nutrition_list(figures)} {note}".strip())

    def _about(self) -> Iterable[Question]:
        for key in ABOUT:
            if self._recipe.node(key) is not None:
                yield self._usual("about", key, self._recipe.text(key, _kind(key)))
        if self._recipe.node("serves") is not None:
            yield self._usual("about", "serves", self._recipe.text("serves"))
        times = self._recipe.inner("times", "times")
        for key in times.written if times else ():
            if times and (value := times.value(key, read_span)):
                yield self._usual("about", key, span_words(value))

    def _together(self, section: str, topic: Topic, key: str) -> Iterable[Question]:
        sentences = self._recipe.texts(section, "long")
        if sentences:
            yield self._usual(topic, key, " ".join(_sentence(said) for said in sentences))

    def _read_disagreements(self) -> tuple[Disagreement, ...]:
        return tuple(
            Disagreement(fields.text("about"), fields.texts("says", "long"))
            for fields in self._disagreement_fields()
        )

    def _disagreement_fields(self) -> list[Fields]:
        entries = self._recipe.entries("disagreements")
        return [Fields(entry, "disagreement", self._recipe.problems) for entry in entries]

    def _disagreeing(self, found: list[Question]) -> Iterable[Question]:
        known = usual()["about"] | usual()["nutrition"]  # type: ignore[operator]
        for fields, both in zip(self._disagreement_fields(), self.disagreements, strict=True):
            asks = self._asks(fields)
            if both.about in known:
                asks += tuple(plain(ask, self._dish) for ask in known[both.about]["ask"])
            if both.about and not asks:
                what = f'there is no usual way to ask about {shown(both.about)}; add "ask:"'
                fields.note("about", what)
            if len(both.says) < 2:
                fields.note("says", '"says" needs two versions at least, each after "- "')
            yield Question(asks, _versions(both), "about", both.about)


_PLACES = {
    "room temperature": "At room temperature",
    "fridge": "In the fridge",
    "freezer": "In the freezer",
}


def _kind(key: str) -> str:
    return "long" if key == "intro" else "name"


def _filled(ask: str, words: Mapping[str, str]) -> str:
    for name, word in words.items():
        ask = ask.replace(f"{{{name}}}", word)
    return ask


def _sentence(text: str) -> str:
    return text if text[-1:] in ".!?" else f"{text}."


def _versions(both: Disagreement) -> str:
    told = " ".join(_sentence(said) for said in both.says)
    return f"The recipe doesn't agree with itself here. {told}"


def _nutrition_list(figures: Mapping[str, str]) -> str:
    parts = [said if key == "calories" else f"{said} of {key}" for key, said in figures.items()]
    return f"It has {listed(parts)}."


def _measured(value: Amount) -> str:
    """ "24 grams", "1 to 2 grams"."""
    figures = f"{float(value.low):g}"
    if value.high != value.low:
        figures += f" to {float(value.high):g}"
    return f"{figures} {value.unit if value.high == 1 else plural(value.unit)}".strip()
