"""The speech model's files: where they live, and whether they are the right ones."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from voicecook.errors import MissingError, UsageError
from voicecook.files import ONE_MB, at_home, start_of

MODEL_NAME = "vosk-model-small-en-us-0.15"
SUMS_FILE = "model.sha256"

Sums = Mapping[str, str]
"""A file's path inside the model -> its sha256, in hexadecimal."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One file that is not as it should be."""

    path: str
    what: str


def models_home() -> Path:
    """The folder models are kept in: the checkout's own, or the user's data folder."""
    checkout = Path(__file__).resolve().parents[2]
    if (checkout / "pyproject.toml").is_file():
        return checkout / "models"
    data = os.environ.get("XDG_DATA_HOME") or "~/.local/share"
    return at_home(data) / "voicecook" / "models"


@cache
def pinned_sums() -> Sums:
    """The sums of the model voicecook is built for and tested with."""
    return read_sums(Path(__file__).with_name(SUMS_FILE))


def read_sums(file: Path) -> dict[str, str]:
    """A file as `sha256sum` writes it. Raises MissingError for anything else, and for none."""
    sums = {}
    for line in _lines_of(file):
        digest, _, path = line.partition(" ")
        if len(digest) != 64 or not path.strip() or not path.isprintable():
            raise MissingError(f"{file} is not a list of sha256 sums: {line[:80]!r}. {_mend()}.")
        sums[path.strip().removeprefix("*").removeprefix("./")] = digest.lower()
    if not sums:
        raise MissingError(f"{file} is empty, so no model would be whole. {_mend()}.")
    return sums


def _lines_of(file: Path) -> list[str]:
    try:
        raw = start_of(file)
    except UsageError as error:
        raise MissingError(f"{error}. {_mend()}.") from None
    if len(raw) > ONE_MB:
        raise MissingError(f"{file} is too large for a list of sha256 sums. {_mend()}.")
    return raw.decode("utf-8", "replace").strip().splitlines()


def model_path() -> Path:
    """The speech model's folder, checked. Raises MissingError, which names the mending command.

    `VOICECOOK_MODEL` names another folder; a model of one's own has its sums in it, in
    `model.sha256`. A model that was checked before costs a look at each file's size and times;
    a changed one is checked again in full.
    """
    folder, sums = chosen_model()
    if not folder.is_dir():
        raise MissingError(f"the speech model is not here: no folder {folder}. {_mend()}.")
    stamp = folder.parent / f".{folder.name}.verified"
    seen = _state(folder, sums)
    if seen is None or not _stamped(stamp, seen):
        require_intact(folder, sums)
        write_stamp(folder, sums)
    return folder


def chosen_model() -> tuple[Path, Sums]:
    """The folder the model should be in and the sums its files should have."""
    elsewhere = os.environ.get("VOICECOOK_MODEL", "")
    if not elsewhere:
        return models_home() / MODEL_NAME, pinned_sums()
    folder = at_home(elsewhere).absolute()
    own = folder / SUMS_FILE
    return folder, read_sums(own) if own.exists() else pinned_sums()


def require_intact(folder: Path, sums: Sums) -> None:
    """Raise MissingError unless every file in `folder` has its sum."""
    faults = faults_in(folder, sums)
    if faults:
        first = "; ".join(f"{fault.path} {fault.what}" for fault in faults[:3])
        more = f" and {len(faults) - 3} more" if len(faults) > 3 else ""
        raise MissingError(f"the speech model in {folder} is damaged: {first}{more}. {_mend()}.")


def faults_in(folder: Path, sums: Sums) -> list[Fault]:
    """Every file of the model that is missing or has other contents than it should."""
    faults = []
    for path, digest in sums.items():
        what = _fault(folder / path, digest)
        if what:
            faults.append(Fault(path, what))
    return faults


def write_stamp(folder: Path, sums: Sums) -> None:
    """Remember that this model was checked, so that the next start need not read it all."""
    seen = _state(folder, sums)
    stamp = folder.parent / f".{folder.name}.verified"
    part = stamp.with_suffix(f".{os.getpid()}")
    try:
        part.write_text(json.dumps(seen), encoding="utf-8")
        part.replace(stamp)
    except OSError:
        return  # a model on a read-only disk is checked in full at each start


def _mend() -> str:
    if os.environ.get("VOICECOOK_MODEL"):
        return "Mend VOICECOOK_MODEL, or unset it and run `voicecook model fetch`"
    return "`voicecook model fetch` mends that"


def _fault(file: Path, digest: str) -> str:
    if file.exists() and not file.is_file():
        return "is no file"
    try:
        with file.open("rb") as source:
            found = hashlib.file_digest(source, "sha256").hexdigest()
        if found == digest or _same_text(file, digest):
            return ""
    except FileNotFoundError:
        return "is missing"
    except OSError as error:
        return f"cannot be read ({error.strerror})"
    return "has been changed or cut short"


def _same_text(file: Path, digest: str) -> bool:
    """Whether only line ends differ: the model's two sources disagree about them."""
    is_text = file.suffix == ".conf" or file.name == "README"
    if not is_text or file.stat().st_size > 65536:
        return False
    text = file.read_bytes().replace(b"\r\n", b"\n").rstrip(b"\n")
    return digest in {hashlib.sha256(text + end).hexdigest() for end in (b"", b"\n", b"\n\n")}


def _state(folder: Path, sums: Sums) -> dict[str, list[int | str]] | None:
    """What a look at the files shows, or None if one is not there.

    Writing to any of them changes it.
    """
    try:
        seen = {path: (folder / path).stat() for path in sums}
    except OSError:
        return None
    return {
        path: [sums[path], at.st_size, at.st_mtime_ns, at.st_ctime_ns, at.st_ino]
        for path, at in seen.items()
    }


def _stamped(stamp: Path, seen: dict[str, list[int | str]]) -> bool:
    try:
        return bool(json.loads(start_of(stamp)) == seen)
    except (UsageError, ValueError, RecursionError):
        return False
