"""A result of headquarters finds its person, its visit and its eye, and becomes an opinion beside ours; or waits, with a reason.

A person is known by where we put them at headquarters, by our number or by our own id, never by a name; and a name, sex or birth
that contradicts keeps it waiting (HZ-20, HZ-27). A visit is that of the picture that it names, else of the day that it states.
What we said ourselves does not come back. Refuses to take anything back, to guess an eye, and to convert a scheme (HZ-21).
"""

from datetime import date, datetime
from uuid import NAMESPACE_URL, UUID, uuid5

from resources.grading.schemes import scheme_of
from resources.problems import Conflict, NotFound, Problem, Refused
from resources.store import Store, Unit, matching, numbers, opinions, patients, studies
from resources.store.hands import has_no_name
from resources.store.opinions import OpinionRow, Said, Stamp
from resources.store.rows import PatientRow
from resources.store.studysearch import NUMBER_SYSTEM
from resources.terms import Kind, Laterality, Origin
from resources.wire.fhir import OURS
from resources.wire.fhirdates import interval
from resources.wire.header import Identity
from sync import heard, records
from sync.heard import Heard, HeardRow
from sync.readings import Reading

NOBODY = "headquarters"
UNDECIDED = (Heard.NEW, Heard.WAITS, Heard.ELSEWHERE)
NAME_ALONE = "Headquarters names this person by name alone."
NO_EYE = "Headquarters does not say which eye."
SEVERAL = "Headquarters names several people who are registered here."
OTHER_PERSON = "Headquarters names somebody, and a picture of somebody else."
UNLIKE = "What headquarters says of this person does not fit."
TAKEN_BACK = "Headquarters has taken this result back."
NOT_PLACED = "This result could not be placed. Somebody must look at it."
OTHERS = "This is a result of a visit here, but headquarters does not say whose it is."


class Doubt(Conflict):
    """Somebody must look at this result; the sentence says why."""


def land(store: Store, row: HeardRow) -> Heard:
    """One result, in a unit of its own; what became of it. A result that cannot land waits, and says why."""
    try:
        with store.write(Origin.HQ, actor=_hand(row.reading)) as unit:
            now = heard.find(unit, row.pk).state
            return _land(unit, row) if now is row.state else now  # a person was quicker
    except Problem as problem:
        with store.write(Origin.STATION, actor="sync") as unit:
            heard.settle(unit, row, Heard.WAITS, sentence=problem.sentence, patient_uuid=_uuid_of(unit, row))
        return Heard.WAITS


def put_off(store: Store, row: HeardRow) -> None:
    """Something that nobody foresaw keeps it from landing: a person must look."""
    with store.write(Origin.STATION, actor="sync") as unit:
        heard.settle(unit, row, Heard.WAITS, sentence=NOT_PLACED)


def is_elsewhere(unit: Unit, row: HeardRow) -> bool:
    """Whether it is still of nobody here, so that nothing has to be written."""
    try:
        if whose(unit, row.server, row.reading) is not None:
            return False
        _check_strangers(unit, row.reading)
    except Problem:
        return False
    return True


def decide(store: Store, pk: int, patient_key: str, eye: Laterality | None, by: str) -> list[OpinionRow]:
    """A named person says whose result this is, and which eye where headquarters did not. It stays headquarters' opinion.

    Raises Refused without a name, Conflict when it does not wait any more, and whatever still speaks against it.
    """
    if has_no_name(by):
        raise Refused("Say who you are: this needs a hand.")
    with store.read() as unit:
        reading = heard.find(unit, pk).reading
    with store.write(Origin.HQ, actor=_hand(reading)) as unit:
        row = heard.find(unit, pk)
        if row.state is not Heard.WAITS:
            raise Conflict("Somebody has answered this already.")
        if _is_taken_back(unit, row):
            raise Conflict(TAKEN_BACK)
        patient = patients.find(unit, patient_key)
        made = _sign(unit, row, patient, tuple(map(Laterality, reading.eyes)) or ((eye,) if eye else ()))
        _note_moved(unit, row, patient)
        uuids = [one.uuid for one in made]
        heard.settle(unit, row, Heard.LANDED, patient_uuid=patient.uuid, opinions=uuids, by=by)
    return made


def put_aside(unit: Unit, pk: int) -> None:
    """A named person has looked at it: it waits no more."""
    row = heard.find(unit, pk)
    if has_no_name(unit.actor):
        raise Refused("Say who you are: this needs a hand.")
    if row.state not in (Heard.WAITS, Heard.WITHDRAWN):
        raise Conflict("Somebody has answered this already.")
    heard.settle(unit, row, Heard.SEEN, sentence=row.sentence, by=unit.actor)


def bring_back(unit: Unit, pk: int) -> None:
    """It was not looked at after all."""
    row = heard.find(unit, pk)
    state = Heard.WITHDRAWN if row.sentence == TAKEN_BACK else Heard.WAITS
    heard.settle(unit, row, state, sentence=row.sentence)


