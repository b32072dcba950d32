"""A pretend headquarters on loopback: a small DICOMweb archive in memory, whose connection can be cut.

It stores by STOW-RS, answers QIDO-RS and metadata, and gives back by WADO-RS (PS3.18), enough for a station to push to it,
verify, and pull. It is for the sandbox and for tests; it keeps nothing and protects nothing.
"""

import copy
import io
import json
import socket
import ssl
import struct
import threading
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qsl, unquote

import pydicom

from resources.wire.multipart import boundary_of, read_parts

Answer = tuple[int, dict[str, str], bytes]
LEVELS = {"studies": "StudyInstanceUID", "series": "SeriesInstanceUID", "instances": "SOPInstanceUID"}
NOT_KEYS = ("limit", "offset", "includefield")


class Cut(Exception):
    """The connection ends here without an answer."""


class Archive:
    """Instances by UID, as Part 10 bytes. ``uploads`` names every instance that ever came in, to find what came twice."""

    def __init__(self) -> None:
        self.held: dict[str, bytes] = {}
        self.uploads: list[str] = []
        self.requests: list[str] = []
        self.is_cut = False
        self._lock = threading.Lock()

    def wanted(self, length: int) -> int:
        """How much of a body is read before the connection ends."""
        return 0 if self.is_cut else length

    def answer(self, method: str, target: str, headers: dict[str, str], body: bytes) -> Answer:
        """One request. Raises Cut where the connection ends without an answer."""
        self.requests.append(f"{method} {target}")
        if (early := self.before()) is not None:
            return early
        path, _, query = target.partition("?")
        with self._lock:
            if method == "POST":
                return self.stow(headers, body)
            return self._get(unquote(path).split("/dicom-web/")[-1].strip("/").split("/"), dict(parse_qsl(query)))

    def before(self) -> Answer | None:
        """What is answered before the request is looked at. Raises Cut while the network is gone."""
        if self.is_cut:
            raise Cut
        return None

    def stow(self, headers: dict[str, str], body: bytes) -> Answer:
        """STOW-RS: keep what is new, and list everything as stored."""
        return self.stored([b"".join(part) for part in read_parts([body], boundary_of(headers["content-type"]))])

    def stored(self, parts: list[bytes]) -> Answer:
        """Keep each part under its own UID."""
        rows = []
        for part in parts:
            data_set = read(part)
            uid = str(data_set.SOPInstanceUID)
            self.uploads.append(uid)
            self.held.setdefault(uid, part)
            rows.append(reference(data_set))
        return as_json({"00081199": {"vr": "SQ", "Value": rows}})

    def add(self, part10: bytes) -> None:
        """Put an instance there by other means than STOW."""
        self.held[str(read(part10).SOPInstanceUID)] = part10

    def _get(self, path: list[str], query: dict[str, str]) -> Answer:
        sets = [read(part) for part in self.held.values()]
        here = [data_set for data_set in sets if _is_at(data_set, path)]
        if path[-1] == "metadata":
            return as_json([dicom_json(one) for one in here]) if here else (404, {}, b"")
        if path[-1] in LEVELS:
            found = [one for one in here if _matches(one, query)]
            alone = list({str(one.get(LEVELS[path[-1]])): one for one in found}.values())
            start = int(query.get("offset", 0))
            return as_json([dicom_json(one) for one in alone][start : start + int(query.get("limit", 1000))])
        return as_multipart([self.held[str(one.SOPInstanceUID)] for one in here]) if here else (404, {}, b"")


class _QuietServer(ThreadingHTTPServer):
    """Says nothing about connections that the other side gave up."""

    def handle_error(self, request: object, client_address: object) -> None:
        pass


class PretendHeadquarters:
    """An archive behind real HTTP, or HTTPS, on a free loopback port."""

    def __init__(self, archive: Archive | None = None, tls: ssl.SSLContext | None = None) -> None:
        self.archive = archive or Archive()
        self._server = _QuietServer(("127.0.0.1", 0), _handler(self.archive))
        if tls is not None:
            self._server.socket = tls.wrap_socket(self._server.socket, server_side=True)
        self._thread = threading.Thread(
            target=self._server.serve_forever, kwargs={"poll_interval": 0.05}, name="pretend-hq"
        )

    @property
    def url(self) -> str:
        """The DICOMweb root."""
        return f"http://127.0.0.1:{self._server.server_port}/dicom-web"

    def start(self) -> None:
        """Answer from now on."""
        self._thread.start()

    def cut(self) -> None:
        """The network is gone: every connection is reset."""
        self.archive.is_cut = True

    def restore(self) -> None:
        """The network is back."""
        self.archive.is_cut = False

    def stop(self) -> None:
        """Close for good."""
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


def _handler(archive: Archive) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            self._serve(b"")

        def do_POST(self) -> None:
            self._serve(self.rfile.read(archive.wanted(int(self.headers["Content-Length"]))))

        def _serve(self, body: bytes) -> None:
            headers = {name.lower(): value for name, value in self.headers.items()}
            try:
                status, out, content = archive.answer(self.command, self.path, headers, body)
            except Cut:
                self._reset()
                return
            self.send_response(status)
            for name, value in {**out, "Content-Length": str(len(content))}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(content)

        def _reset(self) -> None:
            """End as a lost network does: no goodbye, a reset (SO_LINGER of zero seconds)."""
            self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            self.connection.close()
            self.close_connection = True

        def finish(self) -> None:
            if not self.close_connection or self.connection.fileno() != -1:
                super().finish()

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing: the sandbox prints its own story."""

    return Handler


@cache
def read(part10: bytes) -> pydicom.Dataset:
    """The data set of one Part 10 file, read once: do not change what it gives."""
    return pydicom.dcmread(io.BytesIO(part10))


def reference(data_set: pydicom.Dataset) -> dict[str, Any]:
    """One item of Referenced or Failed SOP Sequence (PS3.18 I)."""
    return {
        "00081150": {"vr": "UI", "Value": [str(data_set.SOPClassUID)]},
        "00081155": {"vr": "UI", "Value": [str(data_set.SOPInstanceUID)]},
    }


def dicom_json(data_set: pydicom.Dataset) -> dict[str, Any]:
    """The data set as DICOM JSON, without its pixels."""
    lean = copy.copy(data_set)
    if "PixelData" in lean:
        del lean.PixelData
    return dict(lean.to_json_dict())


def as_json(content: object, status: int = 200) -> Answer:
    """An answer in DICOM JSON."""
    return (status, {"Content-Type": "application/dicom+json"}, json.dumps(content).encode())


def as_multipart(parts: list[bytes]) -> Answer:
    """An answer of whole instances."""
    head = b"Content-Type: application/dicom\r\n\r\n"
    body = b"".join(b"--frontier\r\n" + head + part + b"\r\n" for part in parts) + b"--frontier--"
    return (200, {"Content-Type": 'multipart/related; type="application/dicom"; boundary=frontier'}, body)


def _is_at(data_set: pydicom.Dataset, path: list[str]) -> bool:
    said = dict(zip(path[::2], path[1::2], strict=False))
    return all(noun not in said or str(data_set.get(keyword, "")) == said[noun] for noun, keyword in LEVELS.items())


def _matches(data_set: pydicom.Dataset, query: dict[str, str]) -> bool:
    asked = {key: value for key, value in query.items() if key not in NOT_KEYS}
    return all(str(data_set.get(key, "")) == value for key, value in asked.items())
