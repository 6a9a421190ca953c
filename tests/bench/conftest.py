"""The synthetic cook of the hearing room speaks here too."""

from tests.hearing.conftest import speak

__all__ = ["speak"]
