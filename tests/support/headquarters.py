"""A pretend headquarters: a DICOMweb archive in memory that can misbehave in every way of the fault matrix.

``MemoryHeadquarters().client()`` talks to it without a socket; ``with served(archive) as url`` puts it behind real HTTP.
"""

import copy
import io
import json
import socket
import ssl
import struct
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qsl, unquote

import httpx
import pydicom

from resources.wire.multipart import boundary_of, read_parts
from sync.headquarters import HttpHeadquarters


class Mode(StrEnum):
    """How it behaves from now on."""

    WELL = "well"
    EMPTY_200 = "200 with an empty body, nothing stored"
    HTML_200 = "200 with a login page"
    REDIRECT = "302 to a login page"
    FAILED_202 = "202 with the instance in FailedSOPSequence"
    FAILED_FOR_GOOD = "409 with the instance in FailedSOPSequence, kind not taken"
    SILENT = "200 with the instance in neither list"
    LISTED_ABSENT = "listed as stored, but not there"
    OTHER_PATIENT = "stored under another PatientID"
    OTHER_EYE = "stored with the other laterality"
    BUSY = "503 with Retry-After"
    UNAUTHORIZED = "401"
    OFFLINE = "no connection"
    CUT_BEFORE = "cut before the body is read"
    CUT_MIDDLE = "cut in the middle of the body"
    CUT_AFTER = "stored, and the answer lost"
    CONFLICT_409 = "409 without a word, although it is there"


CUTS = (Mode.OFFLINE, Mode.CUT_BEFORE, Mode.CUT_MIDDLE, Mode.CUT_AFTER)
Answer = tuple[int, dict[str, str], bytes]
HTML: Answer = (200, {"Content-Type": "text/html"}, b"<!doctype html><title>Welcome to HotelNet</title>")
OTHER = {"R": "L", "L": "R"}


class Cut(Exception):
    """The connection ends here without an answer."""


class MemoryHeadquarters:
    """Instances by UID, as Part 10 bytes. ``uploads`` counts every complete body that came in, to find what was sent twice."""

    def __init__(self) -> None:
        self.mode = Mode.WELL
        self.held: dict[str, bytes] = {}
        self.uploads: list[str] = []
        self.requests: list[str] = []
        self._lock = threading.Lock()

    def client(self) -> HttpHeadquarters:
        """A client that reaches this archive without a socket."""
        return HttpHeadquarters("http://127.0.0.1:1/dicom-web", transport=httpx.MockTransport(self._transported))

    def snapshot(self) -> dict[str, bytes]:
        return copy.copy(self.held)

    def restore(self, older: dict[str, bytes]) -> None:
        """Go back to an older state, as after a backup was put back."""
        self.held = copy.copy(older)

    def add(self, part10: bytes) -> None:
        """Put an instance there by other means than STOW."""
        self.held[str(_read(part10).SOPInstanceUID)] = part10

    def answer(self, method: str, target: str, headers: dict[str, str], body: bytes) -> Answer:
        """One request. Raises Cut where the connection ends without an answer."""
        path, _, query = target.partition("?")
        self.requests.append(f"{method} {target}")
        early = self._early_answer()
        if early is not None:
            return early
        with self._lock:
            if method == "POST":
                return self._stow(headers, body)
            return self._get(unquote(path).split("/dicom-web/")[-1].strip("/").split("/"), dict(parse_qsl(query)))

    def _early_answer(self) -> Answer | None:
        match self.mode:
            case Mode.OFFLINE:
                raise Cut
            case Mode.HTML_200:
                return HTML
            case Mode.REDIRECT:
                return (302, {"Location": "http://login.hotel.example/"}, b"")
            case Mode.BUSY:
                return (503, {"Retry-After": "120"}, b"")
            case Mode.UNAUTHORIZED:
                return (401, {"WWW-Authenticate": "Bearer"}, b"")
        return None

    def _stow(self, headers: dict[str, str], body: bytes) -> Answer:
        if self.mode in (Mode.CUT_BEFORE, Mode.CUT_MIDDLE):
            raise Cut
        parts = [b"".join(part) for part in read_parts([body], boundary_of(headers["content-type"]))]
        sets = [_read(part) for part in parts]
        uids = [str(data_set.SOPInstanceUID) for data_set in sets]
        self.uploads += uids
        if self.mode in (Mode.WELL, Mode.OTHER_PATIENT, Mode.OTHER_EYE, Mode.CUT_AFTER, Mode.CONFLICT_409):
            for uid, part in zip(uids, parts, strict=True):
                self.held.setdefault(uid, self._as_stored(part))
        return self._stow_answer(sets)

    def _as_stored(self, part: bytes) -> bytes:
        data_set = pydicom.dcmread(io.BytesIO(part))
        if self.mode is Mode.OTHER_PATIENT:
            data_set.PatientID = "SOMEBODY-ELSE"
        elif self.mode is Mode.OTHER_EYE:
            data_set.ImageLaterality = OTHER.get(str(data_set.get("ImageLaterality", "")), "L")
        else:
            return part
        out = io.BytesIO()
        data_set.save_as(out)
        return out.getvalue()

    def _stow_answer(self, sets: list[pydicom.Dataset]) -> Answer:
        if self.mode is Mode.CUT_AFTER:
            raise Cut
        if self.mode is Mode.EMPTY_200:
            return (200, {}, b"")
        if self.mode is Mode.CONFLICT_409:
            return (409, {}, b"")
        failed = {Mode.FAILED_202: 0xA700, Mode.FAILED_FOR_GOOD: 0x0122}.get(self.mode)
        rows = [] if self.mode is Mode.SILENT else [_reference(data_set, failed) for data_set in sets]
        content = {"00081198" if failed else "00081199": {"vr": "SQ", "Value": rows}} if rows else {}
        return _json(content, {Mode.FAILED_202: 202, Mode.FAILED_FOR_GOOD: 409}.get(self.mode, 200))

    def _get(self, path: list[str], query: dict[str, str]) -> Answer:
        sets = [_read(part) for part in self.held.values()]
        if path[-1] == "metadata":
            found = [data_set for data_set in sets if _at(data_set, path)]
            return _json([_dicom_json(data_set) for data_set in found]) if found else (404, {}, b"")
        if path[-1] in ("instances", "studies"):
            found = [data_set for data_set in sets if _at(data_set, path) and _matches(data_set, query)]
            if path[-1] == "studies":
                found = list({str(data_set.StudyInstanceUID): data_set for data_set in found}.values())
            start = int(query.get("offset", 0))
            return _json([_dicom_json(one) for one in found][start : start + int(query.get("limit", 1000))])
        parts = [self.held[str(data_set.SOPInstanceUID)] for data_set in sets if _at(data_set, path)]
        return _multipart(parts) if parts else (404, {}, b"")

    def _transported(self, request: httpx.Request) -> httpx.Response:
        headers = {name.lower(): value for name, value in request.headers.items()}
        try:
            sent = self._drawn(request)
            status, out, body = self.answer(request.method, str(request.url.raw_path, "ascii"), headers, sent)
        except Cut as cut:
            raise (httpx.ConnectError if self.mode is Mode.OFFLINE else httpx.ReadError)("cut") from cut
        return httpx.Response(status, headers=out, content=body)

    def _drawn(self, request: httpx.Request) -> bytes:
        """The body, as far as this mode lets it come."""
        if self.mode is Mode.OFFLINE:
            raise Cut
        if request.method == "POST" and self.mode is Mode.CUT_MIDDLE:
            next(iter(request.stream))  # type: ignore[call-overload]
            raise Cut
        return request.read()


