"""No grade is preselected; Enter with an eye that was not graded stays and names the eye (HZ-03, HZ-21, HZ-22)."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from support.drawn import a_fundus
from support.reading import a_pair, grade_both, press, said, toast_of
from support.screens import receive, register
from support.stations import lakshmi

from resources.grading.schemes import CDR, NHS, Outcome
from resources.store import opinions, referrals
from resources.terms import Laterality

RIGHT, LEFT = Laterality.RIGHT, Laterality.LEFT


@pytest.mark.hazard("HZ-03")
def test_enter_on_a_fresh_pair_stores_nothing_and_names_the_right_eye(store, open_page):
    person = register(store, lakshmi())
    a_pair(store, person)
    page = open_page(person)
    assert not any(cell.isChecked() for cell in page.signing.column.cells.values())
    press(page, Qt.Key.Key_Return)
    assert toast_of(page) == "Not finished: right eye"
    assert said(store, person) == []


@pytest.mark.hazard("HZ-03")
def test_enter_names_the_eye_that_is_left(store, open_page):
    person = register(store, lakshmi())
    a_pair(store, person)
    page = open_page(person)
    press(page, Qt.Key.Key_0, (Qt.Key.Key_0,), Qt.Key.Key_Return)
    assert toast_of(page) == "Not finished: left eye"
    press(page, Qt.Key.Key_Return)
    assert said(store, person) == []


def test_keys_grade_both_eyes_and_the_bar_says_what_follows_and_why(qtbot, store, open_page):
    person = register(store, lakshmi())
    a_pair(store, person)
    page = open_page(person)
    grade_both(page)
    assert page.signing.bar.outcome.claim.text == "Refer within 3 months"
    assert page.signing.bar.why.text() == "OD ICDR 2 moderate · OD macular oedema ICDR 1 away from centre"
    press(page, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(said(store, person)) == 2)
    right, left = said(store, person)
    assert (right.said.eye, right.said.grade.get("retinopathy"), right.reader) == (RIGHT, "2", "Anjali Kumari")
    assert (left.said.eye, left.said.grade.get("macular-oedema")) == (LEFT, "0")
    assert right.said.instance_uid != left.said.instance_uid
    with store.read() as unit:
        (row,) = referrals.open_ones(unit)
    assert (row.patient_uuid, row.outcome) == (person.uuid, Outcome.REFER)


def test_a_grade_pressed_twice_is_taken_back_and_undo_gives_it_again(store, open_page):
    person = register(store, lakshmi())
    a_pair(store, person)
    page = open_page(person)
    press(page, Qt.Key.Key_2)
    assert page.signing.draft.right.get("retinopathy") == "2"
    press(page, Qt.Key.Key_2)
    assert page.signing.draft.right.get("retinopathy") == ""
    QTest.keyClick(page, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page.signing.draft.right.get("retinopathy") == "2"


def test_what_was_signed_stands_below_and_the_own_opinion_gives_way(qtbot, store, open_page):
    person = register(store, lakshmi())
    a_pair(store, person)
    page = open_page(person)
    grade_both(page)
    press(page, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(said(store, person)) == 2)
    qtbot.waitUntil(lambda: "Anjali Kumari" in page.signing.bar.before.text())
    assert not any(cell.isChecked() for cell in page.signing.column.cells.values())
    page.signing.rest.stop()
    page._activate(RIGHT)
    press(page, Qt.Key.Key_1, (Qt.Key.Key_0,))
    page.switch_eye()
    press(page, Qt.Key.Key_0, (Qt.Key.Key_0,), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(said(store, person)) == 4)
    with store.read() as unit:
        (study_day,) = {row.day for row in opinions.of_patient(unit, person.uuid)}
        assert opinions.decision_of(unit, person.uuid, study_day).outcome is Outcome.RESCREEN


@pytest.mark.hazard("HZ-27")
def test_a_milder_second_reader_does_not_lower_the_first(qtbot, store, open_page):
    person = register(store, lakshmi())
    a_pair(store, person)
    page = open_page(person)
    press(page, Qt.Key.Key_4, (Qt.Key.Key_0,))
    page.switch_eye()
    press(page, Qt.Key.Key_0, (Qt.Key.Key_0,), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(said(store, person)) == 2)
    other = open_page(person, actor="Omar Haddad")
    press(other, Qt.Key.Key_0, (Qt.Key.Key_0,))
    other.switch_eye()
    press(other, Qt.Key.Key_0, (Qt.Key.Key_0,))
    assert other.signing.bar.outcome.claim.text == "Refer urgently, this week"


@pytest.mark.hazard("HZ-22")
def test_without_a_name_enter_asks_who_it_is_and_keeps_the_work(qtbot, store, open_page):
    person = register(store, lakshmi())
    a_pair(store, person)
    page = open_page(person, actor="person")
    grade_both(page)
    with qtbot.waitSignal(page.signing.sign_in_wanted):
        press(page, Qt.Key.Key_Return)
    assert said(store, person) == []
    assert page.signing.draft.right.get("retinopathy") == "2"


@pytest.mark.hazard("HZ-21")
def test_a_key_without_a_meaning_in_the_scheme_does_nothing_and_says_so(store, open_page):
    person = register(store, lakshmi())
    a_pair(store, person)
    page = open_page(person, scheme=NHS)
    press(page, Qt.Key.Key_3)
    assert toast_of(page) == "This key means nothing in NHS."
    assert page.signing.draft.right.codes == ()
    page.signing.column.cells[RIGHT, "retinopathy", "R3A"].click()
    assert page.signing.bar.outcome.claim.text == "Refer urgently, this week"
    assert "NHS R3A" in page.signing.bar.why.text()


def test_a_long_scale_is_chosen_from_a_list(store, open_page):
    person = register(store, lakshmi())
    a_pair(store, person)
    page = open_page(person, scheme=CDR)
    box = page.signing.column.lists[LEFT, "cup-disc-ratio"]
    place = box.findData("0.80")
    box.setCurrentIndex(place)
    box.activated.emit(place)
    assert page.signing.draft.left.get("cup-disc-ratio") == "0.80"


@pytest.mark.hazard("HZ-02")
def test_an_unknown_eye_cannot_be_graded(store, open_page):
    person = register(store, lakshmi())
    receive(store, a_fundus(), owner=person, number=9, eye="")
    page = open_page(person)
    press(page, Qt.Key.Key_0)
    assert page.signing.draft.right.codes == () and page.signing.draft.left.codes == ()
    assert not any(cell.isEnabled() for cell in page.signing.column.cells.values())


def test_an_eye_without_a_picture_takes_no_grade(store, open_page):
    person = register(store, lakshmi())
    receive(store, a_fundus(), owner=person, number=9, eye="R")
    page = open_page(person)
    page.switch_eye()
    press(page, Qt.Key.Key_0)
    assert toast_of(page) == "There is no picture of that eye to grade."
    assert page.signing.bar.outcome.claim.text == "Not finished: both eyes"


@pytest.mark.hazard("HZ-14")
@pytest.mark.parametrize("language", ["en", "ar", "hi"])
def test_the_right_eyes_grades_stand_on_the_left(store, open_page, language):
    person = register(store, lakshmi())
    a_pair(store, person)
    page = open_page(person, language=language)
    cells = page.signing.column.cells
    for code in ("0", "4", "U"):
        assert cells[RIGHT, "retinopathy", code].x() < cells[LEFT, "retinopathy", code].x()
