"""Whose eyes a task of headquarters is about, which visit, and what was read of it since.

Decided as for results and pictures: by our whole number, never by a name; and nothing in sex, birth year, name or in the pictures
that it names may contradict (HZ-06, HZ-17, HZ-20). Refuses to choose a visit that headquarters did not name.
"""

from datetime import date

from resources.grading.outcome import EYES
from resources.problems import Conflict, NotFound
from resources.store import Unit, matching, numbers, opinions, patients, station, studies
from resources.store.opinions import OpinionRow
from resources.store.rows import PatientRow
from resources.terms import Origin
from sync.tasks import TaskRow
from sync.ups import Task

NAME_ALONE = "Headquarters names this person by name alone."
UNLIKE = "What headquarters says of this person does not fit."
OTHER_PERSON = "Headquarters names somebody, and a picture of somebody else."
WHOSE = "Headquarters asks for pictures that are here, but does not say whose they are."
SEVERAL = "Headquarters names pictures of several people."
MOVED = "Headquarters now says that this task is about somebody else."


class Doubt(Conflict):
    """Somebody must look at this task; the sentence says why."""


def whose(unit: Unit, task: Task, *, is_given: bool) -> PatientRow | None:
    """The one registered person whom all that it says means; ``None`` for nobody here. Raises Doubt.

    ``is_given``: headquarters gave it to this very station, so that a name that is known here is worth a question.
    """
    found, pictured = _numbered(unit, task), _pictured(unit, task)
    if len(pictured) > 1:
        raise Doubt(SEVERAL)
    if found is None:
        _check_strangers(unit, task, pictured, is_given=is_given)
        return None
    if matching.contradiction(task.identity, found) is not None:
        raise Doubt(UNLIKE)
    if pictured and found.uuid not in pictured:
        raise Doubt(OTHER_PERSON)
    return found


def _numbered(unit: Unit, task: Task) -> PatientRow | None:
    """By our whole number; a number of another issuer is not ours, however alike it looks."""
    prefix = station.camp(unit).prefix
    if task.issuer and prefix and task.issuer != prefix:
        return None
    number = numbers.read(task.number)
    return patients.by_number(unit, str(number)) if number is not None and number.is_right else None


def _pictured(unit: Unit, task: Task) -> set[str]:
    """Whose the named pictures are, as far as they are here and somebody's."""
    owners = [_owner(unit, uid) for uid in (*task.studies, *(_study_of(unit, uid) for uid in task.instances))]
    return {owner.uuid for owner in owners if owner is not None}


def _study_of(unit: Unit, instance_uid: str) -> str:
    try:
        return studies.instance(unit, instance_uid).study_uid
    except NotFound:
        return ""


def _owner(unit: Unit, study_uid: str) -> PatientRow | None:
    try:
        return studies.study(unit, study_uid).patient if study_uid else None
    except NotFound:
        return None


def _check_strangers(unit: Unit, task: Task, pictured: set[str], *, is_given: bool) -> None:
    if pictured:
        raise Doubt(WHOSE)
    name = task.name.partition("=")[0].replace("^", " ").strip()
    if is_given and name and not task.number and patients.search(unit, name, limit=1):
        raise Doubt(NAME_ALONE)


def day_of(unit: Unit, row: TaskRow) -> date | None:
    """The day of the newest visit that it names; ``None`` while it names none, or while one of them is not here."""
    days: list[date] = []
    for uid in row.task.studies:
        try:
            found = studies.study(unit, uid)
        except NotFound:
            return None
        if found.patient is None or found.patient.uuid != row.patient_uuid:
            return None
        if not any(one.digest and not one.hidden for one in found.instances):
            return None
        days.append(found.day(unit.store.zone))
    return max(days, default=None)


def is_missing(unit: Unit, row: TaskRow) -> bool:
    """Whether it names a visit whose pictures are not here."""
    return bool(row.task.studies) and day_of(unit, row) is None


def said_of(unit: Unit, patient: PatientRow) -> tuple[str, ...]:
    """Every opinion on that person so far, by uuid."""
    return tuple(one.uuid for one in opinions.of_patient(unit, patient.uuid))


def signed_for(unit: Unit, row: TaskRow) -> list[OpinionRow]:
    """What answers it: what people here said of that visit since it came, both eyes of it; nothing while one is missing.

    Where it names no visit, a visit is its answer only when somebody had taken the task before.
    """
    patient = patients.with_uuid(unit, row.patient_uuid)
    if patient is None or (not row.task.studies and not row.wished_by):
        return []
    day = day_of(unit, row)
    if row.task.studies and day is None:
        return []
    standing = opinions.standing(opinions.of_patient(unit, patient.uuid))
    new = [one for one in standing if one.origin is Origin.PERSON and one.uuid not in row.known]
    days = sorted({one.day for one in new if day in (None, one.day)}, reverse=True)
    answers = ([one for one in new if one.day == when] for when in days)
    return next((said for said in answers if {one.said.eye for one in said} >= set(EYES)), [])
