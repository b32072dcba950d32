"""multipart/related, read and written as a stream (RFC 2387, PS3.18 8.6.1.2). Refuses to hold a part in memory, and to call a
part complete before its closing delimiter came.

Reading: ``MultipartReader`` is pushed chunks and gives events; ``read_parts`` is the same for somebody who pulls.
Writing: ``Related`` knows its exact length before the first byte, and every call of ``body()`` reads its parts afresh.
"""

import os
import re
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from python_multipart.exceptions import ParseError
from python_multipart.multipart import MultipartParser

from resources.problems import Damaged, Invalid

MAX_HEADERS = 32
MAX_HEADER_BYTES = 8192
MAX_BOUNDARY = 200  # RFC 2046 says 70; Orthanc sends 73 characters
MAX_PREAMBLE = 65536

_PARAMETER = re.compile(r""";\s*([!#$%&'*+.^_`|~\w-]+)\s*=\s*("(?:\\.|[^"\\])*"|[^;]*)""")


@dataclass(frozen=True, slots=True)
class MediaType:
    """A Content-Type value: ``name`` in lower case, parameter names in lower case, values unquoted."""

    name: str
    parameters: Mapping[str, str] = field(default_factory=dict)

    @property
    def root(self) -> str:
        """The ``type`` parameter without what some servers quote together with it (Orthanc: ``type="x; transfer-syntax=y"``)."""
        return self.parameters.get("type", "").split(";")[0].strip().lower()


def media_type(value: str) -> MediaType:
    """Read a Content-Type value; never fails, an empty text gives an empty name."""
    name, _, _ = value.partition(";")
    found = {key.lower(): _unquoted(text) for key, text in _PARAMETER.findall(value)}
    return MediaType(name.strip().lower(), found)


def _unquoted(text: str) -> str:
    text = text.strip()
    if len(text) >= 2 and text[0] == text[-1] == '"':
        return re.sub(r"\\(.)", r"\1", text[1:-1])
    return text


def boundary_of(content_type: str) -> bytes:
    """The boundary of a multipart Content-Type. Raises Invalid when there is none that can be used."""
    media = media_type(content_type)
    boundary = media.parameters.get("boundary", "")
    if not media.name.startswith("multipart/") or not boundary or len(boundary) > MAX_BOUNDARY:
        raise Invalid("The message does not say where its parts begin.")
    try:
        return boundary.encode("ascii")
    except UnicodeEncodeError as broken:
        raise Invalid("The boundary of the message is not plain text.") from broken


@dataclass(frozen=True, slots=True)
class PartBegins:
    """The header fields of a part, names in lower case; of a repeated name the last counts."""

    headers: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class PartBytes:
    """Some bytes of the part that began last: a view of what was fed."""

    data: memoryview


@dataclass(frozen=True, slots=True)
class PartEnds:
    """The part that began last is complete: its closing delimiter came."""


Event = PartBegins | PartBytes | PartEnds


class MultipartReader:
    """Push parser: ``feed`` gives events, ``close`` raises Damaged if the last delimiter never came."""

    def __init__(self, boundary: bytes) -> None:
        self._delimiter = b"--" + boundary
        self._preamble: bytearray | None = bytearray()
        self._events: list[Event] = []
        self._headers: dict[str, str] = {}
        self._name = bytearray()
        self._value = bytearray()
        self._complete = False
        self._parser = MultipartParser(
            boundary,
            {
                "on_part_begin": self._part_begins,
                "on_header_field": lambda data, start, end: self._name.extend(data[start:end]),
                "on_header_value": lambda data, start, end: self._value.extend(data[start:end]),
                "on_header_end": self._header_ends,
                "on_headers_finished": lambda: self._events.append(PartBegins(self._headers)),
                "on_part_data": lambda data, start, end: self._events.append(PartBytes(memoryview(data)[start:end])),
                "on_part_end": lambda: self._events.append(PartEnds()),
                "on_end": self._ends,
            },
            max_header_count=MAX_HEADERS,
            max_header_size=MAX_HEADER_BYTES,
        )

    def feed(self, chunk: bytes) -> list[Event]:
        """The events that this chunk completes, in order. Raises Invalid when it cannot be a multipart message."""
        data = self._after_preamble(chunk)
        if data and not self._complete:
            try:
                self._parser.write(data)
            except ParseError as broken:
                raise Invalid("The parts of the message cannot be told apart.") from broken
        events, self._events = self._events, []
        return events

    def close(self) -> None:
        """Say that no more comes. Raises Damaged unless the last delimiter was there; an epilogue does not matter."""
        if not self._complete:
            raise Damaged("The message ended before its last part was complete.")

    def _after_preamble(self, chunk: bytes) -> bytes:
        """What belongs to the parser: everything from the first delimiter that stands at the start of a line."""
        if self._preamble is None:
            return chunk
        if not self._preamble and _line_start(chunk[: len(self._delimiter) + 2], self._delimiter) == 0:
            self._preamble = None  # as nearly everybody sends it, without a copy of it all
            return chunk
        self._preamble += chunk
        start = _line_start(self._preamble, self._delimiter)
        if start is None:
            if len(self._preamble) > MAX_PREAMBLE:
                raise Invalid("The message has no part.")
            return b""
        rest = bytes(self._preamble[start:])
        self._preamble = None
        return rest

    def _part_begins(self) -> None:
        self._headers = {}

    def _header_ends(self) -> None:
        self._headers[self._name.decode("latin-1").lower()] = self._value.decode("utf-8", "replace").strip()
        self._name.clear()
        self._value.clear()

    def _ends(self) -> None:
        self._complete = True


