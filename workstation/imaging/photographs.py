"""A photograph of an eye, with what a person says of it, becomes an instance; without it, it is kept aside and asked about.

Whose it is and which eye are said by a person, never read off a name, a folder or a time (HZ-02, HZ-20).
"""

import hashlib
import uuid
from collections.abc import Callable
from datetime import date, timedelta
from io import BytesIO
from typing import NamedTuple

from resources.problems import Invalid, NotFound
from resources.store import Store, Unit, asides, filing, patients, station, studies
from resources.store.rows import Arrival, Filed, PatientRow
from resources.terms import Field, Laterality, Origin
from resources.wire.ages import age_of
from resources.wire.header import Identity
from resources.wire.part10 import header_of
from resources.wire.photograph import Photograph, Sitting, photograph
from resources.wire.picture import Pixels

Prepare = Callable[[bytes], Pixels]
FROM_FILE = Arrival(Origin.IMPORT)
MIRRORED = "The photograph was stored mirrored. Check which eye it shows."
_LONG_AGO = timedelta(hours=12)


class Said(NamedTuple):
    """What a person says of photographs: whose, which eye, and what they were aimed at."""

    patient: str = ""
    eye: Laterality | None = None
    field: Field | None = None

    @property
    def is_complete(self) -> bool:
        """Whether a photograph can be made an instance with it."""
        return bool(self.patient) and self.eye is not None


def file_photograph(store: Store, data: bytes, said: Said, prepare: Prepare, *, actor: str) -> tuple[Filed, str]:
    """Make the instance and file it; the same photograph of the same person only once. What is odd about it comes as a sentence.

    Raises Invalid without an eye, NotFound for nobody, and as ``wire.picture.pixels_of`` does.
    """
    with store.write(Origin.IMPORT, actor) as unit:
        person = patients.find(unit, said.patient)
        instance_uid = _uid_of(data, person.uuid)
        if known := studies.instances(unit, [instance_uid]):
            return Filed("duplicate", instance_uid, known[0].study_uid, known[0].patient_uuid, None), ""
        sitting = _sitting(unit, person, said)
    made = photograph(data, sitting, lambda: instance_uid, prepare)
    part10 = made.file_meta + made.data_set
    blob = store.vault.admit(part10, data_set_offset=len(made.file_meta))
    header = header_of(BytesIO(part10))
    with store.write(Origin.IMPORT, actor) as unit:
        return filing.file_for(unit, person.uuid, header, blob, FROM_FILE), _oddity(made, sitting)


def kept_waiting(store: Store, data: bytes, name: str, prepare: Prepare, *, actor: str) -> str:
    """Keep a photograph until somebody speaks for it; its uuid, or nothing when it is here already.

    Raises Damaged, TooLarge and Unsupported as ``wire.picture.pixels_of`` does: what cannot be shown cannot be asked about.
    """
    prepare(data)
    blob = store.vault.admit(data)
    with store.write(Origin.IMPORT, actor) as unit:
        if asides.known(unit, "photograph", blob.digest):
            return ""
        return filing.hold(unit, "photograph", blob, name.rpartition("/")[2][-128:], FROM_FILE).uuid


def speak_for(store: Store, held_uuid: str, said: Said, prepare: Prepare, *, actor: str) -> tuple[Filed, str]:
    """Somebody says whose eye a kept photograph shows: it becomes an instance, and waits no more.

    Raises Invalid, NotFound, Conflict when it was settled meanwhile, and as ``file_photograph`` does.
    """
    if not said.is_complete:
        raise Invalid("Say whose photograph it is, and which eye.", fields={"laterality": "is not stated"})
    with store.read() as unit:
        row = asides.waiting(unit, held_uuid)
    filed, reason = file_photograph(store, store.vault.read(row.digest), said, prepare, actor=actor)
    with store.write(Origin.PERSON, actor) as unit:
        asides.settle(unit, held_uuid)
    return filed, reason


def _oddity(made: Photograph, sitting: Sitting) -> str:
    said = [MIRRORED] if made.is_mirrored else []
    if abs(made.taken - sitting.taken_at) > _LONG_AGO:
        said.append(f"Its camera says that it was taken on {made.taken:%d %B %Y}; it is filed under today.")
    return " ".join(said)


def _sitting(unit: Unit, person: PatientRow, said: Said) -> Sitting:
    """Whose eye this is, and what all photographs of this person of this day belong to."""
    synchronization = station.fact(unit, "synchronization.uid") or unit.new_uid()
    station.remember(unit, "synchronization.uid", synchronization)
    now = unit.now.astimezone(unit.store.zone)
    study_uid = _made_of(f"photographs of {person.uuid} on {now:%Y-%m-%d}".encode())
    return Sitting(
        identity=identity_of(person, station.camp(unit).prefix, now.date()),
        laterality=said.eye,
        field=said.field,
        taken_at=now,
        study_uid=study_uid,
        series_uid=f"{study_uid}.1",
        instance_number=_already(unit, study_uid) + 1,
        synchronization_uid=synchronization,
    )


def identity_of(person: PatientRow, issuer: str, today: date) -> Identity:
    """The person as an instance names them, with the age of that day."""
    born = person.details.birth_date
    return Identity(
        patient_id=person.number or person.uuid,
        issuer=issuer,
        name=person.person_name,
        sex=person.details.sex,
        birth_date=born.strftime("%Y%m%d") if born else "",
        age=age_of(born, person.details.birth_year, today),
    )


def _already(unit: Unit, study_uid: str) -> int:
    try:
        return len(studies.study(unit, study_uid).instances)
    except NotFound:
        return 0


def _uid_of(data: bytes, patient_uuid: str) -> str:
    """The same photograph of the same person always gets the same UID, so that a second import finds it (PS3.5 B.2)."""
    return _made_of(patient_uuid.encode() + data)


def _made_of(seed: bytes) -> str:
    return f"2.25.{uuid.UUID(bytes=hashlib.sha256(seed).digest()[:16], version=4).int}"