@cache
def _read(part10: bytes) -> pydicom.FileDataset:
    """Parsed once: do not change what it gives."""
    return pydicom.dcmread(io.BytesIO(part10))


def _reference(data_set: pydicom.Dataset, failed: int | None) -> dict[str, Any]:
    row: dict[str, Any] = {
        "00081150": {"vr": "UI", "Value": [str(data_set.SOPClassUID)]},
        "00081155": {"vr": "UI", "Value": [str(data_set.SOPInstanceUID)]},
    }
    return row | ({"00081197": {"vr": "US", "Value": [failed]}} if failed else {})


def _at(data_set: pydicom.Dataset, path: list[str]) -> bool:
    """Whether the data set lies below ``studies/{}/series/{}/instances/{}``, as far as the path goes."""
    said = dict(zip(path[::2], path[1::2], strict=False))
    keywords = {"studies": "StudyInstanceUID", "series": "SeriesInstanceUID", "instances": "SOPInstanceUID"}
    return all(
        str(data_set.get(keyword, "")) == said.get(noun, str(data_set.get(keyword, "")))
        for noun, keyword in keywords.items()
    )


def _matches(data_set: pydicom.Dataset, query: dict[str, str]) -> bool:
    asked = {key: value for key, value in query.items() if key not in ("limit", "offset", "includefield")}
    return all(str(data_set.get(key, "")) == value for key, value in asked.items())


def _dicom_json(data_set: pydicom.Dataset) -> dict[str, Any]:
    lean = copy.copy(data_set)
    if "PixelData" in lean:
        del lean.PixelData
    return dict(lean.to_json_dict())


def _json(content: Any, status: int = 200) -> Answer:
    return (status, {"Content-Type": "application/dicom+json"}, json.dumps(content).encode())


def _multipart(parts: list[bytes]) -> Answer:
    head = b"Content-Type: application/dicom\r\n\r\n"
    body = b"".join(b"--frontier\r\n" + head + part + b"\r\n" for part in parts) + b"--frontier--"
    return (200, {"Content-Type": 'multipart/related; type="application/dicom"; boundary=frontier'}, body)


class QuietServer(ThreadingHTTPServer):
    """Says nothing about connections that the other side gave up."""

    def handle_error(self, request: object, client_address: object) -> None:
        pass


@contextmanager
def served(archive: MemoryHeadquarters, tls: ssl.SSLContext | None = None) -> Iterator[str]:
    """The archive behind real HTTP (or HTTPS) on a free loopback port; cuts are real resets of the connection."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            self._serve(b"")

        def do_POST(self) -> None:
            length = int(self.headers["Content-Length"])
            if archive.mode in CUTS:
                wanted = {Mode.CUT_MIDDLE: length // 2, Mode.CUT_AFTER: length}.get(archive.mode, 0)
                body = self.rfile.read(wanted)
            else:
                body = self.rfile.read(length)
            self._serve(body)

        def _serve(self, body: bytes) -> None:
            headers = {name.lower(): value for name, value in self.headers.items()}
            try:
                status, out, content = archive.answer(self.command, self.path, headers, body)
            except Cut:
                self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                self.connection.close()
                self.close_connection = True
                return
            self.send_response(status)
            for name, value in {**out, "Content-Length": str(len(content))}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(content)

        def finish(self) -> None:
            if not self.close_connection or self.connection.fileno() != -1:
                super().finish()

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = QuietServer(("127.0.0.1", 0), Handler)
    if tls is not None:
        server.socket = tls.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/dicom-web"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
