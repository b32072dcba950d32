"""STU3 shapes that are the same whatever is kept: codings, references, bundles, outcomes, and parts of a resource. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from resources.terms import Laterality

FHIR_VERSION = "3.0.2"
JSON = "application/fhir+json"
DCM = "http://dicom.nema.org/resources/ontology/DCM"
SNOMED = "http://snomed.info/sct"
OURS = "urn:eyecamp:"
"""System of our own identifiers and name of our extensions: ``urn:eyecamp:patient``, ``urn:eyecamp:notes``."""
SUBSETTED = {"system": "http://hl7.org/fhir/v3/ObservationValue", "code": "SUBSETTED", "display": "subsetted"}
ISSUES = frozenset(
    {
        "structure", "required", "value", "invariant", "not-found", "duplicate", "conflict", "not-supported", "login",
        "forbidden", "too-costly", "too-long", "throttled", "transient", "exception", "invalid", "processing", "no-store",
        "informational",
    }
)  # fmt: skip
"""Of http://hl7.org/fhir/issue-type, those that are used here."""
DELETED = {"system": "http://hl7.org/fhir/operation-outcome", "code": "MSG_DELETED"}
"""What R4 has the issue type ``deleted`` for; in STU3 it is a detail of ``not-found``."""
MANDATORY = {
    "ImagingStudy": ("uid", "patient"),
    "Endpoint": ("status", "connectionType", "payloadType", "address"),
    "Patient": (),
}
ALWAYS = ("resourceType", "id", "meta", "implicitRules")
_DISPLAY = {"R": "Unilateral right", "L": "Unilateral left", "B": "Bilateral"}
_SIDES = {side.snomed: side for side in Laterality}


def oid(uid: str) -> str:
    """A DICOM UID as FHIR writes it."""
    return f"urn:oid:{uid}"


def filled(**values: object) -> dict[str, Any]:
    """Only what is known: FHIR has no empty element."""
    return {key: value for key, value in values.items() if value is not None and value not in ("", [], {})}


def extended(resource: dict[str, Any], **said: object) -> dict[str, Any]:
    """With what FHIR has no element for, as extensions of ours."""
    extensions = [{"url": f"{OURS}{name}", value_of(value): value} for name, value in filled(**said).items()]
    return {**resource, **filled(extension=extensions)}


def value_of(value: object) -> str:
    """The element of an extension that holds such a value."""
    return "valueBoolean" if isinstance(value, bool) else "valueInteger" if isinstance(value, int) else "valueString"


def laterality_coding(side: Laterality | None) -> dict[str, str] | None:
    """The SNOMED CT coding of a side; none for unknown (hazard HZ-02)."""
    return {"system": SNOMED, "code": side.snomed, "display": _DISPLAY[side.value]} if side else None


def side_of(coding: Mapping[str, Any] | None) -> Laterality | None:
    """The side that a coding says beyond doubt."""
    if not coding or coding.get("system") != SNOMED:
        return None
    return _SIDES.get(str(coding.get("code")))


def outcome(
    code: str, text: str, fields: Mapping[str, str] | None = None, *, severity: str = "error"
) -> dict[str, Any]:
    """An OperationOutcome: one issue, or one for each element that is at fault."""
    issues = [_issue(severity, code, f"{place} {fault}", place) for place, fault in (fields or {}).items()]
    return {"resourceType": "OperationOutcome", "issue": issues or [_issue(severity, code, text)]}


def _issue(severity: str, code: str, text: str, place: str = "") -> dict[str, Any]:
    known = "not-found" if code == "deleted" else code if code in ISSUES else "processing"
    details = filled(coding=[DELETED] if code == "deleted" else [], text=text)
    is_path = place.split(".", maxsplit=1)[0] in MANDATORY
    expression = [place] if is_path else []
    return filled(severity=severity, code=known, details=details, expression=expression)


def bundle(
    kind: str, entries: Sequence[Mapping[str, Any]], *, total: int | None = None, links: Mapping[str, str]
) -> dict[str, Any]:
    """A Bundle; ``total`` is for search results and histories only (bdl-1)."""
    return {
        "resourceType": "Bundle",
        "type": kind,
        **({} if total is None else {"total": total}),
        **filled(link=[{"relation": name, "url": url} for name, url in links.items()], entry=list(entries)),
    }


def summary(resource: Mapping[str, Any], mode: str) -> dict[str, Any]:
    """A resource as ``_summary`` asks for it; marked, so that nobody writes it back as if it were whole."""
    kind = resource["resourceType"]
    if mode == "text":
        return subset(resource, ("text", *MANDATORY.get(kind, ())))
    if mode == "data":
        return _marked({name: value for name, value in resource.items() if name != "text"})
    short = {name: value for name, value in resource.items() if name not in ("text", "contained")}
    if "series" in short:
        short["series"] = [{k: v for k, v in one.items() if k != "instance"} for one in short["series"]]
    return _marked(short)


def subset(resource: Mapping[str, Any], names: Iterable[str]) -> dict[str, Any]:
    """Only these elements, and those that must be there."""
    wanted = {*ALWAYS, *MANDATORY.get(resource["resourceType"], ()), *names}
    wanted |= {f"_{name}" for name in wanted}
    return _marked({name: value for name, value in resource.items() if name in wanted})


def _marked(resource: dict[str, Any]) -> dict[str, Any]:
    meta = dict(resource.get("meta", {}))
    meta["tag"] = [*meta.get("tag", ()), SUBSETTED]
    return {**resource, "meta": meta}


def is_subset(resource: Mapping[str, Any]) -> bool:
    """Whether it is marked as a part of a whole."""
    meta = resource.get("meta")
    tags = meta.get("tag", ()) if isinstance(meta, dict) else ()
    return any(isinstance(tag, dict) and tag.get("code") == "SUBSETTED" for tag in tags)
