"""A pretend headquarters: a DICOMweb archive in memory that can misbehave in every way of the fault matrix.

``MemoryHeadquarters().client()`` talks to it without a socket; ``with served(archive) as url`` puts it behind real HTTP.
"""

import copy
import io
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from typing import Any

import httpx
import pydicom

from resources.wire.multipart import boundary_of, read_parts
from sync.headquarters import HttpHeadquarters
from workstation.sandbox.headquarters import Answer, Archive, Cut, PretendHeadquarters, as_json, read, reference


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
HTML: Answer = (200, {"Content-Type": "text/html"}, b"<!doctype html><title>Welcome to HotelNet</title>")
OTHER = {"R": "L", "L": "R"}


class MemoryHeadquarters(Archive):
    """The sandbox's archive, which misbehaves as its mode says."""

    def __init__(self) -> None:
        super().__init__()
        self.mode = Mode.WELL

    def client(self) -> HttpHeadquarters:
        """A client that reaches this archive without a socket."""
        return HttpHeadquarters("http://127.0.0.1:1/dicom-web", transport=httpx.MockTransport(self._transported))

    def snapshot(self) -> dict[str, bytes]:
        return copy.copy(self.held)

    def restore(self, older: dict[str, bytes]) -> None:
        """Go back to an older state, as after a backup was put back."""
        self.held = copy.copy(older)

    def wanted(self, length: int) -> int:
        if self.mode in CUTS:
            return {Mode.CUT_MIDDLE: length // 2, Mode.CUT_AFTER: length}.get(self.mode, 0)
        return length

    def before(self) -> Answer | None:
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

    def stow(self, headers: dict[str, str], body: bytes) -> Answer:
        if self.mode in (Mode.CUT_BEFORE, Mode.CUT_MIDDLE):
            raise Cut
        parts = [b"".join(part) for part in read_parts([body], boundary_of(headers["content-type"]))]
        sets = [read(part) for part in parts]
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
        rows = [] if self.mode is Mode.SILENT else [_answered(data_set, failed) for data_set in sets]
        content = {"00081198" if failed else "00081199": {"vr": "SQ", "Value": rows}} if rows else {}
        return as_json(content, {Mode.FAILED_202: 202, Mode.FAILED_FOR_GOOD: 409}.get(self.mode, 200))

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


def _answered(data_set: pydicom.Dataset, failed: int | None) -> dict[str, Any]:
    return reference(data_set) | ({"00081197": {"vr": "US", "Value": [failed]}} if failed else {})


@contextmanager
def served(archive: MemoryHeadquarters, tls: ssl.SSLContext | None = None) -> Iterator[str]:
    """The archive behind real HTTP (or HTTPS) on a free loopback port; cuts are real resets of the connection."""
    headquarters = PretendHeadquarters(archive, tls)
    headquarters.start()
    try:
        yield headquarters.url
    finally:
        headquarters.stop()
