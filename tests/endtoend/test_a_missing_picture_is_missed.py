"""HZ-06: the camera announced four pictures and sent three, and the person must not go home unnoticed."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from pydicom import dcmread
from pydicom.dataset import Dataset
from pytestqt.qtbot import QtBot
from support.desk import CameraDesk, a_camera_desk
from support.dimse import associated
from support.grading import icdr
from support.mpps import MPPS, OP, a_step, the_end
from support.pictures import an_op, uid_of
from support.screens import a_desk
from support.stations import a_store

from resources.store import opinions, studies, turns, workitems
from resources.store.opinions import Said
from resources.store.rows import PatientRow
from resources.store.vault import Disk
from resources.terms import Field, Laterality, Origin
from workstation.gui.bridge import FeedBridge
from workstation.gui.patients.patient_page import PatientPage
from workstation.gui.reports.day import read_day
from workstation.gui.reports.poster import poster_of
from workstation.gui.style.labels import ChipWidget
from workstation.gui.style.look import Look
from workstation.gui.today.board import Column
from workstation.gui.today.camera_card import AtCameraCard
from workstation.gui.today.today_page import TodayPage
from workstation.gui.words import Words

pytestmark = pytest.mark.hazard("HZ-06")
JPEG = "1.2.840.10008.1.2.4.50"
CODES = {Field.MACULA: ("111900", "Macula centered"), Field.DISC: ("111901", "Disc centered")}  # CID 4207
ALL = [(eye, field) for eye in "RL" for field in CODES]
A_NIGHT = 20 * 3600


def at(field: Field) -> list[Dataset]:
    item = Dataset()
    item.CodeValue, item.CodeMeaning = CODES[field]
    item.CodingSchemeDesignator = "DCM"
    return [item]


@dataclass
class Day:
    """A camera at its desk, the board, and one person at the camera."""

    desk: CameraDesk
    board: TodayPage
    person: PatientRow
    study: str

    def sends(self, *numbers: int) -> list[int]:
        """The pictures of these numbers, 1 to 4, by C-STORE; the statuses."""
        from pynetdicom import AE

        ae = AE("CAM1")
        ae.add_requested_context(OP, JPEG)
        host, port = self.desk.listener.address
        camera = ae.associate(host, port)
        statuses = []
        for number in numbers:
            eye, field = ALL[number - 1]
            made = an_op(
                number,
                patient=self.person.number or "",
                name=self.person.person_name,
                eye=eye,
                StudyInstanceUID=self.study,
                StudyDate="20261121",
                RelativeImagePositionCodeSequence=at(field),
            )
            statuses.append(int(camera.send_c_store(dcmread(BytesIO(made))).Status))
        camera.release()
        return statuses

    def card(self) -> AtCameraCard | None:
        cards = self.board.findChildren(AtCameraCard)
        return next((card for card in cards if not card.isHidden()), None)

    def said(self) -> str:
        card = self.card()
        return card.claim.text if card else ""


@pytest.fixture
def look(qapp: object) -> Iterator[Look]:
    made = Look("daylight", "en", 100)
    made.wear(qapp)  # type: ignore[arg-type]
    yield made


@pytest.fixture
def day(qtbot: QtBot, look: Look, tmp_path: Path) -> Iterator[Day]:
    with a_camera_desk(tmp_path) as desk:
        person = desk.registers()
        desk.calls(person)
        with desk.store.read() as unit:
            study = workitems.of_patient(unit, person.uuid)[-1].study_uid
        bridge = FeedBridge()
        desk.store.feed.subscribe(bridge.ring)
        board = TodayPage(a_desk(qtbot, desk.store, look), bridge, lambda _: {}, "macula-disc")
        qtbot.addWidget(board)
        board.resize(1278, 724)
        board.show()
        yield Day(desk, board, person, study)


def three_of_four(day: Day) -> None:
    """MPPS completed with four references, three of them stored."""
    with associated(day.desk.listener, MPPS) as camera:
        assert camera.send_n_create(a_step(day.study), MPPS, "1.2.3.77")[0].Status == 0
        assert day.sends(1, 2, 3) == [0, 0, 0]
        assert camera.send_n_set(the_end(*map(uid_of, (1, 2, 3, 4))), MPPS, "1.2.3.77")[0].Status == 0


def test_one_of_four_is_still_expected_and_leaving_asks(day: Day, qtbot: QtBot) -> None:
    three_of_four(day)
    qtbot.waitUntil(lambda: day.said() == "1 of 4 still expected")
    card = day.card()
    assert card is not None
    assert [tile.state for tile in card.pair.tiles] == ["here", "here", "here", "expected"]
    assert card.pair.tiles[3].field is Field.DISC

    card.finished.emit(day.person.uuid)
    qtbot.waitUntil(lambda: day.board.leaving.card is not None)
    question = day.board.leaving.card
    assert question is not None
    assert "Missing: OS disc, 1 announced picture" in question.accessibleName()
    question.reasons["moves"].click()
    qtbot.waitUntil(lambda: not day.board.board.column(Column.AT_CAMERA))

    with day.desk.store.read() as unit:
        [turn] = turns.of_patient(unit, day.person.uuid)
    assert (turn.missing, turn.reason) == (("L disc", "announced 1"), "moves")
    poster = poster_of(read_day(day.desk.store, lambda _: {}, "macula-disc"), Words("en"), day.desk.store.zone)
    assert day.person.name in poster
    assert "OS disc, 1 announced picture · Cannot keep still" in poster
    [chip] = [shown.chip.text for shown in day.board.to_read.model.cards if shown.chip]
    assert chip == "1 of 4 still expected"


def test_the_fourth_picture_of_the_next_day_is_filed_and_said_to_have_come_after_grading(
    day: Day, qtbot: QtBot, look: Look
) -> None:
    three_of_four(day)
    with day.desk.store.write(Origin.PERSON, "grace") as unit:
        turns.finish(unit, day.person.uuid, missing=("L disc",), reason="later")
        for eye, uid in ((Laterality.RIGHT, uid_of(1)), (Laterality.LEFT, uid_of(3))):
            opinions.sign(unit, day.person.uuid, date(2026, 11, 21), [Said(eye, icdr("0"), uid)])
    day.desk.clock.forward(A_NIGHT)
    assert day.sends(4) == [0]

    with day.desk.store.read() as unit:
        assert studies.instance(unit, uid_of(4)).patient_uuid == day.person.uuid
    page = PatientPage(a_desk(qtbot, day.desk.store, look), FeedBridge(), lambda _: {}, "macula-disc")
    qtbot.addWidget(page)
    page.resize(1278, 724)
    page.show()
    page.open(day.person.uuid)
    qtbot.waitUntil(lambda: "1 picture came after grading" in chips(page))


def chips(page: PatientPage) -> list[str]:
    return [chip.chip.text for chip in page.findChildren(ChipWidget) if chip.chip and chip.isVisible()]


def test_a_full_disk_refuses_in_the_standards_word_and_rings(tmp_path: Path) -> None:
    free = [1 << 40]
    store = a_store(tmp_path, disk=Disk(free=lambda _: free[0]), floor_bytes=1 << 30)
    with a_camera_desk(tmp_path, store=store) as desk:
        person = desk.registers()
        desk.calls(person)
        rung: list[int] = []
        desk.store.feed.subscribe(lambda: rung.append(1))
        free[0] = 1 << 20
        refused = Day(desk, None, person, "1.2.3").sends(1)  # type: ignore[arg-type]

        assert refused == [0xA700]  # Refused: out of resources, PS3.4 B.2.3
        assert rung  # the strip looks at the disk at once, not at its next turn
        assert desk.store.vault.is_full
    store.close()
