"""A whole station beyond its laptop: a phone hands in a photo over TLS, by its link, and reaches nothing else."""

import logging
import ssl

import httpx
import numpy as np
import pytest
import trustme
from PIL import Image
from support.certificates import pems
from support.photographs import a_jpeg_of

from resources.phone.links import Photo
from resources.phone.words import Words
from resources.store import changes, tokens
from resources.store.keys import KeyFile
from resources.terms import Origin
from workstation.compose import open_station
from workstation.desktop import phones_of
from workstation.settings import load

pytestmark = pytest.mark.hazard("HZ-07")
BEYOND = "127.0.0.2"
"""This laptop too, but the settings do not know it as such: no test listens on a real network."""


@pytest.fixture
def reached(tmp_path):
    """A station that other machines may reach, and a phone."""
    authority = trustme.CA()
    ours = pems(tmp_path / "pems", BEYOND, authority)
    at_home = {"data_dir": str(tmp_path / "station"), "rest.port": "0", "dicom.port": "0"}
    beyond = {
        "rest.host": BEYOND,
        "rest.certificate": str(ours.certificate),
        "rest.key": str(ours.key),
        "rest.public": f"https://{BEYOND}:0",
    }
    opener = KeyFile(tmp_path / "key")
    first = open_station(load(None, {}, at_home), opener)
    assert first.links is None and phones_of(first) is None  # no phone can reach it, so no button
    with first.store.write(Origin.PERSON, "test") as unit:
        tokens.create(unit, "lab", ["read"])
    first.stop()
    station = open_station(load(None, {}, at_home | beyond), opener)
    station.start()
    believing = ssl.create_default_context(cafile=str(ours.authority))
    with httpx.Client(base_url=station.public_url, verify=believing, trust_env=False, timeout=60) as phone:
        yield station, phone
    station.stop()


def red_above_blue_on_its_side() -> bytes:
    """As a phone writes it: the points lie on their side, and EXIF says how to turn them."""
    upright = np.zeros((64, 32, 3), np.uint8)
    upright[:32, :, 0], upright[32:, :, 2] = 255, 255
    exif = Image.Exif()
    exif[0x0112] = 6  # the first row is at the right, Exif 2.32 4.6.4
    return a_jpeg_of(Image.fromarray(np.rot90(upright).copy()), exif=exif.tobytes())


def test_the_photo_arrives_upright_and_the_link_has_ended(reached, caplog):
    station, phone = reached
    photos: list[Photo] = []

    def take(photo: Photo) -> bool:
        photos.append(photo)
        return True

    with station.store.read() as unit:
        before = changes.last(unit)
    with caplog.at_level(logging.DEBUG):
        logging.getLogger("resources").debug("a phone comes")
        secret = station.links.open(take, Words())
        assert phone.get(f"/phone/{secret}").status_code == 200
        sent = {"photo": ("IMG_1.jpg", red_above_blue_on_its_side())}
        origin = {"Origin": station.public_url}
        assert phone.post(f"/phone/{secret}", files=sent, headers=origin).status_code == 200
        assert phone.post(f"/phone/{secret}", files=sent, headers=origin).status_code == 410
    (photo,) = photos
    points = np.frombuffer(photo.rgb, np.uint8).reshape(photo.height, photo.width, 3).astype(int)

    assert (photo.width, photo.height) == (32, 64)
    assert np.allclose([points[8, 16], points[56, 16]], [[255, 0, 0], [0, 0, 255]], atol=40)
    with station.store.read() as unit:
        assert changes.last(unit) == before
    ours = [one.getMessage() for one in caplog.records if one.name.partition(".")[0] in ("resources", "workstation")]
    assert ours and secret not in " ".join(ours)


def test_nothing_else_is_open_and_no_other_name_is_heard(reached):
    station, phone = reached
    secret = station.links.open(lambda _: True, Words())
    offered = phones_of(station)
    assert offered is not None and offered.links is station.links
    assert offered.is_trusted() and offered.address() == station.public_url
    for path in ("/healthz", "/docs", "/api/patients", "/tscharts/v1/image"):
        assert phone.get(path).status_code == 401
    assert phone.get(f"/phone/{secret}", headers={"Host": "evil.example"}).status_code == 403
