"""How cooks put their questions, read from patterns.yaml."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import yaml


def pattern(answerer: str, name: str) -> re.Pattern[str]:
    """The regular expression of this name, in any case."""
    return re.compile("|".join(_all()[answerer][name]), re.IGNORECASE)


def every(answerer: str, name: str) -> list[str]:
    """Its alternatives, each for itself."""
    return _all()[answerer][name]


@cache
def _all() -> Mapping[str, Mapping[str, list[str]]]:
    text = (files("voicecook.cook.food.answers") / "patterns.yaml").read_text("utf-8")
    found: dict[str, dict[str, list[str]]] = yaml.safe_load(text)
    return found
