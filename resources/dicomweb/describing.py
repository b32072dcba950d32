"""STOW-RS of metadata and bulk data (PS3.18 10.5.1.2): instances put together from their DICOM JSON or XML and what it points at.

Bulk data waits in the vault's parts, encrypted, and is gone when the request is over.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from struct import pack
from urllib.parse import urlsplit

from resources.dicomweb.negotiation import OCTETS, XML
from resources.dicomweb.receiving import CANNOT_UNDERSTAND, Failure, InstancePart, Received, Sink
from resources.problems import Invalid, Problem, TooLarge
from resources.store import Store
from resources.store.vault import CHUNK, Part
from resources.wire.dicomjson import Json
from resources.wire.dicomxml import read_xml
from resources.wire.fromjson import Bulk, encoded
from resources.wire.multipart import MediaType
from resources.wire.part10 import file_meta
from resources.wire.uids import EXPLICIT_LITTLE

METADATA_CAP = 16 << 20
SYNTAXES = {
    "image/jls": "1.2.840.10008.1.2.4.80",
    "image/jp2": "1.2.840.10008.1.2.4.90",
    "image/jpx": "1.2.840.10008.1.2.4.92",
    "image/dicom-rle": "1.2.840.10008.1.2.5",
}
"""What a compressed picture is when it does not say: PS3.18 Table 8.7.3-5. A JPEG tells by its own first frame header."""
_JPEG = {0xC0: "1.2.840.10008.1.2.4.50", 0xC1: "1.2.840.10008.1.2.4.51", 0xC3: "1.2.840.10008.1.2.4.70"}
_ITEM, _END = b"\xfe\xff\x00\xe0", b"\xfe\xff\xdd\xe0\0\0\0\0"


class BulkPart:
    """One value or frame in a vault part."""

    def __init__(self, store: Store, media: MediaType) -> None:
        self.media = media
        self.part: Part = store.vault.receive()
        self.first = b""

    def write(self, chunk: bytes | memoryview) -> None:
        """Take the next bytes."""
        if len(self.first) < 4096:
            self.first += bytes(chunk[:4096])
        self.part.write(chunk)

    @property
    def syntax(self) -> str:
        """The transfer syntax that its media type means."""
        told = self.media.parameters.get("transfer-syntax", "")
        if self.media.name == OCTETS or not self.media.name:
            return EXPLICIT_LITTLE
        return _of_jpeg(self.first) if self.media.name == "image/jpeg" else told or SYNTAXES.get(self.media.name, "")


def _of_jpeg(first: bytes) -> str:
    """By the first start-of-frame marker (ITU-T T.81 B.1.1.3); empty for none that DICOM knows."""
    at = 2
    while at + 4 <= len(first) and first[at] == 0xFF:
        if first[at + 1] in _JPEG:
            return _JPEG[first[at + 1]]
        at += 2 + int.from_bytes(first[at + 2 : at + 4], "big")
    return ""


class Described(Sink):
    """Collects metadata and bulk data; ``assemble`` makes instances of them."""

    def __init__(self, store: Store, root: str, cap: int, wanted: str = "") -> None:
        self._store = store
        self._root = root
        self._cap = cap
        self._wanted = wanted
        self._metadata = bytearray()
        self._documents: list[bytes] = []
        self._bulk: dict[str, list[BulkPart]] = {}
        self._open: BulkPart | None = None
        self._size = 0

    def begin(self, media: MediaType, headers: Mapping[str, str]) -> None:
        """Metadata is what has the root's type; all else is bulk data and says where it belongs."""
        if media.name in (self._root, "application/json") or not (media.name or self._bulk):
            self._open = None
            self._metadata = bytearray()
            return
        self._open = BulkPart(self._store, media)
        self._bulk.setdefault(_place(headers.get("content-location", "")), []).append(self._open)

    def feed(self, chunk: bytes | memoryview) -> None:
        """Some bytes of the open part."""
        self._size += len(chunk)
        if self._open is not None:
            self._open.write(chunk)
        elif len(self._metadata) + len(chunk) > METADATA_CAP:
            raise TooLarge(f"Metadata may have {METADATA_CAP:,} bytes.")
        else:
            self._metadata += chunk

    def end(self) -> None:
        """The open part is complete."""
        if self._open is None:
            self._documents.append(bytes(self._metadata))
        else:
            self._open.part.seal()
        self._open = None

    def discard(self) -> None:
        """Forget all bulk data: it was put together, or the message ended early."""
        for parts in self._bulk.values():
            for bulk in parts:
                bulk.part.discard()
        self._bulk.clear()

    def assemble(self) -> list[Received | Failure]:
        """One instance for each data set of the metadata. Raises Invalid when there is none."""
        data_sets = [data_set for document in self._documents for data_set in self._read(document)]
        if not data_sets:
            raise Invalid("The message holds no metadata.")
        return [self._assembled(data_set) for data_set in data_sets]

    def _read(self, document: bytes) -> list[Json]:
        if self._root == XML:
            return [read_xml(document)]
        try:
            found = json.loads(document)
        except (ValueError, RecursionError) as broken:
            raise Invalid("The metadata is not JSON.") from broken
        listed = found if isinstance(found, list) else [found]
        if not all(isinstance(data_set, dict) for data_set in listed):
            raise Invalid("The metadata is not a list of data sets.")
        return [{str(tag).upper(): said for tag, said in data_set.items()} for data_set in listed]

    def _assembled(self, data_set: Json) -> Received | Failure:
        sop_class, uid = _text(data_set, "00080016"), _text(data_set, "00080018")
        made = InstancePart(self._store, self._cap, self._wanted)
        try:
            made.feed(file_meta(sop_class, uid, self._syntax(data_set)))
            for piece in encoded(data_set, self._find):
                for chunk in [piece] if isinstance(piece, bytes) else piece.open():
                    made.feed(chunk)
        except Problem as problem:
            made.discard()
            return Failure(CANNOT_UNDERSTAND, problem.sentence, sop_class, uid)
        return made.end()

    def _syntax(self, data_set: Json) -> str:
        uri = data_set.get("7FE00010", {}).get("BulkDataURI")
        parts = self._bulk.get(_place(str(uri)), []) if uri else []
        return (parts[0].syntax if parts else "") or EXPLICIT_LITTLE

    def _find(self, uri: str) -> Bulk:
        parts = self._bulk.get(_place(uri))
        if not parts:
            raise Invalid(f"The bulk data {uri[:80]} did not come with it.")
        if parts[0].syntax == EXPLICIT_LITTLE:
            return Bulk(sum(one.part.size for one in parts), lambda: _all_of(parts))
        return Bulk(0, lambda: _fragments(parts), encapsulated=True)


def _place(uri: str) -> str:
    """A Content-Location and a BulkDataURI are the same place when all but scheme and host agree."""
    parts = urlsplit(uri.strip())
    return parts.path.strip("/") + (f"?{parts.query}" if parts.query else "")


def _text(data_set: Json, tag: str) -> str:
    said = data_set.get(tag)
    values = said.get("Value") if isinstance(said, dict) else None
    return str(values[0]) if isinstance(values, list) and values and values[0] is not None else ""


def _all_of(parts: Iterable[BulkPart]) -> Iterator[bytes]:
    for one in parts:
        with one.part.reread() as stream:
            while chunk := stream.read(CHUNK):
                yield chunk


def _fragments(parts: Iterable[BulkPart]) -> Iterator[bytes]:
    """An empty offset table, a fragment for each frame, and the delimiter (PS3.5 A.4)."""
    yield _ITEM + pack("<I", 0)
    for one in parts:
        yield _ITEM + pack("<I", one.part.size + one.part.size % 2)
        yield from _all_of([one])
        yield b"\0" * (one.part.size % 2)
    yield _END
