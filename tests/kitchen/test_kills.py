"""A live cook, killed and starved of disk; `scripts/torture` does it for longer."""

from pathlib import Path

from tests.kitchen.kills import Torture, full_disk


def test_nothing_acknowledged_is_lost_by_killing(tmp_path: Path) -> None:
    torture = Torture(tmp_path, seed=7)
    for number in range(15):
        torture.once(from_scratch=number == 0)
    assert torture.tally.wrong == []
    assert torture.tally.orders > 0


def test_a_live_cook_survives_a_full_disk_and_says_so_once(tmp_path: Path) -> None:
    assert full_disk(tmp_path) == []
