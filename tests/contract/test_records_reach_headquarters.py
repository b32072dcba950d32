"""People, headshots, visits, grades and referrals travel to a FHIR server; nothing is made twice, nothing is overwritten."""

import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from random import Random

import httpx
import pytest
from support.grading import icdr
from support.pictures import a_jpeg, an_op
from support.recordserver import ALL, BadLine, Manners, MemoryRecords, outcome, said
from support.travelling import Laptop, a_laptop

from resources.problems import Portal
from resources.store import opinions, patients, referrals, studies, workitems
from resources.store.opinions import Said
from resources.store.rows import PatientRow
from resources.terms import Kind, Laterality, Origin
from sync import disputes, records
from sync.leaving import Answer, Lack
from sync.status import State

GRADE = icdr("4")
DAY = date(2026, 11, 21)
LIVES = int(os.environ.get("EYECAMP_RECORD_LIVES", "1"))  # up to 10
KINDS = [Kind.PATIENT, Kind.PHOTO, Kind.STUDY, Kind.OPINION, Kind.REFERRAL, Kind.WORKITEM]


@pytest.fixture
def server() -> MemoryRecords:
    return MemoryRecords()


@pytest.fixture
def laptop(tmp_path: Path, server: MemoryRecords) -> Iterator[Laptop]:
    with a_laptop(tmp_path, records=server.destination()) as opened:
        yield opened


def a_day(laptop: Laptop) -> PatientRow:
    """Somebody with a face, a picture, a grade, a referral and an appointment."""
    person = laptop.registers()
    uid = laptop.receives(an_op(1, patient=person.number or "")).instance_uid
    blob = laptop.store.vault.admit(a_jpeg())
    with laptop.store.write(Origin.PERSON, actor="grace") as unit:
        patients.set_photo(unit, person.uuid, blob, mime="image/jpeg", width=64, height=48)
        eye = studies.instance(unit, uid).laterality or Laterality.RIGHT
        opinions.sign(unit, person.uuid, DAY, [Said(eye, GRADE, uid, note="Look at the disc")])
        workitems.schedule(unit, person.uuid)
    return person


def states(laptop: Laptop) -> dict[Kind, list[State]]:
    with laptop.store.read() as unit:
        found = records.listed(unit)
    return {kind: [one.state for one in found if one.kind is kind] for kind in KINDS}


def record(laptop: Laptop, kind: Kind) -> records.Record:
    with laptop.store.read() as unit:
        return next(one for one in records.listed(unit) if one.kind is kind)


def questions(laptop: Laptop) -> list[disputes.DisputeRow]:
    with laptop.store.read() as unit:
        return disputes.open_ones(unit)


def amend(laptop: Laptop, person: PatientRow, **details: object) -> None:
    with laptop.store.write(Origin.PERSON, actor="grace") as unit:
        now = patients.find(unit, person.uuid)
        patients.amend(unit, person.uuid, now.details._replace(**details))


@pytest.mark.hazard("HZ-04")
def test_leaving_camp_waits_for_the_records_as_for_the_pictures(laptop: Laptop, server: MemoryRecords) -> None:
    person = a_day(laptop)
    with laptop.store.write(Origin.PERSON, actor="grace") as unit:
        for row in referrals.urgent_not_told(unit):
            referrals.tell(unit, row.uuid, "in person")
    assert laptop.sync.leaving().answer is Answer.NO
    for _ in range(4):
        laptop.sync.once()
        laptop.clock.forward(7200)
    assert (laptop.sync.leaving().answer, laptop.sync.leaving().lacks) == (Answer.YES, ())
    amend(laptop, person, village="Melur South")
    assert laptop.sync.leaving().lacks == ((Lack.RECORDS, 1),)


