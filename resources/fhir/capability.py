"""What this server can do, as a CapabilityStatement of STU3."""

from datetime import datetime
from typing import Any

from resources.fhir.interactions import TABLE
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


def statement(base: str, started: datetime) -> dict[str, Any]:
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
                "resource": [_resource(kind) for kind in PARAMETERS],
                "interaction": [{"code": "transaction"}, {"code": "batch"}],
            }
        ],
    }


def _resource(kind: str) -> dict[str, Any]:
    names = {row.name for row in TABLE if row.path.split("/")[1] == kind}
    more = CONDITIONAL if kind == "ImagingStudy" else {"versioning": "versioned" if kind == "Patient" else "no-version"}
    return {
        "type": kind,
        "interaction": [{"code": name} for name in PLAIN if name in names],
        **more,
        "searchParam": [{"name": name, "type": type_} for name, type_ in PARAMETERS[kind].items() if "." not in name],
    }
