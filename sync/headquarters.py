"""Headquarters as a station sees it, and the one that is spoken to over DICOMweb. The only httpx in the house.

``Headquarters`` is what push, pull and verify need; ``HttpHeadquarters`` translates every failure of the network into a Problem.
Refuses: to send a token over an open line, to follow a redirect, to skip TLS verification, to call anything stored.
"""

import ipaddress
import socket
import ssl
import threading
import time
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Protocol, TypeVar
from urllib.parse import quote
from urllib.request import getproxies, proxy_bypass

import httpx

from resources.problems import (
    Conflict,
    Damaged,
    Invalid,
    NotFound,
    Offline,
    Portal,
    Problem,
    Refused,
    TooLarge,
    Unauthorized,
    Unavailable,
    Unsupported,
)
from resources.wire import tus
from resources.wire.dicomjson import DataSet, read_data_set, read_data_sets
from resources.wire.multipart import Piece, Related, boundary_of, media_type, read_parts
from sync.answers import Place, StowAnswer, StudyAtHq, place, stow_answer, study
from sync.quoting import LARGEST, quoting, words_of
from sync.retry import http_date, retry_after

JSON_TYPES = ("application/dicom+json", "application/json")
DICOM = "application/dicom"
ALWAYS = {"Accept-Encoding": "identity", "Cache-Control": "no-cache"}
"""RFC 9111 5.2.1.4: what is asked is asked now. HAPI FHIR answers a search of the last minute again where this is not said."""
STORED_AS_IT_IS = f'multipart/related; type="{DICOM}"; transfer-syntax=*'
SLOWEST = 10_000  # bytes per second that we still wait for
LARGEST_ANSWER = 64 << 20
LONGEST_ANSWER = 300.0
STALL = 45.0
DRIP = 500  # bytes per second

JPEG = "image/jpeg"
EDGE = 900
LARGEST_PAGE = 16 << 20
TOO_LARGE = "A page of the list of headquarters is too large."
LARGEST_PREVIEW = 1 << 20
RENDERS_NOTHING = (404, 405, 406, 429, 501, 503)
"""Whoever renders may be busy while the archive is not: then there are no previews, and the originals are asked for as ever."""
PAGE = 200
T = TypeVar("T")

Sink = Callable[[Iterator[bytes]], None]
"""Takes the bytes of one instance. The iterator raises a Problem when they are cut: keep nothing before it has ended."""


class Ambiguous(Unavailable):
    """The line broke after bytes had been sent: headquarters may or may not have stored them. Ask before sending again."""

    def __init__(self, cause: Problem, carried: int = 0) -> None:
        super().__init__(cause.sentence, retry_after=getattr(cause, "retry_after", None))
        self.cause = cause
        self.carried = carried
        """Bytes of one whole request that had been handed to the line; 0 where nobody counted."""


