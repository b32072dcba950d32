"""What every handler of ``/dicom-web`` has at hand: the store, who is asking, its own address, and how data sets are answered."""

import hashlib
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from itertools import chain

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.types import Receive, Scope, Send

from resources.dicomweb.negotiation import JSON, RELATED, XML, Offer, Range, choose, ranges
from resources.dicomweb.pictures import Decode, decode
from resources.dicomweb.problems import warning
from resources.dicomweb.samples import Unpack
from resources.http.access import Caller
from resources.http.validators import is_known
from resources.store import Store, Unit
from resources.terms import Origin
from resources.wire.dicomjson import Json, written
from resources.wire.dicomxml import xml_of

BASE = "/dicom-web"
BLOCK = 2 << 20
"""Bytes that go out in one piece; a picture of an eye has about so many."""
TOGETHER = 64 << 10
"""Bytes up to which pieces are joined."""
Confirmed = Callable[[Collection[str]], Collection[str]]
"""Of these instance UIDs, those that headquarters has confirmed."""


def nothing_confirmed(uids: Collection[str]) -> Collection[str]:  # noqa: ARG001
    """A station without headquarters."""
    return ()


@dataclass(slots=True)
class Desk:
    """One request's view of the station."""

    store: Store
    request: Request
    decode: Decode = decode
    """Makes frames visible; the workstation hands in its own."""
    unpack: Unpack = field(default_factory=Unpack)
    """Decompresses frames; the workstation hands in one that knows more transfer syntaxes."""
    confirmed: Confirmed = nothing_confirmed
    """Says what headquarters has confirmed; sync hands in its ledger."""
    warnings: list[str] = field(default_factory=list)

    @property
    def caller(self) -> Caller:
        """Who is asking; the gate has left the name."""
        found: Caller = self.request.scope["state"]["caller"]
        return found

    def read(self) -> AbstractContextManager[Unit]:
        """A unit to read in."""
        return self.store.read()

    def write(self) -> AbstractContextManager[Unit]:
        """A unit to write in, in the caller's name."""
        return self.store.write(Origin.REST, actor=self.caller.actor)

    @property
    def root(self) -> str:
        """The full address of this service."""
        base, port = self.request.base_url, (self.request.scope.get("server") or ("", None))[1]
        if base.port is None and port not in (None, 80, 443):  # some clients leave the port out of Host
            base = base.replace(port=port)
        return str(base).rstrip("/") + BASE

    def url(self, *steps: object) -> str:
        """The full address of something below it."""
        return "/".join([self.root, *(str(step) for step in steps)])

    def accepted(self) -> list[Range]:
        """What the caller takes."""
        return ranges(self.request.headers.get("accept"), self.request.query_params.getlist("accept"))

    def warn(self, sentence: str) -> None:
        """Say something beside the answer, in a Warning field."""
        self.warnings.append(warning(self.root, sentence))

    def warned(self, response: Response) -> Response:
        """The response with its warnings."""
        if self.warnings:
            response.headers["Warning"] = ", ".join(self.warnings)
        return response

    def unless_known(self, response: Response) -> Response:
        """The response with its ETag, made from its bytes; 304 when the caller has them already (RFC 9110 13.1.2)."""
        version = hashlib.sha256(response.body).hexdigest()[:32]
        tag = f'"{version}"'
        if is_known(version, self.request.headers.get("if-none-match", "")):
            return Response(status_code=304, headers={"ETag": tag, "Vary": "Accept"})
        response.headers["ETag"] = tag
        return response

    def data_sets(self, found: Sequence[Json], status: int = 200) -> Response:
        """Several data sets: one JSON list, or a part of XML for each. Raises NotAcceptable."""
        choice = choose(self.accepted(), [Offer(JSON), Offer("application/json"), Offer(XML, multipart=True)])
        if not choice.multipart:
            return self.unless_known(self.warned(plain(written(list(found)), JSON, status)))
        return self.warned(related(self.store, XML, ((XML, xml_of(data_set)) for data_set in found), status))

    def data_set(self, found: Json, status: int = 200) -> Response:
        """One data set: JSON, or one XML document. Raises NotAcceptable."""
        choice = choose(
            self.accepted(), [Offer(JSON), Offer("application/json"), Offer(XML), Offer(XML, multipart=True)]
        )
        if choice.multipart:
            return self.warned(related(self.store, XML, [(XML, xml_of(found))], status))
        body = xml_of(found) if choice.kind == XML else written(found)
        return self.warned(plain(body, XML if choice.kind == XML else JSON, status))