def _line_start(data: bytes | bytearray, delimiter: bytes) -> int | None:
    """Where the delimiter stands at the start of a line and is followed by a line end or ``--``; ``None`` until that is known."""
    at = data.find(delimiter)
    while at >= 0:
        after = data[at + len(delimiter) : at + len(delimiter) + 2]
        if (at == 0 or data[at - 1] == 0x0A) and bytes(after) in (b"\r\n", b"--"):
            return at
        at = data.find(delimiter, at + 1)
    return None


class Part:
    """One part of a message that is being read: its header fields, and its bytes once, in order.

    Iterating raises Damaged when the message is cut inside this part: whoever keeps the bytes keeps them only after the loop.
    """

    def __init__(self, headers: Mapping[str, str], chunks: Iterator[bytes]) -> None:
        self.headers = headers
        self._chunks = chunks

    @property
    def media_type(self) -> MediaType:
        """The part's own Content-Type."""
        return media_type(self.headers.get("content-type", ""))

    def __iter__(self) -> Iterator[bytes]:
        return self._chunks


def read_parts(chunks: Iterable[bytes], boundary: bytes) -> Iterator[Part]:
    """The parts of a message as its chunks come in. What is left unread of a part is skipped when the next one is asked for."""
    events = _events(chunks, MultipartReader(boundary))
    for event in events:
        if isinstance(event, PartBegins):
            rest = _bytes_of_part(events)
            yield Part(event.headers, rest)
            deque(rest, maxlen=0)


def _events(chunks: Iterable[bytes], reader: MultipartReader) -> Iterator[Event]:
    for chunk in chunks:
        yield from reader.feed(chunk)
    reader.close()


def _bytes_of_part(events: Iterator[Event]) -> Iterator[bytes]:
    for event in events:
        if isinstance(event, PartEnds):
            return
        if isinstance(event, PartBytes):
            yield bytes(event.data)


@dataclass(frozen=True, slots=True)
class Piece:
    """One part to be written: ``open`` gives its bytes from the start, exactly ``length`` of them, each time it is called."""

    content_type: str
    length: int
    open: Callable[[], Iterable[bytes]]
    headers: tuple[tuple[str, str], ...] = ()


class Related:
    """A multipart/related message with its exact length. Make a new one, with a new boundary, for every attempt."""

    def __init__(self, pieces: Sequence[Piece], root: str, entropy: Callable[[int], bytes] = os.urandom) -> None:
        self.boundary = "eyecamp-" + entropy(20).hex()
        self.content_type = f'multipart/related; type="{root}"; boundary={self.boundary}'
        self._pieces = tuple(pieces)
        self._heads = tuple(self._head(piece, first=n == 0) for n, piece in enumerate(self._pieces))
        self._tail = ("\r\n" * bool(pieces) + f"--{self.boundary}--\r\n").encode("ascii")
        self.length = sum(map(len, self._heads)) + sum(piece.length for piece in self._pieces) + len(self._tail)

    def body(self) -> Iterator[bytes]:
        """The message from its first byte. Raises Damaged when a piece is not as long as it said."""
        for head, piece in zip(self._heads, self._pieces, strict=True):
            yield head
            sent = 0
            for chunk in piece.open():
                sent += len(chunk)
                if sent > piece.length:
                    break
                yield chunk
            if sent != piece.length:
                raise Damaged("A file changed its length while it was being sent.")
        yield self._tail

    def _head(self, piece: Piece, *, first: bool) -> bytes:
        lines = [f"--{self.boundary}", f"Content-Type: {piece.content_type}", f"Content-Length: {piece.length}"]
        lines += [f"{name}: {value}" for name, value in piece.headers]
        return ("" if first else "\r\n").encode("ascii") + "\r\n".join([*lines, "", ""]).encode("ascii")
