"""A study as it once was, put together from the feed: there is no second truth about the past.

A study's version is one of its own changes; what was in it then is what the changes of its series and instances, up to that one,
say last.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, and_, func, select, true

from resources.model import Change, Patient
from resources.problems import NotFound
from resources.store import changes
from resources.store.rows import ChangeRow, InstanceRow, SeriesRow, StudyRow
from resources.store.store import Unit
from resources.terms import Kind, Laterality, Operation, Origin

table = Change.__table__
people = Patient.__table__
NEVER = datetime(1, 1, 1, tzinfo=UTC)


class Past(NamedTuple):
    """One version of a study. ``row`` is empty for the version that removed it; the person is known by identity only."""

    change: ChangeRow
    row: StudyRow | None
    patient_uuid: str | None


class Wanted(NamedTuple):
    """Which versions: of one study or of all, since a moment, older than a place in the feed, and at most how many."""

    study_uid: str = ""
    since: datetime | None = None
    before: int | None = None
    limit: int = 50

    def clause(self, *, page: bool = True) -> ColumnElement[bool]:
        """As SQL; without the page it is what there is in all."""
        fits: list[ColumnElement[bool]] = [true(), table.c.kind == Kind.STUDY.value]
        if self.study_uid:
            fits.append(table.c.uid == self.study_uid)
        if self.since is not None:
            fits.append(table.c.at >= self.since)
        if page and self.before is not None:
            fits.append(table.c.seq < self.before)
        return and_(*fits)


def versions(unit: Unit, wanted: Wanted) -> list[Past]:
    """Those versions, the newest first."""
    query = select(table).where(wanted.clause()).order_by(table.c.seq.desc()).limit(wanted.limit)
    return [_past(unit, changes.row_of(row)) for row in unit.execute(query)]


def count(unit: Unit, wanted: Wanted) -> int:
    """How many there are, whatever the page."""
    query = select(func.count()).select_from(table).where(wanted.clause(page=False))
    return int(unit.execute(query).scalar_one())


def version(unit: Unit, study_uid: str, number: int) -> Past:
    """One version. Raises NotFound."""
    query = select(table).where(Wanted(study_uid).clause(), table.c.version == number)
    found = unit.execute(query).first()
    if found is None:
        raise NotFound("There is no such version.")
    return _past(unit, changes.row_of(found))


def _past(unit: Unit, change: ChangeRow) -> Past:
    if change.operation is Operation.FORGET:
        return Past(change, None, None)
    pk = change.snapshot.get("patient_pk")
    uuid = unit.execute(select(people.c.uuid).where(people.c.pk == pk)).scalar() if pk is not None else None
    return Past(change, _study(change, _series(unit, change)), uuid)


def _series(unit: Unit, change: ChangeRow) -> list[SeriesRow]:
    """The series that were there, in the order they came; those that nothing was in only where a client spoke of them."""
    inside = _up_to(unit, change.seq, table.c.study_uid == change.uid)
    shells = {row.uid: row for row in inside if row.kind is Kind.SERIES}
    members = _members(unit, change, {row.uid for row in inside if row.kind is Kind.INSTANCE})
    found = [_one_series(shell, members.get(uid, ())) for uid, shell in shells.items() if _was_there(shell)]
    return [row for row in found if row.instances or "fhir" in row.extra]


def _was_there(shell: ChangeRow) -> bool:
    return shell.operation is not Operation.FORGET


def _members(unit: Unit, change: ChangeRow, uids: Iterable[str]) -> dict[str, list[InstanceRow]]:
    first: dict[str, int] = {}
    last: dict[str, ChangeRow] = {}
    everyone = and_(table.c.kind == Kind.INSTANCE.value, table.c.uid.in_(sorted(uids)))
    for row in _up_to(unit, change.seq, everyone):
        first.setdefault(row.uid, row.seq)
        last[row.uid] = row
    members: dict[str, list[InstanceRow]] = {}
    for uid, row in last.items():
        if row.operation is not Operation.FORGET and row.snapshot.get("study_uid") == change.uid:
            members.setdefault(row.snapshot["series_uid"], []).append(_instance(row, first[uid]))
    return members


def _up_to(unit: Unit, seq: int, where: ColumnElement[bool]) -> list[ChangeRow]:
    query = select(table).where(where, table.c.seq <= seq).order_by(table.c.seq)
    return [changes.row_of(row) for row in unit.execute(query)]


def _study(change: ChangeRow, series: Sequence[SeriesRow]) -> StudyRow:
    facts: Mapping[str, Any] = change.snapshot
    started = facts["started_at"]
    same = ("uuid", "public_id", "identity", "unmatched", "study_date", "study_time", "study_id", "accession_number",
            "description", "referrer", "extra")  # fmt: skip
    return StudyRow(
        **{name: facts[name] for name in same},
        pk=0,
        study_uid=change.uid,
        source_study_uid=change.uid,
        patient=None,
        flags=tuple(facts["flags"]),
        started_at=datetime.fromisoformat(started) if started else None,
        version=change.version,
        created_at=change.at,
        changed_at=change.at,
        series=tuple(series),
    )


def _one_series(shell: ChangeRow, members: Sequence[InstanceRow]) -> SeriesRow:
    facts = shell.snapshot
    ordered = sorted(members, key=lambda instance: (instance.number is None, instance.number or 0, instance.pk))
    return SeriesRow(
        pk=0,
        series_uid=shell.uid,
        modality=facts["modality"],
        number=facts["number"],
        description=facts["description"],
        laterality=Laterality.of(facts["laterality"]),
        station_name="",
        manufacturer="",
        model_name="",
        instances=tuple(replace(instance, modality=facts["modality"]) for instance in ordered),
        extra=facts["extra"],
    )


def _instance(row: ChangeRow, pk: int) -> InstanceRow:
    facts = row.snapshot
    same = (
        "study_uid",
        "series_uid",
        "sop_class_uid",
        "number",
        "title",
        "type",
        "field",
        "hidden",
        "digest",
        "extra",
    )
    return InstanceRow(
        **{name: facts[name] for name in same},
        pk=pk,
        uuid="",
        instance_uid=row.uid,
        source_series_uid="",
        source_study_uid="",
        patient_uuid=None,
        transfer_syntax_uid="",
        modality="",
        laterality=Laterality.of(facts["laterality"]),
        laterality_stated=None,
        laterality_by="",
        rows=None,
        columns=None,
        frames=None,
        bits_allocated=None,
        photometric="",
        has_pixels=facts["digest"] is not None,
        acquired="",
        data_set_digest=None,
        size=None,
        origin=Origin(row.origin),
        calling_ae_title="",
        received_at=NEVER,
        version=row.version,
    )
