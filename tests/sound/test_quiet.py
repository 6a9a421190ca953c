"""A device that fails is told by us, and by nobody else."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.sound

ALSA = """
</usr/share/alsa/alsa.conf>
pcm.kitchen {{ type file file "/dev/null" infile "{cable}" slave.pcm "null" }}
"""
PULL_AND_OPEN = """
import sys
from pathlib import Path
from voicecook.sound.host import DeviceError, PortAudio, Wish

host = PortAudio()
device = host.find("input", "kitchen")
Path(sys.argv[1]).unlink()
try:
    host.open(Wish(16_000, 0.04, device, device), print, print)
except DeviceError as error:
    print(f"told: {error}", file=sys.stderr)
"""


def test_the_sound_system_prints_nothing_of_its_own(tmp_path: Path) -> None:
    cable = tmp_path / "cable"
    cable.write_bytes(bytes(1000))
    (tmp_path / "asound.conf").write_text(ALSA.format(cable=cable))
    ended = subprocess.run(
        [sys.executable, "-c", PULL_AND_OPEN, str(cable)],
        env=os.environ | {"ALSA_CONFIG_PATH": str(tmp_path / "asound.conf")},
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert ended.stderr.startswith("told: ")
    assert ended.stderr.count("\n") == 1
