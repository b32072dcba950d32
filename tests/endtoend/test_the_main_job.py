"""The main job on real parts: dcmtk is the camera, ``eyecamp serve`` the station, Orthanc headquarters."""

import io
import json
from datetime import UTC, datetime

import pydicom
import pytest
from support.cameras import a_bit_preserving_storescp, storescu
from support.orthanc import running_orthanc
from support.serving_station import ServingStation, a_serving_station
from support.shared import shared

from resources.store import filing, open_store, studies
from resources.store.keys import KeyFile, unlock
from resources.terms import Field, Laterality
from resources.wire.header import Identity
from resources.wire.part10 import read_part10
from resources.wire.photograph import Sitting, photograph
from sync import outbox

pytestmark = [pytest.mark.dcmtk, pytest.mark.orthanc, pytest.mark.data, pytest.mark.slow]
CAMP = ("camp.prefix=C7", "camp.letter=A", "sync.interval=1")
PROPOSE = {
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
"""The flag of dcmtk's storescu that proposes a file's own transfer syntax."""


def data_set_bytes(part10: bytes) -> bytes:
    return part10[read_part10(io.BytesIO(part10)).data_set_at :]


def op_pictures(number: str):
    """An OP instance from each real fundus photograph, of one person, with the eye that its name states."""
    folder = shared("data", "fundus")
    uids = (f"2.25.77{count}" for count in range(1000))
    for count, path in enumerate(sorted(folder.iterdir()), start=1):
        side = Laterality.LEFT if "-OS" in path.name else Laterality.RIGHT
        sitting = Sitting(
            identity=Identity(patient_id=number, name="Devi^Lakshmi", sex="F"),
            laterality=side,
            taken_at=datetime(2026, 11, 21, 10, tzinfo=UTC),
            field=Field.MACULA,
            study_uid="2.25.7700001",
            series_uid=f"2.25.77000021{'1' if side is Laterality.LEFT else '2'}",
            instance_number=count,
        )
        made = photograph(path.read_bytes(), sitting, lambda: next(uids))
        yield path.name, made.file_meta + made.data_set


def test_pictures_travel_from_the_camera_to_headquarters_unchanged(tmp_path):
    (tmp_path / "hq").mkdir()
    with running_orthanc(tmp_path / "hq") as orthanc:
        hq = (f"hq.dicomweb_url={orthanc.dicomweb_url}", "sync.unmatched=send")
        with a_serving_station(tmp_path, *CAMP, *hq) as station:
            with station.client() as client:
                person = {"name": {"family": "Devi", "given": "Lakshmi"}, "gender": "female", "birthDate": "1964-02-01"}
                registered = client.post("/api/patients/", json=person)
                assert registered.status_code == 201, registered.text
                number = registered.json()["number"]
            sent = send_everything(station, tmp_path, number)
            travels = {uid: content for uid, (content, has_study) in sent.items() if has_study}
            status = station.wait_for("confirmed_at_hq", len(travels))
            assert (status["not_yet_at_hq"], status["instances"]) == (0, len(travels))
            assert status["held"] == len(sent) - len(travels) == 1
            station.wait_for("hq.state", "idle")  # its records may still be on their way
            visible(station, registered.json()["id"], number)
            assert station.stop() == 0
        check = station.run("checkup", "--json")
        assert check.returncode == 0 and json.loads(check.stdout)["is_well"]
        assert vault_of(tmp_path) == {uid: content for uid, (content, _) in sent.items()}
        assert set(orthanc.tags()) == set(travels)
        for uid, data_set in travels.items():
            assert data_set_bytes(orthanc.file(uid)) == data_set, uid


def vault_of(folder) -> dict[str, bytes]:
    """Every data set that the stopped station holds, also what it keeps aside, by UID."""
    store = open_store(
        folder / "station", unlock(folder / "station", KeyFile(folder / "key")), chains=[outbox.MIGRATIONS]
    )
    try:
        with store.read() as unit:
            kept = [(row.instance_uid, row.digest) for row in (*studies.instances(unit), *filing.held(unit))]
        return {uid: data_set_bytes(store.vault.read(digest)) for uid, digest in kept if digest}
    finally:
        store.close()


def send_everything(station: ServingStation, folder, number: str) -> dict[str, tuple[bytes, bool]]:
    """By storescu: every fundus photograph as OP, and every valid file in its own syntax. What was on the wire, by UID, and
    whether it names a study: one of the files does not, and waits aside."""
    files: dict[str, tuple[object, str]] = {}
    (folder / "op").mkdir()
    for name, part10 in op_pictures(number):
        path = folder / "op" / f"{name}.dcm"
        path.write_bytes(part10)
        files[read_part10(io.BytesIO(part10)).instance_uid] = (
            path,
            read_part10(io.BytesIO(part10)).transfer_syntax_uid,
        )
    for path in sorted(shared("data", "dicom", "valid").glob("*.dcm")):
        header = pydicom.dcmread(path, stop_before_pixels=True)
        if header.file_meta.TransferSyntaxUID in PROPOSE:
            files.setdefault(str(header.SOPInstanceUID), (path, str(header.file_meta.TransferSyntaxUID)))
    assert len(files) > 30
    (folder / "wire").mkdir()
    with a_bit_preserving_storescp(folder / "wire") as port:
        for path, syntax in files.values():
            for receiver in (port, station.dicom_port):
                done = storescu(receiver, path, options=["-R", PROPOSE[syntax], "-aet", "CAM1"])
                assert done.returncode == 0, done.stdout + done.stderr
    wire = {str(pydicom.dcmread(path).SOPInstanceUID): path.read_bytes() for path in (folder / "wire").iterdir()}
    for uid, (path, _) in files.items():
        assert pydicom.dcmread(io.BytesIO(wire[uid])).get("PixelData") == pydicom.dcmread(path).get("PixelData")
    return {
        uid: (
            data_set_bytes(content),
            "StudyInstanceUID" in pydicom.dcmread(io.BytesIO(content), stop_before_pixels=True),
        )
        for uid, content in wire.items()
    }


def visible(station: ServingStation, public_id: str, number: str) -> None:
    """The person's pictures stand under the person, each with its eye; the others wait in the Inbox."""
    with station.client() as client:
        [study] = client.get(f"/api/patients/{public_id}/ImagingStudy").raise_for_status().json()
        sides = {series["laterality"]: len(series["instance"]) for series in study["series"]}
    names = [path.name for path in shared("data", "fundus").iterdir()]
    left = sum("-OS" in name for name in names)
    assert sides == {"LEFT": left, "RIGHT": len(names) - left}
    assert station.status()["unmatched"] == station.status()["instances"] - len(names)