def test_a_server_that_answers_the_same_search_from_memory_gets_nothing_twice(tmp_path: Path) -> None:
    """HAPI FHIR does so for a minute; with each answer to a POST lost, only the search tells that the record is there."""
    server = MemoryRecords(Manners(may_name=False, keeps_conditions=False, searches_again=False))
    with a_laptop(tmp_path, records=server.destination()) as laptop:
        a_day(laptop)
        server.after = lambda request, response: response if request.method == "GET" else outcome(500)
        for _ in range(12):
            laptop.sync.once()
            laptop.clock.forward(7200)
    assert len(server.ever) == len(set(server.ever)) == len(KINDS)


MANY = {
    "STU3": Manners(),
    "R4": Manners(version="4.0.1"),
    "R4 that gives its own ids": Manners(version="4.0.1", may_name=False),
    "STU3 that ignores conditions": Manners(may_name=False, keeps_conditions=False),
    "no observations": Manners(
        types=("Patient", "Media", "ImagingStudy", "DiagnosticReport", "ReferralRequest", "Task")
    ),
    "R4 without observations": Manners(
        "4.0.1", ("Patient", "Media", "ImagingStudy", "DiagnosticReport", "ServiceRequest", "Task")
    ),
}


@pytest.mark.parametrize("manners", MANY.values(), ids=MANY.keys())
def test_a_day_is_read_back_from_every_kind_of_server(tmp_path: Path, manners: Manners) -> None:
    server = MemoryRecords(manners)
    with a_laptop(tmp_path, records=server.destination()) as laptop:
        a_day(laptop)
        assert laptop.sync.status().records.not_yet == 6
        laptop.sync.once()
        assert states(laptop) == {kind: [State.VERIFIED] for kind in KINDS}
        standing = laptop.sync.status().records
        assert (standing.confirmed, standing.not_yet) == (6, 0)
        assert standing.sentence == "Headquarters has confirmed every record."
        writes = [one for one in server.asked if not one.startswith("GET")]
        laptop.sync.once()
        assert [one for one in server.asked if not one.startswith("GET")] == writes


def test_everything_refers_to_the_person_and_says_where_the_pictures_are(laptop: Laptop, server: MemoryRecords) -> None:
    person = a_day(laptop)
    laptop.sync.once()
    (study,) = server.of("ImagingStudy")
    assert study["patient"]["reference"] == f"Patient/{person.uuid}"
    (endpoint,) = study["contained"]
    assert endpoint["address"] == "http://hq.example/dicom-web"
    (grade,) = server.of("Observation")
    assert grade["component"][0]["valueCodeableConcept"]["text"].startswith("ICDR 4")
    assert grade["performer"] == [{"display": "grace"}]
    (referral,) = server.of("ReferralRequest")
    assert referral["priority"] == "urgent"


def test_an_archive_of_pictures_alone_keeps_nobody_from_working_and_the_status_says_so(tmp_path: Path) -> None:
    with a_laptop(tmp_path) as laptop:
        a_day(laptop)
        laptop.sync.once()
        status = laptop.sync.status()
        assert (status.confirmed_at_hq, status.records.confirmed, status.records.not_yet) == (1, 0, 6)
        assert status.records.sentence == "This headquarters takes pictures only. 6 records are on this laptop alone."


def test_edits_that_have_not_gone_are_one(laptop: Laptop, server: MemoryRecords) -> None:
    person = laptop.registers()
    for village in ("Melur", "Karur", "Salem"):
        amend(laptop, person, village=village)
    laptop.sync.once()
    assert [one for one in server.asked if one.startswith(("PUT", "POST"))] == [f"PUT Patient/{person.uuid}"]
    assert server.of("Patient")[0]["address"] == [{"text": "Salem"}]


def test_an_edit_takes_the_claim_back_at_once_and_is_sent(laptop: Laptop, server: MemoryRecords) -> None:
    person = laptop.registers()
    laptop.sync.once()
    assert laptop.sync.status().records.confirmed == 1
    amend(laptop, person, phone="")
    amend(laptop, person, village="Salem")
    assert laptop.sync.status().records.confirmed == 0
    laptop.sync.once()
    assert laptop.sync.status().records.confirmed == 1
    assert server.of("Patient")[0]["address"] == [{"text": "Salem"}]


