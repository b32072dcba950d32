"""Where pictures are: this station's DICOMweb services as Endpoints."""

from typing import Any

from resources.problems import NotFound
from resources.store.studysearch import OUR_ENDPOINT
from resources.wire.fhirsearch import Criterion, Token

CONNECTIONS = "http://hl7.org/fhir/endpoint-connection-type"
STATUSES = "http://hl7.org/fhir/endpoint-status"
SERVICES = {OUR_ENDPOINT: "DICOM WADO-RS", "qido-rs": "DICOM QIDO-RS", "stow-rs": "DICOM STOW-RS"}


def endpoint(key: str, wado: str) -> dict[str, Any]:
    """One of them. ``wado`` is the root of DICOMweb. Raises NotFound."""
    if key not in SERVICES:
        raise NotFound("There is no such endpoint.")
    mime = "application/dicom+json" if key == "qido-rs" else "application/dicom"
    return {
        "resourceType": "Endpoint",
        "id": key,
        "meta": {"versionId": "1"},
        "status": "active",
        "connectionType": {"system": CONNECTIONS, "code": f"dicom-{key}"},
        "name": SERVICES[key],
        "payloadType": [{"text": "DICOM"}],
        "payloadMimeType": [mime],
        "address": wado,
    }


def found(criteria: list[Criterion], wado: str) -> list[dict[str, Any]]:
    """Those that all criteria fit."""
    everything = [endpoint(key, wado) for key in SERVICES]
    return [one for one in everything if all(_fits(one, criterion) for criterion in criteria)]


def _fits(one: dict[str, Any], criterion: Criterion) -> bool:
    if criterion.modifier == "missing":
        return criterion.values == ("false",)
    if criterion.name == "name":
        return any(_name_fits(one["name"], str(value), criterion.modifier) for value in criterion.values)
    system, code = {
        "_id": (None, one["id"]),
        "status": (STATUSES, one["status"]),
        "connection-type": (CONNECTIONS, one["connectionType"]["code"]),
    }[criterion.name]
    hit = any(_token_fits(value, system, code) for value in criterion.values if isinstance(value, Token))
    return hit != (criterion.modifier == "not")


def _token_fits(value: Token, system: str | None, code: str) -> bool:
    same_system = value.system is None or value.system == (system or "")
    return same_system and (value.code is None or value.code.lower() == code.lower())


def _name_fits(name: str, value: str, modifier: str) -> bool:
    if modifier == "exact":
        return name == value
    return value.lower() in name.lower() if modifier == "contains" else name.lower().startswith(value.lower())
