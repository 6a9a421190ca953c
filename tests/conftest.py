"""What many tests of sound share: the model and the voice are loaded once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from voicecook.workshop import Parts


@pytest.fixture(scope="session")
def parts() -> Iterator[Parts]:
    from voicecook import workshop

    with workshop.parts() as made:
        yield made
