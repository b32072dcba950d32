"""A station as headquarters over FHIR alone: people, headshots, visits, grades, referrals and appointments, by its own rules."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import httpx
import pytest
from support.grading import icdr
from support.pictures import a_jpeg, an_op
from support.restclient import SECRET, web
from support.stations import lakshmi
from support.travelling import Laptop, a_laptop

from resources.store import Store, images, opinions, patients, referrals, studies, workitems
from resources.store.opinions import Said
from resources.store.rows import PatientRow
from resources.terms import Kind, Laterality, Origin
from sync import records
from sync.fhirserver import FhirServer, root_of
from sync.headquarters import HttpHeadquarters
from sync.recordkeeping import Destination
from sync.status import State

DAY = date(2026, 11, 21)
GRADE = icdr("4")


@contextmanager
def a_hub_and_a_laptop(folder: Path) -> Iterator[tuple[httpx.Client, Store, Laptop]]:
    with web(folder / "hub", hub=True) as (http, hub):
        fhir = root_of(str(http.base_url), "default")
        hub.rng(1000)
        to = Destination(lambda: FhirServer(HttpHeadquarters(fhir, token=SECRET)), fhir)
        with a_laptop(folder / "laptop", letter="B", connect=None, headquarters="", records=to) as laptop:
            yield http, hub, laptop


def a_day(laptop: Laptop, **details: object) -> PatientRow:
    """Somebody with a face, a picture, an urgent grade, a referral and an appointment."""
    person = laptop.registers(**details)
    uid = laptop.receives(an_op(1, patient=person.number or "")).instance_uid
    blob = laptop.store.vault.admit(a_jpeg())
    with laptop.store.write(Origin.PERSON, actor="grace") as unit:
        patients.set_photo(unit, person.uuid, blob, mime="image/jpeg", width=48, height=32)
        opinions.sign(unit, person.uuid, DAY, [Said(Laterality.RIGHT, GRADE, uid, note="Look at the disc")])
        workitems.schedule(unit, person.uuid)
    return person


def not_there(laptop: Laptop) -> list[tuple[Kind, State, str]]:
    with laptop.store.read() as unit:
        return [(one.kind, one.state, one.sentence) for one in records.listed(unit) if one.state is not State.VERIFIED]


def test_a_whole_day_is_read_back(tmp_path: Path) -> None:
    with a_hub_and_a_laptop(tmp_path) as (_, hub, laptop):
        person = a_day(laptop, notes="Lives behind the school", phone="+91 98765", consent=True)

        laptop.sync.once()

        assert not_there(laptop) == []
        standing = laptop.sync.status().records
        assert (standing.confirmed, standing.not_yet) == (6, 0)
        with hub.read() as unit:
            there = patients.find(unit, person.uuid)
            assert (there.number, there.details) == (person.number, person.details)
            assert patients.photo(unit, person.uuid)
            [grade] = opinions.of_patient(unit, person.uuid)
            assert (grade.reader, grade.said.grade, grade.said.note) == ("grace", GRADE, "Look at the disc")
            [referral] = referrals.open_ones(unit)
            assert (referral.is_urgent, referral.decided_by) == (True, "grace")
            assert len(studies.of_patient(unit, person.uuid)) == 1
        writes = hub_changes(hub)
        laptop.clock.forward(4000)
        laptop.sync.once()
        assert hub_changes(hub) == writes


def hub_changes(hub: Store) -> int:
    from resources.store import changes

    with hub.read() as unit:
        return changes.last(unit)


def test_what_changes_here_changes_there_and_what_is_said_there_comes_here(tmp_path: Path) -> None:
    with a_hub_and_a_laptop(tmp_path) as (_, hub, laptop):
        person = a_day(laptop, phone="044 77")
        laptop.sync.once()
        with laptop.store.write(Origin.PERSON, actor="grace") as unit:
            patients.amend(unit, person.uuid, person.details._replace(village="Melur South"))
            [urgent] = referrals.open_ones(unit)
            referrals.tell(unit, urgent.uuid, "in person")
        with hub.write(Origin.PERSON, actor="registry") as unit:
            now = patients.find(unit, person.uuid)
            patients.amend(unit, person.uuid, now.details._replace(phone="044 1234"))

        laptop.sync.once()

        assert not_there(laptop) == []
        with hub.read() as unit, laptop.store.read() as here:
            both = patients.find(unit, person.uuid).details, patients.find(here, person.uuid).details
            [told] = referrals.open_ones(unit)
        assert [(one.village, one.phone) for one in both] == [("Melur South", "044 1234")] * 2
        assert (told.told_by, told.told_how) == ("grace", "in person")


@pytest.mark.hazard("HZ-04")
def test_a_referral_that_a_person_ended_here_is_ended_there_by_that_person(tmp_path: Path) -> None:
    with a_hub_and_a_laptop(tmp_path) as (_, hub, laptop):
        a_day(laptop)
        laptop.sync.once()
        with laptop.store.write(Origin.PERSON, actor="grace") as unit:
            [urgent] = referrals.open_ones(unit)
            referrals.attend(unit, urgent.uuid)

        laptop.sync.once()

        assert not_there(laptop) == []
        with hub.read() as unit:
            assert referrals.open_ones(unit) == []
            assert referrals.find(unit, urgent.uuid).attended_by == "grace"


@pytest.mark.hazard("HZ-08")
@pytest.mark.hazard("HZ-17")
def test_nobody_gets_the_number_or_the_record_of_somebody_else(tmp_path: Path) -> None:
    """Another person has the number of this card there: nobody is made, nobody is written over, and somebody is asked."""
    with a_hub_and_a_laptop(tmp_path) as (_, hub, laptop):
        person = a_day(laptop)
        with hub.write(Origin.PERSON, actor="registry") as unit:
            from resources.store.numbers import read

            card = read(person.number or "")
            other = patients.register(unit, lakshmi(given_name="Raju", family_name="Kumar", sex="M"), card=card)

        laptop.sync.once()

        with hub.read() as unit:
            assert patients.count(unit) == 1
            assert patients.find(unit, other.uuid).details == other.details
            assert images.listed(unit, images.Wanted()) == []
            assert opinions.of_patient(unit, other.uuid) == []
        assert laptop.sync.status().records.questions
        assert all(sentence for _, _, sentence in not_there(laptop))


@pytest.mark.hazard("HZ-18")
def test_nothing_is_written_over_unseen(tmp_path: Path) -> None:
    with a_hub_and_a_laptop(tmp_path) as (http, hub, laptop):
        person = a_day(laptop)
        laptop.sync.once()
        base = f"/organizations/default/fhir/3/Patient/{person.uuid}"
        shown = http.get(base)
        body = {**shown.json(), "gender": "male"}
        assert http.put(base, json=body).status_code == 412
        assert http.put(base, json=body, headers={"If-None-Match": "*"}).status_code == 412
        assert http.put(base, json=body, headers={"If-Match": 'W/"77"'}).status_code == 412
        with hub.read() as unit:
            assert patients.find(unit, person.uuid).details.sex == "F"
        assert http.put(base, json=body, headers={"If-Match": shown.headers["ETag"]}).status_code == 200


@pytest.mark.hazard("HZ-17")
@pytest.mark.parametrize("type_", ["Media", "Observation", "ReferralRequest", "Task"])
def test_nothing_goes_from_one_person_to_another(tmp_path: Path, type_: str) -> None:
    with a_hub_and_a_laptop(tmp_path) as (http, hub, laptop):
        person = a_day(laptop)
        laptop.sync.once()
        with hub.write(Origin.PERSON, actor="registry") as unit:
            other = patients.register(unit, lakshmi(given_name="Meena"))
        with laptop.store.read() as unit:
            [remote] = [one.remote for one in records.listed(unit) if one.remote.startswith(f"{type_}/")]
        shown = http.get(f"/organizations/default/fhir/3/{remote}")
        assert shown.status_code == 200
        text = shown.text.replace(f"Patient/{person.uuid}", f"Patient/{other.uuid}")
        headers = {"If-Match": shown.headers["ETag"], "Content-Type": "application/fhir+json"}

        put = http.put(f"/organizations/default/fhir/3/{remote}", content=text, headers=headers)

        assert put.status_code == 422
        assert http.get(f"/organizations/default/fhir/3/{remote}").json() == shown.json()


@pytest.mark.parametrize("type_", ["Patient", "Media", "Observation", "ReferralRequest", "Task"])
@pytest.mark.parametrize("more", [{}, {"subject": 7, "for": 7, "content": 7, "identifier": 7, "name": 7}])
def test_what_is_not_written_as_a_station_writes_is_refused_whole(
    tmp_path: Path, type_: str, more: dict[str, object]
) -> None:
    with a_hub_and_a_laptop(tmp_path) as (http, hub, _):
        before = hub_changes(hub)
        body = {"resourceType": type_, "id": "one", **more}
        answer = http.put(f"/organizations/default/fhir/3/{type_}/one", json=body)
        assert answer.status_code == 422
        assert hub_changes(hub) == before
