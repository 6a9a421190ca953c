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
    from voicecook.kitchen.workshop import Parts


@pytest.fixture(scope="session")
def parts() -> Iterator[Parts]:
    from voicecook.kitchen import workshop

    with workshop.parts() as made:
        yield made
