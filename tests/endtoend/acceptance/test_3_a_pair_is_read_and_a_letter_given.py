"""Pair view: OD left, OS right, in English, Arabic and Hindi; keys grade both eyes; result rule; letter PDF in three
languages."""

import re
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from support import reading
from support.drawn import a_face, a_flat_eye
from support.pdfs import plain, text_on_pages
from support.reading import press, said
from support.screens import a_desk, colours_of, is_blue, is_red, receive, register
from support.stations import lakshmi

from resources.grading.outcome import Decision
from resources.grading.schemes import Outcome
from resources.store import letters, referrals
from resources.terms import Laterality
from workstation.gui import claims
from workstation.gui.bridge import FeedBridge
from workstation.gui.patients.patient_page import PatientPage
from workstation.gui.words import Words

THREE = ("en", "ar", "hi")
SPOKEN = {"en": "See an eye doctor by 21 February 2027", "ar": "[\u0621-\u064a]{3}", "hi": "[\u0905-\u0939]"}
"""What is found in the text of a letter in that language alone."""
READER = "Anjali Kumari"
NUMBER = re.compile(r"C7A-\d{5}-\d")


@pytest.fixture
def person(store):
    """Her right eye is red, her left one blue: a mix-up would be seen."""
    row = register(store, lakshmi(), a_face())
    for number, (eye, colour) in enumerate((("R", "#E01010"), ("L", "#1010E0")), 1):
        receive(store, a_flat_eye(colour), owner=row, number=number, eye=eye, lossless=True)
    return row


def read(qtbot, store, look, person):
    """Both pictures are on the screen; the keys grade the right eye 2 and 1, the left one 0 and 0."""
    page = reading.read_page(qtbot, store, look, person, actor=READER)
    qtbot.waitUntil(lambda: not page.right.is_blank and not page.left.is_blank)
    press(page, Qt.Key.Key_2, (Qt.Key.Key_1,))
    QTest.keyClick(page.right, Qt.Key.Key_Tab)
    press(page, Qt.Key.Key_0, (Qt.Key.Key_0,))
    return page


def opened(qtbot, store, look, person):
    page = PatientPage(replace(a_desk(qtbot, store, look), actor=lambda: READER), FeedBridge(), lambda _: {})
    qtbot.addWidget(page)
    page.resize(1278, 724)
    page.show()
    page.open(person.uuid)
    qtbot.waitUntil(lambda: page.letters.read is not None and page.letters.print.isEnabled())
    return page


@pytest.mark.hazard("HZ-14")
@pytest.mark.hazard("HZ-28")
@pytest.mark.parametrize("language", THREE)
def test_both_eyes_are_read_by_keys_and_the_person_takes_a_letter_home(qtbot, store, wear, person, language, tmp_path):
    look, words = wear("dim", language), Words(language)
    page = read(qtbot, store, look, person)

    picture = page.grab().toImage()
    (reds, red), (blues, blue) = colours_of(picture, is_red), colours_of(picture, is_blue)
    assert reds > 100 and blues > 100 and red < blue
    assert (page.right.caption.eye, page.left.caption.eye) == ("OD", "OS")

    assert page.signing.bar.outcome.claim == claims.outcome(Decision(Outcome.REFER), words)
    assert "OD" in page.signing.bar.why.text()
    press(page, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(said(store, person)) == 2)
    assert {(one.said.eye, one.said.grade.get("retinopathy"), one.reader) for one in said(store, person)} == {
        (Laterality.RIGHT, "2", READER), (Laterality.LEFT, "0", READER)
    }  # fmt: skip
    with store.read() as unit:
        assert [row.outcome for row in referrals.of_patient(unit, person)] == [Outcome.REFER]

    card = opened(qtbot, store, look, person).letters
    for spoken in THREE:
        file = tmp_path / f"letter-{spoken}.pdf"
        card.language.setCurrentIndex(card.language.findData(spoken))
        card.save_to(file)
        qtbot.waitUntil(lambda name=file.name: name in card._desk.toast.sentence)
        text = plain(" ".join(text_on_pages(file.read_bytes())))
        assert set(NUMBER.findall(text)) == {person.number}
        assert person.name in text
        assert re.search(SPOKEN[spoken], text)
    assert kept(store, person) == set(THREE)


def kept(store, person):
    with store.read() as unit:
        return {row.language for row in letters.of_patient(unit, person.uuid)}
