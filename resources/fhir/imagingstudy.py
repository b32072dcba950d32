"""A study as an ImagingStudy, and back. What a client said beyond our columns is kept and shown again as it came.

Counts are always counted. The side of a series is shown when all its instances have it, and absent otherwise (hazard HZ-02).
"""

from collections.abc import Iterable, Mapping
from datetime import tzinfo
from typing import Any

from resources.fhir.problems import Unprocessable
from resources.problems import Invalid, NotFound
from resources.store import Unit, patients
from resources.store.rows import InstanceRow, SeriesRow, StudyRow
from resources.store.statements import InstanceStatement, SeriesStatement, StudyStatement
from resources.store.studysearch import OUR_ENDPOINT
from resources.terms import Availability, Laterality
from resources.wire.dates import instant_text
from resources.wire.fhir import DCM, filled, is_subset, laterality_coding, oid, side_of
from resources.wire.fhirdates import interval
from resources.wire.fhirsearch import bare
from resources.wire.fhirtypes import check, target_type

OURS = f"Endpoint/{OUR_ENDPOINT}"
UNMATCHED = "urn:eyecamp:unmatched"
COUNTED = ("numberOfSeries", "numberOfInstances")
SAID_COUNTS = ".counted"
"""Where it is kept which counts a client gave; no element can have this name."""
ORDER = (
    "resourceType", "id", "meta", "implicitRules", "language", "text", "contained", "extension", "modifierExtension", "uid",
    "accession", "identifier", "availability", "modalityList", "patient", "context", "started", "basedOn", "referrer",
    "interpreter", "endpoint", "numberOfSeries", "numberOfInstances", "procedureReference", "procedureCode", "reason",
    "description", "series",
)  # fmt: skip


def resource_of(row: StudyRow, patient_uuid: str | None, zone: tzinfo) -> dict[str, Any]:
    """The ImagingStudy that a study is."""
    said = row.extra.get("fhir")
    kept: dict[str, Any] = {**said} if said is not None else _from_columns(row, zone)
    has_pictures = _has_pictures(row.instances)
    if has_pictures or said is None:
        kept |= _derived(row)
    if has_pictures:
        kept["endpoint"] = [*kept.get("endpoint", ()), {"reference": OURS}]
    shown = {
        **kept,
        SAID_COUNTS: (),
        "resourceType": "ImagingStudy",
        "id": row.uuid,
        "meta": _meta(row, kept.get("meta", {})),
        "uid": oid(row.study_uid),
        "patient": _patient(row, patient_uuid, kept.get("patient", {})),
        **_counts(row),
        "series": [_series(series) for series in row.series],
    }
    del shown[SAID_COUNTS]
    return {name: shown[name] for name in sorted(shown, key=_rank) if shown[name] not in ([], {}, None)}


def _rank(name: str) -> tuple[int, str]:
    plain = name.removeprefix("_")
    return (ORDER.index(plain) if plain in ORDER else len(ORDER), name)


def _has_pictures(instances: Iterable[InstanceRow]) -> bool:
    return any(not instance.is_waiting for instance in instances)


def _from_columns(row: StudyRow, zone: tzinfo) -> dict[str, Any]:
    """What the columns say of a study that no client of FHIR has spoken of."""
    started = row.started_at.astimezone(zone).isoformat(timespec="seconds") if row.started_at else None
    practitioner = (
        {"reference": f"Practitioner/{row.referrer}"}
        if row.referrer.isdecimal()
        else filled(display=_words(row.referrer))
    )
    return filled(
        started=started,
        accession=filled(value=row.accession_number.strip()),
        identifier=[{"value": row.study_id.strip()}] if row.study_id.strip() else [],
        description=row.description.strip(),
        referrer=practitioner,
    )


def _derived(row: StudyRow) -> dict[str, Any]:
    modalities: dict[str, Any] = {}
    for series in row.series:
        modalities.setdefault(series.modality, _modality(series))
    return {"availability": _availability(row).value, "modalityList": list(modalities.values())}


