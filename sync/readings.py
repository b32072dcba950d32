"""Results of reading eyes as FHIR servers write them: Observation and DiagnosticReport, STU3 and R4. Pure: JSON in, values out.

A resource counts as a reading of eyes when it has a code for a stated eye, speaks a scheme that we know, or names a picture;
weights, blood pressures and letters are left out. Refuses to guess: an eye that is not stated is none, a code stays in the scheme
that it came in, and whose it is stays what the server said.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from typing import Any

from resources.grading.schemes import SCHEMES, Grade, scheme_of
from resources.terms import Kind, Laterality
from resources.wire.fhir import OURS, SNOMED
from resources.wire.uids import is_uid
from sync.searchset import Resource, dicts, meta_of
from sync.waterline import Listed

SCHEME = f"{OURS}scheme:"
PREVIEW = f"{OURS}preview"
TYPES = ("Observation", "DiagnosticReport")
TAKEN_BACK = ("entered-in-error", "cancelled")
NOT_YET = ("registered", "unknown")
EYES = {
    **{side.snomed: side for side in Laterality},
    "24028007": Laterality.RIGHT,
    "7771000": Laterality.LEFT,
    "18944008": Laterality.RIGHT,
    "8966001": Laterality.LEFT,
    "40638003": Laterality.BOTH,
}
"""SNOMED CT: unilateral right and left, bilateral; right and left; right eye, left eye, both eyes."""
WORDS = {"RIGHT EYE": Laterality.RIGHT, "LEFT EYE": Laterality.LEFT, "BOTH EYES": Laterality.BOTH}
LONGEST = 2000


@dataclass(frozen=True, slots=True)
class Reading(Listed):
    """One result. ``subject`` and ``people`` name its person; ``name``, ``sex`` and ``birth`` are what is said of them."""

    subject: str = ""
    people: tuple[str, ...] = ()
    """Identifiers as ``system|value``."""
    name: str = ""
    sex: str = ""
    birth: str = ""
    eyes: tuple[str, ...] = ()
    grades: tuple[Grade, ...] = ()
    absent: str = ""
    effective: str = ""
    issued: str = ""
    reader: str = ""
    note: str = ""
    instance_uid: str = ""
    study_uid: str = ""
    own: str = ""
    """The opinion of some station of ours that this is, by uuid."""
    is_preview: bool = False
    """Whether that station says that only a preview was looked at (HZ-09)."""
    status: str = "final"

    @property
    def is_taken_back(self) -> bool:
        """Whether headquarters says that it should not have been said."""
        return self.status in TAKEN_BACK

    @property
    def digest(self) -> str:
        """What it says, of whom: the same while only its place in a list or its version changes."""
        aside = ("key", "version", "stamp", "name", "sex", "birth", "issued", "status")
        said = {name: value for name, value in asdict(self).items() if name not in aside}
        if not self.is_preview:  # as it was before anybody said it
            del said["is_preview"]
        return hashlib.sha256(json.dumps([said, self.is_taken_back], sort_keys=True).encode()).hexdigest()[:32]

    @property
    def text(self) -> str:
        """As it is written down until it has found its person."""
        said = asdict(self)
        return json.dumps({**said, "stamp": self.stamp.isoformat() if self.stamp else None}, ensure_ascii=False)

    @classmethod
    def read(cls, text: str) -> "Reading":
        """As it was written down."""
        said: dict[str, Any] = json.loads(text)
        stamp = datetime.fromisoformat(said["stamp"]) if said["stamp"] else None
        grades = tuple(Grade(scheme, version, tuple(map(tuple, codes))) for scheme, version, codes in said["grades"])
        lists = {name: tuple(said[name]) for name in ("people", "eyes")}
        return cls(**{**said, **lists, "stamp": stamp, "grades": grades})


def reading_of(one: Resource, people: Mapping[str, Resource], stamp: datetime | None = None) -> Reading | None:
    """What a resource says of eyes; ``None`` for anything else, and for what is not said yet. ``people`` by reference."""
    if one.get("resourceType") not in TYPES or not one.get("id") or one.get("status") in NOT_YET:
        return None
    eyes, grades = _eyes(one), tuple(_grades(one))
    instance, study = _pictures(one)
    own = _own(one)
    is_ours = any(scheme_of(grade) or grade.scheme in SCHEMES for grade in grades)
    if not (instance or study or own or is_ours or (eyes and grades)) or _is_summary(one, eyes):
        return None
    meta = meta_of(one)
    subject = _subject(one)
    person = _person(one, subject, people)
    reading = Reading(
        key=f"{one['resourceType']}/{one['id']}",
        version=str(meta.get("versionId") or meta.get("lastUpdated") or ""),
        stamp=stamp,
        subject=subject,
        people=tuple(_identifiers(one, person)),
        name=_name(one, person),
        sex={"female": "F", "male": "M", "other": "O"}.get(str(person.get("gender")), ""),
        birth=str(person.get("birthDate") or ""),
        eyes=eyes,
        grades=grades,
        absent=_text(one.get("dataAbsentReason")) if not grades else "",
        effective=str(one.get("effectiveDateTime") or _dict(one.get("effectivePeriod")).get("start") or ""),
        issued=str(one.get("issued") or ""),
        reader=_reader(one),
        note=_note(one, grades),
        instance_uid=instance,
        study_uid=study,
        own=own,
        is_preview=any(
            mark.get("url") == PREVIEW and mark.get("valueBoolean") is True for mark in dicts(one.get("extension"))
        ),
        status=str(one.get("status") or "final"),
    )
    return reading if reading.grades or reading.absent or reading.is_taken_back else _told(reading)


def _told(reading: Reading) -> Reading:
    """Words without a code are a grade of no scheme: shown as they came, and a doctor must look (HZ-21)."""
    words = reading.note or "?"
    return replace(reading, grades=(Grade("HQ", "", (("result", words),)),), note="")


def _is_summary(one: Resource, eyes: tuple[str, ...]) -> bool:
    """A report that gathers other results says nothing of its own about an eye."""
    return one.get("resourceType") == "DiagnosticReport" and bool(one.get("result")) and not eyes


# --- the eye ----------------------------------------------------------------------------------------------------------


def _eyes(one: Resource) -> tuple[str, ...]:
    """The eyes that are stated: bodySite, or the extension of our own reports. Two that differ are none."""
    sides = {side for site in dicts(_listed(one.get("bodySite"))) if (side := _side(site))}
    for extension in dicts(one.get("extension")):
        if extension.get("url") == f"{OURS}eye" and (side := Laterality.of(str(extension.get("valueString")))):
            sides.add(side)
    if len(sides) != 1:
        return ()
    [side] = sides
    return ("R", "L") if side is Laterality.BOTH else (side.value,)


def _side(concept: Resource) -> Laterality | None:
    codes = {EYES.get(str(c.get("code"))) for c in dicts(concept.get("coding")) if c.get("system") == SNOMED} - {None}
    if codes:
        return codes.pop() if len(codes) == 1 else None
    text = str(concept.get("text") or "").strip()
    return WORDS.get(text.upper()) or (Laterality.of(text) if text in ("OD", "OS", "OU") else None)


# --- what it says -----------------------------------------------------------------------------------------------------


def _grades(one: Resource) -> Iterator[Grade]:
    """One grade for each scheme that is spoken, its findings in the order that they came."""
    found: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for finding, concept in _concepts(one):
        for coding in dicts(concept.get("coding"))[:1]:
            system, code = str(coding.get("system") or ""), str(coding.get("code") or "")
            if code:
                scheme = system.removeprefix(SCHEME) or "?"
                found.setdefault((scheme, str(coding.get("version") or "")), []).append((finding, code))
    for (scheme, version), codes in found.items():
        yield _known(Grade(scheme, version, tuple(dict(codes).items())))


def _known(grade: Grade) -> Grade:
    """A code that its scheme does not know is not of that scheme: it is shown as it came, and a doctor must look."""
    scheme = scheme_of(grade)
    return grade if scheme is None or scheme.knows(grade) else grade._replace(version=f"{grade.version}?")


def _concepts(one: Resource) -> Iterator[tuple[str, Resource]]:
    """Findings with the concept that answers each."""
    for part in dicts(one.get("component")):
        yield _finding(part.get("code")), _dict(part.get("valueCodeableConcept"))
    if value := _dict(one.get("valueCodeableConcept")):
        yield _finding_of(value), value
    for name in ("conclusionCode", "codedDiagnosis"):
        for concept in dicts(one.get(name)):
            yield _finding_of(concept), concept


def _finding(code: Any) -> str:
    said = _dict(code)
    return str(said.get("text") or next((c.get("code") for c in dicts(said.get("coding"))), "") or "result")


def _finding_of(concept: Resource) -> str:
    """Of a scheme of ours, the one finding that has such a code; a code of two findings says none of them."""
    for coding in dicts(concept.get("coding"))[:1]:
        scheme = SCHEMES.get(str(coding.get("system") or "").removeprefix(SCHEME))
        if scheme is not None:
            could = [one.name for one in scheme.findings if one.find(str(coding.get("code")))]
            named = [name for name in could if str(concept.get("text") or "").casefold().find(name) >= 0]
            return next(iter(named or could), "result") if len(named or could) == 1 else "result"
    return "result"


def _note(one: Resource, grades: tuple[Grade, ...]) -> str:
    notes = [str(note.get("text") or "") for note in dicts(one.get("note"))]
    said = [*notes, str(one.get("comment") or ""), str(one.get("conclusion") or "")]
    if not grades:
        said += [str(one.get("valueString") or ""), _text(one.get("valueCodeableConcept"))]
    return "\n".join(dict.fromkeys(text.strip() for text in said if text.strip()))[:LONGEST]


def _reader(one: Resource) -> str:
    people = dicts(_listed(one.get("performer")) + _listed(one.get("resultsInterpreter")))
    names = (str(_dict(who.get("actor")).get("display") or who.get("display") or "").strip() for who in people)
    return next(filter(None, names), "")


# --- whose, and of which picture --------------------------------------------------------------------------------------


def _subject(one: Resource) -> str:
    """``Patient/17``, whatever address stands before it and whatever version after it."""
    reference = str(_dict(one.get("subject")).get("reference") or "").partition("/_history/")[0]
    if reference.startswith("#"):
        return reference
    steps = reference.rstrip("/").split("/")
    return "/".join(steps[-2:]) if steps[-2:-1] == ["Patient"] else ""


def _person(one: Resource, subject: str, people: Mapping[str, Resource]) -> Resource:
    if subject.startswith("#"):
        inside = dicts(one.get("contained"))
        return next((who for who in inside if f"#{str(who.get('id', '')).lstrip('#')}" == subject), {})
    return people.get(subject, {})


def _identifiers(one: Resource, person: Resource) -> Iterator[str]:
    marks = [_dict(one.get("subject")).get("identifier"), *_listed(person.get("identifier"))]
    for mark in dicts(marks):
        if mark.get("value"):
            yield f"{mark.get('system') or ''}|{mark['value']}"


def _name(one: Resource, person: Resource) -> str:
    """As DICOM writes a name, so that it can be held against ours; else the words beside the reference."""
    for name in dicts(person.get("name")):
        given = " ".join(str(part) for part in _listed(name.get("given")))
        if given or name.get("family"):
            return f"{name.get('family') or ''}^{given}"
    return str(_dict(one.get("subject")).get("display") or "").replace(" ", "^")


def _pictures(one: Resource) -> tuple[str, str]:
    """The instance and the study that it names by UID, of whatever element: derivedFrom, imagingStudy, basedOn, our extension."""
    instance = study = ""
    for extension in dicts(one.get("extension")):
        if extension.get("url") == f"{OURS}instance" and is_uid(str(extension.get("valueString"))):
            instance = str(extension["valueString"])
    for name in ("derivedFrom", "imagingStudy", "related", "basedOn", "focus"):
        for reference in dicts(_listed(one.get(name))):
            mark = _dict(_dict(reference.get("target")).get("identifier") or reference.get("identifier"))
            uid = str(mark.get("value") or "").removeprefix("urn:oid:")
            if mark.get("system") == "urn:dicom:uid" and is_uid(uid):
                study = study or uid
    return instance, study


def _own(one: Resource) -> str:
    """Our identifier of an opinion."""
    system = f"{OURS}{Kind.OPINION.value}"
    return next((str(m.get("value")) for m in dicts(one.get("identifier")) if m.get("system") == system), "")


def _text(concept: Any) -> str:
    said = _dict(concept)
    coded = (str(c.get("display") or c.get("code") or "") for c in dicts(said.get("coding")))
    return str(said.get("text") or next(filter(None, coded), ""))


def _dict(value: Any) -> Resource:
    return value if isinstance(value, dict) else {}


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]
