"""Instances out of a STOW-RS body as it comes in: each part goes into the vault while it is read, and half a part never stays.

``Receiving`` is pushed chunks. What a part turned out to be is a ``Received`` with its place in the vault, or a ``Failure``.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import NamedTuple

from resources.problems import Damaged, Invalid, Problem, StorageFull, TooLarge
from resources.store import Store
from resources.store.vault import Blob, Part
from resources.wire.dicom import DataSetReader
from resources.wire.header import Header
from resources.wire.multipart import Event, MediaType, MultipartReader, PartBegins, PartBytes, media_type
from resources.wire.part10 import FileMeta, read_part10

HEAD = 132 + (64 << 10)
"""So much of a part is read before its file meta information is taken for complete."""
OUT_OF_RESOURCES = 0xA700  # PS3.4 B.2.3
NOT_OF_THIS_STUDY = 0xA900  # Data Set does not match, PS3.4 B.2.3
CANNOT_UNDERSTAND = 0xC000  # PS3.4 B.2.3


class Received(NamedTuple):
    """A whole instance, safely in the vault."""

    header: Header
    blob: Blob


@dataclass(frozen=True, slots=True)
class Failure:
    """An instance, or something that is none, which was not stored."""

    reason: int
    sentence: str
    sop_class_uid: str = ""
    instance_uid: str = ""
    blob: Blob | None = None
    """Where the bytes are kept aside, when they are."""
    is_too_large: bool = False


class InstancePart:
    """One application/dicom part. ``end`` gives what it was; ``discard`` forgets it.

    What belongs to another study than the one that is ``wanted`` is forgotten too: a file that was refused must not be found and
    adopted at the next start.
    """

    def __init__(self, store: Store, cap: int, wanted: str = "") -> None:
        self._part: Part | None = None
        self._store = store
        self._cap = cap
        self._wanted = wanted
        self._first = bytearray()
        self._reader: DataSetReader | None = None
        self._meta = FileMeta()
        self._trouble: Problem | None = None
        self._size = 0

    def feed(self, chunk: bytes | memoryview) -> None:
        """Take the next bytes. Trouble is kept for ``end``: the other parts may be good."""
        self._size += len(chunk)
        if self._trouble is not None:
            return
        try:
            self._take(chunk)
        except Problem as trouble:
            self._fail(trouble)

    def _take(self, chunk: bytes | memoryview) -> None:
        if self._size > self._cap:
            raise TooLarge(f"An instance may have {self._cap:,} bytes.")
        if self._reader is None:
            lacking = HEAD - len(self._first)
            self._first += chunk[:lacking]
            chunk = chunk[lacking:]
            if len(self._first) >= HEAD:
                self._begin()
        if chunk and self._reader is not None and self._part is not None:
            self._part.write(chunk)
            self._reader.feed(chunk)

    def _begin(self) -> None:
        first = bytes(self._first)
        self._meta = read_part10(BytesIO(first))
        if not self._meta.data_set_at:
            raise Invalid("The part is not a DICOM file: it has no file meta information.")
        self._part = self._store.vault.receive()
        self._part.write(first[: self._meta.data_set_at])
        self._part.begin_data_set()
        self._part.write(first[self._meta.data_set_at :])
        self._reader = DataSetReader(self._meta.transfer_syntax_uid, calling_ae_title=self._meta.source_ae_title)
        self._reader.feed(first[self._meta.data_set_at :])
        self._first.clear()

    def end(self) -> Received | Failure:
        """The part is complete."""
        if self._trouble is None and self._reader is None:
            try:
                self._begin()
            except Problem as trouble:
                self._fail(trouble)
        if self._trouble is not None or self._reader is None or self._part is None:
            return self._failure(self._trouble)
        try:
            header = self._reader.close()
        except (Damaged, Invalid) as trouble:
            return self._kept_aside(trouble)
        if self._wanted not in ("", header.study_uid):
            return self._of_another_study(header)
        try:
            return Received(header, self._part.keep())
        except StorageFull as trouble:
            self._fail(trouble)
            return self._failure(trouble)

    def _kept_aside(self, trouble: Problem) -> Failure:
        """It came whole and cannot be understood: nothing that came is dropped (design.md decision 4)."""
        blob = self._part.keep() if self._part is not None else None
        return Failure(CANNOT_UNDERSTAND, trouble.sentence, self._meta.sop_class_uid, self._meta.instance_uid, blob)

    def _of_another_study(self, header: Header) -> Failure:
        self.discard()
        sentence = "This instance belongs to another study than the address says."
        return Failure(NOT_OF_THIS_STUDY, sentence, header.sop_class_uid, header.instance_uid)

    def _fail(self, trouble: Problem) -> None:
        self._trouble = trouble
        self.discard()

    def _failure(self, trouble: Problem | None) -> Failure:
        too_large = isinstance(trouble, TooLarge)
        sentence = trouble.sentence if trouble is not None else "The part is empty."
        reason = OUT_OF_RESOURCES if too_large or isinstance(trouble, StorageFull) else CANNOT_UNDERSTAND
        names = self._meta.sop_class_uid, self._meta.instance_uid
        return Failure(reason, sentence, *names, is_too_large=too_large)

    def discard(self) -> None:
        """Forget the bytes: the message ended inside the part, or they are of no use."""
        if self._part is not None:
            self._part.discard()
            self._part = None
        self._reader = None


class Sink:
    """What takes the bytes of the part that is open. Others than instances are for ``describing``."""

    def begin(self, media: MediaType, headers: Mapping[str, str]) -> None:
        """A part begins."""
        raise NotImplementedError

    def feed(self, chunk: bytes | memoryview) -> None:
        """Some of its bytes."""
        raise NotImplementedError

    def end(self) -> None:
        """It is complete."""
        raise NotImplementedError

    def discard(self) -> None:
        """The message ended inside it."""
        raise NotImplementedError


class Instances(Sink):
    """Collects application/dicom parts."""

    def __init__(self, store: Store, cap: int, wanted: str = "") -> None:
        self.found: list[Received | Failure] = []
        self._store = store
        self._cap = cap
        self._wanted = wanted
        self._open: InstancePart | None = None
        self._skipped = ""

    def begin(self, media: MediaType, headers: Mapping[str, str]) -> None:  # noqa: ARG002
        """A part begins; one of another kind is read past, and told of."""
        self._skipped = "" if media.name in ("", "application/dicom") else media.name
        self._open = None if self._skipped else InstancePart(self._store, self._cap, self._wanted)

    def feed(self, chunk: bytes | memoryview) -> None:
        """Some of its bytes."""
        if self._open is not None:
            self._open.feed(chunk)

    def end(self) -> None:
        """It is complete."""
        if self._open is not None:
            self.found.append(self._open.end())
        else:
            self.found.append(Failure(CANNOT_UNDERSTAND, f"A part is {self._skipped}, not application/dicom."))
        self._open = None

    def discard(self) -> None:
        """The message ended inside it."""
        if self._open is not None:
            self._open.discard()
            self._open = None


class Receiving:
    """A multipart body, pushed. ``close`` raises Damaged when it ended early; what was complete by then is in the sink."""

    def __init__(self, boundary: bytes, sink: Sink) -> None:
        self._reader = MultipartReader(boundary)
        self._sink = sink

    def feed(self, chunk: bytes) -> None:
        """Take the next bytes. Raises Invalid when they cannot be a multipart message."""
        for event in self._reader.feed(chunk):
            self._take(event)

    def _take(self, event: Event) -> None:
        if isinstance(event, PartBegins):
            self._sink.begin(media_type(event.headers.get("content-type", "")), event.headers)
        elif isinstance(event, PartBytes):
            self._sink.feed(event.data)
        else:
            self._sink.end()

    def close(self) -> None:
        """No more comes. Raises Damaged unless the last delimiter was there."""
        self._reader.close()
