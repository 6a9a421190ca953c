"""The contract of doors, a kind of its own for import-linter (`[tool.importlinter]`).

A room is a package of the house. From outside it may be entered by its door only: what its
`__init__.py` lists, a line each. That holds for rooms that are yet to come, so none is named here.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import grimp
from importlinter import Contract, ContractCheck, fields, output


@dataclass(frozen=True, slots=True)
class Trespass:
    """An import that goes past a room's door."""

    importer: str
    imported: str
    lines: tuple[int, ...]
    room: str

    def __str__(self) -> str:
        where = ", ".join(f"l.{line}" for line in self.lines)
        return f"{self.importer} ({where}) reaches for {self.imported}: ask {self.room} for it."


class Doors(Contract):
    """Modules inside a room are imported from that room only; `open_rooms` have no door."""

    type_name = "doors"
    house = fields.StringField()
    open_rooms = fields.ListField(subfield=fields.StringField(), required=False)

    def check(self, graph: grimp.ImportGraph, verbose: bool) -> ContractCheck:
        """Whether nobody goes past a door."""
        rooms = graph.find_children(str(self.house)).difference(self._open())
        found = [one for room in sorted(rooms) for one in trespasses(graph, room)]
        return ContractCheck(kept=not found, metadata={"found": found})

    def _open(self) -> Any:  # a field stands for the value it reads
        return self.open_rooms or ()

    def render_broken_contract(self, check: ContractCheck) -> None:
        """Say who did, where, and what to do instead."""
        for one in check.metadata["found"]:
            output.print_error(str(one), bold=False)
        output.print_error(
            "A room's door is its __init__.py: import from there, and add a line if it is missing."
        )


def trespasses(graph: grimp.ImportGraph, room: str) -> list[Trespass]:
    """Every import from outside of a module inside the room."""
    pairs = (
        (importer, module)
        for module in sorted(graph.find_descendants(room))
        for importer in sorted(graph.find_modules_that_directly_import(module))
        if importer != room and not importer.startswith(f"{room}.")
    )
    return [
        Trespass(importer, module, tuple(one["line_number"] for one in details), room)
        for importer, module in pairs
        if (details := _past_the_door(graph, importer, module, room))
    ]


def _past_the_door(graph: grimp.ImportGraph, importer: str, module: str, room: str) -> list[Any]:
    """The lines that do; `from ROOM import NAME` may mean a function of a module's name."""
    name = module.removeprefix(f"{room}.")
    own = graph.get_import_details(importer=room, imported=module)
    listed = any(one["line_contents"].endswith(f"import {name} as {name}") for one in own)
    through = f"from {room} import "
    return [
        one
        for one in graph.get_import_details(importer=importer, imported=module)
        if not (listed and one["line_contents"].startswith(through))
    ]
