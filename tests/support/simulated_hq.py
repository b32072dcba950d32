"""Headquarters in the simulator: an archive in memory, spoken to through real httpx, that can fail in every way of the matrix.

Two kinds: one keeps the first of a UID, as archives do; the other keeps whatever comes, so that everything sent twice shows.
Refuses to be kind: what it was asked while it had asked to be left alone is written down.
"""

import io
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from functools import lru_cache
from random import Random
from typing import Any
from urllib.parse import parse_qsl, unquote

import httpx
import pydicom
from support.interleaved import turn

from resources.wire.multipart import boundary_of, read_parts
from workstation.sandbox.headquarters import as_multipart, dicom_json, reference

Values = dict[str, Any]
EPOCH = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
JSON = {"Content-Type": "application/dicom+json"}
HTML = b"<!doctype html><title>Welcome to HotelNet</title>"
LEVELS = {"studies": "StudyInstanceUID", "series": "SeriesInstanceUID", "instances": "SOPInstanceUID"}


class Killed(BaseException):
    """The laptop died here (kill -9): nothing of what was under way goes on."""


@dataclass
class Line:
    """The network and the archive behind it. ``now`` is true time in seconds; neither laptop nor archive need agree with it."""

    rng: Random
    repeats_show: bool = False
    rate: float = 0.0
    about_one: bool = False
    """While true only single pictures fare badly: the line and the archive as a whole are well, and a pass goes on."""
    now: float = 0.0
    skew: float = 0.0
    quiet_until: float = 0.0
    may_kill: bool = True
    faults: dict[str, int] = field(default_factory=dict)
    hammered: list[str] = field(default_factory=list)

    def counted(self, name: str) -> None:
        self.faults[name] = self.faults.get(name, 0) + 1


class SimulatedHq(httpx.BaseTransport):
    """The archive and its line as one transport of httpx."""

    def __init__(self, line: Line) -> None:
        self.line = line
        self.held: dict[str, list[bytes]] = {}
        self.ever: set[str] = set()
        self.late: list[list[bytes]] = []
        self.altered: set[bytes] = set()
        """What somebody at headquarters has made of a picture: whoever sends it again does not put that right."""
        self.unsearched: set[str] = set()
        """Studies that its search for a person does not find: who wants them has to know them."""
        self.said: httpx.Response | None = None
        self.shown: list[httpx.Response] = []
        """What it answered to questions: the last, and the one before."""

    # --- what it keeps ------------------------------------------------------------------------------------------------

    def keep(self, parts: list[bytes]) -> None:
        for part in parts:
            uid = seen(part).names["SOPInstanceUID"]
            self.ever.add(uid)
            held = self.held.setdefault(uid, [])
            if self.line.repeats_show or not held:
                held.append(part)

    def copy(self) -> dict[str, list[bytes]]:
        return {uid: list(parts) for uid, parts in self.held.items()}

    def alter(self, uid: str) -> None:
        """Somebody at headquarters puts it under somebody else."""
        data_set = pydicom.dcmread(io.BytesIO(self.held[uid][-1]))
        data_set.PatientID = "SOMEBODY-ELSE"
        out = io.BytesIO()
        data_set.save_as(out)
        self.held[uid] = [out.getvalue()]
        self.altered.add(out.getvalue())

    def otherwise(self) -> set[str]:
        """What it has otherwise than it was sent."""
        return {uid for uid, parts in self.held.items() if self.altered.intersection(parts)}

    def doubled(self) -> list[str]:
        return [uid for uid, parts in self.held.items() if len(parts) > 1]

    # --- one request --------------------------------------------------------------------------------------------------

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        line = self.line
        if line.now < line.quiet_until:
            line.hammered.append(f"{line.quiet_until - line.now:.1f} s too early: {request.method} {request.url.path}")
        self._others_go_first(request)
        if self.late and line.rng.random() < 0.5:
            self.keep(self.late.pop())
        if line.rng.random() >= line.rate:
            return self._answer(request, drawn(request))
        kinds = self._kinds(request)
        if not kinds:
            return self._answer(request, drawn(request))
        kind = line.rng.choice(kinds)
        if kind in DEATHS and not line.may_kill:
            kind = "no way"
        line.counted(kind)
        return FAULTS[kind](self, request)

    def _others_go_first(self, request: httpx.Request) -> None:
        """Others are on their way as well. What was under way when the laptop died may arrive all the same."""
        try:
            turn()
        except Killed:
            if self.line.rng.random() < 0.5:
                self.line.counted("killed, and it arrived")
                self._answer(request, drawn(request))
            raise

    def _kinds(self, request: httpx.Request) -> list[str]:
        """What may go wrong with this request."""
        is_post = request.method == "POST"
        if self.line.about_one:
            is_probe = request.url.query == b"limit=1"
            kinds = () if is_probe else POST_ABOUT_ONE if is_post else GET_ABOUT_ONE
        else:
            kinds = (*ANY, *(ON_POST if is_post else ON_GET))
        return [kind for kind in kinds if not (self.line.repeats_show and kind in NEEDS_UIDS)]

    def _answer(self, request: httpx.Request, body: bytes) -> httpx.Response:
        if request.method == "POST":
            parts = parts_of(request, body)
            self.keep(parts)
            self.said = self.listed(parts)
            return self.listed(parts)
        self.shown = [*self.shown[-1:], self._get(request)]
        return self.shown[-1]

    def listed(self, stored: list[bytes], failed: list[bytes] = [], reason: int = 0xA700) -> httpx.Response:  # noqa: B006
        content = {}
        if stored:
            content["00081199"] = {"vr": "SQ", "Value": [seen(part).reference for part in stored]}
        if failed:
            why = {"00081197": {"vr": "US", "Value": [reason]}}
            content["00081198"] = {"vr": "SQ", "Value": [seen(part).reference | why for part in failed]}
        return self.json(content, 202 if failed else 200)

    def json(self, content: object, status: int = 200) -> httpx.Response:
        return httpx.Response(status, headers=JSON | self.date(), content=json.dumps(content).encode())

    def showing(self, parts: list[bytes]) -> httpx.Response:
        body = ",".join(seen(part).text for part in parts)
        return httpx.Response(200, headers=JSON | self.date(), content=f"[{body}]".encode())

    def date(self) -> dict[str, str]:
        return {"Date": format_datetime(EPOCH + timedelta(seconds=self.line.now + self.line.skew), usegmt=True)}

    def _get(self, request: httpx.Request) -> httpx.Response:
        path, _, query = str(request.url.raw_path, "ascii").partition("?")
        parts = unquote(path).split("/dicom-web/")[-1].strip("/").split("/")
        here = [held[-1] for held in self.held.values() if held and _is_at(held[-1], parts)]
        if parts[-1] == "metadata":
            return self.showing(here) if here else httpx.Response(404)
        if parts[-1] in LEVELS:
            asked = dict(parse_qsl(query))
            found = [part for part in here if _matches(part, asked)]
            if "PatientID" in asked:
                found = [part for part in found if seen(part).names[LEVELS["studies"]] not in self.unsearched]
            alone = list({seen(part).names[LEVELS[parts[-1]]]: part for part in found}.values())
            start = int(asked.get("offset", 0))
            return self.showing(alone[start : start + int(asked.get("limit", 1000))])
        if not here:
            return httpx.Response(404)
        status, headers, content = as_multipart(here)
        return httpx.Response(status, headers=headers, content=content)


