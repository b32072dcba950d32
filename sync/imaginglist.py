"""ImagingStudy as FHIR servers list it: STU3 and R4, with Endpoints in every form that is met (api-contract.md section 6).

Pure: JSON in, values out. Refuses to guess: an entry without a Study Instance UID is left out, an endpoint that is no WADO-RS
service is skipped, and whose study it is stays what the server said.
"""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass

from resources.wire.uids import is_uid
from sync.searchset import Entries, Resource, dicts, meta_of, stamp_of
from sync.waterline import Listed

WADO = "dicom-wado-rs"


@dataclass(frozen=True, slots=True)
class ListedStudy(Listed):
    """One study. ``people``: what may name its person; ``places``: addresses of WADO-RS; ``unread``: Endpoints to ask for."""

    study_uid: str = ""
    people: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()


def studies_of(entries: Entries) -> list[ListedStudy]:
    """The studies of one page, with what that page says of them."""
    known = _Known(entries)
    studies = [one for _, one in entries if one.get("resourceType") == "ImagingStudy"]
    return [found for one in studies if (found := listed_study(one, known)) is not None]


def listed_study(one: Resource, known: "_Known") -> ListedStudy | None:
    """A study with what its page says of it; ``None`` for one without a UID."""
    uid = study_uid_of(one)
    if not uid:
        return None
    meta = meta_of(one)
    version = str(meta.get("versionId") or meta.get("lastUpdated") or _digest(one))
    places, unread = known.places(one)
    return ListedStudy(
        key=str(one.get("id") or uid),
        version=version,
        stamp=stamp_of(one),
        study_uid=uid,
        people=tuple(dict.fromkeys(known.people(one))),
        places=places,
        unread=unread,
    )


def study_uid_of(one: Resource) -> str:
    """STU3: ``uid``; R4: the identifier of system urn:dicom:uid. Without the prefix urn:oid."""
    said = [one.get("uid")]
    said += [mark.get("value") for mark in dicts(one.get("identifier")) if mark.get("system") == "urn:dicom:uid"]
    for text in said:
        uid = str(text or "").strip().removeprefix("urn:oid:")
        if is_uid(uid):
            return uid
    return ""


def wado_place(endpoint: Resource) -> str:
    """The address of a WADO-RS Endpoint, however its type is written; empty for any other, and for one that is switched off."""
    said = endpoint.get("connectionType")
    codes = {str(coding.get("code")) for one in dicts(said if isinstance(said, list) else [said])
             for coding in (one, *dicts(one.get("coding")))}  # fmt: skip
    works = endpoint.get("status") in (None, "active", "test")
    is_wado = endpoint.get("resourceType") == "Endpoint" and WADO in codes and works
    return str(endpoint.get("address") or endpoint.get("url") or "").strip() if is_wado else ""


def root_of(place: str, study_uid: str) -> str:
    """The DICOMweb root behind an address, which names the root or the study itself."""
    return place.rstrip("/").removesuffix(f"/studies/{study_uid}")


class _Known:
    """What a page holds beside its studies: Endpoints and Patients, by every name they can be referred to."""

    def __init__(self, entries: Entries) -> None:
        self._by_name: dict[str, Resource] = {}
        for url, one in entries:
            self._by_name[f"{one.get('resourceType')}/{one.get('id')}"] = one
            if url:
                self._by_name[url] = one

    def places(self, study: Resource) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Addresses that are known, and references to Endpoints that this page does not hold."""
        places, unread = [], []
        for reference in _references(study):
            found = self._find(reference, study)
            if found is not None:
                places.append(wado_place(found))
            elif reference.split("/")[-2:-1] == ["Endpoint"]:
                unread.append(reference)
        return tuple(dict.fromkeys(place for place in places if place)), tuple(dict.fromkeys(unread))

    def people(self, study: Resource) -> Iterator[str]:
        """The id and the numbers of its person, as far as the page says them."""
        for who in dicts([study.get("patient"), study.get("subject")]):
            reference = str(who.get("reference", ""))
            if reference and not reference.startswith("#"):
                yield reference.partition("/_history/")[0].rsplit("/", 1)[-1]
            found = self._find(reference, study) or {}
            for mark in dicts([who.get("identifier"), *dicts(found.get("identifier"))]):
                if mark.get("value"):
                    yield str(mark["value"])

    def _find(self, reference: str, study: Resource) -> Resource | None:
        if reference.startswith("#"):
            inside = dicts(study.get("contained"))
            return next((one for one in inside if f"#{str(one.get('id', '')).lstrip('#')}" == reference), None)
        return self._by_name.get(reference) or self._by_name.get("/".join(reference.split("/")[-2:]))


def _references(study: Resource) -> Iterator[str]:
    for holder in (study, *dicts(study.get("series"))):
        for one in dicts(holder.get("endpoint")):
            yield str(one.get("reference", "")).partition("/_history/")[0]


def _digest(one: Resource) -> str:
    return hashlib.sha256(json.dumps(one, sort_keys=True).encode()).hexdigest()[:32]
