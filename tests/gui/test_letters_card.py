"""Letters on the page of a person: printed by somebody, listed, out of date when something else stands (HZ-28)."""

import re
from dataclasses import replace

import pytest
from PySide6.QtPrintSupport import QPrinter
from support.camp import a_camp, photograph
from support.grading import icdr
from support.pdfs import plain, text_on_pages
from support.screens import a_desk

from resources.store import letters, mending, opinions
from resources.store.opinions import Said
from resources.terms import Laterality, Origin
from workstation.gui.letters.card import LettersCard
from workstation.gui.letters.making import make
from workstation.gui.style.labels import ChipWidget

pytestmark = pytest.mark.hazard("HZ-28")
RIGHT, LEFT = Laterality.RIGHT, Laterality.LEFT
NUMBER = re.compile(r"C7A-\d{5}-\d")


@pytest.fixture
def camp(tmp_path):
    camp = a_camp(tmp_path, 3)
    yield camp
    camp.store.close()


@pytest.fixture
def card_of(qtbot, camp, wear):
    kept = []

    def make_card(number=0, actor="Omar Haddad", language="en"):
        desk = replace(a_desk(qtbot, camp.store, wear("daylight", language)), actor=lambda: actor)
        card = LettersCard(desk)
        kept.append(card)
        qtbot.addWidget(card)
        card.resize(330, 400)
        card.show()
        card.open(camp.people[number].uuid)
        qtbot.waitUntil(lambda: card.read is not None)
        return card

    return make_card


def grade(camp, number, right="0", left="0", by="Anjali Kumari"):
    uids = photograph(camp, number, "RL")
    sign(camp, number, by, (RIGHT, right, uids[0]), (LEFT, left, uids[1]))
    return uids


def sign(camp, number, by, *said):
    with camp.store.write(Origin.PERSON, by) as unit:
        made = [Said(eye, icdr(level), uid) for eye, level, uid in said]
        opinions.sign(unit, camp.people[number].uuid, camp.clock().date(), made)


def rows(camp, number):
    with camp.store.read() as unit:
        return letters.of_patient(unit, camp.people[number].uuid)


def chips(card):
    return [chip.chip.text for chip in card.findChildren(ChipWidget) if chip.chip and chip.isVisible()]


def test_a_letter_is_made_kept_and_listed(qtbot, camp, card_of, tmp_path):
    grade(camp, 0)
    card = card_of()
    path = tmp_path / "letter.pdf"
    card.save_to(path)
    qtbot.waitUntil(lambda: path.exists() and card.read is not None and len(card.read.views) == 1)
    (row,) = rows(camp, 0)
    assert (row.printed_by, row.language) == ("Omar Haddad", "en")
    assert camp.store.vault.read(row.digest) == path.read_bytes()
    (page,) = text_on_pages(path.read_bytes())
    assert set(NUMBER.findall(plain(page))) == {camp.people[0].number}
    assert chips(card) == []


def test_the_letter_speaks_the_persons_language_not_the_windows(qtbot, camp, card_of, tmp_path):
    grade(camp, 0)
    card = card_of()
    card.language.setCurrentIndex(card.language.findData("ar"))
    card.save_to(tmp_path / "letter.pdf")
    qtbot.waitUntil(lambda: len(rows(camp, 0)) == 1)
    assert rows(camp, 0)[0].language == "ar"
    again = card_of()
    assert again.language.currentData() == "ar"


def test_somebody_else_is_opened_while_it_is_made_and_it_is_still_the_firsts(qtbot, camp, card_of, tmp_path):
    grade(camp, 0)
    grade(camp, 1, right="4")
    card = card_of(0)
    path = tmp_path / "letter.pdf"
    card.save_to(path)
    card.open(camp.people[1].uuid)
    qtbot.waitUntil(path.exists)
    text = plain(" ".join(text_on_pages(path.read_bytes())))
    assert set(NUMBER.findall(text)) == {camp.people[0].number} and "Next screening" in text
    assert len(rows(camp, 0)) == 1 and rows(camp, 1) == []


