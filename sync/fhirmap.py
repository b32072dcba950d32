"""What is kept here as resources of a FHIR server: STU3 as the seeds have it, and R4. Pure: frozen values in, JSON out.

The shapes of Patient and ImagingStudy are those of our own STU3 surface; where R4 differs, it says so. Every resource carries our
own identifier, so that it can be found whatever id a server gives it. Refuses to say an eye that nobody stated.
"""

import base64
import hashlib
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import tzinfo
from enum import StrEnum
from typing import Any

from resources.fhir import imagingstudy
from resources.fhir import patient as people
from resources.grading.schemes import scheme_of
from resources.store.opinions import OpinionRow
from resources.store.referrals import ReferralRow
from resources.store.rows import PatientRow, PhotoRow, StudyRow, WorkitemRow
from resources.terms import Kind, WorkitemState
from resources.wire.dates import instant_text
from resources.wire.fhir import OURS, extended, filled, laterality_coding, oid, value_of
from sync.conflict import Rule

CONNECTIONS = "http://terminology.hl7.org/CodeSystem/endpoint-connection-type"
CONNECTIONS_STU3 = "http://hl7.org/fhir/endpoint-connection-type"
URI = "urn:ietf:rfc:3986"
ACCESSION = {"coding": [{"system": "http://terminology.hl7.org/CodeSystem/v2-0203", "code": "ACSN"}]}
WADO = "hq-wado"
Resource = dict[str, Any]


class Edition(StrEnum):
    """Which FHIR a server speaks."""

    STU3 = "STU3"
    R4 = "R4"

    @classmethod
    def of(cls, version: str) -> "Edition | None":
        """By fhirVersion of a CapabilityStatement; ``None`` for one that we do not speak."""
        return {"3": cls.STU3, "4": cls.R4}.get(version.strip().partition(".")[0])


TYPES: Mapping[Edition, Mapping[Kind, tuple[str, ...]]] = {
    Edition.STU3: {
        Kind.PATIENT: ("Patient",),
        Kind.PHOTO: ("Media",),
        Kind.STUDY: ("ImagingStudy",),
        Kind.OPINION: ("Observation", "DiagnosticReport"),
        Kind.REFERRAL: ("ReferralRequest",),
        Kind.WORKITEM: ("Task",),
    },
    Edition.R4: {
        Kind.PATIENT: ("Patient",),
        Kind.PHOTO: ("Media",),
        Kind.STUDY: ("ImagingStudy",),
        Kind.OPINION: ("Observation", "DiagnosticReport"),
        Kind.REFERRAL: ("ServiceRequest",),
        Kind.WORKITEM: ("Task",),
    },
}
"""What each kind of record is there; the first that the server takes."""

SERVERS_OWN = frozenset({"resourceType", "id", "meta", "implicitRules", "text", "language"})
RULES: Mapping[str, Rule] = {
    "identifier": Rule.UNION,
    "telecom": Rule.UNION,
    "endpoint": Rule.UNION,
    "contained": Rule.UNION,
    f"{OURS}notes": Rule.BOTH,
    "status": Rule.HQ,
}

INHERITED: Mapping[str, tuple[str, ...]] = {"name": ("prefix", "suffix", "extension")}
"""What stays with somebody under another name."""

ABOUT = frozenset({"subject", "patient", "for"})
"""The elements that refer to the person."""


def rule_of(kind: Kind, name: str) -> Rule:
    """The class of one field of one kind of record (sync/README.md, "Conflicts")."""
    if name in ABOUT and kind is not Kind.PATIENT:
        return Rule.PERSON
    if kind in (Kind.OPINION, Kind.PHOTO):
        return Rule.NEVER
    return RULES.get(name, Rule.ASK)


def identifier(kind: Kind, uid: str) -> Resource:
    """Ours, by which a record is found whatever id it has at headquarters."""
    return {"system": f"{OURS}{kind.value}", "value": uid}


# --- fields and back --------------------------------------------------------------------------------------------------


def fields(resource: Mapping[str, Any]) -> Resource:
    """What can be compared and merged: every element but the server's own, and each of our extensions by its name."""
    found = {name: value for name, value in resource.items() if name not in SERVERS_OWN and name != "extension"}
    for one in resource.get("extension") or ():
        if isinstance(one, Mapping) and str(one.get("url", "")).startswith(OURS):
            found[str(one["url"])] = next((value for name, value in one.items() if name.startswith("value")), None)
    return found


def overlaid(theirs: Mapping[str, Any] | None, known: Collection[str], wanted: Mapping[str, Any]) -> Resource:
    """Headquarters' resource with the fields that we know of as they are wanted; what only headquarters says stays as it is."""
    kept = dict(theirs or {})
    extensions = [one for one in kept.pop("extension", ()) if str(one.get("url", "")) not in known]
    kept = {name: value for name, value in kept.items() if name not in known}
    for name, value in wanted.items():
        if name.startswith(OURS):
            extensions.append({"url": name, value_of(value): value})
        else:
            kept[name] = value
    return {**kept, **filled(extension=extensions)}