@dataclass(frozen=True, slots=True)
class Outgoing:
    """One instance to be sent: ``open`` gives its Part 10 bytes from the start, exactly ``length`` of them, at each call."""

    instance_uid: str
    length: int
    open: Callable[[], Iterable[bytes]]


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer that is to be read, whatever its status. Names of headers are in small letters."""

    status: int
    headers: Mapping[str, str]
    body: bytes


class Headquarters(Protocol):
    """What sync asks of an archive. Every method may raise Offline, Portal, Unauthorized, Refused or Unavailable."""

    def probe(self) -> None:
        """Return when a DICOMweb archive answered."""

    def stow(self, instances: Sequence[Outgoing]) -> StowAnswer:
        """Send instances. Raises Ambiguous once a byte of the body has gone and no answer per instance came back."""

    def takes_pieces(self) -> bool:
        """Whether it is an Eyecamp station, which takes large pictures in pieces."""

    def upload(self, method: str, target: str, headers: Mapping[str, str], body: bytes = b"") -> "Reply":
        """One request about an upload in pieces (``chunks``)."""

    def find_instance(self, instance_uid: str) -> list[Place]:
        """Where an instance of this UID is; an empty list says that headquarters knows none."""

    def find_studies(self, patient_id: str) -> list[StudyAtHq]:
        """The studies under exactly this PatientID."""

    def instances(self, study_uid: str) -> list[Place]:
        """The instances of a study."""

    def metadata(self, at: Place) -> DataSet | None:
        """The attributes of one instance, without bulk data; ``None`` when it is not there."""

    def fetch(self, at: Place, sink: Sink) -> None:
        """Bring one instance as it is stored. Raises NotFound, or Damaged when the answer was cut."""

    def preview(self, at: Place) -> bytes | None:
        """A small JPEG of one instance; ``None`` where there is none of it. Raises Unsupported where it makes none at all."""

    def talk(
        self, method: str, target: str, headers: Mapping[str, str], body: bytes = b"", *, also: Collection[int] = ()
    ) -> Reply:
        """One small request about something else than pictures. Raises Ambiguous when something may have been written."""

    def close(self) -> None:
        """Let go of connections."""


class HttpHeadquarters:
    """A DICOMweb archive at ``url``. Several threads may talk through one object; once it was told to wait, none of them does."""

    def __init__(
        self,
        url: str,
        *,
        token: str = "",
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
        stopwatch: Callable[[], float] = time.monotonic,
        transport: httpx.BaseTransport | None = None,
        dated: Callable[[datetime], None] = lambda _: None,
        carried: Callable[[int], None] = lambda _: None,
    ) -> None:
        address = checked_url(url, token)
        self._url = str(address.copy_with(userinfo=b"")).rstrip("/")
        self._clock = clock
        self._stopwatch = stopwatch
        self._dated = dated
        """Hears what headquarters' clock says with each DICOM answer (hazard HZ-26)."""
        self._carried = carried
        """Hears of every byte of a body that went or came."""
        self._lines: list[Any] = []
        self._opening = threading.Lock()
        self._is_closed = False
        self._quiet_until: float | None = None
        self._takes_pieces: bool | None = None
        self._client = httpx.Client(
            headers=ALWAYS | ({"Authorization": f"Bearer {token}"} if token else {}),
            auth=(address.username, address.password) if address.userinfo and not token else None,
            follow_redirects=False,
            trust_env=False,
            transport=transport or _transport(address),
        )

    def close(self) -> None:
        """Let go of connections. May be called from another thread: whoever waits for an answer then meets a broken line."""
        with self._opening:
            self._is_closed = True
            lines, self._lines = self._lines, []
        for line in lines:
            _shut(line)
        self._client.close()

    def _trace(self, event: str, info: Mapping[str, Any]) -> None:
        """httpx tells of each new line; we keep it, for only a socket that is shut down wakes a thread that reads from it."""
        if event not in ("connection.connect_tcp.complete", "connection.start_tls.complete"):
            return
        with self._opening:
            self._lines = [*(line for line in self._lines if _is_open(line)), info["return_value"]]
            if self._is_closed:
                _shut(info["return_value"])

    def _keep_quiet(self) -> None:
        """While headquarters wants to be left alone no thread asks again, whoever was told so."""
        left = self._quiet_until - self._stopwatch() if self._quiet_until is not None else 0.0
        if left > 0:
            raise Unavailable(BUSY, retry_after=left)

    def probe(self) -> None:
        """One small query; anything but a DICOM answer raises the Problem that it shows."""
        self._query("studies?limit=1", absent_is_empty=False)

    def find_instance(self, instance_uid: str) -> list[Place]:
        """QIDO-RS by SOP Instance UID; answers for other UIDs are ignored."""
        found = self._query(f"instances?SOPInstanceUID={raw(instance_uid)}")
        return [at for at in map(place, found) if at.instance_uid == instance_uid]

    def find_studies(self, patient_id: str) -> list[StudyAtHq]:
        """QIDO-RS by PatientID; what a lenient archive adds is left out."""
        fields = "&".join(f"includefield={tag}" for tag in ("00100021", "00100030", "00100040"))
        found = map(study, self._query(f"studies?PatientID={raw(patient_id)}&{fields}"))
        return [one for one in found if one.identity.patient_id == patient_id and one.study_uid]

    def instances(self, study_uid: str) -> list[Place]:
        """QIDO-RS for the instances of one study, page by page until a page brings little that is new."""
        known: dict[str, Place] = {}
        while True:
            page = self._query(f"studies/{raw(study_uid)}/instances?limit={PAGE}&offset={len(known)}")
            fresh = {at.instance_uid: at for at in map(place, page) if at.instance_uid not in known}
            known.update(fresh)
            if len(fresh) < PAGE:
                return [Place(study_uid, at.series_uid, uid) for uid, at in known.items() if uid]

    def metadata(self, at: Place) -> DataSet | None:
        """WADO-RS metadata of one instance; what speaks of another is the answer to another question."""
        found = self._query(f"{_path(at)}/metadata")
        return next((one for one in found if place(one).instance_uid == at.instance_uid), None)

    def stow(self, instances: Sequence[Outgoing]) -> StowAnswer:
        """STOW-RS with an exact Content-Length; the body of a refusal is read too, for 400 may mean "one of two" (Orthanc)."""
        message = Related([Piece(DICOM, one.length, one.open) for one in instances], DICOM)
        body = _Counted(message.body())
        headers = {
            "Content-Type": message.content_type,
            "Content-Length": str(message.length),
            "Accept": "application/dicom+json",
        }
        try:
            with self._exchange("POST", "studies", headers, body, message.length) as response:
                return self._stow_answer(response, [one.instance_uid for one in instances])
        except Portal:
            raise
        except Unavailable as broken:
            if body.begun and broken.retry_after is None:
                raise Ambiguous(broken, body.carried) from broken
            raise

    def fetch(self, at: Place, sink: Sink) -> None:
        """WADO-RS of one instance, streamed to the sink; a single-part answer is as good as a multipart one."""
        with self._exchange("GET", _path(at), {"Accept": STORED_AS_IT_IS}) as response:
            self._raise_for(response)
            kind = response.headers.get("Content-Type", "")
            if media_type(kind).name == DICOM:
                return sink(self._paced(response))
            if not media_type(kind).name.startswith("multipart/"):
                raise Portal(NOT_HEADQUARTERS)
            for part in read_parts(self._paced(response), boundary_of(kind)):
                sink(iter(part))
        return None

    def preview(self, at: Place) -> bytes | None:
        """WADO-RS rendered (PS3.18 10.4.1.1.2), as large as a pane. Many archives cannot: Unsupported says so."""
        target = f"{_path(at)}/rendered?viewport={EDGE},{EDGE}"
        try:
            with self._exchange("GET", target, {"Accept": JPEG}) as response:
                if response.status_code in RENDERS_NOTHING:
                    raise Unsupported("Headquarters makes no small pictures.")
                self._raise_for(response)
                is_jpeg = media_type(response.headers.get("Content-Type", "")).name == JPEG
                picture = self._whole(response) if is_jpeg else b""
        except (Conflict, Damaged, Invalid, NotFound, Refused, Unavailable) as problem:
            if isinstance(problem, Unsupported | Offline | Unauthorized) or getattr(problem, "retry_after", None):
                raise
            return None
        return picture if 0 < len(picture) <= LARGEST_PREVIEW else None

    def talk(
        self, method: str, target: str, headers: Mapping[str, str], body: bytes = b"", *, also: Collection[int] = ()
    ) -> Reply:
        """One small request of another kind than DICOMweb; its answer as it came, where it speaks of the record alone.

        Raises what concerns headquarters as a whole; Ambiguous when something may have been written. ``also``: statuses that
        speak of what was asked for too, whatever their body is.
        """
        sent = {**headers, **({"Content-Length": str(len(body))} if body else {})}
        try:
            with self._exchange(method, target, sent, [body] if body else None, len(body)) as response:
                said_of_one = response.status_code in OF_ONE_RECORD and not _is_html(response)
                if not said_of_one and response.status_code not in also:
                    self._raise_for(response)
                names = {name.lower(): value for name, value in response.headers.items()}
                return Reply(response.status_code, names, self._whole(response))
        except Portal:
            raise
        except Unavailable as broken:
            if method != "GET" and broken.retry_after is None and broken.sentence != NO_WAY:
                raise Ambiguous(broken) from broken
            raise

    def takes_pieces(self) -> bool:
        """Asked once, by OPTIONS, below the address that we were given: whoever else is there does not speak of Tus-Resumable.

        Raises Unavailable for a pause that headquarters asks for: it is meant for what would follow as well.
        """
        if self._takes_pieces is None:
            with self._exchange("OPTIONS", "uploads", {}) as response:
                said = response.headers
                known = {"creation", "checksum"} <= set(said.get("Tus-Extension", "").split(","))
                if response.status_code in (429, 503) and "Retry-After" in said:
                    self._raise_for(response)
                if response.status_code == 429 or response.status_code >= 500:
                    return False
            self._takes_pieces = said.get("Tus-Resumable") == tus.VERSION and known
        return self._takes_pieces

    def upload(self, method: str, target: str, headers: Mapping[str, str], body: bytes = b"") -> Reply:
        """One request about an upload; its answer as it came, where it speaks of that upload alone."""
        sent = {**headers, **({"Content-Length": str(len(body))} if body else {})}
        with self._exchange(method, target, sent, [body] if body else None, len(body)) as response:
            if response.status_code not in OF_ONE_UPLOAD or _is_html(response):
                self._raise_for(response)
            names = {name.lower(): value for name, value in response.headers.items()}
            return Reply(response.status_code, names, self._whole(response))

    def study_metadata(self, study_uid: str) -> list[Place]:
        """The instances of a study by WADO-RS metadata, for services that cannot be searched."""
        return list(map(place, self._query(f"studies/{raw(study_uid)}/metadata", absent_is_empty=False)))

    def fetch_study(self, study_uid: str, sink: Sink) -> None:
        """WADO-RS of a whole study; each instance goes to the sink as it comes: a line that breaks loses only the last."""
        with self._exchange("GET", f"studies/{raw(study_uid)}", {"Accept": STORED_AS_IT_IS}) as response:
            self._raise_for(response)
            kind = response.headers.get("Content-Type", "")
            if not media_type(kind).name.startswith("multipart/"):
                raise Portal(NOT_HEADQUARTERS)
            for part in read_parts(self._paced(response), boundary_of(kind)):
                if part.media_type.name in (DICOM, ""):  # anything else is a picture of a picture
                    sink(iter(part))

    def _query(self, target: str, *, absent_is_empty: bool = True) -> list[DataSet]:
        """GET a list of data sets. No match is 200 with [], 204 (older editions of PS3.18 8.3.4.4.1) or 404 (some servers)."""
        with self._exchange("GET", target, {"Accept": "application/dicom+json"}) as response:
            if response.status_code == 404 and absent_is_empty:
                return []
            self._raise_for(response)
            body = self._whole(response)
            if response.status_code == 204:
                return []
            if not _may_be_json(response):
                raise Portal(NOT_HEADQUARTERS)
            if not body.strip():  # an answer that was cut off at its beginning has not said that there is none
                raise Damaged(CAME_DAMAGED)
            found = read_data_sets(body)
            self._tell_date(response)
            return found

    def _tell_date(self, response: httpx.Response) -> None:
        said = http_date(response.headers.get("Date", ""))
        if said is not None:  # a date that cannot be read says nothing
            self._dated(said.astimezone(UTC))

    def _stow_answer(self, response: httpx.Response, uids: Sequence[str]) -> StowAnswer:
        """Read whatever the status: Orthanc's 400 has no media type, and names the instances that it did store."""
        body = b""
        if response.status_code in STOW_ANSWERS and not _is_html(response):
            body = self._whole(response)
            try:
                return stow_answer(read_data_set(body), uids, "" if response.is_success else words_of(body))
            except Invalid:
                if body.strip() and not _may_be_json(response) and response.is_success:
                    raise Portal(NOT_HEADQUARTERS) from None
                if response.status_code != 400:  # headquarters answered, without a word about any instance
                    return stow_answer(None, uids)
        try:
            self._raise_for(response)
        except (Invalid, Refused) as problem:
            if isinstance(problem, Unauthorized):
                raise
            raise quoting(problem, body or self._start_of(response)) from None
        return stow_answer(None, uids)

    def _start_of(self, response: httpx.Response) -> bytes:
        """As much of a refusal as is worth reading for its reason; nothing is concluded from it, so it may end anywhere."""
        body = bytearray()
        with suppress(httpx.HTTPError, httpx.StreamError):
            for chunk in response.iter_bytes():
                body += chunk
                if len(body) > LARGEST:
                    break
        return bytes(body)

    def _raise_for(self, response: httpx.Response) -> None:
        """Raise the Problem that the status or the media type shows; return when the answer may be read."""
        status = response.status_code
        hold = retry_after(response.headers.get("Retry-After"), response.headers.get("Date"), self._clock())
        if not 200 <= status < 300:
            problem = status_problem(status, hold)
            if isinstance(problem, Unavailable) and problem.retry_after is not None:
                self._quiet_until = self._stopwatch() + problem.retry_after
            raise problem
        if _is_html(response):
            raise Portal(NOT_HEADQUARTERS)

    def _paced(self, response: httpx.Response) -> Iterator[bytes]:
        """A large answer as it comes; one that merely drips is given up, for it would hold us for ever."""
        count, started = 0, self._stopwatch()
        for chunk in response.iter_bytes():
            count += len(chunk)
            elapsed = self._stopwatch() - started
            if elapsed > LONGEST_ANSWER and count < elapsed * DRIP:
                raise Unavailable("Headquarters sends too slowly to be waited for.")
            yield chunk

    def _whole(self, response: httpx.Response) -> bytes:
        """A small answer, under a cap of bytes and of time (a server that sends a byte a second must not hold us for ever)."""
        body, started = bytearray(), self._stopwatch()
        for chunk in response.iter_bytes():
            body += chunk
            if len(body) > LARGEST_ANSWER or self._stopwatch() - started > LONGEST_ANSWER:
                raise Unavailable("Headquarters does not come to an end with its answer.")
        return bytes(body)

    def _address(self, target: str) -> str:
        """Below our address; a whole address (a link that was given to us) only where it leads to the very same server."""
        if "://" not in target.partition("?")[0]:
            return f"{self._url}/{target}"
        if not same_server(target, self._url):
            raise Damaged("Headquarters sent us on to another server. That is not followed.")
        return target

    @contextmanager
    def _exchange(
        self,
        method: str,
        target: str,
        headers: Mapping[str, str],
        content: Iterable[bytes] | None = None,
        size: int = 0,
    ) -> Iterator[httpx.Response]:
        """One request. Failures of the network become Problems, both before and while its answer is read."""
        patience = STALL if content is None else 60.0 + size / SLOWEST
        timeout = httpx.Timeout(connect=10.0, write=30.0, read=patience, pool=10.0)
        url = self._address(target)
        self._keep_quiet()
        asked = self._client.build_request(
            method,
            url,
            headers=headers,
            content=self._told(content),
            timeout=timeout,
            extensions={"trace": self._trace},
        )
        try:
            response = self._client.send(asked, stream=True)
            try:
                yield response
            finally:
                self._carried(response.num_bytes_downloaded)
                response.close()
        except (httpx.HTTPError, httpx.StreamError) as broken:
            raise network_problem(broken) from broken
        except RuntimeError as closed:  # httpx, of a client that another thread has closed
            if not self._client.is_closed:
                raise
            raise Offline("The line to headquarters was closed.") from closed

    def _told(self, content: Iterable[bytes] | None) -> Iterator[bytes] | None:
        """A body, counted as it goes."""
        return None if content is None else (self._counted(chunk) for chunk in content)

    def _counted(self, chunk: bytes) -> bytes:
        self._carried(len(chunk))
        return chunk


