"""Letters to people: what one may say now, what was printed, when, by whom, with which bytes; and which are out of date.

A letter is made of one frozen value and kept only if that value is still true in the unit that keeps it. Rows are only ever
added. Nothing is printed while an eye is unknown, unread or in dispute, and nothing by nobody (hazards HZ-02, HZ-03, HZ-28).
"""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import insert, select, text

from resources.grading.outcome import EYES, Decision, Presence, Why
from resources.grading.schemes import Outcome
from resources.model import Letter, Patient
from resources.problems import Conflict, Refused
from resources.store import annotations, changes, opinions, patients, station, studies
from resources.store.annotations import AnnotationRow
from resources.store.hands import has_no_name
from resources.store.opinions import OpinionRow
from resources.store.rows import InstanceRow, PatientRow
from resources.store.store import Unit
from resources.store.vault import Blob
from resources.terms import Kind, Laterality, Operation

table = Letter.__table__
people = Patient.__table__
UNREAD = {Why.NOT_GRADED, Why.NOT_WHOLE, Why.PREVIEW}
"""What keeps a visit from being finished that nobody must come again for: somebody here must still read it."""


@dataclass(frozen=True, slots=True)
class EyeFacts:
    """What stands of one eye, and the picture that was read."""

    eye: Laterality
    presence: Presence
    said: tuple[OpinionRow, ...] = ()
    picture: InstanceRow | None = None
    marks: tuple[AnnotationRow, ...] = ()
    """What is drawn on that picture; a copy has what its first printing had."""


@dataclass(frozen=True, slots=True)
class LetterFacts:
    """All that a letter says, of one moment. ``former`` is the last letter of this visit, ``is_same`` that this is its copy."""

    patient: PatientRow
    day: date
    decision: Decision
    eyes: tuple[EyeFacts, EyeFacts]
    camp: str
    at: datetime
    former: "LetterRow | None" = None
    is_same: bool = False

    @property
    def readers(self) -> tuple[OpinionRow, ...]:
        """The opinions that it rests on, the newest of each reader last."""
        return tuple(sorted((row for eye in self.eyes for row in eye.said), key=lambda row: row.signed_at))

    @property
    def fingerprint(self) -> str:
        """A digest of everything that must still be true for the letter to be true."""
        who = self.patient.details
        said = {
            "who": [self.patient.uuid, self.patient.number, self.patient.name, who.native_name, who.sex],
            "born": [str(who.birth_date or ""), who.birth_year],
            "day": self.day.isoformat(),
            "outcome": [self.decision.outcome.word, self.decision.months, self.decision.rule],
            "eyes": [
                [eye.eye.value, eye.presence.value, [row.uuid for row in eye.said], _picture(eye.picture)]
                for eye in self.eyes
            ],
        }
        return hashlib.sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()


def _picture(row: InstanceRow | None) -> list[str]:
    return [row.instance_uid, row.digest or "", row.laterality.value if row.laterality else ""] if row else []


@dataclass(frozen=True, slots=True)
class LetterRow:
    """One letter that was printed. ``copy_of`` and ``replaces`` name an earlier one."""

    uuid: str
    patient_uuid: str
    day: date
    outcome: Outcome
    language: str
    digest: str
    size: int
    fingerprint: str
    copy_of: str
    replaces: str
    printed_at: datetime
    printed_by: str


def facts(unit: Unit, patient_key: str, day: date, *, read_until: datetime | None = None) -> LetterFacts:
    """What a letter about that visit says now. Raises Refused with the reason why none can be made.

    ``read_until`` leaves out what was signed later; the outcome is always the one that stands now.
    """
    patient = patients.find(unit, patient_key)
    theirs = [one for one in studies.of_patient(unit, patient.uuid) if one.day(unit.store.zone) == day]
    shown = [row for study in theirs for row in study.instances if row.digest and not row.hidden and row.has_pixels]
    said = opinions.standing(opinions.of_visit(unit, patient, day))
    decision = opinions.decision_of(unit, patient.uuid, day)
    _refuse(shown, said, decision, [flag for study in theirs for flag in study.flags])
    states = opinions.eyes_of(unit, patient.uuid, day)
    said = [row for row in said if read_until is None or row.signed_at <= read_until]
    right, left = (
        EyeFacts(side, eye.presence, tuple(row for row in said if row.said.eye is side), _chosen(shown, said, side))
        for side, eye in zip(EYES, states, strict=True)
    )
    made = LetterFacts(patient, day, decision, (right, left), station.camp(unit).name, unit.now)
    former = last_of(unit, patient, day)
    is_same = former is not None and former.fingerprint == made.fingerprint
    until = former.printed_at if former and is_same else unit.now
    one, other = (replace(eye, marks=_drawn_on(unit, eye.picture, until)) for eye in made.eyes)
    return replace(made, eyes=(one, other), former=former, is_same=is_same)


def _drawn_on(unit: Unit, picture: InstanceRow | None, until: datetime) -> tuple[AnnotationRow, ...]:
    """Measurements and notes do not decide anything: a letter stays true when somebody draws on a picture afterwards."""
    found = annotations.standing(unit, [picture.instance_uid]) if picture else []
    return tuple(row for row in found if row.made_at <= until)