def _hand(reading: Reading) -> str:
    """Whoever read it, and where: nobody here is taken for them."""
    name = reading.reader.strip()
    return NOBODY if has_no_name(name) or name.lower() == NOBODY else f"{name[:56]} (HQ)"


def _land(unit: Unit, row: HeardRow) -> Heard:
    reading = row.reading
    if reading.is_taken_back:
        return _take_back(unit, row)
    if _is_taken_back(unit, row):
        heard.settle(unit, row, Heard.SEEN, sentence=TAKEN_BACK)
        return Heard.SEEN
    if _is_ours(unit, reading) or _is_said_better(unit, row):
        heard.settle(unit, row, Heard.SEEN)
        return Heard.SEEN
    patient = whose(unit, row.server, reading)
    if patient is None:
        _check_strangers(unit, reading)
        heard.settle(unit, row, Heard.ELSEWHERE)
        return Heard.ELSEWHERE
    made = _sign(unit, row, patient, tuple(map(Laterality, reading.eyes)))
    _note_moved(unit, row, patient)
    if not made:
        _note_said_again(unit, row, patient)
    heard.settle(unit, row, Heard.LANDED, patient_uuid=patient.uuid, opinions=[one.uuid for one in made])
    return Heard.LANDED


# --- whose ------------------------------------------------------------------------------------------------------------


def whose(unit: Unit, server: str, reading: Reading) -> PatientRow | None:
    """The one registered person whom all that the result says means; ``None`` for nobody here. Raises Doubt."""
    found = {row.uuid: row for row in _named(unit, server, reading)}
    if len(found) > 1:
        raise Doubt(SEVERAL)
    if not found:
        return None
    [patient] = found.values()
    said = Identity(name=reading.name, birth_date=reading.birth.replace("-", ""), sex=reading.sex)
    if matching.contradiction(said, patient) is not None:
        raise Doubt(UNLIKE)
    pictured = _pictured(unit, reading)
    if pictured is not None and pictured.uuid != patient.uuid:
        raise Doubt(OTHER_PERSON)
    return patient


def _named(unit: Unit, server: str, reading: Reading) -> list[PatientRow]:
    """By where headquarters has them, by our id, by our whole number."""
    rows = [records.at(unit, Kind.PATIENT, reading.subject, server)] if reading.subject else []
    uuids = [reading.subject.partition("/")[2], *rows]
    found = [patients.with_uuid(unit, uuid) for uuid in uuids if uuid]
    for mark in reading.people:
        system, _, value = mark.rpartition("|")
        if system == f"{OURS}{Kind.PATIENT.value}":
            found.append(patients.with_uuid(unit, value))
        elif system in (NUMBER_SYSTEM, "") and (number := numbers.read(value)) is not None and number.is_right:
            found.append(patients.by_number(unit, str(number)))
    return [row for row in found if row is not None]


def _pictured(unit: Unit, reading: Reading) -> PatientRow | None:
    """The person of the picture or the visit that it names, where that is here."""
    try:
        uid = studies.instance(unit, reading.instance_uid).study_uid if reading.instance_uid else reading.study_uid
        return studies.study(unit, uid).patient if uid else None
    except NotFound:
        return None


def _check_strangers(unit: Unit, reading: Reading) -> None:
    """What names nobody here may still be ours: then it waits, and is given to nobody."""
    if _pictured(unit, reading) is not None:
        raise Doubt(OTHERS)
    name = reading.name.replace("^", " ").strip()
    if name and not reading.people and patients.search(unit, name, limit=1):
        raise Doubt(NAME_ALONE)


# --- what, and of which visit -----------------------------------------------------------------------------------------


def _sign(unit: Unit, row: HeardRow, patient: PatientRow, eyes: tuple[Laterality, ...]) -> list[OpinionRow]:
    reading = row.reading
    if not eyes:
        raise Doubt(NO_EYE)
    said = [one for eye in eyes for one in _said(unit, reading, eye)]
    moment = _moment(unit, reading.issued) or row.at
    stamp = Stamp(uuid5(_name(row), patient.uuid), moment)
    names = (stamp, Stamp(_name(row), moment))  # the second: what landed while the name did not say of whom
    known = {one.uuid for one in opinions.of_patient(unit, patient.uuid)}
    if any(opinions.uuid_of(name, one) in known for name in names for one in said):
        return []
    made, _ = opinions.sign(unit, patient.uuid, _day(unit, reading), said, stamp=stamp)
    return made


def _name(row: HeardRow) -> UUID:
    """The same for the same result, by whatever way it comes: an opinion of another station of ours by its own id.

    Beside it the person counts: headquarters may say the same of two people, one after the other, when it puts right whose it is.
    """
    said = row.reading
    if said.own:
        return uuid5(NAMESPACE_URL, f"{OURS}opinion:{said.own}|{said.eyes}{said.grades}{said.absent}{said.note}")
    return uuid5(NAMESPACE_URL, f"{row.server}|{said.key}|{said.digest}")