STEP = 64 << 10
"""Bytes handed to the line at a time: how far a picture came is known to so many."""


class _Counted:
    """A body that knows how far it was sent."""

    def __init__(self, chunks: Iterator[bytes]) -> None:
        self._chunks = chunks
        self.begun = False
        self.carried = 0

    def __iter__(self) -> Iterator[bytes]:
        for chunk in self._chunks:
            self.begun = True
            for start in range(0, len(chunk), STEP):
                step = chunk[start : start + STEP]
                self.carried += len(step)
                yield step


CAME_DAMAGED = "The answer of headquarters came damaged."
NOT_HEADQUARTERS = "Something answered that is not headquarters, perhaps the login page of this network."
BUSY = "Headquarters is busy."
NO_WAY = "There is no way to headquarters just now."
OF_ONE_RECORD = (400, 403, 404, 405, 409, 410, 412, 413, 415, 422)
"""What a server refuses of one record, and not of all."""
OF_ONE_UPLOAD = (400, 404, 409, 410, 412, 413, 415, 460, 507)
"""What a station refuses of one upload; 403, 405 and the like are said by STOW-RS again."""
STOW_ANSWERS = (200, 202, 400, 409)  # PS3.18 table 10.5.3-1; Orthanc answers 400 although it stored some

STATUS_PROBLEMS: Mapping[int, Callable[[], Problem]] = {
    400: lambda: Invalid("Headquarters did not understand what was sent."),
    401: lambda: Unauthorized("Headquarters does not know this station's token."),
    403: lambda: Refused("Headquarters does not allow this to this station."),
    404: lambda: NotFound("Headquarters has no archive at this address."),
    406: lambda: Unsupported("Headquarters cannot give the picture in the form it is stored in."),
    407: lambda: Portal(NOT_HEADQUARTERS),
    409: lambda: Conflict("Headquarters has something else under this number."),
    410: lambda: NotFound("Headquarters has removed this."),
    411: lambda: Unsupported("Headquarters does not take pictures in this form."),
    413: lambda: TooLarge("This picture is larger than headquarters takes."),
    415: lambda: Unsupported("Headquarters does not take pictures in this form."),
    505: lambda: Unsupported("Headquarters does not take pictures in this form."),
    511: lambda: Portal(NOT_HEADQUARTERS),  # Network Authentication Required, RFC 6585
}


