"""What the viewer reads from the store, off the GUI thread. Frozen values out; nothing is written."""

from dataclasses import dataclass

from resources.store import opinions, patients, studies
from resources.store.opinions import OpinionRow
from resources.store.store import Store
from workstation.gui.viewer.visit import Visit, visits

LONGEST = 500
"""Studies looked through for the list of people to read."""


@dataclass(frozen=True, slots=True)
class Read:
    """A person's visits as they were when they were read."""

    patient_uuid: str
    visits: tuple[Visit, ...]
    said: tuple[OpinionRow, ...] = ()


def read_person(store: Store, patient_uuid: str) -> Read:
    """One person. Raises NotFound or Gone."""
    with store.read() as unit:
        patient = patients.find(unit, patient_uuid)
        theirs = studies.of_patient(unit, patient_uuid)
        said = opinions.of_patient(unit, patient_uuid)
    return Read(patient_uuid, visits(patient, theirs, store.zone), tuple(said))


def read_list(store: Store) -> tuple[str, ...]:
    """Everybody with pictures, whose picture came first is first."""
    with store.read() as unit:
        found = studies.listed(unit, limit=LONGEST, newest_first=True)
    seen = {
        study.patient.uuid: None
        for study in reversed(found)
        if study.patient and any(row.digest and not row.hidden for row in study.instances)
    }
    return tuple(seen)
