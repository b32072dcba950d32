"""Real SCUs (dcmtk, pynetdicom) against the listener over a real store: every picture is kept byte for byte."""

import os
import socket
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

import pytest
from pynetdicom import AE, _config
from support.association import Scu, a_command, an_offer, some_data
from support.cameras import a_bit_preserving_storescp, data_set_of, echoscu, storescu
from support.data_sets import EXPLICIT, an_instance, encoded
from support.shared import shared
from support.stations import a_store

from resources.problems import Invalid
from resources.store import filing, studies
from resources.store.vault import Disk
from resources.wire.part10 import FileMeta, file_meta, read_part10
from workstation.listener.limits import Limits
from workstation.listener.receive import Receiver
from workstation.listener.scp import Listener

DEFLATED = "1.2.840.10008.1.2.1.99"
OP = "1.2.840.10008.5.1.4.1.1.77.1.5.1"
ASIDE = {"SC_rgb_jls_lossy_line.dcm", "rtplan.dcm"}
"""Kept aside: the one names no study, the other has two instance numbers, one in its file meta."""
# what storescu is able to propose, by transfer syntax
FLAGS = {
    "1.2.840.10008.1.2": "-xi",
    "1.2.840.10008.1.2.1": "-xe",
    "1.2.840.10008.1.2.2": "-xb",
    "1.2.840.10008.1.2.4.50": "-xy",
    "1.2.840.10008.1.2.4.51": "-xx",
    "1.2.840.10008.1.2.4.70": "-xs",
    "1.2.840.10008.1.2.4.80": "-xt",
    "1.2.840.10008.1.2.4.81": "-xu",
    "1.2.840.10008.1.2.4.90": "-xv",
    "1.2.840.10008.1.2.4.91": "-xw",
    "1.2.840.10008.1.2.5": "-xr",
}


class Station:
    def __init__(self, folder: Path, limits: Limits = Limits(), **options) -> None:  # noqa: B008
        self.store = a_store(folder, **options)
        self.listener = Listener(Receiver(self.store), port=0, limits=limits)
        self.listener.start()
        self.port = self.listener.address[1]

    def kept(self) -> dict[str, tuple[str, bytes]]:
        """Transfer syntax and data set of every instance, as they lie in the vault."""
        with self.store.read() as unit:
            rows = studies.instances(unit)
        return {row.instance_uid: self._file(row.digest) for row in rows}

    def held(self) -> list[tuple[str, bytes]]:
        with self.store.read() as unit:
            return [self._file(row.digest) for row in filing.held(unit)]

    def everything(self) -> list[tuple[str, bytes]]:
        return [*self.kept().values(), *self.held()]

    def _file(self, digest: str) -> tuple[str, bytes]:
        data = self.store.vault.read(digest)
        meta = read_part10(BytesIO(data))
        return meta.transfer_syntax_uid, data[meta.data_set_at :]

    def close(self) -> None:
        self.listener.stop()
        self.store.close()


@contextmanager
def a_station(folder: Path, **options) -> Iterator[Station]:
    station = Station(folder, **options)
    try:
        yield station
    finally:
        station.close()


@pytest.fixture
def station(tmp_path):
    with a_station(tmp_path) as station:
        yield station


def a_file(folder: Path, *, number: int = 1, patient: int = 1, sop_class: str = OP, **attributes) -> Path:
    ds = an_instance(number=number, patient=patient, SOPClassUID=sop_class, **attributes)
    path = folder / f"{patient}-{number}.dcm"
    path.write_bytes(file_meta(sop_class, ds.SOPInstanceUID, EXPLICIT) + encoded(ds))
    return path


@pytest.fixture(autouse=True)
def bytes_as_they_are(monkeypatch):
    """pynetdicom sends the data set of a file without reading it."""
    monkeypatch.setattr(_config, "STORE_SEND_CHUNKED_DATASET", True)


def sent_by_pynetdicom(port: int, *files: Path) -> list[int]:
    """Send each data set as it stands, whatever its syntax; the statuses."""
    ae = AE("PYCAMERA")
    for sop_class, syntax in {(meta.sop_class_uid, meta.transfer_syntax_uid) for meta in map(_meta, files)}:
        ae.add_requested_context(sop_class, syntax)
    association = ae.associate("127.0.0.1", port)
    assert association.is_established
    statuses = [association.send_c_store(path).Status for path in files]
    association.release()
    return statuses


def a_file_around(data: bytes, path: Path, *, instance: str = "1.2.3.1.1", syntax: str = EXPLICIT) -> Path:
    path.write_bytes(file_meta(OP, instance, syntax) + data)
    return path


# --- dcmtk ------------------------------------------------------------------------------------------------------------


@pytest.mark.dcmtk
def test_echoscu_is_answered(station):
    assert echoscu(station.port).returncode == 0
    assert echoscu(station.port, "--propose-pc", "128").returncode == 0
    assert [note.sentence for note in station.listener.notes()][-1] == "It tested the connection."


