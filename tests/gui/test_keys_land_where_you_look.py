"""A key acts on the eye and the person that are on the screen when it goes down, or on nobody (HZ-16)."""

import pytest
from PySide6.QtCore import Qt
from support.reading import a_pair, grade_both, press, said, toast_of
from support.screens import register
from support.stations import lakshmi

from resources.terms import Laterality

pytestmark = pytest.mark.hazard("HZ-16")
RIGHT, LEFT = Laterality.RIGHT, Laterality.LEFT


def two_people(store):
    people = [register(store, lakshmi()), register(store, lakshmi(given_name="Sita"))]
    for number, person in enumerate(people, start=1):
        a_pair(store, person, number)
    return people


def test_enter_twice_confirms_one_person_and_nothing_of_the_next(qtbot, store, open_page):
    first, second = people = two_people(store)
    page = open_page(first, [one.uuid for one in people])
    grade_both(page)
    press(page, Qt.Key.Key_Return, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.shown is not None and page.shown.visit.patient.uuid == second.uuid)
    press(page, Qt.Key.Key_Return)
    assert toast_of(page) in ("A new person is on the screen. Look first, then confirm.", "Not finished: right eye")
    assert len(said(store, first)) == 2
    assert said(store, second) == []


def test_confirm_sleeps_after_a_change_of_person(qtbot, store, open_page):
    first, second = people = two_people(store)
    page = open_page(first, [one.uuid for one in people])
    page.step_person(1)
    qtbot.waitUntil(lambda: page.shown is not None and page.shown.visit.patient.uuid == second.uuid)
    page.signing.rest.start(60_000)
    grade_both(page)
    press(page, Qt.Key.Key_Return)
    assert toast_of(page) == "A new person is on the screen. Look first, then confirm."
    assert said(store, second) == []


def test_grades_die_with_their_person(qtbot, store, open_page):
    first, second = people = two_people(store)
    page = open_page(first, [one.uuid for one in people])
    grade_both(page)
    page.step_person(1)
    qtbot.waitUntil(lambda: page.shown is not None and page.shown.visit.patient.uuid == second.uuid)
    assert page.signing.draft.patient_uuid == second.uuid
    assert page.signing.draft.right.codes == () and not page.signing.can_take_back
    page.step_person(-1)
    qtbot.waitUntil(lambda: page.shown is not None and page.shown.visit.patient.uuid == first.uuid)
    assert page.signing.draft.right.codes == ()


def test_a_command_for_somebody_who_is_gone_is_refused_as_our_bug(qtbot, store, open_page, caplog):
    first, second = people = two_people(store)
    page = open_page(first, [one.uuid for one in people])
    grade_both(page)
    draft, shown = page.signing.draft, page.shown
    command = draft.said(shown, "Anjali Kumari")
    page.step_person(1)
    qtbot.waitUntil(lambda: page.shown is not None and page.shown.visit.patient.uuid == second.uuid)
    page.signing.sign(draft, command)
    assert "not on the screen" in caplog.text
    caplog.clear()
    assert said(store, first) == [] and said(store, second) == []


def test_a_picture_that_was_given_to_another_meanwhile_is_not_graded(qtbot, store, open_page):
    from resources.store import mending
    from resources.terms import Origin

    first, second = two_people(store)
    page = open_page(first)
    grade_both(page)
    uid = page.shown.right
    with store.write(Origin.PERSON, "grace") as unit:
        mending.assign(unit, [uid], second.uuid)
    press(page, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "not this person" in toast_of(page))
    assert said(store, first) == [] and said(store, second) == []
    assert page.signing.draft.right.get("retinopathy") == "2"


def test_new_pictures_leave_the_open_person_and_the_draft_where_they_are(qtbot, store, open_page):
    from support.drawn import a_fundus
    from support.screens import receive

    first, second = people = two_people(store)
    page = open_page(first, [one.uuid for one in people])
    press(page, Qt.Key.Key_3)
    receive(store, a_fundus(), owner=second, patient=2, number=99, eye="R")
    receive(store, a_fundus(), owner=first, patient=1, number=98, eye="R")
    page.refresh()
    qtbot.waitUntil(lambda: len(page.shown.visit.right) == 2)
    assert page.shown.visit.patient.uuid == first.uuid
    assert page.signing.draft.right.get("retinopathy") == "3"


def test_tab_moves_the_frame_the_words_and_the_keys(store, open_page):
    first, _ = two_people(store)
    page = open_page(first)
    assert page.tools.active.text() == "Right eye"
    press(page, Qt.Key.Key_1)
    page.switch_eye()
    assert page.tools.active.text() == "Left eye"
    press(page, Qt.Key.Key_2)
    draft = page.signing.draft
    assert (draft.of(RIGHT).get("retinopathy"), draft.of(LEFT).get("retinopathy")) == ("1", "2")
