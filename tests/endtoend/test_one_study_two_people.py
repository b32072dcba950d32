"""HZ-19: a camera uses one Study Instance UID for two people. Nobody's pictures go to headquarters under somebody else."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pydicom.filereader import dcmread
from support.cameras import data_set_of, storescu
from support.pictures import an_op, study_of, uid_of
from support.travelling import Laptop, a_laptop, raju

from resources.store import mending, patients, studies
from resources.terms import Origin
from resources.wire.part10 import read_part10
from sync.status import State
from workstation.listener.receive import Receiver
from workstation.listener.scp import Listener

pytestmark = [pytest.mark.hazard("HZ-19"), pytest.mark.dcmtk]


@pytest.fixture
def laptop(tmp_path: Path) -> Iterator[Laptop]:
    with a_laptop(tmp_path) as one:
        yield one


@pytest.fixture
def camera_port(laptop: Laptop) -> Iterator[int]:
    listener = Listener(Receiver(laptop.store), port=0)
    listener.start()
    yield listener.address[1]
    listener.stop()


def test_the_second_person_waits_for_a_look_and_gets_a_visit_of_their_own(
    laptop: Laptop, camera_port: int, tmp_path: Path
) -> None:
    lakshmi = laptop.registers()
    with laptop.store.write(Origin.PERSON, actor="grace") as unit:
        second = patients.register(unit, raju())
    files = [tmp_path / "a.dcm", tmp_path / "b.dcm"]
    files[0].write_bytes(an_op(1, patient=lakshmi.number, name="Devi^Lakshmi", study=1))
    files[1].write_bytes(an_op(2, patient=second.number, name="Kumar^Raju", study=1, eye="L"))
    for file in files:
        assert storescu(camera_port, file, options=["-xy"]).returncode == 0

    with laptop.store.read() as unit:
        [hers], [his] = (studies.of_patient(unit, person.uuid) for person in (lakshmi, second))
    assert (hers.study_uid, his.source_study_uid) == (study_of(1), study_of(1))
    assert his.study_uid != study_of(1)
    assert his.flags == ("two-people-one-study",)
    vault_before = {
        row.instance_uid: laptop.store.vault.read(row.digest or "") for row in (*hers.instances, *his.instances)
    }

    laptop.sync.once()
    assert list(laptop.hq.held) == [uid_of(1)]
    [stuck] = laptop.sync.status().stuck
    assert (stuck.instance_uid, stuck.state) == (uid_of(2), State.HELD)
    assert "two people" in stuck.sentence

    with laptop.store.write(Origin.PERSON, actor="grace") as unit:
        mending.settle(unit, his.study_uid, "two-people-one-study")
    laptop.sync.once()
    client = laptop.hq.client()
    for person, study_uid, instance in ((lakshmi, study_of(1), 1), (second, his.study_uid, 2)):
        [at_hq] = client.find_studies(person.number or "")
        assert at_hq.study_uid == study_uid
        assert [at.instance_uid for at in client.instances(study_uid)] == [uid_of(instance)]
    assert laptop.sync.status().confirmed_at_hq == 2

    for uid, before in vault_before.items():
        with laptop.store.read() as unit:
            digest = studies.instance(unit, uid).digest or ""
        assert laptop.store.vault.read(digest) == before
    assert _pixels(laptop.hq.held[uid_of(2)], tmp_path) == _pixels(files[1].read_bytes(), tmp_path)
    assert data_set_of(files[0]) == laptop.hq.held[uid_of(1)][_data_set_at(laptop.hq.held[uid_of(1)]) :]


def _pixels(part10: bytes, folder: Path) -> bytes:
    path = folder / "pixels.dcm"
    path.write_bytes(part10)
    return bytes(dcmread(path).PixelData)


def _data_set_at(part10: bytes) -> int:
    from io import BytesIO

    return read_part10(BytesIO(part10)).data_set_at
