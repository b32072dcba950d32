"""A client of the FHIR surface that holds everything it is given against two other hands, fhir.resources and fhirclient, and
against the value sets, the targets of references and the invariants of a Bundle that neither looks at.
"""

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
from support.fhirvalues import faults
from support.restclient import web

from resources.store import Store, patients
from resources.store.rows import PatientDetails
from resources.terms import Origin
from resources.wire.fhirtypes import check

BASE = "/organizations/default/fhir/3"
STUDY = f"{BASE}/ImagingStudy"
DCM = "http://dicom.nema.org/resources/ontology/DCM"
PATCH = {"Content-Type": "application/json-patch+json"}
UNIQUE = {"ImagingStudy", "Patient", "Endpoint"}


class Checked(httpx.Response):
    """Only a name for what the hook has seen."""


@contextmanager
def fhir(folder: Path, **options: Any) -> Iterator[tuple[httpx.Client, Store]]:
    """A client whose answers are all checked, and the store."""
    with web(folder, **options) as (client, store):
        client.event_hooks = {"response": [valid_response]}
        yield client, store


def valid_response(response: httpx.Response) -> None:
    """Nothing leaves the FHIR surface that is not STU3."""
    if response.url.path.split("/")[1] not in ("fhir", "organizations"):
        return
    content = response.read()
    if not content:
        return
    assert re.match(r"application/(fhir\+json|json\+fhir|json)(;|$)", response.headers["content-type"])
    resource = json.loads(content)
    valid(resource)
    if response.status_code >= 400:
        assert resource["resourceType"] == "OperationOutcome"


def valid(resource: dict[str, Any]) -> None:
    """Raise unless this is a resource of STU3 by fhir.resources, by fhirclient, and by our own further rules."""
    from fhir.resources.STU3 import get_fhir_model_class
    from fhirclient.models.fhirelementfactory import FHIRElementFactory

    kind = resource["resourceType"]
    get_fhir_model_class(kind).model_validate_json(json.dumps(resource))
    FHIRElementFactory.instantiate(kind, _without_siblings(resource))
    assert faults(resource) == []
    if kind == "ImagingStudy":
        check(resource)
    for entry in resource.get("entry", []):
        for inner in (entry.get("resource"), entry.get("response", {}).get("outcome")):
            if inner is not None:
                valid(inner)


def _without_siblings(value: Any) -> Any:
    """fhirclient does not know ``_started`` beside ``started``; contained resources of other types it knows."""
    if isinstance(value, list):
        return [_without_siblings(one) for one in value]
    if not isinstance(value, dict):
        return value
    return {name: _without_siblings(inner) for name, inner in value.items() if not name.startswith("_")}


def a_person(store: Store, uuid: str = "dicom", **details: Any) -> str:
    """Somebody whose identity elsewhere is known; the uuid."""
    said = {"family_name": "Smith", "given_name": "John", **details}
    with store.write(Origin.PERSON) as unit:
        return patients.register(unit, PatientDetails(**said), uuid=uuid).uuid


def a_study(uid: str = "1.2.3", *, patient: str = "dicom", **elements: Any) -> dict[str, Any]:
    """A small ImagingStudy; an element of ``None`` is left out."""
    instances = [{"uid": f"urn:oid:{uid}.1.1", "sopClass": "urn:oid:1.2.840.10008.5.1.4.1.1.77.1.5.1", "number": 1}]
    series = {"uid": f"urn:oid:{uid}.1", "modality": {"system": DCM, "code": "OP"}, "instance": instances}
    whole = {
        "resourceType": "ImagingStudy",
        "uid": f"urn:oid:{uid}",
        "patient": {"reference": f"Patient/{patient}"},
        "series": [series],
        **elements,
    }
    return {name: value for name, value in whole.items() if value is not None}


def said(resource: dict[str, Any]) -> dict[str, Any]:
    """A resource without what the server adds: its id, its version, and the counts."""
    plain = {k: v for k, v in resource.items() if k not in ("id", "meta", "numberOfSeries", "numberOfInstances")}
    plain["series"] = [{k: v for k, v in one.items() if k != "numberOfInstances"} for one in plain.get("series", [])]
    return plain


def ids(bundle: dict[str, Any], mode: str = "match") -> list[str]:
    """The ids of the entries of a searchset."""
    return [one["resource"]["id"] for one in bundle.get("entry", []) if one["search"]["mode"] == mode]
