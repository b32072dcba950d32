"""Taking in the records of another station, each by this station's own rules and in a unit of its own.

A person is found under the id that they have everywhere, else by the number on their card and nothing against it in sex, birth
year or name; whoever differs waits, and what is about them waits with them. What a person changed here is not written over, a
grade is only added, a referral gets no milder and is not closed, what somebody removed here does not come back. What came later
than something newer changes nothing. Refuses to lose what it does not take: that is kept aside, visible, or not confirmed.
"""

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from resources.fhir import imagingstudy
from resources.problems import Conflict, Damaged, Gone, Invalid, NotFound, Refused
from resources.store import (
    Store,
    Unit,
    changes,
    filing,
    headshots,
    images,
    matching,
    opinions,
    patients,
    referrals,
    statements,
    studies,
    workitems,
)
from resources.store.rows import Arrival, PatientRow
from resources.store.statements import StudyStatement
from resources.terms import Kind, Origin
from resources.wire.header import Identity
from resources.wire.pictures import checked
from sync import fhirmap, outbox, publishing
from sync.conflict import Base, merge
from sync.hearing import told
from sync.sticks import reading
from sync.sticks.said import digest_of, holds, meaning, spoken, under

HEARD = "stick.heard."
JPEG = "image/jpeg"
ARRIVAL = Arrival(Origin.IMPORT)
UNLIKE = "Somebody with the number of this person is here, and differs in sex, birth year or name."
DIFFERS = "Another station says something else of this person. What stands here was kept."
NOBODY = "Its person is not here."
REMOVED = "This was removed here."
OTHERS = "This is of somebody else here."


class Came(StrEnum):
    """What became of a record."""

    NEW = "new"
    CHANGED = "changed"
    KNOWN = "known"
    WAITS = "waits"
    REMOVED = "removed"
    WITHDRAWN = "withdrawn"


class Waiting(Conflict):
    """It is not taken; the sentence says why. What is about somebody who waits is not kept aside: it would be many."""


@dataclass(frozen=True, slots=True)
class Line:
    """One record as it stands on the stick, checked for its form."""

    kind: Kind
    uid: str
    version: int
    sha256: str
    resource: dict[str, Any]

    @property
    def key(self) -> str:
        """As the ledger of its own station calls it."""
        return f"{self.kind.value}/{self.uid}"

    @property
    def meaning(self) -> dict[str, Any]:
        """What it says."""
        return meaning(self.kind, self.resource)

    @classmethod
    def of(cls, head: Mapping[str, Any]) -> "Line":
        """Raises Damaged for what no station of ours wrote."""
        name, _, uid = str(head.get("record") or "").partition("/")
        version, resource = head.get("version"), head.get("resource")
        if name not in _TAKERS or not uid or not isinstance(version, int) or not isinstance(resource, dict):
            raise Damaged("This file holds something else than it says.")
        line = cls(Kind(name), uid, version, str(head.get("sha256") or ""), resource)
        if line.sha256 != digest_of(line.meaning):
            raise Damaged("A record in this file is not what was put into it.")
        return line


