"""Which packages set-up once installed are not here whole any more, a line each.

`damaged_packages.py SITE_PACKAGES < NAMES` reads the names of their `.dist-info` folders. It needs
no package itself and takes a tenth of a second: each folder is listed once, and nothing is read but
the records of what was installed.
"""

from __future__ import annotations

import csv
import sys
from functools import cache
from pathlib import Path


def is_damaged(info: Path) -> bool:
    """Whether a package's record is gone, or a file that is in it; compiled ones come and go."""
    try:
        with (info / "RECORD").open(encoding="utf-8", newline="") as record:
            files = [row[0] for row in csv.reader(record) if row]
    except (OSError, ValueError, csv.Error):
        return True
    here = (info.parent / file for file in files if not file.endswith(".pyc"))
    return not files or any(file.name not in _inside(file.parent) for file in here)


@cache
def _inside(folder: Path) -> frozenset[str]:
    try:
        return frozenset(file.name for file in folder.iterdir())
    except OSError:
        return frozenset()


if __name__ == "__main__":
    for name in sys.stdin.read().split():
        if is_damaged(Path(sys.argv[1]) / name):
            print(name)
