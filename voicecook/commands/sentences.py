"""Sentence files in hassil's format: read, checked, and turned into templates to match."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from voicecook.commands.file_places import files_of, placed
from voicecook.commands.first_words import first_words
from voicecook.commands.graph import State, build
from voicecook.commands.intents import Risk, Slot
from voicecook.commands.syntax import TemplateError
from voicecook.errors import UsageError
from voicecook.files import start_of

MOST_BYTES = 1_000_000
_Found = TypeVar("_Found")
_KEYS = {"language", "intents", "lists", "expansion_rules", "skip_words", "settings", "responses"}
_MAPPINGS = {"lists", "expansion_rules", "settings"}
_OF_A_BLOCK = ("slots", "metadata", "requires_context", "lists", "expansion_rules")


@dataclass(frozen=True, eq=False)
class Template:
    """One sentence template and what it means."""

    intent: str
    text: str
    rules: Mapping[str, str] = field(default_factory=dict, repr=False)
    slots: Mapping[str, Slot] = field(default_factory=dict)
    typed: bool = False
    """Understood when typed, but not listened for."""
    bare: bool = False
    """A command only when nothing else is said: "okay"."""
    fluent: bool = False
    """Said in one breath: a command that begins it is not held back for the rest."""
    contexts: frozenset[str] = frozenset()
    """Where the recogniser listens for it; empty: everywhere."""
    only_in: frozenset[str] = frozenset()
    """Where it means this at all; empty: everywhere."""

    @cached_property
    def first_words(self) -> frozenset[str]:
        """The words it can begin with, or `ANYTHING` among them. Raises TemplateError."""
        return self._named(first_words)

    @cached_property
    def starts(self) -> tuple[State, ...]:
        """The states it can begin with, built when first needed. Raises TemplateError."""
        return self._named(build)

    def _named(self, make: Callable[[str, Mapping[str, str]], _Found]) -> _Found:
        try:
            return make(self.text, self.rules)
        except TemplateError as error:
            raise TemplateError(f"intent {self.intent}: {error}") from None


@dataclass(frozen=True, slots=True)
class SentenceFile:
    """What a sentence file holds: raw templates, lists and rules, still to be built."""

    intents: Mapping[str, list[dict[str, Any]]]
    lists: Mapping[str, Any]
    rules: dict[str, str]
    skip_words: tuple[str, ...]
    settings: Mapping[str, Any] = field(default_factory=dict)
    risks: Mapping[str, Risk] = field(default_factory=dict)
    """What it costs when an intent was not meant."""


def read_sentences(path: Path) -> SentenceFile:
    """Read one file, or all YAML files of a folder. Raises UsageError naming file and place."""
    files = files_of(path)
    if not files:
        raise UsageError(f"{path}: there is no sentence file (*.yaml) in this folder")
    parts = [_read_one(file) for file in files]
    intents: dict[str, list[dict[str, Any]]] = {}
    for part in parts:
        for name, blocks in part.intents.items():
            intents.setdefault(name, []).extend(blocks)
    return SentenceFile(
        intents,
        {name: values for part in parts for name, values in part.lists.items()},
        {name: rule for part in parts for name, rule in part.rules.items()},
        tuple(word for part in parts for word in part.skip_words),
        {name: value for part in parts for name, value in part.settings.items()},
        {name: risk for part in parts for name, risk in part.risks.items()},
    )


def list_templates(file: SentenceFile) -> tuple[Template, ...]:
    """All templates of a file, in its order."""
    return tuple(template for name in file.intents for template in _of_intent(file, name))


def _of_intent(file: SentenceFile, name: str) -> Iterator[Template]:
    for block in file.intents[name]:
        notes = block.get("metadata") or {}
        where = (block.get("requires_context") or {}).get("context", ())
        for text in block["sentences"]:
            yield Template(
                name,
                text,
                file.rules | (block.get("expansion_rules") or {}),
                block.get("slots") or {},
                bool(notes.get("typed")),
                bool(notes.get("bare")),
                bool(notes.get("fluent")),
                frozenset(notes.get("heard_in", ())),
                frozenset([where] if isinstance(where, str) else where),
            )


def _read_one(path: Path) -> SentenceFile:
    data = _load(path)
    if not isinstance(data, dict) or not isinstance(data.get("intents"), dict | None):
        raise UsageError(f'{path}: a sentence file needs "intents:" with a name for each intent')
    for key in map(str, data):
        with placed(path, key):
            _check_key(key, data)
    intents: dict[str, list[dict[str, Any]]] = {}
    risks: dict[str, Risk] = {}
    lists = dict(data.get("lists") or {})
    for name, body in (data.get("intents") or {}).items():
        with placed(path, str(name)):
            intents[str(name)] = _blocks(str(name), body)
            risks[str(name)] = _risk(str(name), body)
            for block in intents[str(name)]:
                _add_own_lists(lists, block.get("lists") or {})
    rules = {str(name): str(rule) for name, rule in (data.get("expansion_rules") or {}).items()}
    skips = data.get("skip_words") or []
    settings = data.get("settings") or {}
    return SentenceFile(intents, lists, rules, tuple(map(str, skips)), settings, risks)


def _risk(name: str, body: Mapping[str, Any]) -> Risk:
    try:
        return Risk(body.get("risk", "tells"))
    except ValueError:
        known = ", ".join(risk.value for risk in Risk)
        raise UsageError(f"intent {name}: risk is one of {known}") from None


def _check_key(key: str, data: Mapping[Any, Any]) -> None:
    if key not in _KEYS:
        raise UsageError(f"what is {key}? Known are {', '.join(sorted(_KEYS))}")
    if key in _MAPPINGS and not isinstance(data[key], dict | None):
        raise UsageError(f"{key} must be a mapping of names")
    if key == "skip_words" and not isinstance(data[key], list | None):
        raise UsageError("skip_words must be a list of words")


def _add_own_lists(lists: dict[str, Any], own: Mapping[str, Any]) -> None:
    """Lists that a block brings along: their names must not mean two things in one file."""
    for name, body in own.items():
        if lists.setdefault(name, body) != body:
            raise UsageError(f"there are two different lists {{{name}}}: rename one of them")


def _load(path: Path) -> object:
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        raw = start_of(path, MOST_BYTES)
        if len(raw) > MOST_BYTES:
            raise UsageError(f"{path}: larger than 1 MB, which no sentence file is")
        if b"*" in raw and any(isinstance(e, yaml.AliasEvent) for e in yaml.parse(raw, loader)):
            raise UsageError(f"{path}: write the value out in full, aliases (*name) are not read")
        return yaml.load(raw, loader)  # noqa: S506 - a safe loader
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        place = f":{mark.line + 1}:{mark.column + 1}" if mark else ""
        what = getattr(error, "problem", None) or "nested too deeply or not text"
        raise UsageError(f"{path}{place}: not YAML: {what}") from None


def _blocks(name: str, body: object) -> list[dict[str, Any]]:
    data = body.get("data") if isinstance(body, dict) else None
    if not isinstance(data, list):
        raise UsageError(f'intent {name} needs "data:", a list of blocks with "sentences:"')
    for block in data:
        sentences = block.get("sentences") if isinstance(block, dict) else None
        if not isinstance(sentences, list) or not all(isinstance(s, str) for s in sentences):
            raise UsageError(f'intent {name}: each block needs "sentences:", a list of texts')
        for key in _OF_A_BLOCK:
            if not isinstance(block.get(key) or {}, dict):
                raise UsageError(f"intent {name}: {key} must be a mapping of names")
        for rule, text in (block.get("expansion_rules") or {}).items():
            if not isinstance(text, str):
                raise UsageError(f"intent {name}: the rule <{rule}> must be a text")
    return data