class Keeper:
    """Takes in the records of one station."""

    def __init__(self, store: Store, station: str) -> None:
        self._store, self._station = store, station

    def take(self, line: Line, data: bytes) -> tuple[Came, str]:
        """One record; what became of it, and why where it waits. It is whole afterwards, or as it was before."""
        try:
            with self._store.write(Origin.IMPORT, actor=_hand(line)) as unit:
                came = self._take(unit, line, data)
        except Gone:
            return Came.REMOVED, REMOVED
        except Waiting as problem:
            return Came.WAITS, problem.sentence
        except (Conflict, Invalid, NotFound, Refused) as problem:
            self.keep_aside(line.key, line.uid, {"resource": line.resource}, problem.sentence)
            return Came.WAITS, problem.sentence
        if came is Came.WAITS:
            self.keep_aside(line.key, line.uid, {"resource": line.resource}, DIFFERS)
            return came, DIFFERS
        return came, ""

    def _take(self, unit: Unit, line: Line, data: bytes) -> Came:
        heard = self.heard(unit, line.key)
        if heard is not None and line.version < heard["version"]:
            return Came.KNOWN
        try:
            came, here = _TAKERS[line.kind](self, unit, line, data)
        except (KeyError, TypeError, AttributeError, ValueError) as reason:
            raise Invalid(reading.UNREADABLE) from reason
        now = spoken(self._store, unit, line.kind, here)
        is_told = heard is not None and (heard["version"], heard["sha256"]) == (line.version, line.sha256)
        if not is_told or came in (Came.NEW, Came.CHANGED):
            said = {
                "version": line.version,
                "sha256": line.sha256,
                "here": here,
                **_made(unit, line, here, came, heard),
            }
            if now is not None and line.kind is Kind.PATIENT:
                agrees = holds(now.meaning, under(line.meaning, line.uid, here))
                said |= {"theirs": line.meaning, "mine": now.meaning, "agrees": agrees}
            self.remember(unit, line.key, said)
        return came

    def held(self, key: str) -> tuple[int, str, dict[str, Any], str]:
        """Of a record: the version and the meaning that were heard last, what stands here now as its own station puts it, and
        the digest of its bytes."""
        name, _, uid = key.partition("/")
        with self._store.read() as unit:
            heard = self.heard(unit, key)
            now = spoken(self._store, unit, Kind(name), heard["here"]) if heard else None
            if heard is None or now is None:
                return 0, "", {}, ""
            there = uid if now.kind is Kind.PATIENT else self._there(unit, now.patient_uuid)
            return heard["version"], heard["sha256"], under(now.meaning, now.patient_uuid, there), now.digest

    # --- whose

    def _owner(self, unit: Unit, line: Line) -> PatientRow:
        uuid = reading.subject_of(line.resource)
        heard = self.heard(unit, f"{Kind.PATIENT.value}/{uuid}")
        try:
            return patients.find(unit, heard["here"] if heard else uuid)
        except Gone:
            raise
        except NotFound as problem:
            raise Waiting(NOBODY) from problem

    def heard(self, unit: Unit, key: str) -> dict[str, Any] | None:
        """What that station said last of a record, and what it is called here; ``new`` where it brought it first."""
        known = outbox.fact(unit, self._name(key))
        found: dict[str, Any] | None = json.loads(known) if known else None
        return found

    def remember(self, unit: Unit, key: str, said: Mapping[str, Any]) -> None:
        """This is what that station has said last."""
        outbox.remember(unit, self._name(key), json.dumps(said))

    def _name(self, key: str) -> str:
        return f"{HEARD}{self._station}/{key}"

    def _there(self, unit: Unit, here: str) -> str:
        """By which id that station knows somebody."""
        prefix = self._name(f"{Kind.PATIENT.value}/")
        if outbox.fact(unit, prefix + here):
            return here
        known = outbox.facts(unit, prefix).items()
        return next((uid for uid, said in known if json.loads(said)["here"] == here), here)

    def keep_aside(self, key: str, uid: str, what: Mapping[str, Any], sentence: str) -> None:
        """In sight, for somebody to look at."""
        said = {"station": self._station, "record": key, **what}
        blob = self._store.vault.admit(json.dumps(said, ensure_ascii=False, indent=1, sort_keys=True).encode())
        with self._store.write(Origin.IMPORT, actor="stick") as unit:
            filing.hold(unit, "quarantine", blob, sentence, ARRIVAL, instance_uid=uid)

    # --- each kind

    def person(self, unit: Unit, line: Line, _: bytes) -> tuple[Came, str]:
        """New, found, or somebody who waits."""
        heard = self.heard(unit, line.key)
        try:
            row = patients.find(unit, heard["here"] if heard else line.uid)
        except Gone:
            raise
        except NotFound:
            return self._stranger(unit, line)
        return self._met(unit, line, row, heard)

    def _stranger(self, unit: Unit, line: Line) -> tuple[Came, str]:
        details, number = reading.details_of(line.meaning), reading.number_of(line.resource)
        other = patients.by_number(unit, str(number)) if number else None
        if other is None:
            row = patients.register(unit, details, uuid=line.uid, card=number)
            return Came.NEW, row.uuid
        born = str(line.resource.get("birthDate") or "").replace("-", "")
        said = Identity(name=f"{details.family_name}^{details.given_name}", birth_date=born, sex=details.sex)
        if matching.contradiction(said, other) is not None:
            raise Conflict(UNLIKE)
        return self._met(unit, line, other, None)

    def _met(self, unit: Unit, line: Line, row: PatientRow, heard: dict[str, Any] | None) -> tuple[Came, str]:
        """Merged field by field; where both sides say something else, what stands here stays."""
        base = Base(heard["mine"], heard["theirs"]) if heard else Base()
        mine = fhirmap.fields(fhirmap.patient(row))
        theirs = under(line.meaning, line.uid, row.uuid)
        base = Base(base.mine, under(base.theirs, line.uid, row.uuid))
        verdict = merge(base, mine, theirs, lambda name: fhirmap.rule_of(Kind.PATIENT, name))
        changed = {name for name in {*mine, *verdict.here} if verdict.here.get(name) != mine.get(name)}
        after = patients.amend(unit, row.uuid, told(row.details, verdict.here, changed)) if changed else row
        if verdict.disputes:
            return Came.WAITS, row.uuid
        return (Came.CHANGED if after.version != row.version else Came.KNOWN), row.uuid

    def headshot(self, unit: Unit, line: Line, data: bytes) -> tuple[Came, str]:
        """It is shown in the order in which it was taken."""
        row = self._owner(unit, line)
        owner = images.owner_of(unit, line.uid)
        if owner is not None:
            return self._headshot_again(unit, line, is_theirs=owner == row.uuid)
        content = line.resource["content"]
        if content["sha256"] != hashlib.sha256(data).hexdigest() or not str(content["contentType"]).startswith(
            "image/"
        ):
            raise Invalid(reading.UNREADABLE)
        mime, size = str(content["contentType"]), (line.resource.get("width"), line.resource.get("height"))
        if mime == JPEG:
            size = checked(data)[1:]
        made = images.Content(self._store.vault.admit(data), mime, *size)
        taken = reading.moment_of(line.resource.get("occurrenceDateTime"))
        kind = str(content.get("title") or "Headshot")
        images.add(unit, row.uuid, made, kind=kind, elsewhere=images.Elsewhere(line.uid, taken))
        return Came.NEW, line.uid

    def _headshot_again(self, unit: Unit, line: Line, *, is_theirs: bool) -> tuple[Came, str]:
        if not is_theirs:
            raise Conflict(OTHERS)
        try:
            images.by_uuid(unit, line.uid)
        except NotFound as problem:
            if not self._may_come_back(unit, line):
                raise Gone(REMOVED) from problem
            headshots.bring_back(unit, line.uid)
            return Came.CHANGED, line.uid
        return Came.KNOWN, line.uid

    def _may_come_back(self, unit: Unit, line: Line) -> bool:
        """Whether nobody but a removal by its own station has taken it away here."""
        heard = self.heard(unit, line.key)
        return heard is not None and heard.get("left") == changes.version(unit, line.kind, line.uid)

    def visit(self, unit: Unit, line: Line, _: bytes) -> tuple[Came, str]:
        """As a client of our surface would state it, without its pictures: those file themselves by what they say."""
        row = self._owner(unit, line)
        try:
            known = studies.study(unit, line.uid)
        except Gone:
            if not self._may_come_back(unit, line):
                raise
            before = statements.restore(unit, studies.uuid_of(unit, line.uid))
            statements.replace(unit, before, _statement(unit, line, row))
            return Came.CHANGED, line.uid
        except NotFound:
            statements.create(unit, _statement(unit, line, row))
            return Came.NEW, line.uid
        if known.patient is None:
            raise Waiting(publishing.NOBODYS)
        if known.patient.uuid != row.uuid:
            raise Conflict(OTHERS)
        return Came.KNOWN, line.uid

    def grade(self, unit: Unit, line: Line, _: bytes) -> tuple[Came, str]:
        """Added, never changed."""
        row = self._owner(unit, line)
        try:
            owner, _known = opinions.find(unit, line.uid)
        except NotFound:
            opinions.bring(unit, row.uuid, reading.opinion_of(line.uid, line.resource))
            return Came.NEW, line.uid
        if owner != row.uuid:
            raise Conflict(OTHERS)
        return Came.KNOWN, line.uid

    def referral(self, unit: Unit, line: Line, _: bytes) -> tuple[Came, str]:
        """Opened, or made more urgent."""
        row = self._owner(unit, line)
        before = _version(referrals.find, unit, line.uid)
        after = referrals.bring(unit, row, reading.referral_of(line.uid, row.uuid, line.resource))
        return _came(before, after.version), line.uid

    def appointment(self, unit: Unit, line: Line, _: bytes) -> tuple[Came, str]:
        """Put on the list, or moved on."""
        row = self._owner(unit, line)
        before = _version(workitems.workitem, unit, line.uid)
        after = workitems.bring(unit, row.uuid, reading.workitem_of(line.uid, row.uuid, line.resource))
        return _came(before, after.version), line.uid


