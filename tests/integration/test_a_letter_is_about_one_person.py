"""Thirty letters in all languages: each page holds its own number alone; the right eye stands left under its word (HZ-28)."""

import re
from datetime import date
from itertools import cycle, product

import pytest
from PySide6.QtGui import QImage, QPageSize
from support.drawn import a_face, a_flat_eye
from support.grading import DAY, LEFT, RIGHT, a_picture, icdr
from support.pdfs import plain, text_on_pages
from support.screens import colours_of, is_blue, is_red
from support.stations import a_store, lakshmi

from resources.grading.outcome import Eye, Presence, Reading, decide
from resources.grading.schemes import CDR, Outcome
from resources.store import annotations, letters, opinions, patients
from resources.store.annotations import Mark, Shape
from resources.store.opinions import Said
from resources.terms import Origin
from workstation.gui import claims
from workstation.gui.letters.sheet import Pictures, page_images, paper_of
from workstation.gui.letters.text import after_months, text_of
from workstation.gui.paper import pdf_of
from workstation.gui.people_text import MONTHS
from workstation.gui.style.look import Look
from workstation.gui.words import LANGUAGES, Words, texts_of

NUMBER = re.compile(r"C7A-\d{5}-\d")


@pytest.fixture
def store(tmp_path, qapp):
    Look().wear(qapp)
    store = a_store(tmp_path)
    yield store
    store.close()


def somebody(store, number, right="2", left="0", **details):
    with store.write(Origin.PERSON, "grace") as unit:
        person = patients.register(unit, lakshmi(given_name=f"Person{number}", **details))
    uids = {eye: a_picture(store, person, eye, instance=place, study=number) for place, eye in enumerate("RL", start=1)}
    with store.write(Origin.PERSON, "Anjali Kumari") as unit:
        said = [Said(RIGHT, icdr(right), uids["R"]), Said(LEFT, icdr(left), uids["L"])]
        opinions.sign(unit, person.uuid, DAY, said)
    return person


def text_for(store, person, language, by="Omar Haddad"):
    with store.read() as unit:
        facts = letters.facts(unit, person.uuid, DAY)
    return text_of(facts, by, Words(language), store.zone)


def pictures():
    return Pictures(a_face(), a_flat_eye("#E01010"), a_flat_eye("#1010E0"))


@pytest.mark.hazard("HZ-28")
def test_each_of_thirty_letters_holds_its_own_number_alone(store):
    people = [somebody(store, number) for number in range(1, 31)]
    for person, language in zip(people, cycle(LANGUAGES), strict=False):
        pages = text_on_pages(pdf_of(paper_of(text_for(store, person, language), pictures())))
        assert pages
        for page in pages:
            assert set(NUMBER.findall(plain(page))) == {person.number}
            assert person.name in plain(page)


@pytest.mark.hazard("HZ-14")
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_right_eye_stands_on_the_left_of_the_page_under_its_own_word(store, language):
    text = text_for(store, somebody(store, 1), language)
    page = page_images(text, pictures(), dpi=60)[0]
    (reds, red), (blues, blue) = colours_of(page, is_red), colours_of(page, is_blue)
    assert reds and blues and red < page.width() / 2 < blue
    words = Words(language)
    assert text.eyes[0].heading.startswith(words("claim.right-eye")) and "OD" in text.eyes[0].heading
    assert text.eyes[1].heading.startswith(words("claim.left-eye")) and "OS" in text.eyes[1].heading


@pytest.mark.hazard("HZ-25")
@pytest.mark.parametrize("language", LANGUAGES)
def test_its_dates_have_the_month_as_a_word(store, language):
    text = text_for(store, somebody(store, 1, right="0"), language)
    month = MONTHS[language][10]
    assert month in text.place and month in text.heading.text and month in text.printed
    assert not re.search(r"\d+[/.-]\d+[/.-]\d+", f"{text.place} {text.heading.text} {text.printed}")


