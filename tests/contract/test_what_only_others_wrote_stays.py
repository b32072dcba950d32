"""Elements that we have no word for are written back as they were, whatever we change beside them: newer servers have more."""

import copy
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from support.grading import icdr
from support.pictures import an_op
from support.recordserver import Manners, MemoryRecords, Resource
from support.travelling import Laptop, a_laptop

from resources.store import mending, opinions, patients, referrals, workitems
from resources.store.opinions import Said
from resources.store.rows import PatientRow
from resources.terms import Kind, Laterality, Origin, WorkitemState
from sync import records
from sync.status import State

WARD = {"url": "http://hq.example/ward", "valueString": "3"}
NESTED = {
    "url": "http://hq.example/more",
    "extension": [{"url": "since", "valueDate": "2025"}, {"url": "by", "valueCode": "x"}],
}
FROM_LATER = {"newerElement": {"deep": [{"er": 1}]}, "modifierExtension": [WARD], "extension": [WARD, NESTED]}
"""What no edition that we know has, and what every edition may have."""
DAY = date(2026, 11, 21)
EDITIONS = {"STU3": "3.0.2", "R4": "4.0.1"}


def a_day(laptop: Laptop) -> PatientRow:
    person = laptop.registers(phone="1")
    uid = laptop.receives(an_op(1, patient=person.number or "")).instance_uid
    with laptop.store.write(Origin.PERSON, actor="grace") as unit:
        opinions.sign(unit, person.uuid, DAY, [Said(Laterality.RIGHT, icdr("4"), uid)])
        workitems.schedule(unit, person.uuid)
    return person


def adorned(server: MemoryRecords, type_: str, **more: Any) -> tuple[str, Resource]:
    """Somebody at headquarters writes what only they know into the one record of a type."""
    [there] = server.of(type_)
    remote = f"{type_}/{there['id']}"
    ours = there.get("extension", [])
    said = copy.deepcopy(FROM_LATER | more)
    server.edit(remote, **{**said, "extension": [*ours, *said["extension"]]})
    return remote, copy.deepcopy(server.held[remote])


def look_again(laptop: Laptop) -> None:
    with laptop.store.write(Origin.STATION) as unit:
        for one in records.listed(unit):
            records.queue(unit, one.kind, one.uid)
    laptop.sync.once()


def still_there(before: Resource, after: Resource, *changed: str) -> None:
    """All but what we changed; of extensions all that were there."""
    for name in before.keys() - {"meta", "extension", *changed}:
        assert after[name] == before[name], name
    for one in before["extension"]:
        assert one in after["extension"], one


@pytest.fixture(params=EDITIONS.values(), ids=EDITIONS.keys())
def server(request: pytest.FixtureRequest) -> MemoryRecords:
    server = MemoryRecords(Manners(version=request.param))
    server.manners.checks = False  # the newer elements are of no edition
    return server


def test_of_a_person(tmp_path: Path, server: MemoryRecords) -> None:
    with a_laptop(tmp_path, records=server.destination()) as laptop:
        person = a_day(laptop)
        laptop.sync.once()
        [there] = server.of("Patient")
        born = {
            "extension": [{"url": "http://hl7.org/fhir/StructureDefinition/patient-birthTime", "valueDateTime": "1964"}]
        }
        name = [{**there["name"][0], "prefix": ["Smt"], "_family": {"extension": [WARD]}, "extension": [NESTED]}]
        phone = [{**there["telecom"][0], "rank": 1, "extension": [WARD]}]
        remote, before = adorned(
            server,
            "Patient",
            _birthDate=born,
            _active={"extension": [WARD]},
            name=name,
            telecom=phone,
            multipleBirthInteger=2,
        )
        with laptop.store.write(Origin.PERSON, actor="grace") as unit:
            patients.amend(unit, person.uuid, person.details._replace(birth_year=1965, village="Salem", notes="ours"))
        laptop.sync.once()
        after = server.held[remote]
        still_there(before, after, "birthDate", "address")
        assert (after["birthDate"], after["address"], after["_birthDate"]) == ("1965", [{"text": "Salem"}], born)
        with laptop.store.write(Origin.PERSON, actor="grace") as unit:
            now = patients.find(unit, person.uuid).details
            patients.amend(unit, person.uuid, now._replace(family_name="Dewi"))
        laptop.sync.once()
        after = server.held[remote]
        still_there(before, after, "birthDate", "address", "name")
        [shown] = after["name"]
        assert (shown["family"], shown["prefix"], shown["extension"]) == ("Dewi", ["Smt"], [NESTED])