# --- the kinds --------------------------------------------------------------------------------------------------------


def patient(row: PatientRow) -> Resource:
    """The same in both editions, and on our own surface."""
    return _without_meta(people.resource_of(row))


def photo(row: PhotoRow, data: bytes, edition: Edition, subject: Resource) -> Resource:
    """Media with the picture inside."""
    content = filled(
        contentType=row.mime,
        data=base64.b64encode(data).decode("ascii"),
        hash=base64.b64encode(hashlib.sha1(data, usedforsecurity=False).digest()).decode("ascii"),
        title=row.kind,
    )
    when = instant_text(row.created_at)
    differs = {"type": "photo", "occurrenceDateTime": when}
    if edition is Edition.R4:  # Media.status is required, and type is a CodeableConcept
        differs = {"status": "completed", "createdDateTime": when}
    return {
        "resourceType": "Media",
        "id": row.uuid,
        "identifier": [identifier(Kind.PHOTO, row.uuid)],
        **differs,
        "subject": subject,
        **filled(height=row.height, width=row.width),
        "content": content,
    }


def study(row: StudyRow, edition: Edition, subject: Resource, pictures_at: str, zone: tzinfo) -> Resource:
    """ImagingStudy, with the archive that has its pictures as a contained Endpoint."""
    shown = _without_meta(imagingstudy.resource_of(row, None, zone))
    endpoint = {"reference": f"#{WADO}"}
    own = [one for one in shown.get("endpoint", ()) if not str(one.get("reference", "")).startswith("Endpoint/")]
    shown["endpoint"] = [*own, endpoint] if pictures_at else own
    contained = [one for one in shown.get("contained", ()) if one.get("id") != WADO]
    shown["contained"] = [*contained, *([_endpoint(pictures_at, edition)] if pictures_at else [])]
    shown["identifier"] = [identifier(Kind.STUDY, row.study_uid), *shown.get("identifier", ())]
    if edition is Edition.STU3:
        return filled(**{**shown, "patient": subject})
    return _study_r4(shown, row, subject)


def _endpoint(address: str, edition: Edition) -> Resource:
    system = CONNECTIONS if edition is Edition.R4 else CONNECTIONS_STU3
    return {
        "resourceType": "Endpoint",
        "id": WADO,
        "status": "active",
        "connectionType": {"system": system, "code": "dicom-wado-rs"},
        "payloadType": [{"text": "DICOM"}],
        "payloadMimeType": ["application/dicom"],
        "address": address,
    }


def _study_r4(stu3: Resource, row: StudyRow, subject: Resource) -> Resource:
    """R4: uid and accession are identifiers, status is required, patient is subject, modalityList is modality."""
    uid = {"system": "urn:dicom:uid", "value": oid(row.study_uid)}
    accession = stu3.get("accession", {}).get("value")
    number = [{"type": ACCESSION, "value": accession}] if accession else []
    same = ("id", "contained", "started", "referrer", "interpreter", "endpoint", "numberOfSeries", "numberOfInstances")
    return filled(
        resourceType="ImagingStudy",
        **{name: stu3.get(name) for name in same},
        identifier=[uid, *number, *stu3["identifier"]],
        status="available",
        modality=[one for one in stu3.get("modalityList", ()) if one.get("code")],
        subject=subject,
        description=stu3.get("description"),
        series=[_series_r4(one) for one in stu3.get("series", ())],
    )


def _series_r4(stu3: Resource) -> Resource:
    """R4: plain UIDs, and the SOP class as a Coding."""
    same = ("number", "modality", "description", "numberOfInstances", "bodySite", "laterality", "started")
    instances = [
        filled(
            uid=one["uid"].removeprefix("urn:oid:"),
            sopClass={"system": URI, "code": one["sopClass"]},
            number=one.get("number"),
            title=one.get("title"),
        )
        for one in stu3.get("instance", ())
    ]
    uid = stu3["uid"].removeprefix("urn:oid:")
    return filled(uid=uid, **{name: stu3.get(name) for name in same}, instance=instances)


@dataclass(frozen=True, slots=True)
class _Words:
    title: str
    codes: tuple[tuple[str, Resource], ...]

    @property
    def sentence(self) -> str:
        """For people who read it without our codes."""
        return "; ".join(f"{finding}: {coded['text']}" for finding, coded in self.codes)


