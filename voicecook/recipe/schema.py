"""The names a recipe file may use, read from the schema that editors use: one place for both."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

SCHEMA_FILE = files("voicecook.recipe") / "recipe.schema.json"


@dataclass(frozen=True, slots=True)
class Shape:
    """The keys of one kind of entry, and those that may not be missing."""

    keys: tuple[str, ...]
    required: tuple[str, ...]


@cache
def schema() -> dict[str, Any]:
    """The JSON Schema of a recipe."""
    loaded: dict[str, Any] = json.loads(SCHEMA_FILE.read_text("utf-8"))
    return loaded


@cache
def shape(kind: str) -> Shape:
    """The shape of "recipe", "step", "timer" …, as the schema's `$defs` have it."""
    found = schema()["$defs"][kind]
    return Shape(tuple(found["properties"]), tuple(found.get("required", ())))


@cache
def topics() -> tuple[str, ...]:
    """The topics a written question may have."""
    return tuple(schema()["$defs"]["question"]["properties"]["topic"]["enum"])


@cache
def longest(kind: str) -> int:
    """How many letters a "name", a "line", a "spoken" or a "long" text may have."""
    return int(schema()["$defs"][kind]["maxLength"])
