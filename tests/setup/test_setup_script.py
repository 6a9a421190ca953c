"""The set-up script with hand-made stand-ins for the machine's tools on its PATH."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TOOLS = [
    "bash",
    "cat",
    "cut",
    "dirname",
    "env",
    "flock",
    "readlink",
    "rm",
    "sha256sum",
    "touch",
    "uname",
]


class Machine:
    """A folder in the place of the checkout, and one in the place of PATH."""

    def __init__(self, folder: Path) -> None:
        self.tree = folder / "voice cook"
        self.tools = folder / "bin"
        (self.tree / "scripts").mkdir(parents=True)
        self.tools.mkdir()
        for script in ("setup", "damaged_packages.py"):
            shutil.copy(ROOT / "scripts" / script, self.tree / "scripts" / script)
        for name in ("pyproject.toml", *(lock.name for lock in ROOT.glob("requirements*.lock"))):
            shutil.copy(ROOT / name, self.tree / name)
        for name in TOOLS:
            (self.tools / name).symlink_to(shutil.which(name) or "")

    def has(self, name: str, does: str) -> None:
        """Put a tool on the PATH: a few lines of shell that write to `log`."""
        tool = self.tools / name
        tool.unlink(missing_ok=True)  # what it was may be a link to the machine's own
        tool.write_text(f"#!/bin/bash\nlog={self.tools}/log\n{does}\n")
        tool.chmod(0o755)

    def set_up(self, kind: str) -> subprocess.CompletedProcess[str]:
        """Run the script from somewhere else, with no standard input and an empty environment."""
        return subprocess.run(
            [self.tree / "scripts/setup", kind],
            cwd="/",
            env={"PATH": str(self.tools), "CI": "true"},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )

    @property
    def log(self) -> str:
        """What the tools wrote."""
        log = self.tools / "log"
        return log.read_text() if log.exists() else ""


PYTHON = r"""
case "$*" in
  *version_info*|*"import venv"*) exit 0 ;;
  *damaged_packages*) exec @PYTHON@ "$@" ;;
  --version) echo "Python 3.12.0" ;;
  *"-m venv"*) /bin/mkdir -p "${!#}/bin"; touch "${!#}/made"; /bin/cp "$0" "${!#}/bin/python" ;;
  *"--require-hashes"*"-dev.lock"*|*"requirements.lock"*)
    for package in pip-1 numpy-2; do
      site="${0%/bin/python}/lib/python3.12/site-packages"
      [ -e "$site/$package.dist-info" ] && continue
      /bin/mkdir -p "$site/$package.dist-info" "$site/$package"
      echo "$package/__init__.py,sha256=,0" >"$site/$package.dist-info/RECORD"
      touch "$site/$package/__init__.py"
    done ;;