@pytest.mark.hazard("HZ-20")
def test_somebody_else_under_the_same_number_waits_for_a_person(laptop: Laptop, server: MemoryRecords) -> None:
    person = a_day(laptop)
    number = [{"system": "urn:eyecamp:number", "value": person.number}]
    other = {
        "resourceType": "Patient",
        "identifier": number,
        "name": [{"family": "Rao", "given": ["Anand"]}],
        "gender": "male",
    }
    server._keep("Patient/17", other)
    laptop.sync.once()
    assert {row.said.name for row in questions(laptop)} >= {"name", "gender"}
    assert not server.of("ImagingStudy")
    assert not server.of("Observation")
    assert server.held["Patient/17"]["name"] == other["name"]


def test_the_same_person_registered_at_headquarters_is_not_made_twice(laptop: Laptop, server: MemoryRecords) -> None:
    person = laptop.registers()
    name = [{"use": "official", "family": "Devi", "given": ["Lakshmi"], "text": "Devi Lakshmi"}]
    number = [{"system": "urn:eyecamp:number", "value": person.number}, {"system": "urn:hq:mrn", "value": "H-9"}]
    server._keep(
        "Patient/17",
        {"resourceType": "Patient", "identifier": number, "name": name, "gender": "female", "birthDate": "1964"},
    )
    laptop.sync.once()
    (there,) = server.of("Patient")
    assert (there["id"], there["name"], there["address"]) == ("17", name, [{"text": "Melur North"}])
    assert {"system": "urn:hq:mrn", "value": "H-9"} in there["identifier"]
    assert states(laptop)[Kind.PATIENT] == [State.VERIFIED]
    with laptop.store.read() as unit:
        assert patients.find(unit, person.uuid).details.identifiers == ({"system": "urn:hq:mrn", "value": "H-9"},)


# --- two people write ------------------------------------------------------------------------------------------------


def test_what_headquarters_changed_alone_is_written_down_here(laptop: Laptop, server: MemoryRecords) -> None:
    person = laptop.registers(phone="1")
    laptop.sync.once()
    server.edit(f"Patient/{person.uuid}", telecom=[{"system": "phone", "value": "2", "use": "mobile"}])
    amend(laptop, person, village="Salem")
    laptop.sync.once()
    there = server.of("Patient")[0]
    assert (there["address"], there["telecom"][0]["value"]) == ([{"text": "Salem"}], "2")
    with laptop.store.read() as unit:
        now = patients.find(unit, person.uuid).details
    assert (now.phone, now.village) == ("2", "Salem")
    assert states(laptop)[Kind.PATIENT] == [State.VERIFIED]
    assert not questions(laptop)


@pytest.mark.hazard("HZ-05")
@pytest.mark.parametrize(
    "decoration", [{}, {"use": "mobile"}, {"use": "home", "rank": 1}], ids=["bare", "mobile", "home"]
)
def test_a_phone_number_that_headquarters_changes_twice_is_written_down_twice(
    laptop: Laptop, server: MemoryRecords, decoration: dict[str, object]
) -> None:
    person = laptop.registers(phone="1")
    laptop.sync.once()
    for number in ("2", "3", "4"):
        server.edit(f"Patient/{person.uuid}", telecom=[{"system": "phone", "value": number, **decoration}])
        for _ in range(2):
            laptop.clock.forward(3600)
            laptop.sync.once()
        with laptop.store.read() as unit:
            assert patients.find(unit, person.uuid).details.phone == number
        assert [one["value"] for one in server.held[f"Patient/{person.uuid}"]["telecom"]] == [number]