def status_problem(status: int, hold: float | None) -> Problem:
    """What an HTTP status that is no success says. A redirect is never followed: it leads away from headquarters."""
    if status in STATUS_PROBLEMS:
        return STATUS_PROBLEMS[status]()
    if 300 <= status < 400:
        return Portal(NOT_HEADQUARTERS)
    if status >= 500 or status in (408, 425, 429):
        return Unavailable(BUSY, retry_after=hold)
    return Invalid(f"Headquarters did not take the request ({status}).")


def network_problem(broken: Exception) -> Problem:
    """What a failure of httpx says."""
    if isinstance(broken, httpx.DecodingError | httpx.StreamError):
        return Damaged(CAME_DAMAGED)
    if any(isinstance(cause, ssl.SSLCertVerificationError) for cause in _causes(broken)):
        return Portal("Something answered that cannot prove to be headquarters: its certificate is not valid.")
    if isinstance(broken, httpx.TimeoutException) and not isinstance(broken, httpx.ConnectTimeout):
        return Offline("Headquarters stopped answering.")
    if isinstance(broken, httpx.ReadError | httpx.WriteError | httpx.RemoteProtocolError):
        return Offline("The line to headquarters broke.")
    return Offline(NO_WAY)


def _causes(broken: BaseException | None) -> Iterator[BaseException]:
    while broken is not None:
        yield broken
        broken = broken.__cause__ or broken.__context__


