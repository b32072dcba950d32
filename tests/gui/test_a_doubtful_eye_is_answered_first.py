"""HZ-13 on the Read page: a picture that seems to show the other eye keeps Enter from confirming until somebody looked again."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from support.drawn import a_fundus
from support.reading import grade_both, press, read_page, said, toast_of
from support.screens import receive, register
from support.stations import lakshmi

from resources.store import studies
from resources.store.rows import InstanceRow, PatientRow
from resources.store.store import Store
from resources.terms import Laterality
from workstation.gui.style.look import Look
from workstation.gui.viewer.page import ViewerPage

pytestmark = pytest.mark.hazard("HZ-13")


@pytest.fixture
def person(store: Store) -> PatientRow:
    """The camera stated the right eye for both; the second picture shows a left one, by its disc."""
    row = register(store, lakshmi())
    receive(store, a_fundus(Laterality.RIGHT), owner=row, number=1, eye="R")
    receive(store, a_fundus(Laterality.RIGHT), owner=row, number=2, eye="L")
    return row


def opened(qtbot: QtBot, store: Store, look: Look, person: PatientRow) -> ViewerPage:
    page = read_page(qtbot, store, look, person)
    qtbot.waitUntil(lambda: page.is_doubtful(Laterality.LEFT))
    return page


def the_left_one(store: Store, person: PatientRow) -> InstanceRow:
    with store.read() as unit:
        rows = [row for study in studies.of_patient(unit, person.uuid) for row in study.instances]
    return max(rows, key=lambda row: row.pk)


def test_enter_signs_nothing_while_an_eye_is_in_doubt(
    qtbot: QtBot, store: Store, look: Look, person: PatientRow
) -> None:
    page = opened(qtbot, store, look, person)
    assert not page.is_doubtful(Laterality.RIGHT)
    grade_both(page)
    press(page, Qt.Key.Key_Return)

    assert said(store, person) == []
    assert toast_of(page) == "OS: the picture looks like the other eye. Press R or L first."
    assert page.left.corner[0] == "Check which eye"
    assert the_left_one(store, person).version == 1


def test_the_key_of_the_stated_eye_keeps_it_and_enter_signs(
    qtbot: QtBot, store: Store, look: Look, person: PatientRow
) -> None:
    page = opened(qtbot, store, look, person)
    grade_both(page)
    press(page, Qt.Key.Key_L)
    qtbot.waitUntil(lambda: not page.is_doubtful(Laterality.LEFT))
    assert the_left_one(store, person).laterality is Laterality.LEFT
    press(page, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(said(store, person)) == 2)


def test_the_other_key_changes_the_eye_and_undo_asks_again(
    qtbot: QtBot, store: Store, look: Look, person: PatientRow
) -> None:
    page = opened(qtbot, store, look, person)
    page.switch_eye()
    press(page, Qt.Key.Key_R)
    qtbot.waitUntil(lambda: the_left_one(store, person).laterality is Laterality.RIGHT)
    qtbot.waitUntil(lambda: page.shown is not None and not page.shown.visit.left)
    assert the_left_one(store, person).laterality_by == "Anjali Kumari"

    page._desk.toast.undo_last()
    qtbot.waitUntil(lambda: the_left_one(store, person).laterality is Laterality.LEFT)
    qtbot.waitUntil(lambda: page.is_doubtful(Laterality.LEFT))
