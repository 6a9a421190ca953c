"""The demo, as a newcomer runs it: in a process of its own, with no network at all."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import soundfile

pytestmark = pytest.mark.sound


WAYS = (
    ["unshare", "--net"],
    ["unshare", "--map-root-user", "--net"],
    ["sudo", "-n", "unshare", "--net"],
)


def without_network() -> list[str]:
    """What to put before a command so that it has no network interface but a dead loopback."""
    for way in WAYS:
        if shutil.which(way[0]) and not subprocess.run([*way, "true"], check=False).returncode:
            return way
    raise AssertionError("no way to take the network away: run the tests as root, or with sudo")


def test_the_demo_cooks_without_a_network_and_leaves_something_to_listen_to(tmp_path: Path) -> None:
    wav = tmp_path / "demo.wav"
    demo = [sys.executable, "-m", "voicecook", "demo", "--wav", str(wav)]
    done = subprocess.run(
        [*without_network(), *demo],
        capture_output=True, text=True, timeout=300, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    assert "timers that rang: glaze, glazing, pork, rest" in done.stdout
    assert "  cook  next" in done.stdout
    assert "(interrupted)" not in done.stdout
    sound = soundfile.info(wav)
    assert 120 < sound.duration < 900