def test_two_names_wait_with_both_values_and_the_rest_goes(laptop: Laptop, server: MemoryRecords) -> None:
    person = a_day(laptop)
    laptop.sync.once()
    server.edit(f"Patient/{person.uuid}", name=[{"use": "official", "family": "Devy", "given": ["Lakshmi"]}])
    amend(laptop, person, family_name="Dewi", village="Salem")
    laptop.sync.once()
    (row,) = questions(laptop)
    assert (row.said.base[0]["family"], row.said.mine[0]["family"], row.said.theirs[0]["family"]) == (
        "Devi",
        "Dewi",
        "Devy",
    )
    there = server.of("Patient")[0]
    assert (there["name"][0]["family"], there["address"]) == ("Devy", [{"text": "Salem"}])
    assert laptop.sync.status().records.not_yet == 1
    laptop.sync.once()
    assert len(questions(laptop)) == 1


def test_what_only_headquarters_says_survives_our_edit(laptop: Laptop, server: MemoryRecords) -> None:
    person = laptop.registers()
    laptop.sync.once()
    remote = f"Patient/{person.uuid}"
    known = server.held[remote]
    server.edit(
        remote,
        maritalStatus={"text": "married"},
        identifier=[*known["identifier"], {"system": "urn:hq:mrn", "value": "H-9"}],
        extension=[*known.get("extension", []), {"url": "http://hq.example/ward", "valueString": "3"}],
    )
    amend(laptop, person, family_name="Dewi", notes="Comes with her son")
    laptop.sync.once()
    there = server.held[remote]
    assert there["maritalStatus"] == {"text": "married"}
    assert {"system": "urn:hq:mrn", "value": "H-9"} in there["identifier"]
    assert {"url": "http://hq.example/ward", "valueString": "3"} in there["extension"]
    assert there["name"][0]["family"] == "Dewi"


@pytest.mark.hazard("HZ-27")
def test_a_grade_that_somebody_changed_there_is_not_written_over(laptop: Laptop, server: MemoryRecords) -> None:
    a_day(laptop)
    laptop.sync.once()
    remote = next(one for one in server.held if one.startswith("Observation/"))
    changed = [{"code": {"text": "dr"}, "valueCodeableConcept": {"text": "none"}}]
    server.edit(remote, component=changed)
    with laptop.store.write(Origin.STATION) as unit:
        records.queue(unit, Kind.OPINION, remote.partition("/")[2])
    laptop.sync.once()
    assert server.held[remote]["component"] == changed
    assert [row.said.name for row in questions(laptop)] == ["component"]


@pytest.mark.hazard("HZ-04")
def test_headquarters_may_end_a_referral_there_but_not_here(laptop: Laptop, server: MemoryRecords) -> None:
    a_day(laptop)
    laptop.sync.once()
    remote = next(one for one in server.held if one.startswith("ReferralRequest/"))
    server.edit(remote, status="completed")
    with laptop.store.write(Origin.PERSON, actor="grace") as unit:
        (row,) = referrals.open_ones(unit)
        referrals.tell(unit, row.uuid, "by phone")
    laptop.sync.once()
    assert server.held[remote]["status"] == "completed"
    assert any("Told by grace" in one["text"] for one in server.held[remote]["note"])
    with laptop.store.read() as unit:
        assert len(referrals.open_ones(unit)) == 1


def test_a_write_in_between_is_noticed_and_merged(laptop: Laptop, server: MemoryRecords) -> None:
    person = laptop.registers()
    laptop.sync.once()
    amend(laptop, person, village="Salem")
    remote = f"Patient/{person.uuid}"

    def somebody_is_faster(request: httpx.Request) -> None:
        if request.method == "PUT":
            server.before = lambda _: None
            server.edit(remote, telecom=[{"system": "phone", "value": "77"}])

    server.before = somebody_is_faster
    laptop.sync.once()
    assert states(laptop)[Kind.PATIENT] == [State.PROBING]
    laptop.sync.once()
    assert (server.held[remote]["address"], server.held[remote]["telecom"][0]["value"]) == ([{"text": "Salem"}], "77")
    assert states(laptop)[Kind.PATIENT] == [State.VERIFIED]


# --- what is removed --------------------------------------------------------------------------------------------------