def everything(language):
    grades = [Eye(Presence.NOT_IMAGED), Eye(Presence.ABSENT), Eye(Presence.IMAGED)]
    grades += [Eye(Presence.IMAGED, (Reading(icdr(code, "" if code == "U" else "0")),)) for code in "01234U"]
    grades += [Eye(Presence.IMAGED, (Reading(icdr("0"), is_preview=True),))]
    grades += [Eye(Presence.IMAGED, (Reading(CDR.blank().saying("cup-disc-ratio", "0.30")),))]
    for right, left in product(grades, repeat=2):
        decision = decide(right, left)
        yield decision, claims.letter(decision, "21 November", Words(language))


@pytest.mark.hazard("HZ-03")
@pytest.mark.parametrize("language", LANGUAGES)
def test_all_well_is_said_for_rescreen_and_for_nothing_else(language):
    all_well = texts_of(language)["claim.letter-all-well"]
    seen = set()
    for decision, (_, sentence) in everything(language):
        assert (sentence == all_well) == (decision.outcome is Outcome.RESCREEN)
        seen.add(decision.outcome)
    assert seen == set(Outcome)


def test_who_is_referred_because_nothing_could_be_read_is_not_told_that_something_was_seen():
    unreadable, moderate = (
        Eye(Presence.IMAGED, (Reading(icdr(code, oedema)),)) for code, oedema in (("U", ""), ("2", "0"))
    )
    assert "could not be read" in claims.letter(decide(unreadable, unreadable), "", Words())[1]
    assert "show something" in claims.letter(decide(unreadable, moderate), "", Words())[1]


@pytest.mark.hazard("HZ-22")
def test_it_names_the_finding_with_its_scheme_and_whose_hand_it_was(store):
    person = somebody(store, 1)
    text = text_for(store, person, "en")
    assert text.eyes[0].lines == ("ICDR 2 moderate", "macular oedema ICDR 0 none")
    assert "Anjali Kumari (AK), 21 November 2026" in " ".join(text.small)
    assert text.printed.startswith("Printed 21 November 2026") and text.printed.endswith("by Omar Haddad")
    assert text.heading.text == "See an eye doctor by 21 February 2027"


def test_two_readers_are_told_apart_by_their_initials(store):
    person = somebody(store, 1)
    with store.write(Origin.PERSON, "Omar Haddad") as unit:
        opinions.sign(unit, person.uuid, DAY, [Said(RIGHT, icdr("4"), "1.2.3.1.1.1")])
    lines = text_for(store, person, "en").eyes[0].lines
    assert "ICDR 2 moderate (AK)" in lines and "ICDR 4 proliferative (OH)" in lines


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_copy_says_so_and_a_new_one_says_what_it_replaces(store, language):
    person = somebody(store, 1, right="0")
    with store.read() as unit:
        facts = letters.facts(unit, person.uuid, DAY)
    assert text_of(facts, "Omar Haddad", Words(language), store.zone).mark == ""
    with store.write(Origin.PERSON, "Omar Haddad") as unit:
        letters.keep(unit, facts, language, store.vault.admit(b"one"))
    copy = text_for(store, person, language).mark
    assert copy.startswith(texts_of(language)["letter.copy"][:4])
    with store.write(Origin.PERSON, "Anjali Kumari") as unit:
        opinions.sign(unit, person.uuid, DAY, [Said(RIGHT, icdr("4"), "1.2.3.1.1.1")])
    assert text_for(store, person, language).mark not in ("", copy)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_letter_fits_on_one_page_and_the_longest_name_goes_on_to_the_next(store, language):
    short = text_on_pages(pdf_of(paper_of(text_for(store, somebody(store, 1, right="4"), language), pictures())))
    assert len(short) == 1
    person = somebody(store, 2, family_name="वेंकटनरसिंहराजुवारिपेट " * 12, native_name="عبد الرحمن بن عبد العزيز " * 10)
    pages = page_images(text_for(store, person, language), pictures())
    assert 1 <= len(pages) <= 3
    assert all(not _touches_the_edge(page) for page in pages)


