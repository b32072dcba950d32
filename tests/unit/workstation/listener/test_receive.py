"""From a C-STORE to the store: what is whole is filed, what is not is kept in quarantine, and nothing is refused."""

from io import BytesIO

import pytest
from pydicom import Dataset, dcmread
from support.data_sets import EXPLICIT, an_instance, encoded
from support.stations import a_store

from resources.problems import StorageFull
from resources.store import filing, studies
from resources.store.drawer import DatabaseDrawer
from resources.store.vault import SMALL, Disk
from resources.wire.camerarules import CameraRules
from workstation.listener.receive import Receiver
from workstation.listener.seams import StoreRequest

OP = "1.2.840.10008.5.1.4.1.1.77.1.5.1"


def a_store_request(**changes) -> StoreRequest:
    told = {
        "sop_class_uid": OP,
        "instance_uid": "1.2.3.1.1",
        "transfer_syntax_uid": EXPLICIT,
        "calling_ae": "NW400",
        "called_ae": "EYECAMP",
        "address": "10.0.0.9",
        "message_id": 1,
    }
    return StoreRequest(**{**told, **changes})


def a_large_one(**attributes) -> Dataset:
    """So large that it has a file of its own."""
    return an_instance(EncapsulatedDocument=bytes(SMALL), **attributes)


def receive(receiver: Receiver, data: bytes, **request) -> int:
    reception = receiver.begin(a_store_request(**request))
    for at in range(0, len(data), 100):
        reception.write(memoryview(data)[at : at + 100])
    return reception.finish()


@pytest.fixture
def store(tmp_path):
    store = a_store(tmp_path)
    yield store
    store.close()


def test_a_picture_is_kept_byte_for_byte_and_filed(store):
    data = encoded(an_instance(eye="R"))

    assert receive(Receiver(store), data) == 0x0000

    with store.read() as unit:
        row = studies.instance(unit, "1.2.3.1.1")
        assert filing.held(unit) == []
    kept = store.vault.read(row.digest)
    assert kept.endswith(data)
    read = dcmread(BytesIO(kept))
    assert (read.file_meta.TransferSyntaxUID, read.file_meta.MediaStorageSOPInstanceUID) == (EXPLICIT, "1.2.3.1.1")
    assert (read.file_meta.MediaStorageSOPClassUID, read.file_meta.SourceApplicationEntityTitle) == (OP, "NW400")
    assert (row.calling_ae_title, row.laterality) == ("NW400", "R")


@pytest.mark.parametrize("cut", [1, 30, 200])
def test_half_a_picture_waits_in_quarantine_with_its_reason(store, cut):
    data = encoded(an_instance())[:-cut]

    assert receive(Receiver(store), data) == 0x0000

    with store.read() as unit:
        assert studies.count(unit) == 0
        (held,) = filing.held(unit)
    assert (held.kind, held.instance_uid, held.calling_ae_title) == ("quarantine", "1.2.3.1.1", "NW400")
    assert held.reason.endswith(".")
    assert store.vault.read(held.digest).endswith(data)


@pytest.mark.parametrize("data", [b"", b"\0", b"nothing like DICOM" * 50])
def test_what_is_no_data_set_is_kept_too(store, data):
    assert receive(Receiver(store), data) == 0x0000

    with store.read() as unit:
        (held,) = filing.held(unit)
    assert store.vault.read(held.digest).endswith(data)


def test_a_picture_under_another_number_than_announced_waits(store):
    assert receive(Receiver(store), encoded(an_instance()), instance_uid="1.2.3.9") == 0x0000

    with store.read() as unit:
        (held,) = filing.held(unit)
    assert held.instance_uid == "1.2.3.9"


HOSTILE = ["../../../../etc/evil", "/etc/passwd", "1.2.3\0/x", "1" * 65, "", "C:\\x", "CON", "ü", "1.2." + "3" * 9000]


@pytest.mark.parametrize("uid", HOSTILE)
def test_a_hostile_number_names_no_file(store, uid):
    """D6: a blob's name is its digest, whatever the UID says."""
    before = {path.name for path in store.folder.rglob("*") if path.is_file()}

    assert receive(Receiver(store), encoded(a_large_one()), instance_uid=uid, sop_class_uid=uid) == 0x0000

    fresh = {path.name for path in store.folder.rglob("*") if path.is_file()} - before
    with store.read() as unit:
        (held,) = filing.held(unit)
    assert fresh == {held.digest}


def test_the_same_picture_twice_is_one_row(store):
    for _ in range(2):
        assert receive(Receiver(store), encoded(an_instance())) == 0x0000

    with store.read() as unit:
        assert studies.count(unit) == 1
        assert filing.held(unit) == []


def test_the_same_number_with_another_picture_keeps_both(store):
    receive(Receiver(store), encoded(an_instance()))

    assert receive(Receiver(store), encoded(an_instance(PatientName="Other"))) == 0x0000

    with store.read() as unit:
        (held,) = filing.held(unit)
        assert held.kind == "conflict"
        assert held.digest != studies.instance(unit, "1.2.3.1.1").digest


def test_a_camera_keeps_its_own_rule_for_numbers(tmp_path):
    store = a_store(tmp_path)
    asked = []

    def rules_of(ae_title: str) -> CameraRules:
        asked.append(ae_title)
        return CameraRules(ae_title, strip="phelcom_")

    receive(Receiver(store, rules_of=rules_of), encoded(an_instance()))
    store.close()

    assert asked == ["NW400"]


def test_what_is_abandoned_leaves_nothing(store):
    reception = Receiver(store).begin(a_store_request())
    reception.write(memoryview(b"half"))
    reception.abandon()

    assert list((store.folder / "vault" / "parts").iterdir()) == []
    assert list(store.vault.digests()) == []


def test_at_the_floor_of_the_disk_no_picture_begins(tmp_path):
    free = [1000]
    store = a_store(tmp_path, floor_bytes=500, disk=Disk(free=lambda _: free[0]))
    data = encoded(an_instance())
    receive(Receiver(store), data)
    free[0] = 499

    with pytest.raises(StorageFull):
        Receiver(store).begin(a_store_request())

    free[0] = 1000
    assert receive(Receiver(store), data) == 0x0000
    assert list((store.folder / "vault" / "parts").iterdir()) == []
    store.close()


@pytest.mark.parametrize(
    ("picture", "order"),
    [(a_large_one, ["fsync", "rename", "fsync folder", "commit"]), (an_instance, ["commit with its bytes"])],
)
def test_success_comes_after_the_disk_has_it_and_the_database_too(tmp_path, picture, order):
    """Decision 3: fsync, rename, fsync of the folder, commit, and only then 0x0000. A small one is in the commit itself."""
    steps = []
    store = a_store(
        tmp_path,
        disk=Disk(
            fsync=lambda _: steps.append("fsync"),
            replace=lambda old, new: (steps.append("rename"), old.replace(new))[0],
            sync_folder=lambda _: steps.append("fsync folder"),
        ),
    )
    drawer = DatabaseDrawer(store.database)
    store.feed.subscribe(lambda: steps.append("commit with its bytes" if [*drawer.digests()] else "commit"))
    steps.clear()

    assert receive(Receiver(store), encoded(picture())) == 0x0000
    store.close()

    assert steps == order
