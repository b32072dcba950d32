"""HZ-21: a grade keeps its scheme and its words when the camp changes its own; a visit goes on in the one it was begun in."""

from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from support.drawn import a_fundus
from support.reading import a_pair, press, said, toast_of
from support.screens import receive, register
from support.stations import lakshmi

from resources.grading.outcome import Why
from resources.grading.schemes import ICDR, NHS, ROP, Grade, Outcome
from resources.store import opinions, referrals
from resources.store.opinions import Said, Stamp
from resources.terms import Laterality, Origin
from workstation.gui.patients.read_card import read_card, read_eyes
from workstation.gui.style.labels import ChipWidget

pytestmark = pytest.mark.hazard("HZ-21")
RIGHT, LEFT = Laterality.RIGHT, Laterality.LEFT


def grade_severe(qtbot, store, person, page):
    press(page, Qt.Key.Key_3, (Qt.Key.Key_0,))
    page.switch_eye()
    press(page, Qt.Key.Key_0, (Qt.Key.Key_0,), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(said(store, person)) == 2)
    qtbot.waitUntil(lambda: "Anjali Kumari" in page.signing.bar.before.text())


def decided(store, person):
    with store.read() as unit:
        (day,) = {row.day for row in opinions.of_patient(unit, person.uuid)}
        (referral,) = referrals.open_ones(unit)
        return opinions.decision_of(unit, person.uuid, day), referral.outcome


def test_an_old_visit_keeps_its_words_and_its_outcome_when_the_camp_changes_its_scheme(qtbot, store, open_page):
    person = register(store, lakshmi())
    a_pair(store, person)
    before = open_page(person)
    grade_severe(qtbot, store, person, before)
    kept, outcome = decided(store, person)
    assert "OD ICDR 3 severe" in before.signing.bar.before.text()
    after = open_page(person, scheme=NHS)
    qtbot.waitUntil(lambda: "OD ICDR 3 severe" in after.signing.bar.before.text())
    assert after.signing.bar.why.text() == "OD ICDR 3 severe"
    assert decided(store, person) == (kept, outcome) and outcome is Outcome.REFER


def test_a_visit_goes_on_in_the_scheme_that_it_was_begun_in_and_the_next_has_the_camps(qtbot, store, open_page):
    first, second = register(store, lakshmi()), register(store, lakshmi(given_name="Sita"))
    a_pair(store, first)
    a_pair(store, second, patient=2)
    grade_severe(qtbot, store, first, open_page(first))
    page = open_page(first, (first.uuid, second.uuid), scheme=NHS, actor="Omar Haddad")
    assert page.signing.column.scheme is ICDR
    press(page, Qt.Key.Key_2)
    assert page.signing.draft.right.text("retinopathy") == "ICDR 2 moderate"
    page.step_person(1)
    qtbot.waitUntil(lambda: page.shown is not None and page.shown.visit.patient.uuid == second.uuid)
    assert page.signing.column.scheme is NHS
    assert {name for _, name, _ in page.signing.column.cells} == {"retinopathy", "maculopathy", "photocoagulation"}
    press(page, Qt.Key.Key_2)
    assert toast_of(page) == "This key means nothing in NHS." and page.signing.draft.right.codes == ()
    page.signing.column.cells[RIGHT, "retinopathy", "R3A"].click()
    assert page.signing.bar.why.text() == "OD NHS R3A active proliferative"
    page.step_person(-1)
    qtbot.waitUntil(lambda: page.shown is not None and page.shown.visit.patient.uuid == first.uuid)
    assert page.signing.column.scheme is ICDR and page.signing.draft.right.codes == ()


def test_what_was_drafted_on_one_scale_is_dropped_when_another_reader_begins_the_visit_on_another(
    qtbot, store, open_page
):
    person = register(store, lakshmi())
    a_pair(store, person)
    page = open_page(person, scheme=ROP, actor="Omar Haddad")
    page.signing.column.cells[RIGHT, "triage", "red"].click()
    assert page.signing.draft.right.text("triage") == "ROP red"
    grade_severe(qtbot, store, person, open_page(person))
    page.refresh()
    qtbot.waitUntil(lambda: page.signing.column.scheme is ICDR)
    assert page.signing.draft.right.codes == page.signing.draft.left.codes == ()


def test_a_code_of_an_unknown_scheme_is_shown_as_it_is_and_needs_a_doctor(qtbot, store, look):
    person = register(store, lakshmi())
    receive(store, a_fundus(), owner=person, number=11, eye="R")
    with store.write(Origin.HQ, "Dr. Meera Rao (HQ)") as unit:
        day = unit.now.astimezone(store.zone).date()
        stranger = Said(RIGHT, Grade("urn:x", "", (("result", "2"),)))
        _, decision = opinions.sign(unit, person.uuid, day, [stranger], stamp=Stamp(UUID(int=7), unit.now))
    assert decision.outcome is Outcome.DOCTOR
    assert {reason.why for reason in decision.reasons} == {Why.UNKNOWN_SCHEME}
    with store.read() as unit:
        card = read_card(look, read_eyes(unit, [person]), store.zone)
    assert card is not None
    qtbot.addWidget(card)
    assert "OD urn:x 2" in [one.text() for one in card.findChildren(QLabel)]
    (chip,) = card.findChildren(ChipWidget)
    assert "doctor" in chip.accessibleName() and "rescreen" not in chip.accessibleName().lower()