def test_of_a_visit(tmp_path: Path, server: MemoryRecords) -> None:
    """One more picture comes, and the eye of the first is put right: the series is another, and what hangs on it stays."""
    with a_laptop(tmp_path, records=server.destination()) as laptop:
        person = a_day(laptop)
        laptop.sync.once()
        [there] = server.of("ImagingStudy")
        series = copy.deepcopy(there["series"])
        series[0] |= {
            "extension": [WARD],
            "_description": {"extension": [NESTED]},
            "performer": [{"display": "Dr Rao"}],
        }
        series[0]["instance"][0] |= {"extension": [NESTED], "newerElement": 1}
        remote, before = adorned(
            server, "ImagingStudy", series=series, _started={"extension": [WARD]}, note=[{"text": "seen"}]
        )
        first_uid = laptop.receives(an_op(1, patient=person.number or "")).instance_uid
        laptop.receives(an_op(2, patient=person.number or ""))
        with laptop.store.write(Origin.PERSON, actor="grace") as unit:
            mending.set_laterality(unit, first_uid, Laterality.LEFT)
        look_again(laptop)
        after = server.held[remote]
        still_there(before, after, "series", "numberOfInstances")
        assert after["numberOfInstances"] == 2
        one = next(one for one in after["series"] if one["uid"] == series[0]["uid"])
        assert (one["extension"], one["performer"]) == ([WARD], [{"display": "Dr Rao"}])
        assert one["_description"] == {"extension": [NESTED]}
        first = next(each for each in one["instance"] if each["uid"] == series[0]["instance"][0]["uid"])
        assert (first["extension"], first["newerElement"]) == ([NESTED], 1)
        assert len(one["instance"]) == 2


def test_of_a_grade(tmp_path: Path, server: MemoryRecords) -> None:
    with a_laptop(tmp_path, records=server.destination()) as laptop:
        a_day(laptop)
        laptop.sync.once()
        [there] = server.of("Observation")
        subject = {**there["subject"], "display": "Lakshmi", "_reference": {"extension": [WARD]}}
        remote, before = adorned(
            server, "Observation", subject=subject, _issued={"extension": [WARD]}, interpretation="x"
        )
        look_again(laptop)
        assert server.held[remote] == before


@pytest.mark.hazard("HZ-04")
def test_of_a_referral(tmp_path: Path, server: MemoryRecords) -> None:
    with a_laptop(tmp_path, records=server.destination()) as laptop:
        a_day(laptop)
        laptop.sync.once()
        type_ = "ReferralRequest" if server.manners.version.startswith("3") else "ServiceRequest"
        [there] = server.of(type_)
        reason = [{**there["reasonCode"][0], "coding": [{"code": "1"}]}, {"text": "theirs"}]
        note = [*there["note"], {"text": "Bed 4", "_time": {"extension": [WARD]}}]
        remote, before = adorned(server, type_, reasonCode=reason, note=note, _authoredOn={"extension": [WARD]})
        with laptop.store.write(Origin.PERSON, actor="grace") as unit:
            [row] = referrals.open_ones(unit)
            referrals.tell(unit, row.uuid, "by phone")
        laptop.sync.once()
        after = server.held[remote]
        still_there(before, after, "note")
        assert all(one in after["note"] for one in note)
        assert any("Told by grace" in one["text"] for one in after["note"])


def test_of_an_appointment(tmp_path: Path, server: MemoryRecords) -> None:
    with a_laptop(tmp_path, records=server.destination()) as laptop:
        a_day(laptop)
        laptop.sync.once()
        remote, before = adorned(
            server,
            "Task",
            _status={"extension": [WARD]},
            input=[{"type": {"text": "t"}, "valueString": "v"}],
            priority="asap",
        )
        with laptop.store.write(Origin.PERSON, actor="grace") as unit:
            [row] = workitems.open_ones(unit)
            workitems.move(unit, row.workitem_uid, WorkitemState.IN_PROGRESS)
        laptop.sync.once()
        after = server.held[remote]
        still_there(before, after, "status", "executionPeriod")
        assert after["status"] == "in-progress"
        with laptop.store.read() as unit:
            assert {one.state for one in records.listed(unit) if one.kind is Kind.WORKITEM} == {State.VERIFIED}