VISIT_FACTS = ("uid", "started", "accession", "description", "identifier", "referrer")
_TAKERS: Mapping[str, Callable[[Keeper, Unit, Line, bytes], tuple[Came, str]]] = {
    Kind.PATIENT: Keeper.person,
    Kind.PHOTO: Keeper.headshot,
    Kind.STUDY: Keeper.visit,
    Kind.OPINION: Keeper.grade,
    Kind.REFERRAL: Keeper.referral,
    Kind.WORKITEM: Keeper.appointment,
}


def _statement(unit: Unit, line: Line, row: PatientRow) -> StudyStatement:
    facts = {name: line.resource[name] for name in VISIT_FACTS if name in line.resource}
    ours = fhirmap.identifier(Kind.STUDY, line.uid)
    facts["identifier"] = [one for one in facts.get("identifier", ()) if one != ours]
    facts = {name: value for name, value in facts.items() if value}
    body = {"resourceType": "ImagingStudy", **facts, "patient": {"reference": f"Patient/{row.uuid}"}}
    return imagingstudy.statement_of(unit, body, ())


def _made(unit: Unit, line: Line, here: str, came: Came, heard: Mapping[str, Any] | None) -> dict[str, int]:
    """``new``: which version here was made of what that station said; nothing where others had brought it."""
    before = {"new": heard["new"]} if heard and "new" in heard else {}
    is_made = came is Came.NEW or (came is Came.CHANGED and before)
    return {"new": changes.version(unit, line.kind, here)} if is_made else before


def _hand(line: Line) -> str:
    """Whoever signed it, where somebody did."""
    if line.kind is not Kind.OPINION:
        return "stick"
    found = line.resource.get("performer")
    who = found[0] if isinstance(found, list) and found and isinstance(found[0], dict) else {}
    return str(who.get("display") or "stick")[:64]


def _version(find: Callable[[Unit, str], Any], unit: Unit, uid: str) -> int:
    try:
        return int(find(unit, uid).version)
    except NotFound:
        return 0


def _came(before: int, after: int) -> Came:
    return Came.NEW if not before else Came.CHANGED if after > before else Came.KNOWN
