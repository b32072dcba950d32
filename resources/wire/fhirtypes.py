"""The STU3 (3.0.2) structure of what a client may state, an ImagingStudy and its data types, and whether a document keeps to it.

Each element is one line, ``min..max type`` with a required value set or the allowed targets of a reference behind it. Only
required bindings are checked; what an extension holds is checked for its type alone.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from resources.problems import Invalid

OID = r"urn:oid:[0-2](\.(0|[1-9][0-9]*))+"
_DAY = r"-?[0-9]{4}(-(0[1-9]|1[0-2])(-(0[0-9]|[12][0-9]|3[01])"
_TIME = r"([01][0-9]|2[0-3]):[0-5][0-9]:([0-5][0-9]|60)(\.[0-9]+)?"
_ZONE = r"(Z|(\+|-)((0[0-9]|1[0-3]):[0-5][0-9]|14:00))"
TEXTS = {
    "string": r"[\s\S]*\S[\s\S]*",
    "markdown": r"[\s\S]*\S[\s\S]*",
    "uri": r"\S+",
    "oid": OID,
    "uuid": r"urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}",
    "id": r"[A-Za-z0-9\-\.]{1,64}",
    "code": r"[^\s]+(\s[^\s]+)*",
    "date": _DAY + ")?)?",
    "dateTime": _DAY + f"(T{_TIME}{_ZONE})?)?)?",
    "instant": rf"[0-9]{{4}}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T{_TIME}{_ZONE}",
    "time": _TIME,
    "base64Binary": r"[A-Za-z0-9+/=\s]+",
    "xhtml": r"<div[\s\S]*</div>\s*",
}
"""Primitive types that JSON writes as text, and what they look like (STU3 datatypes.html)."""
LARGEST = 2**31 - 1
NUMBERS = {"integer": -LARGEST - 1, "unsignedInt": 0, "positiveInt": 1}
OTHERS = {"boolean": bool, "decimal": (int, float)}

USE = "usual|official|temp|secondary"
ONLINE = "ONLINE|OFFLINE|NEARLINE|UNAVAILABLE"
STRUCTURES: Mapping[str, Mapping[str, str]] = {
    "Element": {},
    "Extension": {"url": "1..1 uri"},
    "Meta": {
        "versionId": "0..1 id", "lastUpdated": "0..1 instant", "profile": "0..* uri", "security": "0..* Coding",
        "tag": "0..* Coding",
    },
    "Narrative": {"status": "1..1 code generated|extensions|additional|empty", "div": "1..1 xhtml"},
    "Coding": {
        "system": "0..1 uri", "version": "0..1 string", "code": "0..1 code", "display": "0..1 string",
        "userSelected": "0..1 boolean",
    },
    "CodeableConcept": {"coding": "0..* Coding", "text": "0..1 string"},
    "Period": {"start": "0..1 dateTime", "end": "0..1 dateTime"},
    "Identifier": {
        "use": f"0..1 code {USE}", "type": "0..1 CodeableConcept", "system": "0..1 uri", "value": "0..1 string",
        "period": "0..1 Period", "assigner": "0..1 Reference Organization",
    },
    "Reference": {"reference": "0..1 string", "identifier": "0..1 Identifier", "display": "0..1 string"},
    "ImagingStudy": {
        "id": "0..1 id", "meta": "0..1 Meta", "implicitRules": "0..1 uri", "language": "0..1 code", "text": "0..1 Narrative",
        "contained": "0..* Contained", "uid": "1..1 oid", "accession": "0..1 Identifier", "identifier": "0..* Identifier",
        "availability": f"0..1 code {ONLINE}", "modalityList": "0..* Coding", "patient": "1..1 Reference Patient",
        "context": "0..1 Reference Encounter|EpisodeOfCare", "started": "0..1 dateTime",
        "basedOn": "0..* Reference ReferralRequest|CarePlan|ProcedureRequest", "referrer": "0..1 Reference Practitioner",
        "interpreter": "0..* Reference Practitioner", "endpoint": "0..* Reference Endpoint",
        "numberOfSeries": "0..1 unsignedInt", "numberOfInstances": "0..1 unsignedInt",
        "procedureReference": "0..* Reference Procedure", "procedureCode": "0..* CodeableConcept",
        "reason": "0..1 CodeableConcept", "description": "0..1 string", "series": "0..* ImagingStudy.series",
    },
    "ImagingStudy.series": {
        "uid": "1..1 oid", "number": "0..1 unsignedInt", "modality": "1..1 Coding", "description": "0..1 string",
        "numberOfInstances": "0..1 unsignedInt", "availability": f"0..1 code {ONLINE}", "endpoint": "0..* Reference Endpoint",
        "bodySite": "0..1 Coding", "laterality": "0..1 Coding", "started": "0..1 dateTime",
        "performer": "0..* Reference Practitioner", "instance": "0..* ImagingStudy.series.instance",
    },
    "ImagingStudy.series.instance": {
        "uid": "1..1 oid", "number": "0..1 unsignedInt", "sopClass": "1..1 oid", "title": "0..1 string",
    },
}  # fmt: skip
BACKBONE = frozenset({"ImagingStudy", "ImagingStudy.series", "ImagingStudy.series.instance"})
VALUES = (
    "base64Binary", "boolean", "code", "date", "dateTime", "decimal", "id", "instant", "integer", "markdown", "oid",
    "positiveInt", "string", "time", "unsignedInt", "uri", "uuid", "Address", "Age", "Annotation", "Attachment",
    "CodeableConcept", "Coding", "ContactPoint", "Count", "Distance", "Duration", "HumanName", "Identifier", "Money", "Period",
    "Quantity", "Range", "Ratio", "Reference", "SampledData", "Signature", "Timing", "Meta",
)  # fmt: skip
ENOUGH = 20
"""Faults that are told of one document."""


def check(resource: Mapping[str, Any], kind: str = "ImagingStudy") -> None:
    """Raise Invalid, with the path of each fault, unless the document keeps to the structure of its kind."""
    body = {name: value for name, value in resource.items() if name != "resourceType"}
    found: dict[str, str] = {}
    for path, fault in _faults(body, kind, kind):
        found.setdefault(path, fault)
        if len(found) == ENOUGH:
            break
    if found:
        first = next(iter(found))
        raise Invalid(f"{first} {found[first]}.", fields=found)


def _faults(value: object, kind: str, path: str) -> Iterator[tuple[str, str]]:
    if kind in STRUCTURES:
        yield from _of_structure(value, kind, path)
    elif kind == "Contained":
        yield from _of_contained(value, path)
    elif kind in TEXTS or kind in NUMBERS or kind in OTHERS:
        fault = _of_primitive(value, kind)
        if fault:
            yield path, fault
    elif not isinstance(value, dict) or not value:
        yield path, "is not an object"


def _of_structure(value: object, kind: str, path: str) -> Iterator[tuple[str, str]]:
    if not isinstance(value, dict) or not value:
        yield path, "is not an object, or is empty"
        return
    lines = {**STRUCTURES[kind], "extension": "0..* Extension"}
    if kind in BACKBONE:
        lines["modifierExtension"] = "0..* Extension"
    if kind not in ("ImagingStudy",):
        lines["id"] = "0..1 string"
    if kind == "Extension":
        lines |= {f"value{name[0].upper()}{name[1:]}": f"0..1 {name}" for name in VALUES}
        yield from _of_extension(value, path)
    for name, line in lines.items():
        yield from _of_element(value, name, line, f"{path}.{name}")
    for name in value:
        if name not in lines and not (name.startswith("_") and name[1:] in lines):
            yield f"{path}.{name}"[:200], "is not an element of STU3"


def _of_extension(value: Mapping[str, Any], path: str) -> Iterator[tuple[str, str]]:
    values = [name for name in value if name.startswith("value")]
    if len(values) > 1 or bool(values) == bool(value.get("extension")):
        yield path, "has either one value or further extensions (ext-1)"


def _of_element(value: Mapping[str, Any], name: str, line: str, path: str) -> Iterator[tuple[str, str]]:
    cardinality, kind, *rest = line.split(" ", 2)
    given, beside = value.get(name), value.get(f"_{name}")
    if f"_{name}" in value:
        yield from _of_sibling(beside, cardinality, kind, path)
    if name not in value:
        if cardinality.startswith("1") and f"_{name}" not in value:
            yield path, "is missing"
        return
    if not cardinality.endswith("*"):
        yield from _of_one(given, kind, rest, path)
    elif not isinstance(given, list) or not given:
        yield path, "is not a list, or is empty"
    else:
        for place, one in enumerate(given):
            yield from _of_one(one, kind, rest, f"{path}[{place}]")


def _of_sibling(beside: object, cardinality: str, kind: str, path: str) -> Iterator[tuple[str, str]]:
    """``_name`` holds the id and the extensions of a primitive element."""
    if kind in STRUCTURES or kind == "Contained" or cardinality.endswith("*"):
        yield path, "has no underscored form here"
    else:
        yield from _of_structure(beside, "Element", f"{path}")


def _of_one(value: object, kind: str, rest: list[str], path: str) -> Iterator[tuple[str, str]]:
    before = list(_faults(value, kind, path))
    yield from before
    if before or not rest:
        return
    if kind == "code" and value not in rest[0].split("|"):
        yield path, f"is not one of {rest[0].replace('|', ', ')}"
    if kind == "Reference" and isinstance(value, dict):
        target = target_type(str(value.get("reference", "")))
        if target and target not in rest[0].split("|"):
            yield f"{path}.reference", f"does not refer to {rest[0].replace('|', ' or ')}"


def target_type(reference: str) -> str:
    """The type in a relative or absolute reference; the empty text where none can be seen (a fragment, a urn)."""
    steps = reference.partition("/_history/")[0].split("/")
    known = len(steps) >= 2 and re.fullmatch(r"[A-Z][A-Za-z]+", steps[-2])
    return steps[-2] if known else ""


def _of_primitive(value: object, kind: str) -> str:
    if kind in NUMBERS:
        is_number = isinstance(value, int) and not isinstance(value, bool)
        return "" if is_number and NUMBERS[kind] <= value <= LARGEST else f"is not {_a(kind)}"  # type: ignore[operator]
    if kind in OTHERS:
        fits = isinstance(value, OTHERS[kind]) and isinstance(value, bool) == (kind == "boolean")  # type: ignore[arg-type]
        return "" if fits else f"is not {_a(kind)}"
    if not isinstance(value, str) or len(value) > 1_000_000 or not re.fullmatch(TEXTS[kind], value):
        return f"is not {_a(kind)}"
    return (
        _xhtml_fault(value)
        if kind == "xhtml"
        else _calendar_fault(value)
        if kind in ("date", "dateTime", "instant")
        else ""
    )


def _a(kind: str) -> str:
    return f"{'an' if kind[0] in 'aeiou' else 'a'} {kind}"


def _calendar_fault(text: str) -> str:
    from resources.wire.fhirdates import interval

    try:
        interval(text, None)
    except Invalid:
        return "is not in the calendar"
    return ""


_ACTIVE = frozenset(
    "script style object embed iframe form input button link base meta svg math applet frame frameset head body".split()  # noqa: SIM905
)


def _xhtml_fault(text: str) -> str:
    """Narrative is a piece of XHTML that does nothing (STU3 txt-1)."""
    from defusedxml.common import DefusedXmlException
    from defusedxml.ElementTree import ParseError, fromstring

    try:
        root = fromstring(text)
    except (ParseError, DefusedXmlException, ValueError):
        return "is not well-formed"
    if root.tag != "{http://www.w3.org/1999/xhtml}div":
        return "is not a div of XHTML"
    for element in root.iter():
        plain = str(element.tag).rpartition("}")[2].lower()
        links = (value.strip().lower() for name, value in element.attrib.items() if name in ("href", "src"))
        if plain in _ACTIVE or any(name.lower().startswith("on") for name in element.attrib):
            return "does something"
        if any(link.startswith("javascript:") for link in links):
            return "does something"
    return ""


def _of_contained(value: object, path: str) -> Iterator[tuple[str, str]]:
    """A contained resource is of any type, has one, and contains no other (dom-2)."""
    if not isinstance(value, dict) or not re.fullmatch(r"[A-Z][A-Za-z]+", str(value.get("resourceType", ""))):
        yield path, "is not a resource"
    elif "contained" in value:
        yield path, "contains another (dom-2)"
