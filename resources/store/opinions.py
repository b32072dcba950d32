"""What readers said of eyes: appended, signed, never overwritten. The outcome of a visit is made of those that stand.

An opinion stands until a named person replaces it; headquarters can add one, never take one back (hazard HZ-27). Each is about
one eye of one person's visit, and about the picture that was on the screen: another person's picture, or one whose eye is
unknown or another, is refused (HZ-02, HZ-16). Whoever has no name signs nothing (HZ-22).
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid5

from sqlalchemy import insert, select

from resources.grading.outcome import EYES, Absence, Decision, Eye, Presence, Reading, decide, presence
from resources.grading.schemes import Grade, Scheme, scheme_of
from resources.model import Opinion
from resources.problems import Conflict, Invalid, NotFound, Refused
from resources.store import changes, evictions, patients, previews, qualities, referrals, studies
from resources.store.hands import has_no_name
from resources.store.rows import PatientRow
from resources.store.store import Unit
from resources.terms import Kind, Laterality, Operation, Origin

table = Opinion.__table__


@dataclass(frozen=True, slots=True)
class Said:
    """What somebody says of one eye, as it was on the screen when the key went down."""

    eye: Laterality
    grade: Grade | None = None
    instance_uid: str = ""
    absent: str = ""
    """One of ``Absence``: why there is no eye, or none that could be seen; then there is neither grade nor picture."""
    is_preview: bool = False
    """Whether only a small preview was on the screen, and not the original (HZ-09)."""
    zoom: float | None = None
    """The largest that the picture was on the screen: 1.0 is one picture pixel on one pixel of the screen; none: nobody knows."""
    quality: str = ""
    screen_check: str = "none"
    note: str = ""
    replaces: tuple[str, ...] = ()
    """The opinions of this eye that this one takes the place of, by uuid. Where one is another reader's, ``note`` says why."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """When a result from elsewhere was signed there, and what it is called, so that it is the same however often it comes."""

    name: UUID
    signed_at: datetime


@dataclass(frozen=True, slots=True)
class OpinionRow:
    """One signed opinion."""

    uuid: str
    day: date
    said: Said
    origin: Origin
    reader: str
    is_second: bool
    signed_at: datetime
    """When it came to stand in this record."""
    stated_at: datetime | None = None
    """When headquarters, or the station that it came from, says that it was signed there; empty for ours."""

    @property
    def as_of(self) -> datetime:
        """When somebody looked, as far as anybody says."""
        return self.stated_at or self.signed_at


CLOCKS_APART = timedelta(minutes=10)
"""So far another station's clock may be ahead of ours before the time that it states is not believed."""


def sign(
    unit: Unit,
    patient_key: str,
    day: date,
    said: Sequence[Said],
    *,
    is_second: bool = False,
    stamp: Stamp | None = None,
) -> tuple[list[OpinionRow], Decision]:
    """Add opinions on one visit, all or none, and give what follows. Somebody to be seen gets a referral in the same unit.

    Raises Refused without a name, or when the second reader is the first; Conflict when the picture is not that eye of that
    person, or when the visit was begun on another scheme; Invalid for a grade that its scheme does not know.
    """
    if has_no_name(unit.actor) or (stamp is not None and unit.origin is not Origin.HQ):
        raise Refused("Say who you are: a grade needs a hand.")
    patient = patients.find(unit, patient_key)
    before = of_visit(unit, patient, day)
    if is_second and any(unit.actor == row.reader for row in standing(before)):
        raise Refused("The second reading must be somebody else's.")
    if unit.origin is Origin.PERSON:
        _check_scheme(said, before)
    made = [_append(unit, patient, day, one, before, is_second=is_second, stamp=stamp) for one in said]
    decision = decision_of(unit, patient.uuid, day)
    referrals.follow(unit, patient, day, decision)
    if unit.origin is Origin.HQ:
        referrals.seen_elsewhere(unit, patient, day, alone(said))
    return made, decision


