"""Bringing in files from a stick, a share or a phone: DICOM files, folders, media, ZIPs and photographs.

Every file gets one answer. Nothing is guessed: a photograph needs somebody who says whose it is and which eye (HZ-02, HZ-20).
"""

import hashlib
import io
import stat
import uuid
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO, NamedTuple

from resources.problems import Damaged, Invalid, Problem
from resources.store import Store, Unit, filing, patients, station, studies
from resources.store.rows import Arrival, Filed, PatientRow
from resources.terms import Field, Laterality, Origin
from resources.wire.header import Identity
from resources.wire.part10 import FileMeta, file_meta, header_of, read_part10
from resources.wire.photograph import Sitting, photograph

JPEG, PNG, ZIP = b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"PK\x03\x04"
LARGEST_MEMBER = 600 << 20
"""Bytes that one file in a ZIP may unpack to."""
LARGEST_PHOTOGRAPH = 100 << 20
MOST_MEMBERS = 100_000
FROM_FILE = Arrival(Origin.IMPORT)


class Said(NamedTuple):
    """What the person who imports says of all photographs of this import."""

    patient: str = ""
    eye: Laterality | None = None
    field: Field | None = None


class Row(NamedTuple):
    """What became of one file. ``outcome`` is stored, duplicate, conflict, quarantined or skipped."""

    path: str
    outcome: str
    reason: str = ""
    instance_uid: str = ""


def bring_in(store: Store, paths: Iterable[Path], said: Said, *, actor: str = "import") -> Iterator[Row]:
    """One row for each file, in order of name; a file that fails does not stop the others."""
    with store.read() as unit:
        study_uid = unit.new_uid()
    importing = _Import(store, said, actor, study_uid)
    for path in paths:
        for name, stream in _files(path):
            yield importing.one(name, stream) if stream is not None else Row(name, "skipped", "It cannot be read.")


class _Import:
    """One import: what is the same for all its files."""

    def __init__(self, store: Store, said: Said, actor: str, study_uid: str) -> None:
        self.store = store
        self.said = said
        self.actor = actor
        self.study_uid = study_uid
        self.photographs = 0

    def one(self, name: str, stream: BinaryIO) -> Row:
        """File it, keep it aside, or say why not."""
        start = stream.read(132)
        stream.seek(0)
        try:
            if start.startswith((JPEG, PNG)):
                return self._photograph(name, stream)
            return self._dicom(name, stream, is_dicom=start[128:132] == b"DICM")
        except Problem as problem:
            return Row(name, "skipped", problem.sentence)

    def _dicom(self, name: str, stream: BinaryIO, *, is_dicom: bool) -> Row:
        try:
            meta = read_part10(stream)
            if _is_directory(meta):
                return Row(name, "skipped", "The list of contents of a medium; its pictures are read one by one.")
            stream.seek(0)
            header = header_of(stream)
        except (Damaged, Invalid) as problem:
            return (
                self._aside(name, stream, problem)
                if is_dicom
                else Row(name, "skipped", "This is not a picture we know.")
            )
        stream.seek(0)
        if meta.data_set_at:
            blob = self.store.vault.admit(stream, data_set_offset=meta.data_set_at)
        else:
            front = file_meta(header.sop_class_uid, header.instance_uid, header.transfer_syntax_uid, "")
            blob = self.store.vault.admit(io.BytesIO(front + stream.read()), data_set_offset=len(front))
        with self.store.write(Origin.IMPORT, self.actor) as unit:
            return _row(name, filing.file_instance(unit, header, blob, FROM_FILE))

    def _aside(self, name: str, stream: BinaryIO, problem: Problem) -> Row:
        stream.seek(0)
        blob = self.store.vault.admit(stream)
        with self.store.write(Origin.IMPORT, self.actor) as unit:
            filing.hold(unit, "quarantine", blob, problem.sentence, FROM_FILE)
        return Row(name, "quarantined", problem.sentence)

    def _photograph(self, name: str, stream: BinaryIO) -> Row:
        if not self.said.patient:
            return Row(name, "skipped", "Whose photograph is it? Say it with --patient.")
        if self.said.eye is None:
            return Row(name, "skipped", "Which eye does it show? Say it with --eye R or --eye L.")
        data = stream.read(LARGEST_PHOTOGRAPH + 1)
        if len(data) > LARGEST_PHOTOGRAPH:
            return Row(name, "skipped", "The photograph is too large.")
        with self.store.write(Origin.IMPORT, self.actor) as unit:
            person = patients.find(unit, self.said.patient)
            uid = _uid_of(data, person.uuid)
            if studies.instances(unit, [uid]):
                return Row(name, "duplicate", "", uid)
            sitting = self._sitting(unit, person)
        made = photograph(data, sitting, lambda: uid)
        part10 = io.BytesIO(made.file_meta + made.data_set)
        blob = self.store.vault.admit(part10, data_set_offset=len(made.file_meta))
        part10.seek(0)
        header = header_of(part10)
        with self.store.write(Origin.IMPORT, self.actor) as unit:
            row = _row(name, filing.file_for(unit, person.uuid, header, blob, FROM_FILE))
        mirrored = "The photograph was stored mirrored. Check which eye it shows." if made.is_mirrored else ""
        return row._replace(reason=mirrored or row.reason)

    def _sitting(self, unit: Unit, person: PatientRow) -> Sitting:
        """Whose eye this is, and what all photographs of this import belong to."""
        self.photographs += 1
        synchronization = station.fact(unit, "synchronization.uid") or unit.new_uid()
        station.remember(unit, "synchronization.uid", synchronization)
        born = person.details.birth_date
        return Sitting(
            identity=Identity(
                patient_id=person.number or person.uuid,
                issuer=station.camp(unit).prefix,
                name=person.person_name,
                sex=person.details.sex,
                birth_date=born.strftime("%Y%m%d") if born else "",
            ),
            laterality=self.said.eye,
            field=self.said.field,
            taken_at=unit.now.astimezone(unit.store.zone),
            study_uid=self.study_uid,
            series_uid=f"{self.study_uid}.1",
            instance_number=self.photographs,
            synchronization_uid=synchronization,
        )