def test_a_reprint_is_a_copy_and_a_changed_result_makes_both_out_of_date(qtbot, camp, card_of, tmp_path):
    uids = grade(camp, 0)
    card = card_of()
    for number in (1, 2):
        camp.clock.forward(60)
        card.save_to(tmp_path / f"{number}.pdf")
        qtbot.waitUntil(lambda number=number: card.read is not None and len(card.read.views) == number)
    qtbot.waitUntil(lambda: chips(card) == ["Copy"])
    assert "Copy. First printed" in plain(" ".join(text_on_pages((tmp_path / "2.pdf").read_bytes())))
    sign(camp, 0, "Omar Haddad", (RIGHT, "4", uids[0]))
    card.refresh()
    qtbot.waitUntil(lambda: chips(card) == ["Out of date"] * 2)
    card.save_to(tmp_path / "3.pdf")
    qtbot.waitUntil(lambda: card.read is not None and len(card.read.views) == 3)
    assert "takes the place of the one of" in plain(" ".join(text_on_pages((tmp_path / "3.pdf").read_bytes())))
    qtbot.waitUntil(lambda: chips(card)[-1:] == ["Replaced"])


def test_without_a_name_the_station_asks_who_it_is(qtbot, camp, card_of, tmp_path):
    grade(camp, 0)
    card = card_of(actor="person")
    with qtbot.waitSignal(card.sign_in_wanted):
        card.print.click()
    with qtbot.waitSignal(card.sign_in_wanted):
        card.save_to(tmp_path / "letter.pdf")
    assert rows(camp, 0) == []


@pytest.mark.hazard("HZ-02")
@pytest.mark.parametrize("language", ["en", "ar", "hi"])
def test_why_there_is_no_letter_is_said_in_the_windows_language(qtbot, camp, card_of, language):
    card = card_of(language=language)
    assert not card.print.isEnabled() and card.why.text() == card._look.words("letters.refused-grade")
    uids = grade(camp, 0)
    with camp.store.write(Origin.PERSON, "grace") as unit:
        mending.set_laterality(unit, uids[0], None)
    card.refresh()
    qtbot.waitUntil(lambda: card.why.text() == card._look.words("letters.refused-eye"))
    assert not card.print.isEnabled()


def test_a_refusal_that_came_meanwhile_is_said_and_nothing_is_kept(qtbot, camp, card_of, tmp_path):
    uids = grade(camp, 0)
    card = card_of()
    with camp.store.write(Origin.PERSON, "grace") as unit:
        mending.set_laterality(unit, uids[0], None)
    card.save_to(tmp_path / "letter.pdf")
    qtbot.waitUntil(lambda: "which eye" in card._desk.toast.sentence)
    assert rows(camp, 0) == [] and not (tmp_path / "letter.pdf").exists()


def test_a_place_that_cannot_be_written_is_a_sentence(qtbot, camp, card_of, tmp_path):
    grade(camp, 0)
    card = card_of()
    card.save_to(tmp_path / "no such folder" / "letter.pdf")
    qtbot.waitUntil(lambda: "Choose another place" in card._desk.toast.sentence)


def test_the_printer_gets_what_was_written_down(qtbot, camp, card_of, tmp_path):
    grade(camp, 0)
    card = card_of()
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "paper.pdf"))
    card.print_on(printer)
    qtbot.waitUntil(lambda: "printed" in card._desk.toast.sentence)
    assert len(rows(camp, 0)) == 1
    text = plain(" ".join(text_on_pages((tmp_path / "paper.pdf").read_bytes())))
    assert set(NUMBER.findall(text)) == {camp.people[0].number}


def test_what_is_stopped_leaves_no_file_in_the_vault(qtbot, camp, card_of):
    grade(camp, 0)
    card = card_of()
    desk = replace(card._desk, actor=lambda: "person")
    before = set(camp.store.vault.digests())
    handed = []
    make(desk, card, camp.people[0].uuid, camp.clock().date(), "en", handed.append)
    qtbot.waitUntil(lambda: "say who you are" in desk.toast.sentence)
    assert set(camp.store.vault.digests()) == before and handed == []