def _availability(row: StudyRow) -> Availability:
    said = row.extra.get("api", {}).get("availability")
    if said and not _has_pictures(row.instances):
        return Availability(said)
    return _of_instances(row.instances)


def _of_instances(instances: tuple[InstanceRow, ...]) -> Availability:
    return Availability.OFFLINE if instances and not _has_pictures(instances) else Availability.ONLINE


def _meta(row: StudyRow, kept: Mapping[str, Any]) -> dict[str, Any]:
    tags = [*kept.get("tag", ()), *([{"system": UNMATCHED, "code": row.unmatched}] if row.unmatched else [])]
    own = {"versionId": str(row.version), "lastUpdated": instant_text(row.changed_at)}
    return {**own, **{name: value for name, value in kept.items() if name != "tag"}, **filled(tag=tags)}


def _patient(row: StudyRow, uuid: str | None, kept: Mapping[str, Any]) -> dict[str, Any]:
    """The person; or, while nobody knows who it is, what the sender said."""
    if uuid is not None:
        return {"reference": f"Patient/{uuid}", **kept}
    number = str(row.identity.get("patient_id", "")).strip()
    name = _words(str(row.identity.get("name", "")))
    return filled(identifier=filled(value=number), display=name or "Unknown")


def _words(person_name: str) -> str:
    return " ".join(person_name.partition("=")[0].replace("^", " ").split())


def _counts(row: StudyRow) -> dict[str, int]:
    """The counts, where there is something to count or something was said."""
    said = row.extra.get("fhir", {SAID_COUNTS: COUNTED}).get(SAID_COUNTS, ())
    numbers = {"numberOfSeries": len(row.series), "numberOfInstances": len(row.instances)}
    return {name: number for name, number in numbers.items() if number or name in said}


def _series(row: SeriesRow) -> dict[str, Any]:
    said = row.extra.get("fhir")
    kept: dict[str, Any] = dict(said) if said is not None else {"modality": _modality(row)}
    if said is None or _has_pictures(row.instances):
        kept["availability"] = _of_instances(row.instances).value
    kept["laterality"] = _laterality(row, kept.get("laterality"))
    number = row.number if row.number is not None and row.number >= 0 else None
    count = len(row.instances)
    shown = {
        **kept,
        **filled(
            uid=oid(row.series_uid), number=number, description=kept.get("description") or row.description.strip()
        ),
        **({"numberOfInstances": count} if count or "numberOfInstances" in kept else {}),
        "instance": [_instance(instance) for instance in row.instances],
    }
    return filled(**shown)


def _modality(row: SeriesRow) -> dict[str, str]:
    said = row.extra.get("fhir", {}).get("modality")
    if said:
        return dict(said)
    return {"system": DCM, "code": row.modality} if row.modality else {"display": "Unknown"}


def _laterality(row: SeriesRow, kept: Mapping[str, Any] | None) -> dict[str, Any] | None:
    """The side that every instance has, in the client's own coding where that says the same."""
    sides = {instance.laterality for instance in row.instances} or {row.laterality}
    common = sides.pop() if len(sides) == 1 else None
    if kept is not None and side_of(kept) == common:
        return dict(kept)
    return laterality_coding(common)


def _instance(row: InstanceRow) -> dict[str, Any]:
    number = row.number if row.number is not None and row.number >= 0 else None
    kept = row.extra.get("fhir", {})
    own = filled(
        uid=oid(row.instance_uid), number=number, sopClass=oid(row.sop_class_uid), title=kept.get("title") or row.title
    )
    return {**kept, **own}


# --- and back ---------------------------------------------------------------------------------------------------------