def _said(unit: Unit, reading: Reading, eye: Laterality) -> list[Said]:
    uid = _picture_of(unit, reading, eye)
    if reading.absent:
        return [Said(eye, absent=reading.absent, note=reading.note)]
    return [Said(eye, grade, uid, is_preview=reading.is_preview, note=reading.note) for grade in reading.grades]


def _picture_of(unit: Unit, reading: Reading, eye: Laterality) -> str:
    """The picture that it names, where it is here; one of the other eye contradicts it (HZ-02)."""
    try:
        picture = studies.instance(unit, reading.instance_uid) if reading.instance_uid else None
    except NotFound:
        picture = None
    if picture is None or picture.laterality is None:
        return ""
    if picture.laterality not in (eye, Laterality.BOTH):
        raise Doubt("Headquarters speaks of one eye, and of a picture of the other.")
    return picture.instance_uid if picture.has_pixels else ""


def _day(unit: Unit, reading: Reading) -> date:
    """Of the visit that it names; else the day that it states. It is never moved to another visit (HZ-27)."""
    zone = unit.store.zone
    try:
        uid = studies.instance(unit, reading.instance_uid).study_uid if reading.instance_uid else reading.study_uid
        if uid:
            return studies.study(unit, uid).day(zone)
    except NotFound:
        pass
    for text in (reading.effective, reading.issued):
        if (moment := _moment(unit, text)) is not None:
            return date.fromisoformat(text) if len(text) == 10 else moment.astimezone(zone).date()
    return unit.now.astimezone(zone).date()


def _moment(unit: Unit, text: str) -> datetime | None:
    try:
        return interval(text, unit.store.zone).low if text else None
    except Problem:
        return None


# --- what is ours already, and what was taken back --------------------------------------------------------------------


def _is_ours(unit: Unit, reading: Reading) -> bool:
    """An opinion that we sent there ourselves, and that says there what we said."""
    if not reading.own:
        return False
    try:
        _, row = opinions.find(unit, reading.own)
    except NotFound:
        return False
    same_eye = reading.eyes in ((row.said.eye.value,), ())
    grades = [tuple(sorted(grade.codes)) for grade in reading.grades if scheme_of(grade) or grade.codes]
    mine = tuple(sorted(row.said.grade.codes)) if row.said.grade else ()
    return same_eye and (grades == [mine] if row.said.grade else reading.absent == row.said.absent)


def _take_back(unit: Unit, row: HeardRow) -> Heard:
    """The opinion stays and counts until a person replaces it (HZ-27); that it was taken back is shown. What became no opinion
    yet never will."""
    versions = [one for one in heard.of_key(unit, row.server, row.reading.key) if one.pk < row.pk]
    for one in versions:
        if one.state in UNDECIDED:
            heard.settle(unit, one, Heard.SEEN, sentence=TAKEN_BACK)
    before = [one for one in versions if one.opinions]
    if not before:
        heard.settle(unit, row, Heard.SEEN)
        return Heard.SEEN
    heard.settle(unit, row, Heard.WITHDRAWN, sentence=TAKEN_BACK, patient_uuid=before[-1].patient_uuid)
    return Heard.WITHDRAWN


def _is_taken_back(unit: Unit, row: HeardRow) -> bool:
    """Whether a later version takes the result back."""
    return any(one.reading.is_taken_back for one in _later(unit, row))


def _is_said_better(unit: Unit, row: HeardRow) -> bool:
    """Whether the very same version was read again, and headquarters had learnt more meanwhile of whom it is."""
    version = row.reading.version
    return bool(version) and any(one.reading.version == version for one in _later(unit, row))


def _later(unit: Unit, row: HeardRow) -> list[HeardRow]:
    return [one for one in heard.of_key(unit, row.server, row.reading.key) if one.pk > row.pk]


def _note_moved(unit: Unit, row: HeardRow, patient: PatientRow) -> None:
    """Headquarters had said the same result of somebody else: there it is taken back."""
    for before in heard.of_key(unit, row.server, row.reading.key):
        if before.opinions and before.patient_uuid != patient.uuid and before.state is Heard.LANDED:
            heard.settle(unit, before, Heard.WITHDRAWN, sentence=TAKEN_BACK)


def _note_said_again(unit: Unit, row: HeardRow, patient: PatientRow) -> None:
    """The opinion that was taken back is headquarters' word again: nobody has to look at it any more."""
    for before in heard.of_key(unit, row.server, row.reading.key):
        if before.pk < row.pk and before.state is Heard.WITHDRAWN and before.patient_uuid == patient.uuid:
            heard.settle(unit, before, Heard.SEEN)


def _uuid_of(unit: Unit, row: HeardRow) -> str:
    """Whose page shows that it waits, where that much is known."""
    try:
        patient = whose(unit, row.server, row.reading)
    except Problem:
        return ""
    return patient.uuid if patient else ""
