"""Where in a sentence file something is written: looked for only once it turns out to be wrong."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import yaml

from voicecook.errors import UsageError
from voicecook.files import start_of

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def files_of(path: Path) -> list[Path]:
    """The sentence files that a path means: itself, or all YAML files of a folder."""
    return sorted(path.glob("*.yaml")) if os.path.isdir(path) else [path]  # noqa: PTH112 - never raises


def place_of(path: Path, written: str) -> str:
    """`file:line` of the first key or text that reads exactly so; else just the file."""
    for file in files_of(path):
        for event in yaml.parse(start_of(file), Loader=_Loader):
            if isinstance(event, yaml.ScalarEvent) and event.value == written:
                mark = event.start_mark
                return f"{file}:{mark.line + 1}" if mark else str(file)
    return str(path)


@contextmanager
def placed(path: Path, written: str) -> Iterator[None]:
    """Whatever is wrong in here is told with the place where `written` stands."""
    try:
        yield
    except UsageError as error:
        raise UsageError(f"{place_of(path, written)}: {error}") from None
