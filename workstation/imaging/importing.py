"""Bringing in files from a stick, a share or a phone: DICOM files, folders, media, ZIPs and photographs.

Every file gets one answer. Nothing is guessed: a photograph needs somebody who says whose it is and which eye (HZ-02, HZ-20).
Pixels are decoded in the limited child process only. Originals are never touched.
"""

import io
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import BinaryIO, NamedTuple, cast

from resources.problems import Damaged, Invalid, Problem
from resources.store import Store, filing
from resources.store.rows import Arrival, Filed
from resources.store.vault import CHUNK, Blob
from resources.terms import Origin
from resources.wire.dicom import DataSetReader
from resources.wire.header import Header
from resources.wire.part10 import FileMeta, file_meta, read_part10
from resources.wire.picture import Pixels
from resources.wire.uids import MEDIA_DIRECTORY, is_uid
from workstation.imaging.decoder import Decoder
from workstation.imaging.finding import UNREADABLE, found
from workstation.imaging.photographs import Said, file_photograph, kept_waiting

PHOTOGRAPH = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")
LARGEST_PHOTOGRAPH = 100 << 20
FROM_FILE = Arrival(Origin.IMPORT)
_NAMED_DICOM = (".dcm", ".dicom", ".dic", ".ima")
_OTHER_PICTURES = {b"GIF8": 0, b"BM": 0, b"II*\0": 0, b"MM\0*": 0, b"WEBP": 8, b"ftyp": 4}  # ftyp: HEIC and AVIF
_PIECE = 256 << 10


class Row(NamedTuple):
    """What became of one file. ``outcome`` is stored, duplicate, conflict, quarantined or skipped.

    ``waiting`` stands where photographs are kept until somebody speaks for them; ``instance_uid`` names the kept one then.
    """

    path: str
    outcome: str
    reason: str = ""
    instance_uid: str = ""


def bring_in(
    store: Store,
    paths: Iterable[Path],
    said: Said,
    *,
    actor: str = "import",
    prepare: Callable[[bytes], Pixels] | None = None,
    keep_unsaid: bool = False,
) -> Iterator[Row]:
    """One row for each file, in order of name; a file that fails does not stop the others.

    ``keep_unsaid`` keeps photographs that nobody speaks for aside, in the Inbox; else they are left where they are.
    """
    with closing(Decoder()) as decoder:
        importing = _Import(store, said, actor, prepare or decoder.prepare, keep_unsaid)
        for file in found(paths):
            if file.stream is None:
                yield Row(file.name, "skipped", file.reason)
            else:
                yield importing.one(file.name, file.stream)


