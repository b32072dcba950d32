"""Two records are joined with both faces in view, show each other's visits and referral, and come apart again (hazard HZ-18)."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from support.camp import Camp, a_camp, photograph
from support.grading import icdr
from support.screens import a_desk, register

from resources.store import links, opinions, studies
from resources.store.opinions import Said
from resources.store.rows import PatientDetails, PatientRow
from resources.terms import Laterality, Origin
from workstation.gui.bridge import FeedBridge
from workstation.gui.patients.joining import JoinedCard, JoinPanel
from workstation.gui.patients.patient_page import PatientPage
from workstation.gui.patients.visit_card import VisitCard
from workstation.gui.style.labels import ChipWidget
from workstation.gui.style.look import Look

pytestmark = pytest.mark.hazard("HZ-18")


class Opened:
    def __init__(self, qtbot: QtBot, look: Look, folder: Path) -> None:
        self.qtbot = qtbot
        self.camp: Camp = a_camp(folder, 2)
        self.lakshmi, self.mary = self.camp.people
        self.laxmi = self.somebody(given_name="Laxmi", family_name="Devi", sex="F", birth_year=1965)
        bridge = FeedBridge()
        self.camp.store.feed.subscribe(bridge.ring)
        self.desk = a_desk(qtbot, self.camp.store, look)
        self.page = PatientPage(self.desk, bridge, self.camp.read_levels)
        qtbot.addWidget(self.page)
        self.page.resize(1278, 724)
        self.page.show()
        qtbot.waitExposed(self.page)

    def somebody(self, **details: object) -> PatientRow:
        return register(self.camp.store, PatientDetails()._replace(**details))

    def open(self, person: PatientRow) -> None:
        self.page.open(person.uuid)
        self.qtbot.waitUntil(lambda: self.page.person is not None)

    def panel(self) -> JoinPanel:
        self.page.join_button.click()
        self.qtbot.waitUntil(lambda: self.page._panel is not None and bool(self.page._panel.offered))
        assert self.page._panel is not None
        return self.page._panel

    def shown(self, kind: type[QWidget]) -> list[QWidget]:
        return [one for one in self.page.findChildren(kind) if not one.isHidden()]

    def chips(self) -> list[str]:
        return [chip.chip.text for chip in self.page.findChildren(ChipWidget) if chip.chip and chip.isVisible()]

    def together(self, person: PatientRow) -> list[str]:
        with self.camp.store.read() as unit:
            return [row.name for row in links.together(unit, person)]

    def join(self, one: PatientRow, other: PatientRow) -> None:
        with self.camp.store.write(Origin.PERSON, "Grace Mwangi") as unit:
            links.join(unit, one.uuid, other.uuid)


@pytest.fixture
def opened(qtbot: QtBot, look: Look, tmp_path: Path) -> Opened:
    return Opened(qtbot, look, tmp_path)


def test_who_sounds_alike_is_offered_and_joined_only_after_both_faces_were_shown(opened: Opened) -> None:
    opened.open(opened.lakshmi)
    panel = opened.panel()
    assert [row.uuid for row in panel.offered] == [opened.laxmi.uuid]
    panel.choose(panel.offered[0])
    assert panel.card is not None
    assert panel.card.reasons[0] == "Name sounds the same"
    assert opened.together(opened.lakshmi) == ["Lakshmi Devi"]
    panel.card.same.emit(panel.card.uuid)

    opened.qtbot.waitUntil(lambda: bool(opened.shown(JoinedCard)))
    assert opened.together(opened.lakshmi) == ["Lakshmi Devi", "Laxmi Devi"]
    assert opened.desk.toast.sentence == "Lakshmi Devi and Laxmi Devi are one person"
    (card,) = opened.shown(JoinedCard)
    assert "Joined by grace, 21 November 2026" in card.sentence  # type: ignore[attr-defined]
    opened.desk.toast.undo_last()
    opened.qtbot.waitUntil(lambda: not opened.shown(JoinedCard))
    assert opened.together(opened.lakshmi) == ["Lakshmi Devi"]


def test_another_sex_or_age_is_said_and_pressed_again(opened: Opened) -> None:
    opened.somebody(given_name="Lakshmy", family_name="Devi", sex="M", birth_year=1990)
    opened.open(opened.laxmi)
    panel = opened.panel()
    man = next(row for row in panel.offered if row.details.sex == "M")
    panel.choose(man)
    assert panel.card is not None
    assert "Different sex" in panel.card.reasons and "Ages 61 and 36" in panel.card.reasons
    panel.card.same.emit(man.uuid)
    assert panel.card.is_asking and panel.card._first.text().startswith("Sex or birth year differ")
    assert opened.together(opened.laxmi) == ["Laxmi Devi"]
    panel.card.same.emit(man.uuid)

    opened.qtbot.waitUntil(lambda: len(opened.together(opened.laxmi)) == 2)


def test_someone_else_joins_nobody(opened: Opened) -> None:
    opened.open(opened.lakshmi)
    panel = opened.panel()
    panel.choose(panel.offered[0])
    assert panel.card is not None
    panel.card.other.emit(panel.card.uuid)

    assert opened.page._panel is None
    assert opened.together(opened.lakshmi) == ["Lakshmi Devi"]


def test_any_other_record_can_be_looked_for(opened: Opened) -> None:
    opened.open(opened.lakshmi)
    panel = opened.panel()
    opened.qtbot.keyClicks(panel.search, "Mary")

    opened.qtbot.waitUntil(lambda: [row.uuid for row in panel.offered] == [opened.mary.uuid])


@pytest.mark.hazard("HZ-08")
def test_either_page_shows_the_visits_of_both_and_the_worst_outcome(opened: Opened) -> None:
    (uid, _) = photograph(opened.camp, 0)
    with opened.camp.store.write(Origin.PERSON, "Anjali Kumari") as unit:
        day = studies.of_patient(unit, opened.lakshmi.uuid)[0].day(opened.camp.store.zone)
        opinions.sign(unit, opened.lakshmi.uuid, day, [Said(Laterality.RIGHT, icdr("4"), uid)])
    opened.join(opened.laxmi, opened.lakshmi)
    opened.open(opened.laxmi)
    opened.qtbot.waitUntil(lambda: bool(opened.shown(VisitCard)))

    (visit,) = opened.shown(VisitCard)
    assert str(opened.lakshmi.number) in visit._shown.place  # type: ignore[attr-defined]
    assert "Urgent, this week" in opened.chips()
    assert opened.page.read_button.isHidden()
    with opened.qtbot.waitSignal(opened.page.read_pressed) as heard:
        visit.pressed.emit("R")  # type: ignore[attr-defined]
    assert heard.args == [opened.lakshmi.uuid]


def test_they_are_two_after_all_and_what_came_meanwhile_is_said(opened: Opened) -> None:
    opened.join(opened.laxmi, opened.lakshmi)
    photograph(opened.camp, 0)
    opened.open(opened.laxmi)
    opened.qtbot.waitUntil(lambda: bool(opened.shown(VisitCard)))
    (card,) = opened.shown(JoinedCard)
    opened.qtbot.mouseClick(card.part_button, Qt.MouseButton.LeftButton)  # type: ignore[attr-defined]

    opened.qtbot.waitUntil(lambda: not opened.shown(JoinedCard))
    assert opened.shown(VisitCard) == []
    assert "2 new since they were joined" in opened.desk.toast.sentence
    opened.desk.toast.undo_last()
    opened.qtbot.waitUntil(lambda: bool(opened.shown(JoinedCard)))
