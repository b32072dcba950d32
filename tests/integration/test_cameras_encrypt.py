"""dcmtk over TLS (PS3.15 B.12): pictures come in encrypted, with and without a certificate of the camera's own."""

from contextlib import contextmanager
from pathlib import Path

import pytest
import trustme
from support.cameras import echoscu, storescu
from support.certificates import Pems, pems
from support.data_sets import EXPLICIT, an_instance, encoded
from support.stations import a_store

from resources.store import studies
from resources.wire.part10 import file_meta
from workstation.listener.doorway import listener_of
from workstation.listener.receive import Receiver
from workstation.settings import Dicom, Tls

OP = "1.2.840.10008.5.1.4.1.1.77.1.5.1"
pytestmark = pytest.mark.dcmtk


@pytest.fixture
def ca():
    return trustme.CA()


@pytest.fixture
def camera(ca, tmp_path) -> Pems:
    return pems(tmp_path / "camera", "camera", ca)


@contextmanager
def a_station(folder: Path, tls: Tls):
    store = a_store(folder)
    listener = listener_of(store, Dicom(port=0, tls=tls), tuple, Receiver(store))
    listener.start()
    try:
        yield store, listener
    finally:
        listener.stop()
        store.close()


def settings(folder: Path, ca: trustme.CA, mode: str, *, asks: bool = False) -> Tls:
    ours = pems(folder / "ours", "eyecamp", ca)
    tls = Tls(mode, ours.certificate, ours.key)
    return Tls(mode, ours.certificate, ours.key, ours.authority) if asks else tls


def a_picture(folder: Path) -> Path:
    ds = an_instance(number=1, patient=1, SOPClassUID=OP)
    path = folder / "picture.dcm"
    path.write_bytes(file_meta(OP, ds.SOPInstanceUID, EXPLICIT) + encoded(ds))
    return path


@pytest.mark.parametrize("shows", [False, True], ids=["anonymous", "with its own certificate"])
@pytest.mark.parametrize("profile", ["+px", "+py", "+pz"], ids=["BCP 195", "without downgrade", "extended"])
def test_storescu_sends_encrypted(tmp_path, ca, camera, shows, profile):
    says = ["+tls", str(camera.key), str(camera.certificate)] if shows else ["+tla"]
    with a_station(tmp_path, settings(tmp_path, ca, "required", asks=shows)) as (store, listener):
        sent = storescu(
            listener.address[1], a_picture(tmp_path), options=[*says, "+cf", str(camera.authority), profile, "-xe"]
        )
        assert sent.returncode == 0, sent.stderr + sent.stdout
        with store.read() as unit:
            assert studies.count(unit) == 1


def test_who_does_not_encrypt_is_refused_where_it_is_required(tmp_path, ca):
    with a_station(tmp_path, settings(tmp_path, ca, "required")) as (_, listener):
        refused = echoscu(listener.address[1])
        assert refused.returncode != 0 and "Rejected" in refused.stdout + refused.stderr


def test_both_use_one_port_where_it_is_optional(tmp_path, ca, camera):
    with a_station(tmp_path, settings(tmp_path, ca, "optional")) as (_, listener):
        assert echoscu(listener.address[1]).returncode == 0
        encrypted = echoscu(listener.address[1], "+tla", "+cf", str(camera.authority))
        assert encrypted.returncode == 0, encrypted.stderr


def test_who_shows_no_certificate_is_refused_where_one_is_asked_for(tmp_path, ca, camera):
    with a_station(tmp_path, settings(tmp_path, ca, "required", asks=True)) as (_, listener):
        assert echoscu(listener.address[1], "+tla", "+cf", str(camera.authority)).returncode != 0
