"""What a record says on a stick: in the FHIR form in which it would be sent, and the meaning that two stations compare.

The form is STU3: our own surface speaks it, so what is on a stick is what any client could have sent a station. A visit means
whose it is, when and what for; its pictures have receipts of their own. A headshot's bytes follow its line, by their digest.
Refuses to say anything of what waits for a person.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC
from typing import Any

from resources.problems import Problem
from resources.store import Store, Unit, changes, images
from resources.terms import Kind
from resources.wire.fhirdates import interval
from sync import fhirmap, publishing
from sync.conflict import Fields, shows
from sync.fhirmap import Edition, Resource
from sync.publishing import Waits

EDITION = Edition.STU3
VISIT = ("uid", "patient", "started", "accession", "description")
"""What a visit means beside its pictures."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """One record as it is now. ``digest`` and ``size`` are of the bytes that follow it; empty for all but headshots."""

    kind: Kind
    uid: str
    patient_uuid: str
    version: int
    resource: Resource
    digest: str = ""
    size: int = 0

    @property
    def key(self) -> str:
        """What the ledger calls it."""
        return f"{self.kind.value}/{self.uid}"

    @property
    def meaning(self) -> dict[str, Any]:
        """What is compared."""
        return meaning(self.kind, self.resource)


def spoken(store: Store, unit: Unit, kind: Kind, uid: str) -> Spoken | None:
    """``None`` for what was removed here, and for what waits for a person."""
    meant = publishing.meant_of(store, unit, kind, uid)
    if meant is None or isinstance(meant, Waits):
        return None
    subject = {"reference": f"Patient/{meant.patient_uuid}"}
    version = changes.version(unit, kind, uid)
    if kind is Kind.PHOTO:
        row = images.by_uuid(unit, uid)
        shown = fhirmap.photo(row, b"", EDITION, subject)
        shown["content"] = {"contentType": row.mime, "title": row.kind, "sha256": row.digest}
        return Spoken(kind, uid, meant.patient_uuid, version, shown, row.digest, row.size)
    type_ = fhirmap.TYPES[EDITION][kind][0]
    return Spoken(kind, uid, meant.patient_uuid, version, meant.resource(type_, EDITION, subject))


def meaning(kind: Kind, resource: Mapping[str, Any]) -> dict[str, Any]:
    """The fields that say something, whoever wrote them down."""
    said = fhirmap.fields(resource)
    if kind is not Kind.STUDY:
        return said
    visit = {name: said[name] for name in VISIT if name in said}
    if "started" in visit:
        visit["started"] = _instant(str(visit["started"]))
    return visit


def _instant(text: str) -> str:
    try:
        return interval(text, UTC).low.isoformat(timespec="seconds")
    except Problem:
        return text


def digest_of(said: Fields) -> str:
    """One digest for one meaning."""
    return hashlib.sha256(json.dumps(said, sort_keys=True, ensure_ascii=True).encode()).hexdigest()


def under(said: Fields, here: str, there: str) -> dict[str, Any]:
    """What is said of somebody ``here``, as the station puts it that knows them by another id."""
    if here == there:
        return dict(said)
    changed: dict[str, Any] = json.loads(json.dumps(said).replace(json.dumps(here)[1:-1], there))
    return changed


def holds(held: Fields, mine: Fields) -> bool:
    """Whether a station that holds this shows all that we mean; it may know more."""
    return bool(held) and all(shows(held.get(name), value) for name, value in mine.items())
