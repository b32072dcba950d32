"""An Eyecamp station as headquarters of another: pictures whole and in pieces, a record, an earlier visit."""

from dataclasses import replace
from pathlib import Path

import pytest
from support.pictures import an_op, study_of, uid_of
from support.restclient import SECRET, web
from support.travelling import a_laptop, receive

from resources.store import patients, studies
from resources.terms import Kind, Origin
from sync import chunks, records
from sync.fhirserver import FhirServer, root_of
from sync.headquarters import HttpHeadquarters
from sync.recordkeeping import Destination
from sync.results import Source
from sync.status import State
from workstation.compose import sync_service
from workstation.settings import Hq, Settings


def test_a_day_goes_to_another_station_and_an_earlier_visit_comes_from_there(tmp_path: Path) -> None:
    with web(tmp_path / "hub") as (http, hub):
        base = str(http.base_url).rstrip("/")
        archive, fhir = f"{base}/dicom-web", root_of(base, "default")
        hub.rng(1000)  # another station draws other numbers

        def line() -> HttpHeadquarters:
            return HttpHeadquarters(fhir, token=SECRET)

        with a_laptop(
            tmp_path / "laptop",
            connect=lambda: HttpHeadquarters(archive, token=SECRET),
            headquarters=archive,
            records=Destination(lambda: FhirServer(line()), fhir),
            results=Source(fhir, line),
        ) as laptop:
            person = laptop.registers()
            number = person.number or ""
            with hub.write(Origin.PERSON, actor="registry") as unit:
                registered = patients.register(unit, person.details, uuid=person.uuid)
            assert registered.number == number  # the first of the same camp on either
            receive(hub, an_op(9, patient=number, study=9))  # somebody's earlier visit, only there
            laptop.receives(an_op(1, patient=number))
            laptop.receives(an_op(2, patient=number, EncapsulatedDocument=bytes(chunks.LARGE + 1)))

            done = laptop.sync.once()

            assert (done.problem, done.sent, done.confirmed, done.pulled) == ("", 2, 2, 1)
            assert (done.results, done.results_problem) == (0, "")
            status = laptop.sync.status()
            assert (status.confirmed_at_hq, status.not_yet_at_hq) == (3, 0)
            with hub.read() as unit:
                here = {row.instance_uid: row.digest for row in studies.instances(unit)}
            with laptop.store.read() as unit:
                mine = {row.instance_uid: row.digest for row in studies.instances(unit)}
                assert here == mine
                assert sorted(mine) == [uid_of(n) for n in (1, 2, 9)]
                assert studies.study(unit, study_of(9)).patient is not None
                visit = next(one for one in records.listed(unit) if one.kind is Kind.STUDY)
            assert visit.state is State.VERIFIED
            assert hub.uploads.unfinished() == []
            assert laptop.sync.once().sent == 0


@pytest.mark.parametrize("organization", ["", "default"])
def test_the_address_of_the_hub_is_enough_for_pictures_and_records(tmp_path: Path, organization: str) -> None:
    with web(tmp_path / "hub", hub=True) as (http, hub), a_laptop(tmp_path / "laptop") as laptop:
        person = laptop.registers()
        laptop.receives(an_op(1, patient=person.number))
        hq = Hq(rest_url=f"{http.base_url}".rstrip("/") + "/", token=SECRET, organization=organization)
        service = sync_service(laptop.store, replace(Settings(), hq=hq))
        try:
            done = service.once()
            status = service.status()
        finally:
            service.stop(5)

        assert (done.problem, done.records_problem, done.sent) == ("", "", 1)
        assert (status.confirmed_at_hq, status.not_yet_at_hq, status.records.not_yet) == (1, 0, 0)
        with hub.read() as unit:
            assert [row.uuid for row in patients.listed(unit)] == [person.uuid]
