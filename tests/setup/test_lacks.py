"""What is said when a library or a Python package is not there, and how to mend it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

from voicecook.cli import main
from voicecook.errors import debian_package, lack_behind

VOSK_ON_BARE_ARM = OSError(
    "cannot load library '/home/cook/.venv/lib/python3.11/site-packages/vosk/libvosk.so': "
    "libatomic.so.1: cannot open shared object file: No such file or directory"
)


@pytest.mark.parametrize(
    ("library", "package"),
    [
        ("libatomic.so.1", "libatomic1"),
        ("libportaudio.so.2", "libportaudio2"),
        ("libgcc_s.so.1", "libgcc-s1"),
        ("libfoo2.so.1", "libfoo2-1"),
    ],
)
def test_a_library_is_in_the_package_of_its_name(library: str, package: str) -> None:
    assert debian_package(library) == package


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (
            VOSK_ON_BARE_ARM,
            "the library libatomic.so.1 is missing. Mend it with: sudo apt-get install libatomic1",
        ),
        (
            OSError("/x/vosk/libvosk.so: cannot open shared object file: No such file"),
            "/x/vosk/libvosk.so is missing. Mend it with: scripts/setup",
        ),
        (
            ModuleNotFoundError("No module named 'numpy'", name="numpy.linalg"),
            "the Python package numpy, or a part of it, is missing. Mend it with: scripts/setup",
        ),
    ],
)
def test_what_lacks_is_named_with_the_command_that_brings_it(
    error: ImportError | OSError, told: str
) -> None:
    assert str(lack_behind(error)) == told


@pytest.mark.parametrize(
    "error", [OSError("disk full"), ImportError("cannot import name", name="voicecook.english")]
)
def test_other_errors_are_no_lack(error: ImportError | OSError) -> None:
    assert lack_behind(error) is None


def test_a_command_that_lacks_a_library_ends_with_exit_3_and_the_cure(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def load(*_: object) -> None:
        raise VOSK_ON_BARE_ARM

    monkeypatch.setattr("voicecook.cli.recipes.run", load)
    assert main(["recipes"]) == 3
    assert capsys.readouterr().err == (
        "voicecook: the library libatomic.so.1 is missing."
        " Mend it with: sudo apt-get install libatomic1\n"
    )


def run_without(package: str, folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run one of our modules where every Python package is but one."""
    for one in Path(sysconfig.get_path("purelib")).iterdir():
        if not one.name.lower().startswith(package):
            (folder / one.name).symlink_to(one)
    return subprocess.run(
        [sys.executable, "-S", "-m", *words],
        cwd=Path(__file__).parents[2],
        env={**os.environ, "PYTHONPATH": str(folder)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.mark.parametrize("package", ["numpy", "vosk"])
def test_doctor_tells_of_a_package_that_was_deleted_and_looks_on(
    package: str, tmp_path: Path
) -> None:
    looked = run_without(package, tmp_path, "voicecook", "doctor", "--state", str(tmp_path))
    assert looked.returncode == 3
    assert looked.stderr == ""
    assert f"Python packages: no {package}\n      Run: scripts/setup" in looked.stdout
    assert looked.stdout.count("scripts/setup") >= 2
    assert "diary" in looked.stdout


def test_the_voice_knows_a_deleted_package_from_a_missing_espeak(tmp_path: Path) -> None:
    (answer,) = run_without(
        "pyttsx3", tmp_path, "voicecook.speaking.voice_process"
    ).stdout.splitlines()
    assert json.loads(answer)["mend"] == "scripts/setup"


def test_other_commands_name_the_package_and_the_cure(tmp_path: Path) -> None:
    looked = run_without("yaml", tmp_path, "voicecook", "recipes")
    assert looked.returncode == 3
    assert looked.stderr == (
        "voicecook: the Python package yaml, or a part of it, is missing."
        " Mend it with: scripts/setup\n"
    )
