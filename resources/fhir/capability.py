"""What this server can do, as a CapabilityStatement of STU3."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from resources.fhir.interactions import TABLE, Row
from resources.fhir.searching import INCLUDES, PARAMETERS
from resources.wire.dates import instant_text
from resources.wire.fhir import FHIR_VERSION

SECURITY = {"system": "http://hl7.org/fhir/restful-security-service", "code": "OAuth", "display": "OAuth"}
CONDITIONAL = {
    "versioning": "versioned",
    "readHistory": True,
    "updateCreate": True,
    "conditionalCreate": True,
    "conditionalRead": "full-support",
    "conditionalUpdate": True,
    "conditionalDelete": "single",
    "searchInclude": sorted(name for name in INCLUDES if name.count(":") == 1 and not name.endswith("*")),
}
PLAIN = ("read", "vread", "update", "patch", "delete", "history-instance", "history-type", "create", "search-type")


def statement(base: str, started: datetime, table: Sequence[Row] = TABLE) -> dict[str, Any]:
    """The statement of the server at ``base``."""
    return {
        "resourceType": "CapabilityStatement",
        "url": f"{base}/metadata",
        "status": "active",
        "date": instant_text(started),
        "kind": "instance",
        "software": {"name": "Eyecamp"},
        "implementation": {"description": "An eye-screening station", "url": base},
        "fhirVersion": FHIR_VERSION,
        "acceptUnknown": "no",
        "format": ["json", "application/fhir+json"],
        "patchFormat": ["application/json-patch+json"],
        "rest": [
            {
                "mode": "server",
                "security": {"service": [{"coding": [SECURITY]}], "description": "A bearer token made at the station."},
                "resource": [_resource(kind, table) for kind in _types(table)],
                "interaction": [{"code": "transaction"}, {"code": "batch"}],
            }
        ],
    }


def _types(table: Sequence[Row]) -> list[str]:
    """The seeds' own first, then what a keeper takes."""
    return list(dict.fromkeys([*PARAMETERS, *(row.path.split("/")[1] for row in table)]))


def _resource(kind: str, table: Sequence[Row]) -> dict[str, Any]:
    names = {row.name for row in table if row.path.split("/")[1] == kind}
    is_kept = "update" in names and kind != "ImagingStudy"
    more = CONDITIONAL if kind == "ImagingStudy" else {"versioning": "versioned" if kind == "Patient" else "no-version"}
    more |= {"versioning": "versioned-update", "updateCreate": True} if is_kept else {}
    return {
        "type": kind,
        "interaction": [{"code": name} for name in PLAIN if name in names],
        **more,
        "searchParam": [
            {"name": name, "type": type_} for name, type_ in PARAMETERS.get(kind, {}).items() if "." not in name
        ],
    }
