"""A study with its series and instances as seed 000 writes it. The eye of an instance is what its row says, or absent (HZ-02)."""

from datetime import tzinfo
from typing import Any

from resources.rest.desk import Desk
from resources.rest.fields import filled
from resources.store.rows import InstanceRow, SeriesRow, StudyRow
from resources.terms import Availability, Laterality
from resources.wire.dates import instant_text

OPTIC_BODY_SITE = {"R": "18944008", "L": "8966001", "B": "40638003"}
"""SNOMED CT: right eye structure, left eye structure, both eyes."""


def study_json(desk: Desk, row: StudyRow) -> dict[str, Any]:
    """The full tree."""
    kept = dict(row.extra.get("api", {}))
    known = {
        **filled(
            id=row.public_id,
            uid=row.study_uid,
            started=_started(row, desk.store.zone),
            patient=_patient(row),
            order=kept.get("order"),
            referrer=_referrer(row.referrer),
            availability=study_availability(row).value,
            url=kept.get("url") or desk.url("ImagingStudy", row.public_id),
            description=row.description,
            accession=row.accession_number,
            unmatched=row.unmatched,
            flags=list(row.flags),
        ),
        "numberOfSeries": len(row.series),
        "numberOfInstances": len(row.instances),
        "series": [series_json(desk, row, series) for series in row.series],
        "meta": {"versionId": str(row.version), "lastUpdated": instant_text(row.changed_at)},
    }
    return {**known, **{key: value for key, value in kept.get("more", {}).items() if key not in known}}


def series_json(desk: Desk, study: StudyRow, row: SeriesRow) -> dict[str, Any]:
    """One series. It has a side only when it and all its instances say the same one."""
    side = common_side(row)
    return {
        **series_head(row),
        **filled(
            description=row.description,
            availability=_availability(row.instances).value,
            bodySite=OPTIC_BODY_SITE.get(side or ""),
            laterality=side.word if side else None,
        ),
        "numberOfInstances": len(row.instances),
        "instance": [instance_json(desk, study, row, instance) for instance in row.instances],
    }


def series_head(row: SeriesRow) -> dict[str, Any]:
    """What names a series, without what is in it."""
    side = common_side(row)
    return filled(
        id=str(row.pk),
        uid=row.series_uid,
        number=row.number,
        modality=row.modality,
        laterality=side.word if side else None,
    )


def instance_json(desk: Desk, study: StudyRow, series: SeriesRow, row: InstanceRow) -> dict[str, Any]:
    """One instance; ``content`` is where its picture is, once there is one."""
    place = desk.url("ImagingStudy", study.public_id, "series", series.pk, row.pk)
    return filled(
        id=str(row.pk),
        uid=row.instance_uid,
        number=row.number,
        sopClass=announced_class(row),
        title=row.title,
        type=row.type,
        laterality=row.laterality.word if row.laterality else None,
        content=None if row.is_waiting else place,
        hidden=row.hidden,
    )


def announced_class(row: InstanceRow) -> str:
    """The SOP class as a client announced it; the row has that of the bytes."""
    return str(row.extra.get("announced_sop_class_uid", row.sop_class_uid))


def common_side(row: SeriesRow) -> Laterality | None:
    """The side that every instance of the series has."""
    sides = {instance.laterality for instance in row.instances}
    return sides.pop() if len(sides) == 1 else None


def study_availability(row: StudyRow) -> Availability:
    """As a client said while there is no picture; ONLINE once there is one."""
    said = row.extra.get("api", {}).get("availability")
    if said and all(instance.is_waiting for instance in row.instances):
        return Availability(said)
    return _availability(row.instances)


def _availability(instances: tuple[InstanceRow, ...]) -> Availability:
    waiting = bool(instances) and all(instance.is_waiting for instance in instances)
    return Availability.OFFLINE if waiting else Availability.ONLINE


def _started(row: StudyRow, zone: tzinfo) -> str:
    return row.started_at.astimezone(zone).isoformat() if row.started_at else ""


def _patient(row: StudyRow) -> dict[str, Any]:
    """The person; or, while nobody knows who it is, what the sender said."""
    if row.patient is not None:
        return filled(reference=f"Patient/{row.patient.public_id}", display=row.patient.name)
    name = row.identity.get("name", "").partition("=")[0].replace("^", " ").strip()
    return filled(display=name or "Unknown", identifier=filled(value=row.identity.get("patient_id")))


def _referrer(text: str) -> dict[str, Any]:
    return filled(reference=f"Practitioner/{text}") if text.isdecimal() else filled(display=text)