@dataclass(frozen=True, slots=True)
class Seen:
    """What an archive knows of one instance: its names, itself as DICOM JSON, the same as text, and as a line of an answer."""

    names: dict[str, str]
    values: Values
    text: str
    reference: Values


@lru_cache(maxsize=500)
def seen(part: bytes) -> Seen:
    """Made once for the same bytes, and forgotten with their life."""
    data_set = pydicom.dcmread(io.BytesIO(part))
    values = dicom_json(data_set)
    names = {keyword: str(data_set.get(keyword, "")) for keyword in (*LEVELS.values(), "PatientID")}
    return Seen(names, values, json.dumps(values), reference(data_set))


def drawn(request: httpx.Request, upto: int | None = None) -> bytes:
    """The body as a socket would draw it: what does not fit its Content-Length is h11's own error (RFC 9112 6.2)."""
    said = int(request.headers.get("Content-Length", 0))
    body = bytearray()
    for chunk in request.stream:  # type: ignore[union-attr]
        body += chunk
        if upto is not None and len(body) >= upto:
            return bytes(body[:upto])
    if len(body) != said:
        raise httpx.LocalProtocolError("Too little or too much data for declared Content-Length")
    return bytes(body)


def parts_of(request: httpx.Request, body: bytes) -> list[bytes]:
    return [b"".join(part) for part in read_parts([body], boundary_of(request.headers["Content-Type"]))]


def _is_at(part: bytes, path: list[str]) -> bool:
    said = dict(zip(path[::2], path[1::2], strict=False))
    names = seen(part).names
    return all(noun not in said or names[keyword] == said[noun] for noun, keyword in LEVELS.items())


def _matches(part: bytes, asked: dict[str, str]) -> bool:
    keys = {key: value for key, value in asked.items() if key not in ("limit", "offset", "includefield")}
    return all(seen(part).names.get(key, "") == value for key, value in keys.items())