esac
echo "python $*" >>"$log"
""".replace("@PYTHON@", sys.executable)


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    """Debian with all its packages, and a Python that only writes down what it is asked."""
    machine = Machine(tmp_path)
    machine.has("dpkg-query", "echo installed")
    machine.has("id", "echo 1000")
    machine.has("python3.12", PYTHON)
    return machine


def test_without_root_and_sudo_it_names_the_packages_and_the_command(machine: Machine) -> None:
    machine.has("dpkg-query", 'case "$*" in *espeak*) exit 1 ;; esac; echo installed')
    run = machine.set_up("run")
    assert run.returncode == 3
    assert "apt-get install --no-install-recommends --no-remove espeak-ng\n" in run.stderr


def test_as_root_it_installs_only_what_is_missing(machine: Machine) -> None:
    machine.has("dpkg-query", 'case "$*" in *libportaudio2*) exit 1 ;; esac; echo installed')
    machine.has("id", "echo 0")
    machine.has("apt-get", 'echo "apt-get $*" >>"$log"')
    machine.set_up("run")
    installs = [line for line in machine.log.splitlines() if " install " in line]
    assert [line.split()[-1] for line in installs if "apt-get" in line] == ["libportaudio2"]


def test_sudo_that_refuses_ends_with_the_command(machine: Machine) -> None:
    machine.has("dpkg-query", 'case "$*" in *espeak*) exit 1 ;; esac; echo installed')
    machine.has("sudo", "exit 1")
    run = machine.set_up("run")
    assert run.returncode == 3
    assert "As root, run:" in run.stderr


def test_everything_that_is_missing_is_named_at_once(machine: Machine) -> None:
    machine.has("dpkg-query", "exit 1")
    machine.has("python3.12", "exit 1")
    run = machine.set_up("test")
    for package in ("python3-venv", "libportaudio2", "pulseaudio", "iproute2"):
        assert package in run.stderr


def test_a_desktop_on_pipewire_keeps_it(machine: Machine) -> None:
    machine.has("dpkg-query", 'case "$*" in *pipewire*) echo installed ;; esac')
    run = machine.set_up("test")
    assert " pulseaudio-utils" in run.stderr
    assert " pulseaudio " not in run.stderr


def test_the_pure_tests_need_no_debian_packages_and_no_model(machine: Machine) -> None:
    machine.has("dpkg-query", "exit 1")
    assert machine.set_up("pure").returncode == 0
    assert "model" not in machine.log


def test_without_a_python_that_fits_it_says_which_do(machine: Machine) -> None:
    machine.has("python3.12", "exit 1")
    run = machine.set_up("pure")
    assert run.returncode == 3
    assert "Python 3.11, 3.12 or 3.13 is needed" in run.stderr


def test_the_second_time_nothing_is_installed(machine: Machine) -> None:
    machine.set_up("pure")
    assert "requirements-dev.lock" in machine.log
    (machine.tools / "log").unlink()
    assert machine.set_up("pure").returncode == 0
    assert machine.log == ""


def test_a_changed_lock_is_installed_over_what_is_there(machine: Machine) -> None:
    machine.set_up("pure")
    made = machine.tree / ".venv/made"
    made.unlink()
    with (machine.tree / "requirements.lock").open("a") as lock:
        lock.write("another==1.0\n")
    (machine.tools / "log").unlink()
    machine.set_up("pure")
    assert "requirements-dev.lock" in machine.log
    assert not made.exists()


def test_what_an_interrupted_set_up_left_is_made_afresh(machine: Machine) -> None:
    machine.set_up("pure")
    (machine.tree / ".venv/.ready").unlink()
    (machine.tree / ".venv/made").unlink()
    machine.set_up("pure")
    assert (machine.tree / ".venv/made").exists()


def test_a_failed_install_leaves_no_mark_that_all_is_well(machine: Machine) -> None:
    machine.has("python3.12", PYTHON + 'case "$*" in *editable*) exit 1 ;; esac')
    run = machine.set_up("pure")
    assert run.returncode == 3
    assert "could not be installed" in run.stderr
    assert not (machine.tree / ".venv/.ready").exists()


def test_when_uv_cannot_be_had_plain_pip_does_it(machine: Machine) -> None:
    machine.has("python3.12", PYTHON + 'case "$*" in *uv.lock*) exit 1 ;; esac')
    run = machine.set_up("pure")
    assert run.returncode == 0
    assert "plain pip" in run.stdout
    assert "--require-hashes --requirement" in machine.log


def test_a_package_that_was_deleted_comes_anew(machine: Machine) -> None:
    machine.set_up("pure")
    package = machine.tree / ".venv/lib/python3.12/site-packages/numpy-2"
    shutil.rmtree(package)
    assert "numpy-2 is damaged and comes anew" in machine.set_up("pure").stdout
    assert (package / "__init__.py").exists()
    assert machine.set_up("pure").stdout == ""


def test_a_package_whose_record_was_deleted_comes_anew(machine: Machine) -> None:
    machine.set_up("pure")
    record = machine.tree / ".venv/lib/python3.12/site-packages/numpy-2.dist-info"
    shutil.rmtree(record)
    machine.set_up("pure")
    assert record.exists()


def test_without_its_pip_a_venv_is_made_afresh(machine: Machine) -> None:
    machine.set_up("pure")
    shutil.rmtree(machine.tree / ".venv/lib/python3.12/site-packages/pip-1")
    assert "making .venv" in machine.set_up("pure").stdout


def test_a_venv_whose_python_is_gone_is_made_afresh(machine: Machine) -> None:
    machine.set_up("pure")
    (machine.tree / ".venv/bin/python").unlink()
    assert "making .venv" in machine.set_up("pure").stdout


@pytest.mark.parametrize(("kind", "wanted"), [("aarch64", True), ("x86_64", False)])
def test_64_bit_arm_needs_one_library_more(kind: str, wanted: bool, machine: Machine) -> None:
    machine.has("dpkg-query", "exit 1")
    machine.has("uname", f"echo {kind}")
    assert ("libatomic1" in machine.set_up("run").stderr) == wanted


def test_what_the_tests_need_serves_the_cook_too(machine: Machine) -> None:
    machine.set_up("pure")
    (machine.tools / "log").unlink()
    (machine.tree / ".venv/bin/voicecook").symlink_to(os.devnull)
    machine.set_up("run")
    assert machine.log == ""
