"""Putting right what was filed wrong: whose, which eye, which part of it, in sight or not. Every step can be taken back.

Only rows change; the stored bytes stay as they came, and corrections are applied to what leaves (``copies``).
"""

from collections.abc import Collection, Sequence

from sqlalchemy import func, insert, select, update

from resources.model import Instance, Series, Study
from resources.store import matching, patients, studies
from resources.store.rows import InstanceRow, PatientRow, StudyRow
from resources.store.store import Unit
from resources.terms import Field, Laterality, Origin, Unmatched
from resources.wire.header import Identity

study_table = Study.__table__
series_table = Series.__table__
instance_table = Instance.__table__


def assign(unit: Unit, instance_uids: Sequence[str], patient_key: str) -> list[str]:
    """These pictures are this person's: somebody said so. Gives the UIDs of the studies they are in now. Always undoable."""
    return _move(unit, instance_uids, patients.find(unit, patient_key), None)


def recognise(unit: Unit, patient: PatientRow, numbers: Collection[str]) -> list[str]:
    """What other programs sent under one of these numbers before this station knew whose it is: filed as it would be now (HZ-20).

    What a camera sent waits for a person (HZ-01). Gives the UIDs of the studies they are in now.
    """
    theirs = [one for one in numbers if (known := patients.by_number(unit, one)) is None or known.uuid == patient.uuid]
    found: list[str] = []
    for visit in studies.inbox(unit) if theirs else ():
        said = Identity(**visit.identity)
        fits = matching.claimed_number(said) in theirs and matching.contradiction(said, patient) is None
        sent = visit.unmatched == Unmatched.UNKNOWN_NUMBER and all(one.origin is Origin.REST for one in visit.instances)
        if fits and sent:
            found += _move(unit, [one.instance_uid for one in visit.instances], patient, None)
    return found


def unassign(unit: Unit, instance_uids: Sequence[str]) -> list[str]:
    """These pictures are not this person's: back to the Inbox."""
    return _move(unit, instance_uids, None, Unmatched.MOVED_OUT)


def _move(
    unit: Unit, instance_uids: Sequence[str], patient: PatientRow | None, unmatched: Unmatched | None
) -> list[str]:
    targets: list[str] = []
    wanted = [studies.instance(unit, uid) for uid in instance_uids]
    for source_uid in dict.fromkeys(row.study_uid for row in wanted):
        moving = [row for row in wanted if row.study_uid == source_uid]
        owner = studies.study(unit, source_uid)
        target = _move_within(unit, owner, moving, patient, unmatched)
        targets.append(target)
    return targets


def _move_within(
    unit: Unit, owner: StudyRow, moving: Sequence[InstanceRow], patient: PatientRow | None, unmatched: Unmatched | None
) -> str:
    if (owner.patient.uuid if owner.patient else None) == (patient.uuid if patient else None):
        return owner.study_uid
    home = _study_of_source(unit, owner.source_study_uid, patient)
    everything = len(moving) == len(owner.instances)
    if home is None and everything:
        values = {"patient_pk": patient.pk if patient else None, "unmatched": unmatched.value if unmatched else None}
        unit.execute(update(Study).where(study_table.c.pk == owner.pk).values(**values))
        target_pk = owner.pk
    else:
        target_pk = home if home is not None else _sibling(unit, owner, patient, unmatched)
        for row in moving:
            series_pk = _series_in(unit, row, target_pk)
            unit.execute(update(Instance).where(instance_table.c.pk == row.pk).values(series_pk=series_pk))
        _close_when_empty(unit, owner)
    for row in moving:
        studies.record_amended(unit, row)
    studies.touch(unit, target_pk)
    if target_pk != owner.pk:
        studies.touch(unit, owner.pk)
    return studies.published_uid(unit, target_pk)


def _study_of_source(unit: Unit, source_study_uid: str, patient: PatientRow | None) -> int | None:
    if patient is None:
        return None
    query = select(study_table.c.pk).where(
        studies.came_under(source_study_uid),
        study_table.c.patient_pk == patient.pk,
        study_table.c.forgotten_at.is_(None),
    )
    return unit.execute(query).scalar()


def _sibling(unit: Unit, owner: StudyRow, patient: PatientRow | None, unmatched: Unmatched | None) -> int:
    """A study like ``owner`` for another person, under a UID of its own."""
    uid = unit.new_uid()
    row = unit.execute(select(study_table).where(study_table.c.pk == owner.pk)).one()._mapping
    values = {name: row[name] for name in row if name not in ("pk", "forgotten_at")}
    values.update(
        uuid=unit.new_uuid(),
        public_id=studies.free_public_id(unit),
        study_uid=uid,
        patient_pk=patient.pk if patient else None,
        unmatched=unmatched.value if unmatched else None,
        flags=[],
        version=0,
        created_at=unit.now,
        changed_at=unit.now,
    )
    unit.execute(insert(Study).values(**values))
    return studies.pk_of(unit, uid)