# --- the faults -------------------------------------------------------------------------------------------------------

Fault = Callable[[SimulatedHq, httpx.Request], httpx.Response]


def _broken(error: type[httpx.TransportError], *, draw: bool = False) -> Fault:
    def happen(hq: SimulatedHq, request: httpx.Request) -> httpx.Response:
        if draw:
            said = int(request.headers.get("Content-Length", 0))
            drawn(request, hq.line.rng.randrange(said + 1) if said else None)
        raise error("cut", request=request)

    return happen


def _status(status: int, headers: dict[str, str] | None = None, content: bytes = b"") -> Fault:
    def happen(hq: SimulatedHq, request: httpx.Request) -> httpx.Response:
        drawn(request)
        return httpx.Response(status, headers={**(headers or {}), **hq.date()}, content=content)

    return happen


def _busy(status: int, kind: str) -> Fault:
    """Asks to be left alone: as seconds, as a date, or in a way that says nothing."""

    def happen(hq: SimulatedHq, request: httpx.Request) -> httpx.Response:
        drawn(request)
        line = hq.line
        seconds = line.rng.choice((0, 5, 120, 1800, 10**9))
        until = EPOCH + timedelta(seconds=min(line.now + line.skew + seconds, 10**10))
        text = {"seconds": str(seconds), "date": format_datetime(until, usegmt=True), "garbage": "soon", "absent": ""}[
            kind
        ]
        if kind in ("seconds", "date"):
            line.quiet_until = line.now + min(max(seconds, 1), 3600) - 1.5  # a date has whole seconds
        said = {"Retry-After": text} if text else {}
        return httpx.Response(status, headers=hq.date() | said)

    return happen


def _stored_and(error: type[httpx.TransportError]) -> Fault:
    def happen(hq: SimulatedHq, request: httpx.Request) -> httpx.Response:
        hq._answer(request, drawn(request))
        raise error("the answer is lost", request=request)

    return happen


def _stored_later(hq: SimulatedHq, request: httpx.Request) -> httpx.Response:
    hq.late.append(parts_of(request, drawn(request)))
    raise httpx.ReadTimeout("it will be stored after all", request=request)


def _some_stored(hq: SimulatedHq, request: httpx.Request) -> httpx.Response:
    parts = parts_of(request, drawn(request))
    kept = [part for part in parts if hq.line.rng.random() < 0.5]
    hq.keep(kept)
    return hq.listed(
        kept, [part for part in parts if part not in kept], hq.line.rng.choice((0xA700, 0x0110, 0x0122, 0xC000))
    )


def _nothing_stored_but_listed(hq: SimulatedHq, request: httpx.Request) -> httpx.Response:
    return hq.listed(parts_of(request, drawn(request)))


def _said_nothing(hq: SimulatedHq, request: httpx.Request) -> httpx.Response:
    if hq.line.rng.random() < 0.5:
        hq.keep(parts_of(request, drawn(request)))
    return hq.json({})


def _conflict(hq: SimulatedHq, request: httpx.Request) -> httpx.Response:
    hq.keep(parts_of(request, drawn(request)))
    return httpx.Response(409)


def _duplicates(hq: SimulatedHq, request: httpx.Request) -> httpx.Response:
    """Stored, and named as failed for being there already."""
    parts = parts_of(request, drawn(request))
    hq.keep(parts)
    return hq.listed([], parts, 0x0111)


def _another_answer(hq: SimulatedHq, request: httpx.Request) -> httpx.Response:
    """The answer to the request before this one comes again, and this one is lost."""
    drawn(request)
    return hq.said or hq.json({})


def _earlier_answer(hq: SimulatedHq, request: httpx.Request) -> httpx.Response:
    """What was answered to an earlier question comes again, and the answer to this one never."""
    drawn(request)
    return copied(hq.shown[0]) if hq.shown else hq.json([])


def copied(response: httpx.Response) -> httpx.Response:
    """An answer can be read once; this one again."""
    return httpx.Response(response.status_code, headers=response.headers, content=response.content)


def _twice(hq: SimulatedHq, request: httpx.Request) -> httpx.Response:
    """Something on the way repeats the request."""
    body = drawn(request)
    hq.keep(parts_of(request, body))
    return hq._answer(request, body)


def _late(hq: SimulatedHq, request: httpx.Request) -> httpx.Response:
    """The answer is right, and minutes old."""
    whole = hq._answer(request, drawn(request))
    hq.line.now += hq.line.rng.uniform(20, 280)
    return whole