def plain(body: bytes, media_type: str, status: int = 200) -> Response:
    """A body whose type stands as it is: DICOM JSON has no charset parameter, and clients compare the whole field."""
    return Response(body, status, headers={"Content-Type": media_type, "Vary": "Accept"})


def related(store: Store, kind: str, parts: Iterable[tuple[str, bytes]], status: int = 200) -> Response:
    """A multipart answer of small parts, each with its own type."""
    stream = Parts(store, kind)
    return stream.response((stream.part(media_type, len(body), [body]) for media_type, body in parts), status)


class Parts:
    """A multipart/related answer under a boundary of its own (PS3.18 8.6.1.2), streamed."""

    def __init__(self, store: Store, kind: str) -> None:
        self.boundary = "eyecamp-" + store.rng(20).hex()
        self.content_type = f'{RELATED}; type="{kind}"; boundary={self.boundary}'

    def part(
        self, media_type: str, length: int, pieces: Iterable[bytes], headers: Sequence[tuple[str, str]] = ()
    ) -> Iterator[bytes]:
        """One part with its head."""
        lines = [f"--{self.boundary}", f"Content-Type: {media_type}", f"Content-Length: {length}"]
        lines += [f"{name}: {value}" for name, value in headers]
        yield "\r\n".join([*lines, "", ""]).encode("ascii")
        yield from pieces
        yield b"\r\n"

    def response(self, parts: Iterable[Iterable[bytes]], status: int = 200) -> Response:
        """The answer, streamed."""
        return streamed(self._body(parts), {"Content-Type": self.content_type, "Vary": "Accept"}, status)

    def _body(self, parts: Iterable[Iterable[bytes]]) -> Iterator[bytes]:
        for part in parts:
            yield from part
        yield f"--{self.boundary}--\r\n".encode("ascii")


class Pieces(Response):
    """A body that is there in a few large pieces: joining them would cost as much as reading them did."""

    def __init__(self, pieces: Sequence[bytes], status: int, headers: Mapping[str, str]) -> None:
        super().__init__(None, status, headers={"Content-Length": str(sum(map(len, pieces))), **headers})
        self.pieces = pieces

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:  # noqa: ARG002  # ASGI gives them
        """Send."""
        await send({"type": "http.response.start", "status": self.status_code, "headers": self.raw_headers})
        for piece in self.pieces:
            await send({"type": "http.response.body", "body": piece, "more_body": True})
        await send({"type": "http.response.body", "body": b"", "more_body": False})


def streamed(pieces: Iterable[bytes], headers: Mapping[str, str], status: int = 200) -> Response:
    """An answer that may be long. It begins to be made at once, so that what fails at the start still has a status of its own."""
    blocks = _in_blocks(pieces)
    first, second = next(blocks, []), next(blocks, None)
    if second is None:
        return Pieces(_in_few(first), status, headers)
    return StreamingResponse((b"".join(block) for block in chain((first, second), blocks)), status, headers=headers)


def _in_blocks(pieces: Iterable[bytes]) -> Iterator[list[bytes]]:
    """The same bytes in fewer steps: each costs two changes of thread on its way out."""
    block: list[bytes] = []
    size = 0
    for piece in pieces:
        block.append(piece)
        size += len(piece)
        if size >= BLOCK:
            yield block
            block, size = [], 0
    if block:
        yield block


def _in_few(pieces: Iterable[bytes]) -> list[bytes]:
    """The same bytes, small ones joined to what stands beside them."""
    found: list[bytes] = []
    for piece in pieces:
        if found and len(found[-1]) + len(piece) <= TOGETHER:
            found[-1] += piece
        else:
            found.append(piece)
    return found
