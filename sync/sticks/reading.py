"""Records of ours back from the form in which they travel: what ``fhirmap`` wrote, as the store keeps it. Pure.

Refuses whatever it cannot read whole, and guesses neither an eye, nor a hand, nor a time.
"""

import re
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from resources.grading.schemes import Grade, Outcome
from resources.problems import Invalid, Problem
from resources.store import numbers
from resources.store.numbers import Number
from resources.store.opinions import OpinionRow, Said
from resources.store.referrals import ReferralRow
from resources.store.rows import PatientDetails, WorkitemRow
from resources.store.studysearch import NUMBER_SYSTEM
from resources.terms import Laterality, Origin
from resources.wire.fhir import OURS
from resources.wire.fhirdates import interval
from sync import fhirmap
from sync.fhirmap import TASK_STATUS
from sync.hearing import told
from sync.readings import SCHEME
from sync.searchset import dicts

UNREADABLE = "This record is not written as this station writes them."
DECIDED = re.compile(r"Decided by (.*) \((.*)\)\.", re.DOTALL)
TOLD = re.compile(r"Told by (.*?), (.*), (\S+)\.", re.DOTALL)
ENDED = re.compile(r"Ended by (.*?): (.*), (\S+)\.", re.DOTALL)
Resource = Mapping[str, Any]


def details_of(said: Resource) -> PatientDetails:
    """A person."""
    return told(PatientDetails(), said, set(said))


def number_of(said: Resource) -> Number | None:
    """The number on the card; ``None`` without one. Raises Invalid for a wrong check digit."""
    for one in dicts(said.get("identifier")):
        if one.get("system") == NUMBER_SYSTEM:
            number = numbers.read(str(one.get("value") or ""))
            if number is None or not number.is_right:
                raise Invalid("The number on this person's card has a wrong check digit.")
            return number
    return None


def subject_of(said: Resource) -> str:
    """The id of whom it is about."""
    found: Resource = next((said[name] for name in sorted(fhirmap.ABOUT) if isinstance(said.get(name), Mapping)), {})
    kind, _, uuid = str(found.get("reference") or "").partition("/")
    if kind != "Patient" or not uuid:
        raise Invalid(UNREADABLE)
    return uuid


def opinion_of(uid: str, resource: Resource) -> OpinionRow:
    """A signed grade. It is nobody's here yet: ``opinions.bring`` says when it came and from where."""
    said = fhirmap.fields(resource)
    eye = Laterality.of(_text(said.get("bodySite")))
    if eye is None:
        raise Invalid("This grade does not say which eye.")
    seen = Said(
        eye,
        grade=_grade(said),
        instance_uid=str(said.get(f"{OURS}instance") or ""),
        absent=_text(said.get("dataAbsentReason")),
        is_preview=said.get(f"{OURS}preview") is True,
        zoom=float(said[f"{OURS}zoom"]) if f"{OURS}zoom" in said else None,
        screen_check=str(said.get(f"{OURS}screen") or "none"),
        note=str(said.get("comment") or ""),
        replaces=tuple(str(said.get(f"{OURS}replaces") or "").split()),
    )
    reader = next((str(who.get("display") or "") for who in dicts(said.get("performer"))), "")
    is_second = said.get(f"{OURS}second") is True
    moment = moment_of(said.get("issued"))
    return OpinionRow(uid, _day(said.get("effectiveDateTime")), seen, Origin.IMPORT, reader, is_second, moment)


def _grade(said: Resource) -> Grade | None:
    codes, schemes = [], set()
    for part in dicts(said.get("component")):
        for coding in dicts(part["valueCodeableConcept"].get("coding"))[:1]:
            codes.append((_text(part.get("code")), str(coding.get("code") or "")))
            schemes.add((str(coding.get("system") or "").removeprefix(SCHEME), str(coding.get("version") or "")))
    if len(schemes) > 1:
        raise Invalid(UNREADABLE)
    return Grade(*schemes.pop(), tuple(codes)) if schemes else None


def referral_of(uid: str, patient_uuid: str, resource: Resource) -> ReferralRow:
    """Somebody to be seen."""
    notes = [str(one.get("text") or "") for one in dicts(resource.get("note"))]
    decided, by_whom, ended = (_found(one, notes) for one in (DECIDED, TOLD, ENDED))
    outcome = _text(next(iter(dicts(resource.get("reasonCode"))), {})).removeprefix("Eye screening: ").upper()
    if decided is None or outcome not in Outcome.__members__ or (resource.get("status") != "active" and not ended):
        raise Invalid(UNREADABLE)
    closed_at = moment_of(ended[3]) if ended else None
    is_attended = resource.get("status") == "completed"
    return ReferralRow(
        uuid=uid,
        patient_uuid=patient_uuid,
        day=_day(resource.get("occurrenceDateTime")),
        outcome=Outcome[outcome],
        rule=decided[2],
        decided_at=moment_of(resource.get("authoredOn")),
        decided_by=decided[1],
        told_at=moment_of(by_whom[3]) if by_whom else None,
        told_by=by_whom[1] if by_whom else "",
        told_how=by_whom[2] if by_whom else "",
        attended_at=closed_at if is_attended else None,
        attended_by=ended[1] if ended and is_attended else "",
        closed_at=closed_at,
        closed_by=ended[1] if ended else "",
        closed_why=ended[2] if ended else "",
        version=1,
    )


def workitem_of(uid: str, patient_uuid: str, resource: Resource) -> WorkitemRow:
    """An appointment. Which camera it is for, its station did not say."""
    states = {word: state for state, word in TASK_STATUS.items()}
    period = resource.get("executionPeriod") or {}
    if resource.get("status") not in states:
        raise Invalid(UNREADABLE)
    started, ended = (moment_of(period[name]) if period.get(name) else None for name in ("start", "end"))
    made = moment_of(resource.get("authoredOn"))
    return WorkitemRow(uid, patient_uuid, states[resource["status"]].value, "", made, started, ended, "", 1)


def _found(pattern: re.Pattern[str], notes: list[str]) -> re.Match[str] | None:
    return next((found for note in notes if (found := pattern.fullmatch(note))), None)


def moment_of(text: Any) -> datetime:
    """An instant. Raises Invalid."""
    try:
        return interval(str(text or ""), None).low
    except Problem as problem:
        raise Invalid(UNREADABLE) from problem


def _day(text: Any) -> date:
    try:
        return date.fromisoformat(str(text))
    except ValueError as reason:
        raise Invalid(UNREADABLE) from reason


def _text(concept: Any) -> str:
    return str(concept.get("text") or "") if isinstance(concept, Mapping) else ""