def test_a_visit_that_was_removed_here_is_removed_there_and_a_person_is_only_not_active(
    laptop: Laptop, server: MemoryRecords
) -> None:
    person = a_day(laptop)
    laptop.sync.once()
    with laptop.store.write(Origin.PERSON, actor="grace") as unit:
        patients.forget(unit, person.uuid, cascade=True)
    laptop.sync.once()
    assert not server.of("ImagingStudy")
    assert server.of("Patient")[0]["active"] is False
    assert len(server.of("Observation")) == 1
    assert states(laptop)[Kind.PATIENT] == states(laptop)[Kind.STUDY] == [State.GONE]


@pytest.mark.hazard("HZ-04", "HZ-05")
@pytest.mark.parametrize("is_known", [True, False])
def test_what_was_said_of_somebody_stays_there_when_they_are_removed_here(
    laptop: Laptop, server: MemoryRecords, *, is_known: bool
) -> None:
    person = a_day(laptop)
    if not is_known:  # it arrived, and nobody has heard so yet
        server.after = lambda request, response: response if request.method == "GET" else outcome(500)
    laptop.sync.once()
    server.after = lambda _, response: response
    said = {one for one in server.held if one.startswith(("Observation/", "ReferralRequest/", "Task/"))}
    with laptop.store.write(Origin.PERSON, actor="grace") as unit:
        patients.forget(unit, person.uuid, cascade=True)
        for one in records.listed(unit):
            records.queue(unit, one.kind, one.uid)
    for _ in range(3):
        laptop.clock.forward(4000)
        laptop.sync.once()
    assert said <= server.held.keys() and (len(said) == 3 or not is_known)
    assert laptop.sync.status().records.not_yet == 0


def test_an_edit_at_headquarters_beats_our_removal(laptop: Laptop, server: MemoryRecords) -> None:
    a_day(laptop)
    laptop.sync.once()
    remote = next(one for one in server.held if one.startswith("ImagingStudy/"))
    server.edit(remote, description="Seen by Dr Rao")
    with laptop.store.write(Origin.PERSON, actor="grace") as unit:
        uid = record(laptop, Kind.STUDY).uid
        studies.forget(unit, uid)
    laptop.sync.once()
    assert remote in server.held
    (row,) = questions(laptop)
    assert (row.said.name, row.said.mine) == ("removed", None)


def test_what_we_did_not_make_is_not_removed_there(laptop: Laptop, server: MemoryRecords) -> None:
    person = laptop.registers()
    server._keep(
        "Patient/17",
        {"resourceType": "Patient", "identifier": [{"system": "urn:eyecamp:number", "value": person.number}]},
    )
    laptop.sync.once()
    with laptop.store.write(Origin.PERSON, actor="grace") as unit:
        patients.forget(unit, person.uuid)
    laptop.sync.once()
    assert server.held["Patient/17"]["active"] is True


def test_an_edit_here_beats_a_removal_there_and_without_one_somebody_is_asked(
    laptop: Laptop, server: MemoryRecords
) -> None:
    person, second = laptop.registers(), laptop.registers(given_name="Meena")
    laptop.sync.once()
    for one in (person, second):
        server.remove(f"Patient/{one.uuid}")
    amend(laptop, person, village="Salem")
    with laptop.store.write(Origin.STATION) as unit:
        records.queue(unit, Kind.PATIENT, second.uuid)
    laptop.sync.once()
    assert server.held[f"Patient/{person.uuid}"]["address"] == [{"text": "Salem"}]
    assert f"Patient/{second.uuid}" not in server.held
    (row,) = questions(laptop)
    assert (row.uid, row.said.name, row.said.theirs) == (second.uuid, "removed", None)