def _asleep(hq: SimulatedHq, request: httpx.Request) -> httpx.Response:
    """The lid was closed in the middle of it: hours later the connection is dead, and it was done, or was not."""
    body = drawn(request)
    if request.method == "POST" and hq.line.rng.random() < 0.5:
        hq.keep(parts_of(request, body))
    hq.line.now += hq.line.rng.choice((600, 8 * 3600, 3 * 86400))
    raise httpx.ReadError("the connection is of another place", request=request)


def _other_json(hq: SimulatedHq, request: httpx.Request) -> httpx.Response:
    """A gateway says in JSON that it is not well."""
    drawn(request)
    return httpx.Response(200, headers={"Content-Type": "application/json"}, content=b'{"error": "upstream"}')


def _truncated(hq: SimulatedHq, request: httpx.Request) -> httpx.Response:
    whole = hq._answer(request, drawn(request))
    body = whole.read()
    headers = {name: value for name, value in whole.headers.items() if name.lower() != "content-length"}
    return httpx.Response(whole.status_code, headers=headers, content=body[: hq.line.rng.randrange(len(body) + 1)])


def _not_shown_yet(hq: SimulatedHq, request: httpx.Request) -> httpx.Response:
    drawn(request)
    return hq.json([])


def _bare(hq: SimulatedHq, request: httpx.Request) -> httpx.Response:
    """The query finds it, the answer says nothing about it."""
    whole = hq._answer(request, drawn(request))
    if "json" not in whole.headers.get("Content-Type", ""):
        return whole
    found = json.loads(whole.read())
    return hq.json([{tag: one[tag] for tag in BARE if tag in one} for one in found])


def _died(hq: SimulatedHq, request: httpx.Request) -> httpx.Response:
    raise Killed


def _died_after(hq: SimulatedHq, request: httpx.Request) -> httpx.Response:
    hq._answer(request, drawn(request))
    raise Killed


FAULTS: dict[str, Fault] = {
    "no way": _broken(httpx.ConnectError),
    "no name": _broken(httpx.ConnectError),
    "connect timeout": _broken(httpx.ConnectTimeout),
    "cut in the body": _broken(httpx.ReadError, draw=True),
    "write timeout": _broken(httpx.WriteTimeout, draw=True),
    "no answer": _broken(httpx.ReadTimeout, draw=True),
    "login page": _status(200, {"Content-Type": "text/html"}, HTML),
    "redirect": _status(302, {"Location": "http://login.hotel.example/"}),
    "511": _status(511, {"Content-Type": "text/html"}, HTML),
    "401": _status(401, {"WWW-Authenticate": "Bearer"}),
    "403": _status(403),
    "404": _status(404),
    "400": _status(400),
    "413": _status(413),
    "500": _status(500),
    "502": _status(502, {"Content-Type": "text/html"}, HTML),
    "504": _status(504),
    "503 seconds": _busy(503, "seconds"),
    "503 date": _busy(503, "date"),
    "503 garbage": _busy(503, "garbage"),
    "503 absent": _busy(503, "absent"),
    "429 seconds": _busy(429, "seconds"),
    "stored, answer cut": _stored_and(httpx.ReadError),
    "stored, answer late": _stored_and(httpx.ReadTimeout),
    "stored later": _stored_later,
    "200 with nothing": _status(200),
    "202 with some": _some_stored,
    "listed, not stored": _nothing_stored_but_listed,
    "in neither list": _said_nothing,
    "409 without a word": _conflict,
    "duplicate of itself": _duplicates,
    "another answer": _another_answer,
    "an earlier answer": _earlier_answer,
    "repeated on the way": _twice,
    "answer after minutes": _late,
    "asleep in the middle": _asleep,
    "other JSON": _other_json,
    "truncated": _truncated,
    "not shown yet": _not_shown_yet,
    "shown bare": _bare,
    "killed before the request": _died,
    "killed before the answer": _died_after,
}
BARE = ("00080018", "0020000D", "0020000E")
DEATHS = ("killed before the request", "killed before the answer")
POSTED = (
    "stored, answer cut", "stored, answer late", "stored later", "200 with nothing", "202 with some", "listed, not stored",
    "in neither list", "409 without a word", "duplicate of itself", "another answer", "413", "repeated on the way",
)  # fmt: skip
ON_GET = ("not shown yet", "shown bare", "an earlier answer", "other JSON")
ON_POST = POSTED
ANY = tuple(kind for kind in FAULTS if kind not in POSTED + ON_GET)
POST_ABOUT_ONE = (*POSTED, "400", "403")
GET_ABOUT_ONE = (*ON_GET, "400", "403", "truncated", "answer after minutes")
NEEDS_UIDS = ("stored later", "not shown yet", "404", "an earlier answer", "repeated on the way")
"""No sender can be right against an archive that does not know its UIDs and hides what it has: left out there."""
