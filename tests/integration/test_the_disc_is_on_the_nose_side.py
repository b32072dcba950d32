"""HZ-13: a picture that seems to show the other eye than was stated is asked about, and changes nothing."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageOps
from pytestqt.qtbot import QtBot
from support.pictures import an_op
from support.shared import shared
from support.stations import FROM_CAMERA, a_store

from resources.store import Store, changes, filing, studies
from resources.terms import Field, Kind, Laterality, Operation, Origin
from resources.wire.part10 import header_of
from workstation.gui.background import Background
from workstation.gui.hints import dressed
from workstation.gui.pictures import THUMB, Picture, Pictures
from workstation.gui.tiles import tile_of
from workstation.imaging.decoder import Decoder
from workstation.imaging.drawn_eyes import fundus

pytestmark = pytest.mark.hazard("HZ-13")
OTHER = {"OD": "L", "OS": "R"}
TRUE = {"OD": "R", "OS": "L"}


class Desk:
    """Pictures come in by C-STORE's own path and are looked at as every tile is."""

    def __init__(self, qtbot: QtBot, store: Store) -> None:
        self.qtbot, self.store, self.sent = qtbot, store, 0
        self.decoder = Decoder()
        self.pictures = Pictures(store.vault.open, self.decoder)

    def is_asked_about(self, jpeg: bytes, eye: str) -> bool:
        self.sent += 1
        data = an_op(self.sent, patient="", eye=eye, jpeg=jpeg, study=self.sent)
        blob = self.store.vault.admit(data)
        with self.store.write(Origin.CAMERA, "camera:CAM1") as unit:
            uid = filing.file_instance(unit, header_of(BytesIO(data)), blob, FROM_CAMERA).instance_uid
        with self.store.read() as unit:
            row = studies.instance(unit, uid)
        seen: list[Picture] = []
        self.pictures.fetch(self.pictures, self.pictures.ask(row, THUMB), seen.append)
        self.qtbot.waitUntil(lambda: bool(seen))
        assert seen[0].is_here
        return dressed(tile_of(row, {}), row, seen[0]).is_contradicted

    def amended(self) -> int:
        with self.store.read() as unit:
            return sum(
                one.operation is Operation.AMEND for one in changes.since(unit, 0, kinds=frozenset({Kind.INSTANCE}))
            )


@pytest.fixture
def desk(qtbot: QtBot, qapp, tmp_path: Path):
    store = a_store(tmp_path)
    made = Desk(qtbot, store)
    yield made
    Background.of(qapp).wait()
    made.decoder.close()
    store.close()


def photographs() -> list[Path]:
    return sorted(path for path in shared("data", "fundus").iterdir() if path.suffix in (".jpg", ".png"))


def side_of(path: Path) -> str:
    return next(side for side in TRUE if side in path.stem.split("-"))


def jpeg_of(path: Path) -> bytes:
    if path.suffix == ".jpg":
        return path.read_bytes()
    buffer = BytesIO()
    Image.open(path).convert("RGB").save(buffer, "JPEG", quality=95)
    return buffer.getvalue()


@pytest.mark.data
def test_eight_photographs_of_the_other_eye_are_asked_about(desk: Desk) -> None:
    eight = [path for path in photographs() if path.name.startswith("idrid-")]
    assert len(eight) == 8
    assert all(desk.is_asked_about(jpeg_of(path), OTHER[side_of(path)]) for path in eight)
    assert desk.amended() == 0


@pytest.mark.data
@pytest.mark.hazard("HZ-11")
def test_no_photograph_with_its_true_eye_is_asked_about_and_a_disc_centred_one_never(desk: Desk) -> None:
    twelve = photographs()
    assert len(twelve) == 12
    assert [path.name for path in twelve if desk.is_asked_about(jpeg_of(path), TRUE[side_of(path)])] == []
    [disc_centred] = [path for path in twelve if path.name.startswith("chase-")]
    assert not desk.is_asked_about(jpeg_of(disc_centred), "R")
    assert desk.amended() == 0


@pytest.mark.data
def test_a_mirrored_photograph_is_asked_about(desk: Desk) -> None:
    [path] = [path for path in photographs() if path.name == "idrid-0226-OD.jpg"]
    buffer = BytesIO()
    ImageOps.mirror(Image.open(path)).save(buffer, "JPEG", quality=95)
    assert desk.is_asked_about(buffer.getvalue(), "R")


@pytest.mark.parametrize("disease", [0, 2, 4])
@pytest.mark.parametrize("eye", list(OTHER))
def test_drawn_eyes_likewise(desk: Desk, eye: str, disease: int) -> None:
    drawn = fundus(Laterality(TRUE[eye]), Field.MACULA, seed=disease + 1, disease=disease, size=640)
    assert desk.is_asked_about(drawn, OTHER[eye])
    assert not desk.is_asked_about(drawn, TRUE[eye])
    assert desk.amended() == 0


@pytest.mark.parametrize("eye", ["R", "L", ""])
def test_a_drawn_disc_in_the_middle_speaks_for_neither_eye(desk: Desk, eye: str) -> None:
    assert not desk.is_asked_about(fundus(Laterality.RIGHT, Field.DISC, seed=2, size=640), eye)