def _touches_the_edge(page: QImage) -> bool:
    edge = [page.pixelColor(x, y).lightness() for x in (2, page.width() - 3) for y in range(0, page.height(), 2)]
    return min(edge) < 250


def test_the_qr_code_holds_the_number_alone(store):
    zxingcpp = pytest.importorskip("zxingcpp")
    from PIL import Image

    person = somebody(store, 1)
    page = page_images(text_for(store, person, "en"), pictures(), dpi=150)[0].convertToFormat(
        QImage.Format.Format_RGB888
    )
    shown = Image.frombytes(
        "RGB", (page.width(), page.height()), bytes(page.constBits()), "raw", "RGB", page.bytesPerLine()
    )
    assert [found.text for found in zxingcpp.read_barcodes(shown)] == [person.number]


def test_the_pdf_is_of_a_size_that_printers_have(store):
    pdf = pdf_of(paper_of(text_for(store, somebody(store, 1), "en"), pictures()))
    boxes = [tuple(map(float, box.split())) for box in re.findall(rb"/MediaBox \[([\d. ]+)\]", pdf)]
    size = QPageSize(QPageSize.PageSizeId.A4).size(QPageSize.Unit.Point)
    assert boxes and all(abs(box[2] - size.width()) < 2 and abs(box[3] - size.height()) < 2 for box in boxes)


@pytest.mark.parametrize(("day", "months", "then"), [("2026-11-30", 3, "2027-02-28"), ("2026-11-21", 12, "2027-11-21")])
def test_months_end_with_their_last_day(day, months, then):
    assert after_months(date.fromisoformat(day), months) == date.fromisoformat(then)


def draws(store, uid, mark, by="Anjali Kumari"):
    with store.write(Origin.PERSON, by) as unit:
        return annotations.add(unit, uid, mark)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_measured_and_noted_on_the_picture_stands_in_the_letter_with_its_hand(store, language):
    person = somebody(store, 1)
    ruler = Mark(Shape.RULER, ((0.0, 0.0), (0.0, 0.0)))
    draws(store, "1.2.3.1.1.1", Mark(Shape.NOTE, ((0.0, 0.0),), text="new vessel?"), "Omar Haddad")
    draws(store, "1.2.3.1.1.2", ruler)
    draws(store, "1.2.3.1.1.2", Mark(Shape.ARROW, ((0.0, 0.0), (0.0, 0.0))))  # it has no words
    small = text_for(store, person, language).small
    words = Words(language)
    assert words("letter.drawn", eye=words.island("OD"), what="new vessel? (OH)") in small
    pixels = words.island(words("mark.pixels", n=0))
    assert words("letter.drawn", eye=words.island("OS"), what=f"{pixels} (AK)") in small


def test_a_drawing_makes_no_letter_untrue_and_a_copy_is_as_its_first(store):
    person = somebody(store, 1)
    with store.read() as unit:
        facts = letters.facts(unit, person.uuid, DAY)
    with store.write(Origin.PERSON, "Omar Haddad") as unit:
        row = letters.keep(unit, facts, "en", store.vault.admit(b"one"))
    store.clock.forward(60)
    note = draws(store, "1.2.3.1.1.1", Mark(Shape.NOTE, ((0.0, 0.0),), text="new vessel?"))
    with store.read() as unit:
        assert letters.is_current(unit, row) and letters.out_of_date(unit) == []
        assert letters.facts(unit, person.uuid, DAY).eyes[0].marks == ()
    with store.write(Origin.PERSON, "Anjali Kumari") as unit:
        opinions.sign(unit, person.uuid, DAY, [Said(RIGHT, icdr("4"), "1.2.3.1.1.1")])
    with store.read() as unit:
        assert [row.uuid for row in letters.facts(unit, person.uuid, DAY).eyes[0].marks] == [note.uuid]
    with store.write(Origin.PERSON, "Anjali Kumari") as unit:
        annotations.take_back(unit, note.uuid)
    with store.read() as unit:
        assert letters.facts(unit, person.uuid, DAY).eyes[0].marks == ()