@pytest.mark.parametrize("happens", ["edited", "untouched", "removed"])
def test_one_answer_that_it_was_removed_there_is_not_believed(tmp_path: Path, happens: str) -> None:
    """It was the answer to another question: the record is there, and this server makes a second one of each POST."""
    server = MemoryRecords(Manners(may_name=False, keeps_conditions=False))
    with a_laptop(tmp_path, records=server.destination()) as laptop:
        person = laptop.registers()
        laptop.sync.once()
        [remote] = server.held
        if happens == "edited":
            amend(laptop, person, village="Salem")
        with laptop.store.write(Origin.PERSON, actor="grace") as unit:
            if happens == "removed":
                patients.forget(unit, person.uuid)
            records.queue(unit, Kind.PATIENT, person.uuid)
        mixed_up = [outcome(410)]
        server.before = lambda request: mixed_up.pop() if mixed_up and request.url.path.endswith(f"/{remote}") else None
        laptop.sync.once()
        assert not mixed_up
        assert list(server.held) == [remote] and not questions(laptop)
    shown = server.held[remote]
    assert shown["active"] is (happens != "removed")
    assert ("Salem" in str(shown["address"])) is (happens == "edited")


def test_what_came_and_went_before_any_network_never_travels(laptop: Laptop, server: MemoryRecords) -> None:
    person = laptop.registers()
    with laptop.store.write(Origin.PERSON, actor="grace") as unit:
        patients.forget(unit, person.uuid)
    laptop.sync.once()
    assert not server.held
    assert laptop.sync.status().records.not_yet == 0


# --- servers that take less -------------------------------------------------------------------------------------------


def test_what_headquarters_does_not_take_stays_and_says_so(tmp_path: Path) -> None:
    server = MemoryRecords(Manners(types=("Patient", "ImagingStudy")))
    with a_laptop(tmp_path, records=server.destination()) as laptop:
        a_day(laptop)
        laptop.sync.once()
        standing = laptop.sync.status().records
        assert (standing.confirmed, standing.not_yet) == (2, 4)
        assert standing.why["Headquarters takes no grades."] == 1


def test_a_register_that_only_headquarters_writes_is_looked_up(tmp_path: Path) -> None:
    manners = Manners(interactions=("read", "search-type"))
    server = MemoryRecords(manners)
    with a_laptop(tmp_path, records=server.destination()) as laptop:
        person = laptop.registers()
        laptop.sync.once()
        assert laptop.sync.status().records.why == {"Headquarters takes no new people from stations.": 1}
        details = {
            "name": [{"use": "official", "family": "Devi", "given": ["Lakshmi"]}],
            "gender": "female",
            "birthDate": "1964",
        }
        own = [{"system": "urn:eyecamp:patient", "value": person.uuid}]
        number = [{"use": "usual", "system": "urn:eyecamp:number", "value": person.number}]
        address = [{"text": "Melur North"}]
        shown = {"resourceType": "Patient", "identifier": own + number, "active": True, "address": address, **details}
        server._keep("Patient/17", shown)
        laptop.sync.once()
        assert laptop.sync.status().records.confirmed == 1


def test_an_edition_that_we_do_not_speak_is_said(tmp_path: Path) -> None:
    server = MemoryRecords(Manners(version="5.0.0"))
    with a_laptop(tmp_path, records=server.destination()) as laptop:
        laptop.registers()
        laptop.sync.once()
        assert "an edition of FHIR that Eyecamp does not speak" in laptop.sync.status().records.sentence
    with a_laptop(tmp_path, records=server.destination("R4")) as laptop:
        assert laptop.sync.once().records_problem == ""


def test_a_server_that_nobody_can_search_is_not_sent_what_it_might_double(tmp_path: Path) -> None:
    manners = Manners(
        may_name=False, keeps_conditions=False, interactions=tuple(one for one in ALL if one != "search-type")
    )
    server = MemoryRecords(manners)
    with a_laptop(tmp_path, records=server.destination()) as laptop:
        laptop.registers()
        laptop.sync.once()
        assert not server.held


def test_a_server_that_forgets_what_it_took_gets_no_claim(laptop: Laptop, server: MemoryRecords) -> None:
    laptop.registers()
    server.after = lambda request, response: server.held.clear() or response if request.method == "PUT" else response
    for _ in range(4):
        laptop.sync.once()
    assert laptop.sync.status().records.confirmed == 0
    assert states(laptop)[Kind.PATIENT] == [State.ATTENTION]