def _valid() -> list[Path]:
    return sorted(shared("data", "dicom", "valid").glob("*.dcm"))


def _whatever_is_in(path: Path) -> tuple[FileMeta, bytes]:
    try:
        return _meta(path), data_set_of(path)
    except Invalid:
        return FileMeta(), path.read_bytes()


def _meta(path: Path) -> FileMeta:
    with path.open("rb") as stream:
        return read_part10(stream)


@pytest.mark.data
def test_every_valid_file_arrives_byte_for_byte(tmp_path):
    """In every syntax that there is. Each file on a station of its own: some share a number but not their bytes."""
    files = [path for path in _valid() if _meta(path).transfer_syntax_uid != DEFLATED]
    for path in files:
        data = data_set_of(path)
        with a_station(tmp_path / path.stem) as station:
            assert sent_by_pynetdicom(station.port, path) == [0x0000], path.name
            assert station.everything() == [(_meta(path).transfer_syntax_uid, data)], path.name
            assert bool(station.held()) == (path.name in ASIDE), path.name
    assert len(files) >= 30


@pytest.mark.data
@pytest.mark.dcmtk
@pytest.mark.parametrize("syntax", FLAGS)
def test_what_storescu_sends_in_each_syntax_arrives_as_dcmtk_receives_it(tmp_path, syntax):
    """storescu encodes anew, so that storescp's bit-preserving mode says what was on the wire."""
    files = [path for path in _valid() if _meta(path).transfer_syntax_uid == syntax]
    if not files:
        pytest.skip("no file of this syntax")
    for path in files:
        theirs = tmp_path / f"{path.stem}.theirs"
        theirs.mkdir()
        with a_bit_preserving_storescp(theirs) as port, a_station(tmp_path / path.stem) as station:
            ran = [storescu(number, path, options=["-R", FLAGS[syntax]]) for number in (port, station.port)]
            assert [one.returncode for one in ran] == [0, 0], ran[1].stderr
            (file,) = theirs.iterdir()
            assert station.everything() == [(syntax, data_set_of(file))], path.name


@pytest.mark.data
def test_a_deflated_file_finds_no_context(station):
    path = shared("data", "dicom", "valid", "image_dfl.dcm")
    meta = _meta(path)
    ae = AE()
    ae.add_requested_context(meta.sop_class_uid, DEFLATED)
    association = ae.associate("127.0.0.1", station.port)
    assert [context.result for context in association.rejected_contexts] == [4]
    association.abort()


@pytest.mark.data
def test_malformed_files_are_kept_one_way_or_the_other(station):
    """D10: stored or in quarantine; none refused, none hidden, no trace in the log."""
    sent = []
    for path in sorted(shared("data", "dicom", "malformed").rglob("*.dcm")):
        meta, data = _whatever_is_in(path)
        with socket.create_connection(station.listener.address, 5) as end:
            scu = Scu(end)
            scu.associate(an_offer(1, OP, meta.transfer_syntax_uid or EXPLICIT))
            assert scu.store(data, instance=meta.instance_uid or "1.2.3") == 0x0000, path.name
        sent.append(data)
    assert {data for _, data in station.everything()} == set(sent)


@pytest.mark.dcmtk
@pytest.mark.parametrize("size", [4096, 16384, 65536, 131072])
def test_every_pdu_size_carries_the_picture(tmp_path, size):
    picture = a_file(tmp_path, Rows=500, Columns=400, PixelData=os.urandom(600_000))
    with a_station(tmp_path, limits=Limits(pdu_bytes=size)) as station:
        ran = storescu(station.port, picture, options=["-R", "-xe", "--max-pdu", str(size)])
        assert ran.returncode == 0, ran.stderr
        assert list(station.kept().values()) == [(EXPLICIT, data_set_of(picture))]


@pytest.mark.dcmtk
def test_a_private_class_is_kept(station, tmp_path):
    """Quirk 10: pictures of a private class must come, not vanish."""
    path = a_file(tmp_path, sop_class="1.3.46.670589.2.5.1.1")

    assert sent_by_pynetdicom(station.port, path) == [0x0000]

    assert list(station.kept().values()) == [(EXPLICIT, data_set_of(path))]


def test_a_private_syntax_is_kept(station, tmp_path):
    path = a_file_around(encoded(an_instance()), tmp_path / "private.dcm", syntax="1.2.3.4.5.6")

    assert sent_by_pynetdicom(station.port, path) == [0x0000]

    assert list(station.kept().values()) == [("1.2.3.4.5.6", data_set_of(path))]