def statement_of(unit: Unit, body: Mapping[str, Any], bases: tuple[str, ...]) -> StudyStatement:
    """What a client states. Raises Unprocessable for what STU3 or our rules do not allow."""
    try:
        check(body)
    except Invalid as problem:
        raise Unprocessable(problem.sentence, fields=problem.fields) from problem
    if is_subset(body):
        raise Unprocessable("This is marked as a part of a resource; only a whole one can be stored.")
    started = interval(body["started"], unit.store.zone) if "started" in body else None
    accession = body.get("accession", {}).get("value", "")
    return StudyStatement(
        uid=bare(body.get("uid", "")),
        patient_uuid=patient_in(unit, body["patient"], bases),
        started=(started.low, started.high) if started else None,
        accession_number=_short(accession, 64, "ImagingStudy.accession.value"),
        description=body.get("description", ""),
        extra=_kept(body),
        series=_all_series(body.get("series", ())),
    )


def patient_in(unit: Unit, reference: Mapping[str, Any], bases: tuple[str, ...]) -> str:
    """The uuid of the person that a reference means. Raises Unprocessable for nobody who is here."""
    text = str(reference.get("reference", ""))
    for base in bases:
        text = text.removeprefix(f"{base}/")
    try:
        if text.startswith("Patient/") or target_type(text) == "":
            return patients.find(unit, text.partition("/_history/")[0].rpartition("/")[2]).uuid
    except NotFound:
        pass
    raise Unprocessable("The patient is not known here.", fields={"ImagingStudy.patient": "is not known here"})


def _kept(body: Mapping[str, Any]) -> dict[str, Any]:
    """What no column holds, or holds only in part."""
    modelled = {"resourceType", "id", "uid", "patient", "series", "meta", *COUNTED}
    kept = {name: value for name, value in body.items() if name not in modelled}
    meta = {name: value for name, value in body.get("meta", {}).items() if name not in ("versionId", "lastUpdated")}
    tags = [tag for tag in meta.pop("tag", ()) if tag.get("system") != UNMATCHED]
    patient = {name: value for name, value in body["patient"].items() if name != "reference"}
    kept |= filled(meta={**meta, **filled(tag=tags)}, patient=patient)
    kept[SAID_COUNTS] = [name for name in COUNTED if name in body]
    if "endpoint" in kept:
        kept["endpoint"] = [one for one in kept["endpoint"] if not _is_ours(one)]
    return {name: value for name, value in kept.items() if value not in ([], {})}


def _is_ours(reference: Mapping[str, Any]) -> bool:
    return str(reference.get("reference", "")).endswith(OURS)


def _all_series(given: Iterable[Mapping[str, Any]]) -> tuple[SeriesStatement, ...]:
    found = tuple(_one_series(one) for one in given)
    uids = [one.uid for one in found]
    inner = [instance.uid for one in found for instance in one.instances]
    for place, seen in (("ImagingStudy.series.uid", uids), ("ImagingStudy.series.instance.uid", inner)):
        if len(set(seen)) < len(seen):
            raise Unprocessable("A UID is given twice.", fields={place: "is given twice"})
    return found


def _one_series(given: Mapping[str, Any]) -> SeriesStatement:
    kept = {name: value for name, value in given.items() if name not in ("uid", "number", "instance")}
    return SeriesStatement(
        uid=bare(given["uid"]),
        modality=_short(given["modality"].get("code", ""), 16, "ImagingStudy.series.modality.code"),
        number=given.get("number"),
        description=given.get("description", ""),
        laterality=_side(given),
        extra=kept,
        instances=tuple(_one_instance(one) for one in given.get("instance", ())),
    )


def _side(given: Mapping[str, Any]) -> Laterality | None:
    return side_of(given.get("laterality"))


def _one_instance(given: Mapping[str, Any]) -> InstanceStatement:
    kept = {name: value for name, value in given.items() if name not in ("uid", "number", "sopClass")}
    return InstanceStatement(
        bare(given["uid"]), bare(given["sopClass"]), given.get("number"), given.get("title", ""), kept
    )


def _short(text: str, most: int, place: str) -> str:
    if len(text) > most:
        raise Unprocessable(
            f"{place} is longer than {most} characters.", fields={place: f"is longer than {most} characters"}
        )
    return text