def test_the_records_of_urgent_people_go_first(laptop: Laptop, server: MemoryRecords) -> None:
    laptop.registers(given_name="First")
    urgent = a_day(laptop)
    laptop.sync.once()
    assert next(one for one in server.asked if one.startswith("PUT")) == f"PUT Patient/{urgent.uuid}"


def test_pictures_go_when_records_cannot_and_the_other_way_round(laptop: Laptop, server: MemoryRecords) -> None:
    a_day(laptop)
    server.before = lambda _: httpx.Response(503, headers={"Retry-After": "600"})
    laptop.sync.once()
    status = laptop.sync.status()
    assert (status.confirmed_at_hq, status.records.confirmed) == (1, 0)
    asked = len(server.asked)
    laptop.sync.once()
    assert len(server.asked) == asked
    server.before = lambda _: None
    laptop.clock.forward(700)
    laptop.hq.is_cut = True
    laptop.sync.once()
    assert laptop.sync.status().records.confirmed == 6


@pytest.mark.parametrize("name", ["STU3", "R4 that gives its own ids", "STU3 that ignores conditions"])
@pytest.mark.hazard("HZ-05")
def test_on_a_bad_line_nothing_is_lost_and_nothing_is_made_twice(tmp_path: Path, name: str) -> None:
    server = MemoryRecords(replace(MANY[name], checks=False))
    for seed in range(LIVES):
        line = BadLine(server, Random(seed), rate=0.4)
        with a_laptop(tmp_path / str(seed), records=server.destination(), letter="ABCDEFGHJK"[seed]) as laptop:
            a_day(laptop)
            for _ in range(25):
                laptop.sync.attempt(pressed=False)
                laptop.clock.forward(min(laptop.sync.patience(), 60))
            line.rate = 0.0
            for _ in range(10):
                laptop.clock.forward(4000)
                laptop.sync.attempt(pressed=False)
            assert states(laptop) == {kind: [State.VERIFIED] for kind in KINDS}
    assert sorted(server.ever) == sorted(set(server.ever))


@pytest.mark.hazard("HZ-18")
def test_the_answer_to_a_question_about_somebody_else_changes_nobody(laptop: Laptop, server: MemoryRecords) -> None:
    one, other = laptop.registers(), laptop.registers(family_name="Rao", given_name="Meena", birth_year=1981)
    laptop.sync.once()
    held = dict(server.held)
    amend(laptop, one, village="Salem")
    mixed_up = said(server.held[f"Patient/{other.uuid}"])
    server.before = lambda request: mixed_up if request.url.path.endswith(one.uuid) else None
    laptop.sync.once()
    assert server.held == held
    with laptop.store.read() as unit:
        assert patients.find(unit, one.uuid).details.family_name == one.details.family_name
    server.before = lambda _: None
    laptop.clock.forward(700)
    laptop.sync.once()
    assert [row["address"][0]["text"] for row in server.of("Patient") if row["id"] == one.uuid] == ["Salem"]
    assert server.held[f"Patient/{other.uuid}"] == held[f"Patient/{other.uuid}"]


def test_what_waits_for_a_person_still_does_after_a_try_on_a_bad_line(laptop: Laptop, server: MemoryRecords) -> None:
    laptop.registers()
    server.manners.interactions = ("read", "search-type")
    laptop.sync.once()
    before = record(laptop, Kind.PATIENT)
    assert before.state is State.HELD and before.sentence
    server.before = lambda request: outcome(500) if not request.url.path.endswith("/metadata") else None
    laptop.sync.once()
    assert record(laptop, Kind.PATIENT) == before


EMPTY = {"resourceType": "Bundle", "type": "searchset", "total": 0, "entry": []}