def bring(unit: Unit, patient_key: str, row: OpinionRow) -> Decision:
    """Add what was signed at another station of ours, under the name, the hand and the time that it has there.

    It takes nothing back here, whatever it says that it replaces. Raises Refused where nobody signed it, Conflict where the
    picture is here and is of another person or of the other eye.
    """
    if has_no_name(row.reader):
        raise Refused("Nobody signed this grade.")
    if row.said.eye not in EYES:
        raise Invalid("An opinion is about the right eye or about the left one.")
    patient = patients.find(unit, patient_key)
    _check_grade(row.said)
    picture = studies.known(unit, row.said.instance_uid) if row.said.instance_uid else None
    if picture is not None and picture.patient_uuid not in (None, patient.uuid):
        raise Conflict("This grade speaks of a picture of somebody else.")
    if picture is not None and picture.laterality not in (None, row.said.eye, Laterality.BOTH):
        raise Conflict("This grade speaks of one eye, and of a picture of the other.")
    stated = row.as_of if row.as_of <= unit.now + CLOCKS_APART else unit.now
    kept = replace(row, origin=unit.origin, signed_at=unit.now, stated_at=stated)
    unit.execute(insert(Opinion).values(patient_pk=patient.pk, **_values(kept)))
    facts = {"patient": patient.uuid, "day": row.day.isoformat(), "eye": row.said.eye.value, "reader": row.reader}
    changes.record(unit, Kind.OPINION, row.uuid, Operation.CREATE, version=1, snapshot=facts)
    decision = decision_of(unit, patient.uuid, row.day)
    referrals.follow(unit, patient, row.day, decision)
    return decision


def alone(said: Sequence[Said]) -> Decision:
    """What follows from these opinions alone, of eyes that have pictures."""
    right, left = (eye_of([one for one in said if one.eye is side], is_imaged=True) for side in EYES)
    return decide(right, left)


def _append(  # whose, when, what, beside what, and how it was signed
    unit: Unit,
    patient: PatientRow,
    day: date,
    said: Said,
    before: Sequence[OpinionRow],
    *,
    is_second: bool,
    stamp: Stamp | None,
) -> OpinionRow:
    if said.eye not in EYES:
        raise Invalid("An opinion is about the right eye or about the left one.")
    _check_grade(said)
    said = replace(said, is_preview=_check_picture(unit, patient, day, said) or said.is_preview)
    said = _as_it_was_seen(unit, said)
    _check_replaced(unit, said, before)
    stated_at = min(stamp.signed_at, unit.now) if stamp else None
    uuid = uuid_of(stamp, said) if stamp else unit.new_uuid()
    row = OpinionRow(uuid, day, said, unit.origin, unit.actor, is_second, unit.now, stated_at)
    unit.execute(insert(Opinion).values(patient_pk=patient.pk, **_values(row)))
    snapshot = {"patient": patient.uuid, "day": day.isoformat(), "eye": said.eye.value, "reader": row.reader}
    changes.record(unit, Kind.OPINION, row.uuid, Operation.CREATE, version=1, snapshot=snapshot)
    return row


def uuid_of(stamp: Stamp, said: Said) -> str:
    """Of a result from elsewhere always the same, so that it cannot be added twice."""
    grade = said.grade
    return str(uuid5(stamp.name, "|".join((said.eye.value, said.absent, *(grade[:2] if grade else ())))))


def begun_on(rows: Iterable[OpinionRow]) -> Scheme | None:
    """The scheme that readers of our camps began a visit on: it changes only between visits (HZ-21). The latest one says.

    What headquarters says on a scale of its own binds nobody here.
    """
    grades = [row.said.grade for row in standing(rows) if row.origin is not Origin.HQ and row.said.grade is not None]
    return next((scheme for grade in reversed(grades) if (scheme := scheme_of(grade)) is not None), None)


