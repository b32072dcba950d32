"""The person's page says what has still to go, about how long, and why something is stuck; one button puts this person first."""

from datetime import timedelta
from pathlib import Path
from random import Random

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from support.camp import Camp, a_camp, photograph
from support.headquarters import MemoryHeadquarters, Mode
from support.screens import a_desk
from support.travelling import NAME

from resources.terms import Origin
from sync import hurrying, outbox
from sync.engine import SPEED, SyncService
from sync.estimate import Length, Span, ToGo
from sync.status import Journey, Standing
from workstation.gui.bridge import FeedBridge
from workstation.gui.patients.patient_page import PatientPage
from workstation.gui.style.look import Look
from workstation.gui.syncing.journeys import SyncedJourneys, left_text, span_text
from workstation.gui.syncing.page import SyncPage
from workstation.gui.words import Words


class Opened:
    """A camp with a headquarters, and the page of its first person, who has two pictures."""

    def __init__(self, qtbot: QtBot, look: Look, folder: Path) -> None:
        self.camp: Camp = a_camp(folder, 3, chains=[outbox.MIGRATIONS])
        self.hq = MemoryHeadquarters()
        self.sync = SyncService(self.camp.store, self.hq.client, headquarters=NAME, rng=Random(1))
        self.bridge = FeedBridge()
        self.camp.store.feed.subscribe(self.bridge.ring)
        self.sync.changed.subscribe(self.bridge.ring)
        self.desk = a_desk(qtbot, self.camp.store, look)
        self.page = PatientPage(self.desk, self.bridge, self.camp.read_levels, journeys=SyncedJourneys(self.sync))
        photograph(self.camp, 0)
        qtbot.addWidget(self.page)
        self.page.resize(1278, 724)
        self.page.show()
        qtbot.waitExposed(self.page)
        self.person = self.camp.people[0]
        self.page.open(self.person.uuid)
        qtbot.waitUntil(lambda: self.page.sending is not None and self.page.sending.isVisible())

    @property
    def card(self):
        assert self.page.sending is not None
        return self.page.sending

    def said(self) -> str:
        return " / ".join(one.text() for one in self.card.findChildren(QLabel) if one.isVisible())


@pytest.fixture
def opened(qtbot: QtBot, look: Look, tmp_path: Path) -> Opened:
    return Opened(qtbot, look, tmp_path)


def measure(opened: Opened, bytes_in_a_second: int) -> None:
    with opened.camp.store.write(Origin.STATION) as unit:
        outbox.remember(unit, SPEED, f"[[{bytes_in_a_second}, 1], [1, 1], [1, 1]]")
        unit.changed = True


@pytest.mark.hazard("HZ-04")
def test_the_button_puts_this_person_first_and_the_toast_takes_it_back(opened: Opened, qtbot: QtBot) -> None:
    assert "2 pictures" in opened.said() and "No line was measured yet." in opened.said()
    opened.card.button.click()
    qtbot.waitUntil(lambda: not opened.card.button.isVisible())
    assert "Goes before everybody else, after who is urgent." in opened.said()
    assert opened.sync.status().asked == {opened.person.uuid}
    qtbot.waitUntil(lambda: opened.desk.toast.sentence == "Lakshmi Devi goes first.")
    assert opened.desk.toast.undo_last()
    qtbot.waitUntil(opened.card.button.isVisible)
    assert opened.sync.status().asked == frozenset()


@pytest.mark.hazard("HZ-05")
def test_the_card_claims_nothing_and_goes_when_all_is_confirmed(opened: Opened, qtbot: QtBot) -> None:
    measure(opened, 1000)
    qtbot.waitUntil(lambda: "on this line" in opened.said())
    assert "headquarters has" not in opened.said().lower() and "At HQ" not in opened.said()
    opened.sync.once()
    qtbot.waitUntil(lambda: not opened.card.isVisible())


def test_without_a_network_and_in_a_pause_of_headquarters_it_says_when(opened: Opened, qtbot: QtBot) -> None:
    opened.hq.mode = Mode.OFFLINE
    opened.sync.once()
    qtbot.waitUntil(lambda: "No network. Sending starts by itself when one appears." in opened.said())
    opened.card.button.click()
    qtbot.waitUntil(lambda: "No network. This goes first as soon as there is one." in opened.said())
    opened.hq.mode = Mode.BUSY
    opened.sync.once()
    qtbot.waitUntil(lambda: "Headquarters asked to be left alone until" in opened.said())
    assert opened.card.button.isHidden()


def test_what_is_stuck_says_why_and_when_it_is_tried_again(opened: Opened, qtbot: QtBot) -> None:
    opened.hq.mode = Mode.FAILED_FOR_GOOD
    opened.sync.once()
    at = (opened.camp.clock() + timedelta(hours=1)).astimezone(opened.camp.store.zone).strftime("%H:%M")
    why = f"Headquarters does not take this kind of picture. Next try at {at}."
    qtbot.waitUntil(lambda: why in opened.said())
    assert opened.said().count("kind of picture") == 1 and opened.card.button.isVisible()
    opened.hq.mode = Mode.WELL
    opened.card.button.click()
    qtbot.waitUntil(lambda: opened.sync.status().asked == {opened.person.uuid})
    opened.sync.attempt(pressed=False)  # the button helps: it is tried before its time
    opened.sync.attempt(pressed=False)
    assert opened.sync.journey(opened.person.uuid).to_go == ToGo()


def test_the_sync_page_names_who_goes_first_and_says_about_how_long(opened: Opened, qtbot: QtBot) -> None:
    measure(opened, 10)
    with opened.camp.store.write(Origin.PERSON, actor="grace") as unit:
        hurrying.ask(unit, opened.person.uuid)
    opened.hq.mode = Mode.OFFLINE
    opened.sync.once()
    page = SyncPage(opened.desk, opened.bridge, opened.sync)
    qtbot.addWidget(page)
    page.resize(1278, 724)
    page.show()
    qtbot.waitUntil(lambda: page.view is not None and "on this line" in page.weight.text())
    assert "Goes first: Lakshmi Devi" in [one.text() for one in page.findChildren(QLabel)]


@pytest.mark.parametrize("language", ["en", "ar", "hi", "es"])
def test_every_length_has_words_in_every_language(language: str) -> None:
    words = Words(language)
    spans = [Span(Length.MOMENT), Span(Length.LONGER)]
    spans += [Span(length, n) for length in (Length.MINUTES, Length.HOURS) for n in (1, 2, 3, 11, 24, 55)]
    said = [span_text(span, words) for span in spans]
    assert all(said) and len(set(said)) == len(said)
    journey = Journey(Standing.IDLE, ToGo(pictures=3, size=12_000_000, records=2), Span(Length.MINUTES, 4))
    assert left_text(journey, words).count(":") >= 1


def shown(to_go: ToGo) -> str:
    return left_text(Journey(Standing.IDLE, to_go, Span(Length.MOMENT)), Words("en"))


def test_the_line_is_the_one_of_the_issue() -> None:
    journey = Journey(Standing.IDLE, ToGo(pictures=3, size=12_000_000), Span(Length.MINUTES, 4))
    assert left_text(journey, Words("en")) == "3 pictures, 12.0 MB: about 4 minutes on this line."
    unknown = Journey(Standing.IDLE, ToGo(pictures=3, size=12_000_000), Span(Length.UNKNOWN))
    assert left_text(unknown, Words("en")) == "3 pictures, 12.0 MB. No line was measured yet."
    assert shown(ToGo(looks=2)) == "Sent, not yet confirmed"
    assert shown(ToGo(waiting=2)) == ""