@pytest.mark.parametrize(
    "other",
    [
        {"resourceType": "Patient", "id": "1"},
        EMPTY | {"link": [{"relation": "self", "url": "https://hq.example/fhir/Patient?identifier=somebody%7Celse"}]},
    ],
    ids=["no list", "another search"],
)
@pytest.mark.hazard("HZ-05")
def test_the_answer_to_another_question_does_not_say_that_there_is_none(tmp_path: Path, other: dict) -> None:
    check_one_is_made_while_searches_get(lambda: httpx.Response(200, json=other), tmp_path)


@pytest.mark.parametrize("asked", ["study=urn%3Aoid%3A1.2.3", "identifier=urn%3Adicom%3Auid%7Curn%3Aoid%3A1.2.3"])
def test_the_answer_about_another_visit_does_not_say_that_headquarters_made_none(
    server: MemoryRecords, asked: str
) -> None:
    """Of pictures that came before their record, headquarters may have made the visit itself; STU3 finds it by ``study``."""
    link = [{"relation": "self", "url": f"https://hq.example/fhir/ImagingStudy?{asked}"}]
    server.before = lambda request: httpx.Response(200, json=EMPTY | {"link": link}) if request.url.query else None
    about = {value: [{"system": "urn:dicom:uid", "value": f"urn:oid:{value}"}] for value in ("1.2.3", "1.2.4")}
    assert server.client().find("ImagingStudy", about["1.2.3"]) == []
    with pytest.raises(Portal):
        server.client().find("ImagingStudy", about["1.2.4"])


@pytest.mark.parametrize("status", [400, 404])
@pytest.mark.hazard("HZ-05")
def test_a_search_that_fails_does_not_say_that_there_is_none(tmp_path: Path, status: int) -> None:
    check_one_is_made_while_searches_get(lambda: outcome(status), tmp_path)


def check_one_is_made_while_searches_get(answer: Callable[[], httpx.Response], folder: Path) -> None:
    """The answer that said a person was made is lost; then every search is answered so, then all is well again."""
    server = MemoryRecords(MANY["STU3 that ignores conditions"])
    with a_laptop(folder, records=server.destination()) as laptop:
        laptop.registers()
        server.after = lost_when_made
        laptop.sync.once()
        server.before = lambda request: answer() if request.url.query else None
        laptop.clock.forward(700)
        laptop.sync.once()
        assert (len(server.of("Patient")), laptop.sync.status().records.confirmed) == (1, 0)
        server.before, server.after = (lambda _: None), (lambda _, response: response)
        laptop.clock.forward(4000)
        laptop.sync.once()
        assert (len(server.of("Patient")), laptop.sync.status().records.confirmed) == (1, 1)


def lost_when_made(request: httpx.Request, response: httpx.Response) -> httpx.Response:
    if request.method == "POST":
        raise httpx.ReadTimeout("the answer is lost", request=request)
    return response


@pytest.mark.hazard("HZ-05")
def test_our_own_edit_whose_answer_was_lost_is_not_taken_for_somebody_elses(
    laptop: Laptop, server: MemoryRecords
) -> None:
    person = laptop.registers()
    laptop.sync.once()
    remote = f"Patient/{person.uuid}"
    for family, arrives in (("Dewi", True), ("Devy", False), ("Deewi", True)):
        amend(laptop, person, family_name=family)

        def lost(request: httpx.Request) -> httpx.Response | None:
            if request.method == "PUT":
                raise httpx.ReadError("cut", request=request)
            return None

        def answer_lost(request: httpx.Request, response: httpx.Response) -> httpx.Response:
            if request.method == "PUT":
                raise httpx.ReadError("cut", request=request)
            return response

        server.before, server.after = (lambda _: None, answer_lost) if arrives else (lost, lambda _, response: response)
        laptop.sync.once()
    server.before, server.after = lambda _: None, lambda _, response: response
    amend(laptop, person, family_name="Last")
    laptop.sync.once()
    assert not questions(laptop)
    assert server.held[remote]["name"][0]["family"] == "Last"
    assert states(laptop)[Kind.PATIENT] == [State.VERIFIED]
