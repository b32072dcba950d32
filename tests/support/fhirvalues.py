"""What neither fhir.resources nor fhirclient looks at: required value sets, targets of references, and the invariants of Bundles.

Written from the STU3 definitions, and not from our own tables.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

ONLINE = {"ONLINE", "OFFLINE", "NEARLINE", "UNAVAILABLE"}
IDENTIFIER_USE = {"usual", "official", "temp", "secondary"}
NARRATIVE = {"generated", "extensions", "additional", "empty"}
ISSUE_TYPES = {
    "invalid", "structure", "required", "value", "invariant", "security", "login", "unknown", "expired", "forbidden",
    "suppressed", "processing", "not-supported", "duplicate", "not-found", "too-long", "code-invalid", "extension", "too-costly",
    "business-rule", "conflict", "incomplete", "transient", "lock-error", "no-store", "exception", "timeout", "throttled",
    "informational",
}  # fmt: skip
INTERACTIONS = {
    "read",
    "vread",
    "update",
    "patch",
    "delete",
    "history-instance",
    "history-type",
    "create",
    "search-type",
}
VALUE_SETS: Mapping[str, set[Any]] = {
    "ImagingStudy.availability": ONLINE,
    "ImagingStudy.series.availability": ONLINE,
    "ImagingStudy.accession.use": IDENTIFIER_USE,
    "ImagingStudy.identifier.use": IDENTIFIER_USE,
    "ImagingStudy.patient.identifier.use": IDENTIFIER_USE,
    "ImagingStudy.text.status": NARRATIVE,
    "Patient.identifier.use": IDENTIFIER_USE,
    "Patient.gender": {"male", "female", "other", "unknown"},
    "Patient.name.use": {"usual", "official", "temp", "nickname", "anonymous", "old", "maiden"},
    "Patient.telecom.system": {"phone", "fax", "email", "pager", "url", "sms", "other"},
    "Patient.telecom.use": {"home", "work", "temp", "old", "mobile"},
    "Endpoint.status": {"active", "suspended", "error", "off", "entered-in-error", "test"},
    "Bundle.type": {
        "document", "message", "transaction", "transaction-response", "batch", "batch-response", "history", "searchset",
        "collection",
    },
    "Bundle.entry.search.mode": {"match", "include", "outcome"},
    "Bundle.entry.request.method": {"GET", "POST", "PUT", "DELETE"},
    "OperationOutcome.issue.severity": {"fatal", "error", "warning", "information"},
    "OperationOutcome.issue.code": ISSUE_TYPES,
    "CapabilityStatement.status": {"draft", "active", "retired", "unknown"},
    "CapabilityStatement.kind": {"instance", "capability", "requirements"},
    "CapabilityStatement.acceptUnknown": {"no", "extensions", "elements", "both"},
    "CapabilityStatement.rest.mode": {"client", "server"},
    "CapabilityStatement.rest.interaction.code": {"transaction", "batch", "search-system", "history-system"},
    "CapabilityStatement.rest.resource.interaction.code": INTERACTIONS,
    "CapabilityStatement.rest.resource.versioning": {"no-version", "versioned", "versioned-update"},
    "CapabilityStatement.rest.resource.conditionalRead": {"not-supported", "modified-since", "not-match", "full-support"},
    "CapabilityStatement.rest.resource.conditionalDelete": {"not-supported", "single", "multiple"},
    "CapabilityStatement.rest.resource.searchParam.type": {
        "number", "date", "string", "token", "reference", "composite", "quantity", "uri",
    },
}  # fmt: skip
"""Bindings of strength required, for what this server emits."""
TARGETS: Mapping[str, set[str]] = {
    "ImagingStudy.patient": {"Patient"},
    "ImagingStudy.context": {"Encounter", "EpisodeOfCare"},
    "ImagingStudy.basedOn": {"ReferralRequest", "CarePlan", "ProcedureRequest"},
    "ImagingStudy.referrer": {"Practitioner"},
    "ImagingStudy.interpreter": {"Practitioner"},
    "ImagingStudy.endpoint": {"Endpoint"},
    "ImagingStudy.procedureReference": {"Procedure"},
    "ImagingStudy.series.endpoint": {"Endpoint"},
    "ImagingStudy.series.performer": {"Practitioner"},
    "Patient.generalPractitioner": {"Organization", "Practitioner"},
    "Patient.managingOrganization": {"Organization"},
    "Endpoint.managingOrganization": {"Organization"},
}
KEPT_WHOLE = {"contained", "extension", "modifierExtension"}
"""What a client says there is of any type."""


def faults(resource: Mapping[str, Any]) -> list[str]:
    """What is wrong with one resource; those inside of a Bundle are looked at by themselves."""
    return [*_of_values(resource), *(_of_bundle(resource) if resource["resourceType"] == "Bundle" else ())]


def _of_values(resource: Mapping[str, Any]) -> Iterator[str]:
    for path, value in _walk(resource, resource["resourceType"]):
        if path in VALUE_SETS and value not in VALUE_SETS[path]:
            yield f"{path} is {value}"
        if path in TARGETS and isinstance(value, dict):
            kind = re.search(
                r"(?:^|/)([A-Z][A-Za-z]+)/[A-Za-z0-9.-]{1,64}(?:/_history/[^/]+)?$", value.get("reference", "")
            )
            if kind and kind[1] not in TARGETS[path]:
                yield f"{path} refers to a {kind[1]}"


def _walk(value: Any, path: str) -> Iterator[tuple[str, Any]]:
    if isinstance(value, list):
        for one in value:
            yield from _walk(one, path)
        return
    yield path, value
    if isinstance(value, dict):
        for name, inner in value.items():
            if name not in KEPT_WHOLE and not (path == "Bundle.entry" and name == "resource") and name != "outcome":
                yield from _walk(inner, f"{path}.{name}")


def _of_bundle(bundle: Mapping[str, Any]) -> Iterator[str]:
    """STU3 has no bdl-6."""
    kind, entries = bundle["type"], bundle.get("entry", [])
    urls = [(one.get("fullUrl"), one.get("resource", {}).get("meta", {}).get("versionId")) for one in entries]
    given = [pair for pair in urls if pair[0]]
    rules = {
        "bdl-1: total outside of search and history": "total" in bundle and kind not in ("searchset", "history"),
        "bdl-2: entry.search outside of search": kind != "searchset" and any("search" in one for one in entries),
        "bdl-3: entry.request": kind not in ("batch", "transaction", "history")
        and any("request" in one for one in entries),
        "bdl-4: entry.response": kind not in ("batch-response", "transaction-response")
        and any("response" in one for one in entries),
        "bdl-5: an empty entry": any(not {"resource", "request", "response"} & set(one) for one in entries),
        "bdl-7: a fullUrl twice": len(set(given)) < len(given),
        "bdl-8: a fullUrl of a version": any("/_history/" in url for url, _ in given),
        "a fullUrl that is not the resource's own": any(_strange(one) for one in entries),
    }
    return (rule for rule, is_broken in rules.items() if is_broken)


def _strange(entry: Mapping[str, Any]) -> bool:
    resource = entry.get("resource", {})
    own = f"/{resource.get('resourceType')}/{resource.get('id')}"
    return "fullUrl" in entry and bool(resource) and not entry["fullUrl"].endswith(own)