class _Import(NamedTuple):
    """One import: what is the same for all its files."""

    store: Store
    said: Said
    actor: str
    prepare: Callable[[bytes], Pixels]
    keep_unsaid: bool

    def one(self, name: str, stream: BinaryIO) -> Row:
        """File it, keep it aside, or say why not."""
        try:
            start = stream.read(132)
            stream.seek(0)
            if start.startswith(PHOTOGRAPH):
                return self._photograph(name, stream)
            if not start:
                return Row(name, "skipped", "The file is empty.")
            return self._dicom(name, stream, start)
        except Problem as problem:
            return Row(name, "skipped", problem.sentence)
        except OSError:  # a stick that was pulled out, a share that went away
            return Row(name, "skipped", UNREADABLE)

    def _dicom(self, name: str, stream: BinaryIO, start: bytes) -> Row:
        meta = FileMeta()
        try:
            meta = read_part10(stream)
            if meta.sop_class_uid == MEDIA_DIRECTORY:
                return Row(name, "skipped", "The list of contents of a medium; its pictures are read one by one.")
            header = _header(stream, meta)
        except (Damaged, Invalid) as problem:
            if is_like_dicom(name, start):
                return self._aside(name, stream, problem, meta)
            return Row(name, "skipped", _foreign(start))
        blob = _admitted(self.store, stream, meta, header)
        with self.store.write(Origin.IMPORT, self.actor) as unit:
            return row_of(name, filing.file_instance(unit, header, blob, FROM_FILE))

    def _aside(self, name: str, stream: BinaryIO, problem: Problem, meta: FileMeta) -> Row:
        stream.seek(0)
        blob = self.store.vault.admit(stream)
        with self.store.write(Origin.IMPORT, self.actor) as unit:
            filing.hold(unit, "quarantine", blob, problem.sentence, FROM_FILE, instance_uid=meta.instance_uid)
        return Row(name, "quarantined", problem.sentence, meta.instance_uid if is_uid(meta.instance_uid) else "")

    def _photograph(self, name: str, stream: BinaryIO) -> Row:
        data = stream.read(LARGEST_PHOTOGRAPH + 1)
        if len(data) > LARGEST_PHOTOGRAPH:
            return Row(name, "skipped", "The photograph is too large.")
        if self.said.is_complete:
            filed, reason = file_photograph(self.store, data, self.said, self.prepare, actor=self.actor)
            return row_of(name, filed)._replace(reason=reason)
        if self.keep_unsaid:
            uuid = kept_waiting(self.store, data, name, self.prepare, actor=self.actor)
            return Row(name, "waiting" if uuid else "duplicate", "", uuid)
        if not self.said.patient:
            return Row(name, "skipped", "Whose photograph is it? Say it with --patient.")
        return Row(name, "skipped", "Which eye does it show? Say it with --eye R or --eye L.")


def row_of(name: str, filed: Filed) -> Row:
    """What became of an instance, in the words of an import."""
    reason = "It waits in the Inbox for a person." if filed.outcome == "stored" and filed.patient_uuid is None else ""
    if filed.outcome == "conflict":
        reason = "Another picture has this number. Both are kept."
    return Row(name, filed.outcome, reason, filed.instance_uid)


def is_like_dicom(name: str, start: bytes) -> bool:
    """Whether a file means to be DICOM, by its mark, its name, or a first element of group 0002 or 0008."""
    marked = b"DICM" in (start[128:132], start[:4])
    begins = start[:2] in (b"\x02\0", b"\x08\0", b"\0\x08")
    return marked or begins or name.lower().endswith(_NAMED_DICOM)


def _foreign(start: bytes) -> str:
    if any(start[at : at + len(mark)] == mark for mark, at in _OTHER_PICTURES.items()):
        return "Only JPEG and PNG photographs are taken in. Save it as JPEG first."
    return "This is not a picture we know."


def _header(stream: BinaryIO, meta: FileMeta) -> Header:
    """What the instance says of itself, once all of it has passed the gate. Raises Damaged or Invalid."""
    stream.seek(meta.data_set_at)
    reader = DataSetReader(meta.transfer_syntax_uid, calling_ae_title=meta.source_ae_title)
    while chunk := stream.read(_PIECE):
        reader.feed(chunk)
    return reader.close()


def _admitted(store: Store, stream: BinaryIO, meta: FileMeta, header: Header) -> Blob:
    """The file as it is; a bare data set gets our file meta in front."""
    stream.seek(0)
    if meta.data_set_at:
        return store.vault.admit(stream, data_set_offset=meta.data_set_at)
    front = file_meta(header.sop_class_uid, header.instance_uid, header.transfer_syntax_uid)
    return store.vault.admit(cast(BinaryIO, _Behind(front, stream)), data_set_offset=len(front))


class _Behind(io.RawIOBase):
    """Some bytes, then a stream."""

    def __init__(self, front: bytes, stream: BinaryIO) -> None:
        super().__init__()
        self._front = front
        self._stream = stream

    def read(self, size: int = CHUNK) -> bytes:
        """The next bytes."""
        if self._front:
            taken, self._front = self._front[:size], self._front[size:]
            return taken
        return self._stream.read(size)
