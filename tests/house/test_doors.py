from __future__ import annotations

import grimp
import pytest

from tests.house.doors import trespasses

DOOR = {
    "house.bath": [("house.bath.tub", "from house.bath.tub import soak as soak")],
    "house.bath.tap": [("house.bath.tub", "from house.bath.tub import soak")],
}


def house(importer: str, imported: str, line: str) -> grimp.ImportGraph:
    """A bath with a tub behind its door, and one import more."""
    graph = grimp.ImportGraph()
    arrows = {**DOOR, importer: [*DOOR.get(importer, []), (imported, line)]}
    for module in ("house", "house.bath", "house.bath.tub", "house.bath.tap", "house.hall"):
        graph.add_module(module)
    for start, ends in arrows.items():
        for end, contents in ends:
            graph.add_import(importer=start, imported=end, line_number=7, line_contents=contents)
    return graph


@pytest.mark.parametrize(
    ("importer", "imported", "line"),
    [
        ("house.hall", "house.bath", "from house.bath import soak"),
        ("house.bath.tap", "house.bath.tub", "from house.bath.tub import plug"),
        ("house.bath.tap", "house.hall", "from house.hall import carpet"),
    ],
)
def test_what_goes_by_the_door_or_stays_inside_is_fine(
    importer: str, imported: str, line: str
) -> None:
    assert trespasses(house(importer, imported, line), "house.bath") == []


@pytest.mark.parametrize(
    ("imported", "line"),
    [
        ("house.bath.tub", "from house.bath.tub import soak"),
        ("house.bath.tub", "import house.bath.tub"),
        ("house.bath.tub", "from house.bath import tub"),
    ],
)
def test_what_goes_past_the_door_is_told_with_its_line(imported: str, line: str) -> None:
    (found,) = trespasses(house("house.hall", imported, line), "house.bath")
    assert str(found) == "house.hall (l.7) reaches for house.bath.tub: ask house.bath for it."


def test_a_function_may_have_the_name_of_its_module() -> None:
    graph = house("house.hall", "house.bath.soak", "from house.bath import soak")
    listed = "from house.bath.soak import soak as soak"
    graph.add_import(
        importer="house.bath", imported="house.bath.soak", line_number=1, line_contents=listed
    )
    assert trespasses(graph, "house.bath") == []
