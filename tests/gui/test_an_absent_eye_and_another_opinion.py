"""An eye without a picture is stated with its reason, and another reader's opinion gives way to a reason only (HZ-03, HZ-27)."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from support.drawn import a_fundus
from support.reading import a_pair, press, said, toast_of
from support.screens import receive, register
from support.stations import lakshmi

from resources.grading.outcome import Absence
from resources.grading.schemes import Outcome
from resources.store import opinions
from resources.terms import Laterality

RIGHT, LEFT = Laterality.RIGHT, Laterality.LEFT


def with_one_eye(store):
    person = register(store, lakshmi())
    receive(store, a_fundus(), owner=person, number=1, eye="R")
    return person


def outcome_of(store, person):
    (day,) = {row.day for row in said(store, person)}
    with store.read() as unit:
        return opinions.decision_of(unit, person.uuid, day).outcome


def say_why(page, eye, why):
    box = page.signing.column.absences[eye]
    place = box.findData(why.value)
    box.setCurrentIndex(place)
    box.activated.emit(place)


@pytest.mark.hazard("HZ-03")
def test_an_artificial_eye_is_stated_signed_and_the_other_may_be_well(qtbot, store, open_page):
    person = with_one_eye(store)
    page = open_page(person)
    assert page.signing.column.absences[LEFT].isVisible() and not page.signing.column.absences[RIGHT].isVisible()
    press(page, Qt.Key.Key_0, (Qt.Key.Key_0,))
    assert page.signing.bar.outcome.claim.text == "Not finished: left eye"
    say_why(page, LEFT, Absence.PROSTHESIS)
    assert page.signing.bar.outcome.claim.text == "No referral. Rescreen in 12 months"
    press(page, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(said(store, person)) == 2)
    left = said(store, person)[1]
    assert (left.said.eye, left.said.absent, left.reader) == (LEFT, "prosthesis", "Anjali Kumari")
    assert outcome_of(store, person) is Outcome.RESCREEN
    qtbot.waitUntil(lambda: "OS: artificial eye" in page.signing.bar.before.text())


@pytest.mark.hazard("HZ-03")
@pytest.mark.parametrize("language", ["en", "ar", "hi"])
def test_an_eye_that_could_not_be_seen_keeps_a_person_from_being_sent_home(qtbot, store, open_page, language):
    person = with_one_eye(store)
    page = open_page(person, language=language)
    press(page, Qt.Key.Key_0, (Qt.Key.Key_0,))
    before = page.signing.bar.outcome.claim.text
    say_why(page, LEFT, Absence.NOT_SEEN)
    assert page.signing.bar.outcome.claim.text == before
    press(page, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(said(store, person)) == 2)
    assert outcome_of(store, person) is Outcome.RETAKE


@pytest.mark.hazard("HZ-03")
def test_a_reason_can_be_taken_back_and_none_is_asked_where_there_is_a_picture(store, open_page):
    person = with_one_eye(store)
    page = open_page(person)
    say_why(page, LEFT, Absence.REMOVED)
    assert page.signing.draft.absence(LEFT) is Absence.REMOVED
    QTest.keyClick(page, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page.signing.draft.absence(LEFT) is None
    page.signing._say_missing(RIGHT, Absence.REMOVED)
    assert page.signing.draft.absence(RIGHT) is None


def graded_by(qtbot, store, open_page, person, reader, right, left="0"):
    page = open_page(person, actor=reader)
    before = len(said(store, person))
    page._activate(RIGHT)
    press(page, getattr(Qt.Key, f"Key_{right}"), (Qt.Key.Key_0,))
    page.switch_eye()
    press(page, getattr(Qt.Key, f"Key_{left}"), (Qt.Key.Key_0,))
    return page, before


@pytest.mark.hazard("HZ-27")
def test_a_named_person_with_a_reason_lowers_an_opinion_and_both_stay_readable(qtbot, store, open_page):
    person = register(store, lakshmi())
    a_pair(store, person)
    page, _ = graded_by(qtbot, store, open_page, person, "Omar Haddad", 4)
    press(page, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(said(store, person)) == 2)
    page, _ = graded_by(qtbot, store, open_page, person, "Anjali Kumari", 1)
    bar, dispute = page.signing.bar, page.signing.dispute
    assert bar.outcome.claim.text == "Refer urgently, this week"
    bar.dispute.click()
    assert dispute.says.text() == "Omar Haddad says OD ICDR 4 proliferative, macular oedema ICDR 0 none"
    dispute.replace.click()
    assert toast_of(page) == "Say why first." and bar.outcome.claim.text == "Refer urgently, this week"
    QTest.keyClicks(dispute.why, "4 laser scars")
    assert page.signing.draft.right.get("retinopathy") == "1"  # digits of the reason stay in the reason (HZ-16)
    QTest.keyClick(dispute.why, Qt.Key.Key_Return)
    assert bar.outcome.claim.text == "No referral. Rescreen in 12 months" and said(store, person)[2:] == []
    press(page, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(said(store, person)) == 4)
    assert outcome_of(store, person) is Outcome.RESCREEN
    qtbot.waitUntil(lambda: "replaced by Anjali Kumari: 4 laser scars" in bar.before.text())
    assert "Omar Haddad" in bar.before.text() and "ICDR 1 mild" in bar.before.text()


@pytest.mark.hazard("HZ-27")
def test_without_a_reason_both_stand_and_escape_keeps_both(qtbot, store, open_page):
    person = register(store, lakshmi())
    a_pair(store, person)
    page, _ = graded_by(qtbot, store, open_page, person, "Omar Haddad", 4)
    press(page, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(said(store, person)) == 2)
    page, _ = graded_by(qtbot, store, open_page, person, "Anjali Kumari", 0)
    page.signing.bar.dispute.click()
    QTest.keyClick(page.signing.dispute.why, Qt.Key.Key_Escape)
    assert not page.signing.dispute.isVisible()
    press(page, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(said(store, person)) == 4)
    assert outcome_of(store, person) is Outcome.URGENT


def test_who_agrees_is_asked_nothing(qtbot, store, open_page):
    person = register(store, lakshmi())
    a_pair(store, person)
    page, _ = graded_by(qtbot, store, open_page, person, "Omar Haddad", 2)
    press(page, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(said(store, person)) == 2)
    page, _ = graded_by(qtbot, store, open_page, person, "Anjali Kumari", 2)
    assert not page.signing.bar.dispute.isVisible()
