"""The virtual kitchen for tests that listen and speak."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.hearing.conftest import speak
from tests.live.saying import Saying

if TYPE_CHECKING:
    from tests.live.sound_server import SoundServer

__all__ = ["speak"]
SAYING = Saying()


@pytest.fixture
def saying(record_property: Callable[[str, object], None]) -> Iterator[Saying]:
    """One count for the whole run."""
    yield SAYING
    record_property("said", SAYING.said)
    record_property("said again", SAYING.again)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if SAYING.said:
        terminalreporter.write_line(str(SAYING))


@pytest.fixture(scope="session")
def running_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SoundServer]:
    from tests.live.sound_server import SoundServer

    server = SoundServer(tmp_path_factory.mktemp("kitchen"))
    try:
        server.start()
        yield server
    finally:
        server.kill()


@pytest.fixture
def kitchen(running_server: SoundServer, monkeypatch: pytest.MonkeyPatch) -> SoundServer:
    """A running sound server that this process and those it starts will use."""
    for name, value in running_server.env.items():
        monkeypatch.setenv(name, value)
    _look_for_devices_again()
    return running_server


@dataclass(frozen=True)
class Apart:
    """A microphone and a loudspeaker that can be pulled; killing a server pulls its device."""

    microphone: SoundServer
    loudspeaker: SoundServer


@pytest.fixture
def apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Apart]:
    from tests.live.sound_server import APART, SoundServer

    folders = [tmp_path / "microphone", tmp_path / "loudspeaker"]
    for folder in folders:
        folder.mkdir()
    devices = Apart(*map(SoundServer, folders))
    ways = [server.env["PULSE_SERVER"] for server in (devices.microphone, devices.loudspeaker)]
    config = tmp_path / "asound.conf"
    config.write_text(APART.format(one=ways[0], other=ways[1]))
    try:
        devices.microphone.start()
        devices.loudspeaker.start()
        monkeypatch.setenv("ALSA_CONFIG_PATH", os.fspath(config))
        _look_for_devices_again()
        yield devices
    finally:
        devices.microphone.kill()
        devices.loudspeaker.kill()


@pytest.fixture
def no_sound(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine without any sound device."""
    config = tmp_path / "asound.conf"
    config.write_text("pcm.none { type hw card 31 }\n")  # without any pcm, PortAudio aborts
    monkeypatch.setenv("ALSA_CONFIG_PATH", os.fspath(config))
    _look_for_devices_again()


def _look_for_devices_again() -> None:
    from voicecook.sound.devices import rescan

    rescan()