def _refuse(shown: Sequence[InstanceRow], said: Sequence[OpinionRow], decision: Decision, flags: Sequence[str]) -> None:
    if any(row.laterality is None for row in shown):
        raise Refused("Nobody has said which eye a picture shows. Say that first.", fields={"letter": "eye"})
    if flags:
        raise Refused("Whose pictures these are is in question. Settle that first.", fields={"letter": "person"})
    if not said:
        raise Refused("Nobody has signed a grade of this visit.", fields={"letter": "grade"})
    if decision.outcome is Outcome.RETAKE and any(reason.why in UNREAD for reason in decision.reasons):
        raise Refused("An eye has a picture that nobody has graded in full.", fields={"letter": "unread"})


def _chosen(shown: Sequence[InstanceRow], said: Sequence[OpinionRow], side: Laterality) -> InstanceRow | None:
    """The picture that was read last, by its UID (HZ-12); it is that eye, or it is not shown."""
    looked_at = [row.said.instance_uid for row in said if row.said.eye is side and row.said.instance_uid]
    by_uid = {row.instance_uid: row for row in shown if row.laterality in (side, Laterality.BOTH)}
    return next((by_uid[uid] for uid in reversed(looked_at) if uid in by_uid), None)


def keep(unit: Unit, said: LetterFacts, language: str, pdf: Blob) -> LetterRow:
    """Write down that this was printed. Raises Refused for nobody's hand, Conflict when it is no longer what stands."""
    if has_no_name(unit.actor):
        raise Refused("Say who you are: a letter needs a hand.", fields={"letter": "name"})
    now = facts(unit, said.patient.uuid, said.day)
    former_uuid = said.former.uuid if said.former else ""
    if now.fingerprint != said.fingerprint or (now.former.uuid if now.former else "") != former_uuid:
        raise Conflict("Something changed while the letter was made. Nothing was printed: look again.")
    row = LetterRow(
        unit.new_uuid(),
        said.patient.uuid,
        said.day,
        said.decision.outcome,
        language[:8],
        pdf.digest,
        pdf.size,
        said.fingerprint,
        former_uuid if said.is_same else "",
        "" if said.is_same else former_uuid,
        unit.now,
        unit.actor,
    )
    _insert(unit, said, row)
    return row


def _insert(unit: Unit, said: LetterFacts, row: LetterRow) -> None:
    values = {name: getattr(row, name) for name in LetterRow.__slots__ if name != "patient_uuid"}
    about = [said.patient.uuid, *(eye.picture.instance_uid for eye in said.eyes if eye.picture)]
    about += [study.study_uid for study in studies.of_patient(unit, said.patient.uuid)]
    values |= {"outcome": row.outcome.word, "about": about, "seq": changes.last(unit)}
    unit.execute(insert(Letter).values(patient_pk=said.patient.pk, **values))
    snapshot = {
        "patient": row.patient_uuid,
        "day": row.day.isoformat(),
        "outcome": row.outcome.word,
        "digest": row.digest,
    }
    changes.record(unit, Kind.LETTER, row.uuid, Operation.CREATE, version=1, snapshot=snapshot)


def of_patient(unit: Unit, patient_key: str) -> list[LetterRow]:
    """Every letter of a person, the newest first."""
    owner = patients.find(unit, patient_key)
    return _rows(unit, table.c.patient_pk == owner.pk)[::-1]


def last_of(unit: Unit, patient: PatientRow, day: date) -> LetterRow | None:
    """The newest letter of that visit that is not a copy."""
    found = _rows(unit, (table.c.patient_pk == patient.pk) & (table.c.day == day) & (table.c.copy_of == ""))
    return found[-1] if found else None


def is_current(unit: Unit, row: LetterRow) -> bool:
    """Whether it says what the newest one of its visit says, and all of that still stands.

    An opinion that came later and changes neither the outcome nor what was said then does not make a paper untrue.
    """
    last = last_of(unit, patients.find(unit, row.patient_uuid), row.day)
    if last is None or last.fingerprint != row.fingerprint:
        return False
    try:
        return facts(unit, row.patient_uuid, row.day, read_until=row.printed_at).fingerprint == row.fingerprint
    except Refused:
        return False


_CHANGED_SINCE = text(
    "select l.uuid from letter l where l.pk in (select max(pk) from letter where copy_of = '' group by patient_pk, day) and ("
    "exists (select 1 from opinion o join change c on c.kind = 'opinion' and c.uid = o.uuid"
    " where o.patient_pk = l.patient_pk and o.day = l.day and c.seq > l.seq)"
    " or exists (select 1 from json_each(l.about) a join change c on c.uid = a.value"
    " where c.kind in ('patient', 'study', 'instance') and c.seq > l.seq))"
)


def out_of_date(unit: Unit) -> list[LetterRow]:
    """The newest letters of visits of which something else stands now: those people hold a paper that is not true any more."""
    touched = [str(row[0]) for row in unit.execute(_CHANGED_SINCE)]
    rows = _rows(unit, table.c.uuid.in_(touched)) if touched else []
    return [row for row in rows if not is_current(unit, row)]


def _rows(unit: Unit, where: Any) -> list[LetterRow]:
    joined = select(table, people.c.uuid.label("patient_uuid")).join(people, table.c.patient_pk == people.c.pk)
    found = unit.execute(joined.where(where, people.c.forgotten_at.is_(None)).order_by(table.c.pk))
    return [_row(row._mapping) for row in found]


def _row(row: Any) -> LetterRow:
    values = {name: row[name] for name in LetterRow.__slots__ if name != "outcome"}
    return LetterRow(outcome=Outcome[str(row["outcome"]).upper()], **values)
