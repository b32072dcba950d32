"""A real Orthanc as headquarters: what its own REST interface holds is the judge, not our receipts."""

import io
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path

import pydicom
import pytest
from support.orthanc import Orthanc, running_orthanc
from support.pictures import an_op, fundus, study_of, uid_of
from support.shared import shared
from support.travelling import Laptop, a_laptop

from resources.problems import Problem
from resources.store import mending, studies
from resources.terms import Laterality, Origin
from resources.wire.part10 import data_set_digest
from sync.abreast import Threads
from sync.headquarters import HttpHeadquarters, Outgoing
from sync.pace import MOST
from sync.status import Standing, State

pytestmark = pytest.mark.orthanc
WHOLE = 1 << 30
"""Bytes: everything is fetched back and compared at once."""
AT_ONCE = partial(Threads, MOST)


@pytest.fixture(scope="module")
def orthanc(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Orthanc]:
    with running_orthanc(tmp_path_factory.mktemp("orthanc")) as running:
        yield running


@pytest.fixture
def laptop(tmp_path: Path, orthanc: Orthanc) -> Iterator[Laptop]:
    orthanc.clear()
    url = orthanc.dicomweb_url
    connect = lambda: HttpHeadquarters(url)  # noqa: E731
    with a_laptop(tmp_path, connect=connect, headquarters=url, read_back_bytes=WHOLE, crew=AT_ONCE) as one:
        yield one


def settle(laptop: Laptop) -> None:
    for _ in range(3):
        laptop.sync.once()
        laptop.clock.forward(7200)


def test_drawn_pictures_are_pushed_and_confirmed(laptop: Laptop, orthanc: Orthanc) -> None:
    person = laptop.registers()
    laptop.pictures(3, person)
    laptop.sync.once()
    status = laptop.sync.status()
    assert (status.confirmed_at_hq, status.proven_at_hq) == (3, 3)
    tags = orthanc.tags()
    assert {tags[uid]["PatientID"] for uid in (uid_of(1), uid_of(2), uid_of(3))} == {person.number}


@pytest.mark.data
def test_real_fundus_photographs_arrive_bit_for_bit(laptop: Laptop, orthanc: Orthanc) -> None:
    person = laptop.registers()
    sent = {
        uid_of(n): an_op(n, patient=person.number, jpeg=jpeg, eye="RL"[n % 2])
        for n, jpeg in enumerate(fundus(shared("data", "fundus")), start=1)
    }
    for picture in sent.values():
        laptop.receives(picture)
    laptop.sync.once()
    assert laptop.sync.status().confirmed_at_hq == len(sent) == len(orthanc.tags())
    for uid, picture in sent.items():
        assert data_set_digest(io.BytesIO(orthanc.file(uid))) == data_set_digest(io.BytesIO(picture))


@pytest.mark.data
def test_real_dicom_files_of_many_kinds_are_pushed_and_confirmed(tmp_path: Path, orthanc: Orthanc) -> None:
    orthanc.clear()
    url = orthanc.dicomweb_url
    with a_laptop(
        tmp_path,
        connect=lambda: HttpHeadquarters(url),
        headquarters=url,
        unmatched="send",
        read_back_bytes=WHOLE,
        crew=AT_ONCE,
    ) as laptop:
        for path in sorted(shared("data", "dicom", "valid").glob("*.dcm")):
            try:
                laptop.receives(path.read_bytes())
            except Problem:  # what nobody can read goes to quarantine, not to headquarters
                continue
        settle(laptop)
        status, tags = laptop.sync.status(), orthanc.tags()
        with laptop.store.read() as unit:
            ours = {row.instance_uid: row for row in studies.instances(unit)}
        assert status.confirmed_at_hq + status.not_yet_at_hq == len(ours)
        assert status.proven_at_hq == status.confirmed_at_hq > 15
        levels = laptop.sync.levels(ours)
        confirmed = {uid for uid, level in levels.items() if level is not None and level >= 2}
        assert confirmed <= tags.keys()
        assert {one.state for one in status.stuck if one.instance_uid not in confirmed} <= {State.HELD, State.ATTENTION}


