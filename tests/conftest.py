"""What many tests of sound share: the model and the voice are loaded once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile(  # a busy machine is no failure
    "unhurried", deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("unhurried")

if TYPE_CHECKING:
    from voicecook.kitchen.beginning import Equipment


@pytest.fixture(scope="session")
def parts() -> Iterator[Equipment]:
    from voicecook.kitchen import beginning

    with beginning.equipment() as made:
        yield made
