"""Sentence files in hassil's format: read, checked, and turned into templates to match."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from voicecook.commands.firsts import first_words
from voicecook.commands.graph import State, build
from voicecook.commands.intents import Slot
from voicecook.commands.syntax import TemplateError
from voicecook.errors import UsageError

MOST_BYTES = 1_000_000
_Found = TypeVar("_Found")
_KEYS = {"language", "intents", "lists", "expansion_rules", "skip_words", "settings", "responses"}


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
    rules: Mapping[str, str]
    skip_words: tuple[str, ...]
    settings: Mapping[str, Any] = field(default_factory=dict)


def read_sentences(path: Path) -> SentenceFile:
    """Read one file, or all YAML files of a folder. Raises UsageError naming file and place."""
    files = sorted(path.glob("*.yaml")) if path.is_dir() else [path]
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
                file.rules,
                block.get("slots") or {},
                bool(notes.get("typed")),
                bool(notes.get("bare")),
                frozenset(notes.get("heard_in", ())),
                frozenset([where] if isinstance(where, str) else where),
            )


def _read_one(path: Path) -> SentenceFile:
    data = _load(path)
    if not isinstance(data, dict) or not isinstance(data.get("intents"), dict | None):
        raise UsageError(f'{path}: a sentence file needs "intents:" with a name for each intent')
    if unknown := set(data) - _KEYS:
        raise UsageError(
            f"{path}: what is {', '.join(sorted(map(str, unknown)))}? "
            f"Known are {', '.join(sorted(_KEYS))}"
        )
    intents = {
        str(name): _blocks(path, str(name), body)
        for name, body in (data.get("intents") or {}).items()
    }
    rules = {str(name): str(rule) for name, rule in _mapping(path, data, "expansion_rules").items()}
    skips = data.get("skip_words") or []
    lists, settings = _mapping(path, data, "lists"), _mapping(path, data, "settings")
    return SentenceFile(intents, lists, rules, tuple(map(str, skips)), settings)


def _load(path: Path) -> object:
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        raw = path.read_bytes()
        if len(raw) > MOST_BYTES:
            raise UsageError(f"{path}: larger than 1 MB, which no sentence file is")
        if b"*" in raw and any(isinstance(e, yaml.AliasEvent) for e in yaml.parse(raw, loader)):
            raise UsageError(f"{path}: write the value out in full, aliases (*name) are not read")
        return yaml.load(raw, loader)  # noqa: S506 - a safe loader
    except OSError as error:
        raise UsageError(f"{path}: cannot be read: {error.strerror}") from None
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        place = f":{mark.line + 1}:{mark.column + 1}" if mark else ""
        what = getattr(error, "problem", None) or "nested too deeply or not text"
        raise UsageError(f"{path}{place}: not YAML: {what}") from None


def _mapping(path: Path, data: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    value = data.get(key) or {}
    if not isinstance(value, dict):
        raise UsageError(f"{path}: {key} must be a mapping of names")
    return value


def _blocks(path: Path, name: str, body: object) -> list[dict[str, Any]]:
    data = body.get("data") if isinstance(body, dict) else None
    if not isinstance(data, list):
        raise UsageError(f'{path}: intent {name} needs "data:", a list of blocks with "sentences:"')
    for block in data:
        sentences = block.get("sentences") if isinstance(block, dict) else None
        if not isinstance(sentences, list) or not all(isinstance(s, str) for s in sentences):
            raise UsageError(
                f'{path}: intent {name}: each block needs "sentences:", a list of texts'
            )
        for key in ("slots", "metadata", "requires_context"):
            if not isinstance(block.get(key) or {}, dict):
                raise UsageError(f"{path}: intent {name}: {key} must be a mapping of names")
    return data