def test_corrections_arrive_and_are_confirmed(laptop: Laptop, orthanc: Orthanc) -> None:
    person = laptop.registers()
    laptop.receives(an_op(1, patient="1", name="Camera^Test", eye=""))
    with laptop.store.write(Origin.PERSON, actor="grace") as unit:
        mending.assign(unit, [uid_of(1)], person.uuid)
        mending.set_laterality(unit, uid_of(1), Laterality.LEFT)
    laptop.sync.once()
    status = laptop.sync.status()
    assert (status.confirmed_at_hq, status.proven_at_hq) == (1, 1)  # the corrected copy came back as it was sent
    tags = orthanc.tags()[uid_of(1)]
    assert (tags["PatientID"], tags["PatientName"], tags["ImageLaterality"]) == (person.number, "Devi^Lakshmi", "L")
    kept = pydicom.dcmread(io.BytesIO(orthanc.file(uid_of(1))))
    [was] = kept.OriginalAttributesSequence[0].ModifiedAttributesSequence
    assert was.PatientID == "1"


def test_earlier_visits_are_found_and_fetched(laptop: Laptop, orthanc: Orthanc) -> None:
    person = laptop.registers()
    elsewhere = HttpHeadquarters(orthanc.dicomweb_url)
    pictures = [an_op(n, patient=person.number, study=n) for n in (1, 2)]
    elsewhere.stow([Outgoing(uid_of(n), len(p), lambda p=p: [p]) for n, p in enumerate(pictures, 1)])
    elsewhere.close()
    assert laptop.sync.once().pulled == 2
    with laptop.store.read() as unit:
        rows = studies.of_patient(unit, person.uuid)
    assert {row.study_uid for row in rows} == {study_of(1), study_of(2)}
    for number, picture in enumerate(pictures, 1):
        [row] = [i for study in rows for i in study.instances if i.instance_uid == uid_of(number)]
        assert row.data_set_digest == data_set_digest(io.BytesIO(picture))
    assert laptop.sync.status().confirmed_at_hq == 2


@pytest.mark.hazard("HZ-05")
def test_an_orthanc_that_was_set_up_anew_is_noticed_and_filled_again(laptop: Laptop, orthanc: Orthanc) -> None:
    laptop.pictures(3, laptop.registers())
    settle(laptop)
    assert laptop.sync.status().confirmed_at_hq == 3
    orthanc.clear()
    assert laptop.sync.once().reopened == 3
    assert laptop.sync.status().confirmed_at_hq == 0
    settle(laptop)
    assert laptop.sync.status().confirmed_at_hq == 3 == len(orthanc.tags())


def test_a_network_cut_in_the_middle_of_a_picture_is_survived_and_nothing_is_there_twice(
    tmp_path: Path, orthanc: Orthanc
) -> None:
    orthanc.clear()
    with (
        cut_after(200_000, orthanc.port) as (port, mend, sent),
        a_laptop(
            tmp_path,
            connect=lambda: HttpHeadquarters(f"http://127.0.0.1:{port}/dicom-web"),
            headquarters=orthanc.dicomweb_url,
        ) as laptop,
    ):
        person = laptop.registers()
        for n in range(1, 5):
            laptop.receives(an_op(n, patient=person.number, EncapsulatedDocument=bytes(60_000)))
        laptop.receives(an_op(5, patient=person.number, EncapsulatedDocument=bytes(900_000)))
        summary = laptop.sync.once()
        assert summary.problem
        status = laptop.sync.status()
        assert status.state is Standing.OFFLINE
        assert status.confirmed_at_hq < 5
        mend()
        settle(laptop)
        assert laptop.sync.status().confirmed_at_hq == 5 == len(orthanc.get("/instances"))
        assert sent() < 3_500_000


@contextmanager
def cut_after(limit: int, target: int) -> Iterator[tuple[int, object, object]]:
    """A line to ``target`` that breaks once so many bytes have gone up, and stays broken until it is mended."""
    door = socket.create_server(("127.0.0.1", 0))
    mended, counted, threads, ends = threading.Event(), [0], [], []

    def carry(source: socket.socket, sink: socket.socket, *, up: bool) -> None:
        try:
            while chunk := source.recv(16_384):
                counted[0] += len(chunk) * up
                if counted[0] > limit and not mended.is_set():
                    break
                sink.sendall(chunk)
        except OSError:
            pass
        for end in (source, sink):
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)

    def accept() -> None:
        while True:
            try:
                near, _ = door.accept()
            except OSError:
                return
            far = socket.create_connection(("127.0.0.1", target))
            ends.extend([near, far])
            for source, sink, up in ((near, far, True), (far, near, False)):
                thread = threading.Thread(target=carry, args=(source, sink), kwargs={"up": up})
                thread.start()
                threads.append(thread)

    listening = threading.Thread(target=accept)
    listening.start()
    try:
        yield door.getsockname()[1], mended.set, lambda: counted[0]
    finally:
        door.shutdown(socket.SHUT_RDWR)
        door.close()
        listening.join()
        for end in ends:
            end.close()
        for thread in threads:
            thread.join()
