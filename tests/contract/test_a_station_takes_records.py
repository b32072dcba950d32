"""Our own STU3 surface as somebody's headquarters: it registers people itself, and takes visits about them."""

from pathlib import Path

from support.pictures import an_op
from support.restclient import SECRET, web
from support.travelling import a_laptop

from resources.store import patients, studies
from resources.terms import Kind, Origin
from sync import records
from sync.fhirserver import FhirServer, root_of
from sync.headquarters import HttpHeadquarters
from sync.recordkeeping import Destination
from sync.status import State


def test_a_visit_travels_when_headquarters_knows_the_person_and_waits_until_then(tmp_path: Path) -> None:
    with web(tmp_path / "hq") as (client, there):
        url = root_of(str(client.base_url), "default")
        to = Destination(lambda: FhirServer(HttpHeadquarters(url, token=SECRET)), url)
        with a_laptop(tmp_path / "laptop", letter="B", records=to) as laptop:
            person = laptop.registers()
            laptop.receives(an_op(1, patient=person.number or ""))
            laptop.sync.once()
            standing = laptop.sync.status().records
            assert (standing.confirmed, standing.not_yet) == (0, 2)
            assert standing.why == {
                "Headquarters takes no new people from stations.": 1,
                "Headquarters does not have this person yet.": 1,
            }
            with there.write(Origin.PERSON, actor="registry") as unit:
                patients.register(unit, person.details, uuid=person.uuid)
            laptop.sync.once()
            with laptop.store.read() as unit:
                (visit,) = [one for one in records.listed(unit) if one.kind is Kind.STUDY]
                mine = studies.study(unit, visit.uid)
            assert visit.state is State.VERIFIED
            with there.read() as unit:
                taken = studies.study(unit, visit.uid)
                assert taken.patient is not None
                assert (taken.uuid, taken.patient.uuid) == (mine.uuid, person.uuid)
                assert [one.instance_uid for one in taken.instances] == [one.instance_uid for one in mine.instances]
            laptop.receives(an_op(2, patient=person.number or ""))
            laptop.sync.once()
            with there.read() as unit:
                assert len(studies.study(unit, visit.uid).instances) == 2