def _series_in(unit: Unit, row: InstanceRow, study_pk: int) -> int:
    here = select(series_table.c.pk).where(
        series_table.c.study_pk == study_pk, series_table.c.source_series_uid == row.source_series_uid
    )
    found = unit.execute(here).scalar()
    if found is not None:
        return int(found)
    old = unit.execute(select(series_table).where(series_table.c.series_uid == row.series_uid)).one()._mapping
    values = {name: old[name] for name in old if name not in ("pk", "forgotten_at")}
    values.update(series_uid=unit.new_uid(), study_pk=study_pk, created_at=unit.now)
    unit.execute(insert(Series).values(**values))
    made = unit.execute(select(series_table).where(series_table.c.series_uid == values["series_uid"])).one()
    studies.record_series(unit, made, studies.published_uid(unit, study_pk))
    return int(made.pk)


def _close_when_empty(unit: Unit, owner: StudyRow) -> None:
    left = select(func.count()).select_from(
        instance_table.join(series_table, instance_table.c.series_pk == series_table.c.pk)
    )
    still = left.where(series_table.c.study_pk == owner.pk, instance_table.c.forgotten_at.is_(None))
    if not unit.execute(still).scalar():
        unit.execute(update(Study).where(study_table.c.pk == owner.pk).values(forgotten_at=unit.now))


def set_laterality(unit: Unit, instance_uid: str, side: Laterality | None) -> InstanceRow:
    """Somebody says which eye this is, or that nobody knows. The stored bytes stay as they are."""
    row = studies.instance(unit, instance_uid)
    if row.laterality != side:
        studies.amend_instance(unit, row, laterality=side.value if side else None, laterality_by=unit.actor)
        studies.touch(unit, studies.pk_of(unit, row.study_uid))
    return studies.instance(unit, instance_uid)


KEPT = "eye_kept"
"""In an instance's ``extra``: the side that somebody confirmed when the picture seemed to show the other eye (HZ-13)."""


def keep_laterality(unit: Unit, instance_uid: str, side: Laterality) -> InstanceRow:
    """Somebody has looked again: it is this eye. Whether that changes it or not, the question is answered."""
    row = set_laterality(unit, instance_uid, side)
    if not is_eye_kept(row):
        studies.amend_instance(unit, row, extra={**row.extra, KEPT: side.value})
    return studies.instance(unit, instance_uid)


def ask_again(unit: Unit, instance_uid: str, side: Laterality | None) -> InstanceRow:
    """The former eye, and the question is open again."""
    row = set_laterality(unit, instance_uid, side)
    if KEPT in row.extra:
        extra = {name: value for name, value in row.extra.items() if name != KEPT}
        studies.amend_instance(unit, row, extra=extra)
    return studies.instance(unit, instance_uid)


def is_eye_kept(row: InstanceRow) -> bool:
    """Whether somebody confirmed the eye that is stated now."""
    return row.laterality is not None and row.extra.get(KEPT) == row.laterality.value


def set_field(unit: Unit, instance_uid: str, aim: Field | None) -> InstanceRow:
    """Somebody says what part of the eye this shows."""
    row = studies.instance(unit, instance_uid)
    if row.field != aim:
        studies.amend_instance(unit, row, field=aim.value if aim else None)
        studies.touch(unit, studies.pk_of(unit, row.study_uid))
    return studies.instance(unit, instance_uid)


def hide(unit: Unit, instance_uid: str, reason: str) -> InstanceRow:
    """Take a picture out of sight, with a reason; an empty reason shows it again. Nothing is deleted."""
    row = studies.instance(unit, instance_uid)
    if row.hidden != reason:
        studies.amend_instance(unit, row, hidden=reason[:128])
        studies.touch(unit, studies.pk_of(unit, row.study_uid))
    return studies.instance(unit, instance_uid)


def settle(unit: Unit, study_key: str, flag: str) -> StudyRow:
    """A person has looked at a study that was flagged, and it is right."""
    row = studies.study(unit, study_key)
    if flag in row.flags:
        left = [known for known in row.flags if known != flag]
        unit.execute(update(Study).where(study_table.c.pk == row.pk).values(flags=left))
        studies.touch(unit, row.pk)
    return studies.study(unit, row.study_uid)