def _check_scheme(said: Sequence[Said], before: Sequence[OpinionRow]) -> None:
    begun, spoken = begun_on(before), {one.grade[:2] for one in said if one.grade is not None}
    if len(spoken) > 1 or (begun is not None and spoken - {(begun.name, begun.version)}):
        name = begun.name if begun is not None else "one scale"
        raise Conflict(f"This visit is graded on {name}. A scale changes only between visits.")


def _check_replaced(unit: Unit, said: Said, before: Sequence[OpinionRow]) -> None:
    known = {row.uuid: row for row in before if row.said.eye is said.eye}
    if not known.keys() >= set(said.replaces):
        raise Conflict("What should be replaced is not an opinion on this eye.")
    if said.replaces and unit.origin is not Origin.PERSON:
        raise Refused("Only a named person takes an opinion back.")
    if any(known[uuid].reader != unit.actor for uuid in said.replaces) and not said.note.strip():
        raise Invalid("Say why the other reader's opinion does not stand.")


def _check_grade(said: Said) -> None:
    if bool(said.absent) == (said.grade is not None):
        raise Invalid("Say a grade, or why there is no eye.")
    if said.grade is None:
        if said.absent not in {reason.value for reason in Absence}:
            raise Invalid("Say why there is no eye: a prosthesis, phthisis, removed, or that it could not be seen.")
        return
    scheme = scheme_of(said.grade)
    if not said.grade.codes or (scheme and not scheme.knows(said.grade)):
        raise Invalid(f"That is not a grade of {said.grade.scheme}.")


def _check_picture(unit: Unit, patient: PatientRow, day: date, said: Said) -> bool:
    """Whether nothing but a preview of it is here, whatever the screen says (HZ-09)."""
    if said.absent and said.eye in imaged_eyes(unit, patient, day):
        raise Conflict("There is a picture of that eye. Hide it first, or grade it.")
    if said.absent or (not said.instance_uid and unit.origin is Origin.HQ):
        return False
    preview = previews.find(unit, said.instance_uid)
    picture = preview or studies.instance(unit, said.instance_uid)
    if picture.patient_uuid != patient.uuid:
        raise Conflict("This picture is not this person's any more. Look again.")
    if not picture.has_pixels:
        raise Conflict("There is no picture in it to grade. Look at one.")
    if picture.laterality is None:
        raise Conflict("Nobody has said which eye this is. Say that first.")
    if picture.laterality not in (said.eye, Laterality.BOTH):
        raise Conflict("This picture is of the other eye. Look again.")
    return preview is not None


def _as_it_was_seen(unit: Unit, said: Said) -> Said:
    """Of an original that was left at headquarters only a small picture can have been looked at (HZ-09)."""
    if unit.origin is Origin.HQ or not said.instance_uid or evictions.find(unit, said.instance_uid) is None:
        return said
    return replace(said, is_preview=True)


def of_visit(unit: Unit, patient: PatientRow, day: date) -> list[OpinionRow]:
    """Everything that was ever said of that visit, oldest first."""
    query = select(table).where(table.c.patient_pk == patient.pk, table.c.day == day).order_by(table.c.pk)
    return [_row(row) for row in unit.execute(query)]


def visits(unit: Unit) -> set[tuple[int, date]]:
    """Of which visits anything was said: the person's row and the day."""
    return {(row.patient_pk, row.day) for row in unit.execute(select(table.c.patient_pk, table.c.day).distinct())}


def is_known(unit: Unit, uuid: str) -> bool:
    """Whether it was ever said here."""
    return unit.execute(select(table.c.pk).where(table.c.uuid == uuid)).first() is not None


def find(unit: Unit, uuid: str) -> tuple[str, OpinionRow]:
    """One of them by uuid, and whose eye it is about. Raises NotFound, also where that person was removed."""
    row = unit.execute(select(table).where(table.c.uuid == uuid)).first()
    person = patients.with_pk(unit, row.patient_pk) if row is not None else None
    if row is None or person is None:
        raise NotFound("There is no such opinion.")
    return person.uuid, _row(row)


