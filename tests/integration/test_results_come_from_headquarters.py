"""What headquarters has read comes to the person whom it is of, beside what was said here, and raises whom it must."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import httpx
import pytest
from sqlalchemy import insert, update
from support.grading import LEFT, RIGHT, icdr
from support.pictures import an_op
from support.recordserver import Manners
from support.restclient import web
from support.resultserver import ReadingHeadquarters, coded, served
from support.travelling import Laptop, a_laptop

from resources.grading.schemes import Outcome
from resources.problems import Conflict, Invalid, NotFound, Refused
from resources.store import calls, letters, opinions, patients, referrals, station, studies
from resources.store.calls import Why
from resources.store.opinions import OpinionRow, Said
from resources.store.rows import PatientRow
from resources.terms import Laterality, Origin
from resources.wire.fhir import OURS
from sync import heard, landing
from sync.engine import FhirSide, SyncService
from sync.headquarters import HttpHeadquarters
from sync.heard import Heard
from sync.readings import Reading
from sync.results import Source
from workstation.camerabook import CameraBook
from workstation.compose import fhir_side, records_address, status_of
from workstation.settings import Settings

DAY = opinions.date(2026, 11, 21)


@pytest.fixture
def hq() -> Iterator[ReadingHeadquarters]:
    with served(ReadingHeadquarters()) as reading:
        yield reading


@pytest.fixture
def laptop(tmp_path: Path, hq: ReadingHeadquarters) -> Iterator[Laptop]:
    with a_laptop(tmp_path, records=hq.destination(), results=hq.source(), interval=0.0) as one:
        yield one


def seen(laptop: Laptop, right: str = "0", left: str = "0", **details: object) -> PatientRow:
    """Somebody with a right and a left picture that were read here; their record is at headquarters."""
    person = laptop.registers(**details)
    number, study = person.number or "", int(person.pk)
    said_here = {"patient": number, "name": person.person_name, "study": study, "StudyDate": "20261121"}
    pictures = [an_op(10 * study + place, eye=eye, **said_here) for place, eye in enumerate("RL", start=1)]
    uids = [laptop.receives(picture).instance_uid for picture in pictures]
    with laptop.store.write(Origin.PERSON, "Anjali Kumari") as unit:
        said = [Said(RIGHT, icdr(right), uids[0]), Said(LEFT, icdr(left), uids[1])]
        opinions.sign(unit, person.uuid, DAY, said)
    laptop.sync.once()
    return person


def at_hq(person: PatientRow) -> str:
    return f"Patient/{person.uuid}"


def said_of(laptop: Laptop, person: PatientRow) -> list[OpinionRow]:
    with laptop.store.read() as unit:
        return opinions.of_patient(unit, person.uuid)


def from_hq(laptop: Laptop, person: PatientRow) -> list[OpinionRow]:
    return [row for row in said_of(laptop, person) if row.origin is Origin.HQ]


def outcome(laptop: Laptop, person: PatientRow) -> Outcome:
    with laptop.store.read() as unit:
        return opinions.decision_of(unit, person.uuid, DAY).outcome


def waiting(laptop: Laptop) -> list[heard.HeardRow]:
    with laptop.store.read() as unit:
        return heard.waiting(unit)


def states(laptop: Laptop) -> list[Heard]:
    with laptop.store.read() as unit:
        return [row.state for row in heard.listed(unit, tuple(Heard))]


def call_list(laptop: Laptop) -> list[tuple[str, Why, bool]]:
    with laptop.store.read() as unit:
        return [(call.patient.uuid, call.why, call.is_urgent) for call in calls.listed(unit)]


EDITIONS = {"STU3": "3.0.2", "R4": "4.0.1"}


@pytest.mark.hazard("HZ-04")
@pytest.mark.hazard("HZ-27")
@pytest.mark.parametrize("version", EDITIONS.values(), ids=EDITIONS.keys())
def test_an_urgent_result_of_headquarters_raises_the_person_and_both_readings_stay(
    tmp_path: Path, version: str
) -> None:
    with (
        served(ReadingHeadquarters(Manners(version))) as hq,
        a_laptop(tmp_path, records=hq.destination(), results=hq.source(), interval=0.0) as laptop,
    ):
        mild, other = seen(laptop), seen(laptop, "2", given_name="Sita")
        assert [uuid for uuid, _, _ in call_list(laptop)] == [other.uuid]
        hq.observation(1, at_hq(mild), "R", "4")
        assert laptop.sync.once().results == 1
        [result] = from_hq(laptop, mild)
        assert (result.said.eye, result.said.grade, result.day) == (RIGHT, icdr("4"), DAY)
        assert (result.reader, result.as_of.isoformat()) == ("Dr. Meera Rao (HQ)", "2026-11-21T08:30:00+00:00")
        assert [row.said.grade for row in said_of(laptop, mild)] == [icdr("0"), icdr("0"), icdr("4")]
        assert call_list(laptop)[0] == (mild.uuid, Why.NOT_TOLD, True)
        assert outcome(laptop, mild) is Outcome.URGENT
        before = said_of(laptop, mild)
        for _ in range(3):
            laptop.clock.forward(90_000)  # a day later everything is read anew
            assert (laptop.sync.once().results, laptop.sync.once(everything=True).results) == (0, 0)
        assert said_of(laptop, mild) == before
        assert [one for one in hq.ever if "opinion" in one] != [] and len(hq.of("Observation")) == 5


@pytest.mark.hazard("HZ-09")
def test_what_another_station_read_from_a_preview_refers_but_sends_nobody_home(
    laptop: Laptop, hq: ReadingHeadquarters
) -> None:
    from_preview = {"extension": [{"url": f"{OURS}preview", "valueBoolean": True}]}
    well, ill = laptop.registers(), laptop.registers(given_name="Sita")
    for place, (person, code) in enumerate([(well, "0"), (ill, "2")]):
        for eye in "RL":
            number = int(person.pk)
            about = {"patient": person.number or "", "name": person.person_name, "study": number}
            laptop.receives(an_op(10 * number + "RL".index(eye), eye=eye, StudyDate="20261121", **about))
        laptop.sync.once()
        hq.observation(2 * place, at_hq(person), "R", code, **from_preview)
        hq.observation(2 * place + 1, at_hq(person), "L", "0")
    assert laptop.sync.once().results
    assert [row.said.is_preview for row in said_of(laptop, well)] == [True, False]
    assert (outcome(laptop, well), outcome(laptop, ill)) == (Outcome.RETAKE, Outcome.REFER)
    hq.observation(9, at_hq(well), "R", "0")  # where the original is, it was read too
    laptop.sync.once()
    assert outcome(laptop, well) is Outcome.RESCREEN


@pytest.mark.hazard("HZ-27")
def test_a_milder_result_takes_nothing_back_and_each_version_stays(laptop: Laptop, hq: ReadingHeadquarters) -> None:
    person = seen(laptop, "4")
    hq.observation(1, at_hq(person), "R", "0")
    hq.observation(2, at_hq(person), "L", "0")
    laptop.sync.once()
    assert outcome(laptop, person) is Outcome.URGENT
    hq.now += 60
    hq.observation(1, at_hq(person), "R", "2", status="amended")
    laptop.sync.once()
    assert [row.said.grade for row in from_hq(laptop, person)] == [icdr("0"), icdr("0"), icdr("2")]
    assert outcome(laptop, person) is Outcome.URGENT
    assert call_list(laptop)[0] == (person.uuid, Why.NOT_TOLD, True)


@pytest.mark.hazard("HZ-27")
def test_a_letter_is_out_of_date_once_headquarters_says_more(laptop: Laptop, hq: ReadingHeadquarters) -> None:
    person = seen(laptop)
    with laptop.store.read() as unit:
        facts = letters.facts(unit, person.uuid, DAY)
    blob = laptop.store.vault.admit(b"%PDF")
    with laptop.store.write(Origin.PERSON, "Omar Haddad") as unit:
        letters.keep(unit, facts, "en", blob)
    laptop.clock.forward(60)
    hq.observation(1, at_hq(person), "L", "0")
    laptop.sync.once()
    assert call_list(laptop) == []
    hq.now += 60
    hq.observation(1, at_hq(person), "L", "4")
    laptop.sync.once()
    assert set(call_list(laptop)) == {(person.uuid, Why.LETTER, True), (person.uuid, Why.NOT_TOLD, True)}


@pytest.mark.hazard("HZ-04")
@pytest.mark.parametrize(("why", "again"), [("does not want", True), ("died", False)])
def test_a_referral_that_somebody_ended_is_open_again_when_headquarters_sees_it_too(
    laptop: Laptop, hq: ReadingHeadquarters, why: str, again: bool
) -> None:
    person = seen(laptop, "4")
    with laptop.store.write(Origin.PERSON, "Omar Haddad") as unit:
        [row] = referrals.open_ones(unit)
        referrals.close(unit, row.uuid, why)
    hq.observation(1, at_hq(person), "R", "4")
    laptop.sync.once()
    assert bool(call_list(laptop)) is again
    with laptop.store.write(Origin.PERSON, "Omar Haddad") as unit:
        if again:
            referrals.attend(unit, row.uuid)
    hq.observation(2, at_hq(person), "R", "4", issued="2026-11-21T11:00:00Z", comment="Again.")
    laptop.sync.once()
    assert call_list(laptop) == []  # who was seen is not called again for the same


def test_what_we_said_ourselves_does_not_come_back_as_a_second_opinion(laptop: Laptop, hq: ReadingHeadquarters) -> None:
    person = seen(laptop, "2")
    assert len(hq.of("Observation")) == 2
    laptop.sync.once(everything=True)
    assert from_hq(laptop, person) == [] and waiting(laptop) == []
    mine = next(f"Observation/{one['id']}" for one in hq.of("Observation") if one["bodySite"]["text"] == "OD")
    hq.now += 60
    hq.edit(mine, component=icdr_component("4"))
    laptop.sync.once()
    assert [row.said.grade for row in from_hq(laptop, person)] == [
        icdr("4")
    ]  # amended there: that is headquarters' word


def icdr_component(code: str) -> list[object]:
    from support.resultserver import grade

    return grade(code)["component"]


@pytest.mark.hazard("HZ-21")
def test_a_code_of_an_unknown_scheme_is_shown_as_it_is_and_needs_a_doctor(
    laptop: Laptop, hq: ReadingHeadquarters
) -> None:
    person = seen(laptop)
    hq.observation(1, at_hq(person), "R", "0", component=[], valueCodeableConcept=coded("urn:x", "2"))
    hq.observation(2, at_hq(person), "L", "9")  # ICDR has no 9
    laptop.sync.once()
    strange, unknown = from_hq(laptop, person)
    assert strange.said.grade is not None and strange.said.grade.text("result") == "urn:x 2"
    assert unknown.said.grade is not None and unknown.said.grade.text("retinopathy") == "ICDR 9"
    assert outcome(laptop, person) is Outcome.DOCTOR


# --- whose it is ------------------------------------------------------------------------------------------------------


@pytest.mark.hazard("HZ-27")
def test_a_result_by_name_alone_is_given_to_nobody_until_a_person_says_whose(
    laptop: Laptop, hq: ReadingHeadquarters
) -> None:
    person = seen(laptop)
    hq.observation(1, "", "R", "4", subject={"display": "Lakshmi Devi"})
    laptop.sync.once()
    assert from_hq(laptop, person) == []
    [row] = waiting(laptop)
    assert (row.sentence, row.reading.name) == (landing.NAME_ALONE, "Lakshmi^Devi")
    with pytest.raises(Refused):
        landing.decide(laptop.store, row.pk, person.uuid, None, "person")
    [made] = landing.decide(laptop.store, row.pk, person.uuid, None, "Anjali Kumari")
    assert (made.origin, made.reader) == (Origin.HQ, "Dr. Meera Rao (HQ)")
    with pytest.raises(Conflict):
        landing.decide(laptop.store, row.pk, person.uuid, None, "Omar Haddad")
    assert waiting(laptop) == [] and call_list(laptop)[0] == (person.uuid, Why.NOT_TOLD, True)
    laptop.sync.once(everything=True)
    assert len(from_hq(laptop, person)) == 1


def test_by_our_number_or_our_id_it_finds_its_person_whatever_place_headquarters_gave_them(
    laptop: Laptop, hq: ReadingHeadquarters
) -> None:
    person = seen(laptop)
    hq.held["Patient/a1"] = {
        "resourceType": "Patient", "id": "a1", "meta": {"versionId": "1"}, "birthDate": "1964-02-03", "gender": "female",
        "identifier": [{"system": "urn:eyecamp:number", "value": person.number}],
    }  # fmt: skip
    hq.observation(1, "Patient/a1", "R", "0")
    hq.knows_include = False
    hq.observation(2, "", "L", "0", subject={"identifier": {"system": "urn:eyecamp:patient", "value": person.uuid}})
    laptop.sync.once()
    assert [row.said.eye for row in from_hq(laptop, person)] == [RIGHT, LEFT]


@pytest.mark.hazard("HZ-20")
def test_whoever_is_said_to_be_somebody_else_waits(laptop: Laptop, hq: ReadingHeadquarters) -> None:
    person, raju = seen(laptop), seen(laptop, family_name="Kumar", given_name="Raju", sex="M")
    number = {"identifier": [{"system": "urn:eyecamp:number", "value": person.number}]}
    hq.held["Patient/a1"] = {
        "resourceType": "Patient",
        "id": "a1",
        "meta": {"versionId": "1"},
        "gender": "male",
        **number,
    }
    hq.observation(1, "Patient/a1", "R", "4")
    with laptop.store.read() as unit:
        theirs = studies.of_patient(unit, raju.uuid)[0].instances
    by_eye = {row.laterality: row.instance_uid for row in theirs}
    named = [{"url": "urn:eyecamp:instance", "valueString": by_eye[Laterality.RIGHT]}]
    hq.observation(2, at_hq(person), "R", "4", extension=named)
    hq.observation(3, at_hq(raju), "L", "4", extension=named)
    laptop.sync.once()
    assert [row.sentence for row in waiting(laptop)] == [
        landing.UNLIKE, landing.OTHER_PERSON, "Headquarters speaks of one eye, and of a picture of the other.",
    ]  # fmt: skip
    assert from_hq(laptop, person) == from_hq(laptop, raju) == []
    with laptop.store.write(Origin.PERSON, "Anjali Kumari") as unit:
        landing.put_aside(unit, waiting(laptop)[0].pk)
    laptop.sync.once()
    assert len(waiting(laptop)) == 2


@pytest.mark.hazard("HZ-02")
def test_an_eye_that_headquarters_does_not_say_is_not_guessed(laptop: Laptop, hq: ReadingHeadquarters) -> None:
    person = seen(laptop)
    hq.observation(1, at_hq(person), "", "4")
    laptop.sync.once()
    [row] = waiting(laptop)
    assert (row.sentence, row.patient_uuid) == (landing.NO_EYE, person.uuid)
    with pytest.raises(Conflict):
        landing.decide(laptop.store, row.pk, person.uuid, None, "Anjali Kumari")
    [made] = landing.decide(laptop.store, row.pk, person.uuid, LEFT, "Anjali Kumari")
    assert made.said.eye is LEFT


def test_somebody_registered_tomorrow_gets_what_was_read_today(laptop: Laptop, hq: ReadingHeadquarters) -> None:
    with laptop.store.read() as unit:
        assert patients.listed(unit) == []
    subject = {"identifier": {"system": "urn:eyecamp:patient", "value": "8a5b6a7e-0000-4000-8000-000000000001"}}
    hq.observation(1, "", "R", "4", subject=subject)
    laptop.sync.once()
    assert states(laptop) == [Heard.ELSEWHERE]
    with laptop.store.write(Origin.PERSON, "grace") as unit:
        details = laptop_details()
        person = patients.register(unit, details, uuid="8a5b6a7e-0000-4000-8000-000000000001")
    laptop.sync.once()
    assert len(from_hq(laptop, person)) == 1 and Heard.ELSEWHERE not in states(laptop)


def test_however_many_results_are_of_people_elsewhere_the_last_of_them_finds_its_person(laptop: Laptop) -> None:
    theirs = "8a5b6a7e-0000-4000-8000-000000000001"
    nobodys = Reading("Observation/1", "1", None, eyes=("R",), grades=(icdr("4"),))
    columns = {
        "server": "hq",
        "state": "elsewhere",
        "patient_uuid": "",
        "opinions": "[]",
        "sentence": "",
        "settled_by": "",
    }
    columns |= {"said": nobodys.text, "at": laptop.clock()}
    with laptop.store.write(Origin.HQ, "headquarters") as unit:
        unit.execute(insert(heard.table), [columns | {"key": f"Observation/{n}", "digest": "x"} for n in range(10_000)])
        heard.add(unit, "hq", replace(nobodys, key="Observation/last", people=(f"urn:eyecamp:patient|{theirs}",)))
    laptop.sync.once()
    with laptop.store.write(Origin.PERSON, "grace") as unit:
        person = patients.register(unit, laptop_details(), uuid=theirs)
    laptop.sync.once()
    assert [row.said.eye for row in from_hq(laptop, person)] == [RIGHT]


def test_whose_place_at_headquarters_is_learnt_later_gets_what_was_read_before(
    laptop: Laptop, hq: ReadingHeadquarters
) -> None:
    hq.manners, hq.knows_include = replace(hq.manners, may_name=False), False
    hq.before = lambda request: httpx.Response(503) if "identifier" in str(request.url) else None
    person = seen(laptop)
    hq.observation(1, "Patient/1", "R", "4")
    laptop.clock.forward(600)
    laptop.sync.once()
    assert states(laptop) == [Heard.ELSEWHERE]
    hq.before = lambda _: None
    for _ in range(2):
        laptop.clock.forward(600)
        laptop.sync.once()
    assert [row.said.grade for row in from_hq(laptop, person)] == [icdr("4")]


def test_who_has_another_place_at_headquarters_than_before_gets_what_was_read_there(
    laptop: Laptop, hq: ReadingHeadquarters
) -> None:
    hq.knows_include = False
    person = seen(laptop)
    hq.observation(1, "Patient/77", "R", "4")
    laptop.sync.once()
    assert Heard.ELSEWHERE in states(laptop)
    hq.held["Patient/77"] = {**hq.held.pop(at_hq(person)), "id": "77"}  # a backup that gave its numbers again
    hq.stamps["Patient/77"] = hq.now
    with laptop.store.write(Origin.PERSON, "grace") as unit:  # so that they are looked for, and found there
        patients.amend(unit, person.uuid, person.details._replace(phone="98450 11111"))
    for _ in range(3):
        laptop.clock.forward(600)
        laptop.sync.once()
    assert [row.said.grade for row in from_hq(laptop, person)] == [icdr("4")]


def laptop_details() -> patients.PatientDetails:
    from support.stations import lakshmi

    return lakshmi()


@pytest.mark.hazard("HZ-27")
def test_a_result_that_is_taken_back_stays_until_a_person_has_looked(laptop: Laptop, hq: ReadingHeadquarters) -> None:
    person = seen(laptop)
    hq.observation(1, at_hq(person), "R", "4")
    laptop.sync.once()
    hq.now += 60
    hq.observation(1, at_hq(person), "R", "4", status="entered-in-error")
    laptop.sync.once()
    [row] = waiting(laptop)
    assert (row.state, row.patient_uuid, row.sentence) == (Heard.WITHDRAWN, person.uuid, landing.TAKEN_BACK)
    assert outcome(laptop, person) is Outcome.URGENT
    with laptop.store.write(Origin.PERSON, "Anjali Kumari") as unit:
        landing.put_aside(unit, row.pk)
        assert heard.waiting(unit) == []
        landing.bring_back(unit, row.pk)
        assert [one.state for one in heard.waiting(unit)] == [Heard.WITHDRAWN]


@pytest.mark.hazard("HZ-27")
def test_a_result_that_is_taken_back_before_anybody_said_whose_it_is_becomes_no_opinion(
    laptop: Laptop, hq: ReadingHeadquarters
) -> None:
    person = seen(laptop)
    stranger = "8a5b6a7e-0000-4000-8000-000000000001"
    hq.observation(1, "", "R", "4", subject={"identifier": {"system": "urn:eyecamp:patient", "value": stranger}})
    hq.observation(2, at_hq(person), "", "4")
    laptop.sync.once()
    [asked] = waiting(laptop)
    with laptop.store.write(Origin.HQ, "headquarters") as unit:  # read, and not landed yet
        taken_back = replace(asked.reading, status="entered-in-error", version="9")
        assert heard.add(unit, asked.server, taken_back)
    with pytest.raises(Conflict, match=landing.TAKEN_BACK):
        landing.decide(laptop.store, asked.pk, person.uuid, RIGHT, "Anjali Kumari")
    hq.now += 60
    for remote in ("Observation/1", "Observation/2"):
        hq.edit(remote, status="entered-in-error")
    laptop.sync.once()
    assert waiting(laptop) == [] and set(states(laptop)) == {Heard.SEEN}
    with laptop.store.write(Origin.PERSON, "grace") as unit:
        late = patients.register(unit, laptop_details(), uuid=stranger)
    with pytest.raises(Conflict):
        landing.decide(laptop.store, asked.pk, person.uuid, RIGHT, "Anjali Kumari")
    laptop.sync.once()
    assert from_hq(laptop, late) == from_hq(laptop, person) == []


@pytest.mark.hazard("HZ-04")
@pytest.mark.hazard("HZ-27")
def test_a_result_that_is_said_again_after_it_was_taken_back_reaches_its_person(
    laptop: Laptop, hq: ReadingHeadquarters
) -> None:
    person = seen(laptop)
    about = {"identifier": [{"system": "urn:eyecamp:patient", "value": "8a5b6a7e-0000-4000-8000-000000000001"}]}
    hq.observation(1, "", "R", "4", subject={"display": "Lakshmi Devi"}, **about)
    for status in ("entered-in-error", "final", "entered-in-error", "final"):
        hq.now += 60
        hq.edit("Observation/1", status=status)
        laptop.sync.once()
        assert [row.sentence for row in waiting(laptop)] == [landing.NAME_ALONE] * (status == "final")
    [asked] = waiting(laptop)
    landing.decide(laptop.store, asked.pk, person.uuid, None, "Anjali Kumari")
    assert outcome(laptop, person) is Outcome.URGENT
    before = states(laptop)
    for _ in range(2):
        laptop.clock.forward(90_000)
        laptop.sync.once(everything=True)
    assert states(laptop) == before


@pytest.mark.hazard("HZ-27")
def test_an_opinion_that_headquarters_says_again_waits_for_nobody(laptop: Laptop, hq: ReadingHeadquarters) -> None:
    person = seen(laptop)
    hq.observation(1, at_hq(person), "R", "4")
    for status, waits in (("final", []), ("entered-in-error", [Heard.WITHDRAWN]), ("final", [])):
        hq.now += 60
        hq.edit("Observation/1", status=status)
        laptop.sync.once()
        assert [row.state for row in waiting(laptop)] == waits
        assert [row.said.grade for row in from_hq(laptop, person)] == [icdr("4")]
    hq.now += 60
    hq.edit("Observation/1", status="entered-in-error")
    laptop.sync.once()
    assert [(row.state, row.patient_uuid) for row in waiting(laptop)] == [(Heard.WITHDRAWN, person.uuid)]


def another_stations() -> dict[str, object]:
    own = "5e0f1c7a-0000-4000-8000-000000000002"
    return {"identifier": [{"system": "urn:eyecamp:opinion", "value": own}]}


@pytest.mark.hazard("HZ-27")
def test_a_result_that_headquarters_moves_to_somebody_else_is_theirs_and_the_first_is_looked_at(
    laptop: Laptop, hq: ReadingHeadquarters
) -> None:
    first, second = seen(laptop), seen(laptop, given_name="Sita")
    hq.observation(1, at_hq(first), "R", "4", **another_stations())
    assert laptop.sync.once().results == 1
    hq.now += 60
    hq.edit("Observation/1", subject={"reference": at_hq(second)})
    done = laptop.sync.once()
    assert (done.results, done.problem) == (1, "")
    assert [row.said.grade for row in from_hq(laptop, second)] == [icdr("4")]
    assert [(row.state, row.patient_uuid) for row in waiting(laptop)] == [(Heard.WITHDRAWN, first.uuid)]
    assert outcome(laptop, first) is outcome(laptop, second) is Outcome.URGENT


@pytest.mark.hazard("HZ-27")
def test_a_result_that_a_person_gave_to_somebody_else_is_looked_at_where_it_was(
    laptop: Laptop, hq: ReadingHeadquarters
) -> None:
    first, second = seen(laptop), seen(laptop, given_name="Sita")
    hq.observation(1, at_hq(first), "R", "4")
    laptop.sync.once()
    hq.now += 60
    hq.edit("Observation/1", subject={"display": "Sita Devi"})
    laptop.sync.once()
    [asked] = waiting(laptop)
    landing.decide(laptop.store, asked.pk, second.uuid, None, "Anjali Kumari")
    assert [(row.state, row.patient_uuid) for row in waiting(laptop)] == [(Heard.WITHDRAWN, first.uuid)]


def test_who_has_answered_meanwhile_is_not_overruled_by_a_look_that_began_before(
    laptop: Laptop, hq: ReadingHeadquarters
) -> None:
    person = seen(laptop)
    hq.observation(1, at_hq(person), "", "4")
    laptop.sync.once()
    [asked] = waiting(laptop)
    [made] = landing.decide(laptop.store, asked.pk, person.uuid, RIGHT, "Anjali Kumari")
    assert landing.land(laptop.store, asked) is Heard.LANDED
    with laptop.store.read() as unit:
        assert heard.find(unit, asked.pk).opinions == (made.uuid,)
    assert waiting(laptop) == []


def test_what_landed_under_its_earlier_name_does_not_land_again(laptop: Laptop, hq: ReadingHeadquarters) -> None:
    person = seen(laptop)
    hq.observation(1, at_hq(person), "R", "4", **another_stations())
    laptop.sync.once()
    with laptop.store.read() as unit:
        [row] = heard.listed(unit, (Heard.LANDED,))
    [landed] = from_hq(laptop, person)
    before = opinions.uuid_of(opinions.Stamp(landing._name(row), landed.as_of), landed.said)
    with laptop.store.write(Origin.STATION, "test") as unit:  # as a station of yesterday wrote it
        unit.execute(update(opinions.table).where(opinions.table.c.uuid == landed.uuid).values(uuid=before))
    hq.observation(2, at_hq(person), "R", "4", **another_stations())
    laptop.sync.once(everything=True)
    assert [one.uuid for one in from_hq(laptop, person)] == [before]


def test_a_result_that_cannot_be_placed_for_an_unknown_reason_waits_and_holds_up_nothing(
    laptop: Laptop, hq: ReadingHeadquarters, caplog: pytest.LogCaptureFixture
) -> None:
    person = seen(laptop)
    server = hq.source().name
    with laptop.store.write(Origin.HQ, "headquarters") as unit:  # an eye that does not exist: no server can say so
        odd = Reading("Observation/9", "1", None, subject=at_hq(person), eyes=("X",), grades=(icdr("4"),))
        heard.add(unit, server, odd)
    hq.observation(1, at_hq(person), "R", "4")
    picture = laptop.receives(an_op(99, patient=person.number or "", name=person.person_name, study=99))
    for _ in range(2):
        assert laptop.sync.once().problem == ""
    assert [row.sentence for row in waiting(laptop)] == [landing.NOT_PLACED]
    assert [row.said.grade for row in from_hq(laptop, person)] == [icdr("4")]
    assert picture.instance_uid in laptop.hq.held
    assert [record.getMessage() for record in caplog.records if record.levelname == "ERROR"] == [
        "results of headquarters: Observation/9 could not be placed"  # once, not in every pass
    ]
    caplog.clear()


def test_what_is_no_reading_of_eyes_is_left_out(laptop: Laptop, hq: ReadingHeadquarters) -> None:
    person = seen(laptop)
    before = states(laptop)
    weight = {"code": {"text": "Body weight"}, "valueQuantity": {"value": 61, "unit": "kg"}}
    hq.says("Observation/1", subject={"reference": at_hq(person)}, **weight)
    hq.says(
        "DiagnosticReport/1", code={"text": "Letter"}, subject={"reference": at_hq(person)}, conclusion="See you soon."
    )
    laptop.sync.once()
    assert states(laptop) == before and from_hq(laptop, person) == []


def test_results_are_found_among_many_pages_of_weights_and_the_next_look_goes_on_behind_them(
    laptop: Laptop, hq: ReadingHeadquarters
) -> None:
    person = seen(laptop)
    hq.size = 1
    weight = {"code": {"text": "Body weight"}, "valueQuantity": {"value": 61, "unit": "kg"}}
    for number in range(1, 31):
        hq.now += 60
        hq.says(f"Observation/{number}", subject={"reference": at_hq(person)}, **weight)
    hq.now += 60
    hq.observation(99, at_hq(person), "R", "4")
    hq.now += 60
    laptop.clock.forward(60)
    done = laptop.sync.once()
    assert (done.results, done.results_problem) == (1, "")
    asked: list[str] = []
    hq.before = lambda request: asked.append(str(request.url))
    hq.now += 3600
    laptop.clock.forward(60)
    laptop.sync.once()
    [first, *_] = [one for one in asked if "/Observation?" in one and "identifier" not in one]
    assert "_lastUpdated=ge2026-11-21T12" in first


@pytest.mark.parametrize(("status", "said"), [(403, "Headquarters does not allow this to this station."), (404, "")])
def test_that_this_station_may_not_read_results_is_said_until_it_may(
    laptop: Laptop, hq: ReadingHeadquarters, status: int, said: str
) -> None:
    hq.before = lambda request: httpx.Response(status) if "/Observation" in str(request.url) else None
    assert laptop.sync.once().results_problem == said
    found = status_of(laptop.store, laptop.sync.status(), None, CameraBook(laptop.store))["hq"]
    assert (found["results_problem"], found["list_problem"]) == (said, "")
    hq.before = lambda _: None
    laptop.clock.forward(600)
    laptop.sync.once()
    assert laptop.sync.status().results_problem == ""


def test_a_report_that_names_a_visit_is_read_even_without_a_code(laptop: Laptop, hq: ReadingHeadquarters) -> None:
    person = seen(laptop)
    with laptop.store.read() as unit:
        uid = studies.of_patient(unit, person.uuid)[0].study_uid
    study = [{"identifier": {"system": "urn:dicom:uid", "value": f"urn:oid:{uid}"}}]
    eye = [{"url": "urn:eyecamp:eye", "valueString": "L"}]
    report = {"code": {"text": "Report"}, "subject": {"reference": at_hq(person)}, "conclusion": "Looks well."}
    hq.says("DiagnosticReport/1", imagingStudy=study, extension=eye, issued="2026-11-25T10:00:00Z", **report)
    laptop.sync.once()
    [result] = from_hq(laptop, person)
    assert result.said.grade is not None and result.said.grade.text("result") == "HQ Looks well."
    assert (result.day, result.said.eye) == (DAY, LEFT)
    assert result.as_of == laptop.clock()  # nothing is signed in the future
    assert outcome(laptop, person) is Outcome.DOCTOR


# --- the list ---------------------------------------------------------------------------------------------------------


def test_nothing_is_missed_over_cut_pages_late_commits_and_a_pause(laptop: Laptop, hq: ReadingHeadquarters) -> None:
    person = seen(laptop)
    hq.size, hq.now = 3, 1000.0
    for number in range(1, 12):
        hq.observation(number, at_hq(person), "R", "0", comment=f"Look {number}")
        hq.now += number % 3 // 2  # ties, and steps
    busy = [httpx.Response(503, headers={"Retry-After": "30"})]
    hq.before = lambda request: busy.pop() if busy and "offset" in str(request.url) else None
    done = laptop.sync.once()
    assert done.results_problem == "Headquarters is busy." and len(from_hq(laptop, person)) >= 3
    asked = len(hq.asked)
    laptop.clock.forward(5)
    laptop.sync.once()
    assert not [one for one in hq.asked[asked:] if one == "GET Observation"]  # left alone as long as it asked for
    laptop.clock.forward(60)
    laptop.sync.once()
    assert len(from_hq(laptop, person)) == 11
    hq.now += 400
    hq.observation(12, at_hq(person), "R", "4", late=300.0)
    laptop.clock.forward(60)
    laptop.sync.once()
    assert [row.said.grade for row in from_hq(laptop, person)][-1] == icdr("4")


def test_a_crash_between_reading_and_landing_loses_and_doubles_nothing(laptop: Laptop, hq: ReadingHeadquarters) -> None:
    person = seen(laptop)
    for number in range(1, 6):
        hq.observation(number, at_hq(person), "R", "0", comment=f"Look {number}")
    taken: list[int] = []

    def stop_after_two() -> bool:
        taken.append(1)
        return len(taken) > 4

    results = laptop.sync._results
    assert results is not None
    results.attempt(stop_after_two)
    assert 0 < len(from_hq(laptop, person)) < 5
    again = SyncService(laptop.store, None, records=hq.destination(), results=hq.source(), interval=0.0)
    again.once()
    again.stop(5)
    assert len(from_hq(laptop, person)) == 5
    with pytest.raises(NotFound), laptop.store.read() as unit:
        heard.find(unit, 999)


def test_another_station_as_headquarters_that_lists_no_results_holds_nothing_up(tmp_path: Path) -> None:
    with web(tmp_path / "hub") as (client, _), a_laptop(tmp_path / "laptop") as laptop:
        from support.restclient import SECRET

        base = f"{str(client.base_url).rstrip('/')}/organizations/default/fhir/3"
        source = Source(base, lambda: HttpHeadquarters(base, token=SECRET))
        service = SyncService(laptop.store, None, results=source)
        done = service.once()
        service.stop(5)
        assert (done.results, done.results_problem) == (0, "")


def test_a_fhir_server_that_is_set_up_later_takes_everybody_and_says_what_it_has_read(tmp_path: Path) -> None:
    with served(ReadingHeadquarters()) as hq, a_laptop(tmp_path, interval=0.0) as laptop:
        person = seen(laptop, "2")
        assert not laptop.sync.status().records.takes_records
        hq.observation(1, at_hq(person), "R", "4")
        laptop.sync.use_fhir(FhirSide(hq.destination(), None, hq.source()))
        laptop.sync.once()
        assert laptop.sync.status().records.not_yet == 0 and at_hq(person) in hq.held
        assert [row.said.grade for row in from_hq(laptop, person)] == [icdr("4")]
        laptop.sync.use_fhir(FhirSide())
        laptop.sync.once()
        assert not laptop.sync.status().records.takes_records


def test_the_address_of_the_fhir_server_is_written_down_and_a_secret_is_not_sent_over_an_open_line(
    tmp_path: Path,
) -> None:
    settings = replace(Settings(), data_dir=tmp_path, hq=replace(Settings().hq, token="secret", organization="camps"))
    with a_laptop(tmp_path / "laptop") as laptop:
        assert fhir_side(settings, records_address(laptop.store, settings), "") == FhirSide()
        with laptop.store.write(Origin.PERSON, "sync page") as unit:
            station.remember(unit, "hq.fhir_url", "https://hq.example/fhir")
        side = fhir_side(settings, records_address(laptop.store, settings), "")
        assert side.records and side.records.name == "https://hq.example/fhir/organizations/camps/fhir/3"
        assert side.results and side.listing and side.results.name == side.listing.name == side.records.name
        with pytest.raises(Invalid):
            fhir_side(settings, "http://hq.example/fhir", "")