def _row(name: str, filed: Filed) -> Row:
    reason = "It waits in the Inbox for a person." if filed.outcome == "stored" and filed.patient_uuid is None else ""
    if filed.outcome == "conflict":
        reason = "Another picture has this number. Both are kept."
    return Row(name, filed.outcome, reason, filed.instance_uid)


def _uid_of(data: bytes, patient_uuid: str) -> str:
    """The same photograph of the same person always gets the same UID, so that a second import finds it (PS3.5 B.2)."""
    seed = hashlib.sha256(patient_uuid.encode() + data).digest()[:16]
    return f"2.25.{uuid.UUID(bytes=seed, version=4).int}"


def _is_directory(meta: FileMeta) -> bool:
    return meta.sop_class_uid == "1.2.840.10008.1.3.10"  # Media Storage Directory, PS3.4 Annex I


def _files(path: Path) -> Iterator[tuple[str, BinaryIO | None]]:
    """Every file below a path, also inside ZIPs."""
    if path.is_dir():
        for inside in sorted(path.rglob("*")):
            if inside.is_file():
                yield from _files(inside)
        return
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            yield str(path), None
            return
        with path.open("rb") as stream:
            start = stream.read(4)
            stream.seek(0)
            if start == ZIP:
                yield from _members(path, stream)
            else:
                yield str(path), stream
    except OSError:
        yield str(path), None


def _members(path: Path, stream: BinaryIO) -> Iterator[tuple[str, BinaryIO | None]]:
    """The files in a ZIP, each unpacked up to a cap and never to the disk."""
    try:
        with zipfile.ZipFile(stream) as archive:
            members = [member for member in archive.infolist() if not member.is_dir()][:MOST_MEMBERS]
            for member in sorted(members, key=lambda member: member.filename):
                yield f"{path}!{member.filename}", _unpacked(archive, member)
    except zipfile.BadZipFile:
        yield str(path), None


def _unpacked(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> BinaryIO | None:
    if member.file_size > LARGEST_MEMBER or member.flag_bits & 0x1:
        return None
    try:
        with archive.open(member) as inside:
            content = inside.read(LARGEST_MEMBER + 1)
    except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError, EOFError):
        return None
    return io.BytesIO(content) if len(content) <= LARGEST_MEMBER else None