def of_patient(unit: Unit, patient_key: str) -> list[OpinionRow]:
    """Everything that was ever said of a person's eyes, oldest first."""
    query = select(table).where(table.c.patient_pk == patients.find(unit, patient_key).pk).order_by(table.c.pk)
    return [_row(row) for row in unit.execute(query)]


def standing(rows: Iterable[OpinionRow]) -> list[OpinionRow]:
    """Those that nobody took back. What headquarters says takes nothing back."""
    everything = list(rows)
    taken_back = {uuid for row in everything if row.origin is Origin.PERSON for uuid in row.said.replaces}
    return [row for row in everything if row.uuid not in taken_back]


def imaged_eyes(unit: Unit, patient: PatientRow, day: date) -> frozenset[Laterality]:
    """The eyes that have a picture of that day which is not hidden."""
    imaged = {
        row.laterality
        for study in studies.of_patient(unit, patient.uuid)
        if study.day(unit.store.zone) == day
        for row in study.instances
        if row.digest and row.has_pixels and not row.hidden and row.laterality
    }
    glimpsed = [one.row.laterality for one in previews.of_patient(unit, patient.pk) if one.day == day]
    imaged.update(side for side in glimpsed if side)
    return frozenset(EYES) if Laterality.BOTH in imaged else frozenset(imaged)


def eyes_of(unit: Unit, patient_key: str, day: date) -> tuple[Eye, Eye]:
    """What is known of the right and of the left eye on that day."""
    patient = patients.find(unit, patient_key)
    said = standing(of_visit(unit, patient, day))
    imaged = imaged_eyes(unit, patient, day)
    spoilt = qualities.ungradable(unit, {row.said.instance_uid for row in said if row.said.instance_uid})
    right, left = (
        eye_of([row.said for row in said if row.said.eye is side], spoilt, is_imaged=side in imaged) for side in EYES
    )
    return right, left


def eye_of(said: Sequence[Said], spoilt: Collection[str] = (), *, is_imaged: bool) -> Eye:
    """One eye from what stands of it; what is graded is not absent. ``spoilt``: the pictures that are said to be ungradable."""
    graded = tuple(
        Reading(one.grade, one.is_preview, one.instance_uid in spoilt) for one in said if one.grade is not None
    )
    if graded:
        return Eye(Presence.IMAGED if is_imaged else Presence.NOT_IMAGED, graded)
    return Eye(presence((one.absent for one in said), is_imaged=is_imaged))


def decision_of(unit: Unit, patient_key: str, day: date) -> Decision:
    """What follows for that person from that visit."""
    return decide(*eyes_of(unit, patient_key, day))


def _values(row: OpinionRow) -> dict[str, Any]:
    said = row.said
    return {
        "uuid": row.uuid,
        "day": row.day,
        "eye": said.eye.value,
        "instance_uid": said.instance_uid,
        "absent": said.absent[:128],
        "scheme": said.grade.scheme if said.grade else "",
        "scheme_version": said.grade.version if said.grade else "",
        "codes": [list(code) for code in said.grade.codes] if said.grade else [],
        "is_preview": said.is_preview,
        "zoom": said.zoom,
        "quality": said.quality,
        "screen_check": said.screen_check,
        "is_second": row.is_second,
        "note": said.note,
        "replaces": list(said.replaces),
        "origin": row.origin.value,
        "reader": row.reader,
        "signed_at": row.signed_at,
        "stated_at": row.stated_at,
    }


def _row(row: Any) -> OpinionRow:
    codes = tuple((str(name), str(code)) for name, code in row.codes)
    said = Said(
        eye=Laterality(row.eye),
        grade=None if row.absent else Grade(row.scheme, row.scheme_version, codes),
        instance_uid=row.instance_uid,
        absent=row.absent,
        is_preview=row.is_preview,
        zoom=row.zoom,
        quality=row.quality,
        screen_check=row.screen_check,
        note=row.note,
        replaces=tuple(row.replaces),
    )
    origin = Origin(row.origin)
    return OpinionRow(row.uuid, row.day, said, origin, row.reader, row.is_second, row.signed_at, row.stated_at)