@pytest.mark.dcmtk
def test_one_association_for_each_picture(station, tmp_path):
    """Quirk 8."""
    files = [a_file(tmp_path, number=number) for number in range(1, 6)]
    for path in files:
        assert storescu(station.port, path).returncode == 0

    assert sorted(data for _, data in station.kept().values()) == sorted(data_set_of(path) for path in files)
    (camera,) = station.listener.cameras()
    assert (camera.associations, camera.stored) == (5, 5)


@pytest.mark.dcmtk
def test_three_cameras_send_at_once(station, tmp_path):
    batches = [[a_file(tmp_path, patient=camera, number=number) for number in range(1, 21)] for camera in (1, 2, 3)]
    done: list[int] = []
    threads = [
        threading.Thread(target=lambda b=batch: done.append(storescu(station.port, *b).returncode)) for batch in batches
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert done == [0, 0, 0]
    everything = [path for batch in batches for path in batch]
    assert sorted(data for _, data in station.kept().values()) == sorted(data_set_of(path) for path in everything)


@pytest.mark.dcmtk
def test_many_kinds_in_one_association(station, tmp_path):
    kinds = [OP, "1.2.840.10008.5.1.4.1.1.77.1.4", "1.2.840.10008.5.1.4.1.1.7", "1.2.840.10008.5.1.4.1.1.7.4"]
    files = [a_file(tmp_path, number=number, sop_class=kind) for number, kind in enumerate(kinds, 1)]

    assert storescu(station.port, *files, options=["-R"]).returncode == 0

    assert len(station.kept()) == len(kinds)


def test_a_line_cut_inside_a_picture_leaves_nothing_and_the_next_one_works(station, tmp_path):
    path = a_file(tmp_path, Rows=500, Columns=400, PixelData=bytes(600_000))
    ae = AE()
    ae.add_requested_context(OP, EXPLICIT)
    association = ae.associate("127.0.0.1", station.port)
    whole = association.dul.socket.socket
    number = association.accepted_contexts[0].context_id
    whole.sendall(some_data((number, 3, a_command(1)), (number, 0, b"half")))
    association.abort()

    assert sent_by_pynetdicom(station.port, path) == [0x0000]
    assert list(station.kept().values()) == [(EXPLICIT, data_set_of(path))]
    assert station.held() == []
    assert list((station.store.folder / "vault" / "parts").iterdir()) == []


# --- full -------------------------------------------------------------------------------------------------------------


@contextmanager
def a_small_disk(folder: Path, size: str):
    folder.mkdir()
    mounted = subprocess.run(["/bin/mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder)], check=False)
    if mounted.returncode:
        pytest.skip("no tmpfs can be mounted here")
    try:
        yield folder
    finally:
        subprocess.run(["/bin/umount", str(folder)], check=True)


@pytest.mark.dcmtk
@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="mounting needs root")
def test_a_full_disk_is_out_of_resources_and_the_next_picture_works(tmp_path):
    large = a_file(tmp_path, number=1, Rows=2000, Columns=2000, PixelData=os.urandom(12_000_000))
    small = a_file(tmp_path, number=2)
    with a_small_disk(tmp_path / "disk", "10m") as disk, a_station(disk) as station:
        assert sent_by_pynetdicom(station.port, large, small) == [0xA700, 0x0000]
        assert list(station.kept().values()) == [(EXPLICIT, data_set_of(small))]
        assert list((station.store.folder / "vault" / "parts").iterdir()) == []


def test_the_floor_of_the_disk_is_out_of_resources_and_the_next_picture_works(tmp_path):
    """The drawn twin of the full disk: it needs no root."""
    free = iter([10, 1000])
    path = a_file(tmp_path)
    with a_station(tmp_path, floor_bytes=100, disk=Disk(free=lambda _: next(free))) as station:
        assert sent_by_pynetdicom(station.port, path, path) == [0xA700, 0x0000]
        assert list(station.kept().values()) == [(EXPLICIT, data_set_of(path))]


# --- what is said of it -----------------------------------------------------------------------------------------------


def test_no_log_line_and_no_note_names_a_patient(station, tmp_path, caplog):
    secret = {"PatientName": "Canary^Bird", "PatientID": "CANARY-1", "PatientBirthDate": "19800101"}
    whole = a_file(tmp_path, **secret)
    half = a_file_around(data_set_of(whole)[:-20], tmp_path / "half.dcm", instance="1.2.3.1.2")
    with caplog.at_level("DEBUG", logger="workstation"), caplog.at_level("DEBUG", logger="resources"):
        assert sent_by_pynetdicom(station.port, whole, half) == [0x0000, 0x0000]
    ours = [record.getMessage() for record in caplog.records if not record.name.startswith("pynetdicom")]
    said = " ".join([*ours, *(note.sentence for note in station.listener.notes())])

    assert len(station.held()) == 1
    assert "It sent 2 pictures; all kept." in said
    assert not any(word in said.upper() for word in ("CANARY", "BIRD", "1980"))