def _is_html(response: httpx.Response) -> bool:
    return "html" in media_type(response.headers.get("Content-Type", "")).name


def _may_be_json(response: httpx.Response) -> bool:
    return media_type(response.headers.get("Content-Type", "")).name in JSON_TYPES


def raw(value: str) -> str:
    """A query value or path segment with ``*`` and ``^`` left as they are: Orthanc's plugin does not decode them."""
    return quote(value, safe="*^=._-~")


def _path(at: Place) -> str:
    return f"studies/{raw(at.study_uid)}/series/{raw(at.series_uid)}/instances/{raw(at.instance_uid)}"


def is_loopback(host: str) -> bool:
    """Whether a host name means this very machine."""
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host.lower().rstrip(".") == "localhost"


def checked_url(url: str, token: str, setting: str = "hq.dicomweb_url") -> httpx.URL:
    """The address of an archive. Raises Invalid for one that cannot be used, or that would show a secret on an open line."""
    try:
        address = httpx.URL(url.strip())
    except httpx.InvalidURL as broken:
        raise Invalid("The address of headquarters cannot be read.", fields={setting: url}) from broken
    if address.scheme not in ("http", "https") or not address.host or address.query or address.fragment:
        raise Invalid("The address of headquarters must look like https://host/dicom-web.", fields={setting: url})
    secret = bool(token or address.userinfo)
    if secret and address.scheme == "http" and not is_loopback(address.host):
        told = "The token for headquarters is not sent over an open line. Use an https address."
        raise Invalid(told, fields={setting: f"{address.scheme}://{address.host}"})
    return address


