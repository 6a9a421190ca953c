"""A tiny model, archives that hold it, and a web server on this machine that serves them."""

from __future__ import annotations

import hashlib
import threading
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from voicecook.model.files import Sums
from voicecook.model.sources import Archive, Web

MODEL: Mapping[str, bytes] = {
    "README": b"a tiny model\n",
    "am/final.mdl": bytes(range(256)) * 2000,
    "conf/model.conf": b"--beam=10.0",
}
SUMS: Sums = {path: hashlib.sha256(data).hexdigest() for path, data in MODEL.items()}


def write_model(folder: Path) -> Path:
    """The tiny model, unpacked."""
    for path, data in MODEL.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    return folder


def write_zip(file: Path, members: Mapping[str, bytes], prefix: str = "tiny/") -> Archive:
    """A stored zip file of these members."""
    with zipfile.ZipFile(file, "w") as archive:
        for path, data in members.items():
            archive.writestr(prefix + path, data)
    return archive_of(file, prefix)


def archive_of(file: Path, prefix: str = "tiny/") -> Archive:
    """The file as a pinned archive."""
    data = file.read_bytes()
    return Archive(file.name, len(data), hashlib.sha256(data).hexdigest(), prefix)


class Site:
    """What the web server does: it serves `data`, and breaks off each answer after `cut` bytes."""

    def __init__(self, data: bytes, cut: int | None = None, ranges: bool = True) -> None:
        self.data = data
        self.cut = cut
        self.ranges = ranges
        self.url = ""
        self.asked: list[str] = []
        """The Range header of each request, "" where there was none."""

    def web(self, archive: Archive) -> Web:
        """The source that fetches from here."""
        return Web("a test's site", self.url, archive)


@contextmanager
def served(site: Site) -> Iterator[Site]:
    """The site, on a port of 127.0.0.1."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            wanted = self.headers.get("Range", "")
            site.asked.append(wanted)
            start = int(wanted[6:-1]) if wanted and site.ranges else 0
            rest = site.data[start:]
            self.send_response(206 if start else 200)
            if start:
                self.send_header(
                    "Content-Range", f"bytes {start}-{len(site.data) - 1}/{len(site.data)}"
                )
            self.send_header("Content-Length", str(len(rest)))
            self.end_headers()
            self.wfile.write(rest[: site.cut])

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    site.url = f"http://127.0.0.1:{server.server_port}/tiny.zip"
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
