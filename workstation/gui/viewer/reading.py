"""What the viewer reads from the store, off the GUI thread. Frozen values out; nothing is written."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from resources.store import annotations, evictions, opinions, patients, previews, qualities, screenchecks, studies
from resources.store.annotations import AnnotationRow
from resources.store.opinions import OpinionRow
from resources.store.qualities import Quality
from resources.store.screenchecks import ScreenCheckRow
from resources.store.store import Store
from workstation.gui.viewer.originals import Originals, Wish
from workstation.gui.viewer.visit import Visit, visits

LONGEST = 500
"""Studies looked through for the list of people to read."""


@dataclass(frozen=True, slots=True)
class Read:
    """A person's visits as they were when they were read."""

    patient_uuid: str
    visits: tuple[Visit, ...]
    said: tuple[OpinionRow, ...] = ()
    qualities: Mapping[str, Quality] = field(default_factory=dict)
    screen: ScreenCheckRow | None = None
    marks: tuple[AnnotationRow, ...] = ()
    wishes: Mapping[str, Wish] = field(default_factory=dict)
    """Originals that left and that somebody wants back, by UID."""

    @property
    def left(self) -> frozenset[str]:
        """The pictures of which nothing but a small one is here, by UID, because their originals left."""
        return frozenset(row.instance_uid for visit in self.visits for row in visit.rows if row.has_left)


def read_person(store: Store, patient_uuid: str, originals: Originals) -> Read:
    """One person. Raises NotFound or Gone."""
    with store.read() as unit:
        patient = patients.find(unit, patient_uuid)
        theirs = evictions.marked(unit, studies.of_patient(unit, patient_uuid))
        glimpses = previews.of_patient(unit, patient.pk)
        said = opinions.of_patient(unit, patient_uuid)
        uids = [row.instance_uid for study in theirs for row in study.instances]
        judged = {uid: row.quality for uid, row in qualities.standing(unit, uids).items() if row.quality}
        screen = screenchecks.of_day(unit, unit.now.astimezone(store.zone).date())
        marks, wishes = tuple(annotations.standing(unit, uids)), originals.wishes(unit)
    return Read(patient_uuid, visits(patient, theirs, store.zone, glimpses), tuple(said), judged, screen, marks, wishes)


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