def _transport(address: httpx.URL) -> httpx.BaseTransport:
    """Sockets that notice a dead line; the system's proxy, but never for this machine itself."""
    local = is_loopback(address.host)
    proxy = None if local or proxy_bypass(address.host) else getproxies().get(address.scheme)
    return httpx.HTTPTransport(proxy=proxy, trust_env=not local, socket_options=_socket_options())


def _socket_options() -> list[Any]:
    options = [(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1), (socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)]
    user_timeout = getattr(socket, "TCP_USER_TIMEOUT", None)  # Linux, RFC 5482
    return options + ([(socket.IPPROTO_TCP, user_timeout, 60_000)] if user_timeout else [])


def _is_open(line: Any) -> bool:
    return bool(line.get_extra_info("socket").fileno() != -1)


def _shut(line: Any) -> None:
    with suppress(OSError, AttributeError):
        line.get_extra_info("socket").shutdown(socket.SHUT_RDWR)


def same_server(one: str, other: str) -> bool:
    """Whether two addresses speak of the same scheme, host and port."""
    try:
        first, second = httpx.URL(one), httpx.URL(other)
    except httpx.InvalidURL:
        return False
    ports = {"http": 80, "https": 443}
    return (first.scheme, first.host, first.port or ports.get(first.scheme)) == (
        second.scheme, second.host, second.port or ports.get(second.scheme),
    )  # fmt: skip


def closed_url(url: str) -> str:
    """An address that somebody else gave, where it is encrypted or of this machine. Raises Invalid for an open line."""
    address = checked_url(url, "")
    if address.scheme != "https" and not is_loopback(address.host):
        raise Invalid("Headquarters named a place for pictures that does not encrypt.")
    return url


def name_of(url: str) -> str:
    """What the ledger calls the headquarters at this address: the address without secrets and without a last slash."""
    try:
        return str(httpx.URL(url.strip()).copy_with(userinfo=b"", query=None, fragment=None)).rstrip("/")
    except httpx.InvalidURL:
        return url.strip()