def opinion(row: OpinionRow, type_: str, edition: Edition, subject: Resource) -> Resource:
    """A signed grade as an Observation; as a DiagnosticReport where the server knows no Observation."""
    said, words = row.said, _graded(row)
    shown: Resource = {
        "resourceType": type_,
        "id": row.uuid,
        "identifier": [identifier(Kind.OPINION, row.uuid)],
        "status": "final",
        "code": {"text": words.title},
        "subject": subject,
        "effectiveDateTime": row.day.isoformat(),
        "issued": instant_text(row.as_of),
    }
    as_seen = {"instance": said.instance_uid, "preview": said.is_preview or None, "second": row.is_second or None}
    if said.zoom is not None:
        as_seen["zoom"] = f"{said.zoom:.3f}"
    if type_ == "DiagnosticReport":  # which has no bodySite
        as_seen["eye"] = said.eye.value
    shown = extended(shown, **as_seen, replaces=" ".join(said.replaces), screen=said.screen_check)
    eye = filled(coding=[coding] if (coding := laterality_coding(said.eye)) else [], text=said.eye.eye)
    if type_ == "DiagnosticReport":
        return shown | _report(row, words, edition)
    performer = [{"display": row.reader}]
    note = {"note": [{"text": said.note}]} if edition is Edition.R4 else {"comment": said.note}
    absent = {"dataAbsentReason": {"text": said.absent}} if said.absent else {}
    parts = [{"code": {"text": finding}, "valueCodeableConcept": coded} for finding, coded in words.codes]
    return shown | absent | filled(performer=performer, bodySite=eye, component=parts, **(note if said.note else {}))


def _report(row: OpinionRow, words: _Words, edition: Edition) -> Resource:
    person = {"display": row.reader}
    conclusion = ". ".join(part for part in (row.said.eye.eye, words.sentence, row.said.absent, row.said.note) if part)
    coded = [coded for _, coded in words.codes]
    if edition is Edition.R4:  # performer is a plain Reference, codedDiagnosis is called conclusionCode
        return filled(performer=[person], conclusion=conclusion, conclusionCode=coded)
    return filled(performer=[{"actor": person}], conclusion=conclusion, codedDiagnosis=coded)


def _graded(row: OpinionRow) -> _Words:
    grade = row.said.grade
    if grade is None:
        return _Words(f"Eye screening, {row.said.eye.eye}", ())
    scheme = scheme_of(grade)
    codes = []
    for finding, code in grade.codes:
        known = scheme.finding(finding) if scheme else None
        word = known.find(code) if known else None
        coding = filled(system=f"{OURS}scheme:{grade.scheme}", version=grade.version, code=code)
        codes.append((finding, {"coding": [coding], "text": grade.text(finding) or (word.word if word else code)}))
    return _Words(f"Retinal grading {grade.scheme} {grade.version}, {row.said.eye.eye}", tuple(codes))


def referral(row: ReferralRow, edition: Edition, subject: Resource) -> Resource:
    """Somebody to be seen: ReferralRequest in STU3, ServiceRequest in R4."""
    ended = "revoked" if edition is Edition.R4 else "cancelled"
    status = "active" if row.closed_at is None else "completed" if row.attended_at else ended
    notes = [f"Decided by {row.decided_by} ({row.rule})."]
    if row.told_at:
        notes.append(f"Told by {row.told_by}, {row.told_how}, {instant_text(row.told_at)}.")
    if row.closed_at:
        notes.append(f"Ended by {row.closed_by}: {row.closed_why}, {instant_text(row.closed_at)}.")
    why = {"text": f"Eye screening: {row.outcome.word}"}
    requester = {"display": row.decided_by}
    differs = {"reasonCode": [why], "requester": requester, "code": {"text": "See an eye doctor"}}
    if edition is Edition.STU3:
        differs = {"reasonCode": [why], "requester": {"agent": requester}, "description": "See an eye doctor"}
    return {
        "resourceType": TYPES[edition][Kind.REFERRAL][0],
        "id": row.uuid,
        "identifier": [identifier(Kind.REFERRAL, row.uuid)],
        "status": status,
        "intent": "order",
        "priority": "urgent" if row.is_urgent else "routine",
        "subject": subject,
        "occurrenceDateTime": row.day.isoformat(),
        "authoredOn": instant_text(row.decided_at),
        "note": [{"text": text} for text in notes],
        **differs,
    }


TASK_STATUS = {
    WorkitemState.SCHEDULED: "requested",
    WorkitemState.IN_PROGRESS: "in-progress",
    WorkitemState.COMPLETED: "completed",
    WorkitemState.CANCELED: "cancelled",
}


def workitem(row: WorkitemRow, subject: Resource) -> Resource:
    """An examination that is waited for: a Task, the same in both editions."""
    period = filled(
        start=instant_text(row.started_at) if row.started_at else None,
        end=instant_text(row.ended_at) if row.ended_at else None,
    )
    return {
        "resourceType": "Task",
        "id": row.workitem_uid,
        "identifier": [identifier(Kind.WORKITEM, row.workitem_uid)],
        "status": TASK_STATUS[WorkitemState(row.state)],
        "intent": "order",
        "code": {"text": "Eye screening"},
        "for": subject,
        "authoredOn": instant_text(row.scheduled_at),
        **filled(executionPeriod=period),
    }


def _without_meta(resource: Resource) -> Resource:
    return {name: value for name, value in resource.items() if name != "meta"}
