"""``eyecamp serve`` as a review station of dcmtk meets it: found, fetched, moved, and over TLS."""

import json
import subprocess

import pytest
import trustme
from pydicom import dcmread
from support.cameras import a_bit_preserving_storescp, echoscu, storescu
from support.certificates import pems
from support.data_sets import EXPLICIT, OP, an_instance, encoded
from support.serving_station import a_serving_station
from support.shared import tool

from resources.wire.part10 import file_meta

pytestmark = [pytest.mark.dcmtk, pytest.mark.slow]
STUDY = ["-S", "-k", "QueryRetrieveLevel=STUDY", "-k", "StudyInstanceUID=1.2.3.1"]


def ran(program: str, port: int, *words: str) -> str:
    command = [tool(f"/usr/bin/{program}"), "-v", "-aec", "EYECAMP", *words, "127.0.0.1", str(port)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout + done.stderr


def test_what_a_camera_sent_is_found_fetched_and_moved(tmp_path):
    ours = pems(tmp_path / "tls", "eyecamp", trustme.CA())
    ds = an_instance(eye="R")
    picture, there, got = tmp_path / "picture.dcm", tmp_path / "there", tmp_path / "got"
    picture.write_bytes(file_meta(OP, ds.SOPInstanceUID, EXPLICIT) + encoded(ds))
    there.mkdir()
    got.mkdir()
    with a_bit_preserving_storescp(there) as archive:
        settings = (
            "dicom.peers=" + json.dumps([{"ae_title": "ARCHIVE", "host": "127.0.0.1", "port": archive}]),
            "dicom.tls.mode=optional",
            f"dicom.tls.certificate={ours.certificate}",
            f"dicom.tls.key={ours.key}",
        )
        with a_serving_station(tmp_path, *settings) as station:
            port = station.dicom_port
            assert storescu(port, picture, options=["+tla", "+cf", str(ours.authority), "-xe"]).returncode == 0
            assert "1.2.3.1" in ran("findscu", port, *STUDY, "-k", "PatientName")
            ran("getscu", port, *STUDY, "-od", str(got))
            ran("movescu", port, *STUDY, "-aem", "ARCHIVE")
            subprocess.run(
                [tool("/usr/bin/termscu"), "127.0.0.1", str(port)], capture_output=True, timeout=60, check=False
            )
            assert echoscu(port).returncode == 0
            assert "Traceback" not in station.log()
    for folder in (there, got):
        (path,) = folder.iterdir()
        assert dcmread(path) == dcmread(picture)
