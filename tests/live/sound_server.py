"""A private sound server with a virtual kitchen: a microphone to speak into, a loudspeaker to hear.

The microphone is the monitor of a null sink, `kitchen_mic`: what is played there, the app hears.
The loudspeaker is another null sink, `kitchen_speaker`: its monitor is what the cook would hear.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

RATE = 48_000
MEND = "sudo apt-get install pulseaudio pulseaudio-utils libasound2-plugins"

ALSA = """
</usr/share/alsa/alsa.conf>
pcm.!default { type pulse }
ctl.!default { type pulse }
pcm.kitchen_usb_microphone { type pulse device "kitchen_mic.monitor" }
pcm.kitchen_speakers { type pulse device "kitchen_speaker" }
pcm.kitchen_echo {
    type asym
    playback.pcm kitchen_speakers
    capture.pcm { type pulse device "kitchen_speaker.monitor" }
}
"""
"""What PortAudio sees: a default, a microphone and a loudspeaker apart, and a device that hears
nothing but itself."""

APART = """
</usr/share/alsa/alsa.conf>
pcm.usb_microphone {{ type pulse server "{one}" device "kitchen_mic.monitor" }}
pcm.loud_speakers {{ type pulse server "{other}" device "kitchen_speaker" }}
"""
"""A microphone and a loudspeaker on two servers, so that either can be pulled: one server would
give the other's monitor in place of what is gone."""

ALSA_PLUGIN = "*/alsa-lib/libasound_module_pcm_pulse.so"


class SoundServer:
    """pulseaudio in a folder of its own; `env` is what a process needs to find it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._processes: list[subprocess.Popen[bytes]] = []
        (folder / "asound.conf").write_text(ALSA)
        self.env = {
            "HOME": str(folder),
            "XDG_RUNTIME_DIR": str(folder),
            "PULSE_RUNTIME_PATH": str(folder),
            "PULSE_SERVER": f"unix:{folder}/native",
            "ALSA_CONFIG_PATH": str(folder / "asound.conf"),
        }

    def start(self) -> None:
        """Begin, with both sinks, and wait until it answers. Fails naming the packages it needs."""
        missing = [tool for tool in ("pulseaudio", "pactl", "parec") if not shutil.which(tool)]
        if not any(Path("/usr/lib").glob(ALSA_PLUGIN)):
            missing.append("ALSA's pulse plugin")
        assert not missing, f"{', '.join(missing)} missing; mend it with: {MEND}"
        (self._folder / "native").unlink(missing_ok=True)
        self._begin(self._command())
        self._wait_until_it_answers()
        self._run("pactl", "set-default-sink", "kitchen_speaker")
        self._run("pactl", "set-default-source", "kitchen_mic.monitor")
        for sink in ("kitchen_mic", "kitchen_speaker"):
            self._keep_awake(sink)

    def kill(self) -> None:
        """Gone from one moment to the next, as an unplugged device is."""
        while self._processes:
            process = self._processes.pop()
            process.kill()
            process.wait(timeout=5)

    def freeze(self) -> None:
        """Alive, but it does nothing any more."""
        self._processes[0].send_signal(signal.SIGSTOP)

    def thaw(self) -> None:
        """It goes on where it stopped."""
        self._processes[0].send_signal(signal.SIGCONT)

    def play(self, sound: NDArray[np.int16], rate: int = RATE, sink: str = "kitchen_mic") -> None:
        """Play int16 mono into the virtual microphone, to its end."""
        subprocess.run(
            ["pacat", "--playback", "--raw", *_format(rate), f"--device={sink}"],
            input=sound.tobytes(),
            env=self._whole_env(),
            check=True,
            timeout=60,
        )

    @contextmanager
    def recording(self, source: str = "kitchen_speaker.monitor") -> Iterator[Recording]:
        """What the virtual loudspeaker sounds, as long as the block lasts."""
        process = subprocess.Popen(
            ["parec", "--raw", "--latency-msec=10", *_format(RATE), f"--device={source}"],
            env=self._whole_env(),
            stdout=subprocess.PIPE,
        )
        recording = Recording(process)
        try:
            yield recording
        finally:
            process.terminate()
            recording.wait()

    def _begin(self, command: list[str]) -> None:
        with (self._folder / "log").open("ab") as log:
            self._processes.append(
                subprocess.Popen(
                    ["setpriv", "--pdeathsig", "KILL", *command],  # never left behind
                    env=self._whole_env(),
                    stdout=log,
                    stderr=log,
                )
            )

    def _keep_awake(self, sink: str) -> None:
        """Have the sink run every 10 ms as a sound card does: left alone it moves in 2 s steps."""
        nowhere = f"{self._folder}/null"
        Path(nowhere).unlink(missing_ok=True)
        Path(nowhere).symlink_to(os.devnull)
        self._begin(["parec", "--raw", "--latency-msec=10", f"--device={sink}.monitor", nowhere])

    def _command(self) -> list[str]:
        modules = (
            f"module-native-protocol-unix socket={self._folder}/native auth-anonymous=1",
            f"module-null-sink sink_name=kitchen_mic rate={RATE} channels=1",
            f"module-null-sink sink_name=kitchen_speaker rate={RATE} channels=1",
        )
        return [
            "pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no",
            "--disable-shm=yes", "--realtime=no", "--high-priority=no",
            *(part for module in modules for part in ("-L", module)),
        ]  # fmt: skip

    def _wait_until_it_answers(self) -> None:
        until = time.monotonic() + 15
        while self._run("pactl", "list", "short", "sinks", check=False).count("kitchen_") < 2:
            assert time.monotonic() < until, (self._folder / "log").read_text()
            time.sleep(0.1)

    def _run(self, *command: str, check: bool = True) -> str:
        done = subprocess.run(
            command, env=self._whole_env(), check=check, capture_output=True, text=True, timeout=10
        )
        return done.stdout

    def _whole_env(self) -> dict[str, str]:
        return {**os.environ, **self.env}


class Recording:
    """Sound that is being recorded, and when each piece of it came."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self._process = process
        self._pieces: list[tuple[float, NDArray[np.int16]]] = []
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    @property
    def samples(self) -> NDArray[np.int16]:
        """All of it so far, int16 mono at `RATE`."""
        return np.concatenate([np.zeros(0, np.int16), *(piece for _, piece in self._pieces)])

    def last_loud(self, since: float, until: float, above: int = 300) -> float:
        """When the last piece louder than `above` came, as `time.monotonic` counts."""
        return max(
            (at for at, piece in self._pieces if since < at < until and np.ptp(piece) > 2 * above),
            default=since,
        )

    def wait(self) -> None:
        """Wait for the recorder's end."""
        self._process.wait(timeout=10)
        self._reader.join(timeout=10)

    def _read(self) -> None:
        assert self._process.stdout is not None
        pipe = self._process.stdout.fileno()
        rest = b""
        while raw := os.read(pipe, 960):
            rest += raw
            whole = len(rest) // 2 * 2
            self._pieces.append((time.monotonic(), np.frombuffer(rest[:whole], np.int16)))
            rest = rest[whole:]


def _format(rate: int) -> list[str]:
    return ["--format=s16le", f"--rate={rate}", "--channels=1"]
