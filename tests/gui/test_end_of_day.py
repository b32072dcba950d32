"""The end of the day: everybody who must not go home unnoticed is named, the urgent first, and rings close by receipts alone."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from support.camp import Camp, a_camp, photograph
from support.grading import icdr
from support.screens import a_desk

from resources.store import campdays, opinions, referrals, turns
from resources.store.opinions import Said
from resources.terms import Field, Laterality, Origin
from workstation.gui.bridge import FeedBridge
from workstation.gui.reports.day import Day, Kind, read_day
from workstation.gui.reports.page import DayEndPage
from workstation.gui.reports.poster import poster_of
from workstation.gui.style.buttons import Button
from workstation.gui.style.look import Look
from workstation.gui.words import LANGUAGES, Words

TODAY = date(2026, 11, 21)
BOTH = (Field.MACULA, Field.DISC)


def grade(camp: Camp, number: int, uids: list[str], right: str, left: str) -> None:
    with camp.store.write(Origin.PERSON, "Anjali Kumari") as unit:
        said = [Said(Laterality.RIGHT, icdr(right), uids[0]), Said(Laterality.LEFT, icdr(left), uids[1])]
        opinions.sign(unit, camp.people[number].uuid, TODAY, said)


def leave(camp: Camp, number: int, reason: str) -> None:
    with camp.store.write(Origin.PERSON, "grace") as unit:
        turns.finish(unit, camp.people[number].uuid, missing=("L disc",), reason=reason)


@pytest.fixture
def camp(tmp_path: Path) -> Camp:
    """Lakshmi complete and urgent, Mary without two places, Sunita with an unknown eye, Omar refused, the others wait."""
    made = a_camp(tmp_path, 6)
    grade(made, 0, photograph(made, 0, "RL", BOTH), "4", "0")
    photograph(made, 1, "RL")
    leave(made, 1, "small-pupil")
    photograph(made, 2, "?")
    with made.store.write(Origin.PERSON, "grace") as unit:
        turns.call(unit, made.people[3].uuid)
    leave(made, 3, "refused")
    return made


def the_day(camp: Camp) -> Day:
    return read_day(camp.store, camp.read_levels, "macula-disc")


def people_of(day: Day, kind: Kind) -> list[str]:
    return [one.patient.details.given_name for end in day.ends if end.kind is kind for one in end.people]


@pytest.mark.hazard("HZ-06")
def test_the_day_is_counted_and_nobody_is_left_out(camp: Camp) -> None:
    day = the_day(camp)
    numbers = day.numbers

    assert (numbers.registered, numbers.pictured, numbers.complete) == (6, 3, 1)
    assert (numbers.referred, numbers.urgent, numbers.ungradable) == (1, 1, 0)
    assert people_of(day, Kind.MISSING) == ["Mary", "Sunita", "Omar"]
    assert people_of(day, Kind.WHICH_EYE) == ["Sunita"]
    assert people_of(day, Kind.UNGRADED) == ["Mary"]
    assert people_of(day, Kind.WAITING) == ["Ramesh", "Saroja"]
    assert day.villages == (("Melur North", 6),)


@pytest.mark.hazard("HZ-04")
def test_an_urgent_person_whom_nobody_told_stands_first_until_somebody_did(camp: Camp) -> None:
    assert people_of(the_day(camp), Kind.UNTOLD) == ["Lakshmi"]
    assert the_day(camp).ends[0].kind is Kind.UNTOLD
    camp.clock.forward(3 * 24 * 3600)
    [end] = [end for end in the_day(camp).ends if end.kind is Kind.UNTOLD]
    assert end.people[0].days == 3
    assert "Not told, 3 days" in text_of(the_day(camp), "en")

    with camp.store.write(Origin.PERSON, "Anjali Kumari") as unit:
        referrals.tell(unit, referrals.urgent_not_told(unit)[0].uuid, "in person")
    assert people_of(the_day(camp), Kind.UNTOLD) == []


@pytest.mark.hazard("HZ-05")
def test_a_ring_closes_by_receipts_alone(camp: Camp) -> None:
    first = the_day(camp).wall[0]
    assert (first.confirmed, first.pictures) == (0, 4)
    with camp.store.read() as unit:
        uids = [row.said.instance_uid for row in opinions.of_visit(unit, camp.people[0], TODAY)]
    camp.levels.update(dict.fromkeys(uids, 1))
    assert the_day(camp).wall[0].confirmed == 0
    camp.levels.update(dict.fromkeys(uids, 2))
    assert the_day(camp).wall[0].confirmed == 2


def text_of(day: Day, language: str) -> str:
    document = QTextDocument()
    document.setHtml(poster_of(day, Words(language), UTC))
    return document.toPlainText()


@pytest.mark.hazard("HZ-06")
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_poster_names_everybody_with_the_number_of_their_card(qapp: object, camp: Camp, language: str) -> None:
    text = text_of(the_day(camp), language)

    for number in (0, 1, 2, 3, 4, 5):
        assert camp.people[number].name in text
        assert str(camp.people[number].number) in text
    assert text.index("Lakshmi Devi") < text.index("Mary Thomas")
    assert Words(language)("missing.because-small-pupil") in text
    assert Words(language)("missing.because-refused") in text


def opened(qtbot: QtBot, look: Look, camp: Camp) -> DayEndPage:
    bridge = FeedBridge()
    camp.store.feed.subscribe(bridge.ring)
    page = DayEndPage(a_desk(qtbot, camp.store, look), bridge, camp.read_levels)
    qtbot.addWidget(page)
    page.resize(1278, 724)
    page.show()
    qtbot.waitUntil(lambda: page.shown is not None)
    return page


@pytest.mark.hazard("HZ-06")
@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_press_on_a_name_opens_that_person(
    qtbot: QtBot, wear: Callable[..., Look], camp: Camp, language: str
) -> None:
    page = opened(qtbot, wear("daylight", language), camp)
    number = camp.people[1].number or ""

    def names() -> list[Button]:
        return [one for one in page.findChildren(Button) if number in one.text() and one.isVisible()]

    qtbot.waitUntil(lambda: bool(names()))
    name = names()[0]
    with qtbot.waitSignal(page.opened) as heard:
        qtbot.mouseClick(name, Qt.MouseButton.LeftButton)
    assert heard.args == [camp.people[1].uuid]


@pytest.mark.hazard("HZ-06")
def test_the_page_follows_the_camp_and_says_why(qtbot: QtBot, look: Look, camp: Camp) -> None:
    page = opened(qtbot, look, camp)
    said = [one.text() for one in page.findChildren(QLabel)]
    assert "OD disc, OS disc · Pupil too small" in said
    assert "1 urgent person not spoken to" in said
    photograph(camp, 4, "RL", BOTH)
    qtbot.waitUntil(lambda: page.shown is not None and page.shown.numbers.complete == 2)


def test_the_poster_is_a_pdf_and_a_full_disk_is_said(qtbot: QtBot, look: Look, camp: Camp, tmp_path: Path) -> None:
    page = opened(qtbot, look, camp)
    page.save(tmp_path / "day.pdf")
    qtbot.waitUntil(lambda: page._desk.toast.sentence == "The poster is in day.pdf")
    assert (tmp_path / "day.pdf").read_bytes().startswith(b"%PDF-")

    page.save(tmp_path / "no such folder" / "day.pdf")
    qtbot.waitUntil(lambda: page._desk.toast.sentence != "The poster is in day.pdf")
    assert not (tmp_path / "no such folder").exists()


def named(page: DayEndPage, name: str) -> DayEndPage:
    page.closing._desk = page._desk = replace(page._desk, actor=lambda: name)
    return page


@pytest.mark.hazard("HZ-04")
@pytest.mark.hazard("HZ-11")
def test_a_day_is_not_closed_over_an_urgent_person_without_a_name_and_a_reason(
    qtbot: QtBot, look: Look, camp: Camp
) -> None:
    page = named(opened(qtbot, look, camp), "person")
    closing = page.closing
    with qtbot.waitSignal(closing.sign_in_wanted):
        qtbot.mouseClick(closing.button, Qt.MouseButton.LeftButton)
    assert not closing.isVisible()

    named(page, "Omar Haddad")
    qtbot.mouseClick(closing.button, Qt.MouseButton.LeftButton)
    asked = " ".join(one.text() for one in closing.findChildren(QLabel))
    assert closing.isVisible() and "Lakshmi Devi" in asked and "Not told" in asked
    qtbot.keyClick(closing, Qt.Key.Key_Escape)
    assert not closing.isVisible() and closed(camp) is None

    qtbot.mouseClick(closing.button, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(closing.anyway, Qt.MouseButton.LeftButton)
    assert "Say why" in page._desk.toast.sentence and closing.isVisible() and closed(camp) is None
    qtbot.keyClicks(closing.why, "she left, we call tomorrow")
    qtbot.keyClick(closing.why, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.shown is not None and page.shown.closing is not None)
    qtbot.waitUntil(lambda: not closing.isVisible())
    assert page.closed.text().startswith("Closed by OH") and page.closed.text().endswith("she left, we call tomorrow")
    assert people_of(the_day(camp), Kind.UNTOLD) == ["Lakshmi"]
    assert "she left, we call tomorrow" in text_of(the_day(camp), "en")

    qtbot.mouseClick(closing.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.shown is not None and page.shown.closing is None)
    assert closing.button.text() == "Close the day"


@pytest.mark.hazard("HZ-04")
def test_the_question_goes_when_somebody_tells_them_meanwhile(qtbot: QtBot, look: Look, camp: Camp) -> None:
    page = named(opened(qtbot, look, camp), "Omar Haddad")
    page.closing.press()
    assert page.closing.isVisible()
    with camp.store.write(Origin.PERSON, "Anjali Kumari") as unit:
        referrals.tell(unit, referrals.urgent_not_told(unit)[0].uuid, "in person")
    qtbot.waitUntil(lambda: not page.closing.isVisible())
    page.closing.press()
    qtbot.waitUntil(lambda: page.shown is not None and page.shown.closing is not None)


def closed(camp: Camp) -> campdays.Closing | None:
    with camp.store.read() as unit:
        return campdays.closing(unit, TODAY)
