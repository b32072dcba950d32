"""On a slow or paid line: small previews of earlier visits first, so that somebody can look while the originals travel (HZ-09).

Only of pictures whose eye and size headquarters states, and only of the very person who was asked for. Where headquarters makes
no previews there are none. Refuses to take a preview for a picture: it is kept beside the studies and replaced by the original.
"""

import logging
from collections.abc import Callable

from resources.store import Store, matching, previews, station
from resources.store.previews import Announced
from resources.store.rows import PatientRow
from resources.terms import Laterality, Origin
from resources.wire import dicomjson as tags
from resources.wire.dates import date_of
from resources.wire.dicomjson import DataSet
from sync import pull
from sync.answers import Place, attributes, identity
from sync.headquarters import Headquarters

log = logging.getLogger(__name__)
EYES = (Laterality.RIGHT, Laterality.LEFT)


def of_person(store: Store, hq: Headquarters, person: PatientRow, stopped: Callable[[], bool]) -> int:
    """Previews of everything that headquarters has of a person and this laptop has not; how many came."""
    with store.read() as unit:
        issuer = station.camp(unit).prefix
    came = 0
    for study in hq.find_studies(person.number or person.uuid):
        if not pull.is_theirs(study, person, issuer):
            continue
        for at in hq.instances(study.study_uid):
            if stopped():
                return came
            came += of_instance(store, hq, at, person)
    return came


def of_instance(store: Store, hq: Headquarters, at: Place, person: PatientRow) -> bool:
    """A preview of one instance, unless it is known here; whether it came."""
    with store.read() as unit:
        has_one = previews.has(unit, at.instance_uid)
    if has_one or pull.is_known(store, at.instance_uid):
        return False
    data_set = hq.metadata(at)
    said = announced(data_set, at, person) if data_set is not None else None
    picture = hq.preview(at) if said is not None else None
    if said is None or picture is None:
        return False
    blob = store.vault.admit(picture)
    with store.write(Origin.HQ, actor="headquarters") as unit:
        return previews.keep(unit, person.uuid, said, blob)


def announced(data_set: DataSet, at: Place, person: PatientRow) -> Announced | None:
    """What headquarters says of a picture of that person; ``None`` where something that is needed is not said."""
    said, who, day = attributes(data_set), identity(data_set), date_of(data_set.text(tags.STUDY_DATE))
    is_theirs = who.patient_id.strip() == (person.number or person.uuid) and matching.contradiction(who, person) is None
    if not is_theirs or day is None or said.laterality not in EYES or not said.rows or not said.columns:
        return None
    if said.frames > 1 or said.study_uid != at.study_uid:
        return None
    return Announced(at.instance_uid, at.series_uid, at.study_uid, day, said.laterality, said.rows, said.columns)
